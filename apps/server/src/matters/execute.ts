import type { WorkCalendar } from '@fadu/calendar';
import { dayOf, fail, ok, type Result, toInstant } from '@fadu/kernel';
import {
  type Actor,
  type Command,
  type Context,
  type Decline,
  decide,
  type Line,
  type MatterEvent,
  recount,
  wordsThatReadEvents,
} from '@fadu/procedure';
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import type { Directory } from '../access/directory.js';
import { type Scope, scopeArgs } from '../access/scope.js';
import type { Settings } from '../settings/settings.js';
import { scoped } from '../storage/scoped.js';
import { recordOf } from './matter-row.js';
import type { MatterRecord } from './projection.js';
import { queryCode, ticketOf } from './query-code.js';
import type { RecentMatters } from './recent.js';
import { findRelated, stillRelated } from './related.js';
import { fingerprint, keyOf } from './request-key.js';
import type { SecretKey } from './secrets.js';
import { write } from './write.js';

/** What the server is made of; made once at start. */
export interface Platform {
  readonly pool: pg.Pool;
  readonly directory: Directory;
  readonly settings: Settings;
  readonly calendar: () => WorkCalendar;
  readonly lineOf: (code: string) => Line | undefined;
  readonly lines: readonly Line[];
  readonly key: SecretKey;
  /** SM2 public key of the ledger, uncompressed hexadecimal. */
  readonly publicKey: string;
  /** The same, and those used before: what they signed stays valid. */
  readonly publicKeys: readonly string[];
  /** Address of the portal, printed in QR codes. */
  readonly publicUrl: string;
  readonly now: () => Date;
  /** Matters as they were last loaded or written; what they say holds only if the database still knows the revision. */
  readonly recent: RecentMatters;
}

export interface Request {
  readonly actor: Actor;
  readonly scope: Scope;
  readonly key: string;
  /** The organ whose people share the key: whoever of them sends it, it is the same command. */
  readonly sharedBy?: string;
  readonly command: Command;
  /**
   * What the command rests on beside the matter, looked at in the transaction that writes it, and locked there; when it
   * holds no longer, nothing is written and the answer is a conflict.
   */
  readonly holds?: (client: pg.ClientBase) => Promise<boolean>;
}

/** Why nothing was written, beside a decline by the engine. */
export type Unwritten =
  | { readonly kind: 'declined'; readonly decline: Decline }
  /** Not there, or not in scope: the caller cannot tell. */
  | { readonly kind: 'not-found' }
  /** Somebody acted since `revision`. */
  | { readonly kind: 'conflict'; readonly revision: number }
  /** The key was used for something else. */
  | { readonly kind: 'key-reused' };

export interface Written {
  readonly matter: MatterRecord;
  readonly events: readonly MatterEvent[];
  /** The command had been carried out before. */
  readonly repeated: boolean;
  /** A citizen's application sent again with other content: what was sent first stands. */
  readonly differs?: boolean;
  /** Only when a matter the public may follow was opened, to the holder of the key. */
  readonly queryCode?: string;
}

/** Rounds of a command that lost a race; each round finds out why. */
const ATTEMPTS = 5;

/** Loads a matter within the scope. */
export async function findMatter(
  platform: Platform,
  scope: Scope,
  id: string,
  key = '',
): Promise<{ record: MatterRecord; done: { matter: string; fingerprint: string } | null } | undefined> {
  const { rows } = await platform.pool.query({
    name: 'fadu_load',
    text: 'select * from fadu_load($1, $2, $3, $4)',
    values: [...scopeArgs(scope), id, key],
  });
  if (rows.length === 0) return undefined;
  const row = rows[0];
  const record = recordOf(row.matter);
  platform.recent.put(record);
  return {
    record,
    done: row.done_matter === null ? null : { matter: row.done_matter, fingerprint: row.done_fingerprint },
  };
}

/** Takes an action in a matter: loads, decides and writes in one go, or says why not. */
export async function act(
  platform: Platform,
  id: string,
  revision: number | null,
  request: Request,
): Promise<Result<Written, Unwritten>> {
  const print = fingerprint(id, request.command);
  const fast = await actOnRecent(platform, id, revision, request, print);
  if (fast) return fast;
  for (let attempt = 1; ; attempt += 1) {
    const found = await findMatter(platform, request.scope, id, keyOf(request.actor, request.key, request.sharedBy));
    if (!found) return fail({ kind: 'not-found' });
    const { record, done } = found;
    if (done) {
      if (done.fingerprint !== print) return fail({ kind: 'key-reused' });
      return ok({ matter: record, events: [], repeated: true });
    }
    if (revision !== null && record.revision !== revision) return fail({ kind: 'conflict', revision: record.revision });
    const written = await actOn(platform, record, request, print);
    // Between load and write somebody else was faster, perhaps with this very command: the next round tells which.
    // A clock, a message or a citizen, who name no revision, simply try again.
    if (lostRace(written) && attempt < ATTEMPTS) continue;
    return written;
  }
}

