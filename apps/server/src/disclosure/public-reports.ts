import { DOMAIN_NAMES, definitions, versionFor } from '@fadu/indicator';
import { dayOf, type JsonObject } from '@fadu/kernel';
import { catalogue, formulas, reporting } from '@fadu/lines';
import type {
  PublicHoldings,
  PublicIndicator,
  PublicIndicatorRow,
  PublicReport,
  PublicReportFigure,
  PublicReportRow,
} from '@fadu/wire';
import { EVERYTHING } from '../access/scope.js';
import type { Platform } from '../matters/execute.js';
import { errataOf } from '../reports/build.js';
import { snapshot } from '../storage/scoped.js';
import { publicationsOf } from './publications.js';

/** Every report that is public, here or elsewhere, the newest year first. */
export async function publicReports(platform: Platform): Promise<PublicReportRow[]> {
  await platform.directory.refresh();
  const { publications } = await snapshot(platform.pool, EVERYTHING, (client) => publicationsOf(client, null));
  const orderOf = (unit: string): string => platform.directory.findOrg(unit)?.path ?? unit;
  return publications
    .map(({ unit, year, publishedOn, place, address, source }) => ({
      unit,
      name: platform.directory.nameOf(unit),
      year,
      publishedOn,
      place,
      address,
      here: source === 'platform',
    }))
    .toSorted((a, b) => b.year - a.year || (orderOf(a.unit) < orderOf(b.unit) ? -1 : 1));
}

/** A report that the platform published, as it was settled; undefined when there is none, or it is not public. */
export async function publicReport(platform: Platform, unit: string, year: number): Promise<PublicReport | undefined> {
  if (!Number.isInteger(year)) return undefined;
  const row = await snapshot(platform.pool, EVERYTHING, async (client) => {
    const { rows } = await client.query<{ id: string; data: Record<string, unknown>; code: string | null }>(
      `select m.id, m.data, (select d.code from document d where d.region = m.region and d.matter = m.id
         and d.template = $5 and d.state <> 'withdrawn' order by d.event_seq desc limit 1) as code
       from matter m where m.line = $1 and m.state = $2 and m.refs @> array[$3, $4] limit 1`,
      [
        reporting.line,
        reporting.published,
        `${reporting.unit}=${unit}`,
        `${reporting.year}=${year}`,
        reporting.document,
      ],
    );
    return rows[0];
  });
  if (!row) return undefined;
  const { data, code } = row;
  const chapters = (data[reporting.chapters] ?? []) as readonly { title: string; text: string }[];
  const figures = (data[reporting.figures] ?? []) as readonly (Omit<PublicReportFigure, 'base'> & { base?: string })[];
  return {
    unit,
    name: platform.directory.nameOf(unit),
    year,
    title: `${year}年度法治政府建设工作报告`,
    publishedOn: String(data[reporting.publishedOn]),
    address: String(data[reporting.address] ?? ''),
    digest: String(data[reporting.digest]),
    code,
    chapters: chapters.map(({ title, text }) => ({ title, paragraphs: text.split('\n') })),
    errata: errataOf(data as JsonObject),
    figures: figures.map(({ code: of, name, written, counted, base, source, origin }) => ({
      code: of,
      name,
      written,
      counted,
      base: base ?? null,
      source,
      origin,
    })),
  };
}

/** What others know too, by the codes of the country. */
const national = definitions(catalogue, formulas).filter(({ own }) => own !== true);

/** The catalogue for everybody. */
export const publicIndicators = (): PublicIndicatorRow[] =>
  national.map(({ code, name, unit, domain, source }) => ({
    code,
    name,
    unit,
    domain: DOMAIN_NAMES[domain] ?? domain,
    source: source.from,
  }));

/** What an indicator is, and which published reports state it; undefined for a code the catalogue lacks. */
export async function publicIndicator(platform: Platform, code: string): Promise<PublicIndicator | undefined> {
  const found = national.find((one) => one.code === code);
  if (!found) return undefined;
  const versions = found.source.from === 'records' ? found.source.versions : [];
  const today = versionFor(versions, dayOf(platform.now()));
  const stated = await snapshot(platform.pool, EVERYTHING, (client) =>
    client.query<{ unit: string; year: number; written: string }>(
      `select data ->> $2 as unit, (data ->> $3)::int as year, figure ->> 'written' as written
       from matter, jsonb_array_elements(data -> $4) as figure
       where line = $1 and state = $5 and figure ->> 'code' = $6 order by year desc, unit limit 100`,
      [reporting.line, reporting.unit, reporting.year, reporting.figures, reporting.published, code],
    ),
  );
  return {
    code,
    name: found.name,
    unit: found.unit,
    domain: DOMAIN_NAMES[found.domain] ?? found.domain,
    counted: today?.counted ?? found.counted,
    base: today?.base ?? null,
    source: found.source.from,
    versions: versions.map(({ version, from, counted }) => ({ version, from, counted })),
    stated: stated.rows.map((row) => ({ ...row, name: platform.directory.nameOf(row.unit) })),
  };
}

/** What there is for everybody: years that have ended, the newest first, and how many reports. */
export async function publicHoldings(platform: Platform): Promise<PublicHoldings> {
  const last = Number(dayOf(platform.now()).slice(0, 4)) - 1;
  const { rows } = await snapshot(platform.pool, EVERYTHING, (client) =>
    client.query<{ first: number | null; reports: number }>(
      `select (select extract(year from min(opened_on))::int from matter) as first,
         (select count(*)::int from (select data ->> $3 as unit, (data ->> $4)::int as year from matter
            where line = $1 and state = $2 union select unit, year from report_disclosure) as known) as reports`,
      [reporting.line, reporting.published, reporting.unit, reporting.year],
    ),
  );
  const { first, reports } = rows[0]!;
  const count = first === null ? 0 : Math.max(0, Math.min(last - first + 1, MOST_YEARS));
  return { years: Array.from({ length: count }, (_, index) => last - index), reports };
}

const MOST_YEARS = 20;
