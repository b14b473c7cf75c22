import { CATALOGUE, definitions, parsePeriod, sidesOf, type Value, versionFor } from '@fadu/indicator';
import { fail, ok, type Refusal, type Result, refusal } from '@fadu/kernel';
import { formulas } from '@fadu/lines';
import type { OpenData, OpenFigure } from '@fadu/wire';
import { EVERYTHING } from '../access/scope.js';
import type { Platform } from '../matters/execute.js';
import { snapshot } from '../storage/scoped.js';
import { countingFor, type FigureOrg } from './counting.js';
import { valueAt } from './figure.js';

/** A number of cases below this, other than nought, could point at people: it is withheld, and what it would give away. */
export const FEWEST_IN_PUBLIC = 5;

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
  const open = definitions(CATALOGUE, formulas).filter(
    ({ source }) =>
      source.from === 'records' &&
      sidesOf(versionFor(source.versions, period.from)?.formula ?? source.versions[0]!.formula) !== undefined,
  );
  return snapshot(platform.pool, EVERYTHING, async (client) => {
    const { rows: orgs } = await client.query<FigureOrg & { region: string }>(
      `select id, name, region, path::text as path, valid_from::text as from, valid_to::text as to from org
       where kind = $1 and valid_from <= $3::date and (valid_to is null or valid_to >= $2::date) order by region, id`,
      [PUBLISHING_KIND, period.from, period.to],
    );
    const figures: OpenFigure[] = [];
    let asOf = now;
    for (const org of orgs) {
      const counting = await countingFor(client, EVERYTHING, org, false, 'watermark');
      asOf = counting.asOf !== null && counting.asOf < asOf ? counting.asOf : asOf;
      for (const definition of open) {
        const one = { client, platform, scope: EVERYTHING, definition, org, period, own: false, counting };
        const { value, unknown } = await valueAt(one, period);
        if (unknown !== undefined || value.is === 'missing') continue;
        figures.push({ code: definition.code, region: org.region, org: org.name, year, ...published(value) });
      }
    }
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

/** A value for everybody; small numbers stay in the house. */
export function published(value: Value): Pick<OpenFigure, 'status' | 'numerator' | 'denominator'> {
  const small = (count: number): boolean => count > 0 && count < FEWEST_IN_PUBLIC;
  const withheld = { status: 'withheld', numerator: null, denominator: null } as const;
  switch (value.is) {
    case 'count':
      return small(value.count) ? withheld : { status: 'published', numerator: value.count, denominator: null };
    case 'money':
      return { status: 'published', numerator: value.fen, denominator: null };
    case 'ratio':
      return small(value.numerator) || small(value.denominator) || small(value.denominator - value.numerator)
        ? withheld
        : { status: 'published', numerator: value.numerator, denominator: value.denominator };
    case 'missing':
      return withheld;
  }
}

const LICENCE = {
  name: '政府数据开放：可以免费复制、传播、加工，使用时请注明来源和数据截止时间',
  source: '法度平台，由办案记录计算',
} as const;

/** The dictionary: every column, in words. */
const FIELDS: OpenData['fields'] = [
  { name: 'code', type: 'text', meaning: '指标编码，全国统一，长期不变' },
  { name: 'region', type: 'text', meaning: '行政区划代码（GB/T 2260）' },
  { name: 'org', type: 'text', meaning: '机构名称，数值含其下级机构' },
  { name: 'year', type: 'text', meaning: '年度，1月1日至12月31日，按口径规定的日期归属' },
  {
    name: 'status',
    type: 'text',
    meaning: `published 公布；withheld 不予公布：不足${FEWEST_IN_PUBLIC}件的数可能指向个人。没有记录的不列出，不等于零`,
  },
  { name: 'numerator', type: 'integer', meaning: '数值；比率为分子；金额以分计' },
  { name: 'denominator', type: 'integer', meaning: '比率的分母；中位数为除数；其他指标为空' },
];

/** The same figures as a table; opens in spreadsheets as UTF-8. */
export function openDataCsv({ fields, figures }: OpenData): string {
  const cell = (value: string | number | null): string => {
    const text = value === null ? '' : String(value);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = figures.map((one) => fields.map(({ name }) => cell(one[name as keyof OpenFigure])).join(','));
  return `\uFEFF${[fields.map(({ name }) => name).join(','), ...lines].join('\r\n')}\r\n`;
}
