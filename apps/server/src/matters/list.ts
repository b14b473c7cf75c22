import { dayOf, type JsonObject, type PlainDate } from '@fadu/kernel';
import { type Line, participantOrgs, printValue, specAt, valueAt } from '@fadu/procedure';
import type { ClockView, ListFilterChoice, ListQuery, MatterList, MatterRow } from '@fadu/wire';
import { scoped } from '../storage/scoped.js';
import type { Platform } from './execute.js';
import { filterable, listSql, pageSql, writeCursor } from './list-query.js';
import { recordOf } from './matter-row.js';
import { otherwiseOf, whyAsked } from './pending-words.js';
import { isDuty, type MatterRecord } from './projection.js';
import { cutData, cutFor } from './served.js';
import { clocksOf, type Viewer } from './view.js';

export const COUNT_LIMIT = 10_000;

/** A list within the viewer's scope: rows by the nearest last day, and how many there are. */
export async function listMatters(platform: Platform, viewer: Viewer, query: ListQuery): Promise<MatterList> {
  const { where, values } = listSql(platform, viewer, query);
  const limit = query.limit ?? 50;
  const page = pageSql(query, values.length);
  const condition = page.past === '' ? where : `${where === '' ? 'where' : `${where} and`} ${page.past}`;
  return scoped(platform.pool, viewer.scope, async (client) => {
    const { rows } = await client.query(
      `select *, ${page.select} from matter_seen ${condition} order by ${page.order} limit ${limit + 1}`,
      [...values, ...page.values],
    );
    const counted = await client.query(
      `select count(*)::int as total from (select 1 from matter_seen ${where} limit ${COUNT_LIMIT + 1}) n`,
      [...values],
    );
    const total: number = counted.rows[0].total;
    const shown = rows.slice(0, limit).map((row) => rowOf(platform, viewer, recordOf(row), query.view === 'mine'));
    return {
      // In a to-do each row goes by the clock of the one who reads it, who may sit with a participant.
      rows: query.view === 'mine' ? byOwnClock(shown) : (query.sort ?? 'due') === 'due' ? overLast(shown) : shown,
      total: Math.min(total, COUNT_LIMIT),
      exact: total <= COUNT_LIMIT,
      next: rows.length > limit ? writeCursor(rows[limit - 1].cursor) : null,
    };
  });
}

const byOwnClock = (rows: readonly MatterRow[]): MatterRow[] => {
  const key = ({ clock }: MatterRow): string =>
    clock ? `${clock.standing.tone === 'paused' ? 1 : 0}${clock.legalDue}` : '2';
  return rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) => key(a.row).localeCompare(key(b.row)) || a.index - b.index)
    .map(({ row }) => row);
};

/** On one page, what has merely run out comes after what is still to be done; ended matters stay last. */
const overLast = (rows: readonly MatterRow[]): MatterRow[] => {
  const rank = ({ clock }: MatterRow): number => (clock === null ? 2 : isOver(clock) ? 1 : 0);
  return rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) => rank(a.row) - rank(b.row) || a.index - b.index)
    .map(({ row }) => row);
};

/** @param asDuty the clock shown is the one the duty is for, not merely the nearest. */
function rowOf(platform: Platform, viewer: Viewer, record: MatterRecord, asDuty: boolean): MatterRow {
  const line = platform.lineOf(record.line)!;
  const today = dayOf(platform.now());
  const clocks = clocksOf(platform, viewer, line, record, today).filter((clock) => clock.outcome === null);
  const action = primaryOf(viewer, line, record, today);
  const serves = action && !action.approval ? line.actions[action.action]?.due : undefined;
  const duty = asDuty ? clocks.find((clock) => clock.code === serves) : undefined;
  const data = cutData(record.data, cutFor(viewer, line, record));
  return {
    id: record.id,
    line: record.line,
    number: record.number,
    receipt: record.receipt,
    title: record.title,
    state: record.state,
    organName: platform.directory.nameOf(record.organ),
    openedOn: record.openedOn,
    clock:
      duty ??
      clocks.find((clock) => clock.mine && !isOver(clock)) ??
      clocks.find((clock) => !isOver(clock)) ??
      clocks[0] ??
      null,
    columns: Object.fromEntries(line.list.columns.map((path) => [path, columnText(platform, line, data, path)])),
    handlers: record.people.map(platform.directory.nameOf),
    action,
  };
}

/** A right or a wait that has run out: nothing is to be done by it any more. */
const isOver = ({ expiry, standing }: ClockView): boolean =>
  standing.tone === 'late' && (expiry === 'right' || expiry === 'wait');

/** A value of a column in words; dates as in tables (2026-11-25), amounts without their unit, which stands in the head. */
function columnText(platform: Platform, line: Line, data: JsonObject, path: string): string {
  const spec = specAt(line.fields, path);
  const value = valueAt(data, path);
  if (spec?.kind === 'date' && typeof value === 'string') return value;
  const text = printValue(spec, value, platform.directory.nameOf);
  return spec?.kind === 'money' ? text.replace(/元$/, '') : text;
}

function primaryOf(viewer: Viewer, line: Line, record: MatterRecord, today: PlainDate): MatterRow['action'] {
  if (viewer.actor.kind !== 'official') return null;
  const { posts } = viewer.actor;
  const holds = (rules: readonly string[]) =>
    rules.some((rule) => {
      const [post, participant] = rule.split('@') as [string, string?];
      const orgs = participant ? participantOrgs(record.data, participant) : [record.organ];
      return posts.some((one) => one.post === post && orgs.includes(one.org));
    });
  if (record.pending) {
    const waiting = line.actions[record.pending.action];
    return waiting && holds(waiting.approvedBy ?? [])
      ? {
          action: 'approve',
          name: `审批${waiting.name}`,
          approval: true,
          why: whyAsked(line, record, today),
          otherwise: otherwiseOf(line, record, today),
        }
      : null;
  }
  const duties = Object.entries(line.actions).filter(([, action]) => isDuty(action, record) && holds(action.by));
  duties.sort(([, a], [, b]) => dueText(a.due, record).localeCompare(dueText(b.due, record)));
  const first = duties[0];
  return first ? { action: first[0], name: first[1].name, approval: false, why: null, otherwise: null } : null;
}

const dueText = (clock: string | undefined, record: MatterRecord): string =>
  (clock && record.clocks[clock]?.legalDue) || '9999';

/** What a line's list may be narrowed by: choices from the definition, organizations as they occur. */
export async function filterChoices(platform: Platform, viewer: Viewer, line: Line): Promise<ListFilterChoice[]> {
  const paths = line.list.filters.filter((path) => filterable(specAt(line.fields, path)));
  return scoped(platform.pool, viewer.scope, async (client) => {
    const choices: ListFilterChoice[] = [];
    for (const path of paths) {
      const spec = specAt(line.fields, path)!;
      const options =
        spec.kind === 'choice' || spec.kind === 'choices'
          ? Object.entries(spec.options).map(([value, label]) => ({ value, label }))
          : spec.kind === 'bool'
            ? [
                { value: 'true', label: '是' },
                { value: 'false', label: '否' },
              ]
            : (
                await client.query(
                  'select distinct data #>> $2::text[] as value from matter_seen where line = $1 and data #>> $2::text[] is not null limit 300',
                  [line.code, path.split('.')],
                )
              ).rows.map(({ value }) => ({ value, label: platform.directory.nameOf(value) }));
      choices.push({ path, label: spec.label, options });
    }
    return choices;
  });
}
