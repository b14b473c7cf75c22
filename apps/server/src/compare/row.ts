import { type CatalogueEntry, comparableGroups, extentWords, type Measured, whyIncomparable } from '@fadu/indicator';
import type { CompareCell, CompareRow } from '@fadu/wire';
import type { Found } from './cell.js';
import { findingOf, relationOf } from './finding.js';

/** A row: what may be compared is, the rest says why not. */
export function rowOf(entry: CatalogueEntry, found: readonly Found[]): CompareRow {
  const there = found.flatMap(({ measured }, at) => (measured ? [{ measured, at }] : []));
  const groups = comparableGroups(there.map(({ measured }) => measured)).map((group) =>
    group.map((index) => there[index]!.at),
  );
  // Of groups as large as each other the one that counts what the row asks for.
  const [most] = groups.toSorted(
    (one, two) => two.length - one.length || asks(found, two, entry) - asks(found, one, entry) || one[0]! - two[0]!,
  );
  const drawn = most ?? [];
  const first = drawn[0] === undefined ? undefined : found[drawn[0]];
  const cells = found.map((one, at): CompareCell => {
    const isDrawn = drawn.includes(at);
    return {
      text: one.text,
      value: one.value,
      drawn: isDrawn && drawn.length > 1,
      refused: one.refused ?? (one.measured && !isDrawn ? reasonFor(one.measured, drawn, found) : null),
      relation: isDrawn && first && at !== drawn[0] ? relationOf(first, one) : null,
      other: one.measured && one.measured.code !== entry.code ? one.measured.measure : null,
      base: one.base,
      extent: one.measured && extentWords(one.measured.extent),
      version: one.measured?.version ?? null,
      source: one.source,
      unchecked: one.unchecked,
      n: one.n,
      notes: one.notes,
    };
  });
  const { code, name, unit, kind, counted } = entry;
  const compared = drawn.map((at) => found[at]!);
  return {
    code,
    name,
    unit,
    kind,
    counted,
    cells,
    finding: compared.length > 1 ? findingOf(compared) : null,
    others: groups.filter((group) => group !== most && group.length > 1),
    doubts: compared.length > 1 ? doubtsOf(compared, unit) : [],
  };
}

const asks = (found: readonly Found[], group: readonly number[], { code }: CatalogueEntry): number =>
  found[group[0]!]?.measured?.code === code ? 1 : 0;

/** The gravest reason against the nearest of those that are compared. */
function reasonFor(own: Measured, drawn: readonly number[], found: readonly Found[]): string | null {
  const reasons = drawn.flatMap((at) => whyIncomparable(found[at]!.measured!, own) ?? []);
  return reasons[0]?.message ?? null;
}

function doubtsOf(compared: readonly Found[], unit: string): string[] {
  const named = (some: readonly Found[]): string => some.map(({ measured }) => measured!.label).join('、');
  const rounded = compared.filter((one) => one.rounded);
  const unstated =
    unit === '%' ? compared.filter(({ base, measured }) => base === null && measured!.base === null) : [];
  return [
    ...(rounded.length > 0 ? [`${named(rounded)}是约数`] : []),
    ...(unstated.length > 0 ? [`${named(unstated)}没有写明分母`] : []),
  ];
}
