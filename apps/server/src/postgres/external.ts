import { join } from 'node:path';
import { fail, ok, type Refusal, type Result, refusal } from '@fadu/kernel';
import type pg from 'pg';
import { placesIn } from './places.js';
import { APP, EXTENSIONS, makeRoles, OWNER, onConnection, prepareDatabase } from './roles.js';
import { keptSecrets } from './secrets.js';

const OLDEST = 15;

/** A PostgreSQL that somebody else runs. The database is the one the URL names. */
export interface ExternalDatabase {
  readonly database: string;
  ownerUrl(): string;
  appUrl(): string;
}

export interface ExternalOptions {
  /** The data folder: passwords of roles made here are kept in `<dir>/postgres/external.json`. */
  readonly dir: string;
  /** URL of the role the server works as, when the administrator of the database made it (DATABASE_APP_URL). */
  readonly appUrl?: string;
}

interface Standing {
  readonly version: number;
  readonly user: string;
  readonly database: string;
  readonly superuser: boolean;
  readonly mayMakeRoles: boolean;
  readonly mayCreate: boolean;
  readonly missing: readonly string[];
}

/**
 * Prepares a database given by DATABASE_URL. A superuser gets both roles and the extensions made; a role that may make
 * roles becomes the owner itself and gets the working role made; any other role needs DATABASE_APP_URL. What cannot be
 * done is answered with the statements the administrator of the database has to run.
 */
export async function connectExternal(
  url: string,
  options: ExternalOptions,
): Promise<Result<ExternalDatabase, Refusal>> {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return fail(
      refusal(
        'database.url',
        '不能连接数据库：DATABASE_URL 不是有效的地址。形式为 postgres://用户:密码@主机:端口/库名。',
      ),
    );
  }
  try {
    return await onConnection(url, async (client) => {
      const standing = await standingOf(client);
      if (standing.version < OLDEST) {
        return fail(
          refusal(
            'database.version',
            `不能使用该数据库：版本为 PostgreSQL ${standing.version}。须为 ${OLDEST} 或更高版本。可以升级，或不设 DATABASE_URL 而用自带的数据库。`,
            [],
            { facts: { version: standing.version, required: OLDEST } },
          ),
        );
      }
      return prepare(client, parsed, standing, options);
    });
  } catch (error) {
    const { message } = error as Error;
    return fail(
      refusal(
        'database.unreachable',
        `不能连接数据库：${parsed.hostname}:${parsed.port || '5432'} 答复「${message}」。可以检查地址、密码和网络后再启动。`,
      ),
    );
  }
}

async function standingOf(client: pg.Client): Promise<Standing> {
  const { rows } = await client.query(
    `select current_setting('server_version_num')::int / 10000 as version, current_user::text as "user",
       current_database()::text as database, r.rolsuper as superuser, r.rolsuper or r.rolcreaterole as "mayMakeRoles",
       has_database_privilege(current_database(), 'create') and has_schema_privilege('public', 'create') as "mayCreate",
       array(select e from unnest($1::text[]) e where e not in (select extname from pg_extension)) as missing
     from pg_roles r where r.rolname = current_user`,
    [EXTENSIONS],
  );
  return rows[0] as Standing;
}

async function prepare(
  client: pg.Client,
  url: URL,
  standing: Standing,
  options: ExternalOptions,
): Promise<Result<ExternalDatabase, Refusal>> {
  const database = standing.database;
  const as = (user: string, password: string): string => {
    const changed = new URL(url);
    changed.username = user;
    changed.password = password;
    return changed.toString();
  };
  if (standing.superuser) {
    const { secrets } = keptSecrets(join(placesIn(options.dir).home, 'external.json'));
    await makeRoles(client, secrets);
    await prepareDatabase(client, database);
    return ok({ database, ownerUrl: () => as(OWNER, secrets.owner), appUrl: () => as(APP, secrets.app) });
  }

  const missing: string[] = [];
  for (const extension of standing.missing) {
    // Both are trusted: the owner of the database may add them, unless the files are not installed.
    try {
      await client.query(`create extension if not exists ${extension}`);
    } catch {
      missing.push(extension);
    }
  }
  const user = client.escapeIdentifier(standing.user);
  const name = client.escapeIdentifier(database);
  const statements = missing.map((extension) => `create extension ${extension};`);
  if (!standing.mayCreate) {
    statements.push(
      `grant connect, create, temporary on database ${name} to ${user};`,
      `grant usage, create on schema public to ${user};`,
    );
  }
  let appUrl = options.appUrl;
  if (appUrl === undefined && standing.mayMakeRoles) {
    const { secrets } = keptSecrets(join(placesIn(options.dir).home, 'external.json'));
    const made = await makeWorkingRole(client, secrets.app);
    if (made) appUrl = as(APP, secrets.app);
  }
  if (appUrl === undefined) {
    statements.push(
      `create role ${APP} login nosuperuser nobypassrls password '（自定密码）';`,
      `grant connect, temporary on database ${name} to ${APP};`,
      `grant usage on schema public to ${APP};`,
    );
  }
  if (statements.length > 0) {
    const then =
      appUrl === undefined
        ? `，并设置 DATABASE_APP_URL=${as(APP, '密码').replace(encodeURIComponent('密码'), '密码')}`
        : '';
    return fail(
      refusal(
        'database.rights',
        `不能准备数据库：用户 ${standing.user} 的权限不够。须由数据库管理员在库 ${database} 中执行下列语句${then}，然后再启动：\n${statements.join('\n')}`,
        [],
        { facts: { statements: statements.join('\n') } },
      ),
    );
  }
  const unfit = await unfitWorkingRole(appUrl!, standing.user);
  if (unfit) return fail(unfit);
  return ok({ database, ownerUrl: () => url.toString(), appUrl: () => appUrl! });
}

async function makeWorkingRole(client: pg.Client, password: string): Promise<boolean> {
  try {
    const known = (await client.query('select 1 from pg_roles where rolname = $1', [APP])).rowCount !== 0;
    await client.query(`${known ? 'alter' : 'create'} role ${APP} login password ${client.escapeLiteral(password)}`);
    return true;
  } catch {
    return false;
  }
}

/** The working role must be one that row-level security holds for. */
async function unfitWorkingRole(appUrl: string, owner: string): Promise<Refusal | undefined> {
  const role = await onConnection(appUrl, async (client) => {
    const { rows } = await client.query(
      `select rolname::text as name, rolsuper or rolbypassrls or pg_has_role(rolname, $1, 'member') as unfit
       from pg_roles where rolname = current_user`,
      [owner],
    );
    return rows[0] as { name: string; unfit: boolean };
  });
  if (!role.unfit) return undefined;
  return refusal(
    'database.working-role',
    `不能使用该数据库：工作用户 ${role.name} 能绕过按行的权限。须为不是超级用户、没有 BYPASSRLS、不属于 ${owner} 的用户。可以由数据库管理员执行：alter role ${role.name} nosuperuser nobypassrls;`,
  );
}
