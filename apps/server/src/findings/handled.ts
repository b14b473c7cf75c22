import type { FindingHandled, FindingView, HandleFindingBody } from '@fadu/wire';
import type pg from 'pg';
import { postNameOf } from '../access/posts.js';
import type { Platform } from '../matters/execute.js';
import type { Reader } from '../reading/steps.js';
import { scoped } from '../storage/scoped.js';

interface Row extends Omit<FindingHandled, 'at' | 'sentTo'> {
  readonly key: string;
  readonly sent_to: string | null;
  readonly at: Date;
}

/** What was done about findings, newest first, as far as the scope lets through. */
export async function handledOf(
  platform: Platform,
  client: pg.ClientBase,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly FindingHandled[]>> {
  const { rows } = await client.query<Row>(
    'select key, state, note, sent_to, person, post, at from reading_finding where key = any($1) order by seq desc',
    [keys],
  );
  const found = new Map<string, FindingHandled[]>();
  for (const { key, sent_to, at, person, post, ...row } of rows) {
    const list = found.get(key) ?? [];
    list.push({
      ...row,
      sentTo: sent_to,
      person: platform.directory.nameOf(person),
      post: post === null ? null : postNameOf(platform.lines, post),
      at: at.toISOString(),
    });
    found.set(key, list);
  }
  return found;
}

/** Records what is done about a finding, with both sentences as they stand now. */
export async function handleFinding(
  platform: Platform,
  reader: Reader & { readonly org: string },
  finding: FindingView,
  { state, note, sentTo }: Pick<HandleFindingBody, 'state' | 'note' | 'sentTo'>,
): Promise<void> {
  const org = platform.directory.getOrg(reader.org);
  await scoped(platform.pool, reader.scope, (client) =>
    client.query(
      `insert into reading_finding (region, org, path, key, state, note, sent_to, person, post, at, message, statements)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        org.region,
        org.id,
        org.path,
        finding.key,
        state,
        note,
        sentTo,
        reader.person,
        reader.post,
        platform.now(),
        finding.message,
        JSON.stringify(finding.statements),
      ],
    ),
  );
}
