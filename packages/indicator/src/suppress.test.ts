import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, FEWEST_IN_PUBLIC, type SumOf, suppressed } from './suppress.js';

const counts = (values: Readonly<Record<string, number>>): Cell[] =>
  Object.entries(values).map(([key, value]) => ({ key, variables: [{ key, value }] }));
const hidden = (cells: readonly Cell[], sums: readonly SumOf[]): string[] => [...suppressed(cells, sums)].toSorted();

const CITY: SumOf = { total: 'city', parts: ['east', 'west', 'south'] };

describe('a small number', () => {
  it('alone is withheld; nought and five are not', () => {
    expect(hidden(counts({ a: 0, b: 1, c: 4, d: 5 }), [])).toEqual(['b', 'c']);
  });

  it('is not to be counted back from the total and the other parts', () => {
    expect(hidden(counts({ city: 60, east: 40, west: 17, south: 3 }), [CITY])).toEqual(['south', 'west']);
  });

  it('where no other part is left, takes the total along', () => {
    expect(hidden(counts({ city: 15, east: 0, west: 13, south: 2 }), [CITY])).toEqual(['south', 'west']);
    expect(hidden(counts({ city: 3, east: 0, west: 0, south: 3 }), [CITY])).toEqual(['city', 'south']);
  });

  it('of two that together are two, each would be one', () => {
    expect(hidden(counts({ city: 22, east: 20, west: 1, south: 1 }), [CITY])).toEqual(['east', 'south', 'west']);
    expect(hidden(counts({ city: 25, east: 20, west: 2, south: 3 }), [CITY])).toEqual(['south', 'west']);
  });

  it('is not to be counted back over two levels', () => {
    const sums = [
      { total: 'province', parts: ['city', 'other'] },
      { total: 'city', parts: ['east', 'west'] },
    ];
    const table = counts({ province: 103, city: 3, other: 100, east: 3, west: 0 });
    const gone = hidden(table, sums);
    expect(gone).toContain('other');
    expect(gone).toContain('city');
    expect(gone).toContain('east');
  });

  it('that a rate leaves over is withheld, also where its counts are published beside', () => {
    const rate: Cell = {
      key: 'rate',
      variables: [
        { key: 'settled', value: 57 },
        { key: 'accepted', value: 60 },
      ],
    };
    expect(hidden([rate], [])).toEqual(['rate']);
    const all = hidden([rate, ...counts({ settled: 57, accepted: 60 })], []);
    expect(all).toContain('rate');
    expect(all.filter((key) => key !== 'rate')).toHaveLength(1);
  });

  it('behind a sum of money is what counts, not the money', () => {
    const money = (key: string, value: number, few: boolean): Cell => ({ key, variables: [{ key, value, few }] });
    const table = [money('city', 900_000, false), money('east', 600_000, false), money('west', 300_000, true)];
    expect(hidden(table, [{ total: 'city', parts: ['east', 'west'] }])).toEqual(['east', 'west']);
  });

  it('leaves what a report has published already, and withholds something else', () => {
    const table = counts({ city: 60, east: 40, west: 17, south: 3 });
    const known = table.map((cell) => ({ ...cell, known: cell.key === 'west' || cell.key === 'city' }));
    expect(hidden(known, [CITY])).toEqual(['east', 'south']);
    expect(
      hidden(
        counts({ city: 3 }).map((cell) => ({ ...cell, known: true })),
        [],
      ),
    ).toEqual([]);
  });

  it('takes along every cell that says it under another name', () => {
    const rate: Cell = {
      key: 'rate',
      variables: [
        { key: 'settled', value: 10 },
        { key: 'west', value: 17 },
      ],
    };
    expect(hidden([...counts({ city: 60, east: 40, west: 17, south: 3 }), rate], [CITY])).toEqual([
      'rate',
      'south',
      'west',
    ]);
  });
});

/** Every way to fill in the withheld numbers that agrees with what is published. */
function ways(cells: readonly Cell[], gone: ReadonlySet<string>, sum: SumOf): number[][] {
  const value = new Map(cells.map(({ key, variables }) => [key, variables[0]!.value]));
  const rest = value.get(sum.total)! - sum.parts.reduce((all, part) => all + value.get(part)!, 0);
  const unknown = [...gone];
  const most = 40;
  const found: number[][] = [];
  const fill = (chosen: number[]): void => {
    if (chosen.length === unknown.length) {
      const at = (key: string): number => (gone.has(key) ? chosen[unknown.indexOf(key)]! : value.get(key)!);
      if (at(sum.total) === rest + sum.parts.reduce((all, part) => all + at(part), 0)) found.push(chosen);
      return;
    }
    for (let next = 0; next <= most; next += 1) fill([...chosen, next]);
  };
  fill([]);
  return found;
}

it('leaves for every withheld small number more than one value that fits, whatever the table', () => {
  const part = fc.integer({ min: 0, max: 12 });
  fc.assert(
    fc.property(part, part, part, fc.nat(3), (east, west, south, rest) => {
      const cells = counts({ city: east + west + south + rest, east, west, south });
      const gone = suppressed(cells, [CITY]);
      const small = cells.filter(({ variables: [one] }) => one!.value > 0 && one!.value < FEWEST_IN_PUBLIC);
      for (const { key } of small) expect(gone.has(key)).toBe(true);
      if (gone.size === 0 || gone.size > 3) return;
      const all = ways(cells, gone, CITY);
      const names = [...gone];
      for (const { key } of small) {
        const at = names.indexOf(key);
        // One or more is known of what is withheld.
        const fitting = new Set(all.filter((chosen) => chosen.every((one) => one > 0)).map((chosen) => chosen[at]));
        expect(fitting.size, `${key} of ${JSON.stringify([east, west, south, rest])}`).toBeGreaterThan(1);
      }
    }),
    { numRuns: 60 },
  );
});
