import type { PlainDate } from '@fadu/kernel';
import { type Address, addressCode, addressText, parseAddress } from '@fadu/lawtext';
import type { ClauseHit, LawFacets, LawHit, LawSearchAnswer, LawSuggestion, LawValidity } from '@fadu/wire';
import type pg from 'pg';
import { searchKeys } from './instrument.js';
import { placeName } from './places.js';
import { questionWords, wordQuery } from './words.js';

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

interface Title extends LawHit {
  readonly id: number;
  readonly rank: number;
  readonly maker: string | null;
  readonly keys: readonly string[];
}

/** What came into the base is found this much later at most. */
const FRESH_MS = 1000;
/** Some 10 kB each. */
const MOST_ANSWERS = 1000;

/**
 * What a process keeps of the base to search it: the titles (some thousands), by name, short name, pinyin and initials, and
 * the answers it gave. Read again, and forgotten, when the base has changed.
 */
export class LawTitles {
  private titles: readonly Title[] = [];
  private stamp: string | undefined;
  private askedAt = 0;
  private fresh: Promise<void> = Promise.resolve();
  private readonly answers = new Map<string, Promise<LawSearchAnswer>>();
  constructor(private readonly pool: pg.Pool) {}

  /** Whoever asks while the base is being looked at waits for the same answer. */
  refresh(): Promise<void> {
    if (Date.now() - this.askedAt < FRESH_MS) return this.fresh;
    this.askedAt = Date.now();
    this.fresh = this.read();
    this.fresh.catch(() => {
      this.askedAt = 0;
    });
    return this.fresh;
  }

  private async read(): Promise<void> {
    const { rows } = await this.pool.query({
      name: 'law_stamp',
      text: "select count(*) || '/' || coalesce(max(tx)::text, '') as stamp from law_change",
    });
    if (rows[0].stamp === this.stamp) return;
    const laws = await this.pool.query('select id, code, title, kind, region, rank, maker from law');
    this.titles = laws.rows.map((row) => ({ ...row, keys: searchKeys(row.title) }));
    this.answers.clear();
    this.stamp = rows[0].stamp;
  }

  /** The answer to a question asked before, as long as the base is as it was; of two who ask at once, the second waits. */
  remember(question: string, answer: () => Promise<LawSearchAnswer>): Promise<LawSearchAnswer> {
    const known = this.answers.get(question);
    if (known) return known;
    const made = answer();
    this.answers.set(question, made);
    made.catch(() => this.answers.delete(question));
    if (this.answers.size > MOST_ANSWERS) this.answers.delete(this.answers.keys().next().value!);
    return made;
  }

  /** Laws whose maker's name has these words. */
  madeBy(words: string): number[] {
    return this.titles.filter(({ maker }) => maker?.includes(words)).map(({ id }) => id);
  }

  /** The best matches first: the name itself, its beginning, its end (复议法), parts of it; higher ranks and shorter names before others. */
  find(question: string, limit: number): Title[] {
    const wanted = typedTitle(question);
    if (wanted === '') return [];
    const letters = /[a-z]/.test(wanted);
    const characters = wanted.length >= 3 && /^[一-龥]+$/.test(wanted);
    const scored: { title: Title; score: number }[] = [];
    for (const title of this.titles) {
      let best = 0;
      for (const key of title.keys) {
        const at = key.indexOf(wanted);
        if (at < 0) continue;
        const score = key === wanted ? 4 : at === 0 ? 3 : at + wanted.length === key.length ? 2.5 : letters ? 0 : 1;
        best = Math.max(best, score);
      }
      if (best === 0 && characters && isSubsequence(wanted, title.keys[1]!)) best = 0.5;
      if (best > 0) scored.push({ title, score: best * 10 - title.rank * 3 - title.title.length / 50 });
    }
    return scored
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ title }) => title);
  }
}

