import type { JsonObject } from '@fadu/kernel';
import { valueAt } from './condition.js';

/** The organizations a participant's path names: one (`respondent`), or one of each item of a list (`coRespondents.organ`). */
export function participantOrgs(data: JsonObject, path: string): readonly string[] {
  const [head = '', ...rest] = path.split('.');
  const list = data[head];
  const values = Array.isArray(list)
    ? list.map((item) => valueAt(item as JsonObject, rest.join('.')))
    : [valueAt(data, path)];
  return values.filter((value): value is string => typeof value === 'string' && value !== '');
}

/** Whether a paper served on `target` is served on this participant: the same field, or the list it stands in. */
export const isServedOn = (participant: string, target: string): boolean =>
  participant === target || participant.startsWith(`${target}.`);
