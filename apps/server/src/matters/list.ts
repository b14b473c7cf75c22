import { limitText } from '@fadu/calendar';
import { dayOf, type JsonObject, type PlainDate, shortBasisText } from '@fadu/kernel';
import {
  holds,
  type Line,
  limitOf,
  participantOrgs,
  printValue,
  ruleSetAt,
  settingsOn,
  specAt,
  valueAt,
} from '@fadu/procedure';
import type { ClockView, ListFilterChoice, ListQuery, MatterList, MatterRow } from '@fadu/wire';
import { scopeArgs } from '../access/scope.js';
import { scoped } from '../storage/scoped.js';
import type { Platform } from './execute.js';
import { listSql, pageSql, whereOf, writeCursor } from './list-query.js';
import { pageRows } from './list-rows.js';
import { recordOf } from './matter-row.js';
import { otherwiseOf, whyAsked } from './pending-words.js';
import { isDuty, type MatterRecord } from './projection.js';
import { filterPaths } from './refs.js';
import { cutData, cutFor } from './served.js';
import { clocksOf, type Viewer } from './view.js';

/** A list within the viewer's scope: rows by the nearest last day, and how many there are. */
export async function listMatters(platform: Platform, viewer: Viewer, query: ListQuery): Promise<MatterList> {
  const sql = await listSql(platform, viewer, query);
  const limit = query.limit ?? 50;
  const page = pageSql(query, sql.values.length);
  return scoped(platform.pool, viewer.scope, async (client) => {
    const { rows, counted } = await pageRows(client, sql, page, limit);
    const shown = rows.slice(0, limit).map((row) => rowOf(platform, viewer, recordOf(row), query.view === 'mine'));
    return {
      // In a to-do each row goes by the clock of the one who reads it, who may sit with a participant.
      rows: query.view === 'mine' ? byOwnClock(shown) : (query.sort ?? 'due') === 'due' ? overLast(shown) : shown,
      ...counted,
      next: rows.length > limit ? writeCursor(rows[limit - 1]!.cursor as string[]) : null,
    };
  });
}

/** How many matters a list has, counted however many they are. */
export async function countMatters(platform: Platform, viewer: Viewer, query: ListQuery): Promise<number> {
  const sql = await listSql(platform, viewer, query);
  return scoped(platform.pool, viewer.scope, async (client) => {
    const { rows } = await client.query(`select count(*)::int as n from matter_seen where ${whereOf(sql)}`, [
      ...sql.values,
    ]);
    return rows[0].n;
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
  const running = Object.fromEntries(Object.entries(record.clocks).filter(([, { outcome }]) => outcome === null));
  const clocks = clocksOf(platform, viewer, line, { ...record, clocks: running }, today);
  const action = primaryOf(viewer, line, record, today);
  const serves = action && !action.approval ? line.actions[action.action]?.due : undefined;
  const duty = asDuty ? clocks.find((clock) => clock.code === serves) : undefined;
  const data = cutData(record.data, cutFor(viewer, line, record));
  const clock =
    duty ?? clocks.find((one) => one.mine && !isOver(one)) ?? clocks.find((one) => !isOver(one)) ?? clocks[0] ?? null;
  return {
    id: record.id,
    line: record.line,
    number: record.number,
    receipt: record.receipt,
    title: record.title,
    state: record.state,
    organName: platform.directory.nameOf(record.organ),
    openedOn: record.openedOn,
    clock,
    starts:
      asDuty && !clock && action && !action.approval ? startedBy(platform, line, record, action.action, today) : null,
    columns: Object.fromEntries(line.list.columns.map((path) => [path, columnText(platform, line, data, path)])),
    handlers: record.people.map(platform.directory.nameOf),
    action,
  };
}

/** The first period that a step would start, as it stands today: whoever has no clock yet learns what begins with it. */
function startedBy(
  platform: Platform,
  line: Line,
  record: MatterRecord,
  action: string,
  today: PlainDate,
): MatterRow['starts'] {
  const $setting = settingsOn(line, platform.settings.lookupIn(record.region), today);
  const data = { ...record.data, $ruleSet: ruleSetAt(line, record, today), $setting };
  const code = line.actions[action]!.clocks?.start?.find((one) => {
    const { when } = line.clocks[one]!;
    return !when || holds(when, data);
  });
  if (code === undefined) return null;
  const { limit, basis } = limitOf(line.clocks[code]!, data);
  return { name: line.clocks[code]!.name, limit: limitText(limit), basis: shortBasisText(basis) };
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

/** Matters that are looked through for the organizations that occur, the latest first. */
const LOOKED_THROUGH = 2_000;

/** What a line's list may be narrowed by: choices from the definition, organizations as they occur in the latest matters. */
export async function filterChoices(platform: Platform, viewer: Viewer, line: Line): Promise<ListFilterChoice[]> {
  const { rows } = await scoped(platform.pool, viewer.scope, (client) =>
    client.query<{ ref: string }>(
      `select distinct unnest(refs) as ref from
         (select refs from matter_seen where line = $1 and scope && $2::text[] order by opened_on desc, id desc limit ${LOOKED_THROUGH}) m`,
      [line.code, scopeArgs(viewer.scope)[0]],
    ),
  );
  const occurring = (path: string) =>
    rows.flatMap(({ ref }) => (ref.startsWith(`${path}=`) ? [ref.slice(path.length + 1)] : []));
  return filterPaths(line).map((path) => {
    const spec = specAt(line.fields, path)!;
    const options =
      spec.kind === 'choice' || spec.kind === 'choices'
        ? Object.entries(spec.options).map(([value, label]) => ({ value, label }))
        : spec.kind === 'bool'
          ? [
              { value: 'true', label: '是' },
              { value: 'false', label: '否' },
            ]
          : occurring(path)
              .map((value) => ({ value, label: platform.directory.nameOf(value) }))
              .sort((a, b) => a.label.localeCompare(b.label, 'zh'));
    return { path, label: spec.label, options };
  });
}
