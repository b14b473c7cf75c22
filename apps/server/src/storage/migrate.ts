import { createHash } from 'node:crypto';
import type pg from 'pg';
import { base } from './migrations/0001-base.js';
import { bulkLoad } from './migrations/0002-bulk-load.js';
import { lawBase } from './migrations/0003-law.js';
import { indicators } from './migrations/0006-indicators.js';
import { lawDesk } from './migrations/0008-law-desk.js';
import { settings } from './migrations/0020-settings.js';
import { qualifications } from './migrations/0021-qualifications.js';
import { messages } from './migrations/0022-messages.js';
import { desk } from './migrations/0023-desk.js';
import { drafts } from './migrations/0024-drafts.js';
import { takenBack } from './migrations/0025-taken-back.js';
import { lawOwners } from './migrations/0030-law-owners.js';
import { lawRuns } from './migrations/0031-law-runs.js';
import { lawCorrections } from './migrations/0032-law-corrections.js';
import { lawWords } from './migrations/0033-law-words.js';
import { lawDue } from './migrations/0034-law-due.js';
import { lawLapse } from './migrations/0035-law-lapse.js';
import { rollUpByMonth } from './migrations/0040-roll-up.js';
import { stays } from './migrations/0041-stays.js';
import { fewerSums } from './migrations/0042-fewer-sums.js';
import { clocksCounted } from './migrations/0043-clocks-counted.js';
import { approvalsAfterEnd } from './migrations/0044-approvals-after-end.js';
import { wordings } from './migrations/0045-wordings.js';
import { returnRefs } from './migrations/0046-return-refs.js';
import { eventsCounted } from './migrations/0047-events-counted.js';
import { reportStudio } from './migrations/0060-report-studio.js';
import { disclosure } from './migrations/0061-disclosure.js';
import { oneFindings } from './migrations/0062-one-findings.js';
import { statements } from './migrations/0063-statements.js';
import { statementsBefore } from './migrations/0064-statements-before.js';
import { notices } from './migrations/0065-notices.js';
import { sentOnce } from './migrations/0066-sent-once.js';
import { reading } from './migrations/0070-reading.js';

/** In order; a migration that has run is never changed, only followed by another. */
const MIGRATIONS: readonly { readonly name: string; readonly sql: string }[] = [
  { name: '0001-base', sql: base },
  { name: '0002-bulk-load', sql: bulkLoad },
  { name: '0003-law', sql: lawBase },
  { name: '0006-indicators', sql: indicators },
  { name: '0008-law-desk', sql: lawDesk },
  { name: '0020-settings', sql: settings },
  { name: '0021-qualifications', sql: qualifications },
  { name: '0022-messages', sql: messages },
  { name: '0023-desk', sql: desk },
  { name: '0024-drafts', sql: drafts },
  { name: '0060-report-studio', sql: reportStudio },
  { name: '0061-disclosure', sql: disclosure },
  { name: '0070-reading', sql: reading },
  { name: '0030-law-owners', sql: lawOwners },
  { name: '0031-law-runs', sql: lawRuns },
  { name: '0032-law-corrections', sql: lawCorrections },
  { name: '0033-law-words', sql: lawWords },
  { name: '0034-law-due', sql: lawDue },
  { name: '0035-law-lapse', sql: lawLapse },
  { name: '0040-roll-up', sql: rollUpByMonth },
  { name: '0041-stays', sql: stays },
  { name: '0062-one-findings', sql: oneFindings },
  { name: '0063-statements', sql: statements },
  { name: '0064-statements-before', sql: statementsBefore },
  { name: '0065-notices', sql: notices },
  { name: '0025-taken-back', sql: takenBack },
  { name: '0042-fewer-sums', sql: fewerSums },
  { name: '0043-clocks-counted', sql: clocksCounted },
  { name: '0044-approvals-after-end', sql: approvalsAfterEnd },
  { name: '0045-wordings', sql: wordings },
  { name: '0066-sent-once', sql: sentOnce },
  { name: '0046-return-refs', sql: returnRefs },
  { name: '0047-events-counted', sql: eventsCounted },
];

const digestOf = (sql: string): string => createHash('sha256').update(sql).digest('hex');

/** Every migration of this program by name, with its digest. */
export const migrationsKnown = (): Map<string, string> =>
  new Map(MIGRATIONS.map(({ name, sql }) => [name, digestOf(sql)]));

/**
 * Brings the schema up to date as its owner, one transaction for each step, guarded against two servers starting at
 * once. @param only these, as a back-up had them. @throws Error when a migration that has run was changed afterwards.
 */
export async function migrate(owner: pg.ClientBase, only?: ReadonlySet<string>): Promise<string[]> {
  await owner.query('select pg_advisory_lock(7309411)');
  try {
    await owner.query(
      'create table if not exists fadu_migration (name text primary key, digest text not null, at timestamptz not null default now())',
    );
    const done = new Map<string, string>(
      (await owner.query('select name, digest from fadu_migration')).rows.map((row) => [row.name, row.digest]),
    );
    const ran: string[] = [];
    for (const { name, sql } of MIGRATIONS) {
      if (only && !only.has(name)) continue;
      const digest = digestOf(sql);
      const before = done.get(name);
      if (before === digest) continue;
      if (before !== undefined) throw new Error(`migration ${name} was changed after it had run`);
      await owner.query('begin');
      try {
        await owner.query(sql);
        await owner.query('insert into fadu_migration (name, digest) values ($1, $2)', [name, digest]);
        await owner.query('commit');
      } catch (error) {
        await owner.query('rollback');
        throw error;
      }
      ran.push(name);
    }
    return ran;
  } finally {
    await owner.query('select pg_advisory_unlock(7309411)');
  }
}
