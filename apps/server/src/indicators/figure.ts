import {
  CATALOGUE,
  compile,
  countOf,
  decimalText,
  definitions,
  type Formula,
  type FormulaVersion,
  growth,
  type IndicatorDefinition,
  MISSING_WORDS,
  missing,
  moneyOf,
  type Period,
  parsePeriod,
  ratioOf,
  selectionsOf,
  type Value,
  versionFor,
  type Within,
  yearBefore,
} from '@fadu/indicator';
import { chineseDate, dayOf, fail, ok, type Refusal, type Result, refusal } from '@fadu/kernel';
import { formulas } from '@fadu/lines';
import type pg from 'pg';
import type { Scope } from '../access/scope.js';
import type { Platform } from '../matters/execute.js';
import { type Collected, collectedFigure } from '../returns/lookup.js';
import { snapshot } from '../storage/scoped.js';

/** An indicator of an organization and a period, with what explains it. */
export interface IndicatorFigure {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: IndicatorDefinition['kind'];
  readonly direction: IndicatorDefinition['direction'];
  readonly org: { readonly id: string; readonly name: string; readonly subtree: boolean };
  readonly period: { readonly text: string; readonly from: string; readonly to: string };
  readonly source: 'records' | 'returns';
  /** What returns say of it. Where records give the value it stays as it was collected, and is not used. */
  readonly collected: Collected | null;
  /** How it is counted; of figures from returns the words of the catalogue. */
  readonly counted: string;
  readonly base: string | null;
  readonly version: number | null;
  readonly value: Value;
  /** As written on screen: 60件, 25.00%, 没有记录. */
  readonly text: string;
  /** Against the same days of the year before; null where nothing can be said, with the reason in words. */
  readonly before: { readonly value: Value; readonly text: string; readonly change: string };
  /** The same on another basis, where both are asked for. */
  readonly also: { readonly name: string; readonly value: Value; readonly text: string } | null;
  /** The records behind the value, when asked for. */
  readonly rows?: readonly IndicatorRow[];
}

export interface IndicatorRow {
  readonly matter: string;
  readonly number: string | null;
  readonly receipt: string;
  readonly title: string;
  /** The day that attributes it. */
  readonly on: string;
  /** In the numerator, in the denominator. */
  readonly counted: boolean;
  readonly base: boolean;
  /** Fen or days, where the value is made of them. */
  readonly amount: number | null;
}

export interface Question {
  readonly code: string;
  /** Id or full name. */
  readonly org: string;
  readonly period: string;
  /** Only matters of the organization itself; else with all below it. */
  readonly own?: boolean;
  readonly rows?: boolean;
}

const all = new Map(definitions(CATALOGUE, formulas).map((one) => [one.code, one]));

const no = (code: string, message: string): { ok: false; error: Refusal } =>
  fail(refusal(`indicator.${code}`, message));

/** Computes a figure from the records that the scope lets through. */
export async function indicatorFigure(
  platform: Platform,
  scope: Scope,
  question: Question,
): Promise<Result<IndicatorFigure, Refusal>> {
  const definition = all.get(question.code);
  if (definition === undefined)
    return no('unknown', `没有指标 ${question.code}。指标编码以全国目录为准，可以先查目录再填写。`);
  const period = parsePeriod(question.period);
  if (period === undefined)
    return no(
      'period',
      `“${question.period}”不是期间。可以写 2023、2023H1、2023Q2、2023-03、2023-03-05 或者 2021..2025。`,
    );
  return snapshot(platform.pool, scope, async (client) => {
    const org = await findOrg(client, question.org);
    if (org === undefined) return no('org', `没有机构“${question.org}”。机构按标识或者全称查找，可以核对后再填写。`);
    const within: Within = question.own === true ? { organ: org.id } : { path: org.path };
    const version =
      definition.source.from === 'records' ? versionFor(definition.source.versions, period.from) : undefined;
    const { value, unknown, collected } = await figureFrom(client, platform, definition, version, org, period, within);
    const before = await earlier(client, platform, definition, org, yearBefore(period), within);
    const other = unknown === undefined ? version?.also : undefined;
    const also = other === undefined ? null : await computed(client, definition, other.formula, period, within);
    return ok({
      code: definition.code,
      name: definition.name,
      unit: definition.unit,
      kind: definition.kind,
      direction: definition.direction,
      org: { id: org.id, name: org.name, subtree: question.own !== true },
      period: { text: period.text, from: period.from, to: period.to },
      source: collected !== undefined && unknown !== undefined ? 'returns' : definition.source.from,
      collected: collected ?? null,
      counted: version?.counted ?? definition.counted,
      base: version?.base ?? null,
      version: version?.version ?? null,
      value,
      text: textOf(value, definition.unit),
      before: { value: before, text: textOf(before, definition.unit), change: changeText(value, before) },
      also: also === null ? null : { name: other!.name, value: also, text: textOf(also, definition.unit) },
      ...(question.rows === true && {
        rows: unknown === undefined ? await rowsOf(client, version!.formula, period, within) : [],
      }),
    });
  });
}

