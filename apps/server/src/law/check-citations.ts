import { chineseDate, markedTitle, type PlainDate } from '@fadu/kernel';
import type { Address, CitationTarget } from '@fadu/lawtext';
import { type LawCitationCheck, VALIDITY_NAMES } from '@fadu/wire';
import type pg from 'pg';
import type { Named } from './citing.js';
import { clauseOf } from './clause.js';
import { type InForce, lawInForce } from './in-force.js';

export const addressOfTarget = ({ article, paragraph, item, subitem }: CitationTarget): Address | undefined =>
  article === null
    ? undefined
    : {
        article,
        ...(paragraph !== null && { paragraph }),
        ...(item !== null && { item }),
        ...(subitem !== null && { subitem }),
      };

/**
 * Whether what a text cites is there on a day (引用依据核验): E-LW-05 a 款 or 项 that the version in force does not have,
 * E-LW-06 a law that is no longer in force, W-LW-07 a law named without an article, W-LW-08 a title that several places
 * have. A law the base does not hold is `unknown`: nothing is said about it.
 */
export async function checkCitations(
  db: pg.Pool | pg.PoolClient,
  cited: readonly Named[],
  on: PlainDate,
): Promise<LawCitationCheck[]> {
  const checks: LawCitationCheck[] = [];
  const laws = new Map<string, InForce | undefined>();
  for (const one of cited) {
    if (!laws.has(one.title)) laws.set(one.title, await lawInForce(db, one.title, on));
    checks.push(await checkOne(db, one, laws.get(one.title), on));
  }
  return checks;
}

async function checkOne(
  db: pg.Pool | pg.PoolClient,
  one: Named,
  found: InForce | undefined,
  on: PlainDate,
): Promise<LawCitationCheck> {
  const { raw, title, articles, targets, start, end } = one;
  const said = { raw, title, articles, code: found?.law.code ?? null, start, end };
  if (!found) return { ...said, verdict: 'unknown', message: `库中没有${markedTitle(title)}，没有核验。` };
  if (found.law.region !== '000000' && (await inPlaces(db, found.law.title)) > 1)
    return { ...said, verdict: 'W-LW-08', message: `几个地方都有${markedTitle(title)}，没有核验。请写明制定机关。` };
  if (found.validity === 'repealed' || found.validity === 'lapsed') {
    const { endOn, endedBy } = found.version;
    return {
      ...said,
      verdict: 'E-LW-06',
      message: `${markedTitle(title)}已自${chineseDate(endOn!)}起${VALIDITY_NAMES[found.validity].replace('已', '')}${endedBy ? `（${markedTitle(endedBy)}）` : ''}。请改引现行有效的规定。`,
    };
  }
  if (found.validity === 'notYetEffective' && (await bornBefore(db, found, on)))
    return {
      ...said,
      verdict: 'unknown',
      message: `库中没有${chineseDate(on)}有效的${markedTitle(title)}文本，最早的自${chineseDate(found.version.effectiveOn)}施行，没有核验。`,
    };
  if (found.validity === 'notYetEffective')
    return {
      ...said,
      verdict: 'E-LW-06',
      message: `${chineseDate(on)}时${markedTitle(title)}尚未施行，库中最早的文本自${chineseDate(found.version.effectiveOn)}施行。`,
    };
  const addresses = targets.flatMap((target) => addressOfTarget(target) ?? []);
  if (addresses.length === 0)
    return { ...said, verdict: 'W-LW-07', message: `引用${markedTitle(title)}没有写明第几条。` };
  for (const address of addresses) {
    const clause = await clauseOf(db, found, address);
    if (!clause.ok)
      return {
        ...said,
        verdict: 'E-LW-05',
        message: clause.error.message.startsWith('《')
          ? clause.error.message
          : `${markedTitle(title)}（${found.version.effectiveOn}施行）${clause.error.message}`,
      };
  }
  return { ...said, verdict: 'ok', message: `${found.version.effectiveOn}施行的文本，现行有效。` };
}

/** Whether its history tells that the law was there by a day of which the base holds no text. */
async function bornBefore(db: pg.Pool | pg.PoolClient, { versions }: InForce, on: PlainDate): Promise<boolean> {
  const { rows } = await db.query({
    name: 'law_born_before',
    text: `select exists (select 1 from law_version v, jsonb_array_elements(v.header -> 'history') h
      where v.id = $1 and h ->> 'date' <= $2) as born`,
    values: [versions.at(-1)!.id, on],
  });
  return rows[0].born;
}

async function inPlaces(db: pg.Pool | pg.PoolClient, title: string): Promise<number> {
  const { rows } = await db.query({
    name: 'law_title_places',
    text: 'select count(distinct region)::int as places from law where title = $1',
    values: [title],
  });
  return rows[0].places;
}
