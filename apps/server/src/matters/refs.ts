import type { Json, JsonObject } from '@fadu/kernel';
import { isSealed, type Line, type RelatedQuery, valueAt } from '@fadu/procedure';

/** Longer values are no identifiers; an index entry has a limit. */
const LONGEST = 400;

const ref = (path: string, value: Json | undefined): string | undefined =>
  value === undefined || value === null || value === '' || isSealed(value) || String(value).length > LONGEST
    ? undefined
    : `${path}=${String(value)}`;

/** Fields by which guards of any line find matters of this one. */
export const refPathsOf = (lines: readonly Line[], code: string): string[] => [
  ...new Set(
    lines.flatMap((line) =>
      Object.values(line.related ?? {}).flatMap((query) => (query.line === code ? Object.values(query.match) : [])),
    ),
  ),
];

/** What a matter is found by, as kept in its indexed column: `act.docNumber=…`. */
export const refsOf = (paths: readonly string[], data: JsonObject): string[] =>
  paths.flatMap((path) => ref(path, valueAt(data, path)) ?? []);

/** What a related query looks for; undefined when a value is missing, so that nothing can be related. */
export function wantedRefs(query: RelatedQuery, data: JsonObject): string[] | undefined {
  const wanted = Object.entries(query.match).map(([own, other]) => ref(other, valueAt(data, own)));
  return wanted.some((one) => one === undefined) ? undefined : (wanted as string[]);
}
