import type { Formulas, Selection, Where } from '@fadu/indicator';
import { FY } from './statutes.js';

export const LINE = 'reconsideration';
/** Since the platform keeps the record. */
export const FIRST = '2017-09-01';

const received: Selection = { line: LINE, day: { field: 'receivedOn' } };
const accepted: Selection = { line: LINE, day: { field: 'acceptedOn' } };
/** Ended after acceptance: by decision, mediation or termination; what was refused or given up was never accepted. */
export const concluded: Selection = {
  line: LINE,
  day: { field: 'concludedOn' },
  where: [{ field: 'acceptedOn', given: true }],
};
const settled: Where = { field: 'outcome', anyOf: ['MEDIATION', 'TERMINATE_SETTLED', 'TERMINATE_WITHDRAWN'] };
const corrected: Where = { field: 'correction', anyOf: [true] };
const changed: Where = { field: 'changedBeforeEnd', anyOf: [true] };
const and = (selection: Selection, ...where: Where[]): Selection => ({
  ...selection,
  where: [...(selection.where ?? []), ...where],
});

/** What the law's statistics ask of reconsideration, each with its base and the day that attributes it. */
export const indicators: Formulas = {
  'reconsideration.received': [
    {
      version: 1,
      from: FIRST,
      formula: { kind: 'count', of: received },
      counted: '收到的行政复议申请，按收到日归属；含后来不予受理、未补正而放弃的',
      basis: FY(30),
    },
  ],
  'reconsideration.accepted': [
    {
      version: 1,
      from: FIRST,
      formula: { kind: 'count', of: accepted },
      counted: '受理和视为受理的案件，按受理日归属',
      basis: FY(30),
    },
  ],
  'reconsideration.handled': [
    {
      version: 1,
      from: FIRST,
      formula: { kind: 'count', of: { line: LINE, day: { during: 'acceptedOn', until: 'concludedOn' } } },
      counted: '期内在办的案件：期初结转加期内受理，期内审结的仍计入',
      basis: FY(62),
    },
  ],
  'reconsideration.concluded': [
    {
      version: 1,
      from: FIRST,
      formula: { kind: 'count', of: concluded },
      counted: '受理后以决定、调解、终止等方式结案的案件，按结案日归属',
      basis: FY(62),
    },
  ],
  'reconsideration.conclusion_rate': [
    {
      version: 1,
      from: FIRST,
      formula: {
        kind: 'ratio',
        part: concluded,
        whole: { line: LINE, day: { during: 'acceptedOn', until: 'concludedOn' } },
      },
      counted: '期内审结的案件',
      base: '期初未结的案件加期内受理的案件',
      basis: FY(62),
    },
  ],
  'reconsideration.corrected': [
    {
      version: 1,
      from: FIRST,
      formula: { kind: 'count', of: and(concluded, corrected) },
      counted: '变更、撤销、部分撤销、确认违法、确认无效、责令履行等纠正原行为的决定，按结案日归属',
      basis: FY(64),
    },
  ],
  'reconsideration.direct_correction_rate': [
    {
      version: 1,
      from: FIRST,
      formula: { kind: 'cohort', whole: concluded, where: [corrected] },
      counted: '期内审结的案件中作出纠错决定的',
      base: '期内审结的案件',
      basis: FY(64),
    },
  ],
  'reconsideration.correction_rate': [
    {
      version: 1,
      from: FIRST,
      formula: { kind: 'cohort', whole: concluded, where: [{ any: [corrected, changed] }] },
      counted: '作出纠错决定的，加上被申请人改变行政行为后和解、撤回的',
      base: '期内审结的案件',
      basis: FY(64),
    },
  ],
  'reconsideration.settled': [
    {
      version: 1,
      from: FIRST,
      formula: { kind: 'count', of: and(concluded, settled) },
      counted: '调解结案、和解终止和撤回终止的案件，按结案日归属',
      also: { name: '按同批受理案件', formula: { kind: 'count', of: and(accepted, settled) } },
      basis: FY(73),
    },
  ],
  'reconsideration.settlement_rate': [
    {
      version: 1,
      from: FIRST,
      formula: { kind: 'cohort', whole: accepted, where: [settled] },
      counted: '期内受理的案件中以调解、和解、撤回结案的',
      base: '期内受理的案件',
      also: { name: '按审结', formula: { kind: 'cohort', whole: concluded, where: [settled] } },
      basis: FY(73),
    },
  ],
  'reconsideration.litigated_after_rate': [
    {
      version: 1,
      from: FIRST,
      formula: {
        kind: 'ratio',
        part: { line: LINE, day: { field: 'suedOn' }, where: [{ field: 'concludedOn', given: true }] },
        whole: concluded,
      },
      counted: '期内因复议案件起诉的',
      base: '期内审结的案件',
      also: {
        name: '按同批案件',
        formula: { kind: 'cohort', whole: concluded, where: [{ field: 'suedOn', given: true }] },
      },
      basis: FY(10),
    },
  ],
  'reconsideration.substantive_resolution_rate': [
    {
      version: 1,
      from: FIRST,
      formula: { kind: 'cohort', whole: concluded, where: [{ field: 'suedOn', given: false }] },
      counted: '审结后没有起诉的案件',
      base: '期内审结的案件',
      basis: FY(10),
    },
  ],
  'reconsideration.disputes_resolved': [
    {
      version: 1,
      from: FIRST,
      formula: {
        kind: 'count',
        of: and(concluded, { any: [{ field: 'outcome', anyOf: ['MEDIATION', 'TERMINATE_SETTLED'] }, changed] }),
      },
      counted: '调解、和解结案的，加上被申请人改变行政行为后撤回的，按结案日归属',
      basis: FY(5),
    },
  ],
  'reconsideration.hearings': [
    {
      version: 1,
      from: FIRST,
      formula: { kind: 'count', of: { line: LINE, day: { actions: ['holdHearing'] } } },
      counted: '举行的听证，一次计一次，按举行日归属',
      basis: FY(50),
    },
  ],
  'reconsideration.enterprise_cases': [
    {
      version: 1,
      from: FIRST,
      formula: { kind: 'count', of: and(accepted, { field: 'act.enterpriseRelated', anyOf: [true] }) },
      counted: '受理的案件中标明涉企的，按受理日归属',
      basis: FY(30),
    },
  ],
  'reconsideration.opinion_letters': [
    {
      version: 1,
      from: FIRST,
      formula: {
        kind: 'count',
        of: { line: LINE, day: { actions: ['issueOpinion', 'issueSuggestion', 'interview', 'circulate'] } },
      },
      counted: '制发的行政复议意见书、建议书，以及约谈和通报批评，一次计一份，按制发日归属',
      basis: FY(76),
    },
  ],
};
