import type { Json, JsonObject } from '@fadu/kernel';
import type { Fields } from '@fadu/procedure';
import { isUuid } from './uuid.js';

/** Ids of attachments named in the values of these fields; words that are no ids come back in `unknown`. */
export function filesIn(fields: Fields, values: JsonObject): { ids: string[]; unknown: string[] } {
  const found: string[] = [];
  const walk = (of: Fields, object: JsonObject): void => {
    for (const [key, spec] of Object.entries(of)) {
      const value: Json | undefined = object[key];
      if (value === undefined || value === null) continue;
      if (spec.kind === 'files' && Array.isArray(value)) found.push(...value.map(String));
      else if (spec.kind === 'group') walk(spec.of, value as JsonObject);
      else if (spec.kind === 'list') for (const item of value as JsonObject[]) walk(spec.of, item);
    }
  };
  walk(fields, values);
  const ids = [...new Set(found)];
  return { ids: ids.filter(isUuid), unknown: ids.filter((id) => !isUuid(id)) };
}
