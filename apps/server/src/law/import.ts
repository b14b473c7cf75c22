import { setFlagsFromString } from 'node:v8';
import { TitleIndex } from '@fadu/lawtext';
import type pg from 'pg';
import { RANK } from './instrument.js';
import { link } from './link.js';
import { type Entry, filesBelow, readEntries } from './reading.js';
import { type Held, type KnownWork, Sending, storeWork, type Tally } from './store.js';

export interface ImportProgress {
  readonly stage: 'reading' | 'storing' | 'linking';
  readonly done: number;
  readonly of: number;
}

export interface ImportReport {
  readonly files: number;
  /** New versions of works. */
  readonly stored: number;
  /** The same text under another name, or in the base already. */
  readonly same: number;
  readonly refused: readonly { readonly path: string; readonly why: string }[];
  readonly clauses: number;
  readonly citations: number;
  /** Versions that came as a change of a law the base held before this run: raiseAlerts looks at their impact. */
  readonly changed: readonly number[];
}

/** Works in one transaction: an import that is cut short holds whole works only, and goes on where it stopped. */
const BATCH = 60;
const LANES = 2;
/**
 * Per cent of what is alive by which the heap grows before it is collected; V8 would let it double. What was read of a text is
 * garbage as soon as it is stored: an import of thousands takes a third less memory so, and 3% more time. 0: as V8 has it.
 */
const HEAP_GROWTH = 40;

/**
 * Stores a folder of texts. May be run again at any time: what is there stays as it is. Identity and lineage are carried over
 * the versions of a work in the order of their effective dates.
 * @param owner connections as the owner of the tables
 */
export async function importLaws(
  owner: pg.Pool,
  folder: string,
  say: (progress: ImportProgress) => void = () => undefined,
): Promise<ImportReport> {
  const client = await owner.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('fadu.law.import'))");
    setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
    return await run(owner, client, folder, say);
  } finally {
    setFlagsFromString('--heap-growing-percent=0');
    await client.query("select pg_advisory_unlock(hashtext('fadu.law.import'))").catch(() => undefined);
    client.release();
  }
}

async function run(
  owner: pg.Pool,
  client: pg.PoolClient,
  folder: string,
  say: (progress: ImportProgress) => void,
): Promise<ImportReport> {
  const paths = await filesBelow(folder);
  const { entries, same, refused } = await readEntries(client, folder, paths, (done) =>
    say({ stage: 'reading', done, of: paths.length }),
  );
  const works = groupByWork(entries);
  const { rows } = await client.query(
    'select not exists (select 1 from law_version) as first, exists (select 1 from law_version where not linked) as interrupted',
  );
  const { first, interrupted } = rows[0] as { first: boolean; interrupted: boolean };
  // A first load writes the large indexes once, at the end.
  if (first && entries.length > BATCH)
    await client.query('drop index if exists law_citation_articles, law_citation_from');
  const known = await ensureWorks(client, works);
  const titles = new TitleIndex(
    (await client.query('select distinct title from law')).rows.map((row) => row.title as string),
  );
  const tally: Tally = { stored: 0, clauses: 0, citations: 0, changed: [], refused };
  let done = 0;
  const batches = Array.from({ length: Math.ceil(works.length / BATCH) }, (_, at) =>
    works.slice(at * BATCH, (at + 1) * BATCH),
  );
  // While one lane waits for the database, another reads and segments.
  const lane = async (): Promise<void> => {
    const connection = await owner.connect();
    try {
      for (let batch = batches.shift(); batch; batch = batches.shift()) {
        const to = new Sending(connection);
        to.send('begin', []);
        try {
          for (const work of batch) {
            await storeWork(to, folder, known.get(work.key)!, work.entries, titles, tally);
            done += work.entries.length;
          }
          to.send('commit', []);
          await to.end();
        } catch (error) {
          await connection.query('rollback');
          throw error;
        }
        say({ stage: 'storing', done, of: entries.length });
      }
    } finally {
      connection.release();
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  say({ stage: 'linking', done: 0, of: 1 });
  if (interrupted || entries.length > 0) await link(client);
  say({ stage: 'linking', done: 1, of: 1 });
  return { files: paths.length, same, ...tally };
}

interface Work {
  readonly key: string;
  readonly entries: readonly Entry[];
}

/** Versions of one work together; works in the order of rank and title, so that codes are given alike everywhere. */
function groupByWork(entries: readonly Entry[]): Work[] {
  const byKey = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = `${entry.instrument.region}|${entry.instrument.title}`;
    const list = byKey.get(key);
    if (list) list.push(entry);
    else byKey.set(key, [entry]);
  }
  const rank = (work: Work): number => RANK[work.entries[0]!.instrument.kind] ?? 7;
  return [...byKey]
    .map(([key, list]): Work => ({ key, entries: list }))
    .sort((a, b) => rank(a) - rank(b) || a.key.localeCompare(b.key));
}

/** Gives every work its row and code; a code is never used twice. */
async function ensureWorks(client: pg.PoolClient, works: readonly Work[]): Promise<Map<string, KnownWork>> {
  const known = new Map<string, { law: number; code: string; held: Held[] }>();
  const serials = new Map<string, number>();
  for (const row of (await client.query('select id, code, title, region from law')).rows) {
    known.set(`${row.region}|${row.title}`, { law: row.id, code: row.code, held: [] });
    const [group, serial] = (row.code as string).split('-') as [string, string];
    serials.set(group, Math.max(serials.get(group) ?? 0, Number(serial)));
  }
  const values = works
    .filter((work) => !known.has(work.key))
    .map((work) => {
      const { title, kind, region, maker } = work.entries.at(-1)!.instrument;
      const group = `${kind}${region}`;
      const serial = (serials.get(group) ?? 0) + 1;
      serials.set(group, serial);
      return { code: `${group}-${String(serial).padStart(5, '0')}`, title, kind, rank: RANK[kind] ?? 7, region, maker };
    });
  const added = await client.query(
    `insert into law (code, title, kind, rank, region, maker)
     select code, title, kind, rank, region, maker
     from jsonb_to_recordset($1::jsonb) as u (code text, title text, kind text, rank smallint, region text, maker text)
     returning id, code, title, region`,
    [JSON.stringify(values)],
  );
  for (const row of added.rows) known.set(`${row.region}|${row.title}`, { law: row.id, code: row.code, held: [] });
  const byLaw = new Map([...known.values()].map((work) => [work.law, work]));
  const held = await client.query('select law, id, effective_on::text as on from law_version order by effective_on');
  for (const { law, ...version } of held.rows) byLaw.get(law)!.held.push(version);
  return known;
}
