import {
  approximately,
  decimalText,
  definitions,
  type FormulaVersion,
  type IndicatorDefinition,
  MISSING_WORDS,
  type Period,
  parsePeriod,
  type Value,
  versionFor,
} from '@fadu/indicator';
import { chineseDate, dayOf, fail, ok, type PlainDate, type Refusal, type Result, refusal } from '@fadu/kernel';
import { catalogue, formulas } from '@fadu/lines';
import type { IndicatorFigure, IndicatorRow } from '@fadu/wire';
import type pg from 'pg';
import type { Scope } from '../access/scope.js';
import type { Platform } from '../matters/execute.js';
import { amendmentNotes } from '../returns/amendment-notes.js';
import { ReturnsBook } from '../returns/lookup.js';
import { snapshot } from '../storage/scoped.js';
import { changeText } from './change-text.js';
import {
  type Counting,
  countingFor,
  covers,
  type FigureOrg,
  type FoundRecord,
  type Page,
  type UpTo,
} from './counting.js';
import { computed, countedOf, valueAt, versionOf, whyMissing, withinOf } from './figure-value.js';
import { comparedPeriod, comparedWords } from './periods.js';

export type { IndicatorFigure, IndicatorRow } from '@fadu/wire';

export interface Question {
  readonly code: string;
  /** Id or full name. */
  readonly org: string;
  readonly period: string;
  /** Only matters of the organization itself; else with all below it. */
  readonly own?: boolean;
  readonly rows?: boolean;
  /** Default `now`. */
  readonly upTo?: UpTo;
}

const all = new Map(definitions(catalogue, formulas).map((one) => [one.code, one]));

/** The indicator of a code; undefined when neither the catalogue nor a line has it. */
export const definitionOf = (code: string): IndicatorDefinition | undefined => all.get(code);

const no = (code: string, message: string): { ok: false; error: Refusal } =>
  fail(refusal(`indicator.${code}`, message));

/** What a question asks of, found and understood, on a snapshot. */
export interface Asked {
  readonly client: pg.PoolClient;
  readonly platform: Platform;
  readonly scope: Scope;
  readonly definition: IndicatorDefinition;
  readonly org: FigureOrg;
  readonly period: Period;
  readonly own: boolean;
  readonly counting: Counting;
  readonly returns: ReturnsBook;
}

/** Understands a question and works on one snapshot with it: figure, records and parts asked together agree. */
export async function asked<T>(
  platform: Platform,
  scope: Scope,
  question: Question,
  work: (asked: Asked) => Promise<T>,
): Promise<Result<T, Refusal>> {
  const definition = all.get(question.code);
  if (definition === undefined)
    return no('unknown', `没有指标 ${question.code}。指标编码以全国目录为准，可以先查目录再填写。`);
  const period = parsePeriod(question.period);
  if (period === undefined)
    return no(
      'period',
      `“${question.period}”不是期间。可以写 2023、2023H1、2023Q2、2023-03、2023W10（第10周）、2023-03-05、2021..2025，或者任意两日 2023-03-06..2023-03-12。`,
    );
  return snapshot(platform.pool, scope, async (client) => {
    const org = await findOrg(client, question.org);
    if (org === undefined) return no('org', `没有机构“${question.org}”。机构按标识或者全称查找，可以核对后再填写。`);
    const own = question.own === true;
    const counting = await countingFor(client, scope, org, own, question.upTo ?? 'now');
    const returns = new ReturnsBook(client);
    return ok(await work({ client, platform, scope, definition, org, period, own, counting, returns }));
  });
}

/** Computes a figure from the records that the scope lets through. */
export const indicatorFigure = (
  platform: Platform,
  scope: Scope,
  question: Question,
): Promise<Result<IndicatorFigure, Refusal>> =>
  asked(platform, scope, question, (one) => figureOf(one, question.rows === true));

/** The figures of many indicators of one organization and period, all from one moment, by their codes. */
export async function indicatorFigures(
  platform: Platform,
  scope: Scope,
  { codes, ...question }: Omit<Question, 'code' | 'rows'> & { readonly codes: readonly string[] },
): Promise<Result<ReadonlyMap<string, IndicatorFigure>, Refusal>> {
  const figures = new Map<string, IndicatorFigure>();
  const [code] = codes;
  if (code === undefined) return ok(figures);
  return asked(platform, scope, { ...question, code }, async (one) => {
    for (const next of new Set(codes)) {
      const definition = all.get(next);
      if (definition === undefined) throw new Error(`no indicator ${next}`);
      figures.set(next, await figureOf({ ...one, definition }));
    }
    return figures;
  });
}

