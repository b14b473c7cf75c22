import type { PlainDate } from '@fadu/kernel';
import type { LawCatalogue, LawListed, LawOrder, LawValidity } from '@fadu/wire';
import type pg from 'pg';
import { placeName } from './places.js';

export interface CatalogueFilter {
  readonly on: PlainDate;
  /** Where a text stands on the day. */
  readonly state: LawValidity;
  readonly kind?: string;
  readonly region?: string;
  /** Words of the maker's name. */
  readonly maker?: string;
  /** Words of the title. */
  readonly title?: string;
  readonly order: LawOrder;
  readonly limit: number;
  readonly from: number;
}

/** The same as `validityOn`, for many. $1 the day */
const VALIDITY = `case when v.effective_on > $1 then 'notYetEffective' when v.end_on is null or v.end_on > $1 then 'inForce'
  else coalesce(v.end_kind, 'superseded') end`;

/** `latest`: what is to come by its first day, what ended by its end, the rest by its first day, newest first. */
const ORDERS: Readonly<Record<LawOrder, string>> = {
  rank: 'rank, region, title, "effectiveOn"',
  latest: `case when validity = 'notYetEffective' then "effectiveOn" end,
    case when validity in ('inForce', 'notYetEffective') then "effectiveOn" else "endOn" end desc, rank, title`,
};

/**
 * The texts of the base that stand so on a day, a page of them. Of a law that is in force there is one; texts that were
 * replaced are each a row.
 */
export async function listLaws(
  pool: pg.Pool,
  { on, state, kind, region, maker, title, order, limit, from }: CatalogueFilter,
): Promise<LawCatalogue> {
  const { rows } = await pool.query({
    name: `law_catalogue_${order}`,
    text: `with fits as (
        select l.code, l.title, l.kind, l.rank, l.region, l.maker, v.effective_on as "effectiveOn", v.end_on as "endOn",
          v.ended_by as "endedBy", ${VALIDITY} as validity
        from law l join law_version v on v.law = l.id
        where ($3::text is null or l.kind = $3) and ($4::text is null or l.region = $4)
          and ($5::text is null or position($5 in coalesce(l.maker, '')) > 0) and ($6::text is null or position($6 in l.title) > 0))
      select code, title, kind, region, maker, "effectiveOn"::text, "endOn"::text, "endedBy", validity, count(*) over ()::int as total
      from fits where validity = $2 order by ${ORDERS[order]} limit $7 offset $8`,
    values: [on, state, kind ?? null, region ?? null, maker ?? null, title ?? null, limit, from],
  });
  return {
    on,
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ total: _, ...row }): LawListed => ({ ...row, regionName: placeName(row.region) })),
  };
}
