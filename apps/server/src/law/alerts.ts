import { dayOf, type PlainDate } from '@fadu/kernel';
import type { LawChange, LawRelation, LawSeverity } from '@fadu/wire';
import type pg from 'pg';
import { EVERYTHING } from '../access/scope.js';
import type { Booted } from '../boot.js';
import { scoped } from '../storage/scoped.js';
import { setAlertDays } from './alert-due.js';
import { definitionsCiting, dependentsCiting, documentsCiting, knownTitles, lawsCiting } from './citing.js';
import type { Law } from './in-force.js';
import { noteLapses } from './lapse.js';
import { type Owner, Owners } from './owners.js';
import { type Citing, type ClauseChange, type Printed, paragraphsOf, relationOf, SEVERITY } from './relation.js';

export interface NewAlert {
  readonly law: number;
  readonly version: number;
  readonly locator: string | null;
  readonly change: LawChange;
  readonly citing: Citing;
  readonly relation: LawRelation;
}

/**
 * Writes an alert for everything that hangs on what new versions changed and on laws that ended, each to its owner. Run
 * after an import; the base itself knows which versions wait, so that an import cut short loses none and none comes twice.
 * @returns how many alerts are new.
 */
export async function raiseAlerts({ owner, platform }: Pick<Booted, 'owner' | 'platform'>): Promise<number> {
  await noteLapses(owner, dayOf(platform.now()));
  await setAlertDays(owner, platform);
  const { rows } = await owner.query(
    // An import that is under way has not said yet who cites what.
    'select id, change_alerts as changed, end_alerts as ended from law_version where (change_alerts or end_alerts) and linked order by id',
  );
  if (rows.length === 0) return 0;
  const today = dayOf(platform.now());
  const titles = await knownTitles(owner);
  await platform.directory.refresh(true);
  const owners = new Owners(platform.directory, today);
  /** @param numbered the version in whose numbers the change is told; null: the whole law has ended */
  const citingOf = async (law: Law, from: PlainDate, numbered: number | null): Promise<Citing[]> => [
    // What is no longer in force when the change comes need not follow it.
    ...(await lawsCiting(owner, law, numbered, null, from > today ? from : today)).filter(
      ({ own, repeals }) => !own && !repeals,
    ),
    ...definitionsCiting(platform.lines, law, from),
    ...(await dependentsCiting(owner, law, numbered)),
    ...(await scoped(platform.pool, EVERYTHING, (client) => documentsCiting(client, law, titles))),
  ];
  let added = 0;
  for (const { id: version, changed, ended } of rows as { id: number; changed: boolean; ended: boolean }[]) {
    const alerts: NewAlert[] = [];
    if (changed) {
      const { law, from, before, edges } = await changesOf(owner, version);
      alerts.push(...alertsOf(law, version, edges, await citingOf(law, from, before)));
      alerts.push(...insideAlerts(law, version, edges, await relativesIn(owner, version)));
    }
    if (ended) {
      const { law, until, change } = await endOf(owner, version);
      for (const citing of await citingOf(law, until, null))
        alerts.push({ law: law.id, version, locator: null, change, citing, relation: 'targetDeleted' });
    }
    added += await writeAlerts(owner, alerts, (citing) => ownersOf(citing, owners, platform.lineOf));
    await setAlertDays(owner, platform);
    await owner.query('update law_version set change_alerts = false, end_alerts = false where id = $1', [version]);
  }
  return added;
}

const LAW = 'l.id, l.code, l.title, l.kind, l.rank, l.region, l.maker';

interface Edge extends ClauseChange {
  readonly change: 'modified' | 'moved' | 'deleted';
  readonly old: Printed;
}

/** What a version changed in the one before it, with both texts. Of a split the largest part goes on. */
async function changesOf(
  db: pg.Pool,
  version: number,
): Promise<{ law: Law; from: PlainDate; before: number; edges: Edge[] }> {
  const { rows: of } = await db.query(
    `select ${LAW}, v.effective_on::text as from,
       coalesce((select b.id from law_version b where b.law = v.law and b.effective_on < v.effective_on order by b.effective_on desc limit 1), v.id) as before
     from law_version v join law l on l.id = v.law where v.id = $1`,
    [version],
  );
  const { from, before, ...law } = of[0];
  const { rows } = await db.query(
    `select distinct on (e.from_locator) e.change,
        json_build_object('locator', e.from_locator, 'body', coalesce(o.body, ''), 'inner', coalesce(o.inner_places, '[]')) as old,
        case when n.locator is not null then json_build_object('locator', n.locator, 'body', n.body, 'inner', n.inner_places) end as new
      from law_lineage e
      left join law_clause o on o.version = e.from_version and o.locator = e.from_locator
      left join law_clause n on n.version = e.to_version and n.locator = e.to_locator
      where e.to_version = $1 and e.change in ('modified', 'moved', 'deleted')
      order by e.from_locator, e.similarity desc`,
    [version],
  );
  return {
    law,
    from,
    before,
    edges: rows.map(({ change, old, new: now }) => ({ change, old, ...(now && { new: now }) })),
  };
}

