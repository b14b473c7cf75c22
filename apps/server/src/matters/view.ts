import { dayOf, type Json, type PlainDate, toInstant } from '@fadu/kernel';
import {
  type Actor,
  basesOf,
  decide,
  type Fields,
  holds,
  isRunning,
  type Line,
  type MatterEvent,
  postFor,
  valueAt,
} from '@fadu/procedure';
import type { ActionView, ClockView, DocumentView, MatterView, TimelineEntry } from '@fadu/wire';
import type { Scope } from '../access/scope.js';
import { scoped } from '../storage/scoped.js';
import { viewClock } from './clock-view.js';
import type { Platform } from './execute.js';
import { isDuty, type MatterRecord } from './projection.js';

export interface Viewer {
  readonly actor: Actor;
  readonly scope: Scope;
}

/** What one viewer may see of a matter: the organ's people see all; a participant what the line serves on it. */
export async function viewMatter(platform: Platform, viewer: Viewer, record: MatterRecord): Promise<MatterView> {
  const line = platform.lineOf(record.line)!;
  const today = dayOf(platform.now());
  const { events, documents, links } = await readRecords(platform, viewer.scope, record);
  const timeline = timelineOf(line, events);
  return {
    id: record.id,
    line: record.line,
    number: record.number,
    receipt: record.receipt,
    title: record.title,
    state: record.state,
    organ: { id: record.organ, name: platform.directory.nameOf(record.organ) },
    revision: record.revision,
    ruleSet: {
      code: record.ruleSet,
      name: line.ruleSets.find((rules) => rules.code === record.ruleSet)?.name ?? record.ruleSet,
    },
    flags: record.flags,
    data: record.data,
    names: await namesIn(platform, viewer.scope, line, record),
    assignees: record.assignees,
    openedOn: record.openedOn,
    closedOn: record.closedOn,
    clocks: clocksOf(platform, viewer, line, record, today),
    actions: actionsOf(platform, viewer, line, record),
    pending: record.pending && {
      action: record.pending.action,
      name: line.actions[record.pending.action]?.name ?? record.pending.action,
      by: record.pending.by,
      at: record.pending.at,
      input: record.pending.input,
      mayApprove:
        postFor(line.actions[record.pending.action]?.approvedBy ?? [], viewer.actor, record.organ, record) !==
        undefined,
    },
    documents,
    timeline,
    links,
  };
}

export function clocksOf(
  platform: Platform,
  viewer: Viewer,
  line: Line,
  record: MatterRecord,
  today: PlainDate,
): ClockView[] {
  const orgs = viewer.actor.kind === 'official' ? viewer.actor.posts.map((post) => post.org) : [];
  const mine = (holder: string) =>
    viewer.actor.kind === 'party'
      ? holder === 'party'
      : holder === 'organ'
        ? orgs.includes(record.organ)
        : holder.startsWith('@') && orgs.includes(String(valueAt(record.data, holder.slice(1))));
  return Object.values(record.clocks)
    .filter((state) => line.clocks[state.code])
    .map((state) => viewClock(line, record, state, today, platform.calendar(), mine))
    .sort((a, b) => Number(a.outcome !== null) - Number(b.outcome !== null) || a.legalDue.localeCompare(b.legalDue));
}

/** Actions of the present state, and whether this viewer may take them; guards that need no form are asked already. */
function actionsOf(platform: Platform, viewer: Viewer, line: Line, record: MatterRecord): ActionView[] {
  const views: ActionView[] = [];
  let primaryTaken = false;
  const entries = Object.entries(line.actions).filter(
    ([, action]) =>
      action.from?.includes(record.state) &&
      (!action.when || holds(action.when, record.data)) &&
      !action.by.every((rule) => rule === 'clock' || rule === 'message'),
  );
  // Duties first, by their clock's last day.
  const dueOf = (clock: string | undefined) =>
    clock && isRunning(record.clocks[clock]) ? record.clocks[clock].legalDue : '9999';
  entries.sort(
    ([, a], [, b]) => Number(isDuty(b, record)) - Number(isDuty(a, record)) || dueOf(a.due).localeCompare(dueOf(b.due)),
  );
  for (const [key, action] of entries) {
    const base = {
      action: key,
      name: action.name,
      basis: basesOf(action.basis),
      due: action.due && isRunning(record.clocks[action.due]) ? record.clocks[action.due]!.legalDue : null,
    };
    const post = postFor(action.by, viewer.actor, record.organ, record);
    const approver =
      action.approvedBy && !postFor(action.approvedBy, viewer.actor, record.organ, record)
        ? (line.posts[action.approvedBy[0]!.split('@')[0]!] ?? null)
        : null;
    if (!post) {
      const who = action.by
        .map((rule) => (rule === 'party' ? '申请人' : line.posts[rule.split('@')[0]!]))
        .filter((name) => name !== undefined);
      views.push({
        ...base,
        status: 'others',
        note: [...new Set(who)].join('、') || null,
        approver: null,
        primary: false,
      });
      continue;
    }
    const why = record.pending
      ? `“${line.actions[record.pending.action]?.name ?? ''}”正在报批`
      : formless(platform, viewer, line, record, key);
    if (why) {
      views.push({ ...base, status: 'impossible', note: why, approver, primary: false });
      continue;
    }
    const primary: boolean = !primaryTaken && isDuty(action, record) && action.grave !== true;
    primaryTaken = primaryTaken || primary;
    views.push({ ...base, status: 'possible', note: null, approver, primary });
  }
  return views;
}

