import { dayOf } from '@fadu/kernel';
import { CHAPTERS, REQUIRED_CHAPTERS, reporting } from '@fadu/lines';
import type { ChapterStage, StudioChapter, StudioStep, StudioView } from '@fadu/wire';
import type { Platform } from '../../matters/execute.js';
import { scoped } from '../../storage/scoped.js';
import { commentsOf } from './comments.js';
import { type ChapterRow, type Desk, handOf, latestTexts, mayWrite, type TextRow } from './desk.js';
import { overridesOf } from './overrides.js';
import { sourcesOf } from './sources.js';

/** The studio of a report as one person sees it: words, people and comments. Its figures are asked for apart. */
export async function viewStudio(platform: Platform, desk: Desk): Promise<StudioView> {
  const { matter } = desk;
  const { texts, comments } = await scoped(platform.pool, desk.viewer.scope, async (client) => ({
    texts: await latestTexts(client, matter.id),
    comments: await commentsOf(platform, client, desk),
  }));
  const sources = await sourcesOf(platform, desk);
  const line = platform.lineOf(matter.line)!;
  return {
    matter: matter.id,
    unit: {
      id: String(matter.data[reporting.unit]),
      name: platform.directory.nameOf(String(matter.data[reporting.unit])),
    },
    year: Number(matter.data[reporting.year]),
    state: line.states[matter.state]?.name ?? matter.state,
    dueOn: String(matter.data[reporting.dueOn]),
    version: Math.max(0, ...texts.map(({ version }) => version)),
    may: { write: desk.writer && desk.open, comment: true },
    chapters: CHAPTERS.map(({ key, title }) => {
      const text = texts.find(({ chapter }) => chapter === key);
      const row = desk.chapters.find(({ chapter }) => chapter === key);
      return {
        key,
        title,
        required: REQUIRED_CHAPTERS.includes(key),
        open: comments.filter(({ chapter, resolved }) => chapter === key && resolved === null).length,
        ...chapterView(platform, desk, key, text, row),
      };
    }),
    comments,
    overrides: overridesOf(matter),
    sources: sources.map(({ id, role, name, digest, file }) => ({ id, role, name, digest, file })),
    steps: stepsOf(platform, desk),
  };
}

function chapterView(
  platform: Platform,
  desk: Desk,
  key: string,
  text: TextRow | undefined,
  row: ChapterRow | undefined,
): Omit<StudioChapter, 'key' | 'title' | 'required' | 'open'> {
  const today = dayOf(platform.now());
  const stage = stageOf(text, row, REQUIRED_CHAPTERS.includes(key));
  const by = { submitted: row?.submitted_by, confirmed: row?.confirmed_by, returned: row?.confirmed_by };
  const hand = stage in by ? by[stage as keyof typeof by] : null;
  return {
    text: text?.body ?? '',
    version: text?.version ?? 0,
    by: text ? handOf(platform, text.person, text.org) : null,
    at: text?.at.toISOString() ?? null,
    asked:
      row?.org == null
        ? null
        : {
            org: row.org,
            orgName: platform.directory.nameOf(row.org),
            post: row.post,
            postName: row.post === null ? null : postName(platform, row.post),
            people:
              row.post === null
                ? []
                : platform.directory
                    .holdersOf(row.post, row.org, today)
                    .map(({ person }) => platform.directory.nameOf(person)),
            dueOn: row.due_on,
            late: row.due_on !== null && row.due_on < today && stage !== 'submitted' && stage !== 'confirmed',
          },
    stage,
    stageBy: hand ? { person: hand, name: platform.directory.nameOf(hand), org: '' } : null,
    returnedReason: row?.returned_reason ?? null,
    mayWrite: mayWrite(desk, key),
  };
}

/** Words written after they were handed in or confirmed are neither. */
function stageOf(text: TextRow | undefined, row: ChapterRow | undefined, required: boolean): ChapterStage {
  if (row?.returned_reason) return 'returned';
  if (text === undefined || text.body === '') return row?.org != null || required ? 'unwritten' : 'idle';
  if (row?.confirmed === text.version) return 'confirmed';
  if (row?.submitted === text.version) return 'submitted';
  return 'writing';
}

export const postName = (platform: Platform, post: string): string =>
  platform.lines.find((line) => Object.hasOwn(line.posts, post))?.posts[post] ?? post;

/** The way of the report through its states. */
function stepsOf(platform: Platform, { matter }: Desk): StudioStep[] {
  const line = platform.lineOf(matter.line)!;
  const now = reporting.steps.findIndex((action) => line.actions[action]?.from?.includes(matter.state));
  return reporting.steps.map((action, index) => {
    const { name = action, by = [] } = line.actions[action] ?? {};
    const posts = action === reporting.freeze ? [reporting.writer] : by;
    return {
      name,
      state: now < 0 || index < now ? 'done' : index === now ? 'now' : 'later',
      who: posts.map((post) => line.posts[post] ?? post).join('、'),
    };
  });
}
