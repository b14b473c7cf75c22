import type { ArticleText, Piece, Prepared } from './features.js';

/** An old and a new article that share telling words, and what speaks for the one having become the other. */
export interface Pair {
  readonly old: number;
  readonly now: number;
  /** Weighted share of the old article's grams that the new one holds; `given` the other way round. */
  readonly taken: number;
  readonly given: number;
  /** The same shares of single characters, and what both share over the mean of both. */
  readonly charactersTaken: number;
  readonly charactersGiven: number;
  readonly charactersLike: number;
  /** By clause of the old article, how much of it stands in one sentence of the new. */
  readonly clausesTaken: Float64Array;
  /** By sentence of the old article, how like it the likest sentence of the new one is; and the other way round. */
  readonly sentencesTaken: Float64Array;
  readonly sentencesGiven: Float64Array;
}

export const shared = (pair: Pair): number => pair.taken + pair.given;

/** The pair that shares most; the first of equals. */
export const bestOf = (pairs: readonly Pair[]): Pair | undefined =>
  pairs.reduce<Pair | undefined>((best, pair) => (best && shared(best) >= shared(pair) ? best : pair), undefined);

/** Candidates of an article from either side. Far fewer are ever right; more cost time and bring chance likeness. */
const FROM_OLD = 12;
const FROM_NOW = 6;
/** Added to the weight of an old article, so that a very short one does not claim everything by a word. */
const EVENED = 30;

/**
 * Pairs worth looking at, by old article. Found through an inverted index of grams, so that a code of a thousand articles
 * takes no thousand times thousand comparisons.
 */
export function findPairs({ old, now, weights }: Prepared, equal: ReadonlyMap<number, number>): Pair[][] {
  const scales = new Scales(weights);
  const index: number[][] = Array.from(weights, () => []);
  now.forEach(({ whole }, at) => {
    for (const gram of whole.grams) index[gram]!.push(at);
  });
  const shared = old.map(({ whole }) => {
    const list = new Float64Array(now.length);
    for (const gram of whole.grams) {
      const places = index[gram]!;
      // words of more than a third of the articles tell nothing
      if (places.length * 3 > now.length + 6) continue;
      for (const place of places) list[place]! += weights[gram]!;
    }
    return list;
  });
  const chosen = old.map(() => new Set<number>());
  shared.forEach((list, at) => {
    const same = equal.get(at);
    for (const place of same === undefined ? greatest(list, FROM_OLD) : [same]) chosen[at]!.add(place);
  });
  const claims = new Float64Array(old.length);
  now.forEach((_, place) => {
    old.forEach(({ whole }, at) => {
      claims[at] = shared[at]![place]! / (whole.weight + EVENED);
    });
    for (const at of greatest(claims, FROM_NOW)) if (!equal.has(at)) chosen[at]!.add(place);
  });
  return chosen.map((places, at) =>
    [...places].map((place) => compare(at, place, old[at]!, now[place]!, scales)).sort((a, b) => a.now - b.now),
  );
}

/** Places of the greatest values above nothing. */
function greatest(values: Float64Array, most: number): number[] {
  const places: number[] = [];
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (value <= 0 || (places.length === most && value <= values[places.at(-1)!]!)) continue;
    let place = places.length;
    while (place > 0 && values[places[place - 1]!]! < value) place--;
    places.splice(place, 0, at);
    if (places.length > most) places.pop();
  }
  return places;
}

function compare(at: number, place: number, old: ArticleText, now: ArticleText, scales: Scales): Pair {
  const both = scales.put(now.whole).weigh(old.whole);
  const characters = scales.put(now.characters).weigh(old.characters);
  const [ofOld, ofNow] = [old.characters.weight || 1, now.characters.weight || 1];
  const likeness = likenesses(old.sentences, now.sentences, scales);
  return {
    old: at,
    now: place,
    taken: both / (old.whole.weight || 1),
    given: both / (now.whole.weight || 1),
    charactersTaken: characters / ofOld,
    charactersGiven: characters / ofNow,
    charactersLike: characters / Math.sqrt(ofOld * ofNow),
    clausesTaken: covered(old.clauses, now.sentences, scales),
    sentencesTaken: likeness.ofOld,
    sentencesGiven: likeness.ofNow,
  };
}

/**
 * By sentence of either side, the greatest likeness to one of the other: what both share over the mean of both, each gram
 * counting alike. A sentence that moved as a whole stands out so, however common its words are in the law.
 */
function likenesses(
  old: readonly Piece[],
  now: readonly Piece[],
  scales: Scales,
): { ofOld: Float64Array; ofNow: Float64Array } {
  const ofOld = new Float64Array(old.length);
  const ofNow = new Float64Array(now.length);
  for (const [place, sentence] of now.entries()) {
    scales.put(sentence);
    for (const [at, other] of old.entries()) {
      const likeness = (2 * scales.count(other)) / (sentence.grams.length + other.grams.length);
      ofOld[at] = Math.max(ofOld[at]!, likeness);
      ofNow[place] = Math.max(ofNow[place]!, likeness);
    }
  }
  return { ofOld, ofNow };
}

/** By clause, the greatest share of it that one of the sentences holds. */
function covered(clauses: readonly Piece[], sentences: readonly Piece[], scales: Scales): Float64Array {
  const result = new Float64Array(clauses.length);
  for (const sentence of sentences) {
    scales.put(sentence);
    for (const [at, clause] of clauses.entries()) result[at] = Math.max(result[at]!, scales.weigh(clause));
  }
  for (const [at, { weight }] of clauses.entries()) result[at]! /= weight || 1;
  return result;
}

/** Weighs what a piece has in common with the one put on last; far quicker than sets where one is compared with many. */
export class Scales {
  readonly #weights: Float64Array;
  readonly #turns: Int32Array;
  #turn = 0;

  constructor(weights: Float64Array) {
    this.#weights = weights;
    this.#turns = new Int32Array(weights.length);
  }

  put({ grams }: Piece): this {
    this.#turn++;
    for (const gram of grams) this.#turns[gram] = this.#turn;
    return this;
  }

  weigh({ grams }: Piece): number {
    let sum = 0;
    for (const gram of grams) if (this.#turns[gram] === this.#turn) sum += this.#weights[gram]!;
    return sum;
  }

  /** The number of grams a piece has in common with the one put on. */
  count({ grams }: Piece): number {
    let sum = 0;
    for (const gram of grams) if (this.#turns[gram] === this.#turn) sum++;
    return sum;
  }

  /** What a piece has in common with the one put on, and not with the other. */
  weighWithout({ grams }: Piece, other: Piece): number {
    let sum = 0;
    for (const gram of grams) if (this.#turns[gram] === this.#turn && !other.set.has(gram)) sum += this.#weights[gram]!;
    return sum;
  }
}
