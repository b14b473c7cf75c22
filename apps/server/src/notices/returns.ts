import { parsePeriod, periodName } from '@fadu/indicator';
import { addDays, chineseDate, dayOf, type PlainDate } from '@fadu/kernel';
import { collection, getLine } from '@fadu/lines';
import { EVERYTHING } from '../access/scope.js';
import { act, type Platform } from '../matters/execute.js';
import { scoped } from '../storage/scoped.js';
import { holders, type Notice, tell } from './notices.js';

/** Days before the last one from which on a return not yet sent is reminded of. */
const NEAR_DAYS = 3;

interface Row {
  readonly id: string;
  readonly unit: string;
  readonly period: string;
  readonly due: PlainDate;
  readonly to: string;
  readonly reminded: string | null;
  readonly words: string | null;
  readonly auto: boolean;
}

/**
 * Reminds who fills in a return: once when its last day is near, once when it is over, each a step of its record that says
 * who was reminded; and tells them what a superior reminded of. @returns how many people were told.
 */
export async function remindOfReturns(platform: Platform): Promise<number> {
  const line = getLine(collection.line);
  const today = dayOf(platform.now());
  const open = line.actions[collection.nudge]!.from!;
  const near = addDays(today, NEAR_DAYS);
  for (const { id, unit, period, due, auto, reminded } of await waiting(platform, open, near)) {
    const people = holders(platform, unit, [collection.reporter]);
    const kind = due < today ? 'late' : 'near';
    const done = auto && reminded !== null && (kind === 'near' || reminded > due);
    if (done || people.length === 0) continue;
    const usual = `${nameOf(period)}填报表应当在${chineseDate(due)}报送，`;
    const reminder = kind === 'late' ? `${usual}现已超期。请尽快报送。` : `${usual}还没有报送。请按时报送。`;
    // Once for a day and kind; a refusal means that it was sent in the meantime.
    await act(platform, id, null, {
      scope: EVERYTHING,
      actor: { kind: 'message', from: id },
      key: `nudge/${id}/${due}/${kind}`,
      command: { action: collection.nudge, input: { reminder, remindedTo: [...people] } },
    });
  }
  const told = (await waiting(platform, open, null)).flatMap((row): Notice[] => {
    if (row.reminded === null) return [];
    return [
      {
        key: `return/${row.id}/${row.reminded}/${row.auto ? 'auto' : 'superior'}`,
        org: row.unit,
        persons: holders(platform, row.unit, [collection.reporter]),
        title: `${nameOf(row.period)}填报表`,
        message: row.words ?? `请在${chineseDate(row.due)}之前报送。`,
        sender: row.auto ? null : row.to,
        link: `/matters/${row.id}`,
        matter: row.id,
      },
    ];
  });
  return scoped(platform.pool, EVERYTHING, (client) => tell(platform, client, told));
}

/** Returns not yet sent whose last day is this or before; `null`: all of them. */
async function waiting(platform: Platform, states: readonly string[], until: PlainDate | null): Promise<Row[]> {
  const { rows } = await scoped(platform.pool, EVERYTHING, (client) =>
    client.query<Row>(
      `select m.id, m.organ as unit, m.data ->> '${collection.period}' as period, m.data ->> '${collection.due}' as due,
         m.data ->> '${collection.receiver}' as to, m.data ->> '${collection.reminded}' as reminded, m.data ->> 'reminder' as words,
         coalesce(m.data ->> '${collection.remindedBy}', '') = 'platform' as auto
       from matter m where m.line = $1 and m.state = any($2)
         and ($3::text is null or m.data ->> '${collection.due}' <= $3)`,
      [collection.line, states, until],
    ),
  );
  return rows;
}

const nameOf = (text: string): string => {
  const period = parsePeriod(text);
  return period === undefined ? text : periodName(period);
};
