type Schema = Readonly<Record<string, unknown>>;

/** Where a value differs from a schema of the API document, in words; undefined when it fits. */
export function misfit(
  value: unknown,
  schema: Schema,
  named: Readonly<Record<string, Schema>>,
  at = '',
): string | undefined {
  const { $ref, anyOf, oneOf, type, items, properties, required, additionalProperties } = schema;
  if (typeof $ref === 'string') return misfit(value, named[$ref.split('/').at(-1)!]!, named, at);
  const choices = (anyOf ?? oneOf) as readonly Schema[] | undefined;
  if (choices) {
    const found = choices.map((one) => misfit(value, one, named, at));
    // Of several that do not fit the one that came furthest tells most.
    return found.includes(undefined)
      ? undefined
      : (found as string[]).toSorted((one, two) => two.length - one.length)[0];
  }
  if ('const' in schema) return value === schema.const ? undefined : `${at} is not ${String(schema.const)}`;
  if (schema.enum) return (schema.enum as unknown[]).includes(value) ? undefined : `${at} is ${String(value)}`;
  if (type === undefined) return undefined;
  const is = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
  if (is !== (type === 'integer' ? 'number' : type)) return `${at} is ${is}, not ${String(type)}`;
  if (is === 'array' && items)
    return first((value as unknown[]).map((one, place) => misfit(one, items as Schema, named, `${at}/${place}`)));
  if (is !== 'object') return undefined;
  const own = value as Record<string, unknown>;
  const lacking = ((required ?? []) as string[]).find((key) => !(key in own));
  if (lacking !== undefined) return `${at} lacks ${lacking}`;
  const known = (properties ?? {}) as Record<string, Schema>;
  return first(
    Object.entries(own).map(([key, one]) => {
      if (Object.hasOwn(known, key)) return misfit(one, known[key]!, named, `${at}/${key}`);
      if (additionalProperties === false) return `${at} has ${key}`;
      return typeof additionalProperties === 'object'
        ? misfit(one, additionalProperties as Schema, named, `${at}/${key}`)
        : undefined;
    }),
  );
}

const first = (found: readonly (string | undefined)[]): string | undefined => found.find((one) => one !== undefined);
