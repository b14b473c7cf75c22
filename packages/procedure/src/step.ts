import { type Json, type JsonObject, type PlainDate, plainDate, type Refusal, refusal } from '@fadu/kernel';
import type { ActorRecord } from './actor.js';
import { allBases, basesUnder } from './bases.js';
import { holds, valueAt } from './condition.js';
import type { Fields } from './field.js';
import type { Action, Line, SetValue } from './line.js';
import type { Matter } from './matter.js';
import { ruleSetAt } from './rule-set.js';

const forms = new WeakMap<Line, Map<Action, Fields>>();

/** The fields an action asks; told once for each line. */
export function formOf(line: Line, action: Action): Fields {
  const known = forms.get(line) ?? new Map<Action, Fields>();
  const form = known.get(action) ?? askedBy(line, action);
  forms.set(line, known.set(action, form));
  return form;
}

function askedBy(line: Line, action: Action): Fields {
  if (action.record) {
    const spec = line.fields[action.record];
    if (spec?.kind !== 'list') throw new Error(`${line.code}: ${action.record} is no list`);
    return Object.fromEntries(Object.entries(spec.of).filter(([key]) => !(key in (action.fills ?? {}))));
  }
  return Object.fromEntries((action.form ?? []).map((key) => [key, line.fields[key]!]));
}

/** Whether an action concerns this matter at all, by its own condition and the rule set of the day. */
export function applies(line: Line, action: Action, matter: Matter, on: PlainDate): boolean {
  const $ruleSet = ruleSetAt(line, matter, on);
  return (
    basesUnder(action.basis, $ruleSet).length > 0 && (!action.when || holds(action.when, { ...matter.data, $ruleSet }))
  );
}

/** An action that the law of the step does not know: 2017年的法没有简易程序. */
export function checkLaw(line: Line, action: Action, ruleSet: string): Refusal | undefined {
  if (basesUnder(action.basis, ruleSet).length > 0) return undefined;
  const rules = line.ruleSets.find(({ code }) => code === ruleSet)!;
  return refusal(
    'engine.not_in_law',
    `不能${action.name}：按日期适用${rules.name}，其中没有这一规定。可以核对日期，或者选其他办理事项。`,
    rules.basis,
  );
}

/** Why an action is not possible in the state the matter is in; undefined when it is. */
export function checkState(line: Line, matter: Matter | undefined, action: Action, on: PlainDate): Refusal | undefined {
  const bases = matter ? basesUnder(action.basis, ruleSetAt(line, matter, on)) : allBases(action.basis);
  if (!matter) {
    return action.from === undefined
      ? undefined
      : refusal('engine.needs_matter', `不能${action.name}：请从案件页面办理。`, bases);
  }
  if (action.from === undefined || !action.from.includes(matter.state)) {
    const now = line.states[matter.state]?.name ?? matter.state;
    const wanted = (action.from ?? []).map((state) => line.states[state]?.name ?? state).join('、');
    return refusal(
      'engine.wrong_state',
      `不能${action.name}：本案现在是“${now}”。${wanted === '' ? '' : `“${wanted}”时才可以办理。`}`,
      bases,
      {
        facts: { state: matter.state },
      },
    );
  }
  const unknown = checkLaw(line, action, ruleSetAt(line, matter, on));
  if (unknown) return unknown;
  if (!applies(line, action, matter, on)) {
    return refusal('engine.not_applicable', `不能${action.name}：本案不适用。`, bases);
  }
  return undefined;
}

export interface Step {
  readonly today: PlainDate;
  readonly by: ActorRecord;
  readonly matter: Matter | undefined;
  /** The matter's fields with those of the form, and `$ruleSet`. */
  readonly data: JsonObject;
}

export const takeValues = (values: Action['sets'], step: Step): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([field, value]) => {
      const taken = takeValue(value, step);
      return taken === undefined ? [] : [[field, taken]];
    }),
  );

function takeValue(value: SetValue, step: Step): Json | undefined {
  if (value === null || typeof value !== 'object') return value;
  switch (value.take) {
    case 'today':
      return step.today;
    case 'actor':
      return step.by.person ?? step.by.kind;
    case 'due':
      return step.matter?.clocks[value.clock]?.legalDue;
    case 'field':
      return valueAt(step.data, value.field);
    case 'map':
      return value.map[String(valueAt(step.data, value.field))];
    case 'dayOfYear': {
      const year = valueAt(step.data, value.field);
      return typeof year === 'number' ? plainDate(`${year + value.after}-${value.day}`) : undefined;
    }
    case 'whether':
      return holds(value.condition, step.data);
    case 'case': {
      const found = value.cases.find((one) => holds(one.when, step.data));
      return takeValue(found ? found.value : value.otherwise, step);
    }
  }
}

export function nextState(action: Action, matter: Matter | undefined, data: JsonObject): string {
  const { to } = action;
  if (to === undefined) {
    if (!matter) throw new Error(`${action.name} opens a matter but names no state`);
    return matter.state;
  }
  if (typeof to === 'string') return to;
  if ('previous' in to) return matter?.previousState ?? matter!.state;
  const state = to.map[String(valueAt(data, to.byField))];
  if (state === undefined)
    throw new Error(`${action.name}: no state for ${to.byField}=${String(valueAt(data, to.byField))}`);
  return state;
}

export function assigned(form: Fields, field: string, data: JsonObject): Record<string, readonly string[]> {
  const spec = form[field];
  const people = valueAt(data, field);
  return spec?.kind === 'persons' && Array.isArray(people) ? { [spec.post]: people.map(String) } : {};
}

export const dateOf = (value: Json | undefined): PlainDate | undefined =>
  typeof value === 'string' && value !== '' ? (value as PlainDate) : undefined;
