import { addDays, dayOf, type PlainDate, yearOf } from '@fadu/kernel';
import {
  act,
  askForChapter,
  type Booted,
  comment,
  EVERYTHING,
  enterPublication,
  findDesk,
  type Platform,
  saveChapter,
} from '@fadu/server';
import type { Cast } from './cast.js';
import { COUNTIES, departmentOf } from './organizations.js';
import type { Broken } from './play.js';
import { JUSTICE } from './returns.js';
import type { Stage } from './stage.js';
import { type Story, StoryWriter } from './story.js';

/** Until the last day of March the report of the year before is written, then that of the year itself is prepared. */
const yearOfReport = (today: PlainDate): number => (today.slice(5) >= '04-01' ? yearOf(today) : yearOf(today) - 1);

/** The report that the justice bureau is writing now: begun some days ago. */
export function openReport({ cast, days, now }: Stage): Story {
  const today = dayOf(now);
  const year = yearOfReport(today);
  const w = new StoryWriter('report/open', 'report', JUSTICE, now);
  const begun = days.work(today, -6);
  w.take(begun, cast.one('reportWriter', JUSTICE), 'begin', {
    unit: JUSTICE,
    year,
    openedOn: begun,
  });
  return w.story();
}

type Step = (
  platform: Platform,
  id: string,
  viewer: Viewer,
) => Promise<{ readonly ok: boolean; readonly error?: unknown }>;
interface Viewer {
  readonly actor: ReturnType<Cast['actor']>;
  readonly scope: typeof EVERYTHING;
}

const desk = async (platform: Platform, viewer: Viewer, id: string) => {
  const found = await findDesk(platform, viewer, id);
  if (!found) throw new Error(`no report ${id}`);
  return found;
};
const write =
  (chapter: string, base: number, text: string): Step =>
  async (platform, id, viewer) =>
    saveChapter(platform, await desk(platform, viewer, id), { chapter, base, text, key: `demo:${chapter}:${base}` });

/** Who does what, so many days ago: words in several versions, a chapter asked of another office, a comment, an override. */
const STEPS: readonly (readonly [ago: number, post: string, org: string, step: Step])[] = [
  [5, 'reportWriter', JUSTICE, write('lead', 0, '坚持把法治建设摆在全局工作的突出位置，压实各部门责任。')],
  [5, 'reportWriter', JUSTICE, write('problems', 0, '一是力量不足。\n二是统计靠人工。\n三是培训不够。')],
  [
    4,
    'reportWriter',
    JUSTICE,
    async (platform, id, viewer) =>
      askForChapter(platform, await desk(platform, viewer, id), 'enforcement', {
        org: departmentOf('220800', 'scjg'),
        post: null,
        dueOn: addDays(dayOf(platform.now()), 10),
      }),
  ],
  [
    3,
    'reportWriter',
    JUSTICE,
    write('problems', 2, '一是基层力量不足，部分乡镇没有专职人员。\n二是统计靠人工。\n三是培训不够系统。'),
  ],
  [3, 'reportWriter', JUSTICE, write('disputes', 0, '坚持和发展新时代“枫桥经验”，推动行政争议实质化解。')],
  [
    2,
    'reportChecker',
    JUSTICE,
    async (platform, id, viewer) =>
      comment(platform, await desk(platform, viewer, id), {
        chapter: 'problems',
        code: null,
        answers: null,
        text: '第二条请写明哪些指标还靠人工汇总。',
        key: 'report-open:comment',
      }),
  ],
  [
    1,
    'reportWriter',
    JUSTICE,
    (platform, id, viewer) =>
      act(platform, id, null, {
        ...viewer,
        key: 'report-open:override',
        command: {
          action: 'override',
          input: { overrides: [{ code: 'litigation.win_rate', value: '95', reason: '来函口径，含调解结案。' }] },
        },
      }),
  ],
];

/** Writes into the open report. Done again, it changes nothing. */
export async function writeOpenReport(booted: Booted, cast: Cast, pool: Platform['pool']): Promise<readonly Broken[]> {
  const now = booted.platform.now();
  const { rows } = await booted.owner.query(
    `select m.id, exists (select 1 from report_comment c where c.matter = m.id) as written from matter m
     where m.line = 'report' and m.organ = $1 and m.data ->> 'year' = $2`,
    [JUSTICE, String(yearOfReport(dayOf(now)))],
  );
  const [found] = rows;
  if (!found || found.written) return [];
  for (const [ago, post, org, step] of STEPS) {
    const at = new Date(now.getTime() - ago * 86_400_000);
    const viewer = { actor: cast.actor(cast.one(post, org)), scope: EVERYTHING };
    const done = await step({ ...booted.platform, pool, now: () => at }, found.id, viewer);
    if (!done.ok) return [{ story: 'report/open', action: post, why: JSON.stringify(done.error) }];
  }
  return [];
}

/** Counties that published elsewhere the report of 2023 and of the year before this one: the day, or nothing yet. */
const PUBLISHED: readonly (readonly [county: (typeof COUNTIES)[number], day: string])[] = [
  [COUNTIES[0], '03-15'],
  [COUNTIES[1], '03-28'],
  [COUNTIES[3], '04-08'],
];

/** Registers publications outside the platform. Done again, it changes nothing. */
export async function registerPublications(
  booted: Booted,
  cast: Cast,
  pool: Platform['pool'],
): Promise<readonly Broken[]> {
  const { rows } = await booted.owner.query('select 1 from report_disclosure limit 1');
  if (rows.length > 0) return [];
  const viewer = { actor: cast.actor(cast.one('reportWriter', JUSTICE)), scope: EVERYTHING };
  const last = yearOf(dayOf(booted.platform.now())) - 1;
  for (const year of new Set([2023, last]))
    for (const [county, day] of PUBLISHED) {
      const entered = await enterPublication({ ...booted.platform, pool }, viewer, {
        unit: `g${county}`,
        year,
        publishedOn: `${year + 1}-${day}`,
        place: 'site',
        address: `https://example.invalid/${county}/${year}`,
        digest: null,
        fileName: null,
      });
      if (!entered.ok) return [{ story: 'report/register', action: county, why: JSON.stringify(entered.error) }];
    }
  return [];
}
