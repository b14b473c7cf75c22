import type { JsonObject } from '@fadu/kernel';
import { isServedOn, type Line, type MatterEvent, participantOrgs } from '@fadu/procedure';
import type { MatterRecord } from './projection.js';
import type { Viewer } from './view.js';

/** What a participant may see of a matter: these fields, and what was addressed to it. */
export interface Cut {
  readonly orgs: readonly string[];
  readonly participants: readonly string[];
  readonly fields: ReadonlySet<string>;
}

/** Whether an organization's path is this one or below it. */
export const isUnder = (path: string, above: string): boolean => path === above || path.startsWith(`${above}.`);

/**
 * The cut for this viewer; null when the viewer sits with the organ, above it, or with a participant from whom nothing
 * is kept. Whether the viewer sees the matter at all has been decided by row security.
 */
export function cutFor(viewer: Viewer, line: Line, record: Pick<MatterRecord, 'organ' | 'path' | 'data'>): Cut | null {
  const { orgs, paths } = viewer.scope;
  if (viewer.actor.kind !== 'official' || orgs.includes(record.organ)) return null;
  if (paths.some((path) => isUnder(record.path, path))) return null;
  const own = (field: string) => participantOrgs(record.data, field).filter((org) => orgs.includes(org));
  const participants = (line.participants ?? []).filter((field) => own(field).length > 0);
  if (participants.length === 0 || participants.some((field) => !line.served?.[field])) return null;
  return {
    orgs: participants.flatMap(own),
    participants,
    fields: new Set(participants.flatMap((field) => line.served![field]!.fields)),
  };
}

export const cutData = (data: JsonObject, cut: Cut | null): JsonObject =>
  cut ? Object.fromEntries(Object.entries(data).filter(([key]) => cut.fields.has(key))) : data;

export const isOwn = (event: Pick<MatterEvent, 'actor'>, cut: Cut): boolean =>
  event.actor.org !== undefined && cut.orgs.includes(event.actor.org);

/** Documents given to the participant or served on it, or made by it. */
export function maySeeDocument(line: Line, template: string, own: boolean, cut: Cut | null): boolean {
  if (!cut || own) return true;
  const { toParticipant, serve = [] } = line.documents[template] ?? {};
  return [toParticipant, ...serve.map((target) => target.to)].some(
    (to) => to !== undefined && cut.participants.some((participant) => isServedOn(participant, to)),
  );
}

/** Steps the parties are told of, steps that gave the participant a document, and its own. */
export const maySeeEvent = (line: Line, event: MatterEvent, cut: Cut | null): boolean =>
  !cut ||
  isOwn(event, cut) ||
  ((event.kind === 'acted' || event.kind === 'opened') &&
    (line.actions[event.action]?.publicText !== undefined ||
      event.documents.some((document) => maySeeDocument(line, document.template, false, cut))));
