import type { PlainDate } from '@fadu/kernel';
import { type Address, addressCode, addressText } from '@fadu/lawtext';
import type { ClauseHit, LawFacets, LawHit, LawSearchAnswer, LawSuggestion, LawValidity } from '@fadu/wire';
import type pg from 'pg';
import { placeName } from '../places.js';
import { excerpts } from './excerpt.js';
import type { LawIndex } from './law-index.js';
import { type Asked, asked, type NamedClause, splitClause } from './question.js';
import { type Ranked, rankClauses, type Weights } from './ranking.js';
import type { Segment } from './segment.js';
import { type Title, typedTitle } from './titles.js';

export interface SearchFilter {
  readonly kind?: string;
  readonly region?: string;
  /** Also texts that are no longer in force. */
  readonly all?: boolean;
  /** Words of the maker's name. */
  readonly maker?: string;
  /** Texts by where they stand on a day, instead of those in force now. */
  readonly standing?: { readonly on: PlainDate; readonly state: LawValidity };
  readonly limit?: number;
}

/** Laws by name and clauses by words; what names a clause exactly comes first. */
export async function searchLaws(
  index: LawIndex,
  question: string,
  filter: SearchFilter = {},
): Promise<LawSearchAnswer> {
  await index.refresh();
  const { kind, region, all, limit, maker, standing } = filter;
  return index.remember(JSON.stringify([question, kind, region, all, limit, maker, standing]), () =>
    answer(index, question, filter),
  );
}

function answer(index: LawIndex, question: string, filter: SearchFilter): LawSearchAnswer {
  const named = splitClause(question);
  const title = named?.title ?? question;
  const found = index.titles.find(title);
  // A law asked for by its name opens with its first article, not with a text that mentions it.
  const exact = named ? findNamed(index, found, named.locator) : findFirst(index, title);
  const asking = asked(question, index.titles);
  const fits = (law: Title) =>
    (filter.kind === undefined || law.kind === filter.kind) &&
    (filter.region === undefined || law.region === filter.region) &&
    (filter.maker === undefined || law.maker?.includes(filter.maker) === true);
  const { standing, limit = 20 } = filter;
  const { inLaw } = asking;
  const laws = (found.length > 0 ? found : (inLaw?.laws ?? [])).filter(
    (law) =>
      fits(law) &&
      (standing === undefined ||
        index.versionsOf(law).some((version) => index.validity(version, standing.on) === standing.state)),
  );
  const clauses = named && exact ? NO_CLAUSES : findClauses(index, asking, filter, fits, limit);
  return { exact, laws: laws.slice(0, 8).map(bare), ...clauses };
}

type Clauses = Pick<LawSearchAnswer, 'clauses' | 'loose'>;
const NO_CLAUSES: Clauses = { clauses: [], loose: false };

const LAWS_EVERYWHERE = 5;

/** What the search over everything finds among laws: the clause that was named, and laws by name. */
export async function namedInSearch(
  index: LawIndex,
  question: string,
): Promise<{ clause: LawSuggestion | null; laws: { total: number; rows: LawHit[] } }> {
  await index.refresh();
  const named = splitClause(question);
  const found = index.titles.find(named?.title ?? question);
  const clause = await suggestedClause(index, found, named);
  return { clause, laws: { total: found.length, rows: found.slice(0, LAWS_EVERYWHERE).map(bare) } };
}

/** While one types: the clause that was typed (复议法48), then laws by name; at most eight. */
export async function suggestLaws(index: LawIndex, question: string): Promise<LawSuggestion[]> {
  await index.refresh();
  const named = splitClause(question);
  const found = index.titles.find(named?.title ?? question);
  const clause = await suggestedClause(index, found, named);
  const laws = found.slice(0, clause ? 7 : 8).map((law) => ({ ...bare(law), locator: null, label: null }));
  return clause ? [clause, ...laws] : laws;
}

/** A 款 or 项 that is named is pointed at when the article has it. */
async function suggestedClause(
  index: LawIndex,
  found: readonly Title[],
  named: NamedClause | undefined,
): Promise<LawSuggestion | null> {
  const hit = named && findNamed(index, found, named.locator);
  if (!hit) return null;
  const { code, title, kind, region, locator, label } = hit;
  const article = { code, title, kind, region, locator, label };
  const unit: Address | null = named.unit;
  if (unit === null) return article;
  const below = addressCode(unit).slice(locator.length + 1);
  if (!(await index.hasUnit(code, hit.effectiveOn, locator, below))) return article;
  return { ...article, locator: `${locator}/${below}`, label: addressText(unit) };
}

/** Kinds and regions that the base holds. */
export async function lawFacets(pool: pg.Pool): Promise<LawFacets> {
  const [kinds, regions] = await Promise.all([
    pool.query('select kind, count(*)::int as laws from law group by kind order by min(rank), kind'),
    pool.query('select region, count(*)::int as laws from law group by region order by region'),
  ]);
  return { kinds: kinds.rows, regions: regions.rows.map((row) => ({ ...row, name: placeName(row.region) })) };
}

const bare = ({ code, title, kind, region }: Title): LawHit => ({ code, title, kind, region });

const EXCERPT = 160;

/** The first article of the law that has just this name. */
function findFirst(index: LawIndex, title: string): ClauseHit | null {
  const named = [...index.titles.named(typedTitle(title))].sort((a, b) => a.rank - b.rank);
  return findNamed(index, named, 'T0001.00');
}

const LIKELY = 3;

