/** A run of words that stayed, went or came. Joining `same` and `removed` gives the old text, `same` and `added` the new. */
export interface DiffRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

const wordsOf = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** Cells of the comparison table above which a middle part is shown as replaced as a whole (about 3,000 × 3,000 words). */
const MOST_CELLS = 9_000_000;

/**
 * Word-level difference of two clauses: longest common subsequence of words between the equal ends. A word or two that
 * happen to stand in both of two longer passages that were written anew are shown as written anew with them.
 */
export function diffWords(before: string, after: string): DiffRun[] {
  return withoutIslands(wordRuns(before, after));
}

function wordRuns(before: string, after: string): DiffRun[] {
  const old = wordsOf(before);
  const now = wordsOf(after);
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < now.length - head &&
    old[old.length - 1 - tail] === now[now.length - 1 - tail]
  )
    tail++;
  const runs: DiffRun[] = [];
  const add = (kind: DiffRun['kind'], text: string): void => {
    if (text === '') return;
    const last = runs.at(-1);
    if (last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + text };
    else runs.push({ kind, text });
  };
  add('same', old.slice(0, head).join(''));
  middle(old.slice(head, old.length - tail), now.slice(head, now.length - tail), add);
  add('same', old.slice(old.length - tail).join(''));
  return runs;
}

/** Characters of a passage that stayed, up to which it is taken for a chance between changes that are longer. */
const ISLAND = 3;

/** What was taken out before what came in its place, and no islands between changes that are longer than they. */
function withoutIslands(runs: readonly DiffRun[]): DiffRun[] {
  const joined: DiffRun[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') joined.push({ kind: 'removed', text: removed });
    if (added !== '') joined.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const [index, { kind, text }] of runs.entries()) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (
      text.length <= ISLAND &&
      !/[\n。；：]/.test(text) &&
      removed.length + added.length > text.length &&
      after(runs, index) > text.length
    ) {
      removed += text;
      added += text;
    } else {
      flush();
      joined.push({ kind, text });
    }
  }
  flush();
  return joined;
}

/** Characters of the changes right behind a run. */
function after(runs: readonly DiffRun[], index: number): number {
  let length = 0;
  for (let at = index + 1; at < runs.length && runs[at]!.kind !== 'same'; at += 1) length += runs[at]!.text.length;
  return length;
}

function middle(
  old: readonly string[],
  now: readonly string[],
  add: (kind: DiffRun['kind'], text: string) => void,
): void {
  const width = now.length + 1;
  if (old.length === 0 || now.length === 0 || (old.length + 1) * width > MOST_CELLS) {
    add('removed', old.join(''));
    add('added', now.join(''));
    return;
  }
  const longest = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        old[i] === now[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
    }
  }
  let i = 0;
  let j = 0;
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) {
      add('same', old[i++]!);
      j++;
    } else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) add('removed', old[i++]!);
    else add('added', now[j++]!);
  }
  add('removed', old.slice(i).join(''));
  add('added', now.slice(j).join(''));
}
