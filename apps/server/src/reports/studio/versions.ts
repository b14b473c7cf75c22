import { diffWords } from '@fadu/lawtext';
import { CHAPTERS, reporting } from '@fadu/lines';
import type { KeptStatement, ReportComparison, ReportVersion } from '@fadu/wire';
import { EVERYTHING } from '../../access/scope.js';
import type { Platform } from '../../matters/execute.js';
import { scoped } from '../../storage/scoped.js';
import { buildReport } from '../build.js';
import { keptStatements } from '../settled.js';
import { chapterTitle, type Desk, handOf, latestTexts, TEXT_COLUMNS, type TextRow } from './desk.js';
import { statementChanges } from './statements.js';

/** Versions shown at once; a report has some hundreds. */
const MOST_VERSIONS = 500;

const letters = (text: string): number => Array.from(text.replace(/\s/g, '')).length;

/** Every version, newest first: who saved which chapter, and how many characters came and went. */
export async function versionsOf(platform: Platform, desk: Desk): Promise<ReportVersion[]> {
  const { rows } = await scoped(platform.pool, desk.viewer.scope, (client) =>
    client.query<TextRow & { before: string | null }>(
      `select ${TEXT_COLUMNS}, lag(body) over (partition by chapter order by version) as before
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
      kind: row.body === (row.before ?? '') ? 'order' : 'words',
      chapter: row.chapter,
      title: chapterTitle(row.chapter) ?? row.chapter,
      by: handOf(platform, row.person, row.org),
      at: row.at.toISOString(),
      added: count('added'),
      removed: count('removed'),
    };
  });
}

/** A chapter in one version; the statements are null where that version kept none. */
interface Side {
  readonly body: string;
  readonly statements: readonly KeptStatement[] | null;
}

/**
 * Two versions, chapter by chapter: words, statements that moved, came, went or say something else, and who saved in
 * between. Against `now`: as words and figures stand today.
 */
export async function compareVersions(
  platform: Platform,
  desk: Desk,
  from: number,
  to: number | 'now',
): Promise<ReportComparison> {
  const [older, newer] = to === 'now' || from <= to ? [from, to] : [to, from];
  const { before, after, between } = await scoped(platform.pool, desk.viewer.scope, async (client) => {
    const { id } = desk.matter;
    const last = newer === 'now' ? null : newer;
    const saved = await client.query<TextRow>(
      `select ${TEXT_COLUMNS} from report_text
       where matter = $1 and version > $2 and ($3::int is null or version <= $3) order by version`,
      [id, older, last],
    );
    return {
      before: await latestTexts(client, id, older),
      after: await latestTexts(client, id, last ?? undefined),
      between: saved.rows,
    };
  });
  const today = newer === 'now' ? await statementsNow(platform, desk) : undefined;
  const sideOf = (rows: readonly TextRow[], key: string): Side => {
    const row = rows.find(({ chapter }) => chapter === key);
    return { body: row?.body ?? '', statements: row?.figures ?? null };
  };
  // Before its first version a chapter stood as the outline has it.
  const startOf = (key: string): Side['statements'] =>
    between.find(({ chapter, figures_before }) => chapter === key && figures_before !== null)?.figures_before ?? null;
  return {
    from: older,
    to: newer,
    chapters: CHAPTERS.flatMap(({ key, title }) => {
      const [old, last] = [sideOf(before, key), sideOf(after, key)];
      const now = today ? { body: last.body, statements: today.get(key) ?? [] } : last;
      const start = old.statements ?? startOf(key);
      const statements = start && now.statements && statementChanges(start, now.statements);
      if (old.body === now.body && (statements?.length ?? 0) === 0) return [];
      const hands = between
        .filter(({ chapter }) => chapter === key)
        .map(({ version, person, org, at }) => ({ version, by: handOf(platform, person, org), at: at.toISOString() }));
      return [{ key, title, hands, runs: old.body === now.body ? [] : diffWords(old.body, now.body), statements }];
    }),
  };
}

async function statementsNow(
  platform: Platform,
  { matter: { data } }: Desk,
): Promise<ReadonlyMap<string, readonly KeptStatement[]>> {
  const built = await buildReport(platform, EVERYTHING, {
    org: String(data[reporting.unit]),
    year: Number(data[reporting.year]),
  });
  return new Map(built.ok ? built.value.chapters.map(({ key, sentences }) => [key, keptStatements(sentences)]) : []);
}
