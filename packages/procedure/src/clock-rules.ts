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

/** Starts a clock from the date field its definition names. */
export function startClock(
  code: string,
  clock: Clock,
  data: JsonObject,
  calendar: WorkCalendar,
): Result<ClockState, Refusal> {
  const from = parsePlainDate(String(valueAt(data, clock.from) ?? ''));
  if (from === undefined) {
    return fail(
      refusal('clock.no_start', `不能计算“${clock.name}”：没有填写起算日期。请补填后再办。`, clock.basis, {
        field: clock.from,
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
    outcome: next.outcome,
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
