import { setImmediate } from 'node:timers/promises';
import { type Figure, indexReport, readFiguresInSteps } from '@fadu/figures';
import { reporting } from '@fadu/lines';
import { EVERYTHING } from '../access/scope.js';
import type { Platform } from '../matters/execute.js';
import { regionNames } from '../reading/describe.js';
import { chapterTexts } from '../reports/document.js';
import type { BuiltReport } from '../reports/model.js';
import { publishedText, type Source, sourcesOf } from '../reports/studio/sources.js';
import { scoped, snapshot } from '../storage/scoped.js';
import type { Candidate, Subject, Whose } from './subject.js';

/** How findings of the platform's own report are asked for and kept. */
const ownSource = (org: string, year: number): string => `report:${org}/${year}`;

/** A report as long as a book: whoever waits is let in between. */
const figuresOf = (text: string): Promise<Figure[]> => readFiguresInSteps(text, {}, setImmediate);

/** The platform's own report as one text, with the place of each chapter and of the words typed in it. */
export interface Own extends Subject {
  /** Whether an offset stands in words that a person typed, and not in what the figures say. */
  readonly typedAt: (start: number) => boolean;
}

/** The report of a unit as the platform writes it now. */
export async function ownSubject(platform: Platform, report: BuiltReport): Promise<Own> {
  const { unit, year } = report;
  let text = `${unit.name}${report.title}`;
  const parts = chapterTexts(report);
  const chapters = report.chapters.map(({ key, texts }, index) => {
    const start = text.length + 1;
    const { title, text: body } = parts[index]!;
    // What a person wrote stands before what the figures say.
    const typed = start + title.length + 1 + texts.join('\n').length;
    text += `\n${title}\n${body}`;
    return { key, start, typed };
  });
  const chapterOf = (at: number) => chapters.findLast(({ start }) => start <= at);
  const source = ownSource(unit.id, year);
  const place = (await regionNames(platform)).placeOf(platform.directory.getOrg(unit.id).region);
  return {
    source,
    title: `${unit.name}${report.title}（本平台）`,
    index: indexReport({ name: source, text, figures: await figuresOf(text), year, ...(place && { place }) }),
    chapterAt: (at) => chapterOf(at)?.key ?? null,
    typedAt: (at) => at < (chapterOf(at)?.typed ?? 0),
  };
}

/** What the writer of a report has put beside it: last year's, and those of the bodies above. */
export const sourceCandidates = async (
  platform: Platform,
  desk: Parameters<typeof sourcesOf>[1],
): Promise<Candidate[]> =>
  (await sourcesOf(platform, desk)).map((source) => {
    const name = nameOf(source);
    return {
      source: name,
      title: source.name,
      relation: source.role,
      load: async () => ({
        source: name,
        title: source.name,
        index: indexReport({ name, text: source.text, figures: await figuresOf(source.text) }),
      }),
    };
  });

const nameOf = ({ id, unit, year, file }: Source): string => (file ? `source:${id}` : ownSource(unit!, year!));

/**
 * Reports the platform has published for a place in a year or one beside it, and in the same year for places above and
 * below. Published reports are for everybody.
 */
export async function publishedCandidates(
  platform: Platform,
  { year, place }: Whose,
  but: ReadonlySet<string>,
): Promise<Candidate[]> {
  if (year === undefined || place === undefined) return [];
  const regions = await regionNames(platform);
  const { rows } = await scoped(platform.pool, EVERYTHING, (client) =>
    client.query<{ unit: string; year: number }>(
      `select data ->> '${reporting.unit}' as unit, (data ->> '${reporting.year}')::int as year from matter
       where line = $1 and state = $2 and refs && $3::text[] order by id desc`,
      [reporting.line, reporting.published, [year - 1, year, year + 1].map((one) => `${reporting.year}=${one}`)],
    ),
  );
  return rows.flatMap((one): Candidate[] => {
    const source = ownSource(one.unit, one.year);
    const org = platform.directory.findOrg(one.unit);
    const there = org && regions.placeOf(org.region);
    if (!there || but.has(source)) return [];
    const near = there.name === place.name;
    const above = one.year === year && (there.within === place.name || place.within === there.name);
    if (!near && !above) return [];
    const title = `${org.name}${one.year}年度法治政府建设工作报告（本平台）`;
    const load = async (): Promise<Subject | undefined> => {
      const found = await snapshot(platform.pool, EVERYTHING, (client) =>
        publishedText(platform, client, one.unit, one.year),
      );
      if (!found) return undefined;
      const { text } = found;
      const report = { name: source, text, figures: await figuresOf(text), year: one.year, place: there };
      return { source, title, index: indexReport(report) };
    };
    return [{ source, title, load }];
  });
}
