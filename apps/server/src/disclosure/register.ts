import { basisText, dayOf, ok, parsePlainDate, type Refusal, type Result } from '@fadu/kernel';
import { DISCLOSURE, mustPublish, reporting } from '@fadu/lines';
import type { DisclosureRow, DisclosureStatus, DisclosureTally, DisclosureView } from '@fadu/wire';
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { EVERYTHING } from '../access/scope.js';
import type { Platform } from '../matters/execute.js';
import type { Viewer } from '../matters/view.js';
import { refuse } from '../reports/studio/desk.js';
import { scoped, snapshot } from '../storage/scoped.js';
import { type Authority, authorityOf } from './authority.js';
import { type Publication, publicationsOf } from './publications.js';

interface Unit {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly region: string;
  readonly to: string | null;
}

interface Reminded {
  readonly unit: string;
  readonly count: number;
  readonly last: Date;
  readonly seen: Date | null;
  /** Persons who were told. */
  readonly persons: readonly string[];
}

/** The year whose report is due next or was due last: that of the year before. */
export const dueYear = (platform: Platform): number => Number(dayOf(platform.now()).slice(0, 4)) - 1;

/** Who of all organizations below made the report of a year public, and who has not. Undefined: not theirs to see. */
export async function disclosureRegister(
  platform: Platform,
  viewer: Viewer,
  asked: { readonly org?: string | undefined; readonly year?: number | undefined },
): Promise<DisclosureView | undefined> {
  const authority = authorityOf(platform, viewer);
  const org = asked.org === undefined ? authority.top : platform.directory.findOrg(asked.org);
  if (!org || !authority.sees(org)) return undefined;
  const year = asked.year ?? dueYear(platform);
  const today = dayOf(platform.now());
  const { units, publications, progress, reminded } = await snapshot(platform.pool, EVERYTHING, async (client) => ({
    units: await unitsBelow(client, org.path, year),
    ...(await publicationsOf(client, year)),
    reminded: await remindersOf(client, year),
  }));
  const states = platform.lineOf(reporting.line)?.states ?? {};
  const stateOf = new Map(progress.map(({ unit, state }) => [unit, states[state]?.name ?? state]));
  const published = new Map(publications.map((one) => [one.unit, one]));
  const told = new Map(reminded.map((one) => [one.unit, one]));
  const rows = units.map((unit): DisclosureRow => {
    const found = published.get(unit.id);
    const reminder = told.get(unit.id);
    const ended = unit.to !== null && unit.to < `${year}-12-31` ? unit.to : null;
    return {
      unit: unit.id,
      name: unit.name,
      under: unit.kind === 'department' ? platform.directory.nameOf(unit.parent ?? '') : unit.name,
      level: levelOf(unit),
      status: statusOf(found, today, year, ended !== null),
      publishedOn: found?.publishedOn ?? null,
      place: found?.place ?? null,
      address: found?.address ?? null,
      digest: found?.digest ?? null,
      source: found?.source ?? null,
      enteredBy: found?.enteredBy ? platform.directory.nameOf(found.enteredBy) : null,
      progress: stateOf.get(unit.id) ?? null,
      reminded: reminder?.count ?? 0,
      remindedAt: reminder?.last.toISOString() ?? null,
      remindedWho: (reminder?.persons ?? []).map(platform.directory.nameOf),
      seenAt: reminder?.seen?.toISOString() ?? null,
      note: ended === null ? null : `${ended}撤并，由承接的机关公开`,
      mayEnter: found?.source !== 'platform' && enters(platform, authority, unit.id),
    };
  });
  return {
    org: { id: org.id, name: org.name },
    year,
    today,
    before: DISCLOSURE.before(year),
    basis: basisText(DISCLOSURE.basis),
    rows: rows.toSorted((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status)),
    tallies: talliesOf(rows),
    mayRemind: authority.coordinates(org),
  };
}

/** Those who owe it come first. */
const ORDER: readonly DisclosureStatus[] = ['overdue', 'pending', 'late', 'onTime', 'ended'];

const enters = (platform: Platform, authority: Authority, unit: string): boolean => {
  const org = platform.directory.findOrg(unit);
  return org !== undefined && authority.enters(org);
};

export function statusOf(
  found: Pick<Publication, 'publishedOn'> | undefined,
  today: string,
  year: number,
  ended: boolean,
): DisclosureStatus {
  const before = DISCLOSURE.before(year);
  if (found) return found.publishedOn < before ? 'onTime' : 'late';
  if (ended) return 'ended';
  return today < before ? 'pending' : 'overdue';
}

