import type { KeptStatement, StatementChange } from '@fadu/wire';

/**
 * What became of the statements of a chapter. One that others only passed has not moved: of those that stand in both, the
 * longest row in unchanged order stays, the others moved.
 */
export function statementChanges(
  before: readonly KeptStatement[],
  after: readonly KeptStatement[],
): readonly StatementChange[] {
  const was = new Map(before.map((one, index) => [one.code, index]));
  const is = new Map(after.map((one, index) => [one.code, index]));
  const common = after.flatMap(({ code }) => was.get(code) ?? []);
  const stayed = new Set(longestRise(common).map((index) => before[index]!.code));
  const changes = after.flatMap((now, index): StatementChange[] => {
    const at = was.get(now.code);
    const { code, name } = now;
    if (at === undefined) return [{ code, name, change: 'added', before: null, after: now, places: null }];
    const then = before[at]!;
    const places = stayed.has(code) ? null : { before: at + 1, after: index + 1 };
    if (places === null && same(then, now)) return [];
    return [{ code, name, change: same(then, now) ? 'moved' : 'changed', before: then, after: now, places }];
  });
  const removed = before.flatMap((then): StatementChange[] =>
    is.has(then.code)
      ? []
      : [{ code: then.code, name: then.name, change: 'removed', before: then, after: null, places: null }],
  );
  return [...changes, ...removed];
}

const same = (one: KeptStatement, two: KeptStatement): boolean =>
  one.written === two.written &&
  one.value === two.value &&
  one.state === two.state &&
  one.source === two.source &&
  one.origin === two.origin;

/** The longest row of numbers that only grow, in their order; of several one of them. */
export function longestRise(numbers: readonly number[]): readonly number[] {
  const best: (readonly number[])[] = [];
  for (const number of numbers) {
    const shorter = best
      .filter((row) => row.at(-1)! < number)
      .reduce<readonly number[]>((longest, row) => (row.length > longest.length ? row : longest), []);
    best.push([...shorter, number]);
  }
  return best.reduce<readonly number[]>((longest, row) => (row.length > longest.length ? row : longest), []);
}
