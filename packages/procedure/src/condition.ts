import type { Json, JsonObject } from '@fadu/kernel';

/** A test on fields, as data: the browser, the server and the reader evaluate the same words. */
export type Condition =
  | { readonly field: string; readonly is: string | number | boolean | readonly (string | number | boolean)[] }
  | { readonly given: string }
  | { readonly some: string; readonly where: Condition }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** The field has this value, or one of these; for a list of choices: contains one of these. */
export const is = (
  field: string,
  value: string | number | boolean | readonly (string | number | boolean)[],
): Condition => ({
  field,
  is: value,
});
/** The field has any value at all: not missing, not false, not empty. */
export const given = (field: string): Condition => ({ given: field });
/** Some item of the list satisfies the condition, whose fields are those of the item. */
export const some = (list: string, where: Condition): Condition => ({ some: list, where });
export const not = (condition: Condition): Condition => ({ not: condition });
export const all = (...conditions: Condition[]): Condition => ({ all: conditions });
export const any = (...conditions: Condition[]): Condition => ({ any: conditions });

/** The value at `a.b`; undefined when any part is missing. */
export function valueAt(data: JsonObject, path: string): Json | undefined {
  let value: Json | undefined = data;
  for (const key of path.split('.')) {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
    value = (value as JsonObject)[key];
  }
  return value;
}

export const isBlank = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

export function holds(condition: Condition, data: JsonObject): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, data));
  if ('any' in condition) return condition.any.some((part) => holds(part, data));
  if ('not' in condition) return !holds(condition.not, data);
  if ('some' in condition) {
    const items = valueAt(data, condition.some);
    return Array.isArray(items) && items.some((item) => holds(condition.where, item as JsonObject));
  }
  if ('given' in condition) {
    const value = valueAt(data, condition.given);
    return !isBlank(value) && value !== false;
  }
  const value = valueAt(data, condition.field);
  const wanted = Array.isArray(condition.is) ? condition.is : [condition.is];
  return Array.isArray(value) ? value.some((one) => wanted.includes(one as string)) : wanted.includes(value as string);
}

/** Every field a condition reads, for the check of definitions. */
export function fieldsOf(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(fieldsOf);
  if ('any' in condition) return condition.any.flatMap(fieldsOf);
  if ('not' in condition) return fieldsOf(condition.not);
  if ('some' in condition)
    return [condition.some, ...fieldsOf(condition.where).map((field) => `${condition.some}.${field}`)];
  return ['given' in condition ? condition.given : condition.field];
}
