import type { Formulas, Selection, Where } from '@fadu/indicator';
import { outcomeCodes, outcomes } from './outcomes.js';
import { CT, XS } from './statutes.js';

export const LINE = 'litigation';
export const FIRST = '2017-07-01';

const received: Selection = { line: LINE, day: { field: 'copyReceivedOn' } };
const inFirst: Where = {
  any: [
    { field: 'instance', anyOf: ['first'] },
    { field: 'firstCaseNo', given: true },
  ],
};
/** 移送 and 终结 stand outside every rate; a case with several defendants is judged by the first. */
const uncounted = outcomeCodes.filter((code) => 'uncounted' in outcomes[code]);
export const judged: Selection = {
  line: LINE,
  day: { field: 'firstJudgedOn' },
  where: [{ field: 'firstOutcome.0.code', noneOf: uncounted }],
};
const lost = (value: boolean): Where => ({ field: 'lostFirst', anyOf: [value] });
/** 同一审级多次开庭只计一次；人民法院通知再次出庭的，每次都出庭才算出庭。 */
export const due = (...where: Where[]): Selection => ({
  line: LINE,
  day: { list: 'appearances', on: 'hearingOn', key: ['courtCaseNo', 'instance'] },
  where: [{ field: 'due', anyOf: [true] }, ...where],
});
export const appeared: readonly Where[] = [
  { field: 'appeared', anyOf: [true] },
  { field: 'violation.0', given: false },
];

const noticed: Where = { field: 'noticed', anyOf: [true] };

/** What the statistics ask of suits against the government, each with its base and the day that attributes it. */
export const indicators: Formulas = {
  'litigation.cases': [
    {
      version: 1,
      from: FIRST,
      formula: { kind: 'count', of: received },
      counted: '收到起诉状副本的应诉案件，按收到日归属',
      basis: XS(67, 1),
    },
  ],
  'litigation.first_instance_cases': [
    {
      version: 1,
      from: FIRST,
      formula: { kind: 'count', of: { ...received, where: [inFirst] } },
      counted: '收到起诉状副本的一审案件，按收到日归属',
      basis: XS(67, 1),
    },
  ],
  'litigation.post_reconsideration_cases': [
    {
      version: 1,
      from: FIRST,
      formula: {
        kind: 'count',
        of: { line: LINE, day: { field: 'filedOn' }, where: [{ field: 'reconsideration', given: true }] },
      },
      counted: '经行政复议后起诉的应诉案件，按法院立案日归属',
      basis: XS(26, 2),
    },
  ],
  'litigation.losses': [
    {
      version: 1,
      from: FIRST,
      formula: { kind: 'count', of: { ...judged, where: [...judged.where!, lost(true)] } },
      counted: '一审裁判行政机关败诉的案件，部分败诉的计入，按裁判日归属',
      basis: XS(70),
    },
  ],
  'litigation.loss_rate': [
    {
      version: 1,
      from: FIRST,
      formula: { kind: 'cohort', whole: judged, where: [lost(true)] },
      counted: '一审裁判行政机关败诉的案件',
      base: '期内一审结案的案件，移送、终结的除外',
      basis: XS(70),
    },
  ],
  'litigation.win_rate': [
    {
      version: 1,
      from: FIRST,
      formula: { kind: 'cohort', whole: judged, where: [lost(false)] },
      counted: '一审裁判行政机关没有败诉的案件',
      base: '期内一审结案的案件，移送、终结的除外',
      basis: XS(69),
    },
  ],
  'litigation.head_appearances': [
    {
      version: 1,
      from: FIRST,
      formula: { kind: 'count', of: due(...appeared) },
      counted: '负责人出庭的案件，同一审级只计一次，按最后一次开庭日归属',
      basis: CT(7),
    },
  ],
  'litigation.head_appearance_rate': [
    {
      version: 1,
      from: FIRST,
      formula: { kind: 'ratio', part: due(...appeared), whole: due() },
      counted: '负责人出庭的案件，同一审级只计一次',
      base: '期内开庭、负责人应当出庭的案件',
      also: {
        name: '只计人民法院通知负责人出庭的案件',
        formula: { kind: 'ratio', part: due(...appeared, noticed), whole: due(noticed) },
      },
      basis: CT(7),
    },
  ],
};
