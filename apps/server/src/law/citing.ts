import { type PlainDate, shortBasisText } from '@fadu/kernel';
import { type CitationTarget, citeLaw, TitleIndex } from '@fadu/lawtext';
import type { Line } from '@fadu/procedure';
import type pg from 'pg';
import type { Scope } from '../access/scope.js';
import type { OfficialDocument } from '../documents/index.js';
import type { Platform } from '../matters/execute.js';
import { scoped } from '../storage/scoped.js';
import { articleOfBasis, basesInLine, templateWords } from './definitions.js';
import type { Law } from './in-force.js';
import { Numbering } from './numbering.js';
import { articleCode, articleNumberOf, type Citing } from './relation.js';

type Db = pg.Pool | pg.PoolClient;

/** Titles of the base, to read citations in texts that are not laws. */
export async function knownTitles(db: Db): Promise<TitleIndex> {
  const { rows } = await db.query({ name: 'law_titles', text: 'select distinct title from law' });
  return new TitleIndex(rows.map((row) => row.title as string));
}

/** A law named in a text that is no law: title in full, articles as locators. */
export interface Named {
  readonly raw: string;
  readonly title: string;
  readonly articles: readonly string[];
  readonly targets: readonly CitationTarget[];
  /** In the text, half open. */
  readonly start: number;
  readonly end: number;
}

/** Laws that a text names with their articles: what is said of 本规定 or 前款 in it is its own affair. */
export function namedLaws(text: string, titles: TitleIndex): Named[] {
  return citeLaw(HEAD + text, { titles })
    .filter(({ target_title, annex }) => target_title !== 'self' && annex !== true)
    .map(({ text: raw, target_title, targets, start, end }) => ({
      raw,
      title: target_title,
      articles: articlesOf(targets),
      targets,
      start: start - HEAD.length,
      end: end - HEAD.length,
    }));
}

/** So that the first line of the text is not taken for the title of a law. */
const HEAD = '# 文本\n\n<!-- INFO END -->\n';

export const articlesOf = (targets: readonly CitationTarget[]): string[] => [
  ...new Set(targets.flatMap(({ article }) => (article === null ? [] : [articleCode(article)]))),
];

/**
 * Laws in force on a day that cite a law; of one article also those that cite the law as a whole. Numbers are those of one
 * version of it, into which what older texts cite is carried over; what that version no longer has is left out.
 * @param numbered the version in whose numbers `locator` is written and the answer is given; null: as each text writes them
 */
export async function lawsCiting(
  db: Db,
  law: Law,
  numbered: number | null,
  locator: string | null,
  on: PlainDate,
): Promise<Citing[]> {
  const numbering = await Numbering.of(db, law.id);
  const { rows } = await db.query({
    name: locator === null ? 'law_impact_whole' : 'law_impact_article',
    text: `select l.code, l.title, l.region, l.id = $1 as own, v.effective_on::text as since, cl.label, c.raw, c.kind, c.articles, c.targets, c.repeals
      from law_citation c join law_version v on v.id = c.version join law l on l.id = v.law
      left join law_clause cl on cl.version = c.version and cl.locator = c.locator
      where c.target = $1 and v.effective_on <= $2 and (v.end_on is null or v.end_on > $2)
        ${locator === null ? '' : "and (c.articles && $3::text[] or c.articles = '{}')"}
      order by l.rank, l.id, c.char_from`,
    values:
      locator === null
        ? [law.id, on]
        : [law.id, on, numbered === null ? [locator] : numbering.numbersOf(locator, numbered)],
  });
  return rows.flatMap((row): Citing[] => {
    const written: Citing = {
      kind: 'law',
      id: row.code,
      name: row.title,
      place: row.label ?? '',
      raw: row.raw,
      articles: row.articles,
      targets: row.targets,
      own: row.own,
      repeals: row.repeals,
      region: row.region,
    };
    const one = row.own ? written : carriedOver(written, row.since, numbering, numbered);
    // It is another article that had this number then.
    if (one === undefined || (locator !== null && one.articles.length > 0 && !one.articles.includes(locator)))
      return [];
    return row.own && one.articles.length === 0 ? [] : [one];
  });
}

/** A citation written on a day in the numbers of one version; undefined when what it names is no longer in it. */
function carriedOver(
  citing: Citing,
  since: PlainDate,
  numbering: Numbering,
  numbered: number | null,
): Citing | undefined {
  if (numbered === null || citing.articles.length === 0) return citing;
  const articles = citing.articles.flatMap((one) => numbering.carried(one, since, numbered) ?? []);
  if (articles.length === 0) return undefined;
  const targets = citing.targets.flatMap((target) => {
    if (target.article === null) return [target];
    const number = numbering.carried(articleCode(target.article), since, numbered);
    return number === undefined ? [] : [{ ...target, article: articleNumberOf(number) }];
  });
  return { ...citing, articles, targets };
}

/**
 * Places of the lines that rest on a law as it is on a day, and words of their papers that name it. What rests on an
 * earlier edition stands on that text, with its numbers: it is no longer concerned.
 */
export function definitionsCiting(lines: readonly Line[], law: Pick<Law, 'title'>, on: PlainDate): Citing[] {
  const place = (line: Line, id: string, called: string) => ({
    kind: id.startsWith('documents.') ? ('template' as const) : ('definition' as const),
    id: `${line.code}/${id}`,
    name: line.name,
    place: called,
    own: false,
    repeals: false,
    line: line.code,
  });
  return lines.flatMap((line) => [
    ...basesInLine(line)
      .filter(({ basis: { title, edition } }) => title === law.title && (edition?.until ?? on) >= on)
      .map(({ place: id, name, basis }): Citing => {
        const article = articleOfBasis(basis);
        const target = { paragraph: basis.paragraph ?? null, item: basis.item ?? null, subitem: null };
        return {
          ...place(line, id, name),
          raw: shortBasisText(basis),
          articles: article === undefined ? [] : [articleCode(article)],
          targets: article === undefined ? [] : [{ article, ...target }],
        };
      }),
    ...namedInPapers(line).flatMap(({ place: id, name, named }) =>
      named
        .filter(({ title }) => title === law.title)
        .map(({ raw, articles, targets }): Citing => ({ ...place(line, id, name), raw, articles, targets })),
    ),
  ]);
}

