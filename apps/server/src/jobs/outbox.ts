import type { Json, JsonObject } from '@fadu/kernel';
import { backFor, isSealed, type MatterMessage } from '@fadu/procedure';
import type pg from 'pg';
import { EVERYTHING } from '../access/scope.js';
import { act, open, type Platform, type Unwritten } from '../matters/execute.js';
import { scoped } from '../storage/scoped.js';

const BATCH = 200;
/** After so many faults (of the platform, not refusals) a message waits for a person. */
export const MOST_TRIES = 8;

interface Waiting {
  readonly region: string;
  readonly id: string;
  readonly matter: string;
  readonly organ: string;
  /** Of the matter that sent it. */
  readonly line: string;
  readonly message: MatterMessage;
  readonly tries: number;
}

/**
 * Delivers messages between matters: each is carried out as a command keyed by the message's id, so that a delivery cut
 * short, or made by two servers at once, has one effect. Messages of one matter go in their order. What the other line
 * refuses is kept with the reason, for a person; a fault is tried again, later and later, and holds up no other matter.
 * @returns how many were delivered.
 */
export async function deliverOutbox(platform: Platform): Promise<number> {
  let delivered = 0;
  for (const failed = new Set<string>(); ; ) {
    const batch = await nextMessages(platform, [...failed]);
    for (const one of batch) {
      if (failed.has(one.matter)) continue;
      const outcome = await deliver(platform, one).catch((error: unknown) => ({ fault: error }));
      if ('fault' in outcome) {
        failed.add(one.matter);
        await postpone(platform, one, outcome.fault);
        continue;
      }
      await settle(platform, one, outcome);
      if (outcome.failure === null) delivered += 1;
    }
    if (batch.length === 0) return delivered;
  }
}

/** The first message of each matter that is due; the next of the same matter follows in the next round. */
async function nextMessages(platform: Platform, except: readonly string[]): Promise<Waiting[]> {
  const { rows } = await scoped(platform.pool, EVERYTHING, (client) =>
    client.query(
      `select o.region, o.id, o.matter, o.message, o.tries, m.organ, m.line from outbox o join matter m on m.region = o.region and m.id = o.matter
       where o.done_at is null and o.next_at <= now() and o.matter <> all($1::uuid[])
         and not exists (select 1 from outbox b where b.matter = o.matter and b.done_at is null and b.id < o.id)
       order by o.id limit ${BATCH}`,
      [except],
    ),
  );
  return rows;
}

interface Outcome {
  /** The matter that was opened or told; null when it refused. */
  readonly target: string | null;
  readonly failure: string | null;
}

async function deliver(platform: Platform, one: Waiting): Promise<Outcome> {
  const { id, matter, organ, message } = one;
  const request = {
    actor: { kind: 'message' as const, from: matter },
    scope: EVERYTHING,
    key: id,
    command: { action: message.action, input: message.input },
  };
  if (message.kind === 'tell') {
    const told = await act(platform, message.matter, null, request);
    return told.ok ? { target: message.matter, failure: null } : { target: null, failure: wordsOf(told.error) };
  }
  const line = platform.lineOf(message.line);
  if (!line) return { target: null, failure: `没有条线${message.line}。` };
  const opened = await open(platform, line, organ, request);
  if (!opened.ok) return { target: null, failure: wordsOf(opened.error) };
  const target = opened.value.matter.id;
  return { target, failure: await linkBack(platform, one, message.linkBack, target) };
}

/** Tells the matter that sent the message which one was opened for it; keyed like the message, so done once. */
async function linkBack(
  platform: Platform,
  { id, matter, line }: Waiting,
  field: string,
  target: string,
): Promise<string | null> {
  const action = backFor(platform.lineOf(line)!, field);
  if (action === undefined) throw new Error(`${line}: nothing takes ${field}`);
  const told = await act(platform, matter, null, {
    actor: { kind: 'message', from: target },
    scope: EVERYTHING,
    key: `${id}/back`,
    command: { action, input: { [field]: target } },
  });
  return told.ok ? null : `已经办理，没有记回本案：${wordsOf(told.error)}`;
}

/** Why the other matter did not take it, as a person reads it. */
function wordsOf(why: Unwritten): string {
  if (why.kind === 'not-found') return '对方事项不存在。';
  if (why.kind === 'conflict') return '对方事项正在变动，没有送到。';
  if (why.kind === 'key-reused') return '同一消息的内容前后不同。';
  const { refusals, needsReason, faults } = why.decline;
  return (
    [...refusals, ...needsReason].map((one) => one.message).join('；') || faults.map((one) => one.message).join('；')
  );
}

async function settle(platform: Platform, one: Waiting, outcome: Outcome): Promise<void> {
  await scoped(platform.pool, EVERYTHING, async (client) => {
    if (outcome.target !== null)
      await copySecrets(client, one.region, one.matter, outcome.target, digestsIn(one.message.input));
    await client.query(
      'update outbox set done_at = now(), tries = tries + 1, failure = $3 where region = $1 and id = $2 and done_at is null',
      [one.region, one.id, outcome.failure],
    );
  });
}

async function postpone(platform: Platform, { region, id, tries }: Waiting, fault: unknown): Promise<void> {
  const words = fault instanceof Error ? fault.message : String(fault);
  const last = tries + 1 >= MOST_TRIES;
  await scoped(platform.pool, EVERYTHING, (client) =>
    client.query(
      `update outbox set tries = tries + 1, failure = $3, next_at = now() + make_interval(secs => $4), done_at = case when $5 then now() end
       where region = $1 and id = $2 and done_at is null`,
      [region, id, words.slice(0, 2000), Math.min(3600, 2 ** tries), last],
    ),
  );
}

/** Messages that were not taken and that nobody has dealt with: each with the matter it came from and the reason. */
export async function undelivered(
  platform: Platform,
): Promise<readonly { readonly matter: string; readonly action: string; readonly failure: string }[]> {
  const { rows } = await scoped(platform.pool, EVERYTHING, (client) =>
    client.query(
      "select matter, message ->> 'action' as action, failure from outbox where done_at is not null and failure is not null and handled_at is null order by id",
    ),
  );
  return rows;
}

/** Personal data carried over stays readable there: the encrypted rows go along. */
async function copySecrets(
  client: pg.PoolClient,
  region: string,
  from: string,
  to: string,
  digests: readonly string[],
): Promise<void> {
  if (digests.length === 0) return;
  await client.query(
    `insert into secret (region, matter, digest, salt, cipher) select m.region, m.id, s.digest, s.salt, s.cipher
     from secret s, matter m where s.region = $1 and s.matter = $2 and s.digest = any($3) and m.id = $4 on conflict do nothing`,
    [region, from, digests, to],
  );
}

function digestsIn(value: Json): string[] {
  if (isSealed(value)) return [value.$sealed];
  if (Array.isArray(value)) return value.flatMap(digestsIn);
  return value !== null && typeof value === 'object' ? Object.values(value as JsonObject).flatMap(digestsIn) : [];
}
