import { diffWords } from '@fadu/lawtext';
import { CHAPTERS } from '@fadu/lines';
import type { ReportComparison, ReportVersion } from '@fadu/wire';
import type { Platform } from '../../matters/execute.js';
import { scoped } from '../../storage/scoped.js';
import { chapterTitle, type Desk, handOf, latestTexts, type TextRow } from './desk.js';

/** Versions shown at once; a report has some hundreds. */
const MOST_VERSIONS = 500;

const letters = (text: string): number => Array.from(text.replace(/\s/g, '')).length;

/** Every version of the words, newest first: who saved which chapter, and how many characters came and went. */
export async function versionsOf(platform: Platform, desk: Desk): Promise<ReportVersion[]> {
  const { rows } = await scoped(platform.pool, desk.viewer.scope, (client) =>
    client.query<TextRow & { before: string | null }>(
      `select version, chapter, base, body, person, org, at,
         lag(body) over (partition by chapter order by version) as before
       from report_text where matter = $1 order by version desc limit $2`,
      [desk.matter.id, MOST_VERSIONS],
    ),
  );
  return rows.map((row) => {
    const runs = diffWords(row.before ?? '', row.body);
    const count = (kind: string): number =>
      runs.reduce((sum, run) => (run.kind === kind ? sum + letters(run.text) : sum), 0);
    return {
      version: row.version,
      chapter: row.chapter,
      title: chapterTitle(row.chapter) ?? row.chapter,
      by: handOf(platform, row.person, row.org),
      at: row.at.toISOString(),
      added: count('added'),
      removed: count('removed'),
    };
  });
}

/** The words of two versions, chapter by chapter, word by word, with those who wrote in between. */
export async function compareVersions(
  platform: Platform,
  desk: Desk,
  from: number,
  to: number,
): Promise<ReportComparison> {
  const { id } = desk.matter;
  const [older, newer] = from <= to ? [from, to] : [to, from];
  return scoped(platform.pool, desk.viewer.scope, async (client) => {
    const before = await latestTexts(client, id, older);
    const after = await latestTexts(client, id, newer);
    const { rows: between } = await client.query<TextRow>(
      `select version, chapter, base, '' as body, person, org, at from report_text
       where matter = $1 and version > $2 and version <= $3 order by version`,
      [id, older, newer],
    );
    const bodyOf = (rows: readonly TextRow[], key: string): string =>
      rows.find(({ chapter }) => chapter === key)?.body ?? '';
    return {
      from: older,
      to: newer,
      chapters: CHAPTERS.flatMap(({ key, title }) => {
        const [old, now] = [bodyOf(before, key), bodyOf(after, key)];
        if (old === now) return [];
        const hands = between
          .filter(({ chapter }) => chapter === key)
          .map(({ version, person, org, at }) => ({
            version,
            by: handOf(platform, person, org),
            at: at.toISOString(),
          }));
        return [{ key, title, hands, runs: diffWords(old, now) }];
      }),
    };
  });
}
