import { dayOf, type PlainDate } from '@fadu/kernel';
import type { CaseCode } from './cases.js';
import { CITY, departmentOf } from './organizations.js';
import type { Stage } from './stage.js';
import type { Story } from './story.js';
import { copyToHearing, type SuitCourse, suedFor, tellSuit } from './suit.js';

interface Scene {
  readonly code: CaseCode;
  /** The copy of the statement of claim came so many calendar days ago. */
  readonly copyAgo?: number;
  /** Or: the hearing is so many calendar days ahead. */
  readonly hearingIn?: number;
  /** Against the department alone; else the city government is sued with it, after it upheld the act. */
  readonly alone?: true;
  readonly ending?: SuitCourse['ending'];
  readonly excused?: true;
  readonly stopAfter?: string;
}

/** Suits before the courts today: from the notice that came this morning to the judgment that is still to be performed. */
const SCENES: readonly Scene[] = [
  { code: 'food', copyAgo: 1, alone: true, stopAfter: 'register' },
  { code: 'disclosure', copyAgo: 2, stopAfter: 'register' },
  { code: 'detention', copyAgo: 5, stopAfter: 'assign' },
  { code: 'landUse', copyAgo: 13, alone: true, stopAfter: 'assign' },
  { code: 'workInjury', copyAgo: 15, stopAfter: 'assign' },
  { code: 'emission', copyAgo: 17, stopAfter: 'assign' },
  { code: 'clinic', copyAgo: 16, alone: true, stopAfter: 'submitDefence' },
  { code: 'transport', hearingIn: 8, stopAfter: 'noticeHearing' },
  { code: 'price', hearingIn: 4, stopAfter: 'planAppearance' },
  { code: 'food', hearingIn: 3, alone: true, stopAfter: 'planAppearance' },
  { code: 'demolition', hearingIn: 4, excused: true, stopAfter: 'explainAbsence' },
  { code: 'pension', copyAgo: 50, stopAfter: 'recordHearing' },
  { code: 'landRight', copyAgo: 75, stopAfter: 'judge' },
  { code: 'stall', copyAgo: 115, alone: true, ending: 'lost' },
  { code: 'safety', copyAgo: 110, ending: 'appealed' },
];

/** Against the city government or one of its departments, each answered by an office of its own. */
export const openSuits = (stage: Stage): Story[] =>
  SCENES.map((scene, turn) => {
    const { cast, days, now, maker, courts } = stage;
    const { code, copyAgo, hearingIn, alone, ...more } = scene;
    const copyOn: PlainDate = days.within(dayOf(now), -(copyAgo ?? copyToHearing(turn) - (hearingIn ?? 0)));
    const suedOn = suedFor(days, copyOn, turn);
    const application = maker.make({ code, organ: CITY, receivedOn: suedOn });
    const course: SuitCourse = {
      key: `open/suit/${turn + 1}`,
      organ: alone ? application.agency : CITY,
      application,
      ...(!alone && { reconsidered: 'UPHOLD' as const, servedOn: days.work(suedOn, -8) }),
      suedOn,
      turn,
      ending: 'dismissed',
      courts,
      ...more,
    };
    return tellSuit(course, cast, days, now);
  });

/** The public security bureau of the city, which also decides claims. */
export const CLAIMS_ORGAN = departmentOf(CITY.slice(1), 'ga');
