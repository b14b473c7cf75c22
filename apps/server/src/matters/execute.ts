import { createHash } from 'node:crypto';
import type { WorkCalendar } from '@fadu/calendar';
import { dayOf, fail, type Instant, type Json, type JsonObject, ok, type Result, toInstant } from '@fadu/kernel';
import {
  type Actor,
  type Command,
  type Context,
  type Decision,
  type Decline,
  decide,
  evolve,
  formOf,
  isPaused,
  type Line,
  type Matter,
  type MatterEvent,
  type RelatedMatter,
  recount,
  valueAt,
} from '@fadu/procedure';
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import type { Directory } from '../access/directory.js';
import { type Scope, scopeArgs } from '../access/scope.js';
import { fingerprint, issueDocuments } from './documents.js';
import { type MatterRecord, project } from './projection.js';
import { queryCode } from './query-code.js';
import { type Secret, type SecretKey, sealValues } from './secrets.js';

/** What the server is made of; made once at start. */
export interface Platform {
  readonly pool: pg.Pool;
  readonly directory: Directory;
  readonly calendar: () => WorkCalendar;
  readonly lineOf: (code: string) => Line | undefined;
  readonly lines: readonly Line[];
  readonly key: SecretKey;
  /** SM2 public key of the ledger, uncompressed hexadecimal. */
  readonly publicKey: string;
  /** Address of the portal, printed in QR codes. */
  readonly publicUrl: string;
  readonly now: () => Date;
}

export interface Request {
  readonly actor: Actor;
  readonly scope: Scope;
  readonly key: string;
  readonly command: Command;
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
  /** Only when a citizen opened the matter, to the holder of the key. */
  readonly queryCode?: string;
}

const LOST_RACE = 'FD409';
const KEY_USED = 'FD208';

/** Loads a matter within the scope. */
export async function findMatter(
  platform: Platform,
  scope: Scope,
  id: string,
  key = '',
): Promise<{ record: MatterRecord; done: { matter: string; fingerprint: string } | null } | undefined> {
  const { rows } = await platform.pool.query({
    name: 'fadu_load',
    text: 'select * from fadu_load($1, $2, $3, $4, $5)',
    values: [...scopeArgs(scope), id, key],
  });
  if (rows.length === 0) return undefined;
  const row = rows[0];
  return {
    record: recordOf(row.matter),
    done: row.done_matter === null ? null : { matter: row.done_matter, fingerprint: row.done_fingerprint },
  };
}

export function recordOf(row: Record<string, unknown>): MatterRecord {
  return {
    id: row.id,
    region: row.region,
    line: row.line,
    lineVersion: row.line_version,
    ruleSet: row.rule_set,
    organ: row.organ,
    number: row.number,
    state: row.state,
    previousState: row.previous_state,
    revision: row.revision,
    data: row.data,
    clocks: row.clocks,
    assignees: row.assignees,
    pending: row.pending ?? null,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    flags: row.flags,
    receipt: row.receipt,
    path: row.path,
    orgs: row.orgs,
    title: row.title,
    dueOn: row.due_on,
    dueClock: row.due_clock,
    paused: row.paused,
    waitsFor: row.waits_for,
    people: row.people,
    actedBy: row.acted_by,
  } as unknown as MatterRecord;
}

/** Takes an action in a matter: loads, decides and writes in one go, or says why not. */
export async function act(
  platform: Platform,
  id: string,
  revision: number | null,
  request: Request,
): Promise<Result<Written, Unwritten>> {
  for (let attempt = 0; ; attempt += 1) {
    const found = await findMatter(platform, request.scope, id, request.key);
    if (!found) return fail({ kind: 'not-found' });
    const { record, done } = found;
    if (done) {
      if (done.fingerprint !== fingerprint(request.command.action, request.command.input))
        return fail({ kind: 'key-reused' });
      return ok({ matter: record, events: [], repeated: true });
    }
    if (revision !== null && record.revision !== revision) return fail({ kind: 'conflict', revision: record.revision });
    const line = platform.lineOf(record.line)!;
    const context = await contextFor(platform, line, record, request, record.data);
    const written = await decideAndWrite(platform, line, record, request, context);
    // Between load and write somebody else was faster. With a named revision that is a conflict; a clock or a message simply tries again.
    if (!written.ok && written.error.kind === 'conflict' && revision === null && attempt < 5) continue;
    return written;
  }
}

