import type { ReturnFormRow } from '@fadu/wire';
import { describe, expect, it } from 'vitest';
import { differs, faultsOf, progressOf, rowsOf, type Sheet, withRow, withSums } from './sheet.js';

const line = (code: string, more: Partial<ReturnFormRow> = {}): ReturnFormRow => ({
  code,
  name: code,
  unit: '件',
  kind: 'count',
  domain: 'x',
  counted: '',
  known: null,
  partial: null,
  open: null,
  kept: null,
  before: null,
  approved: [],
  ...more,
});
const row = (code: string, value: string, more: object = {}) => ({ code, kind: 'value' as const, value, ...more });

describe('the sheet of a return', () => {
  it('takes a row in place of another, and drops one in which nothing stands', () => {
    const one = withRow([], 'a', 0, row('a', '1,234'));
    expect(one).toEqual([row('a', '1234')]);
    expect(withRow(one, 'a', 0, { code: 'a', kind: 'value', value: '' })).toEqual([]);
    expect(withRow(one, 'a', 1, { code: 'a', kind: 'value', part: '合同' })).toHaveLength(2);
    expect(withRow(one, 'a', 0, undefined)).toEqual([]);
  });

  it('keeps no value beside the word that there is none', () =>
    expect(withRow([row('a', '3', { approx: 'over' })], 'a', 0, { ...row('a', '3'), kind: 'missing' })).toEqual([
      { code: 'a', kind: 'missing' },
    ]));

  it('has the whole before its parts', () => {
    const sheet: Sheet = [row('a', '1', { part: '甲' }), row('a', '3'), row('b', '9')];
    expect(rowsOf(sheet, 'a').map(({ part }) => part)).toEqual([undefined, '甲']);
  });

  it('puts sums in place of what stood there', () =>
    expect(withSums([row('a', '1'), row('b', '2')], [row('a', '7', { origin: 'units' })])).toEqual([
      row('b', '2'),
      row('a', '7', { origin: 'units' }),
    ]));

  it('is checked while one types, as it will be when it is sent', () => {
    const view = {
      rows: [line('mediation.cases'), line('mediation.succeeded')],
      earlier: [row('mediation.cases', '10')],
    };
    const faults = faultsOf(view, [row('mediation.cases', '100'), row('mediation.succeeded', '101')]);
    expect(faults.map(({ rule, severity, code }) => [rule, severity, code])).toEqual([
      ['parts', 'hard', 'mediation.succeeded'],
      ['jump', 'soft', 'mediation.cases'],
    ]);
    expect(faultsOf(view, [row('elsewhere', '1')])).toEqual([]);
  });

  it('asks for what records do not give', () =>
    expect(progressOf([line('a'), line('b', { known: '3件' }), line('c')], [row('a', '1'), row('b', '2')])).toEqual({
      asked: 2,
      filled: 1,
    }));
});

it('what is put right differs in its numbers, not in where they came from', () => {
  const row = { code: 'x', kind: 'value', value: '5' } as const;
  expect(differs([row], [{ ...row, origin: 'units', reason: '核对过' }])).toBe(false);
  expect(differs([row], [{ ...row, value: '6' }])).toBe(true);
  expect(differs([row], [])).toBe(true);
  expect(differs([{ ...row, approx: 'about' }], [row])).toBe(true);
});
