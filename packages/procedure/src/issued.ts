import type { JsonObject, PlainDate } from '@fadu/kernel';
import type { Line, ServiceTarget } from './line.js';
import type { MatterEvent } from './matter.js';
import { recipientsOf, type ServiceRecord } from './service.js';

/** A document of a matter as it stands: the fold of the events that issued, served, replaced or withdrew it. */
export interface DocumentState {
  readonly id: string;
  readonly template: string;
  readonly number: string | null;
  readonly code: string;
  readonly issuedOn: PlainDate;
  /** `served`: on everybody it is addressed to. */
  readonly state: 'issued' | 'served' | 'withdrawn';
  /** Services that hold. */
  readonly services: readonly ServiceRecord[];
  /** Services later found invalid. */
  readonly voided: readonly ServiceRecord[];
  /** The document that replaced it (更正). */
  readonly successor: string | null;
  readonly withdrawnFor: string | null;
}

/** @param data the matter's fields now: who has to be served may have changed since. */
export function documentsOf(line: Line, events: Iterable<MatterEvent>, data: JsonObject): DocumentState[] {
  const documents = new Map<string, DocumentState>();
  const change = (id: string, by: (before: DocumentState) => Partial<DocumentState>) => {
    const before = documents.get(id);
    if (before) documents.set(id, { ...before, ...by(before) });
  };
  for (const event of events) {
    for (const { id, code, template, number, replaces } of event.documents) {
      if (id === undefined || code === undefined) continue;
      documents.set(id, {
        ...{ id, code, template, number, issuedOn: event.on, state: 'issued' as const, services: [], voided: [] },
        successor: null,
        withdrawnFor: null,
      });
      if (replaces) change(replaces.document, () => ({ state: 'withdrawn', successor: id }));
    }
    const { service, voids, withdraws } = event;
    if (service) change(service.document, (before) => ({ services: [...before.services, service] }));
    if (voids)
      change(voids.document, (before) => ({
        services: before.services.filter((one) => one.id !== voids.service),
        voided: [...before.voided, ...before.services.filter((one) => one.id === voids.service)],
      }));
    if (withdraws) change(withdraws.document, () => ({ state: 'withdrawn', withdrawnFor: withdraws.reason }));
  }
  return [...documents.values()].map((document) => ({
    ...document,
    state: document.state === 'withdrawn' ? 'withdrawn' : isServed(line, document, data) ? 'served' : 'issued',
  }));
}

/** The step that registered a service for all whom the target names, instead of a card for each; undefined when none did. */
export function registeredBy(
  document: Pick<DocumentState, 'id'>,
  { takes, alsoBy = [] }: ServiceTarget,
  events: readonly MatterEvent[],
): MatterEvent | undefined {
  const issued = events.findIndex((event) => event.documents.some(({ id }) => id === document.id));
  const steps = new Set([...(takes === undefined ? [] : [takes]), ...alsoBy]);
  return events
    .slice(issued + 1)
    .find(({ kind, action, service }) => kind === 'acted' && !service && steps.has(action));
}

function isServed(line: Line, document: DocumentState, data: JsonObject): boolean {
  const recipients = recipientsOf(line, document.template, data);
  return (
    recipients.length > 0 && recipients.every(({ path }) => document.services.some((one) => one.recipient === path))
  );
}
