import { type Period, parsePeriod, periodName } from '@fadu/indicator';
import { collection } from '@fadu/lines';
import type pg from 'pg';
import { EVERYTHING } from '../access/scope.js';
import type { Platform } from '../matters/execute.js';
import { changeWords } from '../returns/amendment-notes.js';
import { AMENDED, type OpenAmendment, openAmendments } from '../returns/amendments.js';
import { scoped } from '../storage/scoped.js';
import { holders, type Notice, tell } from './notices.js';

/** Indicators named one by one. */
const MOST = 3;

/**
 * Tells who checks a return that one already approved is being put right, and who fills in the return above that it does not
 * hold what was approved below. @returns how many people were told.
 */
export const tellOfAmendments = (platform: Platform): Promise<number> =>
  scoped(platform.pool, EVERYTHING, async (client) => {
    const notices: Notice[] = [];
    for (const period of await periodsAmended(client))
      for (const one of await openAmendments(client, period)) notices.push(...noticesOf(platform, one, period));
    return tell(platform, client, notices);
  });

function noticesOf(platform: Platform, one: OpenAmendment, period: Period): Notice[] {
  const { matter, unit, to, stage, seq, reason } = one;
  // Who asked for it knows.
  if (stage === 'asked') return [];
  const name = platform.directory.nameOf(unit);
  const of = (org: string, post: string, told: string, message: string): Notice => ({
    key: `amendment/${matter}/${seq}/${stage}`,
    org,
    persons: holders(platform, org, [post]),
    title: `${periodName(period)}填报更正`,
    message,
    sender: unit,
    link: `/returns/${period.text}?unit=${encodeURIComponent(told)}`,
    matter,
  });
  const why = `理由：${reason}`;
  switch (stage) {
    case 'begun':
      return [of(to, collection.reviewer, unit, `${name}开始更正已审定的数，报送后请审核。${why}`)];
    case 'sent':
      return [of(to, collection.reviewer, unit, `${name}报送更正，请审核：${changesOf(one)}。${why}`)];
    case 'approved':
      return [
        of(
          to,
          collection.reporter,
          to,
          `${name}的更正已审定，本表还没有计入：${changesOf(one)}。请计入并报送，或者写明不计入的理由。`,
        ),
      ];
  }
}

function changesOf({ changes }: OpenAmendment): string {
  const named = changes.slice(0, MOST).map((change) => `${change.name}${changeWords(change)}`);
  return `${named.join('；')}${changes.length > MOST ? `；另有${changes.length - MOST}项` : ''}`;
}

/** Periods in which a return was put right lately, or is. */
async function periodsAmended(client: pg.ClientBase): Promise<Period[]> {
  const { rows } = await client.query<{ period: string }>(
    `select distinct m.data ->> '${collection.period}' as period from matter m where m.line = $1 and m.refs && $2::text[]
       and m.updated_at > now() - interval '7 days'`,
    [collection.line, AMENDED],
  );
  return rows.flatMap(({ period }) => parsePeriod(period) ?? []);
}
