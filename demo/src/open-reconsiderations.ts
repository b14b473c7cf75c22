import { addDays, dayOf, daysBetween, type PlainDate } from '@fadu/kernel';
import type { ApplicationWish } from './application.js';
import type { CaseCode } from './cases.js';
import type { Course } from './course.js';
import { CITY, OTHER_CITY } from './organizations.js';
import { tellReconsideration } from './reconsideration.js';
import type { Stage } from './stage.js';
import type { Story } from './story.js';

/** Where a matter stands today. Days of the trial are told from the day of receipt (`workdays` before today). */
interface Scene extends Partial<Omit<Course, 'key' | 'application' | 'receivedOn'>> {
  readonly code: CaseCode;
  /** Received so many working days ago. */
  readonly ago?: number;
  /** Or: the limit for the decision ends so many working days from today; negative when it has passed. */
  readonly decideIn?: number;
  /** Or: the reply is due so many working days from today. */
  readonly replyIn?: number;
  /** Or: served so many calendar days ago. */
  readonly servedAgo?: number;
  readonly wish?: Partial<ApplicationWish>;
}

/** Every state of a reconsideration, with clocks that have passed, end today, end soon, and rest. */
const SCENES: readonly Scene[] = [
  // Received.
  { code: 'food', ago: 1, stopAfter: 'register' },
  { code: 'disclosure', ago: 2, channel: 'online', stopAfter: 'apply' },
  { code: 'camera', ago: 4, channel: 'online', stopAfter: 'apply' },
  { code: 'landUse', ago: 4, channel: 'post', stopAfter: 'register' },
  { code: 'workInjury', ago: 5, stopAfter: 'register' },
  { code: 'pension', ago: 3, channel: 'oral', stopAfter: 'registerOral' },
  {
    code: 'clinic',
    ago: 2,
    stopAfter: 'register',
    lateReason: '住院治疗期间无法提出申请，附住院病历。',
    wish: { lateBy: 60 },
  },
  { code: 'price', ago: 3, channel: 'online', ending: 'REFUSED', stopAfter: 'refuse' },
  { code: 'camera', ago: 2, channel: 'agency', stopAfter: 'registerAtAgency' },
  { code: 'camera', ago: 5, channel: 'agency', stopAfter: 'registerAtAgency' },
  { code: 'camera', ago: 9, channel: 'agency', selfCorrected: true },
  // To be completed.
  { code: 'stall', ago: 4, correction: true, stopAfter: 'askCorrection' },
  { code: 'landRight', ago: 8, channel: 'online', correction: true, stopAfter: 'serveCorrection' },
  { code: 'transport', ago: 9, channel: 'online', correction: true, stopAfter: 'correctByParty' },
  // Nobody examined it in time.
  { code: 'safety', ago: 6, channel: 'online', deemed: true, stopAfter: 'apply' },
  { code: 'emission', ago: 8, channel: 'online', deemed: true, stopAfter: 'chooseProcedure' },
  // Accepted.
  { code: 'detention', ago: 5, stopAfter: 'accept' },
  { code: 'workInjury', ago: 13, stopAfter: 'accept' },
  { code: 'traffic', ago: 5, procedure: { simplified: 'onTheSpot' }, stopAfter: 'accept' },
  { code: 'food', ago: 4, stopAfter: 'accept', wish: { applicants: 3 } },
  // Waiting for the reply.
  { code: 'food', replyIn: 0, stopAfter: 'signCopy' },
  { code: 'price', replyIn: 6, stopAfter: 'signCopy' },
  { code: 'detention', replyIn: 2, stopAfter: 'signCopy' },
  { code: 'landUse', replyIn: 8, stopAfter: 'sendCopy' },
  { code: 'disclosure', ago: 8, procedure: { simplified: 'disclosure' }, stopAfter: 'signCopy' },
  { code: 'relief', ago: 24, noReply: true, stopAfter: 'signCopy' },
  // Examined.
  { code: 'traffic', ago: 12, channel: 'online', procedure: { simplified: 'onTheSpot' }, stopAfter: 'reply' },
  { code: 'emission', ago: 16, stopAfter: 'reply' },
  { code: 'pension', decideIn: 12, stopAfter: 'hearOpinions' },
  { code: 'landRight', decideIn: 2, stopAfter: 'hearOpinions' },
  { code: 'transport', decideIn: -3, stopAfter: 'hearOpinions' },
  { code: 'clinic', decideIn: 0, stopAfter: 'hearOpinions' },
  { code: 'wages', ago: 20, major: true, stopAfter: 'setHearing' },
  { code: 'emission', ago: 32, major: true, committee: true, stopAfter: 'holdHearing' },
  { code: 'safety', ago: 24, stay: true, stopAfter: 'hearOpinions' },
  { code: 'stall', ago: 18, channel: 'online', ending: 'WITHDRAWN', stopAfter: 'askWithdrawal' },
  // Extended, suspended.
  { code: 'price', decideIn: 4, extended: true, stopAfter: 'extend' },
  { code: 'landUse', decideIn: 1, extended: true, stopAfter: 'approve' },
  { code: 'workInjury', ago: 30, suspended: { ground: 'otherCase', days: 90 } },
  { code: 'detention', ago: 34, suspended: { ground: 'death', days: 90 } },
  { code: 'demolition', ago: 28, suspended: { ground: 'mediation', days: 60 } },
  { code: 'food', ago: 20, suspended: { ground: 'interpretation', days: 60 }, stopAfter: 'suspend' },
  { code: 'stall', ago: 19, norm: '《白城市城区占道经营管理办法》第九条', stopAfter: 'startNormReview' },
  { code: 'stall', ago: 26, norm: '《白城市户外摊点管理规定》第五条', stopAfter: 'notifyNormMaker' },
  // With the leader, decided.
  { code: 'food', decideIn: 2, stopAfter: 'draft' },
  { code: 'camera', decideIn: 6, channel: 'online', stopAfter: 'draft' },
  { code: 'pension', decideIn: 9, ending: 'REVOKE', stopAfter: 'draft' },
  { code: 'workInjury', decideIn: 5, stopAfter: 'decide' },
  { code: 'relief', decideIn: 3, ending: 'ORDER_PERFORM', stopAfter: 'decide' },
  // Ended without a decision on the merits, not yet in the archive.
  { code: 'disclosure', ago: 9, ending: 'REFUSED' },
  { code: 'landRight', ago: 22, ending: 'DISMISS_APPLICATION' },
  { code: 'transport', ago: 24, channel: 'online', ending: 'SETTLED' },
  { code: 'price', ago: 20, ending: 'MEDIATION' },
  // Served, and what follows.
  { code: 'transport', servedAgo: 5, channel: 'online' },
  { code: 'clinic', servedAgo: 9 },
  { code: 'detention', servedAgo: 20, ending: 'REVOKE', opinion: true, stopAfter: 'issueOpinion' },
  { code: 'pension', servedAgo: 30, ending: 'REVOKE', opinion: true },
  { code: 'wages', servedAgo: 75, ending: 'REVOKE', stopAfter: 'publish' },
  { code: 'demolition', servedAgo: 66, ending: 'REVOKE', stopAfter: 'orderPerformance', ordered: true },
  { code: 'landUse', servedAgo: 16, suit: { archivedOn: (on) => addDays(on, 400) } },
];

