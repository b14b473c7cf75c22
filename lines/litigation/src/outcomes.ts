import type { LegalBasis } from '@fadu/kernel';
import { CS, JS, XS } from './statutes.js';

interface Outcome {
  readonly name: string;
  readonly basis: readonly LegalBasis[];
  /** Whether the defendant loses by it. */
  readonly lost: boolean;
  /** Left out of the denominator of every rate. */
  readonly uncounted?: true;
}

/** How a suit can end for one defendant, with the article that says so. */
export const outcomes = {
  DISMISS_CLAIM: { name: '驳回诉讼请求', basis: [XS(69)], lost: false },
  DISMISS_SUIT: { name: '驳回起诉', basis: [JS(69)], lost: false },
  NOT_FILED: { name: '不予立案', basis: [XS(51)], lost: false },
  REVOKE: { name: '撤销', basis: [XS(70)], lost: true },
  REVOKE_PART: { name: '部分撤销', basis: [XS(70)], lost: true },
  MODIFY: { name: '变更', basis: [XS(77)], lost: true },
  PERFORM: { name: '责令履行法定职责', basis: [XS(72)], lost: true },
  PAY: { name: '责令履行给付义务', basis: [XS(73)], lost: true },
  CONFIRM_ILLEGAL: { name: '确认违法', basis: [XS(74)], lost: true },
  CONFIRM_VOID: { name: '确认无效', basis: [XS(75)], lost: true },
  AGREEMENT_LIABLE: { name: '承担行政协议责任', basis: [XS(78)], lost: true },
  COMPENSATE: { name: '判决赔偿', basis: [XS(76)], lost: true },
  WITHDRAWN: { name: '撤诉', basis: [XS(62)], lost: false },
  WITHDRAWN_AFTER_CHANGE: { name: '改变行政行为后撤诉', basis: [XS(62), CS(2)], lost: false },
  DEEMED_WITHDRAWN: { name: '按撤诉处理', basis: [XS(58)], lost: false },
  MEDIATED: { name: '调解', basis: [XS(60)], lost: false },
  TRANSFERRED: { name: '移送', basis: [XS(22)], lost: false, uncounted: true },
  ENDED: { name: '终结', basis: [JS(88)], lost: false, uncounted: true },
} as const satisfies Readonly<Record<string, Outcome>>;

export type OutcomeCode = keyof typeof outcomes;

export const outcomeCodes = Object.keys(outcomes) as readonly OutcomeCode[];

/** Codes by which a defendant loses; a judgment partly for the plaintiff is lost (部分撤销). */
export const lostCodes = outcomeCodes.filter((code) => outcomes[code].lost);
export const withdrawnCodes = ['WITHDRAWN', 'WITHDRAWN_AFTER_CHANGE', 'DEEMED_WITHDRAWN'] as const;
export const endedCodes = ['ENDED', 'TRANSFERRED'] as const;

export const isOutcomeCode = (code: unknown): code is OutcomeCode => typeof code === 'string' && code in outcomes;

export const outcomeNames = Object.fromEntries(outcomeCodes.map((code) => [code, outcomes[code].name])) as Readonly<
  Record<OutcomeCode, string>
>;
