import { fail, markedTitle, ok, type PlainDate, type Result } from '@fadu/kernel';
import { type Address, addressCode, addressText, parseAddress } from '@fadu/lawtext';
import type pg from 'pg';
import { type InForce, lawInForce } from './in-force.js';

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
  readonly citations: readonly CitationRow[];
}

/** A citation in an article; offsets in the article's text. */
interface CitationRow {
  readonly raw: string;
  readonly title: string;
  /** Code of the law, null when the base does not hold it: the name stays a fact. */
  readonly code: string | null;
  readonly articles: readonly string[];
  readonly unresolved: string | null;
}

/** Why no clause is shown, with the part that exists. */
export interface ClauseMissing {
  readonly code: 'law.unknown' | 'law.address' | 'law.not_yet';
  readonly message: string;
}

/** One clause by title or code, address in any written form, and day. */
export async function clauseOn(
  db: pg.Pool | pg.PoolClient,
  name: string,
  written: string,
  on: PlainDate,
  region?: string,
): Promise<Result<Clause, ClauseMissing>> {
  const read = parseAddress(written);
  if (!read.ok) return fail({ code: 'law.address', message: `${read.error.message}。` });
  const found = await lawInForce(db, name, on, region);
  if (!found) return fail({ code: 'law.unknown', message: `库中没有“${name}”。请核对全称，或者先入库。` });
  if (found.validity === 'notYetEffective')
    return fail({
      code: 'law.not_yet',
      message: `${on}时${markedTitle(found.law.title)}尚未施行，库中最早的文本自${found.version.effectiveOn}施行。`,
    });
  return clauseOf(db, found, read.value);
}

export async function clauseOf(
  db: pg.Pool | pg.PoolClient,
  found: InForce,
  address: Address,
): Promise<Result<Clause, ClauseMissing>> {
  const locator = addressCode({ article: address.article });
  const { rows } = await db.query({
    name: 'law_clause',
    text: `select c.identity, c.label, c.outline, c.body, c.inner_places as inner,
        (select coalesce(json_agg(json_build_object('raw', x.raw, 'title', x.title, 'code', l.code, 'articles', x.articles, 'unresolved', x.unresolved) order by x.char_from), '[]')
         from law_citation x left join law l on l.id = x.target where x.version = c.version and x.locator = c.locator) as citations,
        (select label from law_clause z where z.version = c.version and z.locator like 'T%' order by z.ord desc limit 1) as last
      from law_clause c where c.version = $1 and c.locator = $2`,
    values: [found.version.id, locator],
  });
  const row = rows[0];
  if (!row) {
    const { rows: last } = await db.query(
      "select label from law_clause where version = $1 and locator like 'T%' order by locator desc limit 1",
      [found.version.id],
    );
    const end = last[0] ? `，最后一条是${last[0].label}` : '';
    return fail({
      code: 'law.address',
      message: `${markedTitle(found.law.title)}（${found.version.effectiveOn}施行）没有${addressText({ article: address.article })}${end}。`,
    });
  }
  const place = placeIn(row.inner as [string, number, number][], row.body as string, address);
  if (!place.ok)
    return fail({ code: 'law.address', message: `${addressText({ article: address.article })}${place.error}` });
  const [from, to, code] = place.value;
  return ok({
    found,
    locator: code === '' ? locator : `${locator}/${code}`,
    identity: row.identity,
    label: row.label,
    outline: row.outline,
    text: row.body.slice(from, to),
    article: row.body,
    from,
    to,
    citations: row.citations,
  });
}

/** The stretch of the unit in the article's text; an item whose paragraph is not named takes the only list. */
function placeIn(
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
  if (hits.length > 1) return fail(`有${hits.length}款分项，须写明第几款。`);
  const paragraphs = inner.filter(([code]) => /^K\d+$/.test(code)).length;
  if (paragraph !== undefined && paragraph > paragraphs) return fail(`只有${paragraphs}款。`);
  const items = inner.filter(([code]) =>
    (paragraph === undefined ? /^K\d+\/I\d+$/ : new RegExp(`^${whole.slice(0, 3)}/I\\d+$`)).test(code),
  ).length;
  if (items === 0) return fail('没有分项。');
  return fail(subitem !== undefined && item !== undefined && item <= items ? '该项没有这一目。' : `只有${items}项。`);
}