/** A page of the records behind a figure, by day; none where the figure does not come from records. */
export const indicatorRows = (
  platform: Platform,
  scope: Scope,
  question: Question,
  page: Page,
): Promise<Result<IndicatorRow[], Refusal>> =>
  asked(platform, scope, question, async (one) => {
    const version = versionOf(one.definition, one.period);
    return version === undefined ? [] : rowsOf(one, version, page);
  });

/** The figure of what was asked; with `rows` every record behind it. */
export async function figureOf(one: Asked, rows = false): Promise<IndicatorFigure> {
  const { definition, org, period, own, counting } = one;
  const version = versionOf(definition, period);
  const { value, unknown, collected } = await valueAt(one, period);
  const earlier = comparedYear(one);
  const before = (await valueAt(one, earlier)).value;
  const compared = comparedWords(period);
  const other = unknown === undefined ? version?.also : undefined;
  const also = other === undefined ? null : await computed(one, version!, period, 'also');
  return {
    code: definition.code,
    name: definition.name,
    unit: definition.unit,
    kind: definition.kind,
    direction: definition.direction,
    org: { id: org.id, name: org.name, subtree: !own },
    period: { text: period.text, from: period.from, to: period.to },
    source: collected !== undefined && unknown !== undefined ? 'returns' : definition.source.from,
    own: definition.own === true,
    collected: collected ?? null,
    counted: version?.counted ?? definition.counted,
    base: version?.base ?? null,
    version: version?.version ?? null,
    value,
    text: wordsOf(one, value, period),
    before: {
      name: compared.name,
      value: before,
      text: wordsOf(one, before, earlier),
      change: changeText(value, before, definition.unit, compared.words),
    },
    also: also === null ? null : { name: other!.name, value: also, text: textOf(also, definition.unit) },
    asOf: counting.asOf ?? one.platform.now().toISOString(),
    notes: [
      ...notesOf(one, unknown === undefined || collected === undefined ? 'records' : 'returns'),
      ...(await unrecordedYears(one)),
      ...(await begunNote(one, unknown === undefined ? undefined : value)),
      ...(unknown === undefined ? [] : await amendmentNotes(one, collected)),
    ],
    ...(rows && { rows: unknown === undefined ? await rowsOf(one, version!) : [] }),
  };
}

/** A figure that stands as it was reported although there are records: they begin only within the period. */
async function begunNote(one: Asked, stated: Value | undefined): Promise<string[]> {
  if (stated === undefined || stated.is === 'missing' || one.definition.source.from === 'returns') return [];
  if ((await whyMissing(one, one.period)) !== undefined) return [];
  const version = versionOf(one.definition, one.period)!;
  const counted = textOf(await computed(one, version, one.period), one.definition.unit);
  return [`平台的记录在期间中途才开始，不是全期的，这里用填报的数；记录算出的是${counted}。`];
}

/** The same days a year earlier; of a period that still runs those that have passed, where records give the figure. */
const comparedYear = ({ platform, definition, period }: Asked): Period =>
  comparedPeriod(period, 'year', definition.source.from, dayOf(platform.now()));

/** Nothing is late of a period that has not come. */
const ahead = ({ platform }: Asked, value: Value, period: Period): string | undefined =>
  value.is === 'missing' && value.why === 'notYetReported' && period.from > dayOf(platform.now())
    ? '期间未到'
    : undefined;

/** Records that the post may not see are not known to be none. */
const unseen = ({ scope, org, own }: Asked, value: Value): string | undefined =>
  value.is === 'missing' && value.why === 'notRecorded' && !covers(scope, org, own) ? '没有可以查看的记录' : undefined;

/** A value as it is written; of what is not known how far it could be. */
export const wordsOf = (one: Asked, value: Value, period: Period): string =>
  ahead(one, value, period) ?? unseen(one, value) ?? textOf(value, one.definition.unit);

