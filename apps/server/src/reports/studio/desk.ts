import { fail, type Refusal, refusal } from '@fadu/kernel';
import { CHAPTERS, reporting } from '@fadu/lines';
import type { Hand, KeptStatement } from '@fadu/wire';
import type pg from 'pg';
import { EVERYTHING } from '../../access/scope.js';
import { findMatter, type Platform } from '../../matters/execute.js';
import type { MatterRecord } from '../../matters/projection.js';
import { isUuid } from '../../matters/uuid.js';
import type { Viewer } from '../../matters/view.js';
import { scoped } from '../../storage/scoped.js';
import type { Arrangement } from '../arrange.js';

/** A chapter as it is kept: who was asked, how far it has come. */
export interface ChapterRow {
  readonly chapter: string;
  readonly org: string | null;
  readonly post: string | null;
  readonly due_on: string | null;
  readonly submitted: number | null;
  readonly submitted_by: string | null;
  readonly confirmed: number | null;
  readonly confirmed_by: string | null;
  readonly returned_reason: string | null;
}

export interface TextRow {
  readonly version: number;
  readonly chapter: string;
  readonly base: number;
  readonly body: string;
  readonly person: string;
  readonly org: string;
  readonly at: Date;
  readonly statements: readonly string[] | null;
  readonly left_out: readonly string[];
  readonly movements: readonly string[];
  /** What each statement said when it was saved; null in versions of earlier times. */
  readonly figures: readonly KeptStatement[] | null;
  /** In the first version of a chapter what each had said before. */
  readonly figures_before: readonly KeptStatement[] | null;
}

export const TEXT_COLUMNS =
  'version, chapter, base, body, person, org, at, statements, left_out, movements, figures, figures_before';

/** The order of the statements as a version has it; undefined: as the outline. */
export const arrangementOf = (row: TextRow | undefined): Arrangement | undefined =>
  row && { order: row.statements ?? [], leftOut: row.left_out, movements: row.movements };

/** A report that a person may read, and what they may do in it. */
export interface Desk {
  readonly matter: MatterRecord;
  readonly viewer: Viewer;
  /** Under which organization this person acts here. */
  readonly org: string;
  /** Writes the report: every chapter, and who is asked for one. */
  readonly writer: boolean;
  /** Words may still be changed. */
  readonly open: boolean;
  readonly chapters: readonly ChapterRow[];
}

/** The desk of a report; undefined when there is none, or it is not this person's to read. */
export async function findDesk(platform: Platform, viewer: Viewer, id: string): Promise<Desk | undefined> {
  if (viewer.actor.kind !== 'official' || !isUuid(id)) return undefined;
  const rows = await scoped(platform.pool, viewer.scope, (client) => chapterRows(client, id));
  const { posts } = viewer.actor;
  const asked = posts.find((held) => rows.some((row) => isAsked(row, held)));
  // Who was asked for a chapter reads the report it belongs to, though the matter is another organization's.
  const found = await findMatter(platform, asked ? EVERYTHING : viewer.scope, id);
  if (found?.record.line !== reporting.line) return undefined;
  const matter = found.record;
  const own = posts.find(({ org }) => org === matter.organ);
  return {
    matter,
    viewer,
    org: (own ?? asked ?? posts[0])?.org ?? matter.organ,
    writer: posts.some(({ post, org }) => post === reporting.writer && org === matter.organ),
    open: matter.state === reporting.writing,
    chapters: rows,
  };
}

/** The report of a unit and year as a matter; whoever may read the report may know of it. */
export async function findReportMatter(platform: Platform, unit: string, year: number): Promise<string | undefined> {
  const { rows } = await scoped(platform.pool, EVERYTHING, (client) =>
    client.query<{ id: string }>('select id from matter where line = $1 and refs @> $2::text[] order by id limit 1', [
      reporting.line,
      [`${reporting.unit}=${unit}`, `${reporting.year}=${year}`],
    ]),
  );
  return rows[0]?.id;
}

/** Whether this person was asked for a chapter of the report of a unit and year. */
export async function isAskedFor(platform: Platform, viewer: Viewer, unit: string, year: number): Promise<boolean> {
  const { rows } = await scoped(platform.pool, EVERYTHING, (client) =>
    client.query<ChapterRow>(
      `select c.org, c.post from report_chapter c join matter m on m.region = c.region and m.id = c.matter
       where m.line = $1 and m.refs @> $2::text[] and c.org is not null`,
      [reporting.line, [`${reporting.unit}=${unit}`, `${reporting.year}=${year}`]],
    ),
  );
  return viewer.actor.kind === 'official' && viewer.actor.posts.some((held) => rows.some((row) => isAsked(row, held)));
}

const chapterRows = async (client: pg.PoolClient, matter: string): Promise<ChapterRow[]> =>
  (
    await client.query<ChapterRow>(
      `select chapter, org, post, due_on::text, submitted, submitted_by, confirmed, confirmed_by, returned_reason
       from report_chapter where matter = $1`,
      [matter],
    )
  ).rows;

const isAsked = (row: ChapterRow, held: { readonly post: string; readonly org: string }): boolean =>
  row.org === held.org && (row.post === null || row.post === held.post);

/** Who writes the report writes every chapter; who was asked for one writes that. */
export const mayWrite = (desk: Desk, chapter: string): boolean =>
  desk.open &&
  (desk.writer ||
    (desk.viewer.actor.kind === 'official' &&
      desk.viewer.actor.posts.some((held) =>
        desk.chapters.some((row) => row.chapter === chapter && isAsked(row, held)),
      )));

/** The last words of every chapter. */
export const latestTexts = async (client: pg.PoolClient, matter: string, until?: number): Promise<TextRow[]> =>
  (
    await client.query<TextRow>(
      `select distinct on (chapter) ${TEXT_COLUMNS} from report_text
       where matter = $1 and ($2::int is null or version <= $2) order by chapter, version desc`,
      [matter, until ?? null],
    )
  ).rows;

export const handOf = (platform: Platform, person: string, org: string): Hand => ({
  person,
  name: platform.directory.nameOf(person),
  org: platform.directory.nameOf(org),
});

export const chapterTitle = (key: string): string | undefined => CHAPTERS.find((chapter) => chapter.key === key)?.title;

export const refuse = (code: string, message: string): { ok: false; error: Refusal } =>
  fail(refusal(`report.${code}`, message));

export const SETTLED = refuse('settled', '报告的数据已经定稿，文字不能再改。须改的，由审核人或者审定人退回修改。');
export const NO_CHAPTER = refuse('chapter', '没有这一章。请刷新后再办理。');
export const NOT_WRITER = refuse('not_yours', '不能办理：由编制单位的年报撰稿人办理。可以写批注，请撰稿人办理。');
