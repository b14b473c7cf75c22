import { plainDate } from '@fadu/kernel';
import { act, type Booted, EVERYTHING, findDesk, freezeReport, type Platform, saveChapter } from '@fadu/server';
import type { Cast } from './cast.js';
import type { Broken } from './play.js';
import { JUSTICE } from './returns.js';
import type { Stage } from './stage.js';
import { type Story, StoryWriter } from './story.js';

/** Words of the chapters that hold no figures: invented. */
const TEXTS = [
  {
    chapter: 'duty',
    text: '局主要负责人主持召开党组会议专题研究法治建设，听取行政复议、法律援助和司法所建设情况汇报，对重要工作亲自部署、重要环节亲自协调。',
  },
  {
    chapter: 'problems',
    text: '一是基层法律服务力量分布不均，部分乡镇没有专职人员。\n二是调解记录质量参差，个别案卷要素不全。\n三是部分指标仍靠人工汇总，口径需要统一。',
  },
  {
    chapter: 'next',
    text: '一是把人民调解、法律援助纳入统一台账，减少人工填报。\n二是加强司法所人员培训，提高案卷质量。\n三是完善行政复议与应诉的衔接，推动争议实质化解。',
  },
];

/** The report of the justice bureau on 2023: begun. */
export function report2023({ cast, now }: Stage): Story {
  const w = new StoryWriter('report/2023', 'report', JUSTICE, now);
  const writer = cast.one('reportWriter', JUSTICE);
  const begun = plainDate('2024-01-09');
  w.take(begun, writer, 'begin', { unit: JUSTICE, year: 2023, openedOn: begun });
  return w.story();
}

/**
 * Writes the report, settles its figures as the platform computes them, and takes it through check and approval to the
 * public. Done again, it changes nothing.
 */
export async function publish2023(booted: Booted, cast: Cast, pool: Platform['pool']): Promise<readonly Broken[]> {
  const { rows } = await booted.owner.query(
    `select id from matter where line = 'report' and organ = $1 and data ->> 'year' = '2023'`,
    [JUSTICE],
  );
  const id: string | undefined = rows[0]?.id;
  if (id === undefined) return [];
  const broken: Broken[] = [];
  const on = (day: string): Platform => ({ ...booted.platform, pool, now: () => new Date(`${day}T10:00:00+08:00`) });
  const by = (post: string, key: string) => ({
    actor: cast.actor(cast.one(post, JUSTICE)),
    scope: EVERYTHING,
    key: `report-2023:${key}`,
  });
  const steps: readonly (readonly [
    action: string,
    take: () => Promise<{ readonly ok: boolean; readonly error?: unknown }>,
  ])[] = [
    ['write', () => write2023(on('2024-02-02'), by('reportWriter', 'write'), id)],
    ['freeze', () => freezeReport(on('2024-02-21'), by('reportWriter', 'freeze'), id)],
    [
      'review',
      () =>
        act(on('2024-02-26'), id, null, {
          ...by('reportChecker', 'review'),
          command: { action: 'review', input: { lawful: true, secrecy: true, checkNote: '未见不宜公开的内容。' } },
        }),
    ],
    [
      'endorse',
      () =>
        act(on('2024-03-04'), id, null, { ...by('reportHead', 'endorse'), command: { action: 'endorse', input: {} } }),
    ],
    [
      'publish',
      () =>
        act(on('2024-03-12'), id, null, {
          ...by('reportWriter', 'publish'),
          command: {
            action: 'publish',
            input: { publishedOn: '2024-03-12', address: 'https://example.invalid/2023', sentTo: '吉林省司法厅' },
          },
        }),
    ],
  ];
  for (const [action, take] of steps) {
    const written = await take();
    if (written.ok) continue;
    broken.push({ story: 'report/2023', action, why: JSON.stringify(written.error) });
    break;
  }
  return broken;
}

/** Once settled, the words stay as they were. */
async function write2023(
  platform: Platform,
  {
    key,
    ...viewer
  }: { readonly actor: ReturnType<Cast['actor']>; readonly scope: typeof EVERYTHING; readonly key: string },
  id: string,
): Promise<{ readonly ok: boolean; readonly error?: unknown }> {
  for (const { chapter, text } of TEXTS) {
    const desk = await findDesk(platform, viewer, id);
    if (!desk) return { ok: false, error: 'no desk' };
    if (!desk.open) return { ok: true };
    const saved = await saveChapter(platform, desk, { chapter, base: 0, text, key: `${key}:${chapter}` });
    if (!saved.ok) return saved;
  }
  return { ok: true };
}
