import { dayOf, type PlainDate } from '@fadu/kernel';
import type { CaseCode } from './cases.js';
import { CITY, departmentOf } from './organizations.js';
import type { Stage } from './stage.js';
import type { Story } from './story.js';
import { type SuitCourse, suedFor, tellSuit } from './suit.js';

interface Scene {
  readonly code: CaseCode;
  /** The copy of the statement of claim came so many calendar days ago. */
  readonly copyAgo: number;
  readonly ending?: SuitCourse['ending'];
  readonly excused?: true;
  readonly stopAfter?: string;
}

/** Suits before the courts today: from the notice that came this morning to the judgment that is still to be performed. */
const SCENES: readonly Scene[] = [
  { code: 'food', copyAgo: 1, stopAfter: 'register' },
  { code: 'detention', copyAgo: 5, stopAfter: 'assign' },
  { code: 'landUse', copyAgo: 13, stopAfter: 'assign' },
  { code: 'workInjury', copyAgo: 15, stopAfter: 'assign' },
  { code: 'emission', copyAgo: 17, stopAfter: 'assign' },
  { code: 'clinic', copyAgo: 16, stopAfter: 'submitDefence' },
  { code: 'transport', copyAgo: 26, stopAfter: 'noticeHearing' },
  { code: 'price', copyAgo: 32, stopAfter: 'identifyHead' },
  { code: 'demolition', copyAgo: 34, excused: true, stopAfter: 'explainAbsence' },
  { code: 'pension', copyAgo: 50, stopAfter: 'recordHearing' },
  { code: 'landRight', copyAgo: 75, stopAfter: 'judge' },
  { code: 'stall', copyAgo: 115, ending: 'lost' },
  { code: 'safety', copyAgo: 110, ending: 'appealed' },
];

/** Against departments of the city, each with the office of its own that answers. */
export const openSuits = (stage: Stage): Story[] =>
  SCENES.map((scene, turn) => {
    const { cast, days, now, maker, courts } = stage;
    const { code, copyAgo, ...more } = scene;
    const copyOn: PlainDate = days.within(dayOf(now), -copyAgo);
    const suedOn = suedFor(days, copyOn, turn);
    const application = maker.make({ code, organ: CITY, receivedOn: suedOn });
    const course: SuitCourse = {
      key: `open/suit/${turn + 1}`,
      organ: application.agency,
      application,
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
