import type { Json, JsonObject, PlainDate } from '@fadu/kernel';
import { checkForm, type FieldFault, type FieldSpec, type Fields, holds, isBlank, specAt } from '@fadu/procedure';

/** Fields that apply now, given what is filled in here and around. */
export const applicable = (fields: Fields, values: JsonObject, around: JsonObject): [string, FieldSpec][] =>
  Object.entries(fields).filter(([, spec]) => !spec.when || holds(spec.when, { ...around, ...values }));

const objectOf = (value: Json | undefined): JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as JsonObject) : {};
export const itemsOf = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value) ? value.filter((item): item is JsonObject => item !== null && typeof item === 'object') : [];

/** 5万, 50,000.5元 → fen; what is no amount stays as typed, for the check to name. */
export function fenOf(text: string): number | string {
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?(万|亿)?元?$/.exec(text.replaceAll(/[,，\s]/g, ''));
  if (!match) return text;
  const fen = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return fen * (match[3] === '万' ? 10_000 : match[3] === '亿' ? 100_000_000 : 1);
}

/** 2024-8-6 as three fields give it → 2024-08-06; what is no whole date stays, for the check to name. */
export const isoOf = (text: string): string =>
  text.replace(/^(\d{4})-(\d{1,2})-(\d{1,2})$/, (_, year: string, month: string, day: string) =>
    [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
  );

function sent(spec: FieldSpec, value: Json | undefined, around: JsonObject): Json | undefined {
  switch (spec.kind) {
    case 'group': {
      const inner = toSend(spec.of, objectOf(value), around);
      return spec.optional && Object.keys(inner).length === 0 ? undefined : inner;
    }
    case 'list': {
      const items = keptItems(spec, value, around).map((item) => item.sent);
      return items.length === 0 ? undefined : items;
    }
    case 'date':
      return typeof value === 'string' && value !== '' ? isoOf(value) : value;
    case 'money':
      return typeof value === 'string' && value !== '' ? fenOf(value) : value;
    case 'integer':
      return typeof value === 'string' && /^\d+$/.test(value.trim()) ? Number(value) : value;
    default:
      return value;
  }
}

/** Items with something in them, and as many as are needed at least, so that each missing part is named. */
function keptItems(spec: FieldSpec & { kind: 'list' }, value: Json | undefined, around: JsonObject) {
  const items = itemsOf(value);
  while (items.length < (spec.min ?? 0)) items.push({});
  return items
    .map((item, at) => ({ at, sent: toSend(spec.of, item, around) }))
    .filter(({ at, sent: one }) => at < (spec.min ?? 0) || Object.values(one).some((part) => part !== false));
}

/** What is sent: blanks, fields that do not apply, and items left empty stay away. */
export function toSend(fields: Fields, values: JsonObject, around: JsonObject): JsonObject {
  const result: Record<string, Json> = {};
  for (const [key, spec] of applicable(fields, values, around)) {
    const value = sent(spec, values[key], { ...around, ...values });
    if (!isBlank(value)) result[key] = value!;
  }
  return result;
}

/** Checks what is filled in as the platform will. Paths of faults are those of the screen, empty items included. */
export function check(
  fields: Fields,
  values: JsonObject,
  around: JsonObject,
  today: string,
): { input: JsonObject; values: JsonObject; faults: readonly FieldFault[] } {
  const input = toSend(fields, values, around);
  const { values: kept, faults } = checkForm(fields, input, today as PlainDate, around);
  return {
    input,
    values: kept,
    faults: faults
      .map((fault) => inWords(fields, input, fault))
      .map((fault) => ({ ...fault, field: onScreen(fields, values, fault.field) })),
  };
}

/** A sum that is no number is named in words of its own: the platform counts in fen and would ask for a whole number. */
function inWords(fields: Fields, input: JsonObject, fault: FieldFault): FieldFault {
  const spec = specAt(fields, fault.field);
  return spec?.kind === 'money' && typeof valueIn(input, fault.field.split('.')) === 'string'
    ? { ...fault, message: `${spec.label}请写成数字，例如50000或者5万。` }
    : fault;
}

/** Items left empty are not sent, so the third item sent may be the fourth on screen. */
function onScreen(fields: Fields, values: JsonObject, path: string): string {
  const [head = '', index = '', ...rest] = path.split('.');
  const spec = fields[head];
  if (spec?.kind !== 'list' || !/^\d+$/.test(index)) return path;
  const filled = keptItems(spec, values[head], values);
  return [head, filled[Number(index)]?.at ?? index, ...rest].join('.');
}

/** The value at `applicants.0.name`. */
export function valueIn(values: Json | undefined, path: readonly string[]): Json | undefined {
  let value = values;
  for (const key of path) {
    if (value === null || typeof value !== 'object') return undefined;
    value = Array.isArray(value) ? (value as Json[])[Number(key)] : (value as JsonObject)[key];
  }
  return value;
}

/** A copy with the value at a path replaced; what is missing on the way is made. */
export function withValue(values: JsonObject, path: readonly string[], value: Json): JsonObject {
  const [key = '', ...rest] = path;
  if (rest.length === 0) return { ...values, [key]: value };
  const inner = values[key];
  if (/^\d+$/.test(rest[0]!)) {
    const items = [...itemsOf(inner)];
    const at = Number(rest[0]);
    while (items.length <= at) items.push({});
    items[at] = rest.length === 1 ? objectOf(value) : withValue(items[at]!, rest.slice(1), value);
    return { ...values, [key]: items };
  }
  return { ...values, [key]: withValue(objectOf(inner), rest, value) };
}
