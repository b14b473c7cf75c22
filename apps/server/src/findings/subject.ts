import { type CheckedReport, type Figure, indexReport, type ReportIndex } from '@fadu/figures';
import type { PlaceLevel } from '@fadu/wire';
import type { Scope } from '../access/scope.js';
import type { Platform } from '../matters/execute.js';
import type { FigureRow } from '../reading/rows.js';
import { scoped } from '../storage/scoped.js';

/** A report that is checked, with what is needed to lead back to its figures. */
export interface Subject {
  /** Id of a report that was read, `report:ORG/YEAR` of one of the platform's own, `source:ID` of a file of the studio. */
  readonly source: string;
  readonly title: string;
  readonly index: ReportIndex;
  /** Number and page of a figure at the reading desk. */
  readonly placeOf?: (index: number) => { readonly n: number; readonly page: number | null };
  /** The chapter of an own report in which an offset stands. */
  readonly chapterAt?: (start: number) => string | null;
}

/** How another report is held against the one that is checked, where a person has said so. */
type Relation = 'before' | 'superior' | undefined;

/** A report to be compared: what it is called, and its text and figures once its turn comes. */
export interface Candidate {
  readonly source: string;
  readonly title: string;
  readonly relation?: Relation;
  readonly load: () => Promise<Subject | undefined>;
}

/** Whose report it is and of which year; what nobody knows is absent, and then nothing is compared. */
export interface Whose {
  readonly year?: number;
  readonly place?: CheckedReport['place'];
}

interface FileRow {
  readonly id: string;
  readonly title: string;
  readonly place: string | null;
  readonly level: PlaceLevel | null;
  readonly within: string | null;
  readonly year: number | null;
}

const FILE = 'f.id, coalesce(f.title, f.name) as title, f.place, f.level, f.within, f.year';
/** At most so many other reports are looked at, the newest first. */
const MOST = 200;

/** One report that was read, with what people have corrected; undefined when it is not in scope, or not yet read. */
export async function readSubject(platform: Platform, scope: Scope, id: string): Promise<Subject | undefined> {
  return scoped(platform.pool, scope, async (client) => {
    const { rows } = await client.query<FileRow & { body: string }>(
      `select ${FILE}, f.body from reading_file f where f.id = $1 and f.state = 'read'`,
      [id],
    );
    const file = rows[0];
    if (!file) return undefined;
    const figures = await client.query<KeptFigure>(
      `select n, start, stop, page, role, indicator, body from reading_figure
       where file = $1 and state <> 'rejected' order by start, n`,
      [id],
    );
    return subjectOf(file, figures.rows);
  });
}

/**
 * Reports that were read and lie in scope, with which a report may have something in common: the same place in the same
 * year or one beside it, and in the same year the places above and below.
 */
export async function readCandidates(
  platform: Platform,
  scope: Scope,
  { year, place }: Whose,
  but: string | null,
): Promise<Candidate[]> {
  if (year === undefined || place === undefined) return [];
  const { rows } = await scoped(platform.pool, scope, (client) =>
    client.query<{ id: string; title: string }>(
      `select f.id, coalesce(f.title, f.name) as title from reading_file f
       where f.state = 'read' and f.year between $1::int - 1 and $1::int + 1 and f.id is distinct from $2::uuid
         and (f.place = $3 or f.year = $1 and f.place is not null
           and (f.within is null or f.within = $3 or $4::text is null or f.place = $4))
       order by f.uploaded_at desc, f.id desc limit ${MOST}`,
      [year, but, place.name, place.within ?? null],
    ),
  );
  return rows.map(({ id, title }) => ({ source: id, title, load: () => readSubject(platform, scope, id) }));
}

type KeptFigure = Pick<FigureRow, 'n' | 'start' | 'stop' | 'page' | 'role' | 'indicator' | 'body'>;

function subjectOf({ body: text, ...file }: FileRow & { body: string }, rows: readonly KeptFigure[]): Subject {
  const index = new Map(rows.map(({ n }, at) => [n, at]));
  const at = (n: number | null): number | null => (n === null ? null : (index.get(n) ?? null));
  const { id, title, place, level, within, year } = file;
  return {
    source: id,
    title,
    // Two reports may have one title: the checks know them by their ids, people by their titles.
    index: indexReport({
      name: id,
      text,
      figures: rows.map((row) => figureOf(row, text, at)),
      ...(year !== null && { year }),
      ...(place !== null && { place: { name: place, level: level ?? 'city', ...(within !== null && { within }) } }),
    }),
    placeOf: (figure) => rows[figure]!,
  };
}

function figureOf(
  { start, stop, role, indicator, body }: KeptFigure,
  text: string,
  at: (n: number | null) => number | null,
): Figure {
  const { valueTo, refersTo, of, ...rest } = body;
  return {
    ...rest,
    start,
    end: stop,
    text: text.slice(start, stop),
    ...(valueTo !== null && { value_to: valueTo }),
    role,
    indicator,
    refers_to: at(refersTo),
    of: at(of),
  };
}