/** Matters of the counties and of another city: what the city's own people see only by their posts. */
const ELSEWHERE: readonly (readonly [organ: string, scenes: readonly Scene[]])[] = [
  [
    'g220821',
    [
      { code: 'landUse', ago: 2, stopAfter: 'register', wish: { agency: 't220821100' } },
      { code: 'food', ago: 6, stopAfter: 'accept' },
      { code: 'landRight', ago: 14, stopAfter: 'signCopy' },
      { code: 'detention', decideIn: 3, stopAfter: 'draft' },
    ],
  ],
  [
    'g220822',
    [
      { code: 'pension', ago: 4, channel: 'online', stopAfter: 'apply' },
      { code: 'transport', ago: 15, stopAfter: 'reply' },
      { code: 'stall', decideIn: -2, stopAfter: 'hearOpinions' },
    ],
  ],
  [
    'g220802',
    [
      { code: 'camera', ago: 3, channel: 'online', stopAfter: 'apply' },
      { code: 'stall', ago: 12, stopAfter: 'signCopy' },
      { code: 'demolition', ago: 24, suspended: { ground: 'mediation', days: 60 } },
    ],
  ],
  [
    'g220881',
    [
      { code: 'relief', ago: 5, stopAfter: 'register' },
      { code: 'workInjury', servedAgo: 6 },
    ],
  ],
  [
    'g220882',
    [
      { code: 'food', ago: 7, correction: true, stopAfter: 'serveCorrection' },
      { code: 'safety', decideIn: 8, stopAfter: 'hearOpinions' },
    ],
  ],
  [
    OTHER_CITY,
    [
      { code: 'food', ago: 3, channel: 'online', stopAfter: 'apply' },
      { code: 'emission', ago: 12, stopAfter: 'signCopy' },
      { code: 'camera', decideIn: 5, stopAfter: 'hearOpinions' },
    ],
  ],
];