/** A refusal that no form could change: the law or the record forbids it as things stand. */
function formless(platform: Platform, viewer: Viewer, line: Line, record: MatterRecord, key: string): string | null {
  const action = line.actions[key]!;
  if ((action.form?.length ?? 0) > 0 || action.record) return null;
  const decided = decide(
    line,
    record,
    { action: key, input: {} },
    {
      now: toInstant(platform.now()),
      actor: viewer.actor,
      calendar: platform.calendar(),
      related: {},
      organShortName: '',
      serial: () => 0,
    },
  );
  return decided.ok ? null : (decided.error.refusals[0]?.message ?? null);
}

export function timelineOf(line: Line, events: readonly (MatterEvent & { leaf: number | null })[]): TimelineEntry[] {
  return events
    .map((event): TimelineEntry => {
      const action = line.actions[event.action];
      return {
        seq: event.seq,
        at: event.at,
        on: event.on,
        actor: event.actor,
        postName: event.actor.post ? (line.posts[event.actor.post] ?? event.actor.post) : null,
        kind: event.kind,
        action: event.action,
        name: nameOf(event, action?.name),
        documents: event.documents.map((document) => line.documents[document.template]?.name ?? document.template),
        basis: action ? basesOf(action.basis) : [],
        reasons: event.reasons,
        leaf: event.leaf,
      };
    })
    .reverse();
}

function nameOf(event: MatterEvent, action: string | undefined): string {
  switch (event.kind) {
    case 'opened':
    case 'acted':
      return action ?? event.action;
    case 'requested':
      return `提请${action ?? event.action}`;
    case 'returned':
      return `退回${action ?? event.action}`;
    case 'reassigned':
      return '转办';
    case 'corrected':
      return '更正记录';
    case 'recounted':
      return '重算期限';
  }
}

export async function readRecords(
  platform: Platform,
  scope: Scope,
  record: Pick<MatterRecord, 'region' | 'id' | 'data' | 'line'>,
): Promise<{
  events: (MatterEvent & { leaf: number | null })[];
  documents: DocumentView[];
  links: MatterView['links'];
}> {
  return scoped(platform.pool, scope, async (client) => {
    const events = await client.query(
      'select e.body, l.seq as leaf from event e left join leaf l on l.region = e.region and l.matter = e.matter and l.event_seq = e.seq where e.region = $1 and e.matter = $2 order by e.seq',
      [record.region, record.id],
    );
    const documents = await client.query(
      'select id, template, name, number, issued_on as "issuedOn", code, digest, state from document where region = $1 and matter = $2 order by event_seq desc, id desc',
      [record.region, record.id],
    );
    const linked = linkedIds(platform.lineOf(record.line)!.fields, record.data);
    const links = await client.query('select id, line, number, title from matter where id = any($1::uuid[])', [linked]);
    return {
      events: events.rows.map((row) => ({ ...row.body, leaf: row.leaf === null ? null : Number(row.leaf) })),
      documents: documents.rows,
      links: links.rows.map((row) => ({ ...row, lineName: platform.lineOf(row.line)?.name ?? row.line })),
    };
  });
}

const linkedIds = (fields: Fields, data: MatterRecord['data']): string[] =>
  Object.entries(fields).flatMap(([key, spec]) =>
    spec.kind === 'matter' && typeof data[key] === 'string' ? [data[key] as string] : [],
  );

/** Names of what the data refers to by id: organizations and people from the directory, files from their rows. */
async function namesIn(
  platform: Platform,
  scope: Scope,
  line: Line,
  record: MatterRecord,
): Promise<Record<string, string>> {
  const ids = new Set<string>(Object.values(record.assignees).flat());
  const files = new Set<string>();
  const walk = (fields: Fields, data: Readonly<Record<string, Json>>): void => {
    for (const [key, spec] of Object.entries(fields)) {
      const value = data[key];
      if (value === undefined || value === null) continue;
      if (spec.kind === 'organization') ids.add(String(value));
      else if (spec.kind === 'persons') for (const one of value as string[]) ids.add(one);
      else if (spec.kind === 'files') for (const one of value as string[]) files.add(one);
      else if (spec.kind === 'group') walk(spec.of, value as Record<string, Json>);
      else if (spec.kind === 'list') for (const item of value as Record<string, Json>[]) walk(spec.of, item);
    }
  };
  walk(line.fields, record.data);
  const names: Record<string, string> = Object.fromEntries([...ids].map((id) => [id, platform.directory.nameOf(id)]));
  if (files.size > 0) {
    const { rows } = await scoped(platform.pool, scope, (client) =>
      client.query('select id, name from file where id = any($1::uuid[])', [[...files]]),
    );
    for (const row of rows) names[row.id] = row.name;
  }
  return names;
}
