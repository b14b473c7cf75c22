import { clockField, type OwnIndicators, type Selection } from '@fadu/indicator';
import { concluded, FIRST, LINE } from './indicators.js';
import { FY } from './statutes.js';

const accepted: Selection = { line: LINE, day: { field: 'acceptedOn' } };
const judged = clockField(['decide'], 'outcome');
const hearings = (...where: NonNullable<Selection['where']>): Selection => ({
  line: LINE,
  day: { list: 'hearings', on: 'on', key: ['on'] },
  where,
});

/** What those who lead ask of reconsideration besides the national catalogue. */
export const own: OwnIndicators = {
  'reconsideration.pending': {
    name: '未审结行政复议案件数',
    english: 'Reconsideration cases pending',
    unit: '件',
    kind: 'stock',
    direction: 'down',
    domain: 'reconsideration',
    versions: [
      {
        version: 1,
        from: FIRST,
        formula: { kind: 'stock', of: accepted, until: 'concludedOn' },
        counted: '期末已经受理、还没有结案的案件，中止的在内',
        basis: FY(62),
      },
    ],
  },
  'reconsideration.on_time_rate': {
    name: '行政复议按期审结率',
    english: 'Reconsideration cases concluded in time',
    unit: '%',
    kind: 'rate',
    direction: 'up',
    domain: 'reconsideration',
    versions: [
      {
        version: 1,
        from: FIRST,
        formula: {
          kind: 'cohort',
          whole: { ...concluded, where: [...concluded.where!, { field: judged, anyOf: ['met', 'late'] }] },
          where: [{ field: judged, anyOf: ['met'] }],
        },
        counted: '期内审结的案件中不晚于法定届满日结案的；中止扣除，批准的延长计入期限',
        base: '期内审结的案件，不再适用审理期限的除外',
        basis: FY(62),
      },
    ],
  },
  'reconsideration.conclusion_days': {
    name: '行政复议审理天数（中位数）',
    english: 'Days from acceptance to conclusion, median',
    unit: '日',
    kind: 'duration',
    direction: 'down',
    domain: 'reconsideration',
    versions: [
      {
        version: 1,
        from: FIRST,
        formula: { kind: 'days', of: concluded, from: 'acceptedOn', to: 'concludedOn', at: 'median' },
        counted: '期内审结的案件，从受理日到结案日的日历天数，中止的日子不扣除，取中位数',
        also: {
          name: '九成案件不超过',
          formula: { kind: 'days', of: concluded, from: 'acceptedOn', to: 'concludedOn', at: 90 },
        },
      },
    ],
  },
  'reconsideration.head_hearing_rate': {
    name: '被申请人负责人参加听证率',
    english: "Hearings attended by the respondent's head",
    unit: '%',
    kind: 'rate',
    direction: 'up',
    domain: 'reconsideration',
    versions: [
      {
        version: 1,
        from: FIRST,
        formula: { kind: 'ratio', part: hearings({ field: 'respondentHead', anyOf: [true] }), whole: hearings() },
        counted: '被申请人负责人参加的听证，同一案件同一日的计一次',
        base: '期内举行的听证',
        basis: FY(51, 3),
      },
    ],
  },
  'reconsideration.not_performed_transferred': {
    name: '不履行复议决定移送数',
    english: 'Transfers for not performing a decision',
    unit: '件',
    kind: 'count',
    direction: 'neutral',
    domain: 'reconsideration',
    versions: [
      {
        version: 1,
        from: FIRST,
        formula: { kind: 'count', of: { line: LINE, day: { actions: ['transferForDiscipline'] } } },
        counted: '因不履行复议决定移送有关机关处理的，一次计一件，按移送日归属',
        basis: FY(83),
      },
    ],
  },
};
