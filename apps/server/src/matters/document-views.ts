import type { JsonObject } from '@fadu/kernel';
import {
  type DocumentState,
  documentsOf,
  headsOf,
  type Line,
  type MatterEvent,
  postFor,
  recipientName,
  recipientsOf,
  registeredBy,
  type ServiceRecord,
  serversOf,
  serviceMethods,
} from '@fadu/procedure';
import type { DocumentView, ServiceView } from '@fadu/wire';
import type { MatterRecord } from './projection.js';
import type { Viewer } from './view.js';

/** A document row as the table holds it. */
export type DocumentRow = Pick<
  DocumentView,
  'id' | 'template' | 'name' | 'number' | 'issuedOn' | 'code' | 'digest' | 'state'
>;

/** Documents as cards: on whom served and how, and what this viewer may do with each. */
export function documentViews(
  line: Line,
  record: MatterRecord,
  viewer: Viewer,
  rows: readonly DocumentRow[],
  events: readonly MatterEvent[],
  nameOf: (id: string) => string,
): DocumentView[] {
  const states = new Map(documentsOf(line, events, record.data).map((one) => [one.id, one]));
  const may = (posts: readonly string[]) => postFor(posts, viewer.actor, record.organ, record) !== undefined;
  const [serves, leads] = [may(serversOf(line)), may(headsOf(line))];
  return rows.map((row) => {
    const state = states.get(row.id);
    const recipients = recipientsOf(line, row.template, record.data).map(({ path, target }) => {
      const service = viewOf(state?.services.find((one) => one.recipient === path));
      const step = service === null ? registeredBy(row, target, events) : undefined;
      const name = step && line.actions[step.action]?.name;
      return {
        recipient: path,
        name: recipientName(record.data, path, nameOf),
        service,
        registered: step && name !== undefined ? { on: step.on, name } : null,
      };
    });
    const stands = row.state !== 'withdrawn' && record.pending === null;
    return {
      ...row,
      recipients,
      voided: (state?.voided ?? []).map((one) => ({
        ...viewOf(one)!,
        name: recipientName(record.data, one.recipient, nameOf),
      })),
      replacedBy: codeOf(states, state?.successor ?? null),
      withdrawnFor: state?.withdrawnFor ?? null,
      mayServe:
        serves && stands && recipients.some(({ service, registered }) => service === null && registered === null),
      mayVoidService: serves && recipients.some(({ service }) => service !== null),
      mayCorrect: leads && stands,
      mayWithdraw: leads && stands && (state?.services.length ?? 0) === 0,
    };
  });
}

const codeOf = (states: ReadonlyMap<string, DocumentState>, id: string | null): string | null =>
  id === null ? null : (states.get(id)?.code ?? null);

const viewOf = (service: ServiceRecord | undefined): ServiceView | null =>
  service
    ? {
        id: service.id,
        method: service.method,
        methodName: serviceMethods[service.method].name,
        servedOn: service.servedOn,
        form: service.form as JsonObject,
      }
    : null;
