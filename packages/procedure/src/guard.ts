import type { WorkCalendar } from '@fadu/calendar';
import {
  chineseDate,
  type JsonObject,
  type LegalBasis,
  type PlainDate,
  parsePlainDate,
  type Refusal,
  refusal,
  shortBasesText,
} from '@fadu/kernel';
import type { Actor } from './actor.js';
import { type Bases, basesUnder, mergedBases } from './bases.js';
import { valueAt } from './condition.js';
import type { Fields } from './field.js';
import type { ClockState, Matter } from './matter.js';
import type { SettingValue } from './setting.js';
import { specAt } from './template.js';

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
  /** It judges the order of days: when a day is put right, later steps are held against it too. */
  readonly order?: true;
  check(facts: Facts): Refusal | undefined;
}

/** What a guard's rule returns when it objects: the message, and where useful the field and the computed facts. */
export type Objection =
  | string
  | (Pick<Refusal, 'message'> &
      Pick<Refusal, 'field' | 'facts'> & {
        /** The one article it is about, where the guard names several. */
        readonly basis?: LegalBasis;
      });

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
      const { message, basis: own, ...more } = objection;
      return refusal(code, message, own ?? bases, more);
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

/** Two days of which the second cannot lie before the first. Paths; of a list the item that the step adds, or the last one. */
export interface DayOrder {
  readonly earlier: string;
  readonly later: string;
  /** Under a rule set that gives it none, it does not hold. */
  readonly basis: Bases;
}

/** Refuses days in an impossible order; days not given are not compared. */
export function inOrder(code: string, fields: Fields, ...orders: readonly DayOrder[]): Guard {
  return {
    code,
    basis: mergedBases(orders.map(({ basis }) => basis)),
    severity: 'hard',
    reads: [],
    settings: [],
    order: true,
    check(facts) {
      for (const { earlier, later, basis } of orders) {
        const bases = basesUnder(basis, facts.ruleSet);
        const [a, b] = [dayAt(facts.data, earlier), dayAt(facts.data, later)];
        if (bases.length === 0 || a === undefined || b === undefined || b >= a) continue;
        const told = (path: string, day: PlainDate) => `${specAt(fields, path)?.label ?? path}${chineseDate(day)}`;
        const message = `不能这样登记：${told(later, b)}早于${told(earlier, a)}（${shortBasesText(bases)}）。可以核对两个日期，先登记的有误的，先更正先登记的。`;
        return refusal(code, message, bases, { field: fieldOf(facts, later) });
      }
      return undefined;
    },
  };
}

/** A guard of the line's own that judges the order of days. */
export const ofOrder = (one: Guard): Guard => ({ ...one, order: true });

function dayAt(data: JsonObject, path: string): PlainDate | undefined {
  const [head, ...rest] = path.split('.') as [string, ...string[]];
  const value = data[head];
  const found = Array.isArray(value)
    ? valueAt((value.at(-1) ?? {}) as JsonObject, rest.join('.'))
    : valueAt(data, path);
  return typeof found === 'string' ? parsePlainDate(found) : undefined;
}

/** A part of an item stands on the form by its own name. */
const fieldOf = ({ input }: Facts, path: string): string => {
  const [head, ...rest] = path.split('.') as [string, ...string[]];
  return rest.length > 0 && !Object.hasOwn(input, head) ? rest.join('.') : path;
};
