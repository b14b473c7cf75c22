import type { ArticleText, Prepared } from './features.js';
import { bestOf, type Pair, type Scales, shared } from './pairs.js';

/** Weight from which a clause counts in full. Grams weigh up to about 5. */
const CLAUSE_WEIGHT = 40;
/** Number of grams from which a sentence counts in full (about 13 words). */
const SENTENCE_GRAMS = 25;
/** Likeness from which a sentence is taken for the same. */
const LIKE = 0.15;

/** What the words of a pair say, beside those of its rivals: other new articles, and other old ones. */
export function wordEvidence(
  { old, now }: Prepared,
  scales: Scales,
  pair: Pair,
  others: readonly Pair[],
  rivals: readonly Pair[],
) {
  const article = old[pair.old]!;
  const target = now[pair.now]!;
  const above = (list: readonly Pair[]): Pair[] => list.filter((other) => shared(other) > shared(pair));
  const betterOthers = above(others);
  const first = betterOthers.length === 0;
  const firstFrom = above(rivals).length === 0;
  const other = bestOf(others);
  const rival = bestOf(rivals);
  const sentences = sentenceEvidence(
    article,
    pair.sentencesTaken,
    others.map((one) => one.sentencesTaken),
  );
  const sentencesFrom = sentenceEvidence(
    target,
    pair.sentencesGiven,
    rivals.map((one) => one.sentencesGiven),
  );
  const lead = (key: 'taken' | 'given' | `characters${'Taken' | 'Given' | 'Like'}`, list: readonly Pair[]): number =>
    pair[key] - Math.max(0, ...list.map((one) => one[key]));
  return {
    lead: lead('taken', others),
    leadFrom: lead('given', rivals),
    first: first ? 1 : 0,
    firstFrom: firstFrom ? 1 : 0,
    rest: other ? residual(article, target, now[other.now]!, scales) : pair.taken,
    restFromBelow: firstFrom || !rival ? 0 : residual(target, article, old[rival.old]!, scales),
    clauseBelow: first
      ? 0
      : clauseBeyond(
          article,
          pair.clausesTaken,
          betterOthers.map((one) => one.clausesTaken),
        ),
    sentenceLead: sentences.lead,
    sentenceLeadFrom: sentencesFrom.lead,
    sentencesHere: sentences.share,
    sentencesFrom: sentencesFrom.share,
    charactersTaken: pair.charactersTaken,
    charactersGiven: pair.charactersGiven,
    charactersLike: pair.charactersLike,
    charactersLead: lead('charactersLike', others),
    charactersLeadFrom: lead('charactersLike', rivals),
    charactersTakenLead: lead('charactersTaken', others),
    charactersGivenLead: lead('charactersGiven', rivals),
  };
}

/** The most that is held of one clause beyond what better candidates hold of it. */
function clauseBeyond({ clauses }: ArticleText, values: Float64Array, better: readonly Float64Array[]): number {
  let most = 0;
  for (const [at, { weight }] of clauses.entries())
    most = Math.max(most, (values[at]! - greatest(better, at)) * Math.min(1, weight / CLAUSE_WEIGHT));
  return most;
}

/** `values`: how like each sentence the likest one of the other side is. */
function sentenceEvidence({ sentences }: ArticleText, values: Float64Array, others: readonly Float64Array[]) {
  let total = 0;
  let lead = -1;
  let here = 0;
  for (const [at, { grams }] of sentences.entries()) {
    const elsewhere = greatest(others, at);
    lead = Math.max(lead, (values[at]! - elsewhere) * Math.min(1, grams.length / SENTENCE_GRAMS));
    total += grams.length;
    if (values[at]! >= LIKE && values[at]! >= elsewhere) here += grams.length;
  }
  return { lead, share: here / (total || 1) };
}

function greatest(lists: readonly Float64Array[], at: number): number {
  let most = 0;
  for (const list of lists) if (list[at]! > most) most = list[at]!;
  return most;
}

/** Share of an article's words that the target has and the rival has not. */
function residual(article: ArticleText, target: ArticleText, rival: ArticleText, scales: Scales): number {
  return scales.put(target.whole).weighWithout(article.whole, rival.whole) / (article.whole.weight || 1);
}
