import { type CheckedReport, countable } from './finding.js';
import { type Place, reportPlace } from './place.js';
import { reportYear } from './sections.js';
import type { Figure } from './types.js';

/** A code on more figures than this counts a series, by place or by month: none of them is the fact of another. */
const SERIES = 30;
/** Figures looked at between two steps: a millisecond or so. */
const STEP = 256;

/**
 * A report with its figures by what the checks ask for: code, value, whole, earlier figure. Made once, in one pass, so that
 * a check goes from a figure to its counterparts and never through all of them.
 */
export interface ReportIndex {
  readonly report: CheckedReport;
  readonly year: number | null;
  readonly place: Place | null;
  /** Levels by code, in the order of the text; a series is left out. */
  readonly levels: ReadonlyMap<string, readonly number[]>;
  /** Codes of exactly one level without an upper bound. */
  readonly only: ReadonlyMap<string, number>;
  /** The same of counts. */
  readonly onlyCount: ReadonlyMap<string, number>;
  /** The largest count of a code in a unit, by `measureOf`. */
  readonly most: ReadonlyMap<string, number>;
  /** All figures of a code that is no series, by code. */
  readonly coded: ReadonlyMap<string, readonly number[]>;
  /** Numbers that two facts do not share by chance, by `amountOf`. */
  readonly distinct: ReadonlyMap<string, readonly number[]>;
  /** The parts of a whole, by the whole. */
  readonly parts: ReadonlyMap<number, readonly number[]>;
  /** The first earlier figure that is said of a figure, by that figure. */
  readonly previous: ReadonlyMap<number, number>;
  /** Figures of which a change or an earlier value is told. */
  readonly explained: ReadonlySet<number>;
}

export const measureOf = ({ indicator, unit }: Figure): string => `${indicator}\n${unit}`;
/** A number with its unit within a field: reconsideration, litigation … */
export const amountOf = ({ indicator, value, unit }: Figure): string =>
  `${indicator!.split('.')[0]}\n${value}\n${unit}`;

/** A number that two facts do not share by chance. */
export const isDistinct = (figure: Figure): boolean =>
  figure.indicator !== null && countable(figure) && figure.approx === 'exact' && figure.value >= 500;

export function indexReport(report: CheckedReport): ReportIndex {
  const levels = new Map<string, number[]>();
  const single = new Map<string, number[]>();
  const counts = new Map<string, number[]>();
  const coded = new Map<string, number[]>();
  const most = new Map<string, number>();
  const distinct = new Map<string, number[]>();
  const parts = new Map<number, number[]>();
  const previous = new Map<number, number>();
  const explained = new Set<number>();
  report.figures.forEach((figure, at) => {
    const { indicator, role, refers_to, of } = figure;
    if (of !== null) put(parts, of, at);
    if (refers_to !== null && (role === 'previous' || role === 'change')) explained.add(refers_to);
    if (refers_to !== null && role === 'previous' && !previous.has(refers_to)) previous.set(refers_to, at);
    if (indicator === null) return;
    put(coded, indicator, at);
    if (role === 'level') put(levels, indicator, at);
    if (role === 'level' && figure.value_to === undefined) put(single, indicator, at);
    if (isDistinct(figure)) put(distinct, amountOf(figure), at);
    if (!countable(figure)) return;
    put(counts, indicator, at);
    const before = most.get(measureOf(figure));
    if (before === undefined || figure.value > report.figures[before]!.value) most.set(measureOf(figure), at);
  });
  return {
    report,
    year: report.year ?? reportYear(report.text),
    place: report.place ?? reportPlace(report.text),
    levels: withoutSeries(levels),
    only: alone(single),
    onlyCount: alone(counts),
    most,
    coded: withoutSeries(coded),
    distinct: withoutSeries(distinct),
    parts,
    previous,
    explained,
  };
}

function put<K>(lists: Map<K, number[]>, key: K, at: number): void {
  const list = lists.get(key);
  if (list) list.push(at);
  else lists.set(key, [at]);
}

const withoutSeries = (lists: Map<string, number[]>): ReadonlyMap<string, readonly number[]> =>
  new Map([...lists].filter(([, list]) => list.length <= SERIES));

const alone = (lists: ReadonlyMap<string, readonly number[]>): ReadonlyMap<string, number> =>
  new Map([...lists].flatMap(([code, list]) => (list.length === 1 ? [[code, list[0]!] as const] : [])));

/** Every figure with its place; `null` after so many, where whoever waits may be let in. */
export function* paced(figures: readonly Figure[]): Generator<readonly [Figure, number] | null, void> {
  for (const [at, figure] of figures.entries()) {
    if (at > 0 && at % STEP === 0) yield null;
    yield [figure, at];
  }
}
