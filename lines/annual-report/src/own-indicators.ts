import { doneInTime, type OwnIndicators } from '@fadu/indicator';
import { DC24 } from './statutes.js';

/** Whether the yearly reports written on the platform are out in time. Organs that write elsewhere stand in the register. */
export const own: OwnIndicators = {
  'governance.report_published_on_time_rate': {
    name: '年报按时公开率',
    english: 'Yearly reports published in time',
    unit: '%',
    kind: 'rate',
    direction: 'up',
    domain: 'governance',
    versions: [
      {
        version: 1,
        from: '2017-01-01',
        formula: doneInTime('report', ['publish']),
        counted: '不晚于期限公开的年度报告',
        base: '公开期限在期内届满、在本平台编写的年度报告',
        basis: DC24,
      },
    ],
  },
};
