import type { MatterMessage } from '@fadu/procedure';
import type { UndeliveredMessage } from '@fadu/wire';
import type pg from 'pg';
import type { Platform } from './execute.js';

const UNHANDLED = 'o.done_at is not null and o.failure is not null and o.handled_at is null';

/**
 * Messages of matters in scope that another line refused and nobody has dealt with, oldest first.
 * @param organs only those of matters handled by these organs; absent: of all in scope.
 */
export async function undeliveredIn(
  client: pg.PoolClient,
  platform: Pick<Platform, 'lineOf'>,
  { matter, organs }: { readonly matter?: string; readonly organs?: readonly string[] },
): Promise<UndeliveredMessage[]> {
  const { rows } = await client.query<{
    id: string;
    matter: string;
    number: string | null;
    receipt: string;
    title: string;
    message: MatterMessage;
    target: string | null;
    at: string;
    failure: string;
  }>(
    `select o.id, o.matter, m.number, m.receipt, m.title, o.message, t.line as target,
       to_char(o.done_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, o.failure
     from outbox o join matter m on m.region = o.region and m.id = o.matter
     left join matter t on o.message ->> 'kind' = 'tell' and t.id::text = o.message ->> 'matter'
     where ${UNHANDLED} and ($1::uuid is null or o.matter = $1) and ($2::text[] is null or m.organ = any($2))
     order by o.id limit 200`,
    [matter ?? null, organs ?? null],
  );
  return rows.map(({ message, target, failure, ...row }) => {
    const code = message.kind === 'open' ? message.line : target;
    const line = code === null ? undefined : platform.lineOf(code);
    return {
      ...row,
      lineName: line?.name ?? '其他业务',
      actionName: line?.actions[message.action]?.name ?? message.action,
      failure,
    };
  });
}

/** Sends it again, or notes that it was dealt with otherwise. @returns whether there was such a message to deal with. */
export async function handleUndelivered(
  client: pg.PoolClient,
  matter: string,
  id: string,
  how: { readonly again: true } | { readonly again: false; readonly by: string; readonly note: string },
): Promise<boolean> {
  const { rowCount } = how.again
    ? await client.query(
        `update outbox o set done_at = null, failure = null, tries = 0, next_at = now() where o.id = $1 and o.matter = $2 and ${UNHANDLED}`,
        [id, matter],
      )
    : await client.query(
        `update outbox o set handled_by = $3, handled_at = now(), handled_note = $4 where o.id = $1 and o.matter = $2 and ${UNHANDLED}`,
        [id, matter, how.by, how.note],
      );
  return rowCount === 1;
}
