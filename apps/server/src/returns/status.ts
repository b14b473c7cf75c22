import { CATALOGUE, type CollectedFigure, type Period, parsePeriod, periodName } from '@fadu/indicator';
import { dayOf } from '@fadu/kernel';
import { collection, formulas, getLine, standingOf } from '@fadu/lines';
import type { ReturnListItem, ReturnStatus } from '@fadu/wire';
import type pg from 'pg';
import type { Org } from '../access/directory.js';
import { EVERYTHING, type Scope } from '../access/scope.js';
import type { Platform } from '../matters/execute.js';
import { toldOf } from '../notices/notices.js';
import { snapshot } from '../storage/scoped.js';
import { openAmendments } from './amendments.js';
import { reportingUnits } from './lookup.js';
import { checksAt, type ReturnViewer } from './viewer.js';

/** What of a matter the lists of returns show. */
interface Row {
  readonly id: string;
  readonly organ: string;
  readonly period: string;
  readonly state: string;
  readonly due: string;
  readonly to: string;
  readonly submitted: string | null;
  readonly reminded: string | null;
  readonly figures: readonly CollectedFigure[] | null;
  readonly sections: readonly string[] | null;
  readonly running: boolean;
  /** It was approved and is being put right. */
  readonly amending: boolean;
}

const COLUMNS = `m.id, m.organ, m.data ->> '${collection.period}' as period, m.state, m.data ->> '${collection.due}' as due,
  m.data ->> '${collection.receiver}' as to, m.data ->> 'submittedOn' as submitted, m.data ->> '${collection.reminded}' as reminded,
  m.data -> '${collection.figures}' as figures, m.data -> '${collection.sections}' as sections,
  exists (select from clock c where c.region = m.region and c.matter = m.id and c.outcome is null) as running, jsonb_typeof(m.data -> '${collection.inForce}') = 'array' as amending`;

const line = () => getLine(collection.line);

/** How many indicators a return is asked for: those that no line feeds, of its parts of the catalogue. */
const askedCodes = (sections: readonly string[] | null): readonly string[] =>
  CATALOGUE.filter(
    ({ code, domain }) =>
      !Object.hasOwn(formulas, code) && (sections === null || sections.length === 0 || sections.includes(domain)),
  ).map(({ code }) => code);

/** Returns in scope, the latest first; `fills`, `checks`: where this post fills in and where it checks. */
export async function listReturns(
  platform: Platform,
  scope: Scope,
  { fills, checks }: { readonly fills: readonly string[]; readonly checks: readonly string[] },
): Promise<ReturnListItem[]> {
  const today = dayOf(platform.now());
  return snapshot(platform.pool, scope, async (client) => {
    const { rows } = await client.query<Row>(
      `select ${COLUMNS} from matter m where m.line = $1 order by m.opened_on desc, m.id limit 500`,
      [collection.line],
    );
    const below = await belowOf(
      client,
      rows.filter(({ organ }) => fills.includes(organ)),
    );
    return rows.map(({ id, organ, period, state, due, to, running, amending }) => ({
      matter: id,
      unit: platform.directory.nameOf(organ),
      unitId: organ,
      to: platform.directory.nameOf(to),
      period,
      periodName: nameOf(period),
      state: standingOf(state, { inForce: amending || null }),
      dueOn: due,
      late: running && due < today,
      open: fills.includes(organ) && line().actions[collection.save]!.from!.includes(state),
      check: checks.includes(to) && line().actions[collection.check]!.from!.includes(state),
      below: below.get(id) ?? 0,
    }));
  });
}

/** How many approved amendments of units below each of these returns does not hold. */
async function belowOf(
  client: pg.ClientBase,
  rows: readonly Pick<Row, 'id' | 'period'>[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const period of new Set(rows.map((row) => row.period))) {
    const of = parsePeriod(period);
    for (const { stage, above } of of === undefined ? [] : await openAmendments(client, of))
      if (stage === 'approved') counts.set(above[0]!.matter, (counts.get(above[0]!.matter) ?? 0) + 1);
  }
  return counts;
}

const nameOf = (text: string): string => {
  const period = parsePeriod(text);
  return period === undefined ? text : periodName(period);
};

/**
 * Every unit that reports to an organization, in the order of the tree: those asked for this period, and those that
 * reported for another or have somebody who reports, but were not asked. A status tells no figure: it is known to
 * whoever may see the organization.
 */
export async function returnStatus(
  platform: Platform,
  viewer: ReturnViewer,
  org: Org,
  period: Period,
): Promise<ReturnStatus[]> {
  const today = dayOf(platform.now());
  const checks = checksAt(viewer, org.id);
  return snapshot(platform.pool, EVERYTHING, async (client) => {
    const { rows } = await client.query<Row>(
      `select ${COLUMNS} from matter m where m.line = $1 and m.orgs @> array[$2] and m.data ->> '${collection.receiver}' = $2`,
      [collection.line, org.id],
    );
    const expected = await reportingUnits(client, org.id, period);
    const still = await thereIn(
      client,
      rows.map(({ organ }) => organ),
      period,
    );
    // One that is no more is in the list of the periods for which it was asked.
    const asked = rows.filter((row) => isPeriod(row.period, period) || still.has(row.organ));
    const units = new Set([...asked.map(({ organ }) => organ), ...expected.map(({ id }) => id)]);
    units.delete(org.id);
    const known = [...units].flatMap((id) => platform.directory.findOrg(id) ?? []);
    const told = await toldOf(
      platform,
      rows.map(({ id }) => id),
    );
    known.sort((one, two) => one.region.localeCompare(two.region) || one.id.localeCompare(two.id));
    return known.map(({ id, name }): ReturnStatus => {
      const row = rows.find((one) => one.organ === id && isPeriod(one.period, period));
      const codes = askedCodes(row?.sections ?? null);
      const remindable = row && line().actions[collection.remind]!.from!.includes(row.state);
      return {
        unit: id,
        name,
        matter: row?.id ?? null,
        stateName: row ? standingOf(row.state, { inForce: row.amending || null }) : null,
        dueOn: row?.due ?? null,
        submittedOn: row?.submitted ?? null,
        remindedOn: row?.reminded ?? null,
        remindedWho: row ? (told.get(row.id) ?? []) : [],
        late: row?.running === true && row.due < today,
        filled: codes.filter((code) => row?.figures?.some((figure) => figure.code === code)).length,
        asked: codes.length,
        mayRemind: checks && remindable === true,
      };
    });
  });
}

/** Those of these organizations that are there at the end of a period. */
async function thereIn(client: pg.ClientBase, orgs: readonly string[], { to }: Period): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: string }>(
    'select id from org where id = any($1) and valid_from <= $2::date and (valid_to is null or valid_to >= $2::date)',
    [orgs, to],
  );
  return new Set(rows.map(({ id }) => id));
}

export const isPeriod = (text: string, period: Period): boolean => {
  const of = parsePeriod(text);
  return of?.from === period.from && of.to === period.to;
};
