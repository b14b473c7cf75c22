import {
  clockOf,
  type Formula,
  type FormulaVersion,
  leftOut,
  type Selection,
  selectionsOf,
  type Where,
} from '@fadu/indicator';
import { shortBasisText } from '@fadu/kernel';
import { type FieldSpec, type Line, specAt } from '@fadu/procedure';
import type { FigureWhy, IndicatorFigure } from '@fadu/wire';
import type pg from 'pg';
import { covers } from './counting.js';
import { type Asked, figureOf } from './figure.js';
import { countedOf, versionOf } from './figure-value.js';

/** Why a figure is what it is: definition, numerator and denominator, and what was looked at and left out. */
export async function whyOf(one: Asked, mostMs = MOST_MS): Promise<FigureWhy> {
  const { definition, period } = one;
  const figure = await figureOf(one);
  const version = versionOf(definition, period);
  const told = figure.value.is !== 'missing' || figure.value.why === 'notApplicable';
  return {
    definition: version?.counted ?? definition.counted,
    attribution: version === undefined ? '填报的期间' : attributionOf(one, version.formula),
    scope: `${one.org.name}${one.own ? '本级' : '及下级'}${definition.source.from === 'records' ? '立案的事项' : '的填报'}`,
    unit: definition.unit,
    formula: formulaOf(figure, version?.formula, one),
    basis: version?.basis ? [shortBasisText(version.basis)] : [],
    ...(version === undefined || !told ? { excluded: [], sampled: null } : await leftOutOf(one, version, mostMs)),
    versions:
      definition.source.from === 'records'
        ? definition.source.versions.map(({ version: number, from, counted }) => ({ version: number, from, counted }))
        : [],
    notes: [...figure.notes, ...returnsNote(figure)],
  };
}

function formulaOf(
  { value, counted, base, unit, period }: IndicatorFigure,
  formula: Formula | undefined,
  { org, own, scope }: Pick<Asked, 'org' | 'own' | 'scope'>,
): FigureWhy['formula'] {
  const seen = value.is !== 'missing' || value.why !== 'notRecorded' || covers(scope, org, own);
  const there = org.from <= period.to && (org.to === null || org.to >= period.from);
  if (formula?.kind === 'days' && value.is !== 'missing')
    return [{ label: formula.at === 'median' ? '中位数' : `第${formula.at}百分位`, text: counted }];
  switch (value.is) {
    case 'ratio':
      return unit === '%' || base !== null
        ? [
            { label: '分子', text: `${value.numerator}：${counted}` },
            { label: '分母', text: `${value.denominator}：${base ?? '同上的全部'}` },
          ]
        : [{ label: '计算', text: `${value.numerator}÷${value.denominator}` }];
    case 'count':
      return [{ label: '计数', text: `${value.count}：${counted}` }];
    case 'money':
      return [{ label: '合计', text: counted }];
    case 'missing':
      return [
        {
          label: '没有数',
          text: value.why === 'notApplicable' && !there ? NOT_THERE : seen ? MISSING_REASONS[value.why] : NOT_SEEN,
        },
      ];
  }
}

/** The day by which records are put into a period, in the words of the line; of a rate that of the base first. */
function attributionOf({ platform }: Asked, formula: Formula): string {
  const selections = formula.kind === 'ratio' ? [formula.whole, formula.part] : selectionsOf(formula);
  const days = selections.map(({ line: code, day }) => {
    const line = platform.lineOf(code);
    if (line === undefined) return code;
    if ('during' in day) return `期内在办（${labelOf(line, day.during)}至${labelOf(line, day.until)}）`;
    if ('actions' in day) return `${day.actions.map((action) => line.actions[action]?.name ?? action).join('、')}之日`;
    if ('list' in day) {
      const list = specAt(line.fields, day.list);
      const on = list?.kind === 'list' ? list.of[day.on]?.label : undefined;
      return `${list?.label ?? day.list}的${on ?? day.on}`;
    }
    return formula.kind === 'stock'
      ? `期末（${labelOf(line, day.field)}以后、${labelOf(line, formula.until)}以前）`
      : labelOf(line, day.field);
  });
  return [...new Set(days)].join('；分子按');
}

const NOT_SEEN = '本岗位可以查看的案件里没有，别人查看可能有，不等于零。';
const NOT_THERE = '这一期间没有这个机构。';
const MISSING_REASONS = {
  notRecorded: '这一期间平台还没有这类记录，不等于零。',
  notApplicable: '分母为零，算不出比率；由填报取得的，单位写明不适用。',
  notYetReported: '期间还没有到，或者由填报取得而有单位没有报。',
  withheld: '依规定不予公布。',
} as const;

const returnsNote = ({ source, collected }: IndicatorFigure): string[] => {
  if (collected === null) return source === 'returns' ? ['这项指标由填报取得，平台的记录还算不出来。'] : [];
  if (source === 'records') return ['填报曾经报过这项指标，现由记录计算，填报的数保留备查，不采用。'];
  return [
    ...(collected.from.length > 0 ? [`取自${collected.from.length}份审核通过的填报。`] : []),
    ...(collected.waiting.length > 0 ? [`还没有报的：${collected.waiting.join('、')}。`] : []),
  ];
};

/** As long as one may wait for what was left out; a figure itself never waits for it. */
const MOST_MS = 1500;
const SAMPLE_MS = 3000;
/** Matters looked at where all would take longer: enough that a tenth is known within a hundredth. */
const SAMPLE = 20_000;
const CANCELED = '57014';

type LeftOut = Pick<FigureWhy, 'excluded' | 'sampled'>;

