import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { queryCode } from './query-code.js';

const secret = randomBytes(64);

it('has twelve letters in groups of four, none that can be mistaken', () => {
  for (let n = 0; n < 200; n += 1)
    expect(queryCode(`key-${n}`, secret)).toMatch(/^([2-9A-HJ-NP-Z]{4}-){2}[2-9A-HJ-NP-Z]{4}$/);
});

it('is the same for the same key, and another for another key or another platform', () => {
  expect(queryCode('key-1', secret)).toBe(queryCode('key-1', secret));
  expect(queryCode('key-1', secret)).not.toBe(queryCode('key-2', secret));
  expect(queryCode('key-1', secret)).not.toBe(queryCode('key-1', randomBytes(64)));
});
