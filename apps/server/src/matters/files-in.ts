import type { JsonObject } from '@fadu/kernel';
import type { Fields } from '@fadu/procedure';
import { isUuid } from './uuid.js';

/** Ids of attachments named in the values of these fields; words that are no ids come back in `unknown`. */
export function filesIn(fields: Fields, values: JsonObject): { ids: string[]; unknown: string[] } {
  const found: string[] = [];
  const walk = (of: Fields, object: JsonObject): void => {
    // By what is there: an event sets a few of a line's hundreds of fields.
    for (const [key, value] of Object.entries(object)) {
      const spec = of[key];
      if (!spec || value === undefined || value === null) continue;
      if (spec.kind === 'files' && Array.isArray(value)) found.push(...value.map(String));
      else if (spec.kind === 'group') walk(spec.of, value as JsonObject);
      else if (spec.kind === 'list') for (const item of value as JsonObject[]) walk(spec.of, item);
    }
  };
  walk(fields, values);
  const ids = [...new Set(found)];
  return { ids: ids.filter(isUuid), unknown: ids.filter((id) => !isUuid(id)) };
}