/** What was left out: counted over all matters where that is quick, else over a sample, which is said. */
async function leftOutOf(one: Asked, version: FormulaVersion, mostMs: number): Promise<LeftOut> {
  const all = await inTime(one.client, mostMs, (left) => excludedBy(one, version, left));
  if (all !== undefined) return { excluded: all, sampled: null };
  const { rows } = await one.client.query<{ n: number }>(
    "select greatest(reltuples, 1)::float8 as n from pg_class where oid = 'matter'::regclass",
  );
  const percent = Math.min(50, Math.max(0.1, Math.round((1000 * SAMPLE) / rows[0]!.n) / 10));
  const some = await inTime(one.client, SAMPLE_MS, (left) => excludedBy(one, version, left, percent));
  const scaled = (some ?? []).map(({ why, count }) => ({ why, count: Math.round((count * 100) / percent) }));
  return { excluded: scaled, sampled: percent };
}

class OutOfTime extends Error {}

/** Undefined when the statements together take longer; `left` is asked before each. What they set does not last. */
async function inTime<T>(client: pg.PoolClient, ms: number, work: (left: () => Promise<void>) => Promise<T>) {
  const end = Date.now() + ms;
  await client.query('savepoint in_time');
  try {
    return await work(async () => {
      const left = end - Date.now();
      if (left <= 0) throw new OutOfTime();
      await client.query(`set local statement_timeout = ${left}`);
    });
  } catch (error) {
    if (!(error instanceof OutOfTime) && (error as { code?: string }).code !== CANCELED) throw error;
    return undefined;
  } finally {
    await client.query('rollback to savepoint in_time');
    await client.query('release savepoint in_time');
  }
}

/** Records dated like those that count, by the first condition that each does not meet; and those without the day. */
async function excludedBy(
  one: Asked,
  version: FormulaVersion,
  left: () => Promise<void>,
  percent?: number,
): Promise<FigureWhy['excluded']> {
  const { period, within } = countedOf(one, version);
  const found: { why: string; count: number }[] = [];
  for (const selection of new Set(baseFirst(version.formula))) {
    const line = one.platform.lineOf(selection.line);
    if (!line || 'list' in selection.day) continue;
    if (selection.where !== undefined) {
      await left();
      const { text, values } = leftOut(selection, period, within, percent);
      const { all, after } = (await one.client.query<{ all: string; after: string[] }>(text, [...values])).rows[0]!;
      selection.where.forEach((condition, index) => {
        const count = Number(after[index - 1] ?? all) - Number(after[index]);
        if (count > 0) found.push({ why: unmet(condition, line), count });
      });
    }
    // What has no such period at all is not looked for: nothing was to be done by a day.
    if ('field' in selection.day && clockOf(selection.day.field) === undefined) {
      await left();
      const count = await withoutDay(one, selection.day.field, line, percent);
      if (count > 0) found.push({ why: `没有“${labelOf(line, selection.day.field)}”，归不到任何期间`, count });
    }
  }
  return found;
}

/** What a rate is a rate of comes first; conditions of its part are what it measures, nothing left out. */
const baseFirst = (formula: Formula): readonly Selection[] =>
  formula.kind === 'ratio' ? [formula.whole] : selectionsOf(formula);

async function withoutDay({ client, period, own, org }: Asked, field: string, line: Line, percent?: number) {
  const values: unknown[] = [line.code, period.from, period.to, own ? org.id : org.path, field.split('.')];
  const sample = percent === undefined ? '' : ` tablesample system ($${values.push(percent)}) repeatable (1)`;
  const { rows } = await client.query<{ n: string }>(
    `select count(*) as n from matter${sample} where line = $1 and opened_on between $2::date and $3::date
     and ${own ? 'organ = $4' : 'path <@ $4::ltree'} and nullif(data #>> $5::text[], '') is null`,
    values,
  );
  return Number(rows[0]!.n);
}

/** A field as people know it, or what of a period: “复议决定”期限的结果. */
function labelOf(line: Line, field: string): string {
  const clock = clockOf(field);
  if (clock === undefined) return specAt(line.fields, field)?.label ?? field;
  return `“${clock.codes.map((code) => line.clocks[code]?.name ?? code).join('、')}”期限的${CLOCK_PARTS[clock.part]}`;
}

const CLOCK_PARTS = { startedOn: '起算日', legalDue: '届满日', stoppedOn: '办结日', outcome: '结果' } as const;
const CLOCK_OUTCOMES: Readonly<Record<string, string>> = {
  met: '按期',
  late: '超期',
  waived: '没有行使',
  void: '不再适用',
};

/** What does not hold of a record, as an official would say it: 没有受理日, 结案方式不是调解、和解终止. */
function unmet(where: Where, line: Line): string {
  if ('any' in where) return where.any.map((one) => unmet(one, line)).join('，并且');
  const label = labelOf(line, where.field);
  if ('given' in where) return where.given ? `没有${label}` : `有${label}`;
  if ('notAfter' in where) return `${label}晚于${labelOf(line, where.notAfter)}，或者缺其中一日`;
  const spec = specAt(line.fields, where.field);
  const ofClock = clockOf(where.field) !== undefined;
  const named = (codes: readonly (string | boolean)[]) =>
    codes.map((code) => (ofClock ? CLOCK_OUTCOMES[String(code)] : undefined) ?? nameOf(spec, code)).join('、');
  return 'anyOf' in where ? `${label}不是${named(where.anyOf)}` : `${label}是${named(where.noneOf)}`;
}

function nameOf(spec: FieldSpec | undefined, code: string | boolean): string {
  if (typeof code === 'boolean') return code ? '是' : '否';
  return spec && 'options' in spec
    ? ((spec.options as Readonly<Record<string, string>> | undefined)?.[code] ?? code)
    : code;
}
