import { type LogReport, readNote, type SignedCheckpoint, type StoredLeaf, verifyLog } from '@fadu/ledger';
import { nodeHasher } from '@fadu/ledger/node';
import type { MatterEvent } from '@fadu/procedure';
import type pg from 'pg';
import { EVERYTHING } from '../access/scope.js';
import { scoped } from '../storage/scoped.js';
import { headerOf, leafContent, SETTING_COLUMNS, SETTING_STEP, type SettingRow, settingLeaf } from './leaf.js';
import { type Log, provinceLog, regionLog } from './log-store.js';

const PAGE = 5000;

export interface LedgerReport {
  /** Region code; for the log of a province `220000/checkpoints`. */
  readonly log: string;
  readonly report: LogReport;
  /** Events that wait for their leaf: nothing is proved of them as yet. */
  readonly waiting: number;
  /** Events that never entered the log although nothing waits for it; the first of them in words. */
  readonly stray: number;
  readonly firstStray: string | null;
}

/**
 * Computes every log again: the regions' from their events, the provinces' from the regions' checkpoints. Also finds
 * events that never entered a log, and checkpoints that never entered a province's.
 * @param witnessed checkpoints kept outside, of any log.
 */
export async function verifyLedger(
  pool: pg.Pool,
  publicKeys: readonly string[],
  witnessed: readonly SignedCheckpoint[] = [],
): Promise<LedgerReport[]> {
  const verify = async (log: Log, leaves: AsyncGenerator<StoredLeaf>): Promise<LogReport> =>
    verifyLog({
      origin: log.origin,
      checkpoints: await storedCheckpoints(pool, log),
      leaves,
      publicKeys,
      witnessed,
      hasher: nodeHasher,
    });
  const regions = await pool.query(
    'select region from checkpoint union select region from leaf union select region from setting_value union select region from fadu_event_regions() order by 1',
  );
  const waiting = await queued(pool);
  const reports: LedgerReport[] = [];
  for (const { region } of regions.rows) {
    const report = await verify(regionLog(region), storedLeaves(pool, region));
    reports.push({ log: region, report, waiting: waiting.get(region) ?? 0, ...(await strayEvents(pool, region)) });
  }
  const provinces = await pool.query(
    "select province from province_checkpoint union select province from province_leaf union select substr(region, 1, 2) || '0000' from checkpoint order by 1",
  );
  for (const { province } of provinces.rows) {
    const report = await verify(provinceLog(province), storedNotes(pool, province));
    reports.push({ log: `${province}/checkpoints`, report, waiting: 0, ...(await strayCheckpoints(pool, province)) });
  }
  return reports;
}

const queued = (pool: pg.Pool): Promise<Map<string, number>> =>
  scoped(pool, EVERYTHING, async (client) => {
    const { rows } = await client.query(
      `select region, count(*)::int as n from (select region from ledger_queue union all select s.region from setting_value s
         where not exists (select from leaf l where l.region = s.region and l.matter = s.id and l.event_seq = ${SETTING_STEP})) q
       group by region`,
    );
    return new Map(rows.map((row) => [row.region, row.n]));
  });

async function storedCheckpoints(pool: pg.Pool, log: Log): Promise<SignedCheckpoint[]> {
  const { rows } = await pool.query(
    `select size, note from ${log.checkpoints} where ${log.column} = $1 order by size`,
    [log.key],
  );
  // A note that cannot be read, or stands under another size, is met as one whose signature does not fit.
  return rows.map(({ size, note }) => {
    const read = readNote(note);
    return read && read.checkpoint.size === Number(size)
      ? read
      : {
          checkpoint: { origin: log.origin, size: Number(size), root: '', previous: '', at: '' },
          key: '',
          signature: '',
        };
  });
}

interface LeafRow {
  readonly seq: string;
  readonly hash: string;
  readonly matter: string;
  readonly event_seq: number;
  readonly event_id: string;
  readonly id: string | null;
  readonly salt: string;
  readonly body: MatterEvent;
  readonly at: Date;
  readonly on_day: string;
  readonly kind: string;
  readonly action: string;
}

