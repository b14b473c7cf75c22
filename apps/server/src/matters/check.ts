import { canonical } from '@fadu/ledger';
import { documentsOf, isPaused, type MatterEvent, replay } from '@fadu/procedure';
import type pg from 'pg';
import { EVERYTHING } from '../access/scope.js';
import { undelivered } from '../jobs/outbox.js';
import { snapshot } from '../storage/scoped.js';
import { checkSerials } from './check-serials.js';
import type { Platform } from './execute.js';
import { recordOf } from './matter-row.js';
import { type MatterRecord, project } from './projection.js';
import { refPathsOf, refsOf } from './refs.js';

const PAGE = 500;

interface RecordFault {
  readonly matter: string;
  readonly message: string;
}

export interface RecordReport {
  readonly matters: number;
  readonly events: number;
  readonly faults: readonly RecordFault[];
  /** Not wrong, but for a person to look at: messages to other matters that were not taken. */
  readonly notices: readonly RecordFault[];
}

/**
 * Replays every matter's events and compares with what the tables hold; checks numbers for duplicates and for gaps
 * without a recorded reason, and rows that belong to no matter. Reads only; each page is one snapshot, so that it may
 * run beside the server.
 */
export async function checkRecords(platform: Platform): Promise<RecordReport> {
  await platform.directory.refresh(true);
  const faults: RecordFault[] = [];
  let matters = 0;
  let events = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const page = await snapshot(platform.pool, EVERYTHING, (client) => readPage(client, after));
    for (const stored of page) {
      matters += 1;
      events += stored.events.length;
      for (const message of compare(platform, stored)) faults.push({ matter: stored.record.id, message });
    }
    if (page.length < PAGE) break;
    after = page.at(-1)!.record.id;
  }
  faults.push(...(await strays(platform)), ...(await checkSerials(platform)));
  const notices = (await undelivered(platform)).map(({ matter, action, failure }) => ({
    matter,
    message: `发给其他事项的“${action}”没有办成：${failure}`,
  }));
  return { matters, events, faults, notices };
}

interface Stored {
  readonly record: MatterRecord;
  readonly refs: readonly string[];
  readonly events: readonly MatterEvent[];
  readonly clocks: readonly Record<string, unknown>[];
  readonly documents: readonly {
    readonly id: string;
    readonly event_seq: number;
    readonly digest: string;
    readonly state: string;
  }[];
}

async function readPage(client: pg.PoolClient, after: string): Promise<Stored[]> {
  const { rows } = await client.query(
    "select to_jsonb(m) - 'words' - 'ticket' - 'scope' as row from matter m where id > $1 order by id limit $2",
    [after, PAGE],
  );
  const ids = rows.map((one) => one.row.id);
  const of = async (sql: string) => {
    const found = await client.query(sql, [ids]);
    const groups = new Map<string, Record<string, unknown>[]>();
    for (const row of found.rows) groups.set(row.matter, [...(groups.get(row.matter) ?? []), row]);
    return (id: string) => groups.get(id) ?? [];
  };
  const bodies = await of('select matter, body from event where matter = any($1::uuid[]) order by matter, seq');
  const clocks = await of(
    'select matter, code, started_on, legal_due, provisional, paused, stopped_on, outcome from clock where matter = any($1::uuid[])',
  );
  const documents = await of(
    'select matter, id, event_seq, digest, state from document where matter = any($1::uuid[]) order by event_seq, id',
  );
  return rows.map(({ row }) => ({
    record: recordOf(row),
    refs: row.refs,
    events: bodies(row.id).map((one) => one.body as MatterEvent),
    clocks: clocks(row.id),
    documents: documents(row.id) as unknown as Stored['documents'],
  }));
}

/** What differs between a matter as stored and as its events make it. */
function compare(platform: Platform, { record, refs, events, clocks, documents }: Stored): string[] {
  let folded: ReturnType<typeof replay>;
  try {
    folded = replay(events);
  } catch (error) {
    return [`记录不能重算：${(error as Error).message}`];
  }
  if (!folded) return ['没有记录'];
  const line = platform.lineOf(record.line);
  if (!line) return [`没有条线${record.line}的定义`];
  const derived = project(line, folded, record.receipt, record.actedBy, platform.directory);
  const differs = (Object.keys(derived) as (keyof typeof derived)[]).filter(
    (key) => canonical((derived[key] ?? null) as never) !== canonical((record[key] ?? null) as never),
  );
  const faults = differs.map((key) => `“${key}”与重算的结果不符`);
  if (canonical([...refs]) !== canonical(refsOf(refPathsOf(platform.lines, line.code), folded.data)))
    faults.push('关联查询用的值与重算的结果不符');
  const kept = Object.values(folded.clocks).map((clock) => [
    clock.code,
    clock.startedOn,
    clock.legalDue,
    clock.provisional,
    isPaused(clock),
    clock.stoppedOn,
    clock.outcome,
  ]);
  const stored = clocks.map((row) =>
    [row.code, row.started_on, row.legal_due, row.provisional, row.paused, row.stopped_on, row.outcome].map(
      (value) => value ?? null,
    ),
  );
  for (const clock of kept)
    if (!stored.some((row) => canonical(row as never) === canonical(clock as never)))
      faults.push(`期限${clock[0]}与记录不符`);
  if (stored.length !== kept.length) faults.push(`期限应有${kept.length}个，实有${stored.length}个`);
  const issued = events.flatMap((event) => event.documents.map(({ id, digest }) => `${event.seq}/${id}/${digest}`));
  const held = documents.map((row) => `${row.event_seq}/${row.id}/${row.digest}`);
  if (canonical([...issued].sort()) !== canonical([...held].sort())) faults.push('文书与记录不符');
  const withdrawn = documentsOf(line, events, folded.data).filter((one) => one.state === 'withdrawn');
  const marked = documents.filter((row) => row.state === 'withdrawn');
  if (canonical(withdrawn.map(({ id }) => id).sort()) !== canonical(marked.map(({ id }) => id).sort()))
    faults.push('撤回的文书与记录不符');
  return faults;
}

/** Rows of a matter that is not there. */
async function strays(platform: Platform): Promise<RecordFault[]> {
  const faults: RecordFault[] = [];
  for (const [table, name] of [
    ['event', '记录'],
    ['clock', '期限'],
    ['document', '文书'],
  ] as const) {
    const { rows } = await platform.pool.query('select * from fadu_strays($1)', [table]);
    for (const row of rows) faults.push({ matter: row.matter, message: `有${name}而没有事项` });
  }
  return faults;
}
