import { dayOf, type LegalBasis } from '@fadu/kernel';
import {
  applies,
  type DocumentState,
  documentsOf,
  holds,
  isServedOn,
  type Line,
  limitOf,
  type MatterEvent,
  postFor,
  printValue,
  registeredBy,
  specAt,
  valueAt,
  withText,
} from '@fadu/procedure';
import type { Advice, ClockExplanation, NextStep, PublicMatter } from '@fadu/wire';
import type { Scope } from '../access/scope.js';
import { explainClock } from './clock-view.js';
import type { Platform } from './execute.js';
import type { MatterRecord } from './projection.js';
import { clocksOf, readRecords } from './view.js';

export const adviceOf = ({ text, basis }: { readonly text: string; readonly basis?: LegalBasis }): Advice => ({
  text,
  basis: basis ? withText(basis) : null,
});

/** The counting without the organ's internal day, which binds nobody outside. */
export const forPublic = (how: ClockExplanation): ClockExplanation => ({
  ...how,
  steps: how.steps.filter((step) => !step.text.startsWith('内控日')),
});

/** What the line says comes next; a clock that has ended, or has not begun, gives no day. */
export const nextSteps = (line: Line, matter: Pick<MatterRecord, 'clocks'>): NextStep[] =>
  line.publicView!.next.map(({ text, clock }) => {
    const state = clock === undefined ? undefined : matter.clocks[clock];
    return { text, clock: clock ?? null, due: state && state.outcome === null ? state.legalDue : null };
  });

/** A matter as its applicant sees it. Knows nothing of any one line: everything comes from the line's public view. */
export async function publicMatter(platform: Platform, scope: Scope, record: MatterRecord): Promise<PublicMatter> {
  const line = platform.lineOf(record.line)!;
  const view = line.publicView!;
  const today = dayOf(platform.now());
  const viewer = { actor: { kind: 'party' as const, matter: record.id }, scope };
  const { events, documents } = await readRecords(platform, scope, record);
  const given = new Set(
    documentsOf(line, events, record.data)
      .filter((document) => isGivenToParty(line, document, events))
      .map(({ id }) => id),
  );
  const state = line.states[record.state]!;
  const ended = state.tone === 'ended';
  const next = nextSteps(line, record).filter((step) => step.due !== null);
  const open =
    view.remedy?.states.includes(record.state) && (!view.remedy.when || holds(view.remedy.when, record.data));
  const remedy = open ? view.remedy : undefined;
  const concerning = new Set([...next.map((step) => step.clock), remedy?.clock]);
  return {
    receipt: record.receipt,
    number: record.number,
    line: record.line,
    lineName: line.name,
    organName: platform.directory.nameOf(record.organ),
    organPhone: platform.directory.findOrg(record.organ)?.phone ?? null,
    state: record.state,
    stateText: state.publicText ?? state.name,
    ended,
    paused: state.tone === 'stopped',
    today,
    shows: view.shows.flatMap((path) => {
      const value = printValue(specAt(line.fields, path), valueAt(record.data, path), platform.directory.nameOf);
      return value === '' ? [] : [{ label: specAt(line.fields, path)?.label ?? path, value }];
    }),
    clocks: clocksOf(platform, viewer, line, record, today)
      .filter((clock) => clock.outcome === null && (clock.holder === 'party' || concerning.has(clock.code)))
      .map((clock) => ({
        ...clock,
        how: forPublic(explainClock(line, record, clock, platform.calendar(), today)),
      })),
    timeline: events
      .flatMap((event) => {
        const text =
          event.kind === 'acted' || event.kind === 'opened' ? line.actions[event.action]?.publicText : undefined;
        return text ? [{ on: event.on, text }] : [];
      })
      .reverse(),
    documents: documents
      .filter(({ id }) => given.has(id))
      .map(({ id, name, number, issuedOn, code }) => ({ id, name, number, issuedOn, code })),
    duties: dutiesOf(platform, line, record),
    actions: Object.entries(line.actions)
      .filter(
        ([, action]) =>
          action.from?.includes(record.state) &&
          applies(line, action, record, today) &&
          postFor(action.by, viewer.actor, record.organ, record)?.kind === 'party',
      )
      .map(([action, { name, partyHint, grave }]) => ({
        action,
        name,
        hint: partyHint ?? null,
        grave: grave ?? false,
      })),
    next,
    silence: !ended && !remedy && view.silence ? adviceOf(view.silence) : null,
    remedy: remedy
      ? {
          text: remedy.text,
          due: record.clocks[remedy.clock]?.legalDue ?? null,
          term: termOf(line, record, remedy.clock),
          steps: (remedy.steps ?? []).filter(({ when }) => !when || holds(when, record.data)).map(adviceOf),
          past: remedy.past ? adviceOf(remedy.past) : null,
        }
      : null,
  };
}

/**
 * Whether the applicant has a paper: what is not served is given at once; what is served, from the service on the list it is
 * addressed to first. Until then it has no effect on the party, and a period that runs from it must not seem to have begun.
 */
function isGivenToParty(line: Line, document: DocumentState, events: readonly MatterEvent[]): boolean {
  const { toParty, serve = [] } = line.documents[document.template] ?? {};
  const [first] = serve;
  if (toParty !== true || document.state === 'withdrawn') return false;
  if (!first || document.services.some(({ recipient }) => isServedOn(recipient, first.to))) return true;
  return registeredBy(document, first, events) !== undefined;
}

const UNITS = { workday: '个工作日', day: '日', month: '个月', year: '年', hour: '小时' } as const;

const limitIn = (line: Line, record: MatterRecord, code: string) =>
  limitOf(line.clocks[code]!, {
    ...record.data,
    $ruleSet: record.ruleSet,
    $setting: record.clocks[code]?.settings ?? {},
  });

/** From when and how long, without a day: 自收到补正通知之日起10个工作日内. */
function termOf(line: Line, record: MatterRecord, code: string): string {
  const { limit } = limitIn(line, record, code);
  return `自${line.clocks[code]!.event.replace('，', '')}之日起${limit.amount}${UNITS[limit.unit]}内`;
}

function dutiesOf(platform: Platform, line: Line, record: MatterRecord): PublicMatter['duties'] {
  return (line.publicView!.duties ?? [])
    .filter((duty) => duty.states.includes(record.state))
    .map((duty) => {
      const { basis } = limitIn(line, record, duty.clock);
      return {
        text: duty.text,
        detail: duty.shows === undefined ? null : lastText(platform, line, record, duty.shows),
        action: duty.action,
        clock: duty.clock,
        due: record.clocks[duty.clock]?.legalDue ?? null,
        term: termOf(line, record, duty.clock),
        basis: withText(basis),
      };
    });
}

/** The value at a path; where the path enters a list, of its last item. */
function lastText(platform: Platform, line: Line, record: MatterRecord, path: string): string | null {
  const [head = '', ...rest] = path.split('.');
  const list = record.data[head];
  const value = Array.isArray(list)
    ? valueAt((list.at(-1) ?? {}) as typeof record.data, rest.join('.'))
    : valueAt(record.data, path);
  return printValue(specAt(line.fields, path), value, platform.directory.nameOf) || null;
}
