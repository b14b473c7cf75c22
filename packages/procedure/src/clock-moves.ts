import type { Suspension, WorkCalendar } from '@fadu/calendar';
import { fail, type JsonObject, ok, type PlainDate, type Refusal, type Result } from '@fadu/kernel';
import { isPaused, isRunning, recountClock, startClock, startOf, stopClock, withDue } from './clock-rules.js';
import { holds } from './condition.js';
import type { Action, Clock, Line } from './line.js';
import type { ClockState, Matter } from './matter.js';
import { dateOf } from './step.js';

export function moveClocks(
  line: Line,
  rules: NonNullable<Action['clocks']>,
  matter: Matter | undefined,
  data: JsonObject,
  input: JsonObject,
  on: PlainDate,
  calendar: WorkCalendar,
): Result<ClockState[], Refusal> {
  const moved = new Map<string, ClockState>();
  const current = (code: string): ClockState | undefined => moved.get(code) ?? matter?.clocks[code];
  for (const code of rules.stop ?? []) {
    const state = current(code);
    if (isRunning(state)) moved.set(code, stopClock(state, on));
  }
  for (const code of rules.drop ?? []) {
    const state = current(code);
    if (isRunning(state)) moved.set(code, { ...state, stoppedOn: on, outcome: 'void' });
  }
  for (const code of rules.waive ?? []) {
    const state = current(code);
    if (isRunning(state)) moved.set(code, { ...state, stoppedOn: state.legalDue, outcome: 'waived' });
  }
  for (const code of rules.start ?? []) {
    const clock = line.clocks[code]!;
    if (clock.when && !holds(clock.when, data)) continue;
    const started = startClock(
      code,
      clock,
      withDue(data, { ...matter?.clocks, ...Object.fromEntries(moved) }),
      calendar,
    );
    if (!started.ok) return started;
    moved.set(code, started.value);
  }
  const apply = (code: string, change: Parameters<typeof recountClock>[4]): Refusal | undefined => {
    const state = current(code);
    if (!isRunning(state)) return undefined;
    const counted = recountClock(state, line.clocks[code]!, data, calendar, change);
    if (!counted.ok) return counted.error;
    moved.set(code, counted.value);
    return undefined;
  };
  for (const code of rules.recount ?? []) {
    const state = current(code);
    const startedOn = startOf(line.clocks[code]!, data) ?? state?.startedOn;
    const why = apply(code, startedOn && state ? { startedOn, suspensions: within(state, startedOn) } : {});
    if (why) return fail(why);
  }
  if (rules.exclude) {
    const { clocks, from, to } = rules.exclude;
    const stretch = { from: dateOf(input[from])!, to: dateOf(input[to])! };
    for (const code of clocks) {
      const why = apply(code, { suspensions: [...(current(code)?.suspensions ?? []), stretch] });
      if (why) return fail(why);
    }
  }
  if (rules.extend) {
    const clock: Clock = line.clocks[rules.extend]!;
    const asked = input.extendBy;
    const most = clock.extend?.atMost ?? 0;
    const why = apply(rules.extend, { extension: typeof asked === 'number' ? Math.min(asked, most) : most });
    if (why) return fail(why);
  }
  const suspends = rules.suspend === true || (rules.suspend !== undefined && holds(rules.suspend, data));
  if (suspends || rules.resume) {
    for (const [code, clock] of Object.entries(line.clocks)) {
      const state = current(code);
      if (!clock.suspends || !isRunning(state)) continue;
      const why = apply(code, { suspensions: suspends ? suspended(state, on) : resumed(state, on) });
      if (why) return fail(why);
    }
  }
  return ok([...moved.values()]);
}

/** What of the suspensions lies after a new start. */
const within = (state: ClockState, start: PlainDate): readonly Suspension[] =>
  state.suspensions
    .filter((one) => one.to === undefined || one.to > start)
    .map((one) => (one.from < start ? { ...one, from: start } : one));

const suspended = (state: ClockState, on: PlainDate): readonly Suspension[] =>
  isPaused(state) ? state.suspensions : [...state.suspensions, { from: on }];

const resumed = (state: ClockState, on: PlainDate): readonly Suspension[] =>
  state.suspensions.map((one) => (one.to === undefined ? { ...one, to: on } : one));
