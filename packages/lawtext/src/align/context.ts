import type { ArticleText, Piece, Prepared } from './features.js';
import { bestOf, type Pair, shared } from './pairs.js';

/** How far around an article its row is looked at, and how fast a neighbour, or its distance from where it belongs, tells less. */
const REACH = 4;
const FADE = 1.5;
const STRAY = 2;
/** Added to the distance of a neighbour that changed sides. */
const CROSSED = 2;

/** What stands around the articles of a pair: their neighbours, the chapters, the articles whose breach they punish. */
export class Context {
  readonly #prepared: Prepared;
  /** What each old article became by its words alone, and how sure that is (0–1). */
  readonly #became: readonly ({ readonly now: number; readonly sure: number } | undefined)[];
  readonly #numbers: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(prepared: Prepared, pairs: readonly (readonly Pair[])[], equal: ReadonlyMap<number, number>) {
    this.#prepared = prepared;
    this.#numbers = likelyNumbers(prepared, pairs, equal);
    const claims = new Map<number, Pair>();
    for (const list of pairs)
      for (const pair of list) {
        const best = claims.get(pair.now);
        if (!best || shared(pair) > shared(best)) claims.set(pair.now, pair);
      }
    this.#became = pairs.map((list, at) => {
      const same = equal.get(at);
      if (same !== undefined) return { now: same, sure: 1 };
      const best = bestOf(list);
      return best && { now: best.now, sure: Math.min(1, shared(best)) * (claims.get(best.now) === best ? 1 : 0.5) };
    });
  }

  evidence(pair: Pair) {
    const old = this.#prepared.old[pair.old]!;
    const now = this.#prepared.now[pair.now]!;
    return {
      row: this.#row(pair),
      breach: sameBreach(old, now, this.#numbers),
      chapter: sameChapter(old.heading, now.heading),
    };
  }

  /** Whether the articles around the old one became those around the new one, at the same distance: 0–1. */
  #row({ old, now }: Pair): number {
    let sum = 0;
    let all = 0;
    for (let at = Math.max(0, old - REACH); at <= old + REACH && at < this.#became.length; at++) {
      if (at === old) continue;
      const weight = Math.exp(-Math.abs(old - at) / FADE);
      all += weight;
      const became = this.#became[at];
      if (!became) continue;
      const distance = Math.abs(now - became.now - (old - at));
      const crossed = (now - became.now) * (old - at) < 0 ? CROSSED : 0;
      sum += weight * became.sure * Math.exp(-(distance + crossed) / STRAY);
    }
    return sum / (all || 1);
  }
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
