import { dayOf, ok, parsePlainDate, type Refusal, type Result } from '@fadu/kernel';
import type { Platform } from '../../matters/execute.js';
import { scoped } from '../../storage/scoped.js';
import { chapterTitle, type Desk, latestTexts, mayWrite, NO_CHAPTER, NOT_WRITER, refuse, SETTLED } from './desk.js';
import { personOf } from './texts.js';

export interface Asked {
  readonly org: string | null;
  readonly post: string | null;
  readonly dueOn: string | null;
}

/** Asks an organization, or a post of it, for the words of a chapter; `org` null takes the chapter back. */
export async function askForChapter(
  platform: Platform,
  desk: Desk,
  chapter: string,
  asked: Asked,
): Promise<Result<void, Refusal>> {
  if (chapterTitle(chapter) === undefined) return NO_CHAPTER;
  if (!desk.open) return SETTLED;
  if (!desk.writer) return NOT_WRITER;
  const today = dayOf(platform.now());
  if (asked.org !== null) {
    const org = platform.directory.findOrg(asked.org);
    if (!org) return refuse('org', '没有这个机构。请从列表中选取。');
    if (asked.post !== null && platform.directory.holdersOf(asked.post, org.id, today).length === 0)
      return refuse('nobody', `${org.name}现在没有人任这个岗位，没有人能写。请另选岗位，或者只选到机构。`);
  }
  if (asked.dueOn !== null && parsePlainDate(asked.dueOn) === undefined)
    return refuse('due', '交稿日期没有看懂。请写作2024-02-20。');
  const { id, region } = desk.matter;
  await scoped(platform.pool, desk.viewer.scope, (client) =>
    client.query(
      `insert into report_chapter (region, matter, chapter, org, post, due_on, asked_by, asked_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (region, matter, chapter) do update set org = excluded.org, post = excluded.post,
         due_on = excluded.due_on, asked_by = excluded.asked_by, asked_at = excluded.asked_at, returned_reason = null`,
      [
        region,
        id,
        chapter,
        asked.org,
        asked.org === null ? null : asked.post,
        asked.org === null ? null : asked.dueOn,
        personOf(desk),
        platform.now().toISOString(),
      ],
    ),
  );
  return ok(undefined);
}

export interface ChapterMove {
  readonly move: 'submit' | 'confirm' | 'return';
  /** The version the person saw; words written since are not moved unseen. */
  readonly version: number;
  readonly reason?: string | undefined;
}

const MOVE = `update report_chapter set
  submitted = case $4 when 'submit' then $5::int when 'return' then null else submitted end,
  submitted_by = case $4 when 'submit' then $6 else submitted_by end,
  submitted_at = case $4 when 'submit' then $7::timestamptz else submitted_at end,
  confirmed = case $4 when 'confirm' then $5::int when 'return' then null else confirmed end,
  confirmed_by = case $4 when 'submit' then confirmed_by else $6 end,
  confirmed_at = case $4 when 'submit' then confirmed_at else $7::timestamptz end,
  returned_reason = case $4 when 'return' then $8::text end
  where region = $1 and matter = $2 and chapter = $3`;

/** Hands in a chapter, confirms it, or returns it with a reason. */
export async function moveChapter(
  platform: Platform,
  desk: Desk,
  chapter: string,
  { move, version, reason = '' }: ChapterMove,
): Promise<Result<void, Refusal>> {
  const title = chapterTitle(chapter);
  if (title === undefined) return NO_CHAPTER;
  if (!desk.open) return SETTLED;
  if (move === 'submit' ? !mayWrite(desk, chapter) : !desk.writer) return NOT_WRITER;
  if (move === 'return' && reason.trim() === '') return refuse('reason', '不能退回：没有写明理由。请写明须改什么。');
  const { id, region } = desk.matter;
  return scoped(platform.pool, desk.viewer.scope, async (client) => {
    const last = (await latestTexts(client, id)).find((one) => one.chapter === chapter);
    if (!last) return refuse('empty_chapter', `不能办理：“${title}”还没有文字。请先撰写。`);
    if (last.version !== version)
      return refuse(
        'seen',
        `不能办理：${platform.directory.nameOf(last.person)}又改了这一章（第${last.version}版）。请看过再办理。`,
      );
    if (!desk.chapters.some((row) => row.chapter === chapter))
      await client.query(
        'insert into report_chapter (region, matter, chapter) values ($1, $2, $3) on conflict (region, matter, chapter) do nothing',
        [region, id, chapter],
      );
    await client.query(MOVE, [
      region,
      id,
      chapter,
      move,
      version,
      personOf(desk),
      platform.now().toISOString(),
      reason.trim(),
    ]);
    return ok(undefined);
  });
}
