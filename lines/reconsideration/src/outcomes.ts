import { type Bases, basesUnder } from '@fadu/procedure';
import { byLaw, FT07, FT26, FY, FY17, only2017 } from './statutes.js';

export interface Outcome {
  readonly name: string;
  /** Under a law that gives it none, a matter does not end so. */
  readonly basis: Bases;
  /** Counts as 纠错. */
  readonly correction: boolean;
  /** How a court sees it when it names the defendants (行政诉讼法第二十六条, 司法解释第二十二条). */
  readonly inCourt: 'upheld' | 'changed' | 'mixed' | 'rejected';
  /** The grounds on which the law allows it, each with its article; absent: none is asked. */
  readonly grounds?: Readonly<Record<string, Bases>>;
}

/** 撤销: the law of 2017 has 明显不当 among its grounds (第二十八条第一款第三项). */
const toRevoke: Readonly<Record<string, Bases>> = {
  facts: byLaw(FY(64, 1, 1), FY17(28, 1, 3)),
  procedure: byLaw(FY(64, 1, 2), FY17(28, 1, 3)),
  basis: byLaw(FY(64, 1, 3), FY17(28, 1, 3), [FY(64, 1, 3), FT26(57)]),
  power: byLaw(FY(64, 1, 4), FY17(28, 1, 3)),
  content: only2017(FY17(28, 1, 3)),
  noReply: byLaw(FY(70), FY17(28, 1, 4)),
};

/** How a matter may end by decision (行政复议法第六十三条至第七十三条; 2017年第二十八条、2007年实施条例第四十三条至第五十条). */
export const outcomes = {
  MODIFY: {
    name: '变更',
    basis: byLaw(FY(63), [FY17(28, 1, 3), FT07(47)]),
    correction: true,
    inCourt: 'changed',
    grounds: {
      content: byLaw(FY(63, 1, 1), FT07(47, undefined, 1), [FY(63, 1, 1), FT26(55)]),
      wrongBasis: byLaw(FY(63, 1, 2), FT07(47, undefined, 1), [FY(63, 1, 2), FT26(56)]),
      cleared: byLaw(FY(63, 1, 3), FT07(47, undefined, 2)),
    },
  },
  REVOKE: {
    name: '撤销',
    basis: byLaw(FY(64), FY17(28, 1, 3)),
    correction: true,
    inCourt: 'changed',
    grounds: toRevoke,
  },
  REVOKE_PART: {
    name: '部分撤销',
    basis: byLaw(FY(64), FY17(28, 1, 3)),
    correction: true,
    // 司法解释第一百三十四条第二款: what is upheld and what is changed make both organs defendants.
    inCourt: 'mixed',
    grounds: toRevoke,
  },
  CONFIRM_ILLEGAL: {
    name: '确认违法',
    basis: byLaw(FY(65), FY17(28, 1, 3)),
    correction: true,
    inCourt: 'changed',
    grounds: {
      publicInterest: byLaw(FY(65, 1, 1), undefined),
      slightProcedure: byLaw(FY(65, 1, 2), undefined, [FY(65, 1, 2), FT26(59)]),
      nothingToRevoke: byLaw(FY(65, 2, 1), undefined),
      actChanged: byLaw(FY(65, 2, 2), FT07(39)),
      tooLateToOrder: byLaw(FY(65, 2, 3), undefined),
      noReply: byLaw(FY(70), undefined),
      // The law of 2017 names the same grounds for revoking and for confirming illegality.
      ...Object.fromEntries(
        (['facts', 'procedure', 'basis', 'power', 'content'] as const).map((key) => [key, only2017(FY17(28, 1, 3))]),
      ),
    },
  },
  ORDER_PERFORM: {
    name: '责令履行',
    basis: byLaw(FY(66), FY17(28, 1, 2)),
    correction: true,
    inCourt: 'changed',
    grounds: { duty: byLaw(FY(66), FY17(28, 1, 2)), noReply: byLaw(FY(70), undefined) },
  },
  CONFIRM_VOID: {
    name: '确认无效',
    basis: byLaw(FY(67), undefined),
    correction: true,
    inCourt: 'changed',
    grounds: {
      noSubject: FY(67),
      noBasis: FY(67),
      gross: byLaw(FY(67), undefined, [FY(67), FT26(60)]),
      noReply: FY(70),
    },
  },
  UPHOLD: {
    name: '维持',
    basis: byLaw(FY(68), FY17(28, 1, 1)),
    correction: false,
    inCourt: 'upheld',
    grounds: { inOrder: byLaw(FY(68), FY17(28, 1, 1)) },
  },
  DISMISS_REQUEST: {
    name: '驳回复议请求',
    basis: byLaw(FY(69), undefined),
    correction: false,
    inCourt: 'upheld',
    grounds: { noDuty: FY(69), performed: FY(69), otherRequest: byLaw(FT26(61), FT26(61), [FY(69), FT26(61)]) },
  },
  AGREEMENT: {
    name: '责令承担行政协议责任或者补偿',
    basis: byLaw(FY(71), undefined),
    correction: true,
    inCourt: 'changed',
    grounds: {
      agreement: byLaw(FY(71, 1), undefined, [FY(71, 1), FT26(62)]),
      agreementPaid: byLaw(FY(71, 2), undefined, [FY(71, 2), FT26(62)]),
    },
  },
  COMPENSATE: { name: '责令赔偿', basis: byLaw(FY(72), FY17(29)), correction: true, inCourt: 'changed' },
  DISMISS_COMPENSATION: { name: '驳回赔偿请求', basis: byLaw(FY(72), FY17(29)), correction: false, inCourt: 'upheld' },
  MEDIATION: { name: '调解结案', basis: byLaw(FY(73), FT07(50)), correction: false, inCourt: 'changed' },
  DISMISS_APPLICATION: { name: '驳回申请', basis: byLaw(FY(33), FT07(48, 1)), correction: false, inCourt: 'rejected' },
  REFUSE: { name: '不予受理', basis: byLaw(FY(30, 2), FY17(17, 1)), correction: false, inCourt: 'rejected' },
  TERMINATE_SETTLED: { name: '和解终止', basis: byLaw(FY(74), FT07(42, 1, 4)), correction: false, inCourt: 'changed' },
  TERMINATE_WITHDRAWN: {
    name: '撤回终止',
    basis: byLaw(FY(41, undefined, 1), FT07(42, 1, 1)),
    correction: false,
    inCourt: 'rejected',
  },
  TERMINATE_OTHER: { name: '其他终止', basis: byLaw(FY(41), FT07(42)), correction: false, inCourt: 'rejected' },
} as const satisfies Record<string, Outcome>;

