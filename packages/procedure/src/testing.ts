import { nationalCalendar } from '@fadu/calendar';
import { type JsonObject, plainDate, toInstant } from '@fadu/kernel';
import type { Actor } from './actor.js';
import type { Context, Decision, Decline } from './context.js';
import { decide } from './decide.js';
import { evolve } from './evolve.js';
import type { Line } from './line.js';
import type { Matter, MatterEvent } from './matter.js';
import type { SettingValue } from './setting.js';

/** For tests of lines: a matter walked through its actions on given days. */
export interface Walker {
  matter: Matter | undefined;
  /** The record so far; documents have the ids d1, d2 … in the order of their issue. */
  events: MatterEvent[];
  /** Takes an action, which must succeed. */
  take(on: string, action: string, input?: JsonObject, more?: Attempt): Decision;
  /** Takes an action, which must be declined. */
  decline(on: string, action: string, input?: JsonObject, more?: Attempt): Decline;
}

interface Attempt {
  readonly actor?: Actor;
  readonly reasons?: Readonly<Record<string, string>>;
  readonly related?: Context['related'];
  /** Recorded qualifications of everybody; by default all the line knows. */
  readonly qualifications?: readonly string[];
  /** Values settled by the region, by code; the defaults otherwise. */
  readonly settings?: Readonly<Record<string, SettingValue>>;
}

const ORGAN = 'gov';
const AGENCY = 'bureau';

/** Holds every post of the line, at the organ and at the participant. */
const everyone = (line: Line): Actor => ({
  kind: 'official',
  person: 'p1',
  name: '周样例',
  posts: Object.keys(line.posts).flatMap((post) => [
    { post, org: ORGAN },
    { post, org: AGENCY },
  ]),
});

export function walk(line: Line): Walker {
  let serial = 0;
  let issued = 0;
  const attempt = (walker: Walker, on: string, action: string, input: JsonObject, more: Attempt) => {
    const context: Context = {
      now: toInstant(new Date(`${plainDate(on)}T02:00:00Z`)),
      actor: more.actor ?? everyone(line),
      calendar: nationalCalendar,
      related: more.related ?? {},
      person: (id) => ({
        name: id,
        qualifications: more.qualifications ?? Object.keys(line.qualifications?.kinds ?? {}),
      }),
      settings: (code) => more.settings?.[code],
      organShortName: '白政',
      events: walker.events,
      serial: () => ++serial,
      ...(walker.matter ? {} : { opening: { id: 'm1', region: '220800', organ: ORGAN } }),
    };
    return decide(line, walker.matter, { action, input, ...(more.reasons && { reasons: more.reasons }) }, context);
  };
  return {
    matter: undefined,
    events: [],
    take(on, action, input = {}, more = {}) {
      const result = attempt(this, on, action, input, more);
      if (!result.ok) throw new Error(`${action}: ${JSON.stringify(result.error, null, 1)}`);
      for (const event of result.value.events) {
        this.matter = evolve(this.matter, event);
        const documents = event.documents.map((one) => {
          issued += 1;
          return { ...one, id: `d${issued}`, code: `FD-AAAA-${String(issued).padStart(4, '2')}` };
        });
        this.events.push({ ...event, documents });
      }
      return result.value;
    },
    decline(on, action, input = {}, more = {}) {
      const result = attempt(this, on, action, input, more);
      if (result.ok) throw new Error(`${action} was not declined`);
      return result.error;
    },
  };
}

export const codesOf = (decline: Decline): string[] =>
  [...decline.refusals, ...decline.needsReason].map((one) => one.code);

/** Every refusal code the guards of a line may answer with. */
export const guardCodes = (line: Line): string[] =>
  [
    ...new Set(Object.values(line.actions).flatMap((action) => (action.guards ?? []).map((guard) => guard.code))),
  ].sort();
