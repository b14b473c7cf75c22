import {
  type Cell,
  canBeRolledUp,
  definitions,
  FEWEST_IN_PUBLIC,
  type Formula,
  parsePeriod,
  type Selection,
  type SumOf,
  suppressed,
  type Value,
  type Variable,
  versionFor,
} from '@fadu/indicator';
import { fail, type JsonObject, ok, type Refusal, type Result, refusal } from '@fadu/kernel';
import { catalogue, formulas, reporting, speaksForGovernment } from '@fadu/lines';
import type { OpenData, OpenFigure } from '@fadu/wire';
import type pg from 'pg';
import { EVERYTHING } from '../access/scope.js';
import type { Platform } from '../matters/execute.js';
import { ReturnsBook } from '../returns/lookup.js';
import { snapshot } from '../storage/scoped.js';
import { countingFor, type FigureOrg } from './counting.js';
import { recordsBehind } from './figure.js';
import { valueAt, versionOf } from './figure-value.js';

/** Governments publish; the figures of their departments stand in theirs. */
const PUBLISHING_KIND = 'government';

/**
 * What the public may have of a year: indicators computed from records, of governments with all below them. Only years
 * that have ended, so that a figure does not change under those who use it other than by a correction.
 */
export async function openData(platform: Platform, year: string): Promise<Result<OpenData, Refusal>> {
  const period = /^20\d\d$/.test(year) ? parsePeriod(year) : undefined;
  const now = platform.now().toISOString();
  if (period === undefined || period.to >= now.slice(0, 10))
    return fail(refusal('open-data.year', `“${year}”没有开放数据。年份写作2023，当年的数据在年度结束后开放。`));
  const open = definitions(catalogue, formulas).filter(
    ({ own, source }) =>
      own !== true &&
      source.from === 'records' &&
      canBeRolledUp(versionFor(source.versions, period.from)?.formula ?? source.versions[0]!.formula),
  );
  return snapshot(platform.pool, EVERYTHING, async (client) => {
    const { rows: orgs } = await client.query<FigureOrg & { region: string }>(
      `select id, name, region, path::text as path, valid_from::text as from, valid_to::text as to from org
       where kind = $1 and valid_from <= $3::date and (valid_to is null or valid_to >= $2::date) order by region, id`,
      [PUBLISHING_KIND, period.from, period.to],
    );
    const found: Found[] = [];
    const returns = new ReturnsBook(client);
    let asOf = now;
    for (const org of orgs) {
      const counting = await countingFor(client, EVERYTHING, org, false, 'watermark');
      asOf = counting.asOf !== null && counting.asOf < asOf ? counting.asOf : asOf;
      for (const definition of open) {
        const one = { client, platform, scope: EVERYTHING, definition, org, period, own: false, counting, returns };
        const { value, unknown } = await valueAt(one, period);
        if (unknown !== undefined || value.is === 'missing') continue;
        const { formula } = versionOf(definition, period)!;
        const few = needsCount(formula) ? isFew(await recordsBehind(one, versionOf(definition, period)!)) : undefined;
        found.push({ code: definition.code, org, value, variables: variablesOf(formula, org.id, value, few) });
      }
    }
    const told = await toldInReports(client, platform, Number(year));
    const cells = found.map(({ code, org, variables }): Cell => {
      const key = `${code} ${org.id}`;
      return { key, variables, known: told.has(key) };
    });
    const withheld = suppressed(cells, sumsOf(found, orgs));
    const named = new Map(open.map((one) => [one.code, one]));
    const figures = found.map(
      ({ code, org, value }): OpenFigure => ({
        code,
        name: named.get(code)!.name,
        unit: named.get(code)!.unit,
        region: org.region,
        org: org.name,
        year,
        ...published(value, withheld.has(`${code} ${org.id}`)),
      }),
    );
    return ok({
      year,
      asOf,
      licence: LICENCE,
      fields: FIELDS,
      indicators: open.map(({ code, name, unit, kind, source, counted }) => {
        const version = source.from === 'records' ? versionFor(source.versions, period.from) : undefined;
        return { code, name, unit, kind, counted: version?.counted ?? counted, base: version?.base ?? null };
      }),
      figures,
    });
  });
}

/** What published reports of the year say from the records: everybody has it, whatever is withheld here. */
async function toldInReports(client: pg.PoolClient, platform: Platform, year: number): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ unit: string; code: string }>(
    `select data ->> $2 as unit, figure ->> 'code' as code
     from matter, jsonb_array_elements(data -> $3) as figure
     where line = $1 and state = $4 and data ->> $5 = $6 and figure ->> 'source' = 'records'`,
    [reporting.line, reporting.unit, reporting.figures, reporting.published, reporting.year, String(year)],
  );
  return new Set(
    rows.map(({ unit, code }) => {
      const org = platform.directory.findOrg(unit);
      return `${code} ${org && speaksForGovernment(org.name) ? org.parent : unit}`;
    }),
  );
}

interface Found {
  readonly code: string;
  readonly org: FigureOrg & { readonly region: string };
  readonly value: Value;
  readonly variables: readonly Variable[];
}

const isFew = (count: number): boolean => count > 0 && count < FEWEST_IN_PUBLIC;

/** Of sums and of days the number does not say how many are behind it. */
const needsCount = ({ kind }: Formula): boolean => kind === 'sum' || kind === 'days';

