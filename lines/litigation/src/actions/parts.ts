import { type ActionsOf, is, some, whether } from '@fadu/procedure';
import type { clocks } from '../clocks.js';
import type { documents } from '../documents.js';
import type { fields } from '../fields.js';
import * as must from '../guards/index.js';
import type { numbers } from '../numbers.js';
import { lostCodes } from '../outcomes.js';
import type { states } from '../states.js';

/** The names an action may use: an unknown one does not compile. */
export type Actions = ActionsOf<{
  fields: typeof fields;
  states: typeof states;
  clocks: typeof clocks;
  documents: typeof documents;
  numbers: typeof numbers;
}>;

export const office = ['responseOffice', 'responseHead'] as const;
export const response = ['responseOffice', 'legalStaff', 'agencyHandler@agency'] as const;

export const inFirst = ['assigned', 'submitted', 'planned', 'heard'] as const;
export const beforeCourt = [...inFirst, 'appealed', 'secondInstance', 'retrial'] as const;
export const pending = ['received', ...beforeCourt] as const;

export const notice = [
  'courtCaseNo',
  'court',
  'instance',
  'kind',
  'procedure',
  'plaintiffs',
  'thirdParties',
  'representatives',
  'defendants',
  'act',
  'claims',
  'reconsideration',
  'reconsidered',
  'filedOn',
  'copyReceivedOn',
  'courtPapers',
  'knewOn',
  'contentKnownOn',
  'reconsiderationServedOn',
] as const;
export const noticeGuards = [
  must.dateOrder,
  must.instanceMismatch,
  must.representativesMissing,
  must.defendantMismatch,
  must.reconsiderationFirst,
  must.suedLate,
];
export const noticeClocks = [
  'respond',
  'head-alert',
  'jurisdiction',
  'evidence-extension',
  'first-instance',
  'simplified',
] as const;

export const courtClocks = ['first-instance', 'simplified', 'second-instance'] as const;
export const onResponse = [
  'respond',
  'head-alert',
  'evidence-extension',
  'evidence-extended',
  'jurisdiction',
  'answer-appeal',
] as const;
export const onAppeal = ['appeal-judgment', 'appeal-ruling'] as const;

export const lost = whether(some('outcome', is('code', lostCodes)));
/** The reconsideration organ hears how the suit against its decision ended. */
export const tellReconsideration = {
  link: 'reconsideration',
  action: 'suitOutcomeRecorded',
  carry: { suitOutcome: 'operative', suitLost: 'lost' },
} as const;
