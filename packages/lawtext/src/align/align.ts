import { compareArticles } from '../text/numeral.js';
import type { LawDocument } from '../tree/document.js';
import { equalTexts } from './equal.js';
import { type Judged, judge } from './evidence.js';
import { type ArticleText, type Prepared, prepare, type Role } from './features.js';
import { findPairs } from './pairs.js';

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

/** Least likelihood (and, for `words`, share). Held against pairs of versions that the model was not fitted on. */
const THRESHOLDS = {
  /** Share of the old article's words that the main target has at least: below it likeness is chance. */
  words: 0.04,
  /** Of a further target. */
  further: 0.65,
  /** Of one that is mentioned under `also`. */
  also: 0.3,
} as const;

/**
 * Aligns the articles of two versions.
 *
 * Equal words are matched first and in order. Every other old article is compared with the new ones it shares telling
 * words with, clause by clause and sentence by sentence, and each pair is judged among its rivals and by what became of
 * its neighbours. The likeliest is the main target unless it is likelier that there is none; other likely ones are further
 * targets. Fails for articles rewritten in other words altogether (they come out as deleted and new).
 */
export function alignLaws(before: LawDocument, after: LawDocument): AlignmentRow[] {
  const prepared = prepare(before, after);
  const equal = equalTexts(prepared.old, prepared.now);
  return decide(prepared, equal, judge(prepared, findPairs(prepared, equal), equal));
}

/** The rows, once every pair is judged: old articles in order, then the new ones that none became. */
export function decide(
  { old, now }: Prepared,
  equal: ReadonlyMap<number, number>,
  judged: readonly (readonly Judged[])[],
): AlignmentRow[] {
  const taken = new Set<number>();
  const rows = old.map((article, at): AlignmentRow => {
    const same = equal.get(at);
    if (same !== undefined) {
      taken.add(same);
      const number = now[same]!.number;
      const change = number === article.number ? 'same' : 'moved';
      return { old: article.number, new: [number], also: [], change, similarity: 1 };
    }
    const { targets, also } = targetsOf(article, judged[at]!, now);
    for (const target of targets) taken.add(target);
    return {
      old: article.number,
      new: targets.map((target) => now[target]!.number),
      also: also.map((target) => now[target]!.number).sort(compareArticles),
      change: targets.length === 0 ? 'deleted' : 'modified',
      similarity: Math.max(0, ...judged[at]!.filter((pair) => pair.now === targets[0]).map((pair) => pair.taken)),
    };
  });
  const rest: AlignmentRow[] = now
    .filter((_, at) => !taken.has(at))
    .map(({ number }) => ({ old: null, new: [number], also: [], change: 'new', similarity: 0 }));
  return [...rows, ...rest];
}

/** The target with the greatest share of the old article first. */
function targetsOf(
  article: ArticleText,
  pairs: readonly Judged[],
  now: readonly ArticleText[],
): { targets: number[]; also: number[] } {
  const only = counterpart(article.role, now);
  if (only !== undefined && (article.role === 'purpose' || article.role === 'effect'))
    return { targets: [only], also: [] };
  const main = pairs.reduce<Judged | undefined>(
    (best, pair) => (best && best.main >= pair.main ? best : pair),
    undefined,
  );
  const none = 1 - pairs.reduce((sum, pair) => sum + pair.main, 0);
  if (!main || main.main < none || main.taken < THRESHOLDS.words)
    return { targets: only === undefined ? [] : [only], also: [] };
  // a clause for every breach of the text takes over the formula, not the provision
  const further = (pair: Judged): boolean =>
    pair.likely >= THRESHOLDS.further && now[pair.now]!.role !== 'crime' && article.role !== 'crime';
  const rest = pairs
    .filter((pair) => pair !== main && pair.likely >= THRESHOLDS.also)
    .sort((a, b) => b.likely - a.likely);
  const targets = [main, ...rest.filter(further)];
  return {
    targets: targets.sort((a, b) => b.taken - a.taken).map((pair) => pair.now),
    also: rest.filter((pair) => !further(pair)).map((pair) => pair.now),
  };
}

/** The article of the same role, when an article has one that every text has once. */
function counterpart(role: Role, now: readonly ArticleText[]): number | undefined {
  if (role === 'other') return undefined;
  const place = now.findIndex((article) => article.role === role);
  return place < 0 ? undefined : place;
}
