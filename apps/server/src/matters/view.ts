import { dayOf, type Json, type PlainDate } from '@fadu/kernel';
import {
  type Actor,
  basesOf,
  type Fields,
  flagWords,
  headsOf,
  type Line,
  openFlags,
  participantOrgs,
  postFor,
  ruleSetAt,
} from '@fadu/procedure';
import type { ClockView, MatterView } from '@fadu/wire';
import type { Scope } from '../access/scope.js';
import { scoped } from '../storage/scoped.js';
import { actionsOf } from './action-views.js';
import { viewClock } from './clock-view.js';
import { type DocumentRow, documentViews } from './document-views.js';
import type { Platform } from './execute.js';
import { otherwiseOf, whyAsked } from './pending-words.js';
import type { MatterRecord } from './projection.js';
import { type Cut, cutData, cutFor, isOwn, isUnder, maySeeDocument } from './served.js';
import { type SequencedEvent, timelineOf } from './timeline.js';
import { undeliveredIn } from './undelivered.js';

export interface Viewer {
  readonly actor: Actor;
  readonly scope: Scope;
}

/** What one viewer may see of a matter: the organ's people see all; a participant what the line serves on it. */
export async function viewMatter(platform: Platform, viewer: Viewer, record: MatterRecord): Promise<MatterView> {
  const line = platform.lineOf(record.line)!;
  const today = dayOf(platform.now());
  const person = viewer.actor.kind === 'official' ? viewer.actor.person : null;
  const { events, documents, links, undelivered, followed } = await readRecords(platform, viewer.scope, record, person);
  const cut = cutFor(viewer, line, record);
  const data = cutData(record.data, cut);
  const mayDo = (posts: readonly string[]) => postFor(posts, viewer.actor, record.organ, record) !== undefined;
  const shownDocuments = documents.filter((document) =>
    maySeeDocument(line, document.template, madeBy(events, document.id, cut), cut),
  );
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
    ruleSetNow: ruleSetAt(line, record, today),
    flags: cut ? [] : openFlags(record.flags).map((flag) => ({ flag, words: flagWords(line, flag) })),
    data,
    names: await namesIn(platform, viewer.scope, line, { ...record, data }),
    assignees: record.assignees,
    openedOn: record.openedOn,
    closedOn: record.closedOn,
    clocks: clocksOf(platform, viewer, line, record, today).filter((clock) => !cut || clock.mine),
    actions: actionsOf(platform, viewer, line, record).filter((action) => !cut || action.status !== 'others'),
    pending:
      record.pending && !cut
        ? {
            action: record.pending.action,
            name: line.actions[record.pending.action]?.name ?? record.pending.action,
            by: record.pending.by,
            at: record.pending.at,
            input: record.pending.input,
            mayApprove: mayDo(line.actions[record.pending.action]?.approvedBy ?? []),
            basis: basesOf(line.actions[record.pending.action]?.basis ?? [], ruleSetAt(line, record, today)),
            reasons: record.pending.reasons,
            why: whyAsked(line, record, today),
            otherwise: otherwiseOf(line, record, today),
          }
        : null,
    followed,
    undelivered: cut ? [] : undelivered,
    served: cut !== null,
    mayReassign: mayDo(headsOf(line)),
    mayCorrect: mayDo([...headsOf(line), 'handler']),
    documents: documentViews(line, { ...record, data }, viewer, shownDocuments, events, platform.directory.nameOf),
    timeline: timelineOf(line, events, platform.directory.nameOf, cut),
    links: cut ? [] : links,
  };
}

const madeBy = (events: readonly SequencedEvent[], document: string, cut: Cut | null): boolean =>
  cut !== null && events.some((event) => isOwn(event, cut) && event.documents.some((one) => one.id === document));

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
        ? orgs.includes(record.organ) || viewer.scope.paths.some((path) => isUnder(record.path, path))
        : holder.startsWith('@') && participantOrgs(record.data, holder.slice(1)).some((org) => orgs.includes(org));
  return Object.values(record.clocks)
    .filter((state) => line.clocks[state.code])
    .map((state) => viewClock(line, record, state, today, platform.calendar(), mine))
    .sort((a, b) => Number(a.outcome !== null) - Number(b.outcome !== null) || a.legalDue.localeCompare(b.legalDue));
}

export async function readRecords(
  platform: Platform,
  scope: Scope,
  record: Pick<MatterRecord, 'region' | 'id' | 'data' | 'line'>,
  person: string | null = null,
): Promise<{
  followed: boolean;
  events: SequencedEvent[];
  documents: DocumentRow[];
  links: MatterView['links'];
  undelivered: MatterView['undelivered'];
}> {
  const { region, id } = record;
  const linked = linkedIds(platform.lineOf(record.line)!.fields, record.data);
  return scoped(platform.pool, scope, async (client) => {
    // Sent one behind the other, answered together.
    const [events, documents, links, followed, undelivered] = await Promise.all([
      client.query({
        name: 'fadu_view_events',
        text: 'select e.body, l.seq as leaf from event e left join leaf l on l.region = e.region and l.matter = e.matter and l.event_seq = e.seq where e.region = $1 and e.matter = $2 order by e.seq',
        values: [region, id],
      }),
      client.query({
        name: 'fadu_view_documents',
        text: 'select id, template, name, number, issued_on as "issuedOn", code, digest, state from document where region = $1 and matter = $2 order by event_seq desc, id desc',
        values: [region, id],
      }),
      client.query({
        name: 'fadu_view_links',
        text: 'select id, line, number, title from matter where id = any($1::uuid[])',
        values: [linked],
      }),
      client.query({
        name: 'fadu_view_followed',
        text: 'select 1 from follow where region = $1 and matter = $2 and person = $3',
        values: [region, id, person],
      }),
      undeliveredIn(client, platform, { matter: id }),
    ]);
    return {
      events: events.rows.map((row) => ({ ...row.body, leaf: row.leaf === null ? null : Number(row.leaf) })),
      documents: documents.rows,
      links: links.rows.map((row) => ({ ...row, lineName: platform.lineOf(row.line)?.name ?? row.line })),
      followed: followed.rows.length > 0,
      undelivered,
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
