import type { LegalBasis } from '@fadu/kernel';

/**
 * The law on which something rests: the same whatever law governs the matter, or by rule set. What a rule set is not named
 * for does not exist under it: an action cannot be taken, a guard does not judge.
 */
export type Bases = LegalBasis | readonly LegalBasis[] | BasesByRuleSet;

export interface BasesByRuleSet {
  /** By the code of the line's rule set. */
  readonly byRuleSet: Readonly<Record<string, LegalBasis | readonly LegalBasis[]>>;
}

const many = (basis: LegalBasis | readonly LegalBasis[]): readonly LegalBasis[] =>
  Array.isArray(basis) ? (basis as readonly LegalBasis[]) : [basis as LegalBasis];

export const isByRuleSet = (bases: Bases): bases is BasesByRuleSet => 'byRuleSet' in bases;

/** The clauses that hold under one rule set; none where the rule set does not know the rule. */
export function basesUnder(bases: Bases, ruleSet: string): readonly LegalBasis[] {
  if (!isByRuleSet(bases)) return many(bases);
  return Object.hasOwn(bases.byRuleSet, ruleSet) ? many(bases.byRuleSet[ruleSet]!) : [];
}

/** Every clause named, under whatever rule set; each once. */
export function allBases(bases: Bases): readonly LegalBasis[] {
  if (!isByRuleSet(bases)) return many(bases);
  const seen = new Map(
    Object.values(bases.byRuleSet)
      .flatMap(many)
      .map((basis) => [JSON.stringify(basis), basis]),
  );
  return [...seen.values()];
}

/** What several rules rest on together: by rule set where any of them is. */
export function mergedBases(all: readonly Bases[]): Bases {
  const codes = new Set(all.flatMap((one) => (isByRuleSet(one) ? Object.keys(one.byRuleSet) : [])));
  if (codes.size === 0) return all.flatMap((one) => basesUnder(one, ''));
  return {
    byRuleSet: Object.fromEntries([...codes].map((code) => [code, all.flatMap((one) => basesUnder(one, code))])),
  };
}
