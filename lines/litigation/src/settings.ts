import { amountSetting, type Setting } from '@fadu/procedure';
import { XS } from './statutes.js';

/** Points of the response to suits that the law leaves open. */
export const settings = {
  headAlert: amountSetting('收到副本满几日仍未答辩的，提醒机关负责人', 'day', 7, {
    max: 14,
    question: '法律规定十五日内提交答辩状，没有规定何时报告机关负责人',
    basis: [XS(67, 1), XS(3, 3)],
  }),
  codeWithin: amountSetting('裁判文书送达后几个工作日内登记结果', 'workday', 3, {
    max: 20,
    question: '法律没有规定裁判结果登记的期限',
    basis: XS(79),
  }),
} as const satisfies Readonly<Record<string, Setting>>;
