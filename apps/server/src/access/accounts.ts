import { hash, verify } from '@node-rs/argon2';
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { username } from 'better-auth/plugins';
import type pg from 'pg';

/** Sign-in by name and password (better-auth, argon2id). Accounts are made by the system administrator, never by signing up. */
export function accounts(pool: pg.Pool, secret: string, baseUrl: string) {
  return betterAuth({ ...options(pool, secret, baseUrl) });
}

export type Accounts = ReturnType<typeof accounts>;

const options = (pool: pg.Pool, secret: string, baseUrl: string) => ({
  database: pool,
  secret,
  baseURL: baseUrl,
  basePath: '/api/auth',
  // The server answers on whatever name the county gives it; cookies are same-site, bodies are JSON.
  trustedOrigins: (request?: Request) => {
    const origin = request?.headers.get('origin');
    return origin && sameHost(origin, request?.headers.get('host')) ? [origin] : [];
  },
  telemetry: { enabled: false },
  // Faults reach the platform's own log with a number (api/app.ts).
  logger: { disabled: true },
  emailAndPassword: {
    enabled: true,
    disableSignUp: false,
    minPasswordLength: 10,
    password: {
      hash: (password: string) => hash(password),
      verify: ({ hash: kept, password }: { hash: string; password: string }) => verify(kept, password),
    },
  },
  session: { expiresIn: 12 * 3600, updateAge: 600 },
  rateLimit: { enabled: false },
  plugins: [username({ minUsernameLength: 2, maxUsernameLength: 40 })],
});

const sameHost = (origin: string, host: string | null | undefined): boolean => {
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
};

/** Makes or extends the tables of accounts, as the owner, and lets the application use them. */
export async function migrateAccounts(owner: pg.Pool): Promise<void> {
  const { runMigrations } = await getMigrations(
    options(owner, 'migration-needs-no-secret-of-its-own', 'http://127.0.0.1'),
  );
  await runMigrations();
  await owner.query('grant select, insert, update, delete on "user", session, account, verification to fadu_app');
}

/** Five wrong passwords lock an account for fifteen minutes; kept in the database, so every server knows. */
const SIGN_IN_TRIES = 5;
export const LOCK_MINUTES = 15;

/** Under which name tries are counted; the library does not tell capital letters apart. */
const lockName = (name: string): string => name.trim().toLowerCase().slice(0, 60);

export async function lockedUntil(pool: pg.Pool, name: string): Promise<Date | null> {
  const { rows } = await pool.query('select until from sign_in_failure where name = $1 and until > now()', [
    lockName(name),
  ]);
  return rows[0]?.until ?? null;
}

/** Notes a wrong password; returns how many tries are left. */
export async function noteFailure(pool: pg.Pool, name: string): Promise<number> {
  const { rows } = await pool.query(
    `insert into sign_in_failure as f (name, tries, until) values ($1, 1, null)
     on conflict (name) do update set tries = case when f.until is not null or f.at < now() - interval '${LOCK_MINUTES} minutes' then 1 else f.tries + 1 end,
       at = now(), until = case when f.tries + 1 >= ${SIGN_IN_TRIES} and f.until is null then now() + interval '${LOCK_MINUTES} minutes' end
     returning tries`,
    [lockName(name)],
  );
  return Math.max(0, SIGN_IN_TRIES - rows[0].tries);
}

export const clearFailures = async (pool: pg.Pool, name: string): Promise<void> => {
  await pool.query('delete from sign_in_failure where name = $1', [lockName(name)]);
};
