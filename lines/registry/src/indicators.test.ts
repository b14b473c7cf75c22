import { CATALOGUE, checkFormulas, definitions } from '@fadu/indicator';
import { expect, test } from 'vitest';
import { formulas, lines } from './index.js';

test('every formula names a code of the catalogue and what its line has', () => {
  expect(checkFormulas(formulas, lines)).toEqual([]);
  const computed = definitions(CATALOGUE, formulas).filter((one) => one.source.from === 'records');
  expect(computed.map((one) => one.code).sort()).toEqual(Object.keys(formulas).sort());
});
