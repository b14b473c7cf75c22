import { CATALOGUE } from '@fadu/catalogue';
import { day, type Line, list, money, text } from '@fadu/procedure';
import { describe, expect, test } from 'vitest';
import { checkFormulas } from './check-formulas.js';
import { compile } from './compile.js';
import { definitions, mergeFormulas, versionFor } from './definition.js';
import type { Formula, Formulas, FormulaVersion } from './formula.js';
import { parsePeriod } from './period.js';

const version = (formula: Formula, more: Partial<FormulaVersion> = {}): FormulaVersion => ({
  version: 1,
  from: '2020-01-01',
  formula,
  counted: '样例',
  ...more,
});
const count = (field: string): Formula => ({ kind: 'count', of: { line: 'sample', day: { field } } });

const line = {
  code: 'sample',
  fields: {
    receivedOn: day('收到日'),
    amount: money('金额'),
    items: list('记录', '记录', { on: day('日期'), key: text('编号', 20) }),
  },
  actions: { accept: {} },
} as unknown as Line;

describe('the catalogue', () => {
  test('has every code once, each with a unit and words for what is counted', () => {
    expect(CATALOGUE).toHaveLength(200);
    expect(new Set(CATALOGUE.map((entry) => entry.code)).size).toBe(200);
    for (const entry of CATALOGUE)
      expect([entry.name, entry.unit, entry.counted].every((one) => one !== '')).toBe(true);
  });

  test('an indicator without a formula is collected', () => {
    const all = definitions(CATALOGUE, { 'mediation.cases': [version(count('receivedOn'))] });
    expect(all.find((one) => one.code === 'mediation.cases')?.source.from).toBe('records');
    expect(all.filter((one) => one.source.from === 'returns')).toHaveLength(199);
  });

  test('a formula of an unknown code, and two lines for one code, are refused', () => {
    expect(() => definitions(CATALOGUE, { 'no.such': [version(count('receivedOn'))] })).toThrow('no.such');
    const one: Formulas = { 'mediation.cases': [version(count('receivedOn'))] };
    expect(() => mergeFormulas([one, one])).toThrow('mediation.cases');
  });

  test('a figure keeps the version of its period', () => {
    const versions = [version(count('receivedOn')), version(count('receivedOn'), { version: 2, from: '2024-01-01' })];
    expect(versionFor(versions, '2023-12-31')?.version).toBe(1);
    expect(versionFor(versions, '2024-01-01')?.version).toBe(2);
    expect(versionFor(versions, '2019-12-31')).toBeUndefined();
  });
});

describe('formulas are checked against their lines', () => {
  const faults = (formula: Formula): string[] => checkFormulas({ x: [version(formula)] }, [line]);

  test('what they name must be there', () => {
    expect(faults(count('receivedOn'))).toEqual([]);
    expect(faults(count('lostOn'))).toEqual(['x: no field lostOn']);
    expect(faults({ kind: 'count', of: { line: 'none', day: { field: 'receivedOn' } } })).toEqual(['x: no line none']);
    expect(faults({ kind: 'count', of: { line: 'sample', day: { actions: ['accept', 'end'] } } })).toEqual([
      'x: no action end',
    ]);
    expect(faults({ kind: 'sum', of: { line: 'sample', day: { field: 'receivedOn' } }, amount: 'paid' })).toEqual([
      'x: no field paid',
    ]);
    expect(
      faults({ kind: 'count', of: { line: 'sample', day: { list: 'items', on: 'on', key: ['number'] } } }),
    ).toEqual(['x: no field items.number']);
  });

  test('versions must be in order', () => {
    const versions = [version(count('receivedOn')), version(count('receivedOn'))];
    expect(checkFormulas({ x: versions }, [line])).toEqual(['x: versions are not in order']);
  });
});

describe('compile', () => {
  const period = parsePeriod('2023')!;

  test('the value counts the very list of rows', () => {
    const { value, rows } = compile(count('receivedOn'), period, { path: 'r.g220000' });
    expect(value.text).toContain(
      `from (${rows.text.replace(' order by base desc, on_day, matter, item', '')}) as rows`,
    );
    expect(value.values).toBe(rows.values);
  });

  test('nothing from outside stands in the text', () => {
    const hostile = "x'; drop table matter; --";
    const { rows } = compile(
      {
        kind: 'count',
        of: { line: hostile, day: { field: hostile }, where: [{ field: hostile, anyOf: [hostile] }] },
      },
      period,
      { organ: hostile },
    );
    expect(rows.text).not.toContain('drop');
    expect(rows.values).toContain(hostile);
  });

  test('a percentile that is none is refused', () => {
    const of = { line: 'sample', day: { field: 'receivedOn' } };
    expect(() => compile({ kind: 'days', of, from: 'a', to: 'b', at: 0 }, period, { organ: 'o' })).toThrow(RangeError);
  });
});