export type OutcomeCode = keyof typeof outcomes;

/** The grounds in words. `none` is for decisions the law does not tie to one. */
export const groundNames = {
  content: '内容不适当',
  wrongBasis: '未正确适用依据',
  cleared: '事实不清、证据不足，经查清',
  facts: '主要事实不清、证据不足',
  procedure: '违反法定程序',
  basis: '适用的依据不合法',
  power: '超越职权、滥用职权',
  publicInterest: '应予撤销，但会给国家利益、社会公共利益造成重大损害',
  slightProcedure: '程序轻微违法，对申请人权利不产生实际影响',
  nothingToRevoke: '违法，但不具有可撤销内容',
  actChanged: '被申请人改变原行为，申请人仍要求撤销或者确认违法',
  tooLateToOrder: '不履行、拖延履行职责，责令履行没有意义',
  duty: '不履行法定职责',
  noSubject: '实施主体不具有行政主体资格',
  noBasis: '没有依据',
  gross: '其他重大且明显违法',
  inOrder: '事实清楚，证据确凿，依据正确，程序合法，内容适当',
  noDuty: '没有相应法定职责',
  performed: '受理前已经履行法定职责',
  otherRequest: '请求不成立的其他情形',
  agreement: '不依法订立、不履行、未按约定履行或者违法变更、解除协议',
  agreementPaid: '变更、解除合法，未依法给予补偿或者补偿不合理',
  noReply: '没有在期限内答复，视为没有证据、依据',
  none: '不适用',
} as const;

/** The grounds for a decision that one law knows. */
export function groundsUnder(code: OutcomeCode, ruleSet: string): Readonly<Record<string, Bases>> {
  const { grounds = {} }: Outcome = outcomes[code];
  return Object.fromEntries(Object.entries(grounds).filter(([, bases]) => basesUnder(bases, ruleSet).length > 0));
}

const codes = Object.keys(outcomes) as OutcomeCode[];
export const outcomeNames = Object.fromEntries(codes.map((code) => [code, outcomes[code].name])) as Record<
  OutcomeCode,
  string
>;
/** What a decision on the merits may be; compensation is decided beside one of these (第七十二条), not instead. */
export const decisionCodes = codes.filter((code) => (outcomes[code] as Outcome).grounds !== undefined);
/** Decisions that count as 纠错. */
export const correctionCodes = decisionCodes.filter((code) => outcomes[code].correction);
export const inCourt = Object.fromEntries(codes.map((code) => [code, outcomes[code].inCourt])) as Record<
  OutcomeCode,
  Outcome['inCourt']
>;
