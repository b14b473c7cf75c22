import { describe, expect, it } from 'vitest';
import { parseLaw } from '../parse/parse.js';
import { addressCode, addressShort, addressText } from './address.js';
import { locate } from './locate.js';
import { parseAddress } from './parse.js';

const law = parseLaw('# 某条例\n<!-- INFO END -->\n第一条 甲。\n第二条 有下列情形的：\n（一）甲；\n（二）乙。\n丙。');

describe('addresses', () => {
  it('are written as code, as words and short', () => {
    const address = { article: '219-1', paragraph: 2, item: 1 };
    expect([addressCode(address), addressText(address), addressShort(address)]).toEqual([
      'T0219.01/K02/I01',
      '第二百一十九条之一第二款第（一）项',
      '§219-1.2(1)',
    ]);
  });
  it('take the only list of an article when no 款 is named', () => {
    expect(locate(law, { article: '2', item: 2 })).toMatchObject({ ok: true, value: { kind: 'item', number: '2' } });
  });
  it('say where they stop', () => {
    expect(locate(law, { article: '2', paragraph: 3 })).toMatchObject({
      ok: false,
      error: { message: '第二条只有二款，没有第三款' },
    });
    expect(locate(law, { article: '2', paragraph: 1, item: 4 })).toMatchObject({
      ok: false,
      error: { message: '第二条第一款只有二项，没有第（四）项' },
    });
    expect(locate(law, { article: '9' })).toMatchObject({
      ok: false,
      error: { message: '没有第九条，最后一条是第二条' },
    });
  });
  it('refuse what cannot be read and say up to where', () => {
    expect(parseAddress('第二条第一款外')).toMatchObject({ ok: false, error: { read: '第二条第一款' } });
    for (const wrong of ['', 'T0000.00', 'T0002.00/K00', 'K01', '外']) expect(parseAddress(wrong).ok).toBe(false);
  });
});
