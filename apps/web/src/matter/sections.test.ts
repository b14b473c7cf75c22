import { choice, files, group, list, partyFields, pastDay, personName, text } from '@fadu/procedure';
import { expect, it } from 'vitest';
import { countOf, sectionsOf } from './sections.js';

const fields = {
  facts: text('事实', 100),
  unfilled: text('没有填的', 100),
  who: list('来人', '人', partyFields),
  act: group('事项', { name: text('名称', 20) }),
  proofs: list('证据', '证据', { name: text('名称', 20), proves: text('证明对象', 20), file: files('文件') }),
  things: list('数', '数', { name: text('名称', 20), value: text('数值', 20) }),
  visits: list('走访', '走访', { on: pastDay('日期'), name: personName('姓名'), result: choice('结果', { a: '甲' }) }),
};

it('sorts what is held into people, groups, proofs and records, by kinds alone', () => {
  const data = {
    facts: '……',
    who: [{ name: '赵样例' }, { name: '孙示例' }],
    act: { name: '处罚' },
    proofs: [{ name: '笔录' }],
    things: [{ name: '件数', value: '3' }],
    visits: [{ on: '2026-01-05', name: '李样例' }],
  };
  const found = sectionsOf({ fields }, data);
  expect(Object.keys(found.overview)).toEqual(['facts']);
  expect(found.parties.map((part) => part.key)).toEqual(['who']);
  expect(countOf(found.parties)).toBe(2);
  expect(found.groups.map((part) => part.key)).toEqual(['act']);
  expect(found.evidence.map((part) => part.key)).toEqual(['proofs']);
  expect(found.records.map((part) => part.key)).toEqual(['things', 'visits']);
});
it('leaves out what is empty', () => {
  const found = sectionsOf({ fields }, { who: [], facts: '' });
  expect(found.parties).toEqual([]);
  expect(found.overview).toEqual({});
});
