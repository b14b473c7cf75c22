import type { Json, JsonObject } from '@fadu/kernel';
import { isSealed, type MatterMessage } from '@fadu/procedure';
import { EVERYTHING } from '../access/scope.js';
import { act, open, type Platform } from '../matters/execute.js';
import { scoped } from '../storage/scoped.js';

/**
 * Delivers messages between matters: each is carried out as a command keyed by the message's id, so that a delivery cut
 * short is simply repeated. What the other line refuses is kept with the reason, for a person.
 * @returns how many were delivered.
 */
export async function deliverOutbox(platform: Platform): Promise<number> {
  const { rows } = await scoped(platform.pool, EVERYTHING, (client) =>
    client.query(
      'select o.region, o.id, o.matter, o.message, m.organ from outbox o join matter m on m.region = o.region and m.id = o.matter where o.done_at is null order by o.created_at limit 200',
    ),
  );
  let delivered = 0;
  for (const row of rows) {
    const message = row.message as MatterMessage;
    const key = `outbox:${row.id}`;
    const actor = { kind: 'message' as const, from: row.matter as string };
    let failure: string | null = null;
    let target: string | null = null;
    if (message.kind === 'tell') {
      const told = await act(platform, message.matter, null, {
        actor,
        scope: EVERYTHING,
        key,
        command: { action: message.action, input: message.input },
      });
      if (told.ok) target = message.matter;
      else failure = JSON.stringify(told.error).slice(0, 2000);
    } else {
      const line = platform.lineOf(message.line);
      const command = { action: message.action, input: message.input };
      const opened = line
        ? await open(platform, line, row.organ, { actor, scope: EVERYTHING, key, command })
        : undefined;
      if (opened?.ok) target = opened.value.matter.id;
      else failure = JSON.stringify(opened?.error ?? `no line ${message.line}`).slice(0, 2000);
    }
    await scoped(platform.pool, EVERYTHING, async (client) => {
      await client.query('update outbox set done_at = now(), failure = $3 where region = $1 and id = $2', [
        row.region,
        row.id,
        failure,
      ]);
      if (target) await copySecrets(client, row.region, row.matter, target, digestsIn(message.input));
    });
    if (!failure) delivered += 1;
  }
  return delivered;
}

/** Personal data carried over stays readable there: the encrypted rows go along. */
async function copySecrets(
  client: import('pg').PoolClient,
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
