import type { FieldSpec, Fields } from '@fadu/procedure';

/** The field at `act.docNumber`, list positions passed over. */
export function specAt(fields: Fields, path: string): FieldSpec | undefined {
  const [head, ...rest] = path.split('.').filter((part) => !/^\d+$/.test(part));
  const spec = fields[head!];
  if (!spec || rest.length === 0) return spec;
  return spec.kind === 'group' || spec.kind === 'list' ? specAt(spec.of, rest.join('.')) : undefined;
}
