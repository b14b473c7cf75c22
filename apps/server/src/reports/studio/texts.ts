import { ok, type Refusal, type Result } from '@fadu/kernel';
import { diffWords } from '@fadu/lawtext';
import { CHAPTERS, codesOf, reporting } from '@fadu/lines';
import type { ChapterConflict, ChapterOrderBody, KeptStatement } from '@fadu/wire';
import type pg from 'pg';
import { EVERYTHING } from '../../access/scope.js';
import type { Platform } from '../../matters/execute.js';
import { scoped } from '../../storage/scoped.js';
import type { Arrangement } from '../arrange.js';
import { buildReport } from '../build.js';
import { keptStatements } from '../settled.js';
import {
  arrangementOf,
  chapterTitle,
  type Desk,
  handOf,
  mayWrite,
  NO_CHAPTER,
  refuse,
  SETTLED,
  TEXT_COLUMNS,
  type TextRow,
} from './desk.js';
import { mergeTexts } from './merge.js';

export interface ChapterText {
  readonly chapter: string;
  /** The version of the chapter it was written on; 0: there was none. */
  readonly base: number;
  readonly text: string;
  readonly key: string;
}

export type Saved =
  | { readonly version: number }
  /** Somebody else wrote since `base`; nothing was saved. */
  | { readonly conflict: ChapterConflict };

/** Blanks at ends of lines and empty ends say nothing; a version that differs in them only is none. */
const tidy = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '');

/**
 * Keeps the words of a chapter as a new version of the report. Based on words that are no longer the last, they are not
 * kept: the answer says who wrote what since, and both changes in one where they do not touch.
 */
export async function saveChapter(platform: Platform, desk: Desk, words: ChapterText): Promise<Result<Saved, Refusal>> {
  const { chapter, base, key } = words;
  const may = mayChange(desk, chapter);
  if (!may.ok) return may;
  const text = tidy(words.text);
  const said = await statementsOf(platform, desk, chapter);
  return locked(platform, desk, chapter, key, async (client, rows) => {
    const [last] = rows;
    const before = rows.find(({ version }) => version === base)?.body ?? '';
    // Statements that were only put in another order take nothing from the words.
    if (last && last.version !== base && last.body !== before) {
      return ok({
        conflict: {
          version: last.version,
          by: handOf(platform, last.person, last.org),
          at: last.at.toISOString(),
          text: last.body,
          changes: diffWords(before, last.body),
          merged: mergeTexts(before, text, last.body) ?? null,
        },
      });
    }
    if ((last?.body ?? '') === text) return ok({ version: last?.version ?? 0 });
    const arrangement = arrangementOf(last);
    return ok(await keep(platform, client, desk, { chapter, key, last, body: text, said, before: said, arrangement }));
  });
}

/**
 * Puts the statements of a chapter in another order, or leaves some out, as a new version; `seen` is how they stood when the
 * person moved them, and when somebody was quicker nothing is done.
 */
export async function arrangeChapter(
  platform: Platform,
  desk: Desk,
  { chapter, key, seen, order, leftOut, movements }: ChapterOrderBody & { readonly chapter: string },
): Promise<Result<Saved, Refusal>> {
  const may = mayChange(desk, chapter);
  if (!may.ok) return may;
  const codes = new Set(CHAPTERS.filter((one) => one.key === chapter).flatMap(codesOf));
  const all = [...order, ...leftOut];
  if (new Set(all).size < all.length || all.some((code) => !codes.has(code)))
    return refuse('order', '不能调整：有的指标不在这一章，或者出现了两次。请刷新后再调整。');
  if (movements.some((code) => !order.includes(code)))
    return refuse('order', '不能调整：有的指标不在这一章的句子里。请刷新后再调整。');
  const arrangement = { order, leftOut, movements };
  const now = await statementsOf(platform, desk, chapter);
  const said = await statementsOf(platform, desk, chapter, arrangement);
  return locked(platform, desk, chapter, key, async (client, [last]) => {
    if (now.map(({ code }) => code).join() !== seen.join())
      return refuse('order_moved', '没有调整：这一章的句子刚刚有变动。请看过现在的次序再调整。');
    return ok(
      await keep(platform, client, desk, {
        chapter,
        key,
        last,
        body: last?.body ?? '',
        said,
        before: now,
        arrangement,
      }),
    );
  });
}