/**
 * Decides on the matter as this process last knew it and writes, without loading it first: one round trip instead of two.
 * The write itself proves that the revision is still the last one, that the matter is in scope and that the key is new,
 * so only a success counts. Whatever else comes out says nothing, for the matter may have changed or be out of scope.
 */
async function actOnRecent(
  platform: Platform,
  id: string,
  revision: number | null,
  request: Request,
  print: string,
): Promise<Result<Written, Unwritten> | undefined> {
  const record = platform.recent.get(id);
  if (!record || (revision !== null && record.revision !== revision)) return undefined;
  const written = await actOn(platform, record, request, print);
  return written.ok ? written : undefined;
}

async function actOn(
  platform: Platform,
  record: MatterRecord,
  request: Request,
  print: string,
): Promise<Result<Written, Unwritten>> {
  const line = platform.lineOf(record.line)!;
  const context = await contextFor(platform, line, record, request, request.command);
  const written = await decideAndWrite(platform, line, record, request, context, print);
  if (written.ok) platform.recent.put(written.value.matter);
  return written;
}

/** Opens a matter at an organ. */
export async function open(
  platform: Platform,
  line: Line,
  organ: string,
  request: Request,
): Promise<Result<Written, Unwritten>> {
  const org = platform.directory.getOrg(organ);
  const print = fingerprint(`${line.code}@${organ}`, request.command);
  const byParty = request.actor.kind === 'party';
  const actor = byParty ? ({ kind: 'party' } as const) : request.actor;
  const code = codeFor(platform, line, actor, request);
  for (let attempt = 1; ; attempt += 1) {
    const done = await findDone(
      platform,
      request.scope,
      org.region,
      keyOf(actor, request.key, request.sharedBy),
      byParty ? code : undefined,
    );
    if (done) {
      const differs = done.fingerprint !== print;
      if (differs && !byParty) return fail({ kind: 'key-reused' });
      const scope = byParty ? { ...request.scope, matter: done.matter } : request.scope;
      const found = await findMatter(platform, scope, done.matter);
      if (!found) return fail({ kind: 'not-found' });
      return ok({ matter: found.record, events: [], repeated: true, differs, ...(code && { queryCode: code }) });
    }
    const opening = { id: uuidv7(), region: org.region, organ };
    // The new matter itself is in scope of the one who opens it.
    const scope = request.actor.kind === 'official' ? request.scope : { ...request.scope, matter: opening.id };
    const asked: Request = { ...request, actor, scope };
    const context = {
      ...(await contextFor(platform, line, undefined, asked, request.command, org.region)),
      opening,
      organShortName: org.short,
    };
    const holds = stillRelated(line, request.command, dayOf(context.now), context.related);
    const written = await decideAndWrite(
      platform,
      line,
      undefined,
      holds ? { ...asked, holds } : asked,
      context,
      print,
      code,
    );
    // The same request arrived twice at once, or a receipt number was given already: the next round answers.
    if (lostRace(written) && attempt < ATTEMPTS) continue;
    if (written.ok) platform.recent.put(written.value.matter);
    return written;
  }
}

/** Which matter this very command has opened at the organ before; undefined when none. */
export async function openedUnder(platform: Platform, organ: string, request: Request): Promise<string | undefined> {
  const { region } = platform.directory.getOrg(organ);
  const done = await findDone(
    platform,
    request.scope,
    region,
    keyOf(request.actor, request.key, request.sharedBy),
    undefined,
  );
  return done?.matter;
}

/** The applicant's secret: told to the applicant, or to the official at the counter, who hands it over with the receipt. */
function codeFor({ key: secret }: Platform, line: Line, actor: Actor, request: Request): string | undefined {
  const { key, sharedBy } = request;
  if (actor.kind === 'party') return queryCode(key, secret);
  return actor.kind === 'official' && line.publicView ? queryCode(keyOf(actor, key, sharedBy), secret) : undefined;
}

const lostRace = (written: Result<Written, Unwritten>): boolean =>
  !written.ok && (written.error.kind === 'conflict' || written.error.kind === 'key-reused');

/** What was opened under this key before. A citizen, who has no scope, is let in by the query code of the request. */
async function findDone(
  platform: Platform,
  scope: Scope,
  region: string,
  key: string,
  code: string | undefined,
): Promise<{ matter: string; fingerprint: string } | null> {
  const { rows } = await platform.pool.query('select fadu_done($1, $2, $3, $4, $5) as done', [
    ...scopeArgs(scope),
    region,
    key,
    code === undefined ? null : ticketOf(code),
  ]);
  return rows[0]?.done ?? null;
}

