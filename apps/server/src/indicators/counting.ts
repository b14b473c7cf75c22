import {
  compile,
  type FormulaVersion,
  type OnlyOf,
  type Period,
  type RolledBlock,
  type RolledWithin,
  rolledByField,
  rolledKept,
  rolledRows,
  rolledRowsText,
  rolledValue,
  type Sql,
  selectionsOf,
  type Within,
} from '@fadu/indicator';
import { formulas } from '@fadu/lines';
import type pg from 'pg';
import type { Scope } from '../access/scope.js';
import { type RollUpPlan, rollUpPlan } from './roll-up-plan.js';

/** An organization as figures need it; `to` null: it is still there. */
export interface FigureOrg {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly from: string;
  readonly to: string | null;
}

/**
 * Until when a figure must know: `now`, to the last event (what has not been rolled up is then computed from the records
 * themselves), or `watermark`, as far as the roll-up has come, which is told with the figure.
 */
export type UpTo = 'now' | 'watermark';

/** A side of a figure: the formula of a version, as it is or on its other basis. */
export interface Counted {
  readonly code: string;
  readonly version: FormulaVersion;
  readonly variant: 'main' | 'also';
  readonly period: Period;
  readonly within: Within;
}

export interface Page {
  readonly from: number;
  readonly count: number;
}

/** A record behind a figure, to be joined with its matter. */
export interface FoundRecord {
  readonly region: string;
  readonly matter: string;
  readonly item: string;
  readonly on_day: string;
  readonly counted: boolean;
  readonly base: boolean;
  readonly amount: string | null;
}

/** What one value of a field has of a figure. */
export interface ByKey {
  readonly key: string;
  readonly numerator: string;
  readonly denominator: string | null;
}

/** Where the figures of one request come from: the roll-up, or the records. Both say the same, up to `asOf`. */
export interface Counting {
  readonly rolled: boolean;
  /** All events before this moment are in; null: all there are. */
  readonly asOf: string | null;
  value(
    client: pg.PoolClient,
    of: Counted,
  ): Promise<{ readonly numerator: string; readonly denominator: string | null }>;
  /** The records, by day; a page of them where asked. */
  records(client: pg.PoolClient, of: Counted, page?: Page): Promise<readonly FoundRecord[]>;
  /** The same of one value of a field; undefined where nothing is kept by it. */
  recordsOf(client: pg.PoolClient, of: Counted, only: OnlyOf, page: Page): Promise<readonly FoundRecord[] | undefined>;
  /** The value for each of the keys that a field may have; undefined where nothing is kept by it, or something else is found. */
  byField(client: pg.PoolClient, of: Counted, field: string, keys: Keys): Promise<readonly ByKey[] | undefined>;
  /** All records as a statement, to be joined with more. */
  recordsText(client: pg.PoolClient, of: Counted): Promise<Sql>;
  /** How many records there are. */
  count(client: pg.PoolClient, of: Counted): Promise<number>;
  /** Whether the lines of a formula have any record by the end of the period. */
  kept(client: pg.PoolClient, version: FormulaVersion, period: Period, within: Within): Promise<boolean>;
}

const compiled = ({ version, variant, period, within }: Counted) =>
  compile(variant === 'also' ? version.also!.formula : version.formula, period, within);

/** Values that a field may have: those of a list, or any organization's. */
export type Keys = readonly string[] | 'organizations';

/** Each time from the matters themselves. */
export const FROM_RECORDS: Counting = {
  rolled: false,
  asOf: null,
  value: async (client, of) => {
    const { text, values } = compiled(of).value;
    return (await client.query(text, [...values])).rows[0];
  },
  records: async (client, of, page) => {
    const { text, values } = compiled(of).rows;
    const paged = page === undefined ? '' : ` offset ${Math.trunc(page.from)} limit ${Math.trunc(page.count)}`;
    return (await client.query<FoundRecord>(`${text}${paged}`, [...values])).rows;
  },
  recordsOf: async () => undefined,
  byField: async () => undefined,
  recordsText: async (_client, of) => compiled(of).rows,
  count: async (client, of) => {
    const { text, values } = compiled(of).rows;
    return (await client.query<{ n: number }>(`select count(*)::int as n from (${text}) as rows`, [...values])).rows[0]!
      .n;
  },
  kept: async (client, version, period, within) => {
    const [place, of] = 'organ' in within ? ['organ = $3', within.organ] : ['path <@ $3::ltree', within.path];
    const { rows } = await client.query<{ kept: boolean }>(
      `select exists (select from matter where line = any($1::text[]) and opened_on <= $2::date and ${place}) as kept`,
      [linesOf(version), period.to, of],
    );
    return rows[0]!.kept;
  },
};