/** Of several years: since when there are records, where that is later. A sum over years without them is no sum of all. */
export async function unrecordedYears(one: Asked): Promise<string[]> {
  const { client, counting, definition, period, platform } = one;
  const [first, last] = [Number(period.from.slice(0, 4)), Number(period.to.slice(0, 4))];
  if (definition.source.from === 'returns' || first === last) return [];
  const today = Number(dayOf(platform.now()).slice(0, 4));
  for (let year = first; year <= Math.min(last, today); year += 1) {
    const upTo = parsePeriod(String(year))!;
    const version = versionFor(definition.source.versions, upTo.from);
    if (version === undefined || !(await counting.kept(client, version, upTo, withinOf(one)))) continue;
    return year === first ? [] : [`平台的记录自${year}年起，此前各年没有记录，不在这个数里。`];
  }
  return [];
}

/** What limits a figure: only what the post may see, an organization that began or ended in the period. */
export function notesOf({ scope, org, own, period }: Asked, from: 'records' | 'returns' = 'records'): string[] {
  const notes: string[] = [];
  // A return holds the sum of its unit: whoever may read it reads all of it.
  if (from === 'records' && !covers(scope, org, own)) notes.push('只统计本岗位可以查看的案件，不是全部。');
  if (org.from > period.from && org.from <= period.to)
    notes.push(`${org.name}${chineseDate(org.from as PlainDate)}设立，只有此后的数。`);
  if (org.to !== null && org.to < period.to) {
    const ended = `${org.name}${chineseDate(org.to as PlainDate)}撤销或者合并`;
    if (org.to >= period.from)
      notes.push(`${ended}。案件归立案时的机构，此后的新案不在这个数里；上级机构的数含合并前后的全部案件。`);
    else if (from === 'records') notes.push(`${ended}，这里只有它留下、此后办理的旧案。`);
  }
  return notes;
}

async function findOrg(client: pg.PoolClient, name: string): Promise<FigureOrg | undefined> {
  const { rows } = await client.query<FigureOrg>(
    `select id, name, path::text as path, valid_from::text as from, valid_to::text as to from org
     where id = $1 or name = $1 order by (id = $1) desc, valid_from desc limit 1`,
    [name],
  );
  return rows[0];
}

/** How many records are behind a figure. */
export const recordsBehind = (one: Asked, version: FormulaVersion): Promise<number> =>
  one.counting.count(one.client, countedOf(one, version));

/** The records behind a figure, by day; a page of them where asked. */
export async function rowsOf(one: Asked, version: FormulaVersion, page?: Page): Promise<IndicatorRow[]> {
  return namedRows(one, await one.counting.records(one.client, countedOf(one, version), page));
}

/** Records with the number and title of their matters. */
export async function namedRows({ client }: Asked, records: readonly FoundRecord[]): Promise<IndicatorRow[]> {
  const { rows: matters } = await client.query<Pick<IndicatorRow, 'matter' | 'number' | 'receipt' | 'title'>>(
    `select m.id as matter, m.number, m.receipt, m.title from unnest($1::text[], $2::uuid[]) as r (region, id)
     join matter m on m.region = r.region and m.id = r.id`,
    [records.map(({ region }) => region), records.map(({ matter }) => matter)],
  );
  const byId = new Map(matters.map((matter) => [matter.matter, matter]));
  return records.flatMap(({ matter, on_day, counted, base, amount }) => {
    const named = byId.get(matter);
    return named === undefined
      ? []
      : [{ ...named, on: on_day, counted, base, amount: amount === null ? null : Number(amount) }];
  });
}

/** As written on screen: 60件, 25.00%, 100%, 44.5日, 2500000余元, 没有记录. */
export const textOf = (value: Value, unit: string): string =>
  value.is === 'missing' ? MISSING_WORDS[value.why] : approximately(exactText(value, unit), value.approx ?? 'exact');

function exactText(value: Exclude<Value, { is: 'missing' }>, unit: string): string {
  switch (value.is) {
    case 'count':
      return `${value.count}${unit}`;
    case 'money':
      return `${value.fen % 100 === 0 ? value.fen / 100 : decimalText(value.fen, 100)}元`;
    case 'ratio':
      if (unit === '%' && value.numerator === 0) return '0%';
      if (unit === '%' && value.numerator === value.denominator) return '100%';
      return unit === '%'
        ? `${decimalText(value.numerator, value.denominator, 100)}%`
        : `${decimalText(value.numerator, value.denominator, 1, 1).replace(/\.0$/, '')}${unit}`;
  }
}

/** 2023年1月1日至2023年12月31日 */
export const periodWords = (period: IndicatorFigure['period']): string =>
  `${chineseDate(period.from as PlainDate)}至${chineseDate(period.to as PlainDate)}`;
