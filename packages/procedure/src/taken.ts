import { type Json, type JsonObject, ok, type PlainDate, type Refusal, type Result } from '@fadu/kernel';
import type { ActorRecord } from './actor.js';
import { moveClocks } from './clock-moves.js';
import { isRunning } from './clock-rules.js';
import type { Context } from './context.js';
import { changed } from './evolve.js';
import type { Facts } from './guard.js';
import type { Action, Line } from './line.js';
import type { ClockState, Matter, MatterEvent } from './matter.js';
import { takeValues } from './step.js';

/** A step with what was entered on its form. */
export interface Entered {
  readonly line: Line;
  readonly matter: Matter | undefined;
  readonly action: Action;
  readonly code: string;
  readonly by: ActorRecord;
  readonly values: JsonObject;
  /** The day it is of, and the day it is entered. */
  readonly on: PlainDate;
  readonly today: PlainDate;
  readonly ruleSet: string;
  readonly settings: Facts['settings'];
}

/** What a step writes into the fields, what its guards see of it, and how its clocks move. */
export interface Taken extends Pick<MatterEvent, 'append'> {
  readonly set: Readonly<Record<string, Json>>;
  readonly data: JsonObject;
  readonly facts: Facts;
  readonly clocks: () => Result<ClockState[], Refusal>;
}

/**
 * One step, taken now or told again.
 * @param instead values that stand instead of those the step sets
 */
export function taken(entered: Entered, context: Context, instead: JsonObject = {}): Taken {
  const { line, matter, action, code, by, values, on, today, ruleSet, settings } = entered;
  const before = matter?.data ?? {};
  const words = { $ruleSet: ruleSet, $setting: settings };
  const step = { today: on, by, matter, data: { ...before, ...values, ...words } };
  const append = action.record
    ? { field: action.record, item: { ...values, ...takeValues(action.fills, step) } }
    : null;
  const written: Record<string, Json> = { ...(action.record ? {} : values), ...takeValues(action.sets, step) };
  const set = Object.fromEntries(Object.entries(written).map(([key, value]) => [key, instead[key] ?? value]));
  const data = changed(before, set, append);
  const facts: Facts = {
    matter,
    data,
    input: values,
    action: code,
    on,
    today,
    ruleSet,
    calendar: context.calendar,
    settings,
    person: context.person ?? ((id) => ({ name: id, qualifications: [] })),
    actor: context.actor,
    related: context.related,
    clock: (clock) => matter?.clocks[clock],
  };
  const clocks = (): Result<ClockState[], Refusal> => {
    const all = { ...data, ...words };
    const moved = action.clocks ? moveClocks(line, action.clocks, matter, all, values, on, context.calendar) : ok([]);
    return moved.ok && by.kind === 'clock'
      ? ok([...moved.value, ...haveActed(line, matter, code, moved.value)])
      : moved;
  };
  return { set, append, data, facts, clocks };
}

/** Clocks that took this action and were not stopped by it: they go on, but have acted. */
const haveActed = (
  line: Line,
  matter: Matter | undefined,
  action: string,
  moved: readonly ClockState[],
): ClockState[] =>
  Object.values(matter?.clocks ?? {})
    .filter((state) => line.clocks[state.code]?.onExpiry === action && isRunning(state))
    .filter((state) => !moved.some((one) => one.code === state.code))
    .map((state) => ({ ...state, acted: true }));
