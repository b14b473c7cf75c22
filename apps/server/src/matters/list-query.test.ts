import { expect, it } from 'vitest';
import { nearness, pageSql, plainNumber, writeCursor } from './list-query.js';

it('reads a number in any bracket style as it is kept', () => {
  for (const typed of [
    '白政复[2026]3号',
    '白政复【2026】3号',
    '白政复(2026)3号',
    '白政复（2026）3号',
    '白政复〔２０２６〕３号',
    ' 白政复［2026］3号 ',
  ])
    expect(plainNumber(typed)).toBe('白政复〔2026〕3号');
});
it('pages on from the last row seen, in the order asked for', () => {
  const id = '01a21360-7636-719b-8c9b-cc35a44d2391';
  expect(pageSql({}, 2)).toMatchObject({ past: '', values: [] });
  const cursor = writeCursor(['2026-11-25', id]);
  const page = pageSql({ sort: '-opened', after: cursor }, 2);
  expect(page.past).toBe('(opened_on, id) < ($3::date, $4::uuid)');
  expect(page.order).toBe('opened_on desc, id desc');
  expect(page.values).toEqual(['2026-11-25', id]);
});
it('starts at the beginning when the cursor is none', () => {
  for (const after of ['%', 'e30', writeCursor(['x']), writeCursor(['2026-11-25', "'; drop table matter"])])
    expect(pageSql({ sort: 'opened', after }, 0).past).toBe('');
});
it('has six kinds of nearness', () => {
  expect(Object.keys(nearness('$1', '$2', '$3'))).toEqual(['late', 'today', 'soon', 'later', 'paused', 'none']);
});
