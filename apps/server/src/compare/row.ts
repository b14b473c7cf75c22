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
  // Never another measure than the one that was asked for, however many columns have it.
  const drawn = groups.find(([at]) => codeAt(found, at!) === entry.code) ?? [];
  const cells = found.map((one, at): CompareCell => {
    const isDrawn = drawn.includes(at);
    return {
      text: one.text,
      value: one.value,
      drawn: isDrawn && drawn.length > 1,
      refused: one.refused ?? (one.measured && !isDrawn ? reasonFor(one.measured, drawn, found, entry) : null),
      relation: isDrawn ? relationIn(drawn, found, at) : null,
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
    others: groups.flatMap((columns) =>
      columns === drawn || columns.length < 2 ? [] : [{ code: codeAt(found, columns[0]!)!, columns }],
    ),
    doubts: compared.length > 1 ? doubtsOf(compared, unit) : [],
  };
}

const codeAt = (found: readonly Found[], at: number): string | undefined => found[at]!.measured?.code;

/** Against the first of the group that it may be compared with by itself: never another place in another year. */
function relationIn(drawn: readonly number[], found: readonly Found[], at: number): string | null {
  const own = found[at]!;
  const against = drawn
    .filter((other) => other < at && whyIncomparable(found[other]!.measured!, own.measured!) === undefined)
    .map((other) => found[other]!);
  const first = against.find(({ measured }) => measured!.place === own.measured!.place) ?? against[0];
  return first === undefined ? null : relationOf(first, own);
}

/** The gravest reason against those that are compared; without any, against what was asked for. */
function reasonFor(own: Measured, drawn: readonly number[], found: readonly Found[], { name }: CatalogueEntry): string {
  const [reason] = drawn.flatMap((at) => whyIncomparable(found[at]!.measured!, own) ?? []);
  return reason?.message ?? `口径不同：所选指标是${name}，${own.label}是${own.measure}`;
}

function doubtsOf(compared: readonly Found[], unit: string): string[] {
  const named = (some: readonly Found[]): string => some.map(({ measured }) => measured!.label).join('、');
  const rounded = compared.filter((one) => one.rounded);
  const unstated =
    unit === '%' ? compared.filter(({ base, measured }) => base === null && measured!.base === null) : [];
  const levels = new Set(compared.flatMap(({ measured }) => measured!.level ?? []));
  return [
    ...(levels.size > 1 && unit !== '%' ? ['地区的级别不同，数量只供参考'] : []),
    ...(rounded.length > 0 ? [`${named(rounded)}是约数`] : []),
    ...(unstated.length > 0 ? [`${named(unstated)}没有写明分母`] : []),
  ];
}
