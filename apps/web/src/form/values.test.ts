import { text } from '@fadu/procedure';
import { expect, it } from 'vitest';
import { capitalYuan, moved, parseDay, parseYuan, toSend, yuanText } from './values.js';

it('reads amounts as people write them, into fen', () => {
  expect(parseYuan('50,000.5')).toBe(5_000_050);
  expect(parseYuan('5万')).toBe(5_000_000);
  for (const wrong of ['-1', '1.005', '1e5', '', 'abc']) expect(parseYuan(wrong)).toBeUndefined();
  expect(yuanText(5_000_050)).toBe('50000.50');
});
it('reads days in the usual forms', () => {
  for (const text of ['20241009', '2024.10.9', '2024-10-09', '10.9', '10月9日', '2024年10月9日'])
    expect(parseDay(text, '2024-01-01')).toBe('2024-10-09');
  expect(parseDay('今天', '2024-10-09')).toBe('2024-10-09');
  expect(parseDay('2024-02-30', '2024-01-01')).toBeUndefined();
});
it('sends only what applies and is filled in', () => {
  const fields = { a: text('甲', 10), b: text('乙', 10, { when: { field: 'a', is: 'x' } }) };
  expect(toSend(fields, { a: 'y', b: 'left over' }, {})).toEqual({ a: 'y' });
  expect(toSend(fields, { a: 'x', b: '' }, {})).toEqual({ a: 'x' });
});
it('says amounts in capitals as on a cheque', () => {
  const cases: [number, string][] = [
    [5_000_000, '人民币伍万元整'],
    [0, '人民币零元整'],
    [50, '人民币伍角整'],
    [5, '人民币伍分'],
    [10_005, '人民币壹佰元零伍分'],
    [123_456_78, '人民币壹拾贰万叁仟肆佰伍拾陆元柒角捌分'],
    [10_010_000, '人民币壹拾万零壹佰元整'],
    [100_000_000_00, '人民币壹亿元整'],
    [100_000_001_00, '人民币壹亿零壹元整'],
    [20_050_60, '人民币贰万零伍拾元陆角整'],
  ];
  for (const [fen, text] of cases) expect(capitalYuan(fen)).toBe(text);
});
it('moves an item up or down and keeps the others in order', () => {
  expect(moved(['甲', '乙', '丙'], 2, 0)).toEqual(['丙', '甲', '乙']);
  expect(moved(['甲', '乙', '丙'], 0, 1)).toEqual(['乙', '甲', '丙']);
  expect(moved(['甲'], 5, 0)).toEqual(['甲']);
});
