import { ok, type Refusal, type Result } from '@fadu/kernel';
import { diffWords } from '@fadu/lawtext';
import type { ChapterConflict } from '@fadu/wire';
import type { Platform } from '../../matters/execute.js';
import { scoped } from '../../storage/scoped.js';
import { chapterTitle, type Desk, handOf, mayWrite, NO_CHAPTER, refuse, SETTLED, type TextRow } from './desk.js';
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
  if (chapterTitle(chapter) === undefined) return NO_CHAPTER;
  if (!desk.open) return SETTLED;
  if (!mayWrite(desk, chapter))
    return refuse('not_yours', '不能修改：这一章由供稿单位或者年报撰稿人撰写。可以写批注。');
  const text = tidy(words.text);
  const { id, region } = desk.matter;
  const person = personOf(desk);
  return scoped(platform.pool, desk.viewer.scope, async (client) => {
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 60))', [id]);
    const sent = `${person}/${key}`;
    const again = await client.query<{ version: number }>(
      'select version from report_text where matter = $1 and key = $2',
      [id, sent],
    );
    if (again.rows[0]) return ok({ version: again.rows[0].version });
    const { rows } = await client.query<TextRow>(
      `select version, chapter, base, body, person, org, at from report_text
       where matter = $1 and chapter = $2 order by version desc`,
      [id, chapter],
    );
    const [last] = rows;
    if (last && last.version !== base) {
      const before = rows.find(({ version }) => version === base)?.body ?? '';
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
    const saved = await client.query<{ version: number }>(
      `insert into report_text (region, matter, version, chapter, base, body, person, org, at, key)
       select $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, $6, $7, $8, $9 from report_text where matter = $2
       returning version`,
      [region, id, chapter, last?.version ?? 0, text, person, desk.org, platform.now().toISOString(), sent],
    );
    return ok({ version: saved.rows[0]!.version });
  });
}

export const personOf = ({ viewer }: Desk): string => (viewer.actor.kind === 'official' ? viewer.actor.person : '');