async function endOf(db: pg.Pool, version: number): Promise<{ law: Law; until: PlainDate; change: LawChange }> {
  const { rows } = await db.query(
    `select ${LAW}, v.end_on::text as until, v.end_kind as kind from law_version v join law l on l.id = v.law where v.id = $1`,
    [version],
  );
  const { until, kind, ...law } = rows[0];
  return { law, until, change: kind === 'lapsed' ? 'lapsed' : 'ended' };
}

/** Citations of changed articles; what cites the law as a whole is told once, and only what goes on for longer than a matter. */
function alertsOf(law: Law, version: number, edges: readonly Edge[], citing: readonly Citing[]): NewAlert[] {
  const alerts: NewAlert[] = [];
  const whole = new Set<string>();
  for (const one of citing) {
    if (one.articles.length === 0) {
      if (edges.length === 0 || one.kind === 'document' || whole.has(`${one.kind} ${one.id}`)) continue;
      whole.add(`${one.kind} ${one.id}`);
      alerts.push({ law: law.id, version, locator: null, change: 'modified', citing: one, relation: 'container' });
      continue;
    }
    for (const edge of edges) {
      if (!one.articles.includes(edge.old.locator)) continue;
      const relation = relationOf(one, edge);
      if (relation)
        alerts.push({ law: law.id, version, locator: edge.old.locator, change: edge.change, citing: one, relation });
    }
  }
  return alerts;
}

interface Relative {
  readonly locator: string;
  readonly label: string;
  readonly raw: string;
}

/** 前款, 本款 in the articles of a version. */
async function relativesIn(db: pg.Pool, version: number): Promise<readonly Relative[]> {
  const { rows } = await db.query(
    `select distinct on (c.locator) c.locator, cl.label, c.raw from law_citation c
     join law_clause cl on cl.version = c.version and cl.locator = c.locator
     where c.version = $1 and c.kind = 'relative' and c.raw like '%款%' order by c.locator, c.char_from`,
    [version],
  );
  return rows;
}

/** Articles that got or lost a 款 and speak of 前款: the new text may point at another one than was meant. */
function insideAlerts(law: Law, version: number, edges: readonly Edge[], relatives: readonly Relative[]): NewAlert[] {
  return edges.flatMap((edge): NewAlert[] => {
    if (!edge.new || paragraphsOf(edge.old) === paragraphsOf(edge.new)) return [];
    const said = relatives.find(({ locator }) => locator === edge.new!.locator);
    if (!said) return [];
    const citing: Citing = {
      kind: 'law',
      id: law.code,
      name: law.title,
      place: said.label,
      raw: said.raw,
      articles: [said.locator],
      targets: [],
      own: true,
      repeals: false,
      region: law.region,
    };
    const { locator } = edge.old;
    return [{ law: law.id, version, locator, change: edge.change, citing, relation: 'internalRelative' }];
  });
}

/** A document belongs to whoever handles its matter, which may change: only the organ is kept. */
export function ownersOf(
  citing: Citing,
  owners: Owners,
  lineOf: Booted['platform']['lineOf'],
): readonly (Owner | { readonly org: string; readonly post: null } | null)[] {
  if (citing.line !== undefined) return owners.ofLine(lineOf(citing.line));
  if (citing.matter !== undefined) return [{ org: citing.ownerOrg!, post: null }];
  if (citing.ownerOrg !== undefined) return [{ org: citing.ownerOrg, post: citing.ownerPost! }];
  return [owners.ofText(citing.region ?? '000000')];
}

const GRAVEST: readonly LawSeverity[] = ['high', 'mid', 'low'];

export async function writeAlerts(
  db: pg.Pool | pg.PoolClient,
  alerts: readonly NewAlert[],
  owners: (citing: Citing) => ReturnType<typeof ownersOf>,
): Promise<number> {
  if (alerts.length === 0) return 0;
  const rows = alerts.flatMap(({ citing, relation, ...alert }) =>
    owners(citing).map((owner) => ({
      ...alert,
      kind: citing.kind,
      affected: `${citing.id}${citing.place === '' ? '' : `#${citing.place}`}`,
      name: `${citing.name} ${citing.place}`.trim(),
      relation,
      severity: SEVERITY[relation],
      org: owner?.org ?? null,
      post: owner?.post ?? null,
      matter: citing.matter ?? null,
    })),
  );
  // Of two citations of one clause in one place the graver is told.
  rows.sort((a, b) => GRAVEST.indexOf(a.severity) - GRAVEST.indexOf(b.severity));
  const done = await db.query(
    `insert into law_alert (law, version, locator, change, affected_kind, affected, affected_name, relation, severity, owner_org, owner_post, matter, region)
     select law, version, locator, change, kind, affected, name, relation, severity, org, post, matter,
       coalesce((select m.region from matter m where m.id = u.matter), '000000')
     from jsonb_to_recordset($1::jsonb) as u (law int, version int, locator text, change text, kind text, affected text, name text,
       relation text, severity text, org text, post text, matter uuid)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
  return done.rowCount ?? 0;
}
