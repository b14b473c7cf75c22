import { randomBytes } from 'node:crypto';
import { fail, type Json, type JsonObject, ok, type Result, refusal, toInstant } from '@fadu/kernel';
import { evolve, formOf, isPaused, type Line, type Matter, type MatterEvent } from '@fadu/procedure';
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { scopeArgs } from '../access/scope.js';
import { issueDocuments } from './documents.js';
import type { Platform, Request, Unwritten, Written } from './execute.js';
import { filesIn } from './files-in.js';
import { type MatterRecord, project } from './projection.js';
import { ticketOf } from './query-code.js';
import { refPathsOf, refsOf } from './refs.js';
import { keyOf, receiptNumber } from './request-key.js';
import { type Secret, type SecretKey, sealValues } from './secrets.js';

// Raised by fadu_commit.
const LOST_RACE = 'FD409';
const KEY_USED = 'FD208';
const NO_FILE = 'FD410';

export interface Writing {
  readonly platform: Platform;
  readonly line: Line;
  readonly before: MatterRecord | undefined;
  readonly request: Request;
  /** Fingerprint of the command. */
  readonly print: string;
  /** Query code of a citizen who opens a matter. */
  readonly code?: string | undefined;
}

/** Writes what was decided in one statement: all of it, or nothing. */
export async function write(
  db: pg.Pool | pg.PoolClient,
  { platform, line, before, request, print, code }: Writing,
  decided: readonly MatterEvent[],
): Promise<Result<Written, Unwritten>> {
  const secrets: Secret[] = [];
  const sealed = decided.map((event) => sealEvent(line, event, platform.key, secrets));
  const files = filesOf(line, sealed);
  if (files.unknown.length > 0) return noFile;
  let after: Matter | undefined = before;
  for (const event of sealed) after = evolve(after, event);
  const { events, records } = await issueDocuments(line, after!, sealed, platform.directory, platform.publicUrl);
  const person = request.actor.kind === 'official' ? request.actor.person : null;
  const acted = [...(before?.actedBy ?? []), ...(person === null ? [] : [person])];
  const receipt = before?.receipt ?? receiptNumber(after!.id, toInstant(platform.now()));
  const { words, ...record } = project(line, after!, receipt, acted, platform.directory);
  const payload = {
    expected: before?.revision ?? 0,
    key: keyOf(request.actor, request.key),
    fingerprint: print,
    matter: { ...record, words, refs: refsOf(refPathsOf(platform.lines, line.code), record.data) },
    events: events.map((event) => ({ id: uuidv7(), salt: randomBytes(16).toString('hex'), body: event })),
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
    files: files.ids,
    // Attachments of a message are copied from the matter that sent it.
    filesFrom: request.actor.kind === 'message' ? request.actor.from : null,
    uploader: person,
    ticket: code ? ticketOf(code) : null,
  };
  try {
    await db.query({
      name: 'fadu_commit',
      text: 'select fadu_commit($1, $2, $3, $4)',
      values: [...scopeArgs(request.scope), JSON.stringify(payload)],
    });
  } catch (error) {
    const { code: sqlState, constraint } = error as { code?: string; constraint?: string };
    if (sqlState === LOST_RACE || constraint === 'matter_receipt')
      return fail({ kind: 'conflict', revision: (before?.revision ?? 0) + 1 });
    if (sqlState === KEY_USED) return fail({ kind: 'key-reused' });
    if (sqlState === NO_FILE) return noFile;
    throw error;
  }
  return ok({ matter: record, events, repeated: false, ...(code !== undefined && { queryCode: code }) });
}

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

/** Attachments named by what the events keep, also by a request that waits for approval. */
function filesOf(line: Line, events: readonly MatterEvent[]): ReturnType<typeof filesIn> {
  const parts = events.flatMap((event) => {
    const list = event.append && line.fields[event.append.field];
    const waiting = event.kind === 'requested' && event.pending ? line.actions[event.pending.action] : undefined;
    return [
      filesIn(line.fields, event.set),
      ...(event.append && list?.kind === 'list' ? [filesIn(list.of, event.append.item)] : []),
      ...(event.pending && waiting ? [filesIn(formOf(line, waiting), event.pending.input)] : []),
    ];
  });
  return { ids: parts.flatMap((part) => part.ids), unknown: parts.flatMap((part) => part.unknown) };
}
