/** A stretch of the older text, by lines, half open, and what stands in its place. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** Paragraphs above which nobody's changes are put together by the platform. */
const MOST_LINES = 1000;

/**
 * Two changes of one text in one, paragraph by paragraph; undefined where both touch the same paragraph, or stand side by
 * side so that their order would be a guess.
 */
export function mergeTexts(base: string, mine: string, theirs: string): string | undefined {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  if ([base, mine, theirs].some((text) => text.split('\n').length > MOST_LINES)) return undefined;
  const old = base.split('\n');
  const [own, other] = [changesOf(old, mine.split('\n')), changesOf(old, theirs.split('\n'))];
  for (const one of own) for (const two of other) if (meet(one, two) && !sameChange(one, two)) return undefined;
  const all = [...own, ...other.filter((two) => !own.some((one) => sameChange(one, two)))];
  const merged = [...old];
  for (const change of all.toSorted((a, b) => b.from - a.from))
    merged.splice(change.from, change.to - change.from, ...change.lines);
  return merged.join('\n');
}

/** Neighbouring paragraphs do not meet, unless something is put in between: then their order would be a guess. */
const meet = (one: Change, two: Change): boolean =>
  one.from === one.to || two.from === two.to
    ? one.from <= two.to && two.from <= one.to
    : one.from < two.to && two.from < one.to;

const sameChange = (one: Change, two: Change): boolean =>
  one.from === two.from && one.to === two.to && one.lines.join('\n') === two.lines.join('\n');

/** By the longest common subsequence of lines. */
function changesOf(old: readonly string[], now: readonly string[]): Change[] {
  const longest = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      longest[i]![j] =
        old[i] === now[j] ? longest[i + 1]![j + 1]! + 1 : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!);
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      i += 1;
      j += 1;
      continue;
    }
    const [from, start] = [i, j];
    while ((i < old.length || j < now.length) && !(i < old.length && j < now.length && old[i] === now[j]))
      if (j >= now.length || (i < old.length && longest[i + 1]![j]! >= longest[i]![j + 1]!)) i += 1;
      else j += 1;
    changes.push({ from, to: i, lines: now.slice(start, j) });
  }
  return changes;
}