const linesOf = (version: FormulaVersion): string[] => [
  ...new Set(selectionsOf(version.formula).map((selection) => selection.line)),
];

/** A sum over days is told only to those who may see every record in it; others count what they see. */
export const covers = (scope: Scope, org: Pick<FigureOrg, 'id' | 'path'>, own: boolean): boolean =>
  (own && scope.orgs.includes(org.id)) ||
  scope.paths.some((path) => org.path === path || org.path.startsWith(`${path}.`));

/** Chooses between roll-up and records for an organization, by the scope and by how far the roll-up has come. */
export async function countingFor(
  client: pg.PoolClient,
  scope: Scope,
  org: Pick<FigureOrg, 'id' | 'path'>,
  own: boolean,
  upTo: UpTo,
): Promise<Counting> {
  if (!covers(scope, org, own)) return FROM_RECORDS;
  const plan = rollUpPlan(formulas);
  const { rows } = await client.query<{ built: boolean | null; lagging: string | null; waiting: boolean }>(
    `select bool_and(coalesce(w.formulas = $1, false)) as built, min(w.at) filter (where exists (select from leaf l where l.region = w.region and l.seq > w.seq))::text as lagging,
       exists (select from ledger_queue) as waiting
     from fadu_event_regions() r left join indicator_watermark w on w.region = r.region`,
    [plan.digest],
  );
  const { built, lagging, waiting } = rows[0]!;
  const behind = built !== true || (upTo === 'now' && (lagging !== null || waiting));
  return askingOnce(behind ? FROM_RECORDS : fromRollUp(plan, lagging));
}

/** Whether there are records is the same for every indicator of a line: asked once for a moment, period and place. */
function askingOnce(counting: Counting): Counting {
  const known = new Map<string, Promise<boolean>>();
  return {
    ...counting,
    kept: (client, version, period, within) => {
      const key = JSON.stringify([linesOf(version), period.to, within]);
      const found = known.get(key) ?? counting.kept(client, version, period, within);
      known.set(key, found);
      return found;
    },
  };
}

/** From months and records kept; `lagging`: since when there is more in the ledger. */
export function fromRollUp(plan: RollUpPlan, lagging: string | null): Counting {
  const places = new Map<string, Promise<RolledWithin>>();
  const placesOf = (client: pg.PoolClient, within: Within): Promise<RolledWithin> => {
    const key = JSON.stringify(within);
    const found = places.get(key) ?? rolledWithin(client, within);
    places.set(key, found);
    return found;
  };
  const formulaOf = ({ version, variant }: Counted) => (variant === 'also' ? version.also!.formula : version.formula);
  return {
    rolled: true,
    asOf: lagging === null ? null : new Date(lagging).toISOString(),
    value: async (client, of) => {
      const sides = plan.sidesOf(of.code, of.version, of.variant);
      if (sides === undefined) return FROM_RECORDS.value(client, of);
      const { text, values } = rolledValue(formulaOf(of), sides, of.period, await placesOf(client, of.within));
      return (await client.query(text, [...values])).rows[0];
    },
    records: async (client, of, page) => {
      const sides = plan.sidesOf(of.code, of.version, of.variant);
      if (sides === undefined) return FROM_RECORDS.records(client, of, page);
      return pageOf(client, rolledRows(formulaOf(of), sides, of.period, await placesOf(client, of.within)), page);
    },
    recordsOf: async (client, of, only, page) => {
      const sides = plan.sidesOf(of.code, of.version, of.variant);
      const blocks = sides && rolledRows(formulaOf(of), sides, of.period, await placesOf(client, of.within), only);
      return blocks && pageOf(client, blocks, page);
    },
    byField: async (client, of, field, keys) => {
      const sides = plan.sidesOf(of.code, of.version, of.variant);
      const within = await placesOf(client, of.within);
      const sql =
        sides && rolledByField(formulaOf(of), sides, field, of.period, within, (give) => keysText(keys, give));
      if (sql === undefined) return undefined;
      const { rows } = await client.query<Omit<ByKey, 'key'> & { key: string | null }>(sql.text, [...sql.values]);
      const named = rows.flatMap(({ key, ...row }) => (key === null ? [] : [{ ...row, key }]));
      return named.length === rows.length ? named : undefined;
    },
    recordsText: async (client, of) => {
      const sides = plan.sidesOf(of.code, of.version, of.variant);
      if (sides === undefined) return FROM_RECORDS.recordsText(client, of);
      return rolledRowsText(rolledRows(formulaOf(of), sides, of.period, await placesOf(client, of.within)));
    },
    count: async (client, of) => {
      const sides = plan.sidesOf(of.code, of.version, of.variant);
      if (sides === undefined) return FROM_RECORDS.count(client, of);
      let count = 0;
      for (const block of rolledRows(formulaOf(of), sides, of.period, await placesOf(client, of.within))) {
        const { text, values } = block.count;
        count += (await client.query<{ n: number }>(text, [...values])).rows[0]!.n;
      }
      return count;
    },
    // A line that keeps records gives one of its formulas the day on which each came in.
    kept: async (client, version, period, within) => {
      const lines = linesOf(version);
      const moments = plan.moments.flatMap(({ id, line }) => (lines.includes(line) ? [id] : []));
      const { text, values } = rolledKept(moments, period, await placesOf(client, within));
      return (await client.query<{ kept: boolean }>(text, [...values])).rows[0]!.kept;
    },
  };
}

