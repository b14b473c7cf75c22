import type { KeptStatement } from '@fadu/wire';
import { describe, expect, it } from 'vitest';
import { longestRise, statementChanges } from './statements.js';

const say = (code: string, part: Partial<KeptStatement> = {}): KeptStatement => ({
  code,
  name: code,
  written: `${code}1件`,
  value: '1',
  unit: '件',
  state: 'live',
  source: 'records',
  origin: '样例',
  ...part,
});
const row = (codes: string): KeptStatement[] => [...codes].map((code) => say(code));
const told = (before: readonly KeptStatement[], after: readonly KeptStatement[]) =>
  statementChanges(before, after).map(({ code, change, places }) => [code, change, places?.before, places?.after]);

describe('statements of two versions', () => {
  it('that are the same are not told', () => expect(told(row('abc'), row('abc'))).toEqual([]));

  it('of those that change places the fewest have moved', () => {
    expect(told(row('abcde'), row('bcdea'))).toEqual([['a', 'moved', 1, 5]]);
    expect(told(row('abcde'), row('aebcd'))).toEqual([['e', 'moved', 5, 2]]);
    expect(longestRise([3, 0, 1, 4, 2])).toHaveLength(3);
  });

  it('came and went', () => {
    expect(told(row('abc'), row('acx'))).toEqual([
      ['x', 'added', undefined, undefined],
      ['b', 'removed', undefined, undefined],
    ]);
  });

  it('say another value, stand otherwise, or come from elsewhere', () => {
    for (const part of [
      { value: '2', written: 'a2件' },
      { state: 'overridden', source: 'override' },
      { source: 'returns', origin: '填报' },
    ] as const)
      expect(told(row('ab'), [say('a', part), say('b')])).toEqual([['a', 'changed', undefined, undefined]]);
    expect(told(row('ab'), [say('b'), say('a', { value: '2' })])).toHaveLength(1);
  });
});
