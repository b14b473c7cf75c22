import { type PlainDate, plainDate } from '@fadu/kernel';
import type { CaseCode } from './cases.js';
import type { Course } from './course.js';
import type { Ending } from './decisions.js';
import { CITY } from './organizations.js';
import { Random } from './random.js';
import { tellReconsideration } from './reconsideration.js';
import type { Stage } from './stage.js';
import type { Days, Story } from './story.js';
import { type SuitCourse, suitEndsOn, tellSuit } from './suit.js';

/**
 * The year 2023 of the city government, calibrated to what Baicheng published of it: 60 accepted, 15 of them ended by
 * mediation or withdrawal (25%), 18 suits after reconsideration, the head at every hearing. The rest is a plausible
 * division: nothing else was published. It is the last year of the law of 2017, which knows neither 驳回复议请求 nor the
 * committee (行政复议委员会).
 */
const ENDINGS: readonly (readonly [Ending, number])[] = [
  ['UPHOLD', 32],
  ['DISMISS_APPLICATION', 5],
  ['REVOKE', 3],
  ['CONFIRM_ILLEGAL', 2],
  ['ORDER_PERFORM', 1],
  ['TERMINATED', 2],
  ['MEDIATION', 6],
  ['SETTLED', 5],
  ['WITHDRAWN', 4],
  // Received in the year, never accepted.
  ['REFUSED', 9],
  ['ABANDONED', 3],
];

/** Kinds of dispute that fit an ending; the others fit all. */
const FITTING: Partial<Record<Ending, readonly CaseCode[]>> = {
  REVOKE: ['pension', 'detention', 'wages'],
  CONFIRM_ILLEGAL: ['demolition'],
  ORDER_PERFORM: ['relief'],
  DISMISS_APPLICATION: ['workInjury', 'landRight', 'disclosure', 'wages'],
  MEDIATION: ['food', 'stall', 'price', 'pension'],
  SETTLED: ['food', 'transport', 'clinic'],
  WITHDRAWN: ['camera', 'stall', 'traffic'],
};
const UPHELD: readonly CaseCode[] = [
  'food',
  'landUse',
  'traffic',
  'camera',
  'detention',
  'workInjury',
  'stall',
  'emission',
  'transport',
  'disclosure',
  'clinic',
  'safety',
  'landRight',
  'price',
];

const SUITS = 18;
const LAST_SUIT = plainDate('2023-12-01');

export function year2023({ cast, days, now, maker, courts }: Stage): Story[] {
  const random = new Random('白城2023');
  const endings = random.shuffled(ENDINGS.flatMap(([ending, count]) => Array.from({ length: count }, () => ending)));
  const stories: Story[] = [];
  let suits = 0;
  let suable = 0;
  for (const [turn, ending] of endings.entries()) {
    const receivedOn = receipt(turn, endings.length, days);
    const code = caseFor(ending, turn);
    const special = specialities(ending, turn);
    const course: Course = {
      key: `2023/${turn + 1}`,
      organ: CITY,
      application: maker.make({
        code,
        organ: CITY,
        receivedOn,
        ...(special.norm !== undefined && { norm: special.norm }),
      }),
      receivedOn,
      channel: (['counter', 'post', 'counter', 'oral', 'counter', 'post', 'counter'] as const)[turn % 7]!,
      ending,
      turn,
      ...special,
    };
    const plain = tellReconsideration(course, cast, days, now);
    const canSue = ['UPHOLD', 'DISMISS_APPLICATION'].includes(ending);
    // Of those who may sue about two in three do; whoever would sue too late in the year does not.
    const sues = canSue && suits < SUITS && suable++ % 8 !== 5 && days.work(plain.servedOn!, 9) <= LAST_SUIT;
    if (!sues) {
      stories.push(plain.story);
      continue;
    }
    const how = suitOf(suits, ending);
    suits += 1;
    const told = tellReconsideration(
      { ...course, suit: { archivedOn: (on: PlainDate) => suitEndsOn(days, on, { ending: how, turn }) } },
      cast,
      days,
      now,
    );
    stories.push(told.story);
    stories.push(
      tellSuit(
        {
          key: `${course.key}/suit`,
          organ: CITY,
          application: course.application,
          from: course.key,
          reconsidered: ending,
          suedOn: told.suedOn!,
          ...(told.servedOn && { servedOn: told.servedOn }),
          turn,
          ending: how,
          courts,
        },
        cast,
        days,
        now,
      ),
    );
  }
  if (suits !== SUITS) throw new Error(`${suits} suits instead of ${SUITS}`);
  return stories;
}

/** Applications come evenly through the year, the last early enough to be accepted in it. */
function receipt(turn: number, count: number, days: Days): PlainDate {
  return days.after(plainDate('2023-01-03'), Math.floor((turn * 348) / (count - 1)));
}

const caseFor = (ending: Ending, turn: number): CaseCode => {
  const fitting = FITTING[ending] ?? UPHELD;
  return fitting[turn % fitting.length]!;
};

/** One of the eighteen is lost, one goes to the second instance, two are withdrawn, one is rejected. */
function suitOf(index: number, ending: Ending): SuitCourse['ending'] {
  if (ending === 'DISMISS_APPLICATION') return 'rejected';
  return ({ 3: 'withdrawn', 6: 'appealed', 9: 'lost', 13: 'withdrawnAfterChange' } as const)[index] ?? 'dismissed';
}

/** What a few of the cases have beside the usual way. */
function specialities(ending: Ending, turn: number): Partial<Course> {
  if (ending === 'TERMINATED') return { suspended: { ground: 'death', days: 70 } };
  if (ending === 'ABANDONED' || ending === 'REFUSED') return {};
  const decided = ['UPHOLD', 'REVOKE', 'CONFIRM_ILLEGAL'].includes(ending);
  return {
    ...(turn % 13 === 4 && { correction: true as const }),
    ...(decided && turn % 9 === 2 && { major: true as const }),
    ...(decided && turn % 15 === 6 && { suspended: { ground: 'otherCase' as const, days: 38 } }),
    ...(decided && turn % 10 === 7 && { extended: true as const }),
    ...(decided && turn % 29 === 8 && { stay: true as const }),
    ...(decided && turn % 37 === 12 && { norm: '《白城市城区占道经营管理办法》第九条' }),
    ...(ending === 'ORDER_PERFORM' && { noReply: true as const }),
    ...((ending === 'REVOKE' || ending === 'CONFIRM_ILLEGAL') && { opinion: true as const }),
  };
}
