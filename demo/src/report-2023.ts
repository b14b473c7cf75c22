import { plainDate } from '@fadu/kernel';
import { act, type Booted, EVERYTHING, freezeReport, type Platform } from '@fadu/server';
import type { Cast } from './cast.js';
import type { Broken } from './play.js';
import { JUSTICE } from './returns.js';
import type { Stage } from './stage.js';
import { type Story, StoryWriter } from './story.js';

/** Words of the two chapters that hold no figures: invented. */
const TEXTS = [
  {
    chapter: 'problems',
    text: '一是基层法律服务力量分布不均，部分乡镇没有专职人员。\n二是调解记录质量参差，个别案卷要素不全。\n三是部分指标仍靠人工汇总，口径需要统一。',
  },
  {
    chapter: 'next',
    text: '一是把人民调解、法律援助纳入统一台账，减少人工填报。\n二是加强司法所人员培训，提高案卷质量。\n三是完善行政复议与应诉的衔接，推动争议实质化解。',
  },
];

/** The report of the justice bureau on 2023: begun and written. */
export function report2023({ cast, days, now }: Stage): Story {
  const w = new StoryWriter('report/2023', 'report', JUSTICE, now);
  const writer = cast.one('reportWriter', JUSTICE);
  const begun = plainDate('2024-01-09');
  w.take(begun, writer, 'begin', { unit: JUSTICE, year: 2023, openedOn: begun, dueOn: plainDate('2024-03-31') });
  w.take(days.work(begun, 18), writer, 'write', { texts: TEXTS });
  return w.story();
}

/**
 * Settles the figures of the report as the platform computes them, and takes it through check and approval to the
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
