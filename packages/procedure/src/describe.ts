import { type LegalBasis, type PlainDate, shortBasisText } from '@fadu/kernel';
import { allBases, type Bases, basesUnder } from './bases.js';
import type { Condition } from './condition.js';
import type { Fields } from './field.js';
import type { ActorRule, Expiry, GuideQuestion, Holder, Line, ListView, PublicView, State } from './line.js';
import { ruleSetFor } from './rule-set.js';
import { serviceFields, serviceMethods } from './service.js';
import { formOf } from './step.js';

/** A line as the browser gets it: everything but the functions. Forms, lists and chips are drawn from this alone. */
export interface LineDescription {
  readonly code: string;
  readonly name: string;
  readonly kind: Line['kind'];
  readonly version: string;
  /** Of a matter opened on the day. */
  readonly ruleSet: string;
  readonly posts: Readonly<Record<string, string>>;
  readonly fields: Fields;
  readonly states: Readonly<Record<string, State>>;
  readonly clocks: Readonly<Record<string, ClockDescription>>;
  readonly actions: Readonly<Record<string, ActionDescription>>;
  readonly documents: Readonly<Record<string, { readonly name: string; readonly basis: readonly BasisText[] }>>;
  /** The form of `serveDocument`, and what proves each way of service. */
  readonly service: {
    readonly fields: Fields;
    readonly methods: Readonly<
      Record<string, { readonly name: string; readonly proof: string; readonly basis: BasisText }>
    >;
  };
  readonly list: ListView;
  /** Whether it has days that people keep in a calendar. */
  readonly calendar: boolean;
  readonly publicView: (Omit<PublicView, 'guide' | 'organs'> & { readonly guide: readonly GuideQuestion[] }) | null;
}

export interface BasisText extends LegalBasis {
  /** 《行政复议法》第三十条第一款 */
  readonly text: string;
}

export interface ClockDescription {
  readonly name: string;
  readonly event: string;
  readonly expiry: Expiry;
  readonly holder: Holder;
  readonly basis: BasisText;
  readonly unit: string;
  readonly unverified: string | null;
}

export interface ActionDescription {
  readonly name: string;
  readonly by: readonly ActorRule[];
  readonly from: readonly string[] | null;
  readonly form: Fields;
  readonly basis: readonly BasisText[];
  readonly documents: readonly string[];
  /** Papers whose service takes this action: it is better taken from their cards, with proof of service. */
  readonly byServiceOf: readonly string[];
  readonly approvedBy: readonly ActorRule[];
  readonly grave: boolean;
  readonly partyHint: string | null;
  readonly when: Condition | null;
}

export const withText = (basis: LegalBasis): BasisText => ({ ...basis, text: shortBasisText(basis) });

/** In words; without a rule set all that are named. */
export const basesOf = (bases: Bases, ruleSet?: string): BasisText[] =>
  (ruleSet === undefined ? allBases(bases) : basesUnder(bases, ruleSet)).map(withText);

/** @param on bases are those of a matter opened on this day; of a matter at hand its view tells them. */
export function describe(line: Line, on: PlainDate): LineDescription {
  const ruleSet = ruleSetFor(line, {}, on);
  const { guide, organs: _, ...publicView } = line.publicView ?? {};
  return {
    code: line.code,
    name: line.name,
    kind: line.kind,
    version: line.version,
    ruleSet,
    posts: line.posts,
    fields: line.fields,
    states: line.states,
    clocks: mapValues(line.clocks, (clock) => ({
      name: clock.name,
      event: clock.event,
      expiry: clock.expiry,
      holder: clock.holder,
      basis: withText(clock.basis),
      unit: clock.limit.unit,
      unverified: clock.unverified ?? null,
    })),
    actions: mapValues(line.actions, (action, key) => ({
      name: action.name,
      by: action.by,
      from: action.from ?? null,
      form: formOf(line, action),
      basis: basesOf(action.basis, ruleSet),
      documents: (action.documents ?? []).map((template) => line.documents[template]!.name),
      byServiceOf: Object.keys(line.documents).filter((template) =>
        line.documents[template]!.serve?.some((target) => target.takes === key),
      ),
      approvedBy: action.approvedBy ?? [],
      grave: action.grave ?? false,
      partyHint: action.partyHint ?? null,
      when: action.when ?? null,
    })),
    documents: mapValues(line.documents, (document) => ({
      name: document.name,
      basis: basesOf(document.basis, ruleSet),
    })),
    service: {
      fields: serviceFields,
      methods: mapValues(serviceMethods, ({ name, proof, basis }) => ({ name, proof, basis: withText(basis) })),
    },
    list: line.list,
    calendar: (line.calendar ?? []).length > 0,
    publicView: line.publicView
      ? { ...(publicView as Omit<PublicView, 'guide' | 'organs'>), guide: guide?.questions ?? [] }
      : null,
  };
}

const mapValues = <T, U>(record: Readonly<Record<string, T>>, map: (value: T, key: string) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