/** Leaves of a region, each with its event, or its decision about a setting, as it stands now. */
async function* storedLeaves(pool: pg.Pool, region: string): AsyncGenerator<StoredLeaf> {
  for (let after = -1; ; ) {
    const { rows } = await scoped(pool, EVERYTHING, (client) =>
      client.query<LeafRow>(
        `select l.seq, l.hash, l.matter, l.event_seq, l.event_id, e.id, e.salt, e.body, e.at, e.on_day, e.kind, e.action from leaf l
         left join event e on e.region = l.region and e.matter = l.matter and e.seq = l.event_seq where l.region = $1 and l.seq > $2 order by l.seq limit ${PAGE}`,
        [region, after],
      ),
    );
    const settings = await settingsOf(
      pool,
      rows.filter((row) => row.event_seq === SETTING_STEP).map((row) => row.matter),
    );
    for (const row of rows) {
      if (row.event_seq === SETTING_STEP) {
        const found = settings.get(row.matter);
        const label = found ? `设置${found.code}自${found.from}起的规定` : `设置的一项规定（${row.matter}）`;
        yield { seq: Number(row.seq), hash: row.hash, label, content: found ? settingLeaf(found) : null };
        continue;
      }
      const label = `事项${row.matter}第${row.event_seq}步`;
      yield { seq: Number(row.seq), hash: row.hash, label, content: contentOf(region, row) };
    }
    if (rows.length < PAGE) return;
    after = Number(rows.at(-1)!.seq);
  }
}

async function settingsOf(pool: pg.Pool, ids: readonly string[]): Promise<Map<string, SettingRow>> {
  if (ids.length === 0) return new Map();
  const { rows } = await pool.query<SettingRow>(
    `select ${SETTING_COLUMNS} from setting_value s where s.id = any($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The leaf as the event makes it today. The columns beside the body are derived from it; where they differ, they were changed. */
function contentOf(region: string, row: LeafRow): string | null {
  if (row.id === null) return null;
  const { body } = row;
  const columns = [row.id, row.at.toISOString(), row.on_day, row.kind, row.action];
  const recorded = [row.event_id, body?.at && new Date(body.at).toISOString(), body?.on, body?.kind, body?.action];
  const odd = columns.findIndex((value, index) => value !== recorded[index]);
  if (odd >= 0) return `column ${odd} of the event was changed`;
  try {
    return leafContent(
      headerOf({ region, matter: row.matter, seq: row.event_seq, id: row.event_id, salt: row.salt, body }),
    );
  } catch {
    return 'the body of the event was changed';
  }
}

/** Leaves of a province: the regions' checkpoints as they stand now. */
async function* storedNotes(pool: pg.Pool, province: string): AsyncGenerator<StoredLeaf> {
  for (let after = -1; ; ) {
    const { rows } = await pool.query(
      `select l.seq, l.hash, l.region, l.size, c.note from province_leaf l left join checkpoint c on c.region = l.region and c.size = l.size
       where l.province = $1 and l.seq > $2 order by l.seq limit ${PAGE}`,
      [province, after],
    );
    for (const row of rows)
      yield {
        seq: Number(row.seq),
        hash: row.hash,
        content: row.note,
        label: `${row.region}第${row.size}条处的检查点`,
      };
    if (rows.length < PAGE) return;
    after = Number(rows.at(-1).seq);
  }
}

type Stray = Pick<LedgerReport, 'stray' | 'firstStray'>;

async function strayEvents(pool: pg.Pool, region: string): Promise<Stray> {
  const { rows } = await pool.query('select matter, seq, n::int as n from fadu_stray_events($1)', [region]);
  return rows.length === 0
    ? { stray: 0, firstStray: null }
    : { stray: rows[0].n, firstStray: `事项${rows[0].matter}第${rows[0].seq}步` };
}

async function strayCheckpoints(pool: pg.Pool, province: string): Promise<Stray> {
  const { rows } = await pool.query(
    `select c.region, c.size, count(*) over ()::int as n from checkpoint c
     where substr(c.region, 1, 2) || '0000' = $1 and not exists (select 1 from province_leaf l where l.region = c.region and l.size = c.size)
     order by c.region, c.size limit 1`,
    [province],
  );
  return rows.length === 0
    ? { stray: 0, firstStray: null }
    : { stray: rows[0].n, firstStray: `${rows[0].region}第${rows[0].size}条处的检查点` };
}