const shared = new WeakMap<pg.Pool, LawTitles>();
/** The titles of a base, read once for all who search it. */
export function titlesOf(pool: pg.Pool): LawTitles {
  let titles = shared.get(pool);
  if (!titles) {
    titles = new LawTitles(pool);
    shared.set(pool, titles);
  }
  return titles;
}

const typedTitle = (text: string): string => text.toLowerCase().replaceAll(/[《》〈〉\s]/g, '');

/** 法援法 in 法律援助法: every character in order, and the last one last. */
function isSubsequence(wanted: string, title: string): boolean {
  if (wanted.at(-1) !== title.at(-1) || wanted[0] !== title[0]) return false;
  let at = 0;
  for (const char of title) if (char === wanted[at]) at += 1;
  return at === wanted.length;
}

/** How many candidates of each rank are weighed: enough for the first pages, few enough to answer at once. */
const CANDIDATES = 150;

/** Laws by name and clauses by words; what names a clause exactly comes first. */
export async function searchLaws(
  pool: pg.Pool,
  titles: LawTitles,
  question: string,
  filter: SearchFilter = {},
): Promise<LawSearchAnswer> {
  await titles.refresh();
  const { kind, region, all, limit, maker, standing } = filter;
  return titles.remember(JSON.stringify([question, kind, region, all, limit, maker, standing]), () =>
    answer(pool, titles, question, filter),
  );
}

async function answer(
  pool: pg.Pool,
  titles: LawTitles,
  question: string,
  filter: SearchFilter,
): Promise<LawSearchAnswer> {
  const limit = filter.limit ?? 20;
  const named = splitClause(question);
  // A law asked for by its name opens with its first article, not with a text that mentions it.
  const exact = await findExact(
    pool,
    titles,
    named?.title ?? question,
    named?.locator ?? 'T0001.00',
    named === undefined,
  );
  const made = filter.maker === undefined ? null : titles.madeBy(filter.maker);
  const standing = filter.standing && (await lawsStanding(pool, filter.standing));
  const fits = (hit: Title) =>
    (made === null || made.includes(hit.id)) &&
    (standing === undefined || standing.has(hit.id)) &&
    (filter.kind === undefined || hit.kind === filter.kind) &&
    (filter.region === undefined || hit.region === filter.region);
  const laws = titles
    .find(named?.title ?? question, 50)
    .filter(fits)
    .slice(0, 8);
  const words = named && exact ? [] : questionWords(question);
  if (words.length === 0) return { exact, laws: laws.map(bare), clauses: [], loose: false };
  let loose = false;
  let clauses = await findClauses(pool, words, '&', filter, made, limit);
  if (clauses.length === 0 && words.length > 1) {
    loose = true;
    clauses = await findClauses(pool, words, '|', filter, made, limit);
  }
  return { exact, laws: laws.map(bare), clauses, loose };
}

const LAWS_EVERYWHERE = 5;

/** What the search over everything finds among laws: the clause that was named, and laws by name. */
export async function namedInSearch(
  pool: pg.Pool,
  titles: LawTitles,
  question: string,
): Promise<{ clause: LawSuggestion | null; laws: { total: number; rows: LawHit[] } }> {
  await titles.refresh();
  const named = splitClause(question);
  const exact = named && (await findExact(pool, titles, named.title, named.locator, false, named.unit));
  const laws = titles.find(named?.title ?? question, Number.POSITIVE_INFINITY);
  return {
    clause: exact ? suggestionOf(exact) : null,
    laws: { total: laws.length, rows: laws.slice(0, LAWS_EVERYWHERE).map(bare) },
  };
}

const suggestionOf = ({ code, title, kind, region, locator, label }: ClauseHit): LawSuggestion => ({
  code,
  title,
  kind,
  region,
  locator,
  label,
});

