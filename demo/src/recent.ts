import { addDays, dayOf, type PlainDate, plainDate, yearOf } from '@fadu/kernel';
import type { CaseCode } from './cases.js';
import type { Course } from './course.js';
import type { Ending } from './decisions.js';
import { CITY, COUNTIES, OTHER_CITY } from './organizations.js';
import { Random } from './random.js';
import { tellReconsideration } from './reconsideration.js';
import type { Stage } from './stage.js';
import type { Story } from './story.js';
import { type SuitCourse, suitEndsOn, tellSuit } from './suit.js';

/** Up to so many days ago applications came that have been decided since. */
const OVER = 75;
const ENDINGS: readonly Ending[] = [
  'UPHOLD',
  'MEDIATION',
  'UPHOLD',
  'SETTLED',
  'DISMISS_REQUEST',
  'UPHOLD',
  'REVOKE',
  'REFUSED',
  'WITHDRAWN',
  'UPHOLD',
  'CONFIRM_ILLEGAL',
  'MEDIATION',
  'DISMISS_APPLICATION',
  'UPHOLD',
  'MODIFY',
  'ABANDONED',
  'SETTLED',
  'ORDER_PERFORM',
];
const KINDS: Partial<Record<Ending, readonly CaseCode[]>> = {
  REVOKE: ['detention', 'pension'],
  CONFIRM_ILLEGAL: ['demolition'],
  ORDER_PERFORM: ['relief'],
  DISMISS_REQUEST: ['disclosure'],
  DISMISS_APPLICATION: ['landRight'],
  MODIFY: ['food', 'stall'],
};
const ANY: readonly CaseCode[] = [
  'camera',
  'food',
  'workInjury',
  'emission',
  'landUse',
  'clinic',
  'safety',
  'transport',
  'price',
];
const SUITS: readonly SuitCourse['ending'][] = [
  'dismissed',
  'appealed',
  'dismissed',
  'withdrawnAfterChange',
  'lost',
  'dismissed',
];

/** Of the counties, in the order of COUNTIES: one so few that its rates stand in no order. */
const COUNTY_LOAD = [13, 4, 8, 11, 10] as const;
/** Who handles how many a year: enough for every dashboard, fewer than in the year that is shown whole. */
const LOAD: readonly (readonly [organ: string, perYear: number])[] = [
  [CITY, 24],
  ...COUNTIES.map((county, index): readonly [string, number] => [`g${county}`, COUNTY_LOAD[index]!]),
  [OTHER_CITY, 2],
];

/** Two years ago fewer, and of the counties only some: a line that is shown over years has no hole. */
const EARLIER: typeof LOAD = [
  [CITY, 18],
  ...COUNTIES.slice(2).map((county): readonly [string, number] => [`g${county}`, 5]),
];

/** Finished matters of the last two years and of this one, under the law since 2024. */
export function recentYears(stage: Stage): Story[] {
  const today = dayOf(stage.now);
  const last = addDays(today, -OVER);
  const stories: Story[] = [];
  let turn = 0;
  for (const year of [yearOf(today) - 2, yearOf(today) - 1, yearOf(today)].filter((one) => one > 2023)) {
    const first = plainDate(`${year}-01-04`);
    const end = year === yearOf(today) ? last : plainDate(`${year}-12-20`);
    if (end <= first) continue;
    for (const [organ, most] of year < yearOf(today) - 1 ? EARLIER : LOAD) {
      // The matters open today come on top in this year: without more before them they would look like a flood.
      const perYear = year === yearOf(today) && organ === CITY ? most * 2 : most;
      const random = new Random(`${organ}/${year}`);
      for (let index = 0; index < perYear; index += 1) {
        turn += 1;
        const receivedOn = spread(stage, first, end, (index + random.next()) / perYear);
        stories.push(...one(stage, { organ, year, index, turn, receivedOn }));
      }
    }
  }
  // A suit that begins only after the moment of the load is none yet.
  return stories.filter(({ steps }) => steps.length > 0);
}

const spread = ({ days }: Stage, first: PlainDate, end: PlainDate, share: number): PlainDate => {
  const span = (Date.parse(end) - Date.parse(first)) / 86_400_000;
  return days.after(first, Math.floor(span * share));
};

interface Place {
  readonly organ: string;
  readonly year: number;
  readonly index: number;
  readonly turn: number;
  readonly receivedOn: PlainDate;
}

function one(stage: Stage, { organ, year, index, turn, receivedOn }: Place): Story[] {
  const { cast, days, now, maker } = stage;
  const ending = ENDINGS[(index + (organ === CITY ? 0 : turn)) % ENDINGS.length]!;
  const kinds = KINDS[ending] ?? ANY;
  const code = kinds[turn % kinds.length]!;
  const simplified = code === 'camera' && ending === 'UPHOLD';
  const course: Course = {
    key: `${year}/${organ}/${index + 1}`,
    organ,
    application: maker.make({ code, organ, receivedOn }),
    receivedOn,
    channel: (['online', 'counter', 'online', 'post', 'counter'] as const)[turn % 5]!,
    ending,
    turn,
    ...(simplified && { procedure: { simplified: 'amount' as const } }),
    ...(organ === CITY && index % 6 === 1 && ending === 'UPHOLD' && { major: true as const }),
    ...(ending === 'REVOKE' && { opinion: true as const }),
  };
  const plain = tellReconsideration(course, cast, days, now);
  if (organ !== CITY || (ending !== 'UPHOLD' && ending !== 'DISMISS_REQUEST') || simplified || turn % 2 === 0)
    return [plain.story];
  const how = SUITS[turn % SUITS.length]!;
  const archivedOn = (on: PlainDate) => suitEndsOn(days, on, { ending: how, turn });
  const told = tellReconsideration({ ...course, suit: { archivedOn } }, cast, days, now);
  const suit = tellSuit(
    {
      key: `${course.key}/suit`,
      organ,
      application: course.application,
      from: course.key,
      reconsidered: ending,
      suedOn: told.suedOn!,
      servedOn: told.servedOn!,
      turn,
      ending: how,
      courts: stage.courts,
      ...(turn % 7 === 3 && { excused: true as const }),
    },
    cast,
    days,
    now,
  );
  return [told.story, suit];
}
