import { join } from 'node:path';
import { nationalCalendar, type WorkCalendar, withArrangement } from '@fadu/calendar';
import { checkDashboards, checkFormulas } from '@fadu/indicator';
import type { PlainDate } from '@fadu/kernel';
import { catalogue, dashboards, formulas, lines } from '@fadu/lines';
import { checkDefinition, type Line } from '@fadu/procedure';
import pg from 'pg';
import { type Accounts, accounts, migrateAccounts } from './access/accounts.js';
import { Directory } from './access/directory.js';
import { type Keys, keptKeys } from './keys.js';
import type { Platform } from './matters/execute.js';
import { RecentMatters } from './matters/recent.js';
import { connectExternal, type PostgresServer, startPostgres } from './postgres/index.js';
import { Settings } from './settings/settings.js';
import { migrate } from './storage/migrate.js';
import { openPool } from './storage/pool.js';

export interface BootOptions {
  readonly dataDir: string;
  /** Any PostgreSQL ≥ 15 instead of the embedded one. */
  readonly databaseUrl?: string;
  readonly databaseAppUrl?: string;
  /** Where the portal is reached; printed in QR codes. */
  readonly publicUrl: string;
  readonly lines?: readonly Line[];
  readonly now?: () => Date;
  readonly connections?: number;
  readonly say?: (line: string) => void;
  /** false: a database of tests that may be lost. */
  readonly durable?: boolean;
}

export interface Booted {
  readonly platform: Platform;
  readonly accounts: Accounts;
  readonly keys: Keys;
  /** As the owner of the tables: for migrations, the demonstration, back-ups. Never used to answer a request. */
  readonly owner: pg.Pool;
  readonly filesDir: string;
  readonly database: { readonly appUrl: string; readonly ownerUrl: string; readonly server: PostgresServer | null };
  /** Reads the arrangements entered since; new ones count from now on. */
  reloadCalendar(): Promise<void>;
  close(): Promise<void>;
}

// Days stay days: the driver would make them local midnights.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(1182 as never, (text: string) =>
  text
    .slice(1, -1)
    .split(',')
    .filter((one) => one !== ''),
);

/** Starts or finds the database, brings the schema up to date, checks the definitions, and makes the platform. */
export async function boot(options: BootOptions): Promise<Booted> {
  const say = options.say ?? (() => undefined);
  const defined = options.lines ?? lines;
  const faults = defined.flatMap(checkDefinition);
  if (defined === lines)
    faults.push(...checkFormulas(formulas, lines), ...checkDashboards(dashboards, catalogue, formulas, lines));
  if (faults.length > 0) throw new Error(`definitions do not hold:\n  ${faults.join('\n  ')}`);
  const keys = keptKeys(options.dataDir);
  const database = await findDatabase(options, say);
  const owner = openPool(database.ownerUrl, 4);
  await owner.query('select 1');
  const client = await owner.connect();
  try {
    for (const name of await migrate(client)) say(`数据库：已执行迁移 ${name}`);
  } finally {
    client.release();
  }
  await migrateAccounts(owner);
  const pool = openPool(database.appUrl, options.connections ?? 16);
  const directory = new Directory(pool);
  await directory.refresh(true);
  const settings = new Settings(pool);
  await settings.refresh(true);
  let calendar = await readCalendar(pool);
  const byCode = new Map(defined.map((line) => [line.code, line]));
  const platform: Platform = {
    pool,
    directory,
    settings,
    calendar: () => calendar,
    lineOf: (code) => byCode.get(code),
    lines: defined,
    key: keys.secret,
    publicKey: keys.signing.publicKey,
    publicKeys: keys.publicKeys,
    publicUrl: options.publicUrl,
    now: options.now ?? (() => new Date()),
    recent: new RecentMatters(),
  };
  return {
    platform,
    accounts: accounts(pool, keys.session, new URL(options.publicUrl).origin),
    keys,
    owner,
    filesDir: join(options.dataDir, 'files'),
    database,
    reloadCalendar: async () => {
      calendar = await readCalendar(pool);
    },
    close: async () => {
      await pool.end();
      await owner.end();
      await database.server?.stop();
    },
  };
}

/** The database given, or the embedded one of the data folder, started when it does not run. */
export async function findDatabase(
  options: Pick<BootOptions, 'dataDir' | 'databaseUrl' | 'databaseAppUrl' | 'durable'>,
  say: (line: string) => void,
): Promise<Booted['database']> {
  if (options.databaseUrl) {
    const found = await connectExternal(options.databaseUrl, {
      dir: options.dataDir,
      ...(options.databaseAppUrl && { appUrl: options.databaseAppUrl }),
    });
    if (!found.ok) throw new Error(found.error.message);
    return { appUrl: found.value.appUrl(), ownerUrl: found.value.ownerUrl(), server: null };
  }
  const server = await startPostgres({
    dir: options.dataDir,
    say,
    ...(options.durable !== undefined && { durable: options.durable }),
  });
  return { appUrl: server.appUrl(), ownerUrl: server.ownerUrl(), server };
}

async function readCalendar(pool: pg.Pool): Promise<WorkCalendar> {
  const { rows } = await pool.query(
    "select year, off_days, on_days from arrangement where region = '000000' order by year",
  );
  return rows.reduce<WorkCalendar>(
    (calendar, row) =>
      withArrangement(calendar, { year: row.year, off: row.off_days as PlainDate[], on: row.on_days as PlainDate[] }),
    nationalCalendar,
  );
}