/** While one types: the clause that was typed (复议法48), then laws by name; at most eight. */
export async function suggestLaws(pool: pg.Pool, titles: LawTitles, question: string): Promise<LawSuggestion[]> {
  await titles.refresh();
  const named = splitClause(question);
  const exact = named && (await findExact(pool, titles, named.title, named.locator, false, named.unit));
  const laws = titles.find(named?.title ?? question, exact ? 7 : 8).map(bare);
  return [...(exact ? [suggestionOf(exact)] : []), ...laws.map((law) => ({ ...law, locator: null, label: null }))];
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

/** 处罚法33 · 行政复议法第四十八条第一款 · xzfyf48 · 《刑法》§219-1 */
function splitClause(
  question: string,
): { readonly title: string; readonly locator: string; readonly unit: Address | null } | undefined {
  const found =
    /^《?([一-龥a-zA-Z（）〈〉]{2,40}?)》?\s*(第[一二三四五六七八九十百零千\d]+条.*|§?\s*\d{1,4}(?:[-.(（].*)?)$/.exec(
      question.trim(),
    );
  if (!found) return undefined;
  const address = parseAddress(
    found[2]!
      .replaceAll('（', '(')
      .replaceAll('）', ')')
      .replace(/^第(\d+)条$/, '$1'),
  );
  if (!address.ok) return undefined;
  const { article, paragraph, item } = address.value;
  const pinned = paragraph !== undefined || item !== undefined;
  return { title: found[1]!, locator: addressCode({ article }), unit: pinned ? address.value : null };
}

/**
 * The article of the law meant by a title; `whole`: only when the title is the law's own, whole, short or in pinyin. A 款 or
 * 项 that is named is pointed at when the article has it.
 */
async function findExact(
  pool: pg.Pool,
  titles: LawTitles,
  title: string,
  locator: string,
  whole: boolean,
  unit: Address | null = null,
): Promise<ClauseHit | null> {
  const wanted = typedTitle(title);
  for (const law of titles.find(title, 3)) {
    if (whole && !law.keys.includes(wanted)) continue;
    const { rows } = await pool.query({
      name: 'law_exact',
      text: `select l.code, l.title, l.kind, l.region, c.locator, c.label, v.effective_on::text as "effectiveOn", c.current, left(c.body, 160) as excerpt, c.inner_places as inner
        from law_version v join law_clause c on c.version = v.id join law l on l.id = v.law
        where v.law = $1 and c.locator = $2 order by c.current desc, v.effective_on desc limit 1`,
      values: [law.id, locator],
    });
    if (!rows[0]) continue;
    const { inner, ...hit } = rows[0] as ClauseHit & { readonly inner: readonly (readonly [string])[] };
    const code = unit && addressCode(unit).slice(hit.locator.length + 1);
    if (!code || !inner.some(([one]) => one === code)) return hit;
    return { ...hit, locator: `${hit.locator}/${code}`, label: addressText(unit) };
  }
  return null;
}

/**
 * Candidates are taken rank by rank, so that a common word does not make the whole base be weighed. Among them comes first
 * what says the rarer words most, in the higher rank, in a law whose name has the words of the question.
 */
async function findClauses(
  pool: pg.Pool,
  words: readonly string[],
  join: '&' | '|',
  filter: SearchFilter,
  made: readonly number[] | null,
  limit: number,
): Promise<ClauseHit[]> {
  const { standing } = filter;
  const narrowed = made !== null || standing !== undefined;
  const stands =
    standing &&
    `exists (select 1 from law_version s where s.id = c.version and ${STANDING[standing.state]('$10::date')})`;
  const extra = narrowed ? ` and ($9::int[] is null or c.law = any($9::int[]))${stands ? ` and ${stands}` : ''}` : '';
  const candidates = (ranks: string) =>
    `(select c.version, c.ord, c.law, c.rank, c.words from law_clause c join law l on l.id = c.law
      where c.words @@ $1::tsquery and ${ranks} and (c.current or $4)
        and ($2::text is null or l.kind = $2) and ($3::text is null or l.region = $3)${extra} limit ${CANDIDATES})`;
  const { rows } = await pool.query({
    ...(!narrowed && { name: join === '&' ? 'law_search_all' : 'law_search_any' }),
    text: `with total as (select greatest(sum(reltuples), 1) as n from pg_class where relname = 'law_clause'),
      weighed as (select q::tsquery as query, ln(1 + total.n / (1 + coalesce(w.clauses, 0))) as weight
        from total, unnest($6::text[], $7::text[]) as u (q, word) left join law_word w on w.word = u.word),
      hits as materialized (${['c.rank <= 2', 'c.rank = 3', 'c.rank > 3'].map(candidates).join(' union all ')}),
      best as (
        select h.version, h.ord,
          ${join === '&' ? 'ts_rank(h.words, $1::tsquery, 1)' : '(select sum(ts_rank(h.words, weighed.query, 1) * weighed.weight) from weighed)'}
            * (case when h.rank <= 2 then 2.5 when h.rank = 3 then 1.5 else 1.0 end)
            * (case when l.title like any ($8::text[]) then 1.5 else 1.0 end) as score
        from hits h join law l on l.id = h.law order by score desc limit $5)
      select l.code, l.title, l.kind, l.region, c.locator, c.label, v.effective_on::text as "effectiveOn", c.current, c.body
      from best b join law_clause c on c.version = b.version and c.ord = b.ord join law_version v on v.id = c.version join law l on l.id = c.law
      order by b.score desc`,
    values: [
      wordQuery(words, join),
      filter.kind ?? null,
      filter.region ?? null,
      filter.all === true || standing !== undefined,
      limit,
      words.map((word) => wordQuery([word])),
      words,
      words.filter((word) => word.length > 2).map((word) => `%${word.replaceAll(/[%_\\]/g, '\\$&')}%`),
      ...(narrowed ? [made] : []),
      ...(standing === undefined ? [] : [standing.on]),
    ],
  });
  return rows.map(({ body, ...hit }) => ({ ...hit, excerpt: excerptOf(body, words) }));
}

/** Where a version stands on a day, as a condition on `law_version s` (sheet 4f-4). */
const STANDING: Readonly<Record<LawValidity, (day: string) => string>> = {
  notYetEffective: (day) => `s.effective_on > ${day}`,
  inForce: (day) => `s.effective_on <= ${day} and (s.end_on is null or s.end_on > ${day})`,
  superseded: (day) => `s.end_on <= ${day} and s.end_kind = 'superseded'`,
  repealed: (day) => `s.end_on <= ${day} and s.end_kind = 'repealed'`,
  // Lapsing is not told apart from repeal in the texts.
  lapsed: () => 'false',
};

async function lawsStanding(pool: pg.Pool, { on, state }: NonNullable<SearchFilter['standing']>): Promise<Set<number>> {
  const { rows } = await pool.query(`select distinct law from law_version s where ${STANDING[state]('$1::date')}`, [
    on,
  ]);
  return new Set(rows.map((row) => row.law as number));
}

const AROUND = 40;
const LENGTH = 120;

/** About 120 characters around the first word found, each word between U+0002 and U+0003. */
function excerptOf(body: string, words: readonly string[]): string {
  const text = body.replaceAll(/\s+/g, '');
  const lower = text.toLowerCase();
  const first = Math.min(...words.map((word) => lower.indexOf(word)).filter((at) => at >= 0), text.length);
  const from = first > AROUND && text.length > LENGTH ? first - AROUND : 0;
  let cut = text.slice(from, from + LENGTH);
  const longestFirst = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (longestFirst.length > 0)
    cut = cut.replaceAll(new RegExp(longestFirst.join('|'), 'gi'), (word) => `\u0002${word}\u0003`);
  return `${from > 0 ? '……' : ''}${cut}${from + LENGTH < text.length ? '……' : ''}`;
}
