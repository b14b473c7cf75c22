import { dayOf, type Json, type JsonObject, type Refusal } from '@fadu/kernel';
import type { Context } from './context.js';
import { evolve } from './evolve.js';
import type { Facts, Severity } from './guard.js';
import type { Action, Line } from './line.js';
import type { Matter, MatterEvent } from './matter.js';
import { dayOfStep, ruleSetAt } from './rule-set.js';
import { settingsOn } from './setting.js';
import { assigned, formOf, nextState } from './step.js';
import { taken } from './taken.js';

/** A value that holds from one event on, instead of what the record says there and later. */
export interface Amendment {
  readonly field: string;
  /** Number of the event. */
  readonly from: number;
  readonly value: Json;
}

/** What a guard, or the counting of a clock, says against a step as it is told now. */
export interface Objected {
  readonly refusal: Refusal;
  readonly severity: Severity;
  /** It is about the order of days. */
  readonly order: boolean;
}

/** A matter as its record tells it with some values put right. */
export interface Told {
  readonly matter: Matter;
  /** By the number of the event. */
  readonly objections: ReadonlyMap<number, readonly Objected[]>;
  /** The state after each event. */
  readonly states: ReadonlyMap<number, string>;
}

export const actionOf = (line: Line, event: MatterEvent): Action | undefined =>
  (event.kind === 'opened' || event.kind === 'acted') && Object.hasOwn(line.actions, event.action)
    ? line.actions[event.action]
    : undefined;

/**
 * Tells the record again with some values put right: every step of the line is taken anew with what was entered then, so
 * that derived values, clocks and objections come out as they would have. Nothing is decided by it; two tellings, with
 * and without a correction, show what the correction changes.
 *
 * Approvals, papers and numbers stay what they were; the words of every line (service found invalid, reassignment) are
 * told as recorded.
 */
export function retell(
  line: Line,
  events: readonly MatterEvent[],
  amendments: readonly Amendment[],
  context: Context,
): Told {
  let matter: Matter | undefined;
  const objections = new Map<number, readonly Objected[]>();
  const states = new Map<number, string>();
  for (const event of events) {
    const held = amendments.filter(({ from }) => event.seq >= from);
    const action = actionOf(line, event);
    const step = action
      ? toldStep(line, matter, action, event, held, context)
      : { event: asRecorded(event, matter, held), objections: [] };
    if (step.objections.length > 0) objections.set(event.seq, step.objections);
    matter = evolve(matter, step.event);
    states.set(event.seq, matter.state);
  }
  if (!matter) throw new Error('a record without events tells no matter');
  return { matter, objections, states };
}

/**
 * A word of every line: without the values put right since, and where it did nothing but count, without its counting. Of a
 * correction only what it put right is left where not all of it holds: what followed from it is told anew.
 */
function asRecorded(event: MatterEvent, matter: Matter | undefined, held: readonly Amendment[]): MatterEvent {
  const isHeld = (key: string): boolean => held.some(({ field }) => field === key);
  const { corrects = [] } = event;
  if (event.kind === 'recounted' || corrects.some(isHeld)) {
    const set = Object.fromEntries(corrects.filter((key) => !isHeld(key)).map((key) => [key, event.set[key] ?? null]));
    return { ...event, set, clocks: [], assign: {}, to: matter?.state ?? event.to };
  }
  return {
    ...event,
    set: Object.fromEntries(Object.entries(event.set).filter(([key]) => !isHeld(key))),
    to: event.to === event.from && matter ? matter.state : event.to,
  };
}

function toldStep(
  line: Line,
  matter: Matter | undefined,
  action: Action,
  event: MatterEvent,
  held: readonly Amendment[],
  context: Context,
): { event: MatterEvent; objections: readonly Objected[] } {
  const before = matter?.data ?? {};
  const instead = Object.fromEntries(held.map(({ field, value }) => [field, value]));
  const entered = enteredIn(line, action, event, before, instead);
  // The item was taken out of the list since: the step added nothing.
  if (entered === undefined) return { event: { ...event, set: {}, append: null, clocks: [] }, objections: [] };
  const on = dayOfStep(action, entered, event.on);
  const ruleSet = event.opening?.ruleSet ?? ruleSetAt(line, matter!, on);
  const settings = {
    ...settingsOn(line, context.settings, on),
    ...Object.assign({}, ...event.clocks.map((clock) => clock.settings ?? {})),
  };
  const step = { line, matter, action, code: event.action, by: event.actor, values: entered, on, ruleSet, settings };
  const { set, append, data, facts, clocks } = taken({ ...step, today: dayOf(event.at) }, context, instead);
  const objections = judged(action, facts);
  const moved = clocks();
  if (!moved.ok && !objections.some(({ severity }) => severity === 'hard'))
    objections.push({ refusal: moved.error, severity: 'hard', order: false });
  return {
    event: {
      ...event,
      on,
      set,
      append,
      clocks: moved.ok ? moved.value : [],
      to: stateTold(action, event, matter, data),
      assign: action.assigns ? assigned(formOf(line, action), action.assigns, data) : {},
    },
    objections,
  };
}

/** What was entered on the form then, put right; undefined when the item it added is no longer there. */
function enteredIn(
  line: Line,
  action: Action,
  event: MatterEvent,
  before: JsonObject,
  instead: JsonObject,
): JsonObject | undefined {
  const form = Object.keys(formOf(line, action));
  const pick = (from: JsonObject): JsonObject =>
    Object.fromEntries(form.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]!]])));
  if (!action.record) {
    return { ...pick(event.set), ...pick(instead) };
  }
  const list = instead[action.record];
  if (list === undefined) return pick(event.append?.item ?? {});
  const earlier = before[action.record];
  const item = Array.isArray(list) ? list[Array.isArray(earlier) ? earlier.length : 0] : undefined;
  return item === undefined ? undefined : pick(item as JsonObject);
}

function judged(action: Action, facts: Facts): Objected[] {
  return (action.guards ?? []).flatMap((guard) => {
    const refusal = guard.check(facts);
    return refusal ? [{ refusal, severity: guard.severity, order: guard.order === true }] : [];
  });
}

/** The state after, where a field decides it; a step that left the state alone leaves it alone now. */
function stateTold(action: Action, event: MatterEvent, matter: Matter | undefined, data: JsonObject): string {
  if (typeof action.to === 'object' && 'byField' in action.to) return nextState(action, matter, data);
  return event.to === event.from && matter ? matter.state : event.to;
}
