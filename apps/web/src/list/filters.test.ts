import type { ListFilterChoice, MatterRow, Me } from '@fadu/wire';
import { expect, it } from 'vitest';
import { chipsOf, readWhere, writeWhere } from './filters.js';

const line = { states: { open: { name: '待审查', tone: 'active' }, shut: { name: '已归档', tone: 'ended' } } } as const;
const choices: ListFilterChoice[] = [{ path: 'procedure', label: '程序', options: [{ value: 'a', label: '普通' }] }];
const me = { person: { id: 'p1', name: '李样例' } } as Me;

it('says each filter in words and lifts exactly that one', () => {
  const search = { q: '商贸', state: 'open,shut', due: 'late', where: 'procedure:a', sort: 'number' };
  const chips = chipsOf(search, line, choices, me, []);
  expect(chips.map((chip) => chip.text)).toEqual(['含“商贸”', '状态：待审查、已归档', '期限：已超期', '程序：普通']);
  expect(chips[1]!.without).toEqual({ ...search, state: undefined });
  expect(chips[3]!.without).toEqual({ ...search, where: undefined });
});
it('names the person asked for when all rows share one', () => {
  const rows = [{ handlers: ['赵样例', '孙示例'] }, { handlers: ['赵样例'] }] as unknown as MatterRow[];
  expect(chipsOf({ person: 'p2' }, line, choices, me, rows)[0]!.text).toBe('承办：赵样例');
  expect(chipsOf({ person: 'p1' }, line, choices, me, rows)[0]!.text).toBe('我承办的');
});
it('keeps the filters of the line in one part of the address', () => {
  expect(writeWhere({ procedure: 'a', 'act.kind': '' })).toBe('procedure:a');
  expect(writeWhere({})).toBeUndefined();
  expect(readWhere('procedure:a;act.kind:b,c')).toEqual({ procedure: 'a', 'act.kind': 'b,c' });
});
