import type { CompareColumn } from '@fadu/wire';
import { expect, it } from 'vitest';
import { onlyColumns } from './address.js';

const column = (object: string, period: string): CompareColumn => ({
  key: `${object}@${period}`,
  object,
  period,
  place: object,
  title: object,
  periodWords: `${period}年`,
  source: object.startsWith('f.') ? 'report' : 'platform',
});

it('keeps the columns that may be compared, each object and period once', () => {
  const columns = [column('g1', '2022'), column('g1', '2023'), column('f.a', '2023'), column('f.b', '2021')];
  const search = { i: 'x,y', o: 'g1,f.a,f.b', p: '2022,2023', v: 'chart' };
  expect(onlyColumns(search, { columns }, { code: 'x', columns: [1, 2] })).toEqual({
    i: 'x',
    o: 'g1,f.a',
    p: '2023',
    v: 'chart',
  });
  expect(onlyColumns(search, { columns }, { code: 'y', columns: [2, 3] })).toEqual({
    i: 'y',
    o: 'f.a,f.b',
    p: '',
    v: 'chart',
  });
});
