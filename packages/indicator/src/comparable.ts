/**
 * Whether two figures may stand side by side. What is not comparable is refused with the reason, never drawn. Figures that
 * are rounded, or whose base nobody stated, are compared and the doubt is told beside; that is for who shows them.
 */
export interface Measured {
  /** Short name of the column, for the reasons. */
  readonly label: string;
  readonly code: string;
  /** What the code counts. */
  readonly measure: string;
  /** Units that count alike have the same kind: 件 and 份, not 件 and 人. */
  readonly unitKind: string;
  readonly unit: string;
  readonly place: string;
  /** 省级, 市级; null where nobody has said. */
  readonly level: string | null;
  /** First and last day (PlainDate), both included. */
  readonly from: string;
  readonly to: string;
  readonly extent: Extent;
  /** Of a rate: what stands below the line; null where it is not stated, or is none. */
  readonly base: { readonly code: string; readonly words: string } | null;
  /** Version of the definition by which it was counted; null where that is unknown. */
  readonly version: number | null;
}

/** The whole of the place; its own level without those below; or a part, in words. */
export type Extent =
  | { readonly is: 'whole' }
  | { readonly is: 'own' }
  | { readonly is: 'part'; readonly words: string };

export interface Incomparable {
  readonly why: 'measure' | 'unit' | 'extent' | 'base' | 'length' | 'version' | 'period';
  readonly message: string;
}

/** Why two figures are not compared; undefined when they may be. The gravest reason first. */
export function whyIncomparable(one: Measured, two: Measured): Incomparable | undefined {
  const told = (
    why: Incomparable['why'],
    name: string,
    of: (own: Measured) => string,
    called: (own: Measured) => string = ({ label }) => label,
  ): Incomparable => ({ why, message: `${name}：${called(one)}是${of(one)}，${called(two)}是${of(two)}` });
  const byPlace = ({ place }: Measured): string => place;
  if (one.code !== two.code) return told('measure', '口径不同', ({ measure }) => measure);
  if (one.unitKind !== two.unitKind) return told('unit', '单位不同', ({ unit }) => unit);
  if (extentKey(one.extent) !== extentKey(two.extent))
    return told('extent', '范围不同', ({ extent }) => extentWords(extent));
  if (one.base !== null && two.base !== null && one.base.code !== two.base.code)
    return told('base', '分母不同', ({ base }) => base!.words);
  if (lengthOf(one) !== lengthOf(two)) return told('length', '期间长短不同', periodWords, byPlace);
  if (one.version !== null && two.version !== null && one.version !== two.version)
    return told('version', '口径的版本不同', ({ version }) => `第${version}版`);
  if (one.from !== two.from && one.place !== two.place) return told('period', '地区和期间都不同', periodWords, byPlace);
  return undefined;
}

const extentKey = (extent: Extent): string => (extent.is === 'part' ? `part:${extent.words}` : extent.is);

export const extentWords = (extent: Extent): string =>
  extent.is === 'whole' ? '全域' : extent.is === 'own' ? '本级' : extent.words;

/** Months from the first to the last day; days below a month. A February is as long as any month. */
function lengthOf({ from, to }: Measured): string {
  const [y1, m1, d1] = from.split('-').map(Number) as [number, number, number];
  const [y2, m2] = to.split('-').map(Number) as [number, number];
  const wholeMonths = d1 === 1 && isMonthEnd(to);
  if (wholeMonths) return `${(y2 - y1) * 12 + m2 - m1 + 1}m`;
  return `${(Date.parse(to) - Date.parse(from)) / 86_400_000 + 1}d`;
}

const isMonthEnd = (day: string): boolean => new Date(Date.parse(day) + 86_400_000).getUTCDate() === 1;

/** 2023年, 2021—2025年, 2023年1月至6月, 2023年12月31日, or both days. */
export function periodWords({ from, to }: Pick<Measured, 'from' | 'to'>): string {
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))];
  if (from === to) return `${year}年${month}月${Number(from.slice(8))}日`;
  if (from.endsWith('-01-01') && to.endsWith('-12-31')) {
    const last = to.slice(0, 4);
    return last === year ? `${year}年` : `${year}—${last}年`;
  }
  if (from.endsWith('-01') && isMonthEnd(to) && to.startsWith(year)) {
    const last = Number(to.slice(5, 7));
    return month === last ? `${year}年${month}月` : `${year}年${month}月至${last}月`;
  }
  return `${from}至${to}`;
}

/**
 * Which may stand together: figures that are linked by pairs that may be compared (a place over the years, places in one
 * year), the largest group first, then by where they begin. Each holds indexes in order; a figure alone is a group too.
 */
export function comparableGroups(figures: readonly Measured[]): readonly (readonly number[])[] {
  const groups: number[][] = [];
  const placed = new Set<number>();
  figures.forEach((_, first) => {
    if (placed.has(first)) return;
    const group = [first];
    placed.add(first);
    for (const at of group)
      figures.forEach((other, index) => {
        if (placed.has(index) || whyIncomparable(figures[at]!, other)) return;
        placed.add(index);
        group.push(index);
      });
    groups.push(group.toSorted((one, two) => one - two));
  });
  return groups.toSorted((one, two) => two.length - one.length || one[0]! - two[0]!);
}