/** What the engine needs to know; the same for a rehearsal. */
export async function contextFor(
  platform: Platform,
  line: Line,
  matter: MatterRecord | undefined,
  request: Pick<Request, 'actor' | 'scope'>,
  command: Command,
  region = matter?.region,
): Promise<Context> {
  await platform.settings.refresh();
  const organ = matter ? platform.directory.getOrg(matter.organ) : undefined;
  const now = toInstant(platform.now());
  return {
    now,
    actor: request.actor,
    calendar: platform.calendar(),
    person: (id) => ({
      name: platform.directory.nameOf(id),
      qualifications: platform.directory.qualifiedFor(id, line.code, dayOf(now)),
    }),
    ...(region !== undefined && { settings: platform.settings.lookupIn(region) }),
    related: await findRelated(platform, line, matter, command, dayOf(now)),
    organShortName: organ?.short ?? '',
    ...(matter &&
      wordsThatReadEvents.includes(command.action) && { events: await eventsOf(platform, request.scope, matter) }),
    serial: () => 0,
  };
}

const eventsOf = (platform: Platform, scope: Scope, { region, id }: MatterRecord): Promise<MatterEvent[]> =>
  scoped(platform.pool, scope, async (client) => {
    const { rows } = await client.query('select body from event where region = $1 and matter = $2 order by seq', [
      region,
      id,
    ]);
    return rows.map((row) => row.body);
  });

async function decideAndWrite(
  platform: Platform,
  line: Line,
  before: MatterRecord | undefined,
  request: Request,
  context: Context,
  print: string,
  code?: string,
): Promise<Result<Written, Unwritten>> {
  const scopes: string[] = [];
  const decided = decide(line, before, request.command, { ...context, serial: (scope) => scopes.push(scope) && 0 });
  if (!decided.ok) return fail({ kind: 'declined', decline: decided.error });
  const region = before?.region ?? context.opening!.region;
  const writing = { platform, line, before, request, print, code, earlier: context.events };
  if (scopes.length === 0 && !request.holds) return write(platform.pool, writing, decided.value.events);
  // Numbers are taken in the same transaction: a step that fails leaves no gap.
  const client = await platform.pool.connect();
  let broken: Error | undefined;
  try {
    // Always in the same order, so that two steps that need two numbers never wait for each other.
    const wanted = [...scopes].sort();
    const [, ...taken] = await Promise.all([
      client.query('begin'),
      ...wanted.map((scope) => nextSerial(client, region, scope)),
    ]);
    if (request.holds && !(await request.holds(client))) {
      await client.query('rollback');
      return fail({ kind: 'conflict', revision: before?.revision ?? 0 });
    }
    const numbered = decide(line, before, request.command, {
      ...context,
      serial: (scope) => {
        const at = wanted.indexOf(scope);
        wanted.splice(at, 1);
        return taken.splice(at, 1)[0]!;
      },
    });
    if (!numbered.ok) throw new Error('the decision changed between rehearsal and numbering');
    const written = await write({ query: (statement) => lastOf(client, statement) }, writing, numbered.value.events);
    // What was refused before anything was sent still holds its numbers.
    if (!written.ok) await client.query('rollback');
    return written;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    // A connection that could not roll back is not given to anybody else.
    client.release(broken);
  }
}

/** The last statement of a transaction and its commit, sent together; of a transaction that failed, a commit is a rollback. */
async function lastOf(client: pg.PoolClient, statement: pg.QueryConfig): Promise<unknown> {
  const [answer, ended] = await Promise.allSettled([client.query(statement), client.query('commit')]);
  if (answer.status === 'rejected') throw answer.reason;
  if (ended.status === 'rejected') throw ended.reason;
  return answer.value;
}

/** The next number of a series; taken for good only when the transaction is. */
export async function nextSerial(client: pg.PoolClient, region: string, scope: string): Promise<number> {
  const { rows } = await client.query(
    'insert into serial as s (region, scope, value) values ($1, $2, 1) on conflict (region, scope) do update set value = s.value + 1 returning value',
    [region, scope],
  );
  return rows[0].value;
}

/** Counts a matter's provisional clocks again; true when something changed. */
export async function recountMatter(platform: Platform, scope: Scope, id: string): Promise<boolean> {
  const found = await findMatter(platform, scope, id);
  if (!found) return false;
  const line = platform.lineOf(found.record.line)!;
  const event = recount(line, found.record, platform.calendar(), toInstant(platform.now()));
  if (!event) return false;
  const command = { action: 'recount', input: {} };
  const request: Request = { actor: { kind: 'clock' }, scope, key: `recount:${id}:${found.record.revision}`, command };
  const writing = { platform, line, before: found.record, request, print: fingerprint(id, command) };
  return (await write(platform.pool, writing, [event])).ok;
}
