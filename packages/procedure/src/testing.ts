import { nationalCalendar } from '@fadu/calendar';
import { type JsonObject, plainDate, toInstant } from '@fadu/kernel';
import type { Actor } from './actor.js';
import type { Context, Decision, Decline } from './context.js';
import { decide } from './decide.js';
import { evolve } from './evolve.js';
import type { Line } from './line.js';
import type { Matter } from './matter.js';

/** For tests of lines: a matter walked through its actions on given days. */
export interface Walker {
  matter: Matter | undefined;
  /** Takes an action, which must succeed. */
  take(on: string, action: string, input?: JsonObject, more?: Attempt): Decision;
  /** Takes an action, which must be declined. */
  decline(on: string, action: string, input?: JsonObject, more?: Attempt): Decline;
}

interface Attempt {
  readonly actor?: Actor;
  readonly reasons?: Readonly<Record<string, string>>;
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
  const attempt = (walker: Walker, on: string, action: string, input: JsonObject, more: Attempt) => {
    const context: Context = {
      now: toInstant(new Date(`${plainDate(on)}T02:00:00Z`)),
      actor: more.actor ?? everyone(line),
      calendar: nationalCalendar,
      related: {},
      organShortName: '白政',
      serial: () => ++serial,
      ...(walker.matter ? {} : { opening: { id: 'm1', region: '220800', organ: ORGAN } }),
    };
    return decide(line, walker.matter, { action, input, ...(more.reasons && { reasons: more.reasons }) }, context);
  };
  return {
    matter: undefined,
    take(on, action, input = {}, more = {}) {
      const result = attempt(this, on, action, input, more);
      if (!result.ok) throw new Error(`${action}: ${JSON.stringify(result.error, null, 1)}`);
      for (const event of result.value.events) this.matter = evolve(this.matter, event);
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
