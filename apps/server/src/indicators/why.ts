import { compile, type Formula, type FormulaVersion, type Selection, selectionsOf, type Where } from '@fadu/indicator';
import { shortBasisText } from '@fadu/kernel';
import { type FieldSpec, type Line, specAt } from '@fadu/procedure';
import type { FigureWhy, IndicatorFigure } from '@fadu/wire';
import { type Asked, figureOf, versionOf } from './figure.js';

/** Why a figure is what it is: definition, numerator and denominator, and what was looked at and left out. */
export async function whyOf(one: Asked): Promise<FigureWhy> {
  const { definition, period } = one;
  const figure = await figureOf(one);
  const version = versionOf(definition, period);
  const told = figure.value.is !== 'missing' || figure.value.why === 'notApplicable';
  return {
    definition: version?.counted ?? definition.counted,
    unit: definition.unit,
    formula: formulaOf(figure),
    basis: version?.basis ? [shortBasisText(version.basis)] : [],
    excluded: version === undefined || !told ? [] : await excludedBy(one, version),
    versions:
      definition.source.from === 'records'
        ? definition.source.versions.map(({ version: number, from, counted }) => ({ version: number, from, counted }))
        : [],
    notes: [...figure.notes, ...returnsNote(figure)],
  };
}

function formulaOf({ value, counted, base, unit }: IndicatorFigure): FigureWhy['formula'] {
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
      return [{ label: '没有数', text: MISSING_REASONS[value.why] }];
  }
}

const MISSING_REASONS = {
  notRecorded: '这一期间平台还没有这类记录，不等于零。',
  notApplicable: '这一期间没有这个机构，或者分母为零，算不出比率。',
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

/** Records dated like those that count, by the first condition that each does not meet; and those without the day. */
async function excludedBy(one: Asked, version: FormulaVersion): Promise<FigureWhy['excluded']> {
  const found: { why: string; count: number }[] = [];
  for (const selection of new Set(baseFirst(version.formula))) {
    const line = one.platform.lineOf(selection.line);
    const where = selection.where ?? [];
    if (!line || 'list' in selection.day) continue;
    let before = await counted(one, { ...selection, where: [] });
    for (const [index, condition] of where.entries()) {
      const rest = await counted(one, { ...selection, where: where.slice(0, index + 1) });
      if (before > rest) found.push({ why: `不是“${words(condition, line)}”`, count: before - rest });
      before = rest;
    }
    if ('field' in selection.day) {
      const undated = await withoutDay(one, selection.day.field, line);
      if (undated > 0)
        found.push({ why: `没有“${labelOf(line, selection.day.field)}”，归不到任何期间`, count: undated });
    }
  }
  return found;
}

/** What a rate is a rate of comes first; conditions of its part are what it measures, nothing left out. */
const baseFirst = (formula: Formula): readonly Selection[] =>
  formula.kind === 'ratio' ? [formula.whole] : selectionsOf(formula);

async function counted({ client, period, own, org }: Asked, of: Selection): Promise<number> {
  const { value } = compile({ kind: 'count', of }, period, own ? { organ: org.id } : { path: org.path });
  return Number((await client.query(value.text, [...value.values])).rows[0].numerator);
}

async function withoutDay({ client, period, own, org }: Asked, field: string, line: Line): Promise<number> {
  const { rows } = await client.query(
    `select count(*) as n from matter where line = $1 and opened_on between $2::date and $3::date
     and ${own ? 'organ = $4' : 'path <@ $4::ltree'} and nullif(data #>> $5::text[], '') is null`,
    [line.code, period.from, period.to, own ? org.id : org.path, field.split('.')],
  );
  return Number(rows[0].n);
}

const labelOf = (line: Line, field: string): string => specAt(line.fields, field)?.label ?? field;

/** A condition as an official would say it: 结案方式为调解、和解终止. */
function words(where: Where, line: Line): string {
  if ('any' in where) return where.any.map((one) => words(one, line)).join('，或者');
  const label = labelOf(line, where.field);
  if ('given' in where) return where.given ? `有${label}` : `没有${label}`;
  if ('notAfter' in where) return `${label}不晚于${labelOf(line, where.notAfter)}`;
  const spec = specAt(line.fields, where.field);
  const named = (codes: readonly (string | boolean)[]) => codes.map((code) => nameOf(spec, code)).join('、');
  return 'anyOf' in where ? `${label}为${named(where.anyOf)}` : `${label}不为${named(where.noneOf)}`;
}

function nameOf(spec: FieldSpec | undefined, code: string | boolean): string {
  if (typeof code === 'boolean') return code ? '是' : '否';
  return spec && 'options' in spec
    ? ((spec.options as Readonly<Record<string, string>> | undefined)?.[code] ?? code)
    : code;
}