/** Opens a matter at an organ. */
export async function open(
  platform: Platform,
  line: Line,
  organ: string,
  request: Request,
): Promise<Result<Written, Unwritten>> {
  const org = platform.directory.getOrg(organ);
  const earlier = await platform.pool.query('select fadu_done($1, $2, $3, $4, $5) as done', [
    ...scopeArgs(request.scope),
    org.region,
    request.key,
  ]);
  const done = earlier.rows[0]?.done as { matter: string; fingerprint: string } | null;
  if (done) {
    if (done.fingerprint !== fingerprint(request.command.action, request.command.input))
      return fail({ kind: 'key-reused' });
    const byParty = request.actor.kind === 'party';
    const found = await findMatter(
      platform,
      byParty ? { ...request.scope, matter: done.matter } : request.scope,
      done.matter,
    );
    if (!found) return fail({ kind: 'not-found' });
    return ok({
      matter: found.record,
      events: [],
      repeated: true,
      ...(byParty && { queryCode: queryCode(request.key, platform.key) }),
    });
  }
  const opening = { id: uuidv7(), region: org.region, organ };
  const asParty: Request = request.actor.kind === 'party' ? { ...request, actor: { kind: 'party' } } : request;
  const context = { ...(await contextFor(platform, line, undefined, asParty, request.command.input)), opening };
  // The new matter itself is in scope of the one who opens it.
  const scoped: Request = {
    ...asParty,
    scope: request.actor.kind === 'official' ? request.scope : { ...request.scope, matter: opening.id },
  };
  return decideAndWrite(platform, line, undefined, scoped, { ...context, organShortName: org.short });
}

/** What the engine needs to know; the same for a rehearsal. */
export async function contextFor(
  platform: Platform,
  line: Line,
  matter: MatterRecord | undefined,
  request: Pick<Request, 'actor' | 'scope'>,
  data: JsonObject,
): Promise<Context> {
  const organ = matter ? platform.directory.getOrg(matter.organ) : undefined;
  return {
    now: toInstant(platform.now()),
    actor: request.actor,
    calendar: platform.calendar(),
    related: await findRelated(platform, line, matter, data),
    organShortName: organ?.short ?? '',
    serial: () => 0,
  };
}

async function findRelated(
  platform: Platform,
  line: Line,
  matter: MatterRecord | undefined,
  data: JsonObject,
): Promise<Record<string, readonly RelatedMatter[]>> {
  const related: Record<string, readonly RelatedMatter[]> = {};
  for (const [name, query] of Object.entries(line.related ?? {})) {
    const pairs = Object.entries(query.match).map(([own, other]) => [other, valueAt(data, own)] as const);
    if (pairs.some(([, value]) => value === undefined || value === null || value === '')) {
      related[name] = [];
      continue;
    }
    const conditions = pairs.map(([path], index) => `data #>> '{${path.split('.').join(',')}}' = $${index + 3}`);
    const { rows } = await platform.pool.query(
      `select * from fadu_related($1, $2) r where ${conditions.join(' and ')} limit 20`,
      [query.line, matter?.id ?? null, ...pairs.map(([, value]) => String(value))],
    );
    related[name] = rows as RelatedMatter[];
  }
  return related;
}

