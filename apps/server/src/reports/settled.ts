import { createHash } from 'node:crypto';
import type { Value } from '@fadu/indicator';
import type { JsonObject } from '@fadu/kernel';
import type { IndicatorFigure, KeptStatement } from '@fadu/wire';
import type { ReportSentence } from './model.js';
import { inUnit } from './sentence.js';

/** What a report says of a figure, as it is recorded when the figures are settled; from then on nothing else is told. */
export interface SettledFigure {
  readonly code: string;
  readonly name: string;
  /** As it stands in the report, without the mark at the end. */
  readonly written: string;
  /** In the unit; of a rate the percent. Digits as a person typed them. */
  readonly value: string;
  readonly source: 'records' | 'returns' | 'override';
  readonly unit: string;
  readonly counted: string;
  readonly base?: string;
  readonly origin: string;
  /** Of a rate or a mean, where both are counts. */
  readonly numerator?: number;
  readonly denominator?: number;
  /** The year before, as it was known then, in words. */
  readonly before?: string;
}

type Computed = Pick<SettledFigure, 'code' | 'name' | 'written'> & {
  readonly figure: IndicatorFigure;
  /** What the sentence says of the figure. */
  readonly said: Value;
  readonly overridden: { readonly value: string; readonly reason: string } | undefined;
};

/** What is recorded of a figure as it is computed now, or as a person put it. */
export function settledNow({ code, name, written, figure, said, overridden }: Computed): SettledFigure {
  const { unit, counted, base, before, source } = figure;
  return {
    code,
    name,
    written,
    value: overridden?.value ?? String(inUnit(said, unit) ?? ''),
    source: overridden ? 'override' : source,
    unit,
    counted,
    ...(base !== null && { base }),
    origin: overridden?.reason ?? originOf(figure),
    ...(overridden === undefined && partsOf(said, source)),
    before: before.text,
  };
}

/** What was recorded of a figure, with its parts in the order in which they were digested. */
export function settledThen(item: JsonObject): SettledFigure {
  const kept = item as unknown as SettledFigure;
  const { code, name, written, value, source, unit, counted, base, origin, numerator, denominator, before } = kept;
  return {
    code,
    name,
    written,
    value,
    source,
    unit: unit ?? '',
    counted,
    ...(base !== undefined && { base }),
    origin,
    ...(numerator !== undefined && denominator !== undefined && { numerator, denominator }),
    ...(before !== undefined && { before }),
  };
}

/** A percentage that somebody reported without its counts has no parts, only the hundred it is of. */
function partsOf(value: Value, source: 'records' | 'returns') {
  if (value.is !== 'ratio') return {};
  const { numerator, denominator } = value;
  return source === 'returns' && /^100+$/.test(String(denominator)) ? {} : { numerator, denominator };
}

/** A number typed by a person as a value of the indicator's kind. */
export function valueAs({ unit, kind }: Pick<IndicatorFigure, 'unit' | 'kind'>, typed: number): Value {
  if (unit === '%') return { is: 'ratio', numerator: Math.round(typed * 100), denominator: 10_000 };
  if (kind === 'money') return { is: 'money', fen: Math.round(typed * 100) };
  return Number.isInteger(typed)
    ? { is: 'count', count: typed }
    : { is: 'ratio', numerator: Math.round(typed * 100), denominator: 100 };
}

/** What was settled as a value: the parts where they were kept, else the number as it was written. */
export function valueThen(figure: Pick<IndicatorFigure, 'unit' | 'kind'>, settled: SettledFigure): Value {
  const { numerator, denominator, value } = settled;
  return numerator !== undefined && denominator !== undefined
    ? { is: 'ratio', numerator, denominator }
    : valueAs(figure, Number(value));
}

/** What is kept of the statements of a chapter with a version of its words. */
export const keptStatements = (sentences: readonly ReportSentence[]): KeptStatement[] =>
  sentences.map(({ settled: { code, name, written, value, unit, source, origin }, state }) => ({
    code,
    name,
    written,
    value,
    unit,
    state,
    source,
    origin,
  }));

/** From what a figure comes, in words: the version of the formula, or the returns. */
export function originOf({ source, version, collected, org, period }: IndicatorFigure): string {
  if (source === 'records') return `${org.name}${period.text}年的记录，计算方法第${version ?? 1}版`;
  return (collected?.from ?? []).map(({ receipt, approvedOn }) => `填报表${receipt}，${approvedOn}审定`).join('；');
}

/** SM3 over codes, values, words and sources in the order of the text. */
export const digestOf = (figures: readonly SettledFigure[]): string =>
  createHash('sm3').update(JSON.stringify(figures)).digest('hex');
