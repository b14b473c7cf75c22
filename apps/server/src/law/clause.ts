import { chineseNumeral, fail, markedTitle, ok, type PlainDate, type Result } from '@fadu/kernel';
import { type Address, addressCode, addressText, parseAddress } from '@fadu/lawtext';
import type pg from 'pg';
import { type InForce, lawInForce } from './in-force.js';
import { outsidePlace } from './outside-place.js';
import type { StoredCitation } from './written-for.js';

/** A clause as in force on a day: the unit asked for, and the article around it. */
export interface Clause {
  readonly found: InForce;
  readonly locator: string;
  readonly identity: string;
  readonly label: string;
  readonly outline: string;
  /** Text of the unit asked for. */
  readonly text: string;
  /** Text of the whole article. */
  readonly article: string;
  /** Half open, in `article`; where the unit asked for stands. */
  readonly from: number;
  readonly to: number;
  /** As stored: the text each was written for is told by `toldWrittenFor`. */
  readonly citations: readonly StoredCitation[];
}

/** Why no clause is shown, with the part that exists. */
export interface ClauseMissing {
  readonly code: 'law.unknown' | 'law.address' | 'law.not_yet';
  readonly message: string;
}

/** One clause by title or code, address in any written form (also 序言第七自然段, 附件一), and day. */
export async function clauseOn(
  db: pg.Pool | pg.PoolClient,
  name: string,
  written: string,
  on: PlainDate,
  region?: string,
): Promise<Result<Clause, ClauseMissing>> {
  const outside = outsidePlace(written);
  const read = outside === null ? parseAddress(written) : ok({ article: '1' });
  if (!read.ok) return fail({ code: 'law.address', message: `${read.error.message}。` });
  const found = await lawInForce(db, name, on, region);
  if (!found) return fail({ code: 'law.unknown', message: `库中没有“${name}”。请核对全称，或者先入库。` });
  if (found.validity === 'notYetEffective')
    return fail({
      code: 'law.not_yet',
      message: `${on}时${markedTitle(found.law.title)}尚未施行，库中最早的文本自${found.version.effectiveOn}施行。`,
    });
  return outside === null ? clauseOf(db, found, read.value) : placeOf(db, found, outside);
}

export async function clauseOf(
  db: pg.Pool | pg.PoolClient,
  found: InForce,
  address: Address,
): Promise<Result<Clause, ClauseMissing>> {
  const locator = addressCode({ article: address.article });
  const row = await rowAt(db, found, locator);
  if (!row) {
    const last = await lastLabel(db, found, 'T');
    return fail({
      code: 'law.address',
      message: noArticle(textOf(found), address.article, last),
    });
  }
  const place = placeIn(row.inner, row.body, address);
  if (!place.ok)
    return fail({ code: 'law.address', message: `${addressText({ article: address.article })}${place.error}` });
  const [from, to, code] = place.value;
  return ok(clauseAt(found, code === '' ? locator : `${locator}/${code}`, row, from, to));
}

/** A paragraph before the articles or an annex, by its locator. */
async function placeOf(
  db: pg.Pool | pg.PoolClient,
  found: InForce,
  { locator, words }: { readonly locator: string; readonly words: string },
): Promise<Result<Clause, ClauseMissing>> {
  const row = await rowAt(db, found, locator);
  if (row) return ok(clauseAt(found, locator, row, 0, row.body.length));
  const { rows } = await db.query(
    'select count(*)::int as held from law_clause where version = $1 and starts_with(locator, $2)',
    [found.version.id, locator[0]],
  );
  const held = rows[0].held as number;
  const there =
    locator[0] === 'P'
      ? held === 0
        ? '条文前没有段落'
        : `条文前只有${held}段`
      : held === 0
        ? '没有附件'
        : `只有${held}个附件`;
  return fail({ code: 'law.address', message: `${textOf(found)}没有${words}，${there}。` });
}

