import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { fail, type Json, type JsonObject, ok, type Result, refusal, toInstant } from '@fadu/kernel';
import {
  type ClockState,
  type DocumentState,
  documentsOf,
  evolve,
  formOf,
  isPaused,
  type Line,
  type Matter,
  type MatterEvent,
  serviceFields,
} from '@fadu/procedure';
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { scopeArgs } from '../access/scope.js';
import { type IssuedRecord, issueDocuments } from './documents.js';
import type { Platform, Request, Unwritten, Written } from './execute.js';
import { filesIn } from './files-in.js';
import { rowOf } from './matter-row.js';
import { foundBy, type MatterRecord, project, searchedFields } from './projection.js';
import { ticketOf } from './query-code.js';
import { refPathsOf, refsOf } from './refs.js';
import { keyOf, receiptNumber } from './request-key.js';
import { type Secret, type SecretKey, sealValues } from './secrets.js';
import { wordsOf } from './words.js';

// Raised by fadu_commit.
const LOST_RACE = 'FD409';
const NO_FILE = 'FD410';

export interface Writing {
  readonly platform: Platform;
  readonly line: Line;
  readonly before: MatterRecord | undefined;
  readonly request: Request;
  /** Fingerprint of the command. */
  readonly print: string;
  /** The matter's events before, where the command is a word for documents. */
  readonly earlier?: readonly MatterEvent[] | undefined;
  /** Query code of a citizen who opens a matter. */
  readonly code?: string | undefined;
}

/** Writes what was decided in one statement: all of it, or nothing. */
export async function write(
  db: { query(statement: pg.QueryConfig): Promise<unknown> },
  { platform, line, before, request, print, code, earlier }: Writing,
  decided: readonly MatterEvent[],
): Promise<Result<Written, Unwritten>> {
  const secrets: Secret[] = [];
  const sealed = decided.map((event) => sealEvent(line, event, platform.key, secrets));
  const files = filesOf(line, sealed);
  if (files.unknown.length > 0) return noFile;
  let after: Matter | undefined = before;
  for (const event of sealed) after = evolve(after, event);
  const { events, records } = await issueDocuments(platform, line, after!, sealed, earlier);
  const person = request.actor.kind === 'official' ? request.actor.person : null;
  const acted = [...(before?.actedBy ?? []), ...(person === null ? [] : [person])];
  const receipt = before?.receipt ?? receiptNumber(after!.id, toInstant(platform.now()));
  const record = project(line, after!, receipt, acted, platform.directory);
  const { region, id } = record;
  const search = searching(platform, line, before, record);
  const clocks = events.flatMap((event) => event.clocks);
  const payload = {
    expected: before?.revision ?? 0,
    key: keyOf(request.actor, request.key, request.sharedBy),
    fingerprint: print,
    matter: { ...rowOf(record), refs: search?.refs, ...(before && clocks.length === 0 && { clocks: undefined }) },
    words: search?.words,
    events: events.map((event) => ({
      region,
      matter: id,
      seq: event.seq,
      id: uuidv7(),
      at: event.at,
      on_day: event.on,
      kind: event.kind,
      action: event.action,
      body: event,
      salt: salt(),
    })),
    clocks: some(clocks.map((clock) => clockRow(line, clock))),
    documents: some(records.map(documentRow)),
    documentStates: some(earlier ? changedStates(line, earlier, events, after!) : []),
    secrets: some(secrets),
    messages: some(events.flatMap((event) => event.messages).map((message) => ({ id: uuidv7(), message }))),
    files: some(files.ids),
    // Attachments of a message are copied from the matter that sent it.
    filesFrom: request.actor.kind === 'message' ? request.actor.from : null,
    uploader: person,
    ticket: code ? ticketOf(code) : null,
  };
  try {
    await db.query({
      ...COMMIT,
      values: [...scopeArgs(request.scope), JSON.stringify(payload)],
    });
  } catch (error) {
    const { code: sqlState, constraint } = error as { code?: string; constraint?: string };
    if (sqlState === LOST_RACE || constraint === 'matter_receipt' || constraint === 'document_code')
      return fail({ kind: 'conflict', revision: (before?.revision ?? 0) + 1 });
    if (constraint === 'command_pkey') return fail({ kind: 'key-reused' });
    if (sqlState === NO_FILE) return noFile;
    throw error;
  }
  return ok({ matter: record, events, repeated: false, ...(code !== undefined && { queryCode: code }) });
}

