import type { Json, JsonObject } from '@fadu/kernel';
import { type FieldSpec, isSealed, type Line, type RelatedQuery, specAt, valueAt } from '@fadu/procedure';

/** Longer values are no identifiers; an index entry has a limit. */
const LONGEST = 400;

const ref = (path: string, value: Json | undefined): string | undefined =>
  value === undefined || value === null || value === '' || isSealed(value) || String(value).length > LONGEST
    ? undefined
    : `${path}=${String(value)}`;

const paths = new WeakMap<readonly Line[], Map<string, readonly string[]>>();

/** Fields by which guards of any line find matters of this one, or its list narrows them; told once for each set of lines. */
export function refPathsOf(lines: readonly Line[], code: string): readonly string[] {
  let known = paths.get(lines);
  if (!known) {
    const queries = lines.flatMap((line) => Object.values(line.related ?? {}));
    known = new Map(
      lines.map((line) => {
        const asked = queries.filter((query) => query.line === line.code);
        return [
          line.code,
          [...new Set([...asked.flatMap((query) => Object.values(query.match)), ...filterPaths(line)])],
        ];
      }),
    );
    paths.set(lines, known);
  }
  return known.get(code) ?? [];
}

/** What a matter is found by, as kept in its indexed column: `act.docNumber=…`; of several choices each. */
export const refsOf = (paths: readonly string[], data: JsonObject): string[] =>
  paths.flatMap((path) => [valueAt(data, path)].flat().flatMap((value) => ref(path, value) ?? []));

const filterable = (spec: FieldSpec | undefined): boolean =>
  spec?.kind === 'choice' || spec?.kind === 'choices' || spec?.kind === 'organization' || spec?.kind === 'bool';

/** The fields by whose values a line's list may be narrowed. */
export const filterPaths = (line: Line): string[] => [
  ...new Set([...line.list.filters, ...line.list.columns].filter((path) => filterable(specAt(line.fields, path)))),
];

/** What a related query looks for; undefined when a value is missing, so that nothing can be related. */
export function wantedRefs(query: RelatedQuery, data: JsonObject): string[] | undefined {
  const wanted = Object.entries(query.match).map(([own, other]) => ref(other, valueAt(data, own)));
  return wanted.some((one) => one === undefined) ? undefined : (wanted as string[]);
}
