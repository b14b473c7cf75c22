import { text } from '@fadu/procedure';
import { expect, it } from 'vitest';
import { parseDay, parseYuan, toSend, yuanText } from './values.js';

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
