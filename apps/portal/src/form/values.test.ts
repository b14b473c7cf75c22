import { choice, choices, type Fields, group, is, list, money, pastDay, personName, text } from '@fadu/procedure';
import { describe, expect, it } from 'vitest';
import { check, fenOf, isoOf, toSend, valueIn, withValue } from './values.js';

const fields: Fields = {
  people: list('人员', '人员', { name: personName('姓名'), note: text('说明', 20, { optional: true }) }, { min: 1 }),
  act: group('行为', { kind: choice('种类', { a: '甲', b: '乙' }), on: pastDay('日期', { when: is('kind', 'a') }) }),
  wishes: choices('请求', { pay: '赔偿', stop: '停止' }),
  amount: money('金额', { when: is('wishes', 'pay') }),
};

describe('what is filled in', () => {
  it('is sent without blanks, without empty items, and without fields that do not apply', () => {
    expect(
      toSend(
        fields,
        {
          people: [{ name: '张样例' }, { name: '' }],
          act: { kind: 'b', on: '2024-8-6' },
          wishes: ['stop'],
          amount: '5',
        },
        {},
      ),
    ).toEqual({ people: [{ name: '张样例' }], act: { kind: 'b' }, wishes: ['stop'] });
  });

  it('faults name the item on the screen, not the item sent', () => {
    const { faults } = check(
      fields,
      {
        people: [{ name: '王样例' }, {}, { name: '张' }],
        act: { kind: 'a', on: '2024-13-1' },
        wishes: ['pay'],
        amount: '很多',
      },
      {},
      '2024-10-09',
    );
    expect(faults.map((fault) => fault.field)).toEqual(['people.2.name', 'act.on', 'amount']);
  });

  it('of an item that is needed, each missing part is named', () => {
    const { faults } = check({ people: fields.people! }, {}, {}, '2024-10-09');
    expect(faults).toEqual([{ field: 'people.0.name', message: '请填写姓名。' }]);
  });

  it('amounts and days are read as people write them', () => {
    expect(fenOf('5万')).toBe(5_000_000);
    expect(fenOf('50,000.5元')).toBe(5_000_050);
    expect(fenOf('1.234')).toBe('1.234');
    expect(isoOf('2024-8-6')).toBe('2024-08-06');
    expect(isoOf('2024--6')).toBe('2024--6');
  });

  it('is changed at a path without touching the rest', () => {
    const before = { people: [{ name: '张样例' }] };
    const after = withValue(before, ['people', '1', 'name'], '李样例');
    expect(after).toEqual({ people: [{ name: '张样例' }, { name: '李样例' }] });
    expect(before.people).toHaveLength(1);
    expect(valueIn(after, ['people', '1', 'name'])).toBe('李样例');
  });
});
