import type { ClauseHit, LawSearchAnswer } from '@fadu/wire';
import type { Ranked } from './best.js';
import { excerpts } from './excerpt.js';
import { grounds } from './grounds.js';
import type { LawIndex } from './law-index.js';
import type { Asked, Wording } from './question.js';
import { rankClauses, tellingWords } from './ranking.js';
import { type Read, readAgain } from './read-again.js';
import type { Segment } from './segment.js';
import type { Title } from './titles.js';

export type Clauses = Pick<LawSearchAnswer, 'clauses' | 'loose' | 'meant'>;
export const NO_CLAUSES: Clauses = { clauses: [], loose: false, meant: [] };

/** Weighed again with their texts at hand. */
const READ_AGAIN = 30;

/** What a question asks of the law it names comes first; then what holds its words, the more of them the better. */
export function findClauses(
  index: LawIndex,
  { wordings, inLaw }: Asked,
  factors: (segment: Segment) => Float32Array,
  limit: number,
): Clauses {
  if (wordings.length === 0) return NO_CLAUSES;
  const most = Math.max(READ_AGAIN, limit);
  const inThem = new Set(inLaw?.laws.map(({ at }) => at));
  const within = (segment: Segment) => {
    const { ofLaw } = index.placesIn(segment);
    return [...inThem].flatMap((law) => ofLaw[law]!);
  };
  const weigh = (segment: Segment) => {
    const counted = factors(segment);
    return index.names.weigh(index.placesIn(segment), counted, index.leadingIn(segment, counted));
  };
  const search = (asking: readonly Wording[], only?: typeof within): readonly Read[] => {
    const answers: (readonly Read[])[] = [];
    for (const wording of asking) {
      index.names.ask(wording.words);
      const ranked = rankClauses(index.segments, wording, weigh, most, only);
      answers.push(readAgain(ranked, wording, (one) => lawOf(index, one).title));
    }
    return together(answers, most);
  };
  const inLawAsked = inLaw ? telling(index, inLaw.wordings) : [];
  const first = search(inLawAsked, within);
  // Of a law that is named the answer is there; what others say of it stands behind.
  const asked = telling(index, wordings);
  const others = first.length >= limit ? [] : search(asked);
  const found = [...first, ...others.filter((one) => !first.some((other) => isSame(one, other)))];
  const isIn = (one: Ranked) => inThem.has(lawOf(index, one).at);
  const loose = !found.some(({ whole }) => whole);
  const ranked = loose ? found.filter(grounded(index, asked, inLawAsked, isIn)) : found;
  // What the law itself says of the matter is marked, not its name, which it does not repeat.
  const excerpt = excerpts(saying(asked));
  const excerptIn = inLaw ? excerpts(saying(inLawAsked)) : excerpt;
  return {
    clauses: ranked.slice(0, limit).map((one) => clauseHit(index, one, isIn(one) ? excerptIn : excerpt)),
    loose: loose && ranked.length > 0,
    // As it was asked stands last.
    meant: (inLaw?.wordings ?? wordings).slice(0, -1).map(({ text }) => text),
  };
}

/** Of clauses none of which holds every word, those that hold one that tells something: 没有 and 申请 are no ground. */
function grounded(
  index: LawIndex,
  asked: readonly Wording[],
  inLawAsked: readonly Wording[],
  isIn: (one: Ranked) => boolean,
): (one: Ranked) => boolean {
  const groundsOf = (wordings: readonly Wording[]) =>
    grounds(index.segments, [...new Set(wordings.flatMap(({ words }) => words))]);
  const [anywhere, inLaw] = [groundsOf(asked), groundsOf(inLawAsked)];
  return (one) => (isIn(one) ? inLaw : anywhere)(one.segment, one.clause, lawOf(index, one).title);
}

const telling = (index: LawIndex, wordings: readonly Wording[]): readonly Wording[] =>
  wordings.map((wording) => ({ ...wording, words: tellingWords(index.segments, wording.words) }));

/** What answers several wordings counts as it answers the one it answers best. */
function together(answers: readonly (readonly Read[])[], most: number): readonly Read[] {
  if (answers.length < 2) return answers[0] ?? [];
  const kept: Read[] = [];
  for (const one of answers.flat().sort((a, b) => b.score - a.score)) {
    if (kept.length === most) break;
    if (!kept.some((other) => isSame(one, other))) kept.push(one);
  }
  return kept;
}

const lawOf = (index: LawIndex, { segment, clause }: Ranked): Title =>
  index.titles.rows[index.placesIn(segment).laws[segment.versionOf[clause]!]!]!;

/**
 * Words to mark: of several wordings those that count most, since 酒驾 would also be marked in 醉酒驾驶; single characters only
 * when there is nothing else.
 */
function saying(wordings: readonly Wording[]): readonly string[] {
  const most = Math.max(...wordings.map(({ weight }) => weight));
  const words = [...new Set(wordings.filter(({ weight }) => weight === most).flatMap((wording) => wording.words))];
  const longer = words.filter(({ length }) => length > 1);
  return longer.length > 0 ? longer : words;
}

const isSame = (one: Ranked, other: Ranked): boolean => one.segment === other.segment && one.clause === other.clause;

export function clauseHit(
  index: LawIndex,
  { segment, clause, body = segment.text(clause) }: Pick<Ranked, 'segment' | 'clause'> & { readonly body?: string },
  excerpt: (body: string) => string,
): ClauseHit {
  const version = segment.versions[segment.versionOf[clause]!]!.id;
  const { law, effectiveOn } = index.versions.get(version)!;
  const { code, title, kind, region } = index.titles.rows[law]!;
  const { locator, label } = segment.named(clause);
  const current = index.isShown(version);
  // Field by field: spread, it took longer than to find the clause.
  return { code, title, kind, region, locator, label, effectiveOn, current, excerpt: excerpt(body) };
}