/** With the empty one, for what is not filled in. */
const keysText = (keys: Keys, give: (value: unknown) => string): string =>
  keys === 'organizations'
    ? "select id from org union all select ''"
    : `select unnest(${give([...new Set([...keys, ''])])}::text[])`;

/** The sums of a path are its own units' and those of all below it, which end at the counties (places.ts). */
async function rolledWithin(client: pg.PoolClient, within: Within): Promise<RolledWithin> {
  const organ = 'organ' in within;
  const { rows } = await client.query<{ units: number[]; places: number[] }>(
    `select coalesce(array_agg(id) filter (where organ not in ('', '*')), '{}') as units,
       coalesce(array_agg(id) filter (where ${organ ? 'true' : "organ = '*' or path = $1::ltree"}), '{}') as places
     from indicator_place where ${organ ? "organ = $1 and organ <> ''" : 'path <@ $1::ltree'}`,
    [organ ? within.organ : within.path],
  );
  // Under the root there is everything.
  return { ...rows[0]!, ...('path' in within && !within.path.includes('.') && { units: 'all' as const }) };
}

/** Goes through the blocks until the page is full; where sums by month tell where it lies, only those months are read. */
async function pageOf(client: pg.PoolClient, blocks: readonly RolledBlock[], page?: Page): Promise<FoundRecord[]> {
  const found: FoundRecord[] = [];
  const ask = async <T extends pg.QueryResultRow>({ text, values }: Sql): Promise<T[]> =>
    (await client.query<T>(text, [...values])).rows;
  if (page === undefined) {
    for (const block of blocks) found.push(...(await ask<FoundRecord>(block.rows({}))));
    return found;
  }
  let skip = Math.trunc(page.from);
  for (const block of blocks) {
    const count = Math.trunc(page.count) - found.length;
    if (count <= 0) break;
    const months = block.months && monthsOf(await ask<Month>(block.months), skip, count);
    const rows = months?.over ? [] : await ask<FoundRecord>(block.rows(months ?? { skip, count }));
    found.push(...rows);
    if (rows.length > 0) skip = 0;
    else if (skip > 0) skip -= months?.total ?? (await ask<{ n: number }>(block.count))[0]!.n;
  }
  return found;
}

interface Month {
  readonly month: number;
  readonly n: number;
}

/** From which month to which a page reaches, and what is skipped of them; `over`: it begins after all of them. */
function monthsOf(months: readonly Month[], skip: number, count: number) {
  let [before, upTo] = [0, 0];
  let [fromMonth, toMonth]: (number | undefined)[] = [];
  for (const { month, n } of months) {
    if (fromMonth === undefined && upTo + n > skip) [fromMonth, before] = [month, upTo];
    if (upTo < skip + count) toMonth = month;
    upTo += n;
  }
  return { fromMonth, toMonth, skip: skip - before, count, total: upTo, over: fromMonth === undefined };
}
