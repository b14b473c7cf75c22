import { expect, it } from 'vitest';
import { bodyOf, draftOf, numberOf } from './figure-draft.js';

it.each([
  ['42000', 42000],
  ['４２，０００', 42000],
  ['1,234.5', 1234.5],
  ['-3', -3],
  ['1'.repeat(40), undefined],
  ['约60', undefined],
  ['', undefined],
  ['1e9', undefined],
])('%s is the number %s', (typed, value) => {
  expect(numberOf(typed)).toBe(value);
});

it('says everything that is wrong with a draft at once', () => {
  expect(bodyOf({ ...draftOf(undefined), valueTo: 'x' })).toEqual({ faults: ['place', 'value', 'valueTo'] });
});

it('keeps direction, basis and what is qualified only where the role has them', () => {
  const draft = {
    ...draftOf(undefined),
    start: 1,
    end: 3,
    value: '5',
    polarity: 'up',
    basis: '同比',
    refersTo: 2,
  } as const;
  expect(bodyOf(draft)).toMatchObject({ body: { value: 5, polarity: null, basis: null, refersTo: null } });
  expect(bodyOf({ ...draft, role: 'change' })).toMatchObject({ body: { polarity: 'up', basis: '同比', refersTo: 2 } });
});
