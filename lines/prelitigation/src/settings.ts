import { amountSetting, choiceSetting, type Setting } from '@fadu/procedure';
import { XS } from './statutes.js';

/** The law knows no mediation before a suit: its period and its effect are the region's to settle. */
export const settings = {
  mediationPeriod: amountSetting('诉前化解的期间', 'day', 30, {
    max: 180,
    question: '法律没有规定诉前化解的期间',
    basis: XS(60),
  }),
  warningDays: amountSetting('起诉期限届满前几日提示双方', 'day', 15, {
    max: 60,
    question: '法律没有规定何时提示当事人起诉期限将届满',
    basis: XS(46, 1),
  }),
  suitPause: choiceSetting(
    '诉前化解期间，起诉期限是否停止计算',
    { runs: '不停止计算', stops: '自登记之日停止计算，化解结束之日恢复' },
    'runs',
    { question: '法律没有规定诉前化解对起诉期限的影响', basis: [XS(46, 1), XS(48, 2)] },
  ),
} as const satisfies Readonly<Record<string, Setting>>;
