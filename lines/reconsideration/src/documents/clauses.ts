import { clauseText, type LegalBasis } from '@fadu/kernel';
import { all, basesUnder, type Condition, is, type Paragraph } from '@fadu/procedure';
import { decisionCodes, groundsUnder, type Outcome, outcomes } from '../outcomes.js';
import { ruleSets } from '../rule-sets.js';

/** As a paper names clauses: the law in full, the item without brackets; 《……法》第六十四条第一款第二项. */
function inFull(bases: readonly LegalBasis[]): string {
  const clauses = new Map<string, string[]>();
  for (const basis of bases)
    clauses.set(basis.title, [
      ...(clauses.get(basis.title) ?? []),
      clauseText(basis).replace(/第（(.+?)）项/, '第$1项'),
    ]);
  return [...clauses].map(([title, parts]) => `《${title}》${parts.join('、')}`).join('、');
}

/**
 * The clause on which a decision rests, by what was decided, on which ground, under which law: a decision that cites the
 * law as a whole gives its reader, and a court, nothing to check.
 */
export const decisionClauses: readonly Paragraph[] = ruleSets.flatMap(({ code: ruleSet }) =>
  decisionCodes.flatMap((proposed) => {
    const { basis }: Outcome = outcomes[proposed];
    const grounds = { ...groundsUnder(proposed, ruleSet), none: basis };
    return Object.entries(grounds).flatMap(([ground, bases]): Paragraph[] => {
      const cited = basesUnder(bases, ruleSet);
      const when: Condition = all(is('$ruleSet', ruleSet), is('proposed', proposed), is('outcomeGround', ground));
      return cited.length === 0 ? [] : [{ when, text: `依照${inFull(cited)}，决定如下：` }];
    });
  }),
);
