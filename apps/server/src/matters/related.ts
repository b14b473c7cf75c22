import type { JsonObject, PlainDate } from '@fadu/kernel';
import { type Action, type Command, checkForm, formOf, type Line, type RelatedMatter } from '@fadu/procedure';
import type { Platform } from './execute.js';
import type { MatterRecord } from './projection.js';
import { wantedRefs } from './refs.js';

/** The actions whose guards judge a command: its own, or of a correction all that the record may tell again. */
function actionsJudged(line: Line, matter: MatterRecord | undefined, command: Command): readonly Action[] {
  if (matter && command.action === 'correct') return Object.values(line.actions);
  const step = matter && command.action === 'approve' ? matter.pending?.action : command.action;
  return step !== undefined && Object.hasOwn(line.actions, step) ? [line.actions[step]!] : [];
}

/** The matters that guards of this step look at; most steps have none. */
export async function findRelated(
  platform: Platform,
  line: Line,
  matter: MatterRecord | undefined,
  command: Command,
  today: PlainDate,
): Promise<Record<string, readonly RelatedMatter[]>> {
  const related: Record<string, readonly RelatedMatter[]> = {};
  const names = new Set(
    actionsJudged(line, matter, command).flatMap(({ guards = [] }) => guards.flatMap(({ reads }) => reads)),
  );
  if (names.size === 0) return related;
  const data = dataWith(line, matter, command, today);
  for (const name of names) {
    const query = line.related![name]!;
    const wanted = wantedRefs(query, data);
    if (wanted === undefined) {
      related[name] = [];
      continue;
    }
    const { rows } = await platform.pool.query<RelatedMatter>({
      name: 'fadu_related',
      text: 'select * from fadu_related($1, $2, $3)',
      values: [query.line, matter?.id ?? null, wanted],
    });
    related[name] = rows;
  }
  return related;
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
