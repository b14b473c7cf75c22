import { type JsonObject, type PlainDate, parsePlainDate } from '@fadu/kernel';
import { valueAt } from './condition.js';
import { flagOf, isSettled } from './flags.js';
import type { Action, Line, RuleSet } from './line.js';
import type { Matter } from './matter.js';

const covers = (rules: RuleSet, day: string): boolean =>
  (rules.from === undefined || day >= rules.from) && (rules.until === undefined || day <= rules.until);

/** The rule set under which a matter is opened: the last whose deciding date lies within it. */
export function ruleSetFor(line: Line, data: JsonObject, on: PlainDate): string {
  const fitting = line.ruleSets.filter((rules) => {
    const day = rules.chosenBy === 'step' ? on : String(valueAt(data, rules.chosenBy) ?? on);
    return covers(rules, day);
  });
  const chosen = fitting.at(-1) ?? line.ruleSets[0];
  if (!chosen) throw new Error(`${line.code} has no rule set`);
  return chosen.code;
}

/**
 * The rule set of one step: a set chosen by `step` replaces the one the matter was opened under from its first day,
 * as procedural law does for steps still to be taken, but only where it follows that set in the definition directly.
 */
export function ruleSetAt(line: Line, matter: Matter, on: PlainDate): string {
  const opened = line.ruleSets.findIndex((rules) => rules.code === matter.ruleSet);
  const next = line.ruleSets[opened + 1];
  return next?.chosenBy === 'step' && covers(next, on) ? next.code : matter.ruleSet;
}

/** The day of a step: the field of the form that says it, else today. */
export const dayOfStep = (action: Action, entered: JsonObject, today: PlainDate): PlainDate =>
  parsePlainDate(String((action.on && valueAt(entered, action.on)) ?? '')) ?? today;

/** The rule set of a step: that of the matter on the day, or of one being opened by what was entered. */
export function ruleSetOfStep(
  line: Line,
  matter: Matter | undefined,
  action: Action,
  entered: JsonObject,
  today: PlainDate,
): string {
  const on = dayOfStep(action, entered, today);
  return matter ? ruleSetAt(line, matter, on) : ruleSetFor(line, entered, on);
}

/**
 * A matter with steps on both sides of a change of law, or opened under one set although the step falls under another
 * (received before, registered after), is flagged for a person: `rule-set:opened under/in force on the day`.
 */
export function ruleSetFlags(line: Line, matter: Matter | undefined, data: JsonObject, on: PlainDate): string[] {
  const opened = matter?.ruleSet ?? ruleSetFor(line, data, on);
  const inForce = line.ruleSets.filter((rules) => covers(rules, on)).at(-1);
  if (!inForce || inForce.code === opened) return [];
  const flag = flagOf.ruleSets(opened, inForce.code);
  return matter && isSettled(matter, flag) ? [] : [flag];
}
