import { any, given, type Line } from '@fadu/procedure';
import { afterwards } from './actions/afterwards.js';
import { course } from './actions/course.js';
import { ending } from './actions/ending.js';
import { intake } from './actions/intake.js';
import { trial } from './actions/trial.js';
import { clocks } from './clocks.js';
import { documents } from './documents/index.js';
import { fields } from './fields/index.js';
import { numbers } from './numbers.js';
import { publicView } from './public.js';
import { ruleSets } from './rule-sets.js';
import { settings } from './settings.js';
import { states } from './states.js';
import { FY } from './statutes.js';

/** What a respondent sees of a matter, once it has been sent the copy. */
const servedFields = [
  'applicants',
  'representatives',
  'agents',
  'thirdParties',
  'respondent',
  'coRespondents',
  'act',
  'requests',
  'requestText',
  'normReviewed',
  'compensationAmount',
  'facts',
  'evidence',
  'acceptedOn',
  'procedure',
  'agencyReceivedOn',
  'agencyCorrectedOn',
  'agencyCorrection',
  'copySentOn',
  'copyReceivedOn',
  'repliedOn',
  'replyText',
  'replyBasis',
  'replyEvidence',
  'respondentAgents',
  'hearingOn',
  'hearingPlace',
  'outcome',
  'decidedOn',
  'servedOn',
  'performBy',
  'performedOn',
  'performance',
  'opinionProblems',
  'opinionReport',
] as const;

/** 行政复议: from the application to the archived file, under the law of the day (rule-sets.ts). */
export const reconsideration: Line = {
  code: 'reconsideration',
  name: '行政复议',
  version: '2026-1',
  kind: 'case',
  ruleSets,
  posts: {
    handler: '承办人',
    clerk: '窗口登记员',
    rcHead: '复议机构负责人',
    rcOrganHead: '复议机关负责人',
    committee: '复议委员会委员',
    responder: '答复承办人',
    responderHead: '被申请人负责人',
  },
  keeper: 'rcHead',
  qualifications: {
    posts: ['handler'],
    kinds: { legal: '取得法律职业资格，并参加统一职前培训', experienced: '2018年以前已经从事行政复议工作' },
    basis: FY(6, 2),
  },
  fields,
  states,
  clocks,
  settings,
  actions: { ...intake, ...trial, ...course, ...ending, ...afterwards },
  documents,
  numbers,
  related: {
    sameAct: { line: 'reconsideration', match: { 'act.docNumber': 'act.docNumber', respondent: 'respondent' } },
    suits: { line: 'litigation', match: { 'act.docNumber': 'act.docNumber' } },
  },
  list: {
    title: '{applicants.name}不服{respondent}{act.name}{act.docNumber}',
    columns: ['act.kind', 'respondent', 'procedure', 'receivedOn', 'acceptedOn', 'act.amount'],
    filters: ['procedure', 'channel', 'respondent', 'outcome'],
  },
  publicView,
  participants: ['respondent', 'coRespondents.organ'],
  // 第四十八条: the copy of the application and its materials; 第三十二条: the organ that received the application itself.
  served: {
    respondent: { when: any(given('copySentOn'), given('agencyReceivedOn')), fields: servedFields },
    // 第十九条第二款: those who acted together are respondents together; each sees what is served on the respondents.
    'coRespondents.organ': { when: given('copySentOn'), fields: servedFields },
  },
  calendar: [{ field: 'hearingOn', name: '听证', shows: ['hearingPlace', 'hearingHost', 'respondent'] }],
};
