import type { WorkCalendar } from '@fadu/calendar';
import { type JsonObject, type PlainDate, type Refusal, refusal, shortBasesText } from '@fadu/kernel';
import type { Actor } from './actor.js';
import { type Bases, basesUnder } from './bases.js';
import type { ClockState, Matter } from './matter.js';
import type { SettingValue } from './setting.js';

/** What a guard may look at. Everything is given; a guard asks nothing of the world. */
export interface Facts {
  /** Undefined when the action opens a matter. */
  readonly matter: Matter | undefined;
  /** The matter's fields as they would stand after the action. */
  readonly data: JsonObject;
  /** What was entered on the form. */
  readonly input: JsonObject;
  readonly action: string;
  /** The day of the step, and today; the step may be entered later. */
  readonly on: PlainDate;
  readonly today: PlainDate;
  readonly ruleSet: string;
  readonly calendar: WorkCalendar;
  readonly actor: Actor;
  /** The line's settings and those of counting, as they stand in the matter's region on the day of the step. */
  readonly settings: Readonly<Record<string, SettingValue>>;
  /** Name and recorded qualifications of somebody who is to act. */
  person(id: string): PersonFacts;
  /** Matters found by the line's related queries. */
  readonly related: Readonly<Record<string, readonly RelatedMatter[]>>;
  clock(code: string): ClockState | undefined;
}

export interface PersonFacts {
  readonly name: string;
  /** Codes of the line's `qualifications.kinds`. */
  readonly qualifications: readonly string[];
}

export interface RelatedMatter {
  readonly id: string;
  readonly line: string;
  readonly number: string | null;
  readonly state: string;
  readonly data: JsonObject;
}

/**
 * HARD refuses. SOFT lets the person go on after giving a reason in `reasons[code]`, which is kept and shown to the
 * one who approves. INFO only marks the step.
 */
export type Severity = 'hard' | 'soft' | 'info';

export interface Guard {
  readonly code: string;
  /** Under a rule set that gives it none, the guard does not judge. */
  readonly basis: Bases;
  readonly severity: Severity;
  /** Related queries of the line it looks at; no other are asked for, nor shown to it. */
  readonly reads: readonly string[];
  /** Settings on which it rests. */
  readonly settings: readonly string[];
  check(facts: Facts): Refusal | undefined;
}

/** What a guard's rule returns when it objects: the message, and where useful the field and the computed facts. */
export type Objection = string | (Pick<Refusal, 'message'> & Pick<Refusal, 'field' | 'facts'>);

/**
 * Names a rule. `objects` returns the Chinese message of the refusal, or undefined when all is in order; `cited` is the
 * guard's own law as it stands under the rule set of the step, in words: 《行政复议法》第三十条第二款.
 */
export function guard(
  code: string,
  basis: Bases,
  objects: (facts: Facts, cited: string) => Objection | undefined,
  severity: Severity = 'hard',
  reads: readonly string[] = [],
  settings: readonly string[] = [],
): Guard {
  return {
    code,
    basis,
    severity,
    reads,
    settings,
    check(facts) {
      const bases = basesUnder(basis, facts.ruleSet);
      if (bases.length === 0) return undefined;
      const objection = objects({ ...facts, related: only(code, reads, facts.related) }, shortBasesText(bases));
      if (objection === undefined) return undefined;
      if (typeof objection === 'string') return refusal(code, objection, bases);
      const { message, ...more } = objection;
      return refusal(code, message, bases, more);
    },
  };
}

/** A guard that reads what it does not name would find nothing there and let everything pass: a fault of the definition. */
function only(code: string, reads: readonly string[], related: Facts['related']): Facts['related'] {
  return new Proxy(related, {
    get(target, name) {
      if (typeof name === 'string' && !reads.includes(name)) throw new Error(`guard ${code} reads ${name} unnamed`);
      return Reflect.get(target, name);
    },
  });
}
