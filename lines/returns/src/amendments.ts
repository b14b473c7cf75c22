import { type CatalogueEntry, type CollectedFigure, collectedValue, decimalText } from '@fadu/indicator';
import { type JsonObject, type PlainDate, sameJson } from '@fadu/kernel';
import { changed, isBlank, type MatterEvent } from '@fadu/procedure';
import { states } from './states.js';

type Rows = readonly CollectedFigure[];

/** An amendment that was approved: what the return said before and what it has said since. */
export interface Amended {
  /** Number of the event that approved it. */
  readonly seq: number;
  readonly on: PlainDate;
  readonly reason: string;
  readonly was: Rows;
  readonly is: Rows;
}

/** A row that an amendment changes; absent where there is none. */
export interface Change {
  readonly code: string;
  readonly part: string | undefined;
  readonly was: CollectedFigure | undefined;
  readonly is: CollectedFigure | undefined;
}

const rowsOf = (data: JsonObject, field: string): Rows => (data[field] ?? []) as unknown as Rows;

/** What counts of a return: what was approved, also while it is being put right; undefined before the first approval. */
export function figuresInForce(state: string, data: JsonObject): Rows | undefined {
  if (!isBlank(data.inForce)) return rowsOf(data, 'inForce');
  return state === 'approved' ? rowsOf(data, 'figures') : undefined;
}

/** The state in the words of who looks at the list: what is put right is no first report. */
export function standingOf(state: string, data: JsonObject): string {
  const name = states[state as keyof typeof states]?.name ?? state;
  if (isBlank(data.inForce)) return name;
  return state === 'submitted' ? '更正待审核' : state === 'returned' ? '退回更正' : name;
}

/** All approved amendments in the events of a return, the first first. */
export function amendmentsIn(events: readonly MatterEvent[]): Amended[] {
  const found: Amended[] = [];
  let data: JsonObject = {};
  for (const { seq, on, action, set, append } of events) {
    if (action === 'approveFigures' && !isBlank(data.inForce))
      found.push({
        seq,
        on,
        reason: String(data.correction ?? ''),
        was: rowsOf(data, 'inForce'),
        is: rowsOf(data, 'figures'),
      });
    data = changed(data, set, append);
  }
  return found;
}

/**
 * The event since which a return speaks for what units below had put right by then: it was sent up with it, or says why it
 * stands as it is. Undefined: it was never sent.
 */
export const knownSince = (events: readonly MatterEvent[]): number | undefined =>
  events.findLast(({ action }) => action === 'submit' || action === 'settleBelow')?.seq;

/** The rows in which two tables say different things; where a number was taken from, and why, is no difference. */
export function changesBetween(was: Rows, is: Rows): Change[] {
  const keyOf = ({ code, part }: CollectedFigure): string => `${code}/${part ?? ''}`;
  const [before, after] = [was, is].map((rows) => new Map(rows.map((row) => [keyOf(row), row])));
  return [...new Set([...before!.keys(), ...after!.keys()])].flatMap((key) => {
    const [one, other] = [before!.get(key), after!.get(key)];
    const { code, part } = (other ?? one)!;
    return one && other && sameJson(said(one), said(other)) ? [] : [{ code, part, was: one, is: other }];
  });
}

const said = ({ kind, value, numerator, denominator, approx = 'exact' }: CollectedFigure): JsonObject => ({
  kind,
  value: value ?? null,
  numerator: numerator ?? null,
  denominator: denominator ?? null,
  approx,
});

/**
 * A row that was typed, after what was put right below: it grows by as much. Undefined where the two cannot be reckoned
 * together: something is no number, only roughly known, or counted in decimals.
 */
export function carriedUp(
  row: CollectedFigure,
  changes: readonly Change[],
  entry: Pick<CatalogueEntry, 'kind' | 'unit'>,
): CollectedFigure | undefined {
  const rows = changes.flatMap(({ was, is }) => [was, is]);
  if ([row, ...rows].some((one) => one?.kind !== 'value' || (one.approx ?? 'exact') !== 'exact')) return undefined;
  const { value: _stated, origin: _origin, ...rest } = row;
  const sum = (of: (one: CollectedFigure) => number | undefined): number | undefined =>
    changes.reduce<number | undefined>((all, { was, is }) => {
      const [less, more] = [of(was!), of(is!)];
      return all === undefined || less === undefined || more === undefined ? undefined : all + more - less;
    }, of(row));
  if (entry.unit === '%') {
    const [numerator, denominator] = [sum((one) => one.numerator), sum((one) => one.denominator)];
    return numerator === undefined || denominator === undefined || numerator < 0 || denominator <= 0
      ? undefined
      : { ...rest, numerator, denominator };
  }
  const total = sum((one) => {
    const value = collectedValue(one, entry);
    return value?.is === 'count' ? value.count : value?.is === 'money' ? value.fen : undefined;
  });
  if (total === undefined || total < 0) return undefined;
  const text = entry.kind === 'money' ? decimalText(total, 100).replace(/\.00$/, '') : String(total);
  return { ...rest, value: text };
}
