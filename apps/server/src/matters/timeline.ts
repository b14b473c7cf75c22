import type { JsonObject } from '@fadu/kernel';
import {
  basesOf,
  evolve,
  type Line,
  type Matter,
  type MatterEvent,
  printValue,
  ruleSetAt,
  templateOf,
} from '@fadu/procedure';
import type { TimelineEntry } from '@fadu/wire';
import { type Cut, isOwn, maySeeDocument, maySeeEvent } from './served.js';

export type SequencedEvent = MatterEvent & { readonly leaf: number | null };

/** Who did what and when, newest first; a correction tells what it replaced. */
export function timelineOf(
  line: Line,
  events: readonly SequencedEvent[],
  nameOf: (id: string) => string,
  cut: Cut | null = null,
): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  let matter: Matter | undefined;
  for (const event of events) {
    const before = matter?.data ?? {};
    // A part of the events, as after a conflict, has no beginning to fold from.
    if (matter || event.opening) matter = evolve(matter, event);
    if (!maySeeEvent(line, event, cut)) continue;
    const action = line.actions[event.action];
    const own = !cut || isOwn(event, cut);
    entries.push({
      seq: event.seq,
      at: event.at,
      on: event.on,
      actor: event.actor,
      postName: event.actor.post ? (line.posts[event.actor.post] ?? event.actor.post) : null,
      kind: event.kind,
      action: event.action,
      name: nameOfEvent(event, action?.name),
      documents: event.documents
        .filter((document) => maySeeDocument(line, document.template, cut !== null && isOwn(event, cut), cut))
        .map((document) => ({
          id: document.id ?? null,
          name: templateOf(line, document.template)?.name ?? document.template,
        })),
      basis: action ? basesOf(action.basis, matter && ruleSetAt(line, matter, event.on)) : [],
      reasons: own ? event.reasons : {},
      corrected: event.kind === 'corrected' ? corrected(line, event, before, nameOf) : [],
      changed: own ? changed(line, event, nameOf) : [],
      leaf: event.leaf,
    });
  }
  return entries.reverse();
}

function corrected(
  line: Line,
  event: MatterEvent,
  before: JsonObject,
  nameOf: (id: string) => string,
): TimelineEntry['corrected'] {
  const { corrects = [] } = event;
  const told = (key: string) => {
    const spec = line.fields[key];
    const words = (data: JsonObject) => printValue(spec, data[key], nameOf) || '未填';
    return {
      derived: !corrects.includes(key),
      label: spec?.label ?? key,
      before: words(before),
      after: words(event.set),
    };
  };
  return [...corrects, ...Object.keys(event.set).filter((key) => !corrects.includes(key))].map(told);
}

/** What a step set, in words: single values only, long ones cut short. */
const changed = (line: Line, event: MatterEvent, nameOf: (id: string) => string): TimelineEntry['changed'] =>
  Object.entries(event.set).flatMap(([key, value]) => {
    const spec = line.fields[key];
    if (!spec || spec.kind === 'group' || spec.kind === 'list' || spec.kind === 'files') return [];
    const text = printValue(spec, value, nameOf);
    return text === '' ? [] : [{ label: spec.label, value: text.length > 60 ? `${text.slice(0, 60)}……` : text }];
  });

function nameOfEvent(event: MatterEvent, action: string | undefined): string {
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
    case 'served':
      return '送达';
    case 'serviceVoided':
      return '确认送达无效';
    case 'settled':
      return '核对';
    case 'replaced':
      return '更正文书';
    case 'withdrawn':
      return '撤回文书';
  }
}
