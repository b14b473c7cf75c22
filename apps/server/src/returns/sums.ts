import {
  CATALOGUE,
  type CollectedFigure,
  kindOfPeriod,
  type Period,
  parsePeriod,
  periodName,
  type Summand,
  sumReturns,
} from '@fadu/indicator';
import { collection, formulas } from '@fadu/lines';
import type { ReturnSum } from '@fadu/wire';
import type pg from 'pg';
import { EVERYTHING } from '../access/scope.js';
import type { Platform } from '../matters/execute.js';
import { snapshot } from '../storage/scoped.js';
import { collectedText } from './collected-text.js';
import { approvedReturns } from './lookup.js';

/** The approved returns of the units that report to this one, added up for its own. */
export const sumOfUnits = (platform: Platform, unit: string, period: Period): Promise<ReturnSum> =>
  snapshot(platform.pool, EVERYTHING, async (client) => {
    const below = await unitsReportingTo(client, unit, period);
    const returns = await approvedReturns(
      client,
      below.map(({ id }) => id),
      period,
    );
    return summed(
      below.map(({ id, name }) => ({ name, rows: returns.get(id)?.figures ?? null })),
      'units',
    );
  });

/** The unit's own approved returns of the shorter periods that make up this one, added up. */
export const sumOfPeriods = (platform: Platform, unit: string, period: Period): Promise<ReturnSum> =>
  snapshot(platform.pool, EVERYTHING, async (client) => {
    const parts: { name: string; rows: readonly CollectedFigure[] | null }[][] = [];
    for (const division of divisionsOf(period)) {
      const found: { name: string; rows: readonly CollectedFigure[] | null }[] = [];
      for (const one of division)
        found.push({
          name: periodName(one),
          rows: (await approvedReturns(client, [unit], one)).get(unit)?.figures ?? null,
        });
      parts.push(found);
    }
    // The division of which most is there.
    const share = (of: (typeof parts)[number]) => of.filter(({ rows }) => rows !== null).length / of.length;
    const [best = []] = [...parts].sort((one, two) => share(two) - share(one));
    return summed(best, 'periods');
  });

/** A year in quarters, halves or months; a half in quarters or months; a quarter in months. */
export function divisionsOf(period: Period): Period[][] {
  const year = period.from.slice(0, 4);
  const months = (first: number, count: number) =>
    Array.from({ length: count }, (_, index) => parsePeriod(`${year}-${String(first + index).padStart(2, '0')}`)!);
  const quarters = (first: number, count: number) =>
    Array.from({ length: count }, (_, index) => parsePeriod(`${year}Q${first + index}`)!);
  const first = Number(period.from.slice(5, 7));
  switch (kindOfPeriod(period)) {
    case 'year':
      return [quarters(1, 4), [1, 2].map((half) => parsePeriod(`${year}H${half}`)!), months(1, 12)];
    case 'half':
      return [quarters((first + 2) / 3, 2), months(first, 6)];
    case 'quarter':
      return [months(first, 3)];
    default:
      return [];
  }
}

function summed(parts: readonly Summand[], origin: 'units' | 'periods'): ReturnSum {
  const rows = CATALOGUE.filter(({ code }) => !Object.hasOwn(formulas, code)).flatMap((entry) => {
    const { row, why } = sumReturns(entry, parts, origin);
    if (row === null && why === null) return [];
    return [{ code: entry.code, name: entry.name, row, text: row && collectedText(entry, [row]), why }];
  });
  return {
    from: parts.filter((part) => part.rows !== null).map(({ name }) => name),
    waiting: parts.filter((part) => part.rows === null).map(({ name }) => name),
    rows,
  };
}

/** Units with a return of the period that goes to this one. */
async function unitsReportingTo(
  client: pg.ClientBase,
  unit: string,
  period: Period,
): Promise<{ readonly id: string; readonly name: string }[]> {
  const { rows } = await client.query<{ id: string; name: string; period: string }>(
    `select o.id, o.name, m.data ->> $3 as period from matter m join org o on o.id = m.data ->> $4
     where m.line = $1 and m.orgs @> array[$2] and m.data ->> $5 = $2 order by o.region, o.id`,
    [collection.line, unit, collection.period, collection.unit, collection.receiver],
  );
  return rows.filter((row) => {
    const of = parsePeriod(row.period);
    return of?.from === period.from && of.to === period.to;
  });
}
