import { CATALOGUE, checkFormulas, definitions, domainName } from '@fadu/indicator';
import { expect, test } from 'vitest';
import { catalogue, formulas, lines } from './index.js';

test('every formula names a code of the catalogue and what its line has', () => {
  expect(checkFormulas(formulas, lines)).toEqual([]);
  const computed = definitions(catalogue, formulas).filter((one) => one.source.from === 'records');
  expect(computed.map((one) => one.code).sort()).toEqual(Object.keys(formulas).sort());
});

test('what lines count besides the national catalogue has codes of its own, and is counted from records', () => {
  const own = catalogue.filter((one) => one.own);
  expect(own.length).toBeGreaterThan(10);
  expect(catalogue.length).toBe(CATALOGUE.length + own.length);
  expect(new Set(catalogue.map(({ code }) => code)).size).toBe(catalogue.length);
  for (const { code, domain } of own) {
    expect(Object.hasOwn(formulas, code), code).toBe(true);
    expect(domainName(domain), code).toBeDefined();
  }
});

test('every kind of formula is in use, and both bases where the statistics ask for both', () => {
  const all = Object.values(formulas).flatMap((versions) =>
    versions.flatMap(({ formula, also }) => [formula, ...(also ? [also.formula] : [])]),
  );
  expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(['count', 'sum', 'ratio', 'cohort', 'stock', 'days']));
  expect(new Set(all.flatMap((one) => (one.kind === 'days' ? [one.at] : [])))).toEqual(new Set(['median', 90]));
});
