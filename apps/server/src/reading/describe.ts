import { type Place, reportPlace, reportYear } from '@fadu/figures';
import type { Directory } from '../access/directory.js';
import type { Platform } from '../matters/execute.js';

/** What a report says of itself: a proposal for a person to correct. */
export interface SaidOfItself {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly publisherOrg: string | null;
  readonly place: string | null;
  readonly level: Place['level'] | null;
  readonly within: string | null;
  readonly year: number | null;
}

const HEAD = 400;
const BODY = /[\p{Script=Han}]{2,16}?(?:司法[厅局]|人民政府)(?![\p{Script=Han}]*(?:印发|关于))/u;
/** A place that stands before its government: for places the platform does not know. */
const PLACE_OF = /^(?<place>[\p{Script=Han}]{2,8}(?<kind>省|自治区|自治州|市|州|盟|县|区|旗))(?=司法|人民政府|20\d\d)/u;

/**
 * Title, publisher, place and year from the first lines. Assumption: the title comes first and names the body; a longer
 * name of an organization of the platform goes before a shorter one. Known failure: a page that begins with the name of
 * the site of another body.
 */
export function describeReport(
  text: string,
  directory: Pick<Directory, 'allOrgs' | 'findOrg'>,
  regions: Regions,
): SaidOfItself {
  const head = text.slice(0, HEAD);
  const title = head
    .split('\n')
    .map((line) => line.trim())
    .find((line) => /法治政府|依法行政|法治建设/.test(line) && line.length <= 80);
  const known = [...directory.allOrgs()]
    .filter(({ name }) => head.includes(name))
    .sort((one, two) => head.indexOf(one.name) - head.indexOf(two.name) || two.name.length - one.name.length)[0];
  const publisher = known?.name ?? BODY.exec(title ?? head)?.[0] ?? null;
  const named = reportPlace(text);
  const other = PLACE_OF.exec(publisher ?? title ?? '')?.groups;
  const level = other && LEVEL_OF[other.kind!];
  const own = known && regions.placeOf(known.region);
  return {
    title: title ?? null,
    publisher,
    publisherOrg: known?.id ?? null,
    place: own?.name ?? named?.name ?? other?.place ?? null,
    level: own?.level ?? named?.level ?? level ?? null,
    within: own?.within ?? null,
    year: reportYear(text),
  };
}

const LEVEL_OF: Readonly<Record<string, Place['level']>> = {
  省: 'province',
  自治区: 'province',
  自治州: 'city',
  市: 'city',
  州: 'city',
  盟: 'city',
  县: 'county',
  区: 'county',
  旗: 'county',
};

/** Places of the platform by their codes (GB/T 2260: two digits each for province, city and county). */
export interface Regions {
  placeOf(code: string): (Place & { readonly within?: string }) | undefined;
}

export async function regionNames({ pool }: Pick<Platform, 'pool'>): Promise<Regions> {
  const { rows } = await pool.query<{ code: string; name: string; within: string | null }>(
    'select r.code, r.name, p.name as within from region r left join region p on p.code = r.parent where length(r.code) = 6',
  );
  const byCode = new Map(rows.map((row) => [row.code, row]));
  return {
    placeOf(code) {
      const row = byCode.get(code.slice(0, 6));
      return row && { name: row.name, level: levelOf(row.code), ...(row.within !== null && { within: row.within }) };
    },
  };
}

const levelOf = (code: string): Place['level'] =>
  code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'city' : 'county';
