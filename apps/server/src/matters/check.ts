import { canonical } from '@fadu/ledger';
import { type MatterEvent, replay } from '@fadu/procedure';
import { EVERYTHING } from '../access/scope.js';
import { scoped } from '../storage/scoped.js';
import { type Platform, recordOf } from './execute.js';
import { project } from './projection.js';

export interface RecordFault {
  readonly matter: string;
  readonly message: string;
}

/**
 * Replays every matter's events and compares with what the tables hold; checks numbers for duplicates and for gaps
 * without a recorded reason. Reads only.
 */
export async function checkRecords(
  platform: Platform,
): Promise<{ matters: number; events: number; faults: RecordFault[] }> {
  await platform.directory.refresh(true);
  const faults: RecordFault[] = [];
  let matters = 0;
  let events = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const page = await scoped(platform.pool, EVERYTHING, async (client) => {
      const { rows } = await client.query(
        "select to_jsonb(m) - 'words' - 'ticket' as row from matter m where id > $1 order by id limit 500",
        [after],
      );
      const ids = rows.map((one) => one.row.id);
      const bodies = await client.query(
        'select matter, body from event where matter = any($1::uuid[]) order by matter, seq',
        [ids],
      );
      const clocks = await client.query(
        'select matter, code, legal_due, outcome from clock where matter = any($1::uuid[])',
        [ids],
      );
      return { rows, bodies: bodies.rows, clocks: clocks.rows };
    });
    for (const { row } of page.rows) {
      const record = recordOf(row);
      matters += 1;
      const own: MatterEvent[] = page.bodies.filter((one) => one.matter === record.id).map((one) => one.body);
      events += own.length;
      const fault = compare(platform, record, own);
      if (fault) faults.push({ matter: record.id, message: fault });
      for (const clock of page.clocks.filter((one) => one.matter === record.id)) {
        const kept = record.clocks[clock.code];
        if (!kept || kept.legalDue !== clock.legal_due || kept.outcome !== clock.outcome)
          faults.push({ matter: record.id, message: `期限${clock.code}与记录不符` });
      }
    }
    if (page.rows.length < 500) break;
    after = page.rows.at(-1).row.id;
  }
  faults.push(...(await checkSerials(platform)));
  return { matters, events, faults };
}

function compare(
  platform: Platform,
  record: ReturnType<typeof recordOf>,
  events: readonly MatterEvent[],
): string | undefined {
  let folded: ReturnType<typeof replay>;
  try {
    folded = replay(events);
  } catch (error) {
    return `记录不能重算：${(error as Error).message}`;
  }
  if (!folded) return '没有记录';
  const line = platform.lineOf(record.line);
  if (!line) return `没有条线${record.line}的定义`;
  const { words: _, ...derived } = project(line, folded, record.receipt, record.actedBy, platform.directory);
  for (const key of Object.keys(derived) as (keyof typeof derived)[]) {
    if (canonical((derived[key] ?? null) as never) !== canonical((record[key] ?? null) as never))
      return `“${key}”与重算的结果不符`;
  }
  return undefined;
}

async function checkSerials(platform: Platform): Promise<RecordFault[]> {
  const { rows } = await platform.pool.query('select scope, value from serial');
  const numbered = await scoped(platform.pool, EVERYTHING, (client) =>
    client.query(
      'select number, count(*)::int as n from (select organ, number from matter where number is not null) t group by organ, number having count(*) > 1',
    ),
  );
  const faults: RecordFault[] = numbered.rows.map((row) => ({
    matter: row.number,
    message: `案号${row.number}重复${row.n}次`,
  }));
  for (const row of rows) {
    const [line, key, organ, year] = (row.scope as string).split('/') as [string, string, string, string];
    const definition = platform.lineOf(line);
    const isMatterNumber = definition && Object.values(definition.actions).some((action) => action.number === key);
    if (!isMatterNumber) continue;
    const used = await scoped(platform.pool, EVERYTHING, (client) =>
      client.query(
        "select substring(number from '(\\d+)号')::int as n from matter where line = $1 and organ = $2 and number like '%〔' || $3 || '〕%'",
        [line, organ, year],
      ),
    );
    const seen = new Set(used.rows.map((one) => one.n));
    const voided = new Set(
      (await platform.pool.query('select value from serial_void where scope = $1', [row.scope])).rows.map(
        (one) => one.value,
      ),
    );
    for (let n = 1; n <= row.value; n += 1)
      if (!seen.has(n) && !voided.has(n))
        faults.push({ matter: row.scope, message: `序号${n}没有使用，也没有作废的理由` });
  }
  return faults;
}