/** From the records; where they say nothing, from the returns. `unknown`: why the records say nothing. */
async function figureFrom(
  client: pg.PoolClient,
  platform: Platform,
  definition: IndicatorDefinition,
  version: FormulaVersion | undefined,
  org: Org,
  period: Period,
  within: Within,
): Promise<{ readonly value: Value; readonly unknown: Value | undefined; readonly collected: Collected | undefined }> {
  const unknown = await whyMissing(client, platform, definition, version, org, period, within);
  const collected = await collectedFigure(client, definition, org.id, period, 'path' in within);
  const value =
    unknown === undefined
      ? await computed(client, definition, version!.formula, period, within)
      : (collected?.value ?? unknown);
  return { value, unknown, collected };
}

/** The figure of another period, by the version that was for it. */
async function earlier(
  client: pg.PoolClient,
  platform: Platform,
  definition: IndicatorDefinition,
  org: Org,
  period: Period,
  within: Within,
): Promise<Value> {
  const version =
    definition.source.from === 'records' ? versionFor(definition.source.versions, period.from) : undefined;
  return (await figureFrom(client, platform, definition, version, org, period, within)).value;
}

/** 同比增长82.37% · 同比下降3.20个百分点 · 与上年持平 · 上年为零，不计算增幅. */
function changeText(now: Value, before: Value): string {
  const change = growth(now, before);
  if (change.is === 'none') return NO_CHANGE[change.why];
  const [numerator, denominator] = [BigInt(change.numerator), BigInt(change.denominator)];
  if (numerator === 0n) return '与上年持平';
  const up = numerator > 0n === denominator > 0n;
  const size = (value: bigint): bigint => (value < 0n ? -value : value);
  const hundredths = (2n * size(numerator) * 10_000n + size(denominator)) / (2n * size(denominator));
  const text = `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
  return change.is === 'points' ? `同比${up ? '上升' : '下降'}${text}个百分点` : `同比${up ? '增长' : '下降'}${text}%`;
}

const NO_CHANGE = {
  fromZero: '上年为零，不计算增幅',
  missing: '没有可比的数',
  notComparable: '口径不同，不能比较',
} as const;

interface Org {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly from: string;
  readonly to: string | null;
}

async function findOrg(client: pg.PoolClient, name: string): Promise<Org | undefined> {
  const { rows } = await client.query<Org>(
    `select id, name, path::text as path, valid_from::text as from, valid_to::text as to from org
     where id = $1 or name = $1 order by (id = $1) desc, valid_from desc limit 1`,
    [name],
  );
  return rows[0];
}

/**
 * Nothing known is not zero: an indicator that no line feeds, a period that has not begun, an organization that was not
 * there, records that begin only later.
 */
async function whyMissing(
  client: pg.PoolClient,
  platform: Platform,
  definition: IndicatorDefinition,
  version: FormulaVersion | undefined,
  org: Org,
  period: Period,
  within: Within,
): Promise<Value | undefined> {
  if (org.from > period.to || (org.to !== null && org.to < period.from)) return missing('notApplicable');
  if (period.from > dayOf(platform.now()) || definition.source.from === 'returns') return missing('notYetReported');
  if (version === undefined) return missing('notRecorded');
  const lines = [...new Set(selectionsOf(version.formula).map((selection) => selection.line))];
  const [place, of] = 'organ' in within ? ['organ = $3', within.organ] : ['path <@ $3::ltree', within.path];
  const { rows } = await client.query<{ kept: boolean }>(
    `select exists (select from matter where line = any($1::text[]) and opened_on <= $2::date and ${place}) as kept`,
    [lines, period.to, of],
  );
  return rows[0]!.kept ? undefined : missing('notRecorded');
}

async function computed(
  client: pg.PoolClient,
  definition: IndicatorDefinition,
  formula: Formula,
  period: Period,
  within: Within,
): Promise<Value> {
  const { value } = compile(formula, period, within);
  const { rows } = await client.query<{ numerator: string; denominator: string | null }>(value.text, [...value.values]);
  const { numerator, denominator } = rows[0]!;
  if (denominator !== null) return ratioOf(Number(numerator), Number(denominator));
  return definition.kind === 'money' ? moneyOf(Number(numerator)) : countOf(Number(numerator));
}

async function rowsOf(
  client: pg.PoolClient,
  formula: Formula,
  period: Period,
  within: Within,
): Promise<IndicatorRow[]> {
  const { rows } = compile(formula, period, within);
  const found = await client.query<{
    matter: string;
    number: string | null;
    receipt: string;
    title: string;
    on: string;
    counted: boolean;
    base: boolean;
    amount: string | null;
  }>(
    `select r.matter, m.number, m.receipt, m.title, r.on_day as on, r.counted, r.base, r.amount
     from (${rows.text}) r join matter m on m.region = r.region and m.id = r.matter order by r.on_day, m.number, r.matter`,
    [...rows.values],
  );
  return found.rows.map((row) => ({ ...row, amount: row.amount === null ? null : Number(row.amount) }));
}

function textOf(value: Value, unit: string): string {
  switch (value.is) {
    case 'count':
      return `${value.count}${unit}`;
    case 'money':
      return `${decimalText(value.fen, 100)}元`;
    case 'ratio':
      return unit === '%'
        ? `${decimalText(value.numerator, value.denominator, 100)}%`
        : `${decimalText(value.numerator, value.denominator, 1, 1)}${unit}`;
    case 'missing':
      return MISSING_WORDS[value.why];
  }
}

/** 2023年1月1日至2023年12月31日 */
export const periodWords = (period: IndicatorFigure['period']): string =>
  `${chineseDate(period.from as never)}至${chineseDate(period.to as never)}`;
