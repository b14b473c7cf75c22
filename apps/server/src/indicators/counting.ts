import {
  compile,
  compileRolled,
  type FormulaVersion,
  type Period,
  type Sql,
  selectionsOf,
  sidesOf,
  type Within,
} from '@fadu/indicator';
import { formulas } from '@fadu/lines';
import type pg from 'pg';
import type { Scope } from '../access/scope.js';
import { digestOf } from './roll-up.js';

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

/** Where the figures of one request come from: the roll-up, or the records. Both say the same, up to `asOf`. */
export interface Counting {
  readonly rolled: boolean;
  /** All events before this moment are in; null: all there are. */
  readonly asOf: string | null;
  statements(
    code: string,
    version: FormulaVersion,
    variant: 'main' | 'also',
    period: Period,
    within: Within,
  ): { readonly value: Sql; readonly rows: Sql };
  /** Whether the lines of a formula have any record by the end of the period. */
  kept(client: pg.PoolClient, version: FormulaVersion, period: Period, within: Within): Promise<boolean>;
}

const FROM_RECORDS: Counting = {
  rolled: false,
  asOf: null,
  statements: (_code, version, variant, period, within) =>
    compile(variant === 'also' ? version.also!.formula : version.formula, period, within),
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
  const { rows } = await client.query<{ built: boolean | null; lagging: string | null; waiting: boolean }>(
    `select bool_and(coalesce(w.formulas = $1, false)) as built, min(w.at) filter (where exists (select from leaf l where l.region = w.region and l.seq > w.seq))::text as lagging,
       exists (select from ledger_queue) as waiting
     from fadu_event_regions() r left join indicator_watermark w on w.region = r.region`,
    [digestOf(formulas)],
  );
  const { built, lagging, waiting } = rows[0]!;
  if (built !== true || (upTo === 'now' && (lagging !== null || waiting))) return FROM_RECORDS;
  const named = await client.query<{ id: number; name: string }>(
    "select id, code || '/' || version || '/' || variant as name from indicator_formula",
  );
  return fromRollUp(new Map(named.rows.map((row) => [row.name, row.id])), lagging);
}

function fromRollUp(ids: ReadonlyMap<string, number>, lagging: string | null): Counting {
  return {
    rolled: true,
    asOf: lagging === null ? null : new Date(lagging).toISOString(),
    statements: (code, version, variant, period, within) => {
      const formula = variant === 'also' ? version.also!.formula : version.formula;
      const id = ids.get(`${code}/${version.version}/${variant}`);
      return id === undefined || sidesOf(formula) === undefined
        ? compile(formula, period, within)
        : compileRolled(formula, id, period, within);
    },
    // A line that keeps records gives one of its formulas the day on which each came in.
    kept: async (client, version, period, within) => {
      const lines = linesOf(version);
      const same = Object.entries(formulas).flatMap(([code, versions]) =>
        versions
          .filter((one) => linesOf(one).some((line) => lines.includes(line)))
          .map((one) => ids.get(`${code}/${one.version}/main`)),
      );
      const [own, at] = 'organ' in within ? [true, within.organ] : [false, within.path];
      const { rows } = await client.query<{ kept: boolean }>(
        `select exists (select from unnest($1::int[]) as f (id) join lateral
           (select from indicator_day where formula = f.id and own = $2 and at = $3 and day <= $4::date and n > 0 limit 1) as d on true) as kept`,
        [same.filter((id) => id !== undefined), own, at, period.to],
      );
      return rows[0]!.kept;
    },
  };
}
