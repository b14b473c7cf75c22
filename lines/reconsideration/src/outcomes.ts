import type { LegalBasis } from '@fadu/kernel';
import { FY } from './statutes.js';

export interface Outcome {
  readonly name: string;
  readonly basis: LegalBasis;
  /** Counts as 纠错. */
  readonly correction: boolean;
  /** How a court sees it when it names the defendants (行政诉讼法第二十六条, 司法解释第二十二条). */
  readonly inCourt: 'upheld' | 'changed' | 'rejected';
}

/** How a matter may end by decision (行政复议法第六十三条至第七十三条). */
export const outcomes = {
  MODIFY: { name: '变更', basis: FY(63), correction: true, inCourt: 'changed' },
  REVOKE: { name: '撤销', basis: FY(64), correction: true, inCourt: 'changed' },
  REVOKE_PART: { name: '部分撤销', basis: FY(64), correction: true, inCourt: 'changed' },
  CONFIRM_ILLEGAL: { name: '确认违法', basis: FY(65), correction: true, inCourt: 'changed' },
  ORDER_PERFORM: { name: '责令履行', basis: FY(66), correction: true, inCourt: 'changed' },
  CONFIRM_VOID: { name: '确认无效', basis: FY(67), correction: true, inCourt: 'changed' },
  UPHOLD: { name: '维持', basis: FY(68), correction: false, inCourt: 'upheld' },
  DISMISS_REQUEST: { name: '驳回复议请求', basis: FY(69), correction: false, inCourt: 'upheld' },
  AGREEMENT: { name: '责令承担行政协议责任或者补偿', basis: FY(71), correction: true, inCourt: 'changed' },
  COMPENSATE: { name: '责令赔偿', basis: FY(72), correction: true, inCourt: 'changed' },
  DISMISS_COMPENSATION: { name: '驳回赔偿请求', basis: FY(72), correction: false, inCourt: 'upheld' },
  MEDIATION: { name: '调解结案', basis: FY(73), correction: false, inCourt: 'changed' },
  DISMISS_APPLICATION: { name: '驳回申请', basis: FY(33), correction: false, inCourt: 'rejected' },
  REFUSE: { name: '不予受理', basis: FY(30, 2), correction: false, inCourt: 'rejected' },
  TERMINATE_SETTLED: { name: '和解终止', basis: FY(74), correction: false, inCourt: 'changed' },
  TERMINATE_WITHDRAWN: { name: '撤回终止', basis: FY(41, undefined, 1), correction: false, inCourt: 'rejected' },
  TERMINATE_OTHER: { name: '其他终止', basis: FY(41), correction: false, inCourt: 'rejected' },
} as const satisfies Record<string, Outcome>;

export type OutcomeCode = keyof typeof outcomes;

const codes = Object.keys(outcomes) as OutcomeCode[];
export const outcomeNames = Object.fromEntries(codes.map((code) => [code, outcomes[code].name])) as Record<
  OutcomeCode,
  string
>;
export const correctionCodes = codes.filter((code) => outcomes[code].correction);
/** Outcomes a decision on the merits may have. */
export const decisionCodes = codes.filter((code) => !/^(TERMINATE|REFUSE|DISMISS_APPLICATION|MEDIATION)/.test(code));
export const inCourt = Object.fromEntries(codes.map((code) => [code, outcomes[code].inCourt])) as Record<
  OutcomeCode,
  Outcome['inCourt']
>;
