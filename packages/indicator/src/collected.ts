import type { CatalogueEntry } from '@fadu/catalogue';
import { countOf, type Missing, missing, moneyOf, type Rounding, ratioOf, type Value } from './value.js';

/** What a return says of an indicator: a value, or which kind of nothing. Zero is a value. */
export type CollectedKind = 'value' | 'missing' | 'notApplicable' | 'notReported' | 'withheld';

export const COLLECTED_KINDS = {
  value: '有数',
  missing: '缺数',
  notApplicable: '不适用',
  notReported: '未报',
  withheld: '不公开',
} as const satisfies Readonly<Record<CollectedKind, string>>;

export type CollectedApprox = 'exact' | Rounding;

export const COLLECTED_APPROX = {
  exact: '确数',
  about: '约',
  over: '余（多于）',
  under: '近（不足）',
} as const satisfies Readonly<Record<CollectedApprox, string>>;

/** A value that says itself how far it is known. */
export const roundedValue = (value: Value, approx: CollectedApprox): Value =>
  value.is === 'missing' || approx === 'exact' ? value : { ...value, approx };

/** A number with its unit, as far as it is known: 约250件, 250余件, 近250件, 86%以上. */
export function approximately(text: string, approx: CollectedApprox): string {
  switch (approx) {
    case 'exact':
      return text;
    case 'about':
      return `约${text}`;
    case 'under':
      return `近${text}`;
    case 'over':
      return text.endsWith('%') ? `${text}以上` : text.replace(/^([\d.]+)/, '$1余');
  }
}

/** Where a number of a return was taken from, when nobody typed it. */
export const COLLECTED_ORIGINS = { units: '下级合计', periods: '各期合计' } as const;
export type CollectedOrigin = keyof typeof COLLECTED_ORIGINS;

/** A row of a return (填报表). Several rows of one code are the parts of a whole and bear names. */
export interface CollectedFigure {
  readonly code: string;
  /** 其中：合同. Absent: the whole. */
  readonly part?: string;
  readonly kind: CollectedKind;
  /** In the unit of the catalogue (money in yuan, rates in percent), digits as written. */
  readonly value?: string;
  /** Of a rate, where the counts are known. */
  readonly numerator?: number;
  readonly denominator?: number;
  readonly approx?: CollectedApprox;
  readonly origin?: CollectedOrigin;
  readonly reason?: string;
}

const WHY: Readonly<Record<Exclude<CollectedKind, 'value'>, Missing>> = {
  missing: 'notRecorded',
  notApplicable: 'notApplicable',
  notReported: 'notYetReported',
  withheld: 'withheld',
};

const DIGITS = /^(0|[1-9]\d{0,14})(?:\.(\d{1,4}))?$/;

/** A number as typed, as a fraction of whole numbers; undefined when it is none or has more than fifteen digits. */
export function decimalOf(text: string): { readonly numerator: number; readonly denominator: number } | undefined {
  const match = DIGITS.exec(text);
  if (!match) return undefined;
  const places = match[2]?.length ?? 0;
  const numerator = Number(match[1]! + (match[2] ?? ''));
  return Number.isSafeInteger(numerator * 100) ? { numerator, denominator: 10 ** places } : undefined;
}

/**
 * What a row says, as a value: money in fen, rates as numerator and denominator. A rate without its counts keeps the
 * rate as it was stated. Undefined when the row does not hold together; checkCollected says why.
 */
export function collectedValue(row: CollectedFigure, entry: Pick<CatalogueEntry, 'kind' | 'unit'>): Value | undefined {
  if (row.kind !== 'value') return missing(WHY[row.kind]);
  if (row.numerator !== undefined && row.denominator !== undefined) return ratioOf(row.numerator, row.denominator);
  const stated = row.value === undefined ? undefined : decimalOf(row.value);
  if (stated === undefined) return undefined;
  const { numerator, denominator } = stated;
  if (entry.kind === 'money')
    return (numerator * 100) % denominator === 0 ? moneyOf((numerator * 100) / denominator) : undefined;
  if (entry.unit === '%') return ratioOf(numerator, denominator * 100);
  return denominator === 1 ? countOf(numerator) : ratioOf(numerator, denominator);
}

/** The rows of one indicator in one: the whole where it is given, else the sum of its parts; approximate if a part is. */
export function wholeOf(
  rows: readonly CollectedFigure[],
  entry: Pick<CatalogueEntry, 'kind' | 'unit'>,
): { readonly value: Value; readonly approx: CollectedApprox } | undefined {
  const whole = rows.find((row) => row.part === undefined);
  if (whole) {
    const value = collectedValue(whole, entry);
    return value && { value, approx: whole.approx ?? 'exact' };
  }
  const values = rows.map((row) => collectedValue(row, entry));
  if (values.length === 0 || values.some((value) => value === undefined)) return undefined;
  // A sum with a hole in it is no sum.
  const hole = values.find((value) => value!.is === 'missing' || value!.is === 'ratio');
  if (hole) return { value: hole.is === 'missing' ? hole : missing('notRecorded'), approx: 'exact' };
  const sum = values.reduce(
    (all, value) => all + (value!.is === 'money' ? value!.fen : value!.is === 'count' ? value!.count : 0),
    0,
  );
  const approx = rows.find((row) => (row.approx ?? 'exact') !== 'exact')?.approx ?? 'exact';
  return { value: entry.kind === 'money' ? moneyOf(sum) : countOf(sum), approx };
}