/** Organizations there at some time of the year that owe a report, in the order of the tree. */
async function unitsBelow(client: pg.PoolClient, path: string, year: number): Promise<Unit[]> {
  const { rows } = await client.query<Unit>(
    `select id, name, kind, parent, region, valid_to::text as to from org
     where path <@ $1::ltree and valid_from <= ($2 || '-12-31')::date and (valid_to is null or valid_to >= ($2 || '-01-01')::date)
     order by path`,
    [path, String(year)],
  );
  return rows.filter(mustPublish);
}

async function remindersOf(client: pg.PoolClient, year: number): Promise<Reminded[]> {
  const { rows } = await client.query<Reminded>(
    `select r.unit, count(distinct r.id)::int as count, max(r.at) as last, max(r.seen_at) as seen,
       coalesce(array_agg(distinct n.person) filter (where n.person is not null), '{}') as persons
     from report_reminder r left join notice n on n.key = 'reminder/' || r.id where r.year = $1 group by r.unit`,
    [year],
  );
  return rows;
}

/** 省、市、县、乡 by the code of the region (GB/T 2260; township nine digits). */
function levelOf({ region, kind }: Unit): string {
  if (kind === 'township' || region.length > 6) return '乡级';
  if (region.endsWith('0000')) return '省级';
  return region.endsWith('00') ? '市级' : '县级';
}

function talliesOf(rows: readonly DisclosureRow[]): DisclosureTally[] {
  const due = rows.filter(({ status }) => status !== 'ended');
  return ['省级', '市级', '县级', '乡级'].flatMap((level) => {
    const own = due.filter((row) => row.level === level);
    const count = (...statuses: DisclosureStatus[]): number =>
      own.filter(({ status }) => statuses.includes(status)).length;
    return own.length === 0
      ? []
      : [{ level, due: own.length, onTime: count('onTime'), late: count('late'), open: count('pending', 'overdue') }];
  });
}

export interface Entry {
  readonly unit: string;
  readonly year: number;
  readonly publishedOn: string;
  readonly place: keyof typeof DISCLOSURE.places;
  readonly address: string;
  readonly digest: string | null;
  readonly fileName: string | null;
}

/**
 * Registers where and when a report was made public outside the platform. A correction is entered again; the same entry sent
 * again is there once.
 */
export async function enterPublication(
  platform: Platform,
  viewer: Viewer,
  entry: Entry,
): Promise<Result<void, Refusal>> {
  const { actor } = viewer;
  const org = platform.directory.findOrg(entry.unit);
  if (actor.kind !== 'official' || !org || !authorityOf(platform, viewer).enters(org))
    return refuse('not_yours', '不能登记：由公开的单位或者统筹协调机构的年报岗位登记。');
  const on = parsePlainDate(entry.publishedOn);
  if (!on) return refuse('day', '公开日期没有看懂。请写作2024-03-12。');
  if (on > dayOf(platform.now())) return refuse('future', '公开日期在今天以后。公开以后再登记。');
  if (on <= `${entry.year}-12-31`)
    return refuse('early', `公开日期在${entry.year}年度终了以前。请核对是不是上一年度的报告。`);
  if (entry.place !== 'press' && !/^https?:\/\/[^\s]+$/.test(entry.address))
    return refuse(
      'address',
      '网址没有看懂。请写全，例如https://www.example.gov.cn/2023.html；在报刊公开的，写报刊名称和版次。',
    );
  return scoped(platform.pool, EVERYTHING, async (client) => {
    const { publications } = await publicationsOf(client, entry.year);
    const there = publications.find(({ unit }) => unit === org.id);
    if (there?.source === 'platform') return refuse('published', '这份报告已在平台公开，以平台的记录为准，不用登记。');
    const { place, address, digest } = entry;
    const said = [on, DISCLOSURE.places[place], address, digest].join('\n');
    if (there && [there.publishedOn, there.place, there.address, there.digest].join('\n') === said)
      return ok(undefined);
    await client.query(
      `insert into report_disclosure (id, unit, path, year, published_on, place, address, digest, file_name, org, person, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        uuidv7(),
        org.id,
        org.path,
        entry.year,
        on,
        place,
        address,
        digest,
        entry.fileName,
        actor.posts[0]?.org ?? org.id,
        actor.person,
        platform.now().toISOString(),
      ],
    );
    return ok(undefined);
  });
}
