import { checkBases, checkCondition, type Report } from './check-words.js';
import { fromFieldsOf } from './clock-rules.js';
import { fieldsOf } from './condition.js';
import type { FieldSpec, Fields } from './field.js';
import type { Line } from './line.js';

/** Conditions of fields can hold, choices offer something, and every field is filled by some step. */
export function checkFields(line: Line, report: Report): void {
  for (const [key, spec] of Object.entries(line.fields)) checkField(line, key, spec, report);
  const used = usedFields(line);
  for (const key of Object.keys(line.fields)) if (!used.has(key)) report(`fields.${key}`, 'is on no form');
}

function checkField(line: Line, path: string, spec: FieldSpec, report: Report): void {
  const group = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : '';
  checkCondition(line, spec.when, `fields.${path}`, report, group);
  if (spec.basis) checkBases(line, spec.basis, `fields.${path}`, report);
  if ((spec.kind === 'choice' || spec.kind === 'choices') && Object.keys(spec.options).length === 0)
    report(`fields.${path}`, 'has nothing to choose');
  if (spec.kind === 'persons' && !Object.hasOwn(line.posts, spec.post))
    report(`fields.${path}`, `unknown post ${spec.post}`);
  if ('min' in spec && spec.min !== undefined && spec.max !== undefined && spec.min > spec.max)
    report(`fields.${path}`, 'asks more than it allows');
  if (spec.kind === 'group' || spec.kind === 'list')
    for (const [key, part] of Object.entries(spec.of as Fields)) checkField(line, `${path}.${key}`, part, report);
}

/** Fields that some action asks, records or sets, or that a clock counts from where no matter is at hand. */
function usedFields(line: Line): Set<string> {
  const used = new Set<string>();
  for (const action of Object.values(line.actions)) {
    for (const field of [
      ...(action.form ?? []),
      ...Object.keys(action.sets ?? {}),
      action.record ?? '',
      action.on ?? '',
    ])
      used.add(field);
    if (action.opens) used.add(action.opens.linkBack);
  }
  for (const clock of Object.values(line.clocks)) {
    for (const field of fromFieldsOf(clock)) used.add(field.split('.')[0]!);
    for (const one of clock.cases ?? []) for (const field of fieldsOf(one.when)) used.add(field.split('.')[0]!);
  }
  return used;
}
