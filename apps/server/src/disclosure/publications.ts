import { DISCLOSURE, reporting } from '@fadu/lines';
import type pg from 'pg';

/** Where and when a unit made the report of a year public, as the platform published it or a person registered it. */
export interface Publication {
  readonly unit: string;
  readonly year: number;
  readonly publishedOn: string;
  readonly place: string;
  readonly address: string;
  readonly digest: string | null;
  readonly source: 'platform' | 'entered';
  /** The report as a matter, where the platform published it. */
  readonly matter: string | null;
  readonly enteredBy: string | null;
}

/** A report on the platform, however far it is. */
export interface Progress {
  readonly unit: string;
  readonly state: string;
}

interface MatterRow {
  readonly id: string;
  readonly unit: string;
  readonly year: number;
  readonly state: string;
  readonly published_on: string | null;
  readonly address: string | null;
  readonly digest: string | null;
}

/**
 * The publications of a year, one for each unit: the platform's own before what was registered, of several registrations
 * the last. Of all years with `year` null.
 */
export async function publicationsOf(
  client: pg.PoolClient,
  year: number | null,
): Promise<{ readonly publications: readonly Publication[]; readonly progress: readonly Progress[] }> {
  const matters = await client.query<MatterRow>(
    `select id, data ->> $2 as unit, (data ->> $3)::int as year, state, data ->> $4 as published_on,
       data ->> $5 as address, data ->> $6 as digest
     from matter where line = $1 and ($7::int is null or refs @> array[$3 || '=' || $7::text]) order by opened_on, id`,
    [reporting.line, reporting.unit, reporting.year, reporting.publishedOn, reporting.address, reporting.digest, year],
  );
  const entered = await client.query<{
    unit: string;
    year: number;
    published_on: string;
    place: keyof typeof DISCLOSURE.places;
    address: string;
    digest: string | null;
    person: string;
  }>(
    `select distinct on (year, unit) unit, year, published_on::text, place, address, digest, person
     from report_disclosure where $1::int is null or year = $1 order by year, unit, at desc, id desc`,
    [year],
  );
  const found = new Map<string, Publication>();
  for (const row of entered.rows)
    found.set(`${row.year}/${row.unit}`, {
      unit: row.unit,
      year: row.year,
      publishedOn: row.published_on,
      place: DISCLOSURE.places[row.place],
      address: row.address,
      digest: row.digest,
      source: 'entered',
      matter: null,
      enteredBy: row.person,
    });
  for (const row of matters.rows)
    if (row.state === reporting.published && row.published_on !== null)
      found.set(`${row.year}/${row.unit}`, {
        unit: row.unit,
        year: row.year,
        publishedOn: row.published_on,
        place: DISCLOSURE.places.site,
        address: row.address ?? '',
        digest: row.digest,
        source: 'platform',
        matter: row.id,
        enteredBy: null,
      });
  return {
    publications: [...found.values()],
    progress: matters.rows.map(({ unit, state }) => ({ unit, state })),
  };
}
