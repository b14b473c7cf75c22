import type { LegalBasis } from '@fadu/kernel';
import { allBases, type Bases, isByRuleSet } from './bases.js';
import { type Condition, fieldsOf } from './condition.js';
import type { Line } from './line.js';
import { fitsSetting, settingOfField, settingsOf } from './setting.js';
import { specAt } from './template.js';

export type Report = (place: string, fault: string) => void;

/** Words of a template that are no fields. */
export const WORDS = /^(organ|number|docNumber|today|receipt|you|sign|due:.+)$/;

export const hasField = (line: Line, path: string): boolean =>
  path.startsWith('$') || specAt(line.fields, path) !== undefined;

/**
 * Every field a condition reads exists, and every value it compares with is one the field can have: a misspelt value
 * would make a condition that never holds.
 * @param within path of a list whose item the condition may also read, e.g. the item an action records.
 */
export function checkCondition(
  line: Line,
  condition: Condition | undefined,
  place: string,
  report: Report,
  within = '',
): void {
  if (!condition) return;
  const at = (field: string) => (within && hasField(line, `${within}.${field}`) ? `${within}.${field}` : field);
  for (const field of fieldsOf(condition)) if (!hasField(line, at(field))) report(place, `unknown field ${field}`);
  for (const field of fieldsOf(condition)) {
    const key = settingOfField(field);
    if (key !== undefined && !settingsOf(line)[key]) report(place, `unknown setting ${key}`);
  }
  for (const [field, value] of comparisons(condition)) {
    const setting = settingsOf(line)[settingOfField(field) ?? ''];
    if (setting && !fitsSetting(setting, value)) report(place, `${field} is never ${value}`);
    if (field === '$ruleSet' && !line.ruleSets.some((rules) => rules.code === value))
      report(place, `unknown rule set ${value}`);
    if (field === '$state' && !Object.hasOwn(line.states, String(value))) report(place, `unknown state ${value}`);
    const spec = specAt(line.fields, at(field));
    if ((spec?.kind === 'choice' || spec?.kind === 'choices') && !Object.hasOwn(spec.options, String(value)))
      report(place, `${field} is never ${value}`);
    if (spec?.kind === 'bool' && typeof value !== 'boolean') report(place, `${field} is never ${value}`);
  }
}

/** Which field is compared with which value. */
function comparisons(condition: Condition, list = ''): (readonly [field: string, value: string | number | boolean])[] {
  if ('all' in condition) return condition.all.flatMap((part) => comparisons(part, list));
  if ('any' in condition) return condition.any.flatMap((part) => comparisons(part, list));
  if ('not' in condition) return comparisons(condition.not, list);
  if ('some' in condition) return comparisons(condition.where, `${condition.some}.`);
  return 'field' in condition
    ? [condition.is].flat().map((value) => [list + condition.field, value as string | number | boolean] as const)
    : [];
}

/** Law by rule set names rule sets of the line, and something under one of them. */
export function checkBases(line: Line, bases: Bases, place: string, report: Report): void {
  if (isByRuleSet(bases))
    for (const code of Object.keys(bases.byRuleSet))
      if (!line.ruleSets.some((rules) => rules.code === code)) report(place, `unknown rule set ${code}`);
  if (allBases(bases).length === 0) report(place, 'has no legal basis');
  for (const basis of allBases(bases)) checkBasis(basis, place, report);
}

/** A citation names a law, and clauses by numbers from one. Whether they exist is for the law base to say. */
export function checkBasis(basis: LegalBasis, place: string, report: Report): void {
  if (basis.title.trim() === '') report(place, 'cites a law without a title');
  for (const part of ['article', 'sub', 'paragraph', 'item'] as const) {
    const number = basis[part];
    if (number !== undefined && (!Number.isInteger(number) || number < 1))
      report(place, `cites ${part} ${number} of ${basis.title}`);
  }
  if (basis.article === undefined && (basis.paragraph !== undefined || basis.item !== undefined))
    report(place, `cites a part of no article of ${basis.title}`);
}