const papers = new WeakMap<
  Line,
  readonly { readonly place: string; readonly name: string; readonly named: Named[] }[]
>();
/** Read once for each line: definitions do not change while the platform runs. */
function namedInPapers(line: Line) {
  const known = papers.get(line);
  if (known) return known;
  const read = templateWords(line).map(({ place, name, words }) => ({
    place,
    name,
    named: namedLaws(words, new TitleIndex()),
  }));
  papers.set(line, read);
  return read;
}

/**
 * Registered texts of organizations that name a law (dependents.ts); they were held against the text of the day on which
 * they were registered.
 * @param numbered as for `lawsCiting`
 */
export async function dependentsCiting(db: Db, law: Law, numbered: number | null): Promise<Citing[]> {
  const { rows } = await db.query({
    name: 'law_dependents_citing',
    text: `select d.id, d.kind, d.name, d.number, d.org, d.post, c.raw, c.articles, c.targets,
        (d.created_at at time zone 'Asia/Shanghai')::date::text as since
      from law_dependent_citation c join law_dependent d on d.id = c.dependent
      where c.title = $1 and d.ended_at is null order by d.id, c.ord`,
    values: [law.title],
  });
  if (rows.length === 0) return [];
  const numbering = await Numbering.of(db, law.id);
  return rows.flatMap((row): Citing[] => {
    const written: Citing = {
      kind: row.kind,
      id: String(row.id),
      name: row.name,
      place: row.number ?? '',
      raw: row.raw,
      articles: row.articles,
      targets: row.targets,
      own: false,
      repeals: false,
      ownerOrg: row.org,
      ownerPost: row.post,
    };
    const one = carriedOver(written, row.since, numbering, numbered);
    return one ? [one] : [];
  });
}

/** A document the platform made, with what it says. */
export interface IssuedText {
  readonly id: string;
  readonly name: string;
  readonly number: string | null;
  readonly matter: string;
  readonly organ: string;
  readonly issuedOn: PlainDate;
  /** When the matter was opened: the law of that day may apply to it still. */
  readonly openedOn: PlainDate;
  readonly content: OfficialDocument;
}

const ISSUED = `select d.id, d.name, d.number, d.matter, m.organ, d.issued_on::text as "issuedOn", m.opened_on::text as "openedOn", d.content
  from document d join matter m on m.region = d.region and m.id = d.matter`;

/**
 * Documents of matters that are not closed, within the scope of the connection, that name a law with an article. Those of
 * closed matters stand on the law of their day and need no second look.
 */
export async function documentsCiting(
  client: pg.PoolClient,
  law: Pick<Law, 'title'>,
  titles: TitleIndex,
): Promise<Citing[]> {
  const short = law.title.replace(/^中华人民共和国/, '');
  const { rows } = await client.query(
    `${ISSUED} where m.closed_on is null and d.state <> 'withdrawn' and position($1 in d.content::text) > 0 order by d.id`,
    [short],
  );
  return (rows as IssuedText[]).flatMap((one) =>
    documentCitings(one, titles).filter(({ title, articles }) => title === law.title && articles.length > 0),
  );
}

/** The same as an official sees them: of the organizations that the posts in use cover, not those one only takes part in. */
export async function ownDocumentsCiting(
  { pool, directory }: Platform,
  scope: Scope,
  law: Pick<Law, 'title'>,
): Promise<Citing[]> {
  const titles = await knownTitles(pool);
  const found = await scoped(pool, scope, (client) => documentsCiting(client, law, titles));
  const covers = (org: string): boolean => {
    const { path } = directory.getOrg(org);
    return scope.orgs.includes(org) || scope.paths.some((above) => `${path}.`.startsWith(`${above}.`));
  };
  return found.filter(({ ownerOrg }) => covers(ownerOrg!));
}

const BATCH = 300;

/** Documents after an id, in the order they were made; ids carry the time they were given. At most 300. */
export async function documentsAfter(client: pg.PoolClient, id: string): Promise<IssuedText[]> {
  const { rows } = await client.query(
    `${ISSUED} where d.id > $1::uuid and d.state <> 'withdrawn' order by d.id limit ${BATCH}`,
    [id],
  );
  return rows;
}

export const documentCitings = (one: IssuedText, titles: TitleIndex): (Citing & { readonly title: string })[] =>
  namedLaws(wordsOf(one.content), titles).map(({ raw, title, articles, targets }) => ({
    kind: 'document',
    id: one.id,
    name: one.name,
    place: one.number ?? '',
    raw,
    title,
    articles,
    targets,
    own: false,
    repeals: false,
    matter: one.matter,
    ownerOrg: one.organ,
  }));

/** What a document says, a line for each paragraph or row. */
function wordsOf({ blocks }: Pick<OfficialDocument, 'blocks'>): string {
  return blocks
    .flatMap((block) => {
      if (block.kind === 'list') return block.items;
      if (block.kind === 'table') return block.rows.map((row) => row.join('　'));
      if (block.kind === 'sheet') return block.rows.flatMap((row) => row.map(([, value]) => value));
      return [block.text];
    })
    .join('\n');
}