function mayChange(desk: Desk, chapter: string): Result<void, Refusal> {
  if (chapterTitle(chapter) === undefined) return NO_CHAPTER;
  if (!desk.open) return SETTLED;
  return mayWrite(desk, chapter)
    ? ok(undefined)
    : refuse('not_yours', '不能修改：这一章由供稿单位或者年报撰稿人撰写。可以写批注。');
}

/** What the statements of a chapter say now. */
async function statementsOf(
  platform: Platform,
  { matter: { data } }: Desk,
  chapter: string,
  arrangement?: Arrangement,
): Promise<readonly KeptStatement[]> {
  const built = await buildReport(platform, EVERYTHING, {
    org: String(data[reporting.unit]),
    year: Number(data[reporting.year]),
    chapters: [chapter],
    ...(arrangement && { arrangement }),
  });
  return built.ok ? built.value.chapters.flatMap(({ sentences }) => keptStatements(sentences)) : [];
}

/** Until the end of the transaction nobody else changes the words of a report, and they are not settled. */
const lockTexts = (client: pg.ClientBase, matter: string): Promise<unknown> =>
  client.query('select pg_advisory_xact_lock(hashtextextended($1, 60))', [matter]);

/** Whether the words are still of this version; locks them for the transaction. */
export async function textsAreAt(client: pg.ClientBase, matter: string, version: number): Promise<boolean> {
  await lockTexts(client, matter);
  await client.query("select set_config('fadu.matter', $1, true)", [matter]);
  const { rows } = await client.query<{ last: number }>(
    'select coalesce(max(version), 0)::int as last from report_text where matter = $1',
    [matter],
  );
  return rows[0]!.last === version;
}

/** One change of a report after the other, each key once; `work` gets the versions of the chapter, newest first. */
const locked = (
  platform: Platform,
  desk: Desk,
  chapter: string,
  key: string,
  work: (client: pg.PoolClient, rows: readonly TextRow[]) => Promise<Result<Saved, Refusal>>,
): Promise<Result<Saved, Refusal>> =>
  scoped(platform.pool, { ...desk.viewer.scope, matter: desk.matter.id }, async (client) => {
    const { id } = desk.matter;
    await lockTexts(client, id);
    const again = await client.query<{ version: number }>(
      'select version from report_text where matter = $1 and key = $2',
      [id, `${personOf(desk)}/${key}`],
    );
    if (again.rows[0]) return ok({ version: again.rows[0].version });
    const now = await client.query<{ state: string }>('select state from matter where id = $1', [id]);
    if (now.rows[0]?.state !== reporting.writing) return SETTLED;
    const { rows } = await client.query<TextRow>(
      `select ${TEXT_COLUMNS} from report_text where matter = $1 and chapter = $2 order by version desc`,
      [id, chapter],
    );
    return work(client, rows);
  });

interface Version {
  readonly chapter: string;
  readonly key: string;
  readonly last: TextRow | undefined;
  readonly body: string;
  readonly said: readonly KeptStatement[];
  readonly before: readonly KeptStatement[];
  readonly arrangement: Arrangement | undefined;
}

async function keep(
  platform: Platform,
  client: pg.PoolClient,
  desk: Desk,
  { chapter, key, last, body, said, before, arrangement }: Version,
): Promise<{ readonly version: number }> {
  const { id, region } = desk.matter;
  const person = personOf(desk);
  const { rows } = await client.query<{ version: number }>(
    `insert into report_text (region, matter, version, chapter, base, body, person, org, at, key, statements, left_out, figures, figures_before, movements)
     select $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14 from report_text where matter = $2
     returning version`,
    [
      region,
      id,
      chapter,
      last?.version ?? 0,
      body,
      person,
      desk.org,
      platform.now().toISOString(),
      `${person}/${key}`,
      arrangement && arrangement.order.length > 0 ? arrangement.order : null,
      arrangement?.leftOut ?? [],
      JSON.stringify(said),
      last?.figures ? null : JSON.stringify(before),
      arrangement?.movements ?? [],
    ],
  );
  return { version: rows[0]!.version };
}

export const personOf = ({ viewer }: Desk): string => (viewer.actor.kind === 'official' ? viewer.actor.person : '');
