import { type Json, plainDate } from '@fadu/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { is } from './condition.js';
import {
  bool,
  choice,
  choices,
  creditCode,
  day,
  docNumber,
  type FieldSpec,
  files,
  group,
  idNumber,
  integer,
  list,
  money,
  organization,
  pastDay,
  personName,
  persons,
  phone,
  text,
} from './field.js';
import { partyFields } from './party.js';
import { checkForm } from './validate.js';

const today = plainDate('2024-10-09');
/** One field alone: the value kept, or the message of the fault. */
function check(spec: FieldSpec, value: Json): { kept?: Json; fault?: string } {
  const { values, faults } = checkForm({ field: spec }, { field: value }, today);
  return faults.length > 0 ? { fault: faults[0]!.message } : { kept: values.field! };
}
const fault = (spec: FieldSpec, value: Json) => check(spec, value).fault;

describe('a form', () => {
  it('refuses what it does not ask, asks what it must, and names the place', () => {
    const fields = { people: list('申请人', '申请人', { name: personName('姓名'), phone: phone('联系电话') }) };
    const { faults } = checkForm(fields, { people: [{ name: '赵样例', phone: '12' }, {}], extra: 1 }, today);
    expect(faults.map((one) => one.field)).toEqual(['extra', 'people.0.phone', 'people.1.name', 'people.1.phone']);
  });

  it('neither asks nor keeps a field that does not apply', () => {
    const fields = { kind: choice('种类', { a: '甲', b: '乙' }), only: text('说明', 10, { when: is('kind', 'a') }) };
    expect(checkForm(fields, { kind: 'b', only: '写了' }, today)).toEqual({ values: { kind: 'b' }, faults: [] });
    expect(checkForm(fields, { kind: 'a' }, today).faults).toEqual([{ field: 'only', message: '请填写说明。' }]);
  });

  it('reads conditions from what surrounds it', () => {
    const fields = { only: text('说明', 10, { when: is('kind', 'a') }) };
    expect(checkForm(fields, {}, today, { kind: 'a' }).faults).toHaveLength(1);
    expect(checkForm(fields, {}, today, { kind: 'b' }).faults).toHaveLength(0);
  });

  it('takes an unanswered yes-or-no for no', () => {
    expect(checkForm({ yes: bool('是否') }, {}, today).values).toEqual({ yes: false });
  });
});

