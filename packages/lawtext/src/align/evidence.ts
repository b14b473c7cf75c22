import type { ArticleText, Piece, Prepared } from './features.js';
import { type Pair, Scales } from './pairs.js';

/**
 * How much each piece of evidence counts for a pair: a logistic model fitted on articles of public texts aligned by hand
 * (18 pairs of versions, each measured with the model fitted on the others). Values are about 0–1 unless said.
 */
const WEIGHTS = {
  /** How much of the old article's clauses the new one holds, and the other way round. */
  clausesTaken: -1.14,
  clausesGiven: 0.52,
  /** Share of the old article's clauses that no other new article holds as well; and the other way round. */
  onlyHere: 2.74,
  onlyFrom: 2.89,
  /** The lesser of what either side holds best in the other. */
  mutual: 1.69,
  /** The same by weight, so that a long passage counts. */
  passage: 2.61,
  /** Stands between the articles its neighbours became. */
  near: 1.13,
  /** Difference of the shared words to those of the best other new article, and of the best other old one (-1–1). */
  lead: 2.37,
  leadFrom: 2.71,
  /** No other pair of the old article, or of the new one, shares more. */
  first: 3.36,
  firstFrom: 1.57,
  /** 1: punish the same breach; -1: punish others. */
  breach: 2.5,
  /** The new article stood word for word in the old text. */
  known: -1.42,
  /** Share of the old article's words that the new one has and the best other has not. */
  rest: 4.5,
  /** The same for a pair that is not the first of its old article; and seen from the new one. */
  restBelow: 8.36,
  restFromBelow: 13.14,
  /** The clause that is held best, seen from either side. */
  clause: 0.79,
  clauseFrom: -1.47,
  /** The clause held best beyond what better pairs hold, for a pair that is not the first. */
  clauseBelow: 3.55,
  clauseFromBelow: 1.59,
  /** Likeness of the names of the chapters; 0.5 where there are none. */
  chapter: 0.51,
} as const;
const BIAS = -5.5;

/** Weight from which a clause or passage counts in full. Grams weigh up to about 5. */
const CLAUSE_WEIGHT = 40;
const PASSAGE_WEIGHT = 1000;
/** Share of a clause from which it is taken to stand in the other article. */
const HELD = 0.25;

export interface Judged extends Pair {
  /** How likely the new article took over (a part of) the old one, 0–1. */
  readonly likely: number;
}

const shared = (pair: Pair): number => pair.taken + pair.given;

/**
 * Judges every pair among its rivals: the other candidates of the old article, and the other old articles that claim the
 * new one. Words alone mislead where many articles share them, so most of the evidence is what a pair has beyond them.
 */
export function judge(
  prepared: Prepared,
  pairs: readonly (readonly Pair[])[],
  equal: ReadonlyMap<number, number>,
): Judged[][] {
  const { old, now } = prepared;
  const claims: Pair[][] = now.map(() => []);
  for (const list of pairs) for (const pair of list) claims[pair.now]!.push(pair);
  const known = new Set(equal.values());
  const neighbours = findNeighbours(prepared, pairs, equal);
  const numbers = likelyNumbers(prepared, pairs, equal);
  const scales = new Scales(prepared.weights);
  return pairs.map((list, at) =>
    equal.has(at)
      ? []
      : list.map((pair): Judged => {
          const others = list.filter((other) => other !== pair);
          const rivals = claims[pair.now]!.filter((other) => other !== pair);
          const evidence = {
            ...wordEvidence(prepared, scales, pair, others, rivals),
            near: nearness(pair.now, neighbours[at]!),
            breach: sameBreach(old[at]!, now[pair.now]!, numbers),
            known: known.has(pair.now) ? 1 : 0,
            chapter: sameChapter(old[at]!.heading, now[pair.now]!.heading),
          };
          let sum = BIAS;
          for (const [name, weight] of Object.entries(WEIGHTS)) sum += weight * evidence[name as keyof typeof WEIGHTS];
          return { ...pair, likely: 1 / (1 + Math.exp(-sum)) };
        }),
  );
}