/** The numbers of a figure, each under a name that is the same wherever the same records are counted. */
function variablesOf(formula: Formula, org: string, value: Value, few: boolean | undefined): Variable[] {
  const one = (of: Selection | string, number: number): Variable => ({
    key: `${typeof of === 'string' ? of : JSON.stringify(of)}@${org}`,
    value: number,
    ...(few !== undefined && { few }),
  });
  switch (value.is) {
    case 'missing':
      return [];
    case 'money':
      return [one(JSON.stringify(formula), value.fen)];
    case 'count':
      return [one('of' in formula && formula.kind === 'count' ? formula.of : JSON.stringify(formula), value.count)];
    case 'ratio':
      if (formula.kind === 'ratio') return [one(formula.part, value.numerator), one(formula.whole, value.denominator)];
      if (formula.kind === 'cohort') {
        const { whole, where } = formula;
        const part = { ...whole, where: [...(whole.where ?? []), ...where] };
        return [one(part, value.numerator), one(whole, value.denominator)];
      }
      // A median: nothing adds up to it.
      return [one(JSON.stringify(formula), value.numerator)];
  }
}

/** What adds up over the tree: each government and those directly below it among the ones published. */
function sumsOf(found: readonly Found[], orgs: readonly FigureOrg[]): SumOf[] {
  const above = (org: FigureOrg): FigureOrg | undefined =>
    orgs.filter(({ path }) => org.path.startsWith(`${path}.`)).toSorted((a, b) => b.path.length - a.path.length)[0];
  const below = new Map<string, string[]>();
  for (const org of orgs) {
    const parent = above(org)?.id;
    if (parent !== undefined) below.set(parent, [...(below.get(parent) ?? []), org.id]);
  }
  const names = new Set(
    found.flatMap(({ variables }) => variables.map(({ key }) => key.slice(0, key.lastIndexOf('@')))),
  );
  return [...names].flatMap((name) =>
    [...below].map(([total, parts]) => ({ total: `${name}@${total}`, parts: parts.map((part) => `${name}@${part}`) })),
  );
}

/** A value for everybody, or that it is withheld; a reader cannot tell for which of the reasons. */
function published(value: Value, withheld: boolean): Pick<OpenFigure, 'status' | 'numerator' | 'denominator'> {
  if (withheld || value.is === 'missing') return { status: 'withheld', numerator: null, denominator: null };
  const status = 'published';
  if (value.is === 'ratio') return { status, numerator: value.numerator, denominator: value.denominator };
  return { status, numerator: value.is === 'count' ? value.count : value.fen, denominator: null };
}

const LICENCE = {
  name: '政府数据开放：可以免费复制、传播、加工，使用时请注明来源和数据截止时间',
  source: '法度平台，由办案记录计算',
} as const;

/** The dictionary: every column, in words. */
const FIELDS: OpenData['fields'] = [
  { name: 'code', type: 'text', meaning: '指标编码，全国统一，长期不变' },
  { name: 'name', type: 'text', meaning: '指标名称，口径见指标目录' },
  { name: 'unit', type: 'text', meaning: '单位；单位是%的，数值为分子÷分母' },
  { name: 'region', type: 'text', meaning: '行政区划代码（GB/T 2260）' },
  { name: 'org', type: 'text', meaning: '机构名称，数值含其下级机构' },
  { name: 'year', type: 'text', meaning: '年度，1月1日至12月31日，按口径规定的日期归属' },
  {
    name: 'status',
    type: 'text',
    meaning: `published 公布；withheld 不予公布：不足${FEWEST_IN_PUBLIC}件的数可能指向个人，能由合计、其他地区或者其他指标推算出这样的数的，也不公布。没有记录的不列出，不等于零`,
  },
  { name: 'numerator', type: 'integer', meaning: '数值；比率为分子；金额以分计' },
  { name: 'denominator', type: 'integer', meaning: '比率的分母；中位数为除数；其他指标为空' },
];

/** The same figures as a table; opens in spreadsheets as UTF-8, where a name that begins like a formula stays a name. */
export function openDataCsv({ fields, figures }: OpenData): string {
  const cell = (value: string | number | null): string => {
    const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value ?? '');
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = figures.map((one) => fields.map(({ name }) => cell(one[name as keyof OpenFigure])).join(','));
  return `\uFEFF${[fields.map(({ name }) => name).join(','), ...lines].join('\r\n')}\r\n`;
}

/** Licence and dictionary of the table for programs: CSV on the Web (W3C, tabular-metadata, 5.3–5.6). */
export const openDataMetadata = ({ year, asOf, licence, fields }: OpenData): JsonObject => ({
  '@context': ['http://www.w3.org/ns/csvw', { '@language': 'zh' }],
  url: 'csv',
  'dc:title': `${year}年法治政府建设指标`,
  'dc:rights': licence.name,
  'dc:source': licence.source,
  'dc:modified': asOf,
  dialect: { encoding: 'utf-8', header: true },
  tableSchema: {
    columns: fields.map(({ name, type, meaning }) => ({
      name,
      titles: name,
      datatype: type === 'text' ? 'string' : 'integer',
      'dc:description': meaning,
    })),
    primaryKey: ['code', 'region', 'org'],
  },
});
