import { doneInTime, type OwnIndicators } from '@fadu/indicator';
import { appeared, due, FIRST, judged, LINE } from './indicators.js';
import { CS, CT, XS } from './statutes.js';

/** What those who lead ask of suits besides the national catalogue. */
export const own: OwnIndicators = {
  'litigation.chief_appearance_rate': {
    name: '正职负责人出庭率',
    english: 'Appearance rate of chief heads',
    unit: '%',
    kind: 'rate',
    direction: 'up',
    domain: 'litigation',
    versions: [
      {
        version: 1,
        from: FIRST,
        formula: { kind: 'ratio', part: due(...appeared, { field: 'rank', anyOf: ['chief'] }), whole: due() },
        counted: '正职负责人出庭的案件，同一审级只计一次',
        base: '期内开庭、负责人应当出庭的案件',
        basis: CT(2),
      },
    ],
  },
  'litigation.change_withdraw_rate': {
    name: '协调撤诉率',
    english: 'Suits withdrawn after the act was changed',
    unit: '%',
    kind: 'rate',
    direction: 'up',
    domain: 'litigation',
    versions: [
      {
        version: 1,
        from: FIRST,
        formula: {
          kind: 'cohort',
          whole: judged,
          where: [{ field: 'firstOutcome.0.code', anyOf: ['WITHDRAWN_AFTER_CHANGE'] }],
        },
        counted: '一审中行政机关改变行政行为、原告撤诉的案件',
        base: '期内一审结案的案件，移送、终结的除外',
        basis: CS(2),
      },
    ],
  },
  'litigation.respond_on_time': {
    name: '按期举证答辩率',
    english: 'Defences and evidence submitted in time',
    unit: '%',
    kind: 'rate',
    direction: 'up',
    domain: 'litigation',
    versions: [
      {
        version: 1,
        from: FIRST,
        formula: doneInTime(LINE, ['respond']),
        counted: '不晚于届满日提交答辩状和证据的案件',
        base: '答辩举证期限在期内届满的案件',
        basis: XS(67, 1),
      },
    ],
  },
  'litigation.performed_rate': {
    name: '判决按期履行率',
    english: 'Judgments performed in time',
    unit: '%',
    kind: 'rate',
    direction: 'up',
    domain: 'litigation',
    versions: [
      {
        version: 1,
        from: FIRST,
        formula: doneInTime(LINE, ['perform']),
        counted: '不晚于裁判确定的期限履行的案件',
        base: '履行期限在期内届满的败诉案件',
        basis: XS(94),
      },
    ],
  },
};
