import { addDays, type PlainDate } from '@fadu/kernel';
import type { Suspension } from './suspension.js';

/** Points of counting on which the laws are silent. A region may settle each otherwise; what stands here is the default. */
export interface CountingMethods {
  /**
   * “N日前” (行政复议法第五十一条, 负责人出庭应诉规定第五条). `between`: N full units lie between the notice and the event.
   * `ordinary`: as forward periods are counted, the day of the event left out and the Nth day before it the last.
   */
  readonly clearDays: 'between' | 'ordinary';
  /**
   * Which of the two days of a suspension is left out: the day on which it begins (`from`), on which it ends (`to`),
   * `both` or `neither`.
   */
  readonly suspensionDays: 'from' | 'to' | 'both' | 'neither';
  /** Whether an extension goes on from the end as counted (`nominal`) or from the working day it moved to (`legal`). */
  readonly extendFrom: 'nominal' | 'legal';
}

export const DEFAULT_METHODS: CountingMethods = {
  clearDays: 'between',
  suspensionDays: 'from',
  extendFrom: 'nominal',
};

/**
 * The days of suspensions as the method has it, in the form in which the count takes them: `from` out, `to` in. One of
 * which nothing is left out (`neither`, resumed the day after) disappears.
 */
export function suspensionsBy(
  method: CountingMethods['suspensionDays'],
  suspensions: readonly Suspension[],
): readonly Suspension[] {
  if (method === 'from') return suspensions;
  const first = (day: PlainDate) => (method === 'both' ? day : addDays(day, 1));
  const end = (day: PlainDate) => (method === 'neither' ? day : addDays(day, 1));
  return suspensions
    .map((one) => ({ ...one, from: first(one.from), ...(one.to !== undefined && { to: end(one.to) }) }))
    .filter((one) => one.to === undefined || one.to > one.from);
}

/** What the method does with the two days, for the explanation. */
export const suspensionDaysText: Readonly<Record<CountingMethods['suspensionDays'], string>> = {
  from: '中止当日不计入、恢复当日计入',
  to: '中止当日计入、恢复当日不计入',
  both: '中止当日和恢复当日都不计入',
  neither: '中止当日和恢复当日都计入',
};