describe('values', () => {
  it('broken encoding is told, not kept', () => {
    for (const broken of ['\ud800', '坏\ufffd字', '空\u0000', '铃\u0007'])
      expect(fault(text('事实', 100, { multiline: true }), broken)).toContain('无法显示的字符');
    expect(check(text('名称', 10), ' 𠮷样例 ')).toEqual({ kept: '𠮷样例' });
  });

  it('markup in a name or title is told; in running text it is only text', () => {
    for (const markup of ['<b>赵样例</b>', '<script>alert(1)</script>', '赵</p>', '< img src=x>', '<!-- x -->'])
      expect(fault(partyFields.name, markup)).toContain('网页标记');
    expect(fault(personName('姓名'), '<b>赵</b>')).toContain('尖括号');
    expect(check(text('事实', 100, { multiline: true }), '温度<b>5</b>度')).toHaveProperty('kept');
    expect(check(text('名称', 20), '3 < 5')).toEqual({ kept: '3 < 5' });
  });

  it('a text longer than allowed is told by how much, counted in characters', () => {
    expect(fault(text('名称', 3), '一二三四')).toBe('名称不超过3字，现有4字。');
    expect(check(text('名称', 3), '𠮷𠮷𠮷')).toHaveProperty('kept');
  });

  it.each<[string, Json]>([
    ['year 9999', '9999-01-01'],
    ['year 1899', '1899-12-31'],
    ['no leap day', '2023-02-29'],
    ['month 13', '2024-13-01'],
    ['another form', '2024/10/9'],
    ['a number', 20241009],
  ])('a date that is none: %s', (_, value) => expect(fault(day('日期'), value)).toContain('不是有效的日期'));

  it('a thing done is not in the future; a day to come may be', () => {
    expect(fault(pastDay('送达日'), '2024-10-10')).toBe('送达日不能晚于今天。');
    expect(check(pastDay('送达日'), '2024-10-09')).toEqual({ kept: '2024-10-09' });
    expect(check(day('听证日'), '2024-10-10')).toEqual({ kept: '2024-10-10' });
  });

  it.each<[FieldSpec, Json]>([
    [idNumber('身份证号码'), '220802190002290003'],
    [idNumber('身份证号码'), '22080219000101000X'],
    [idNumber('身份证号码'), '2208021900010100'],
    [creditCode('统一社会信用代码'), '91220800MA0000007C'],
    [creditCode('统一社会信用代码'), '91220800MA000000IB'],
    [phone('联系电话'), '1234'],
  ])('identifiers that cannot be: %#', (spec, value) => {
    expect(fault(spec, value)).toMatch(/。$/);
  });

  it('identifiers are kept in their one form', () => {
    expect(check(idNumber('身份证号码'), '22080219000101009x')).toEqual({ kept: '22080219000101009X' });
    expect(check(docNumber('文号'), '白市监罚[2024]12号')).toEqual({ kept: '白市监罚〔2024〕12号' });
    expect(check(phone('联系电话'), '+86 138 0000 0000')).toEqual({ kept: '13800000000' });
  });

  it.each<[string, FieldSpec, Json]>([
    ['money below zero', money('金额'), -100],
    ['money in parts of a fen', money('金额'), 200.005],
    ['money as text', money('金额'), '5000'],
    ['a count too great', integer('页数', { max: 9 }), 10],
    ['an unsafe number', integer('页数'), 2 ** 53],
    ['an unknown choice', choice('种类', { a: '甲' }), 'b'],
    ['a word of every object', choice('种类', { a: '甲' }), 'constructor'],
    ['an unknown one of several', choices('种类', { a: '甲' }), ['a', 'b']],
    ['a yes that is no boolean', bool('是否'), 'true'],
    ['an organization by address', organization('机关'), 'a/b'],
    ['too few persons', persons('承办人', 'handler', { min: 2 }), ['p1', 'p1']],
    ['too many files', files('文件', { max: 1 }), ['f1', 'f2']],
    ['a group that is a list', group('组', { a: bool('是否') }), []],
    ['a list of no items', list('列', '项', { a: bool('是否') }, { min: 1 }), ['x']],
    ['too few items', list('列', '项', { a: bool('是否') }, { min: 2 }), [{ a: true }]],
    ['too many items', list('列', '项', { a: bool('是否') }, { max: 1 }), [{}, {}]],
  ])('%s', (_, spec, value) => expect(fault(spec, value)).toMatch(/。$/));

  it('personal data sent back sealed stays as it is; what only looks sealed is a fault', () => {
    const sealed = { $sealed: 'a1b2', mask: '138****0000' };
    expect(check(phone('联系电话'), sealed)).toEqual({ kept: sealed });
    expect(fault(phone('联系电话'), { $sealed: 'a1b2', mask: { toString: 'x' } })).toMatch(/。$/);
    expect(fault(text('名称', 10), sealed)).toMatch(/。$/);
  });

  it('anything at all gets an answer, and what is kept is accepted again unchanged', () => {
    const fields = {
      name: text('名称', 50),
      amount: money('金额', { optional: true }),
      on: pastDay('日期', { optional: true }),
      kind: choice('种类', { a: '甲', b: '乙' }),
      items: list('列', '项', { what: text('内容', 20), sure: bool('确定') }, { optional: true }),
    };
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const input = { name: value, amount: value, on: value, kind: value, items: value } as never;
        const { values, faults } = checkForm(fields, input, today);
        for (const one of faults) expect(one.message).toMatch(/。$/);
        if (faults.length === 0) expect(checkForm(fields, values, today)).toEqual({ values, faults: [] });
      }),
      { numRuns: 300 },
    );
  });
});
