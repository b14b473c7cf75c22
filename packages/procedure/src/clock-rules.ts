import { type Deadline, deadline, previousWorkday, type Suspension, type WorkCalendar } from '@fadu/calendar';
import {
  chineseDate,
  fail,
  type JsonObject,
  type LegalBasis,
  ok,
  type PlainDate,
  parsePlainDate,
  type Refusal,
  type Result,
  refusal,
} from '@fadu/kernel';
import { holds, valueAt } from './condition.js';
import type { Clock } from './line.js';
import type { ClockState } from './matter.js';
import { methodsIn, type SettingValue, settingsUsed } from './setting.js';

/** The limit and article that apply in this case: the first case whose condition holds, else the clock's own. */
export function limitOf(
  clock: Clock,
  data: JsonObject,
): { readonly limit: Clock['limit']; readonly basis: LegalBasis } {
  const found = clock.cases?.find((one) => holds(one.when, data));
  if (found) return found;
  const amount = clock.amountFrom && valueAt(data, `$setting.${clock.amountFrom}`);
  return { limit: typeof amount === 'number' ? { ...clock.limit, amount } : clock.limit, basis: clock.basis };
}

export interface CountInput {
  readonly clock: Clock;
  /** Field values, with `$ruleSet` and `$setting`. */
  readonly data: JsonObject;
  readonly from: PlainDate;
  readonly calendar: WorkCalendar;
  readonly suspensions?: readonly Suspension[];
  readonly extension?: number;
}

/** Counts a clock: the one place where a definition's clock meets the calendar. */
export function countClock({
  clock,
  data,
  from,
  calendar,
  suspensions = [],
  extension = 0,
}: CountInput): Result<Deadline, Refusal> {
  const { limit, basis } = limitOf(clock, data);
  const until = clock.until && parsePlainDate(String(valueAt(data, clock.until) ?? ''));
  if (until) return asWritten(clock, from, until, basis, calendar);
  const methods = methodsIn(data);
  return deadline({ from, limit, basis, calendar, suspensions, methods, ...(extension > 0 && { extension }) });
}

/** A last day that a paper names is taken as written: it neither moves nor is counted. */
function asWritten(
  clock: Clock,
  from: PlainDate,
  until: PlainDate,
  basis: LegalBasis,
  calendar: WorkCalendar,
): Result<Deadline, Refusal> {
  if (until < from) {
    const message = `不能计算“${clock.name}”：所载最后一日${chineseDate(until)}早于起算日${chineseDate(from)}。请核对文书。`;
    return fail(refusal('clock.ends_first', message, basis, { field: clock.until! }));
  }
  return ok({
    from,
    nominalDue: until,
    legalDue: until,
    targetDue: previousWorkday(until, calendar),
    provisional: false,
    counted: [],
    explanation: [{ text: `最后一日按文书所载，为${chineseDate(until)}，不另行计算`, basis }],
  });
}

/** The fields a clock may count from, the first given one winning. */
export const fromFieldsOf = (clock: Clock): readonly string[] =>
  typeof clock.from === 'string' ? [clock.from] : clock.from;

/** The day from which a clock counts; undefined when no such field is filled in. */
export function startOf(clock: Clock, data: JsonObject): PlainDate | undefined {
  for (const field of fromFieldsOf(clock)) {
    const day = parsePlainDate(String(valueAt(data, field) ?? ''));
    if (day !== undefined) return day;
  }
  return undefined;
}

/** The fields, and under `$due` the last day of each clock, for clocks that count from another one. */
export const withDue = (data: JsonObject, clocks: Readonly<Record<string, ClockState>>): JsonObject => ({
  ...data,
  $due: Object.fromEntries(Object.entries(clocks).map(([code, state]) => [code, state.legalDue])),
});

/** Starts a clock from the date field its definition names. */
export function startClock(
  code: string,
  clock: Clock,
  data: JsonObject,
  calendar: WorkCalendar,
): Result<ClockState, Refusal> {
  const from = startOf(clock, data);
  if (from === undefined) {
    return fail(
      refusal('clock.no_start', `不能计算“${clock.name}”：没有填写起算日期。请补填后再办。`, clock.basis, {
        field: fromFieldsOf(clock)[0]!,
      }),
    );
  }
  const counted = countClock({ clock, data, from, calendar });
  if (!counted.ok) return counted;
  return ok(asState(code, from, counted.value, [], 0, valuesUsed(clock, data, { suspensions: [], extension: 0 })));
}

export function recountClock(
  state: ClockState,
  clock: Clock,
  data: JsonObject,
  calendar: WorkCalendar,
  change: Partial<Pick<ClockState, 'startedOn' | 'suspensions' | 'extension'>> = {},
): Result<ClockState, Refusal> {
  const next = { ...state, ...change };
  // A value once used stays: what was told to the parties does not move because a setting changed meanwhile.
  const settled = { ...data, $setting: { ...(data.$setting as JsonObject | undefined), ...state.settings } };
  const used = valuesUsed(clock, settled, next);
  const counted = countClock({
    clock,
    data: settled,
    from: next.startedOn,
    calendar,
    suspensions: next.suspensions,
    extension: next.extension,
  });
  if (!counted.ok) return counted;
  return ok({
    ...asState(state.code, next.startedOn, counted.value, next.suspensions, next.extension, used),
    stoppedOn: next.stoppedOn,
    // An overrun once reported stays visible; one that only the correction shows is reported now.
    outcome: next.outcome === 'met' && next.stoppedOn! > counted.value.legalDue ? 'late' : next.outcome,
  });
}

/** The settings used, with their values; those the data does not hold are left out. */
const valuesUsed = (
  clock: Clock,
  data: JsonObject,
  state: Parameters<typeof settingsUsed>[2],
): Readonly<Record<string, SettingValue>> =>
  Object.fromEntries(
    settingsUsed(clock, data, state).flatMap((key) => {
      const value = valueAt(data, `$setting.${key}`);
      return typeof value === 'string' || typeof value === 'number' ? [[key, value] as const] : [];
    }),
  );

const asState = (
  code: string,
  startedOn: PlainDate,
  counted: Deadline,
  suspensions: readonly Suspension[],
  extension: number,
  settings: Readonly<Record<string, SettingValue>>,
): ClockState => ({
  code,
  startedOn,
  nominalDue: counted.nominalDue,
  legalDue: counted.legalDue,
  targetDue: counted.targetDue,
  provisional: counted.provisional,
  opensOn: counted.opensOn ?? null,
  suspensions,
  extension,
  ...(Object.keys(settings).length > 0 && { settings }),
  stoppedOn: null,
  outcome: null,
});

export const isRunning = (state: ClockState | undefined): state is ClockState =>
  state !== undefined && state.outcome === null;

/** A running clock whose open suspension has no end yet. */
export const isPaused = (state: ClockState): boolean => state.suspensions.some((one) => one.to === undefined);

/** Met on the legal last day itself; late from the day after. A clock that rests is judged by the day it came to rest. */
export const stopClock = (state: ClockState, on: PlainDate): ClockState => {
  const resting = state.suspensions.find((one) => one.to === undefined);
  return { ...state, stoppedOn: on, outcome: (resting?.from ?? on) <= state.legalDue ? 'met' : 'late' };
};
