import type { PlainDate } from '@fadu/kernel';
import { type Address, addressText } from '@fadu/lawtext';
import type { ClauseHit, LawFacets, LawHit, LawSearchAnswer, LawSuggestion, LawValidity } from '@fadu/wire';
import type pg from 'pg';
import { noArticle, textNamed } from '../clause.js';
import { placeName } from '../places.js';
import { clauseHit, findClauses, NO_CLAUSES } from './clauses.js';
import type { LawIndex } from './law-index.js';
import { asked, corrected, type NamedClause, splitClause } from './question.js';
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
  const made = index.remember(JSON.stringify([question, kind, region, all, limit, maker, standing]), () =>
    answer(index, question, filter),
  );
  return made.exact ? pointed(index, question, made, made.exact) : made;
}

/** With the 款 or 项 that was named in the clause; of one that is not there it says what there is. */
async function pointed(
  index: LawIndex,
  question: string,
  made: LawSearchAnswer,
  exact: ClauseHit,
): Promise<LawSearchAnswer> {
  const unit = splitClause(question)?.unit ?? null;
  if (unit === null) return made;
  const place = await index.unitIn(exact.code, exact.effectiveOn, exact.locator, unit);
  if (!place.ok)
    return { ...made, missing: `${textNamed(exact.title, exact.effectiveOn)}${exact.label}${place.error}` };
  return { ...made, exact: { ...exact, locator: `${exact.locator}/${place.value}`, label: addressText(unit) } };
}

/** What a question names. */
interface Naming {
  /** As it was asked, but for the name of a law that was misspelt. */
  readonly text: string;
  readonly corrected: string | null;
  readonly named: NamedClause | undefined;
  readonly title: string;
  readonly found: readonly Title[];
  /** They are what courts say of the law that is named. */
  readonly interpreting: boolean;
}

function naming(index: LawIndex, question: string): Naming {
  const asWritten = splitClause(question);
  const right = corrected(question, asWritten, index.titles);
  const text = right?.question ?? question;
  const named = right ? splitClause(text) : asWritten;
  const title = named?.title ?? text;
  const interpreting = index.titles.interpreting(typedTitle(title));
  const found = interpreting.length > 0 ? interpreting : index.titles.find(title);
  return { text, corrected: right?.name ?? null, named, title, found, interpreting: interpreting.length > 0 };
}

function answer(index: LawIndex, question: string, filter: SearchFilter): LawSearchAnswer {
  const { text, corrected, named, title, found, interpreting } = naming(index, question);
  // A law asked for by its name opens with its first article, not with a text that mentions it.
  const exact = named ? findNamed(index, meantBy(index, found, named), named.locator) : findFirst(index, title);
  const missing = named && !exact ? noSuchArticle(index, named) : null;
  const asking = asked(text, index.titles);
  const fits = (law: Title) =>
    (filter.kind === undefined || law.kind === filter.kind) &&
    (filter.region === undefined || law.region === filter.region) &&
    (filter.maker === undefined || law.maker?.includes(filter.maker) === true);
  const { standing, limit = 20 } = filter;
  const { inLaw } = asking;
  const laws = (found.length > 0 ? found : (inLaw?.laws ?? index.titles.apart(text))).filter(
    (law) =>
      fits(law) &&
      (standing === undefined ||
        index.versionsOf(law).some((version) => index.validity(version, standing.on) === standing.state)),
  );
  const answered = named ? exact !== null || missing !== null : interpreting && exact !== null;
  const clauses = answered ? NO_CLAUSES : findClauses(index, asking, narrowing(index, filter, fits), limit);
  return { exact, laws: laws.slice(0, 8).map(bare), ...clauses, corrected, missing };
}

const LAWS_EVERYWHERE = 5;

/** What the search over everything finds among laws: the clause that was named, and laws by name. */
export async function namedInSearch(
  index: LawIndex,
  question: string,
): Promise<{ clause: LawSuggestion | null; laws: { total: number; rows: LawHit[] } }> {
  await index.refresh();
  const { text, named, found: byName } = naming(index, question);
  const found = byName.length > 0 ? byName : index.titles.apart(text);
  const clause = await suggestedClause(index, found, named);
  return { clause, laws: { total: found.length, rows: found.slice(0, LAWS_EVERYWHERE).map(bare) } };
}

/**
 * While one types: the clause that was typed (复议法48), then laws by name; else the law that is asked for something (复议法 期限)
 * and those whose names have the words (上海 垃圾); at most eight.
 */
export async function suggestLaws(index: LawIndex, question: string): Promise<LawSuggestion[]> {
  await index.refresh();
  const { text, named, found } = naming(index, question);
  const clause = await suggestedClause(index, found, named);
  const likely = found.length > 0 ? found : (asked(text, index.titles).inLaw?.laws ?? index.titles.apart(text));
  const laws = likely.slice(0, clause ? 7 : 8).map((law) => ({ ...bare(law), locator: null, label: null }));
  return clause ? [clause, ...laws] : laws;
}

/** A 款 or 项 that is named is pointed at when the article has it. */
async function suggestedClause(
  index: LawIndex,
  found: readonly Title[],
  named: NamedClause | undefined,
): Promise<LawSuggestion | null> {
  const hit = named && findNamed(index, meantBy(index, found, named), named.locator);
  if (!hit) return null;
  const { code, title, kind, region, locator, label } = hit;
  const article = { code, title, kind, region, locator, label };
  const unit: Address | null = named.unit;
  if (unit === null) return article;
  const place = await index.unitIn(code, hit.effectiveOn, locator, unit);
  if (!place.ok) return article;
  return { ...article, locator: `${locator}/${place.value}`, label: addressText(unit) };
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
  const typed = typedTitle(title);
  const named = [...index.titles.named(typed)].sort((a, b) => a.rank - b.rank);
  return findNamed(index, named.length > 0 ? named : index.titles.interpreting(typed).slice(0, 1), 'T0001.00');
}

/** Of the laws found by a name those that are called just so, if there are any: 复议法99 is no article of another law. */
function meantBy(index: LawIndex, found: readonly Title[], { title }: NamedClause): readonly Title[] {
  const called = index.titles.called(typedTitle(title));
  return called.length === 0 ? found : found.filter((law) => called.includes(law));
}

/** Where the law stops that has not the article asked of it; null when no law is called so. */
function noSuchArticle(index: LawIndex, named: NamedClause): string | null {
  const [law] = index.titles.called(typedTitle(named.title));
  const version = law && index.versionToShow(law);
  if (!law || version === undefined) return null;
  const { effectiveOn } = index.versions.get(version)!;
  return noArticle(textNamed(law.title, effectiveOn), named.article, index.lastArticle(version));
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

/** How much each version counts under a filter, by its place in the segment. */
function narrowing(
  index: LawIndex,
  filter: SearchFilter,
  fits: (law: Title) => boolean,
): (segment: Segment) => Float32Array {
  const { standing, all, kind, region, maker } = filter;
  if (!standing && !all && kind === undefined && region === undefined && maker === undefined)
    return (segment) => index.placesIn(segment).shown;
  const stands = (version: number): boolean => {
    if (standing) return index.validity(version, standing.on) === standing.state;
    return all === true || index.isShown(version);
  };
  return index.narrowed(JSON.stringify([standing, all, kind, region, maker]), (segment) => {
    const { laws, factors } = index.placesIn(segment);
    const { rows } = index.titles;
    return factors.map((factor, at) => (fits(rows[laws[at]!]!) && stands(segment.versions[at]!.id) ? factor : 0));
  });
}
