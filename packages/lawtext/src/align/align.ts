import { compareArticles } from '../text/numeral.js';
import type { LawDocument } from '../tree/document.js';
import { Context } from './context.js';
import { type ArticleText, articleTexts, gramWeights } from './features.js';
import { meanLikeness, sentenceMoves } from './sentences.js';

/**
 * `same`: same words and number · `moved`: same words, other number · `modified` · `new` (old is null) · `deleted` (new is
 * empty). Words are compared without punctuation. A split has several `new`, a merge several rows with one `new`.
 */
export type AlignmentChange = 'same' | 'moved' | 'modified' | 'new' | 'deleted';

export interface AlignmentRow {
  readonly old: string | null;
  readonly new: readonly string[];
  /** Articles that take over a smaller part. */
  readonly also: readonly string[];
  readonly change: AlignmentChange;
  /** Share of the old article's words found in `new`, 0–1, weighted by how telling they are; 1 for same words. */
  readonly similarity: number;
}

/** Tuned on public pairs; see score/alignment.ts for the figures. */
export const THRESHOLDS = {
  /** Least score of a target. Below it the old article counts as deleted. */
  target: 0.1,
  /** Least likeness of an old sentence to one of a further target. */
  sentence: 0.5,
  /** Least likeness that is mentioned under `also`. */
  also: 0.3,
} as const;

/** 本法自…起施行: the clause of effect is the same provision in every version, however short. */
const EFFECT_CLAUSE = /^本(法|条例|规定|办法|细则|规则|解释)自.{2,16}施行/;

export interface Candidate {
  readonly index: number;
  /** Weighted share of the old article's trigrams that the new one holds. */
  readonly taken: number;
  /** Weighted share of the new article's trigrams that the old one holds. */
  readonly given: number;
  readonly score: number;
}

/**
 * Aligns the articles of two versions.
 *
 * Every old article is compared with the new ones it shares telling trigrams with (inverted index, so a code of a
 * thousand articles takes no thousand times thousand comparisons). Equal words are matched first and in order. The best
 * score gives the main target; further targets are those that take over a share of the words which no target has yet.
 * Fails for articles rewritten in other words altogether (they come out as deleted and new).
 */
export function alignLaws(before: LawDocument, after: LawDocument): AlignmentRow[] {
  const old = articleTexts(before);
  const now = articleTexts(after);
  const weights = gramWeights(old, now);
  const index = invert(now);
  const totals = now.map(({ grams }) => sum(grams, weights));
  const equal = equalTexts(old, now);
  const candidates = old.map((article, at) =>
    equal.has(at) ? [] : compare(article, at / old.length, now, index, weights, totals),
  );
  const context = new Context(old, now, equal, candidates);
  const taken = new Set<number>();
  const rows = old.map((article, at): AlignmentRow => {
    const same = equal.get(at);
    if (same !== undefined) {
      taken.add(same);
      const number = now[same]!.number;
      const change = number === article.number ? 'same' : 'moved';
      return { old: article.number, new: [number], also: [], change, similarity: 1 };
    }
    const row = targetsOf(article, context.weigh(at, candidates[at]!), now, weights);
    for (const target of row.targets) taken.add(target);
    return {
      old: article.number,
      new: row.targets.map((target) => now[target]!.number),
      also: row.also.map((target) => now[target]!.number),
      change: row.targets.length === 0 ? 'deleted' : 'modified',
      similarity: row.share,
    };
  });
  const rest: AlignmentRow[] = now
    .filter((_, at) => !taken.has(at))
    .map(({ number }) => ({ old: null, new: [number], also: [], change: 'new', similarity: 0 }));
  return [...rows, ...rest];
}

/** Articles with the same words, each new one used once; the same number wins over another, then the order. */
function equalTexts(old: readonly ArticleText[], now: readonly ArticleText[]): Map<number, number> {
  const places = new Map<string, number[]>();
  now.forEach(({ words }, at) => {
    const list = places.get(words);
    if (list) list.push(at);
    else places.set(words, [at]);
  });
  const found = new Map<number, number>();
  const take = (at: number, place: number, list: number[]): void => {
    found.set(at, place);
    list.splice(list.indexOf(place), 1);
  };
  old.forEach(({ words, number }, at) => {
    const list = places.get(words);
    const place = list?.find((candidate) => now[candidate]!.number === number);
    if (list && place !== undefined) take(at, place, list);
  });
  old.forEach(({ words }, at) => {
    const list = found.has(at) ? undefined : places.get(words);
    if (list && list.length > 0) take(at, list[0]!, list);
  });
  return found;
}

function invert(now: readonly ArticleText[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  now.forEach(({ grams }, at) => {
    for (const gram of new Set(grams)) {
      const list = index.get(gram);
      if (list) list.push(at);
      else index.set(gram, [at]);
    }
  });
  return index;
}

const sum = (grams: readonly string[], weights: ReadonlyMap<string, number>): number =>
  grams.reduce((total, gram) => total + (weights.get(gram) ?? 0), 0);

function compare(
  article: ArticleText,
  position: number,
  now: readonly ArticleText[],
  index: ReadonlyMap<string, readonly number[]>,
  weights: ReadonlyMap<string, number>,
  totals: readonly number[],
): Candidate[] {
  const shared = new Map<number, number>();
  const own = new Set(article.grams);
  for (const gram of article.grams) {
    const places = index.get(gram);
    // a phrase of more than a third of the articles tells nothing
    if (!places || places.length * 3 > now.length + 6) continue;
    const weight = weights.get(gram)!;
    for (const place of places) shared.set(place, (shared.get(place) ?? 0) + weight);
  }
  const total = sum(article.grams, weights) || 1;
  const best = [...shared].sort((a, b) => b[1] - a[1]).slice(0, 12);
  return best
    .map(([place, weight]) => {
      const taken = Math.min(1, weight / total);
      const given =
        sum(
          now[place]!.grams.filter((gram) => own.has(gram)),
          weights,
        ) / (totals[place]! || 1);
      const near = 1 - Math.abs(place / now.length - position);
      return {
        index: place,
        taken,
        given,
        score: 0.45 * taken + 0.2 * given + 0.1 * near + 0.25 * meanLikeness(article, now[place]!, weights),
      };
    })
    .sort((a, b) => b.score - a.score);
}

/** Main target, further targets by the sentences and words that go elsewhere, and `also`. */
function targetsOf(
  article: ArticleText,
  candidates: readonly Candidate[],
  now: readonly ArticleText[],
  weights: ReadonlyMap<string, number>,
) {
  const main = candidates[0];
  if (!main || main.score - 0.1 < THRESHOLDS.target) {
    const effect = EFFECT_CLAUSE.test(article.words) ? now.findIndex(({ words }) => EFFECT_CLAUSE.test(words)) : -1;
    if (effect >= 0) return { targets: [effect], also: [] as number[], share: main?.taken ?? 0 };
  }
  if (!main || main.score - 0.1 < THRESHOLDS.target)
    return { targets: [] as number[], also: [] as number[], share: main?.taken ?? 0 };
  const moves = sentenceMoves(
    article,
    main.index,
    candidates.map(({ index }) => index),
    now,
    weights,
  );
  const targets = [main.index, ...moves.filter(({ score }) => score >= THRESHOLDS.sentence).map(({ index }) => index)];
  const also = moves
    .filter(({ score }) => score < THRESHOLDS.sentence && score >= THRESHOLDS.also)
    .map(({ index }) => index);
  return { targets, also: also.sort((a, b) => compareArticles(now[a]!.number, now[b]!.number)), share: main.taken };
}
