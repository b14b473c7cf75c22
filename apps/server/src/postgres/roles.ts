import pg from 'pg';

export const SUPERUSER = 'fadu_super';
/** Owns the database and its tables; runs the migrations. */
export const OWNER = 'fadu_owner';
/** What the running server connects as: owns nothing, so row-level security holds for it. */
export const APP = 'fadu_app';
export const DATABASE = 'fadu';
/** ltree: the tree of organs and regions. pg_trgm: search inside Chinese text. */
export const EXTENSIONS = ['ltree', 'pg_trgm'] as const;

/** Runs work on one connection and closes it. */
export async function onConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 15_000,
    application_name: 'fadu-start',
  });
  // A connection that breaks later rejects the query in hand; without this it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

const has = async (client: pg.Client, sql: string, name: string): Promise<boolean> =>
  (await client.query(sql, [name])).rowCount !== 0;

/** Makes the two roles, or brings them back to what they must be. */
export async function makeRoles(client: pg.Client, passwords: { owner: string; app: string }): Promise<void> {
  for (const [role, secret] of [
    [OWNER, passwords.owner],
    [APP, passwords.app],
  ] as const) {
    const verb = (await has(client, 'select 1 from pg_roles where rolname = $1', role)) ? 'alter' : 'create';
    await client.query(
      `${verb} role ${role} login nosuperuser nocreaterole nocreatedb noreplication nobypassrls password ${client.escapeLiteral(secret)}`,
    );
  }
}

/** Makes the database if it is missing; true when it was made. */
export async function makeDatabase(client: pg.Client, db: string): Promise<boolean> {
  if (await has(client, 'select 1 from pg_database where datname = $1', db)) return false;
  await client.query(`create database ${client.escapeIdentifier(db)} owner ${OWNER}`);
  return true;
}

/** Extensions and rights inside the database; the client is a superuser connected to it. */
export async function prepareDatabase(client: pg.Client, db: string): Promise<void> {
  for (const extension of EXTENSIONS) await client.query(`create extension if not exists ${extension}`);
  const name = client.escapeIdentifier(db);
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`grant connect, create, temporary on database ${name} to ${OWNER}`);
  await client.query(`grant connect, temporary on database ${name} to ${APP}`);
  await client.query(`grant usage, create on schema public to ${OWNER}`);
  await client.query(`grant usage on schema public to ${APP}`);
}
