import type { JsonObject, PlainDate } from '@fadu/kernel';
import {
  type Action,
  type Command,
  checkForm,
  formOf,
  type Guard,
  type Line,
  type RelatedMatter,
} from '@fadu/procedure';
import type pg from 'pg';
import type { Platform } from './execute.js';
import type { MatterRecord } from './projection.js';
import { wantedRefs } from './refs.js';

/** The actions whose guards judge a command: its own, or of a correction all that the record may tell again. */
function actionsJudged(line: Line, matter: MatterRecord | undefined, command: Command): readonly Action[] {
  if (matter && command.action === 'correct') return Object.values(line.actions);
  const step = matter && command.action === 'approve' ? matter.pending?.action : command.action;
  return step !== undefined && Object.hasOwn(line.actions, step) ? [line.actions[step]!] : [];
}

interface Asked {
  readonly name: string;
  readonly line: string;
  /** Undefined: a value that would have to be equal is not there. */
  readonly wanted: readonly string[] | undefined;
}

/** What guards of this step ask of other matters; those of most steps ask nothing. */
function askedOf(
  line: Line,
  matter: MatterRecord | undefined,
  command: Command,
  today: PlainDate,
  but: (guard: Guard) => boolean = () => true,
): readonly Asked[] {
  const names = new Set(
    actionsJudged(line, matter, command).flatMap(({ guards = [] }) => guards.filter(but).flatMap(({ reads }) => reads)),
  );
  if (names.size === 0) return [];
  const data = dataWith(line, matter, command, today);
  return [...names].map((name) => {
    const query = line.related![name]!;
    return { name, line: query.line, wanted: wantedRefs(query, data) };
  });
}

const relatedTo = async (
  db: Pick<pg.ClientBase, 'query'>,
  { line, wanted }: Asked,
  matter: MatterRecord | undefined,
): Promise<readonly RelatedMatter[]> =>
  wanted === undefined
    ? []
    : (
        await db.query<RelatedMatter>({
          name: 'fadu_related',
          text: 'select * from fadu_related($1, $2, $3)',
          values: [line, matter?.id ?? null, wanted],
        })
      ).rows;

/** The matters that guards of this step look at. */
export async function findRelated(
  platform: Platform,
  line: Line,
  matter: MatterRecord | undefined,
  command: Command,
  today: PlainDate,
): Promise<Record<string, readonly RelatedMatter[]>> {
  const related: Record<string, readonly RelatedMatter[]> = {};
  for (const asked of askedOf(line, matter, command, today))
    related[asked.name] = await relatedTo(platform.pool, asked, matter);
  return related;
}

/**
 * Of two who open the same at one moment neither sees the other: whether what the guards that may refuse an opening saw of
 * their own line is still so, asked under a lock when it is written. Undefined when they look at none.
 */
export function stillRelated(
  line: Line,
  command: Command,
  today: PlainDate,
  seen: Readonly<Record<string, readonly RelatedMatter[]>>,
): ((client: pg.ClientBase) => Promise<boolean>) | undefined {
  const own = askedOf(line, undefined, command, today, ({ severity }) => severity === 'hard').filter(
    (asked) => asked.line === line.code && asked.wanted !== undefined,
  );
  if (own.length === 0) return undefined;
  return async (client) => {
    // Always in the same order, so that two never wait for each other.
    for (const key of own.map(({ wanted }) => [line.code, ...wanted!].join('\n')).sort())
      await client.query('select pg_advisory_xact_lock(hashtextextended($1, 61))', [key]);
    for (const asked of own) {
      const now = await relatedTo(client, asked, undefined);
      const ids = (rows: readonly RelatedMatter[]) =>
        rows
          .map(({ id }) => id)
          .sort()
          .join();
      if (ids(now) !== ids(seen[asked.name] ?? [])) return false;
    }
    return true;
  };
}

/**
 * The matter's fields as they will stand after the command, in the form in which they are kept: a number typed in other
 * brackets finds the same matters.
 */
function dataWith(line: Line, matter: MatterRecord | undefined, command: Command, today: PlainDate): JsonObject {
  const before = matter?.data ?? {};
  if (command.action === 'correct') return { ...before, ...(command.input.values as JsonObject | undefined) };
  const asked = command.action === 'approve' && matter?.pending ? matter.pending : command;
  const action = Object.hasOwn(line.actions, asked.action) ? line.actions[asked.action] : undefined;
  if (!action || action.record) return before;
  return { ...before, ...checkForm(formOf(line, action), asked.input, today, before).values };
}
