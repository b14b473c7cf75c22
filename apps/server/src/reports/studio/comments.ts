import { ok, type Refusal, type Result } from '@fadu/kernel';
import type { StudioComment } from '@fadu/wire';
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import type { Platform } from '../../matters/execute.js';
import { isUuid } from '../../matters/uuid.js';
import { scoped } from '../../storage/scoped.js';
import { chapterTitle, type Desk, handOf, NO_CHAPTER, refuse } from './desk.js';
import { personOf } from './texts.js';

interface CommentRow {
  readonly id: string;
  readonly chapter: string;
  readonly code: string | null;
  readonly answers: string | null;
  readonly body: string;
  readonly person: string;
  readonly org: string;
  readonly at: Date;
  readonly resolved_by: string | null;
  readonly resolved_at: Date | null;
}

export interface NewComment {
  readonly chapter: string;
  readonly code: string | null;
  readonly answers: string | null;
  readonly text: string;
  /** Sent again, it is there once. */
  readonly key: string;
}

/** Says something of a chapter or of one figure in it, or answers what was said. Whoever reads the report may. */
export async function comment(platform: Platform, desk: Desk, said: NewComment): Promise<Result<void, Refusal>> {
  if (chapterTitle(said.chapter) === undefined) return NO_CHAPTER;
  const { id, region } = desk.matter;
  return scoped(platform.pool, desk.viewer.scope, async (client) => {
    if (said.answers !== null) {
      const asked = await commentAt(client, id, said.answers);
      if (!asked || asked.answers !== null) return refuse('comment', '没有找到要答复的批注。请刷新后再写。');
    }
    await client.query(
      `insert into report_comment (region, matter, id, chapter, code, answers, body, person, org, at, key)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (region, matter, key) where key is not null do nothing`,
      [
        region,
        id,
        uuidv7(),
        said.chapter,
        said.code,
        said.answers,
        said.text,
        personOf(desk),
        desk.org,
        platform.now().toISOString(),
        `${personOf(desk)}/${said.key}`,
      ],
    );
    return ok(undefined);
  });
}

/** Settles a comment, or opens it again: the writer of the report, or who wrote it. */
export async function settleComment(
  platform: Platform,
  desk: Desk,
  comment: string,
  settled: boolean,
): Promise<Result<void, Refusal>> {
  return scoped(platform.pool, desk.viewer.scope, async (client) => {
    const found = await commentAt(client, desk.matter.id, comment);
    if (!found || found.answers !== null) return refuse('comment', '没有找到这条批注。请刷新后再办理。');
    if (!mayResolve(desk, found.person))
      return refuse('not_yours', '不能办理：批注由年报撰稿人或者写批注的人了结。可以答复。');
    await client.query('update report_comment set resolved_by = $3, resolved_at = $4 where matter = $1 and id = $2', [
      desk.matter.id,
      comment,
      settled ? personOf(desk) : null,
      settled ? platform.now().toISOString() : null,
    ]);
    return ok(undefined);
  });
}

const mayResolve = (desk: Desk, author: string): boolean => desk.writer || author === personOf(desk);

const commentAt = async (client: pg.PoolClient, matter: string, id: string): Promise<CommentRow | undefined> =>
  isUuid(id)
    ? (await client.query<CommentRow>('select * from report_comment where matter = $1 and id = $2', [matter, id]))
        .rows[0]
    : undefined;

/** What was said of a report, in the order it was said, each with its answers. */
export async function commentsOf(platform: Platform, client: pg.PoolClient, desk: Desk): Promise<StudioComment[]> {
  const { rows } = await client.query<CommentRow>('select * from report_comment where matter = $1 order by at, id', [
    desk.matter.id,
  ]);
  const said = (row: CommentRow) => ({
    text: row.body,
    by: handOf(platform, row.person, row.org),
    at: row.at.toISOString(),
  });
  return rows
    .filter(({ answers }) => answers === null)
    .map((row) => ({
      id: row.id,
      chapter: row.chapter,
      code: row.code,
      ...said(row),
      resolved:
        row.resolved_by === null || row.resolved_at === null
          ? null
          : { by: platform.directory.nameOf(row.resolved_by), at: row.resolved_at.toISOString() },
      mayResolve: mayResolve(desk, row.person),
      answers: rows.filter(({ answers }) => answers === row.id).map(said),
    }));
}