interface Row {
  readonly identity: string;
  readonly label: string;
  readonly outline: string;
  readonly body: string;
  readonly inner: readonly (readonly [string, number, number])[];
  readonly citations: readonly StoredCitation[];
}

const rowAt = async (db: pg.Pool | pg.PoolClient, { version }: InForce, locator: string): Promise<Row | undefined> =>
  (
    await db.query({
      name: 'law_clause',
      text: `select c.identity, c.label, c.outline, c.body, c.inner_places as inner,
        (select coalesce(json_agg(json_build_object('target', x.target, 'raw', x.raw, 'title', x.title, 'code', l.code, 'articles', x.articles, 'unresolved', x.unresolved) order by x.char_from), '[]')
         from law_citation x left join law l on l.id = x.target where x.version = c.version and x.locator = c.locator) as citations
      from law_clause c where c.version = $1 and c.locator = $2`,
      values: [version.id, locator],
    })
  ).rows[0];

const lastLabel = async (
  db: pg.Pool | pg.PoolClient,
  { version }: InForce,
  letter: string,
): Promise<string | undefined> =>
  (
    await db.query(
      'select label from law_clause where version = $1 and starts_with(locator, $2) order by locator desc limit 1',
      [version.id, letter],
    )
  ).rows[0]?.label;

const textOf = ({ law, version }: InForce): string => textNamed(law.title, version.effectiveOn);

export const textNamed = (title: string, effectiveOn: string): string => `${markedTitle(title)}（${effectiveOn}施行）`;

/**
 * That a text has no such article, and where it stops.
 * @param text as `textNamed` names it
 * @param last label of its last article; undefined of a text without articles
 */
export const noArticle = (text: string, article: Address['article'], last: string | undefined): string =>
  `${text}没有${addressText({ article })}${last ? `，最后一条是${last}` : '，这个文本不分条'}。`;

const clauseAt = (found: InForce, locator: string, row: Row, from: number, to: number): Clause => ({
  found,
  locator,
  identity: row.identity,
  label: row.label,
  outline: row.outline,
  text: row.body.slice(from, to),
  article: row.body,
  from,
  to,
  citations: row.citations,
});

/**
 * The stretch of the unit in the article's text, and its code in it; an item whose paragraph is not named takes the only list.
 * Else what there is, to be said behind the article: 只有二项，没有第（三）项。
 */
export function placeIn(
  inner: readonly (readonly [string, number, number])[],
  body: string,
  address: Address,
): Result<[number, number, string], string> {
  const { paragraph, item, subitem } = address;
  if (paragraph === undefined && item === undefined) return ok([0, body.length, '']);
  const whole = addressCode(address).slice(9);
  const wanted = paragraph === undefined ? whole.replace(/^K00/, '') : whole;
  const hits = inner.filter(([code]) => (paragraph === undefined ? code.slice(3) === wanted : code === wanted));
  if (hits.length === 1) return ok([hits[0]![1], hits[0]![2], hits[0]![0]]);
  if (hits.length > 1) return fail(`有${chineseNumeral(hits.length)}款分项，须写明第几款。`);
  const paragraphs = inner.filter(([code]) => /^K\d+$/.test(code)).length;
  if (paragraph !== undefined && paragraph > paragraphs)
    return fail(`只有${chineseNumeral(paragraphs)}款，没有第${chineseNumeral(paragraph)}款。`);
  const items = inner.filter(([code]) =>
    (paragraph === undefined ? /^K\d+\/I\d+$/ : new RegExp(`^${whole.slice(0, 3)}/I\\d+$`)).test(code),
  ).length;
  const within = paragraph === undefined ? '' : `第${chineseNumeral(paragraph)}款`;
  if (items === 0) return fail(`${within}没有分项。`);
  return fail(
    subitem !== undefined && item !== undefined && item <= items
      ? `${within}第（${chineseNumeral(item)}）项没有第${subitem}目。`
      : `${within}只有${chineseNumeral(items)}项，没有第（${chineseNumeral(item!)}）项。`,
  );
}
