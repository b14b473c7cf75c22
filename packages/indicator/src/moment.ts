import type { Dated, Formula, Formulas, FormulaVersion, Selection, Where } from './formula.js';
import { selectionsOf } from './formula.js';

/**
 * What is kept of a matter for its indicators. Many formulas ask the same of the same day: all that look at the day of
 * conclusion share one record, which says in bits by which of them it is counted.
 */
export interface Moment {
  /** 1, 2, 3 … in the order of the formulas, then of `by`: tells moments apart only among the same formulas. */
  readonly id: number;
  readonly line: string;
  readonly at: MomentDay;
  /** Day field on which a stay ends. */
  readonly until?: string;
  /** What is added up or ranked besides the number of records. */
  readonly measure?: Measure;
  /** By place, the conditions of each bit. */
  readonly counts: readonly Count[];
  /** Fields whose value each record keeps, so that its sums are told apart by it. */
  readonly by: readonly By[];
}

/** A field of the matter by which the sums of a moment are told apart; they stand under a number of their own. */
interface By {
  readonly id: number;
  readonly field: string;
}

type MomentDay = Exclude<Dated, { readonly during: string }>;

/** Fen in a money field, or days between two day fields; a record without both days is none. */
type Measure = { readonly amount: string } | { readonly from: string; readonly to: string };

/** `where` of the selection (of the item, where it is an item); `holds` always of the matter. */
export interface Count {
  readonly where: readonly Where[];
  readonly holds: readonly Where[];
}

/** How records of one side come into a period: on a day of it, there at some time of it, or there at its end. */
type Stay = 'point' | 'span' | 'stock';

/** A formula has one side; a rate two, the part and the whole. */
export interface Side {
  readonly moment: Moment;
  /** Place of its bit in `counts` of the moment. */
  readonly bit: number;
  readonly stay: Stay;
}

export interface RolledFormulas {
  readonly moments: readonly Moment[];
  /** Undefined for a formula whose sums over months do not give its value: it is computed from the records each time. */
  sidesOf(code: string, version: FormulaVersion, variant: 'main' | 'also'): readonly Side[] | undefined;
}

/** Bits of a bigint that are never negative and leave room for sums of them. */
const MOST_COUNTS = 60;

interface Draft extends Moment {
  until?: string;
  readonly counts: Count[];
  readonly by: By[];
}

/** The moments of all formulas, and where each formula finds its records in them. */
export function rolledFormulas(formulas: Formulas): RolledFormulas {
  const moments: Draft[] = [];
  const sides = new Map<string, readonly Side[]>();
  for (const [code, versions] of Object.entries(formulas))
    for (const { version, formula, also } of versions) {
      if (canBeRolledUp(formula)) sides.set(`${code}/${version}/main`, place(moments, formula));
      if (also !== undefined && canBeRolledUp(also.formula))
        sides.set(`${code}/${version}/also`, place(moments, also.formula));
    }
  let id = moments.length;
  for (const [code, versions] of Object.entries(formulas))
    for (const { version, dividedBy = [] } of versions) {
      const of = sides.get(`${code}/${version}/main`) ?? [];
      if (!of.every(isDivisible)) continue;
      for (const { moment } of of)
        for (const field of dividedBy) {
          if (moment.by.some((one) => one.field === field)) continue;
          id += 1;
          (moment as Draft).by.push({ id, field });
        }
    }
  return { moments, sidesOf: (code, { version }, variant) => sides.get(`${code}/${version}/${variant}`) };
}

/** What has one day, given by a field: its sums have room for another value in the place of the end or of the days. */
const isDivisible = ({ moment: { at, measure }, stay }: Side): boolean =>
  stay === 'point' && 'field' in at && !(measure !== undefined && 'from' in measure);

/** Amounts are added up where a record has one day; a stock is of what has a beginning and an end. */
export function canBeRolledUp(formula: Formula): boolean {
  const stays = selectionsOf(formula).some(({ day }) => 'during' in day);
  return !stays || formula.kind === 'count' || formula.kind === 'ratio';
}

function place(moments: Draft[], formula: Formula): readonly Side[] {
  switch (formula.kind) {
    case 'count':
      return [sideOf(moments, formula.of)];
    case 'sum':
      return [sideOf(moments, formula.of, { measure: { amount: formula.amount } })];
    case 'days':
      return [sideOf(moments, formula.of, { measure: { from: formula.from, to: formula.to } })];
    case 'stock':
      return [sideOf(moments, formula.of, { until: formula.until })];
    case 'ratio':
      return [sideOf(moments, formula.part), sideOf(moments, formula.whole)];
    case 'cohort':
      return [sideOf(moments, formula.whole, { holds: formula.where }), sideOf(moments, formula.whole)];
  }
}

function sideOf(
  moments: Draft[],
  { line, day, where = [] }: Selection,
  more: { readonly until?: string; readonly measure?: Measure; readonly holds?: readonly Where[] } = {},
): Side {
  const until = 'during' in day ? day.until : more.until;
  const at: MomentDay = 'during' in day ? { field: day.during } : day;
  const holds = more.holds ?? [];
  // Of a matter both are conditions of one thing: a count and the part of a rate are then the same bit.
  const count: Count = 'list' in at ? { where, holds } : { where: [...where, ...holds], holds: [] };
  const moment = momentFor(moments, count, { line, at, measure: more.measure, until });
  return {
    moment,
    bit: moment.counts.findIndex((one) => same(one, count)),
    stay: until === undefined ? 'point' : 'during' in day ? 'span' : 'stock',
  };
}

/** One that is dated alike, takes the end along if it has none, and has the count or room for it. */
function momentFor(
  moments: Draft[],
  count: Count,
  {
    line,
    at,
    measure,
    until,
  }: Pick<Moment, 'line' | 'at'> & { readonly measure: Measure | undefined; readonly until: string | undefined },
): Draft {
  const fits = (one: Draft): boolean =>
    same([one.line, one.at, one.measure ?? null], [line, at, measure ?? null]) &&
    (until === undefined || one.until === undefined || one.until === until);
  const has = (one: Draft): boolean => one.counts.some((other) => same(other, count));
  let found = moments.find((one) => fits(one) && has(one));
  found ??= moments.find((one) => fits(one) && one.counts.length < MOST_COUNTS);
  if (found === undefined) {
    found = { id: moments.length + 1, line, at, ...(measure && { measure }), counts: [], by: [] };
    moments.push(found);
  }
  if (until !== undefined) found.until = until;
  if (!has(found)) found.counts.push(count);
  return found;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
