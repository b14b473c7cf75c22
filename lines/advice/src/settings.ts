import { amountSetting, type Setting } from '@fadu/procedure';
import { SJ } from './statutes.js';

/** Periods for letters whose law names none. */
export const settings = {
  otherPeriod: amountSetting('法律没有规定期限的建议，几个月内回复', 'month', 2, {
    max: 12,
    question: '个案、出庭、拒不履行和社会治理等建议的回复期限，法律没有规定；建议书写明的，从其期限',
    basis: SJ(12),
  }),
  afterReminder: amountSetting('催办后几个工作日内回复', 'workday', 7, {
    max: 30,
    question: '法律没有规定催办后的回复期限',
    basis: SJ(9),
  }),
} as const satisfies Readonly<Record<string, Setting>>;