async function decideAndWrite(
  platform: Platform,
  line: Line,
  before: MatterRecord | undefined,
  request: Request,
  context: Context,
): Promise<Result<Written, Unwritten>> {
  const scopes: string[] = [];
  const decided = decide(line, before, request.command, { ...context, serial: (scope) => scopes.push(scope) && 0 });
  if (!decided.ok) return fail({ kind: 'declined', decline: decided.error });
  if (scopes.length === 0) return write(platform, platform.pool, line, before, request, decided.value);
  // Numbers are taken in the same transaction: a step that fails leaves no gap.
  const client = await platform.pool.connect();
  try {
    await client.query('begin');
    const serials = new Map<string, number[]>();
    for (const scope of scopes) serials.set(scope, [...(serials.get(scope) ?? []), await nextSerial(client, scope)]);
    const numbered = decide(line, before, request.command, {
      ...context,
      serial: (scope) => serials.get(scope)!.shift()!,
    });
    if (!numbered.ok) throw new Error('the decision changed between rehearsal and numbering');
    const written = await write(platform, client, line, before, request, numbered.value);
    await client.query(written.ok ? 'commit' : 'rollback');
    return written;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function nextSerial(client: pg.PoolClient, scope: string): Promise<number> {
  const { rows } = await client.query(
    'insert into serial as s (scope, value) values ($1, 1) on conflict (scope) do update set value = s.value + 1 returning value',
    [scope],
  );
  return rows[0].value;
}

async function write(
  platform: Platform,
  db: pg.Pool | pg.PoolClient,
  line: Line,
  before: MatterRecord | undefined,
  request: Request,
  decision: Decision,
): Promise<Result<Written, Unwritten>> {
  const secrets: Secret[] = [];
  const sealed = decision.events.map((event) => sealEvent(line, event, platform.key, secrets));
  let after: Matter | undefined = before;
  for (const event of sealed) after = evolve(after, event);
  const { events, records } = await issueDocuments(line, after!, sealed, platform.directory, platform.publicUrl);
  const byParty = before === undefined && request.actor.kind === 'party';
  const code = byParty ? queryCode(request.key, platform.key) : undefined;
  const acted = [...(before?.actedBy ?? []), ...(request.actor.kind === 'official' ? [request.actor.person] : [])];
  const receipt = before?.receipt ?? receiptNumber(after!.id, toInstant(platform.now()));
  const { words, ...record } = project(line, after!, receipt, acted, platform.directory);
  const payload = {
    expected: before?.revision ?? 0,
    key: request.key,
    fingerprint: fingerprint(request.command.action, request.command.input),
    matter: { ...record, words },
    events: events.map((event) => ({ id: uuidv7(), body: event })),
    clocks: events
      .flatMap((event) => event.clocks)
      .map((clock) => ({
        ...clock,
        holder: line.clocks[clock.code]?.holder ?? 'other',
        paused: isPaused(clock),
        acts: line.clocks[clock.code]?.onExpiry ?? null,
      })),
    documents: records,
    secrets,
    messages: events.flatMap((event) => event.messages).map((message) => ({ id: uuidv7(), message })),
    files: filesOf(request.command.input),
    ticket: code ? ticketOf(code) : null,
  };
  try {
    await db.query({
      name: 'fadu_commit',
      text: 'select fadu_commit($1, $2, $3, $4)',
      values: [...scopeArgs(request.scope), JSON.stringify(payload)],
    });
  } catch (error) {
    const { code: sqlState } = error as { code?: string };
    if (sqlState === LOST_RACE) return fail({ kind: 'conflict', revision: (before?.revision ?? 0) + 1 });
    if (sqlState === KEY_USED) return act(platform, after!.id, null, request);
    throw error;
  }
  return ok({ matter: record, events, repeated: false, ...(code !== undefined && { queryCode: code }) });
}

/** Takes personal data out of everything an event would keep. */
function sealEvent(line: Line, event: MatterEvent, key: SecretKey, secrets: Secret[]): MatterEvent {
  const tokens = new Map<string, Json>();
  const take = (fields: Parameters<typeof sealValues>[0], values: JsonObject): JsonObject => {
    const sealed = sealValues(fields, values, key);
    secrets.push(...sealed.secrets);
    for (const [plain, token] of sealed.tokens) tokens.set(plain, token);
    return sealed.values;
  };
  // What goes on to another matter carries the same tokens: the plain text is in no record.
  const swap = (value: Json): Json => {
    if (typeof value === 'string') return tokens.get(value) ?? value;
    if (Array.isArray(value)) return value.map(swap);
    return value !== null && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, swap(one)]))
      : value;
  };
  const list = event.append ? line.fields[event.append.field] : undefined;
  const waiting = event.pending ? line.actions[event.pending.action] : undefined;
  const set = take(line.fields, event.set);
  const append =
    event.append && list?.kind === 'list' ? { ...event.append, item: take(list.of, event.append.item) } : event.append;
  const pending =
    event.pending && waiting
      ? { ...event.pending, input: take(formOf(line, waiting), event.pending.input) }
      : event.pending;
  return {
    ...event,
    set,
    append,
    pending,
    messages: event.messages.map((message) => ({ ...message, input: swap(message.input) as JsonObject })),
  };
}

/** 收件编号: year and the tail of the id, without a counter that intake would wait for. */
const receiptNumber = (id: string, now: Instant): string =>
  `${dayOf(now).slice(0, 4)}-${BigInt(`0x${id.replaceAll('-', '').slice(0, 12)}`)
    .toString(36)
    .toUpperCase()
    .slice(-7)}${id.slice(-3).toUpperCase()}`;

export const ticketOf = (code: string): string =>
  createHash('sm3')
    .update(code.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''))
    .digest('hex');

/** Ids of uploaded files anywhere in a form. */
function filesOf(input: Json): string[] {
  if (typeof input === 'string')
    return /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(input) ? [input] : [];
  if (Array.isArray(input)) return input.flatMap(filesOf);
  return input !== null && typeof input === 'object' ? Object.values(input).flatMap(filesOf) : [];
}

/** Counts a matter's provisional clocks again; true when something changed. */
export async function recountMatter(platform: Platform, scope: Scope, id: string): Promise<boolean> {
  const found = await findMatter(platform, scope, id);
  if (!found) return false;
  const line = platform.lineOf(found.record.line)!;
  const event = recount(line, found.record, platform.calendar(), toInstant(platform.now()));
  if (!event) return false;
  const request: Request = {
    actor: { kind: 'clock' },
    scope,
    key: `recount:${id}:${found.record.revision}`,
    command: { action: 'recount', input: {} },
  };
  return (await write(platform, platform.pool, line, found.record, request, { events: [event], notes: [] })).ok;
}
