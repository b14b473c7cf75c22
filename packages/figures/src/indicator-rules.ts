import { Automaton } from './automaton.js';
import type { Rule } from './lexicon/rule.js';
import { BUSINESS_RULES } from './lexicon/rules-business.js';
import { DISCLOSURE_RULES } from './lexicon/rules-disclosure.js';
import { DISPUTE_RULES } from './lexicon/rules-disputes.js';
import { ENFORCEMENT_RULES } from './lexicon/rules-enforcement.js';
import { GOVERNANCE_RULES } from './lexicon/rules-governance.js';
import { LAW_RULES } from './lexicon/rules-law.js';
import { MEDIATION_RULES } from './lexicon/rules-mediation.js';
import { OPENING_RULES } from './lexicon/rules-openings.js';
import { PENALTY_RULES } from './lexicon/rules-penalties.js';
import { PUBLICITY_RULES } from './lexicon/rules-publicity.js';
import { SERVICE_RULES } from './lexicon/rules-services.js';
import { SUPERVISION_RULES } from './lexicon/rules-supervision.js';
import type { ReaderEntry } from './types.js';

const SPLIT = '|';
const words = (list: string | undefined): string[] =>
  list === undefined ? [] : list.split(SPLIT).filter((word) => word !== '');

export interface Compiled {
  readonly code: string;
  readonly verbs: ReadonlySet<number>;
  readonly topics: ReadonlySet<number>;
  readonly not: ReadonlySet<number>;
  readonly early: ReadonlySet<number>;
  readonly unless: ReadonlySet<number>;
  readonly on: ReadonlySet<number>;
  readonly units: ReadonlySet<string>;
  /** Measure words allowed, or null for any of the classes. */
  readonly measure: ReadonlySet<string> | null;
  /** Head terms that name the act themselves (移送涉嫌犯罪案件). */
  readonly acting: ReadonlySet<number>;
}

const DEFAULT_UNITS: Readonly<Record<string, string>> = {
  '%': 'rate',
  元: 'money',
  人: 'person none',
  人次: 'person none',
  天: 'time',
  年: 'time',
};

/** The rules of a catalogue made ready for search: costly to build, never changed afterwards, shared by all readings. */
export class IndicatorRules {
  readonly automaton: Automaton;
  readonly byHead: ReadonlyMap<number, readonly Compiled[]>;
  readonly isVerb: Uint8Array;

  constructor(catalogue: readonly ReaderEntry[]) {
    const known = new Map(catalogue.map((entry) => [entry.code, entry]));
    const ids = new Map<string, number>();
    const id = (word: string): number => {
      const old = ids.get(word);
      if (old !== undefined) return old;
      ids.set(word, ids.size);
      return ids.size - 1;
    };
    const rules: Rule[] = [
      ...LAW_RULES,
      ...ENFORCEMENT_RULES,
      ...PENALTY_RULES,
      ...SUPERVISION_RULES,
      ...DISPUTE_RULES,
      ...MEDIATION_RULES,
      ...SERVICE_RULES,
      ...PUBLICITY_RULES,
      ...OPENING_RULES,
      ...GOVERNANCE_RULES,
      ...DISCLOSURE_RULES,
      ...BUSINESS_RULES,
    ].filter((rule) => known.has(rule.code));
    const verbIds = new Set<number>();
    const byHead = new Map<number, Compiled[]>();
    for (const rule of rules) {
      const unit = known.get(rule.code)!.unit;
      const verbWords = words(rule.verb);
      const compiled: Compiled = {
        measure: rule.measure === undefined ? null : new Set(words(rule.measure)),
        acting: new Set(
          words(rule.head)
            .filter((head) => verbWords.some((verb) => head.includes(verb)))
            .map(id),
        ),
        code: rule.code,
        verbs: new Set(verbWords.map(id)),
        topics: new Set(words(rule.topic).map(id)),
        not: new Set(words(rule.not).map(id)),
        early: new Set(words(rule.early).map(id)),
        unless: new Set(words(rule.unless).map(id)),
        on: new Set(words(rule.on).map(id)),
        units: new Set((rule.units ?? DEFAULT_UNITS[unit] ?? 'thing none').split(' ')),
      };
      for (const verb of compiled.verbs) verbIds.add(verb);
      for (const head of words(rule.head)) {
        const key = id(head);
        const list = byHead.get(key) ?? [];
        list.push(compiled);
        byHead.set(key, list);
      }
    }
    this.byHead = byHead;
    this.automaton = new Automaton([...ids.keys()]);
    this.isVerb = new Uint8Array(ids.size);
    for (const verb of verbIds) this.isVerb[verb] = 1;
  }
}
