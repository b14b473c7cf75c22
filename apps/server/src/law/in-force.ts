import type { PlainDate } from '@fadu/kernel';
import type { LawHit, LawStanding, LawValidity, LawVersion } from '@fadu/wire';
import type pg from 'pg';

export interface VersionRow {
  readonly id: number;
  readonly law: number;
  readonly effectiveOn: PlainDate;
  readonly effectiveBasis: string;
  readonly publishedOn: PlainDate | null;
  /** Exclusive. */
  readonly endOn: PlainDate | null;
  readonly endKind: 'superseded' | 'repealed' | 'lapsed' | null;
  /** Title of the text that repealed it. */
  readonly endedBy: string | null;
}

export interface Law {
  readonly id: number;
  readonly code: string;
  readonly title: string;
  readonly kind: string;
  readonly rank: number;
  readonly region: string;
  readonly maker: string | null;
}

/** Where a version stands on a day (sheet 4f-4). */
export const validityOn = (
  version: Pick<VersionRow, 'effectiveOn' | 'endOn' | 'endKind'>,
  on: PlainDate,
): LawValidity => {
  if (on < version.effectiveOn) return 'notYetEffective';
  if (version.endOn === null || on < version.endOn) return 'inForce';
  return version.endKind ?? 'superseded';
};

/** What a reader on a day is shown: the version in force, and whatever must be said beside it. */
export interface InForce {
  readonly law: Law;
  /** The version to read: in force on the day, else the last one before it, else the first. */
  readonly version: VersionRow;
  readonly validity: LawValidity;
  /** Published, not yet effective on the day. */
  readonly coming: VersionRow | null;
  readonly versions: readonly VersionRow[];
}

/** As others are told of it: without the numbers by which tables know each other. */
export const versionTold = ({ law: _, ...version }: VersionRow): LawVersion => version;
export const lawTold = ({ code, title, kind, region }: Law): LawHit => ({ code, title, kind, region });
export const standingTold = ({ law, version, validity, coming, versions }: InForce): LawStanding => ({
  law: { ...lawTold(law), maker: law.maker },
  version: versionTold(version),
  validity,
  coming: coming && versionTold(coming),
  versions: versions.map(versionTold),
});

const VERSION = `v.id, v.law, v.effective_on::text as "effectiveOn", v.effective_basis as "effectiveBasis",
  v.published_on::text as "publishedOn", v.end_on::text as "endOn", v.end_kind as "endKind", v.ended_by as "endedBy"`;

/** A title as people and texts write it: in 《》 or without, with the state's name or without, titles inside it in 《》 or 〈〉. */
function writtenTitles(name: string): string[] {
  const bare = name.replaceAll(/\s/g, '').replace(/^《(.*)》$/, '$1');
  const inner = [
    bare,
    bare.replaceAll('《', '〈').replaceAll('》', '〉'),
    bare.replaceAll('〈', '《').replaceAll('〉', '》'),
  ];
  return [...new Set(inner)].flatMap((title) => [title, `中华人民共和国${title}`]);
}

/** All versions of a work by title or code, oldest first; undefined when the base does not hold it. */
export async function findLaw(
  db: pg.Pool | pg.PoolClient,
  name: string,
  region?: string,
): Promise<{ law: Law; versions: VersionRow[] } | undefined> {
  const { rows } = await db.query({
    name: 'law_find',
    text: `select l.id, l.code, l.title, l.kind, l.rank, l.region, l.maker,
        (select json_agg(x order by x."effectiveOn") from (select ${VERSION} from law_version v where v.law = l.id) x) as versions
      from law l where l.code = ($1::text[])[1] or l.title = any($1::text[])
      order by (l.region = $2) desc, l.rank, l.region limit 1`,
    values: [writtenTitles(name), region ?? '000000'],
  });
  const row = rows[0];
  if (!row?.versions) return undefined;
  const { versions, ...law } = row;
  return { law, versions };
}

/** Law in force on a day (sheet 4f-4, steps 1–5): the greatest effective date not after the day. */
export async function lawInForce(
  db: pg.Pool | pg.PoolClient,
  name: string,
  on: PlainDate,
  region?: string,
): Promise<InForce | undefined> {
  const found = await findLaw(db, name, region);
  if (!found) return undefined;
  const { law, versions } = found;
  const version = versions.filter((one) => one.effectiveOn <= on).at(-1) ?? versions[0]!;
  const coming =
    versions.find((one) => one.effectiveOn > on && (one.publishedOn === null || one.publishedOn <= on)) ?? null;
  return { law, version, validity: validityOn(version, on), coming: coming === version ? null : coming, versions };
}