/** An article of one of the laws that are likely meant: in its text of today, else in the last that has it. */
function findNamed(index: LawIndex, laws: readonly Title[], locator: string): ClauseHit | null {
  for (const law of laws.slice(0, LIKELY)) {
    const shown = index.versionToShow(law);
    for (const version of [shown, ...[...index.versionsOf(law)].reverse()]) {
      const hit = version === undefined ? undefined : index.clauseAt(version, locator);
      if (hit) return clauseHit(index, hit, (body) => body.slice(0, EXCERPT));
    }
  }
  return null;
}

/** The law's own name has a word of the question. */
const TITLED = 1.5;
/** Weighed again with their texts at hand; of one thing alone more, since where it is said what it is may say it once. */
const READ_AGAIN = 50;
const OF_ONE_THING = 200;

/** What a question asks of the law it begins with comes first; then what holds all its words; else what holds any. */
function findClauses(
  index: LawIndex,
  { words, phrases, inLaw }: Asked,
  filter: SearchFilter,
  fits: (law: Title) => boolean,
  limit: number,
): Clauses {
  if (words.length === 0) return NO_CLAUSES;
  const titled = new Set(words.filter((word) => word.length > 2).flatMap((word) => [...index.titles.withWord(word)]));
  const narrowed = narrowing(index, filter, fits);
  const weighed = new Map<Segment, Float32Array>();
  const weights: Weights = (segment) => {
    const known = weighed.get(segment);
    if (known) return known;
    const { ofLaw } = index.placesIn(segment);
    const weigh = narrowed(segment);
    for (const law of titled) for (const at of ofLaw.get(law) ?? []) weigh[at]! *= TITLED;
    weighed.set(segment, weigh);
    return weigh;
  };
  const inThem = new Set(inLaw?.laws.map(({ at }) => at));
  const within = (segment: Segment) =>
    [...inThem].flatMap((law) => index.placesIn(segment).ofLaw.get(law) ?? []).map((at) => segment.versions[at]!);
  const again = phrases.length > 1 ? READ_AGAIN : OF_ONE_THING;
  const rank = (of: readonly string[], all: boolean, only?: typeof within) =>
    readAgain(rankClauses(index.segments, of, all, weights, Math.max(again, limit), only), phrases);
  const search = (all: boolean): readonly Ranked[] => {
    const first = inLaw ? rank(inLaw.words, all, within) : [];
    const others = rank(words, all);
    return first.length === 0
      ? others
      : [...first, ...others.filter((one) => !first.some((other) => same(one, other)))];
  };
  const holding = search(true);
  const loose = holding.length === 0 && words.length > 1;
  const ranked = loose ? search(false) : holding;
  // What the law itself says of the matter is marked, not its name, which it does not repeat.
  const excerptIn = excerpts(saying(inLaw?.words ?? words));
  const excerpt = excerpts(saying(words));
  const isIn = ({ segment, clause }: Ranked) => inThem.has(index.placesIn(segment).laws[segment.versionOf[clause]!]!);
  return {
    clauses: ranked.slice(0, limit).map((one) => clauseHit(index, one, isIn(one) ? excerptIn : excerpt)),
    loose,
  };
}

/** Words to mark: single characters only when there is nothing else. */
function saying(words: readonly string[]): readonly string[] {
  const longer = words.filter(({ length }) => length > 1);
  return longer.length > 0 ? longer : words;
}

const same = (one: Ranked, other: Ranked): boolean => one.segment === other.segment && one.clause === other.clause;

/** How much each version counts under a filter, by its place in the segment. */
function narrowing(index: LawIndex, filter: SearchFilter, fits: (law: Title) => boolean): Weights {
  const { standing, all, kind, region, maker } = filter;
  if (!standing && !all && kind === undefined && region === undefined && maker === undefined)
    return (segment) => index.placesIn(segment).shown.slice();
  const stands = (version: number): boolean => {
    if (standing) return index.validity(version, standing.on) === standing.state;
    return all === true || index.isShown(version);
  };
  const fitting = index.titles.rows.map(fits);
  return (segment) => {
    const { laws, factors } = index.placesIn(segment);
    return factors.map((factor, at) => (fitting[laws[at]!] && stands(segment.versions[at]!.id) ? factor : 0));
  };
}

/** What stands together in the question and in the clause, and where the clause says what it is. */
const TOGETHER = 1.6;
const DEFINED = 1.5;

function readAgain(ranked: readonly Ranked[], phrases: readonly string[]): readonly Ranked[] {
  if (phrases.length === 0) return ranked;
  // Most texts have no letters to be made small, and to look for them takes as long as all else.
  const letters = phrases.some((phrase) => /[a-z]/.test(phrase));
  return ranked
    .map((one) => {
      const body = one.segment.text(one.clause);
      const text = letters ? body.toLowerCase() : body;
      let { score } = one;
      for (const phrase of phrases) {
        if (phrase.length > 2 && text.includes(phrase)) score *= TOGETHER;
        if (text.includes(`${phrase}是`) || text.includes(`${phrase}，是指`)) score *= DEFINED;
      }
      return { ...one, score };
    })
    .sort((a, b) => b.score - a.score);
}

function clauseHit(
  index: LawIndex,
  { segment, clause }: Pick<Ranked, 'segment' | 'clause'>,
  excerpt: (body: string) => string,
): ClauseHit {
  const version = segment.versions[segment.versionOf[clause]!]!.id;
  const { law, effectiveOn } = index.versions.get(version)!;
  const { code, title, kind, region } = index.titles.rows[law]!;
  const { locator, label } = segment.named(clause);
  const current = index.isShown(version);
  // Field by field: spread, it took longer than to find the clause.
  return { code, title, kind, region, locator, label, effectiveOn, current, excerpt: excerpt(segment.text(clause)) };
}