/**
 * What the matter is found by: words and references; undefined when they are as before, with title and organizations, for
 * the indexes of these columns are the dearest and most steps leave them alone.
 */
function searching(
  platform: Platform,
  line: Line,
  before: MatterRecord | undefined,
  record: MatterRecord,
): { words: string; refs: string[] } | undefined {
  const paths = refPathsOf(platform.lines, line.code);
  const fields = [...searchedFields(line), ...paths.map((path) => path.split('.')[0]!)];
  const same =
    before &&
    before.number === record.number &&
    before.title === record.title &&
    isDeepStrictEqual(before.orgs, record.orgs) &&
    fields.every((field) => isDeepStrictEqual(before.data[field], record.data[field]));
  if (same) return undefined;
  return { words: wordsOf(foundBy(line, record)), refs: refsOf(paths, record.data) };
}

const SALT = 16;
let salts = Buffer.alloc(0);

/** 16 random bytes, in hexadecimal; drawn for many at once, since each draw is a call into the system's library. */
function salt(): string {
  if (salts.length === 0) salts = randomBytes(SALT * 256);
  const one = salts.toString('hex', 0, SALT);
  salts = salts.subarray(SALT);
  return one;
}

const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);

const clockRow = (line: Line, clock: ClockState) => ({
  code: clock.code,
  holder: line.clocks[clock.code]?.holder ?? 'other',
  started_on: clock.startedOn,
  legal_due: clock.legalDue,
  provisional: clock.provisional,
  paused: isPaused(clock),
  stopped_on: clock.stoppedOn,
  outcome: clock.outcome,
  acts: clock.acted ? null : (line.clocks[clock.code]?.onExpiry ?? null),
});

const documentRow = ({ eventSeq, issuedOn, ...rest }: IssuedRecord) => ({
  ...rest,
  event_seq: eventSeq,
  issued_on: issuedOn,
});

const noFile = fail<Unwritten>({
  kind: 'declined',
  decline: {
    faults: [],
    refusals: [
      refusal('file.unknown', '没有办理：有附件没有找到，可能上传没有完成，或者已过期清理。请重新上传后再提交。'),
    ],
    needsReason: [],
  },
});

const COMMIT = { name: 'fadu_commit', text: 'select fadu_commit($1, $2, $3)' };

/** Documents issued before whose state these events changed; a successor is named by its public code. */
function changedStates(
  line: Line,
  earlier: readonly MatterEvent[],
  events: readonly MatterEvent[],
  after: Matter,
): { id: string; state: DocumentState['state']; successor: string | null }[] {
  const known = new Set(earlier.flatMap((event) => event.documents.map((one) => one.id)));
  const now = documentsOf(line, [...earlier, ...events], after.data);
  const codes = new Map(now.map((one) => [one.id, one.code]));
  return now
    .filter((one) => known.has(one.id))
    .map(({ id, state, successor }) => ({ id, state, successor: successor && (codes.get(successor) ?? null) }));
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
    ...(event.service && { service: { ...event.service, form: take(serviceFields, event.service.form) } }),
    messages: event.messages.map((message) => ({ ...message, input: swap(message.input) as JsonObject })),
  };
}

/** Attachments named by what the events keep, also by a request that waits for approval. */
function filesOf(line: Line, events: readonly MatterEvent[]): ReturnType<typeof filesIn> {
  const parts = events.flatMap((event) => {
    const list = event.append && line.fields[event.append.field];
    const waiting = event.kind === 'requested' && event.pending ? line.actions[event.pending.action] : undefined;
    return [
      filesIn(line.fields, event.set),
      ...(event.append && list?.kind === 'list' ? [filesIn(list.of, event.append.item)] : []),
      ...(event.pending && waiting ? [filesIn(formOf(line, waiting), event.pending.input)] : []),
      ...(event.service ? [filesIn(serviceFields, event.service.form)] : []),
    ];
  });
  return { ids: parts.flatMap((part) => part.ids), unknown: parts.flatMap((part) => part.unknown) };
}