export const openReconsiderations = (stage: Stage): Story[] => [
  ...SCENES.map((scene, index) => play(stage, CITY, scene, index)),
  // The county governments themselves are respondents before the city.
  play(stage, CITY, { code: 'landUse', ago: 12, stopAfter: 'signCopy', wish: { agency: 'g220822' } }, SCENES.length),
  ...ELSEWHERE.flatMap(([organ, scenes]) => scenes.map((scene, index) => play(stage, organ, scene, index))),
];

/** A moment after everything: to see when a course would come to its end. */
const FAR = new Date('2150-01-01T00:00:00Z');

function play(stage: Stage, organ: string, scene: Scene, index: number): Story {
  const { cast, days, now, maker } = stage;
  const { code, ago, decideIn, replyIn, servedAgo, wish, ...more } = scene;
  const today = dayOf(now);
  const made = (receivedOn: PlainDate) =>
    maker.make({ code, organ, receivedOn, ...(more.norm !== undefined && { norm: more.norm }), ...wish });
  const course: Omit<Course, 'application' | 'receivedOn'> = {
    key: `open/${organ}/${index + 1}`,
    organ,
    channel: 'counter',
    ending: 'UPHOLD',
    turn: index,
    ...(replyIn !== undefined && { copyAfter: 1 }),
    ...(more.stopAfter === 'draft' && { draftOn: days.work(today, -1 - (index % 2)) }),
    ...(more.stopAfter === 'decide' && { draftOn: days.work(today, -4) }),
    ...more,
  };
  const examination = 2 + (index % 3);
  const receipt = (): PlainDate => {
    if (replyIn !== undefined) return days.work(today, replyIn - 10 - 1 - examination);
    if (decideIn !== undefined) return days.work(days.within(days.work(today, decideIn), -60), -examination);
    return days.work(today, -(ago ?? 1));
  };
  if (servedAgo === undefined) {
    const receivedOn = receipt();
    return tellReconsideration({ ...course, application: made(receivedOn), receivedOn }, cast, days, now).story;
  }
  const wanted = days.within(today, -servedAgo);
  const { stopAfter: _, ...whole } = course;
  let receivedOn = days.within(wanted, -45);
  const application = made(receivedOn);
  for (let round = 0; round < 4; round += 1) {
    const { servedOn } = tellReconsideration({ ...whole, application, receivedOn }, cast, days, FAR);
    receivedOn = days.within(receivedOn, daysBetween(servedOn!, wanted));
  }
  return tellReconsideration({ ...course, application, receivedOn }, cast, days, now).story;
}