function wordEvidence(
  { old, now }: Prepared,
  scales: Scales,
  pair: Pair,
  others: readonly Pair[],
  rivals: readonly Pair[],
): Omit<Record<keyof typeof WEIGHTS, number>, 'near' | 'breach' | 'known' | 'chapter'> {
  const article = old[pair.old]!;
  const target = now[pair.now]!;
  const ofOld = clauseEvidence(
    article,
    pair.clausesTaken,
    others.map((other) => other.clausesTaken),
    better(pair, others).map((other) => other.clausesTaken),
  );
  const ofNow = clauseEvidence(
    target,
    pair.clausesGiven,
    rivals.map((other) => other.clausesGiven),
    better(pair, rivals).map((other) => other.clausesGiven),
  );
  const other = bestOf(others);
  const rival = bestOf(rivals);
  const rest = other ? residual(article, target, now[other.now]!, scales) : pair.taken;
  const restFrom = rival ? residual(target, article, old[rival.old]!, scales) : pair.given;
  return {
    clausesTaken: ofOld.mean,
    clausesGiven: ofNow.mean,
    onlyHere: ofOld.only,
    onlyFrom: ofNow.only,
    mutual: Math.min(ofOld.best, ofNow.best),
    passage: Math.min(1, (ofOld.best * article.whole.weight + ofNow.best * target.whole.weight) / PASSAGE_WEIGHT),
    lead: pair.taken - Math.max(0, ...others.map(({ taken }) => taken)),
    leadFrom: pair.given - Math.max(0, ...rivals.map(({ given }) => given)),
    first: ofOld.first ? 1 : 0,
    firstFrom: ofNow.first ? 1 : 0,
    rest,
    restBelow: ofOld.first ? 0 : rest,
    restFromBelow: ofNow.first ? 0 : restFrom,
    clause: ofOld.clause,
    clauseFrom: ofNow.clause,
    clauseBelow: ofOld.first ? 0 : ofOld.clauseBeyond,
    clauseFromBelow: ofNow.first ? 0 : ofNow.clauseBeyond,
  };
}

const better = (pair: Pair, others: readonly Pair[]): Pair[] => others.filter((other) => shared(other) > shared(pair));

const bestOf = (pairs: readonly Pair[]): Pair | undefined =>
  pairs.reduce<Pair | undefined>((best, pair) => (best && shared(best) >= shared(pair) ? best : pair), undefined);

/** What one side's clauses say: `values` how much of each the other side holds, beside what others and better pairs hold. */
function clauseEvidence(
  { clauses }: ArticleText,
  values: Float64Array,
  others: readonly Float64Array[],
  betterOnes: readonly Float64Array[],
) {
  let total = 0;
  let mean = 0;
  let best = 0;
  let only = 0;
  let clause = 0;
  let clauseBeyond = 0;
  for (const [at, { weight }] of clauses.entries()) {
    const value = values[at]!;
    const elsewhere = greatest(others, at);
    const size = Math.min(1, weight / CLAUSE_WEIGHT);
    total += weight;
    mean += weight * value;
    if (value > HELD && value >= elsewhere) best += weight * value;
    only += weight * Math.max(0, value - elsewhere);
    clause = Math.max(clause, value * size);
    clauseBeyond = Math.max(clauseBeyond, (value - greatest(betterOnes, at)) * size);
  }
  total ||= 1;
  return {
    mean: mean / total,
    best: best / total,
    only: only / total,
    clause,
    clauseBeyond,
    first: betterOnes.length === 0,
  };
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

/** What the nearest articles before and behind became, by old article, as far as that is beyond doubt. */
function findNeighbours(
  { old, now }: Prepared,
  pairs: readonly (readonly Pair[])[],
  equal: ReadonlyMap<number, number>,
): { before: number; after: number }[] {
  const sure = old.map((_, at) => {
    const best = bestOf(pairs[at]!);
    return equal.get(at) ?? (best && shared(best) >= 1 ? best.now : undefined);
  });
  const found: { before: number; after: number }[] = [];
  let before = -1;
  for (const place of sure) {
    found.push({ before, after: now.length });
    before = place ?? before;
  }
  let after = now.length;
  for (let at = old.length - 1; at >= 0; at--) {
    found[at]!.after = after;
    after = sure[at] ?? after;
  }
  return found;
}

function nearness(place: number, { before, after }: { before: number; after: number }): number {
  let distance = 0;
  if (before > after) distance = Math.min(Math.abs(place - before), Math.abs(place - after));
  else if (place <= before) distance = before - place + 1;
  else if (place >= after) distance = place - after + 1;
  return Math.exp(-distance / 4);
}

/** The numbers that an old article may have got, by its own. */
function likelyNumbers(
  { old, now }: Prepared,
  pairs: readonly (readonly Pair[])[],
  equal: ReadonlyMap<number, number>,
): Map<string, Set<string>> {
  return new Map(
    old.map(({ number }, at) => {
      const places = pairs[at]!.filter(({ taken, given }) => taken > 0.35 || given > 0.35).map((pair) => pair.now);
      const same = equal.get(at);
      if (same !== undefined) places.push(same);
      return [number, new Set(places.map((place) => now[place]!.number))];
    }),
  );
}

/**
 * Penalties share their formulas, so that words alone mislead; but the article whose breach is punished has its own row,
 * and the penalty for it in the other version names its new number.
 */
function sameBreach(a: ArticleText, b: ArticleText, numbers: ReadonlyMap<string, ReadonlySet<string>>): number {
  if (a.breached.length === 0 || b.breached.length === 0) return 0;
  return a.breached.some((number) => b.breached.some((other) => numbers.get(number)?.has(other))) ? 1 : -1;
}

function sameChapter(a: Piece, b: Piece): number {
  const size = a.grams.length + b.grams.length;
  if (a.grams.length === 0 || b.grams.length === 0) return 0.5;
  return (2 * a.grams.filter((gram) => b.set.has(gram)).length) / size;
}
