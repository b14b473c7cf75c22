import { type Deadline, deadline, type Suspension, type WorkCalendar } from '@fadu/calendar';
import {
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

/** The limit and article that apply in this case: the first case whose condition holds, else the clock's own. */
export function limitOf(
  clock: Clock,
  data: JsonObject,
): { readonly limit: Clock['limit']; readonly basis: LegalBasis } {
  return clock.cases?.find((one) => holds(one.when, data)) ?? { limit: clock.limit, basis: clock.basis };
}

export interface CountInput {
  readonly clock: Clock;
  /** Field values, with `$ruleSet`. */
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
  return deadline({ from, limit, basis, calendar, suspensions, ...(extension > 0 && { extension }) });
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
  return ok(asState(code, from, counted.value, [], 0));
}

export function recountClock(
  state: ClockState,
  clock: Clock,
  data: JsonObject,
  calendar: WorkCalendar,
  change: Partial<Pick<ClockState, 'startedOn' | 'suspensions' | 'extension'>> = {},
): Result<ClockState, Refusal> {
  const next = { ...state, ...change };
  const counted = countClock({
    clock,
    data,
    from: next.startedOn,
    calendar,
    suspensions: next.suspensions,
    extension: next.extension,
  });
  if (!counted.ok) return counted;
  return ok({
    ...asState(state.code, next.startedOn, counted.value, next.suspensions, next.extension),
    stoppedOn: next.stoppedOn,
    // An overrun once reported stays visible; one that only the correction shows is reported now.
    outcome: next.outcome === 'met' && next.stoppedOn! > counted.value.legalDue ? 'late' : next.outcome,
  });
}

const asState = (
  code: string,
  startedOn: PlainDate,
  counted: Deadline,
  suspensions: readonly Suspension[],
  extension: number,
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
  stoppedOn: null,
  outcome: null,
});

export const isRunning = (state: ClockState | undefined): state is ClockState =>
  state !== undefined && state.outcome === null;

/** A running clock whose open suspension has no end yet. */
export const isPaused = (state: ClockState): boolean => state.suspensions.some((one) => one.to === undefined);

/** Met on the legal last day itself; late from the day after. */
export const stopClock = (state: ClockState, on: PlainDate): ClockState => ({
  ...state,
  stoppedOn: on,
  outcome: on <= state.legalDue ? 'met' : 'late',
});
