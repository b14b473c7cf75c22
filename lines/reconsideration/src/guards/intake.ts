import { shortBasesText } from '@fadu/kernel';
import { basesUnder, type Facts, guard, isRunning, ofOrder } from '@fadu/procedure';
import { newlyNamedKinds, subjects } from '../fields/index.js';
import { organFor, type RespondentKind } from '../jurisdiction.js';
import { byLaw, FT07, FT26, FY, FY17, since2026 } from '../statutes.js';
import { dateText, idsOf, listOf, textOf } from './facts.js';

type Examination = {
  readonly interest?: boolean;
  readonly concrete?: boolean;
  readonly competent?: boolean;
  readonly suitAccepted?: boolean;
  readonly acts?: number;
};
const examined = ({ data }: Facts): Examination => (data.examination ?? {}) as Examination;

const notReviewableMessage = (facts: Facts): { message: string; field: string } | undefined => {
  const key = textOf(facts.data, 'examination.subject') as keyof typeof subjects | '';
  if (key === '' || key === 'reviewable') return undefined;
  const { name, basis } = subjects[key];
  return {
    message: `不能受理：${name}不属于行政复议范围（${shortBasesText(basesUnder(basis, facts.ruleSet))}）。可以决定不予受理，并告知其他救济途径。`,
    field: 'examination.subject',
  };
};
/** Matters the regulation of 2026 names: before 2026-07-01 nothing but argument excludes them, so a reason is asked. */
const byRegulation = (facts: Facts): boolean =>
  ['criminal', 'guidance', 'preparation', 'supervision', 'petition'].includes(
    textOf(facts.data, 'examination.subject'),
  ) && facts.ruleSet !== 'ft2026';

const scope = byLaw(FY(12), FY17(8), [FY(12), FT26(36)]);
export const notReviewable = guard('reconsideration.not_reviewable', scope, (facts) =>
  byRegulation(facts) ? undefined : notReviewableMessage(facts),
);
export const doubtfullyReviewable = guard(
  'reconsideration.not_reviewable',
  scope,
  (facts) => (byRegulation(facts) ? notReviewableMessage(facts) : undefined),
  'soft',
);

export const newlyNamed = guard(
  'reconsideration.newly_named',
  byLaw(FY(11, undefined, 15), FY17(6, undefined, 11), []),
  ({ data }, cited) =>
    (newlyNamedKinds as readonly string[]).includes(textOf(data, 'act.kind'))
      ? `注意：这类行为2026年7月1日起由《行政复议法实施条例》第九条明文列入，此前按“其他行政行为”判断（${cited}）。请人工核对。`
      : undefined,
  'info',
);

export const wrongOrgan = guard(
  'reconsideration.wrong_organ',
  byLaw([FY(24), FY(27), FY(30, 1, 6)], [FY17(12), FY17(13), FT07(28, undefined, 6)]),
  (facts) => {
    const rule = organFor(textOf(facts.data, 'respondentKind') as RespondentKind);
    const elsewhere = rule !== undefined && !rule.localGovernment;
    if (!elsewhere && examined(facts).competent !== false) return undefined;
    const right = textOf(facts.data, 'examination.rightOrgan') || rule?.organ || '有管辖权的机关';
    return {
      message: `不能受理：不属于本机关管辖（${shortBasesText([facts.ruleSet === 'fy2017' ? FT07(28, undefined, 6) : FY(30, 1, 6)])}）。可以决定不予受理，并告知申请人向${right}申请。`,
      field: 'examination.competent',
      facts: { rightOrgan: right },
    };
  },
);

/** A respondent whose acts another organ judges takes the matter with it; that is not a change of name. */
export const respondentElsewhere = guard(
  'reconsideration.respondent_elsewhere',
  byLaw([FY(24), FY(27)], [FY17(12), FY17(13)]),
  ({ data, ruleSet }) => {
    const rule = organFor(textOf(data, 'respondentKind') as RespondentKind);
    return rule && !rule.localGovernment
      ? {
          message: `不能变更：变更后的被申请人由${rule.organ}管辖（${shortBasesText([ruleSet === 'fy2017' ? rule.of2017 : rule.basis])}）。可以不予受理或者驳回申请，并告知有管辖权的机关。`,
          field: 'respondentKind',
        }
      : undefined;
  },
);

export const rightOrganMissing = guard('reconsideration.right_organ', byLaw(FY(30, 2), FY17(17, 1)), (facts, cited) =>
  examined(facts).competent === false && textOf(facts.data, 'examination.rightOrgan') === ''
    ? {
        message: `不能决定不予受理：没有填写有管辖权的机关。不属于本机关管辖的，应当告知有管辖权的复议机关（${cited}）。可以补填后再办。`,
        field: 'examination.rightOrgan',
      }
    : undefined,
);

export const suitPending = guard(
  'reconsideration.suit_pending',
  byLaw([FY(29, 2), FY(30, 1, 7)], [FY17(16, 2), FT07(28, undefined, 7)]),
  (facts, cited) => {
    const open = (facts.related.suits ?? []).find((suit) => suit.state !== 'archived');
    if (examined(facts).suitAccepted !== true && !open) return undefined;
    return `不能受理：人民法院已经受理同一行为的诉讼${open?.number ? `（${open.number}）` : ''}（${cited}）。可以决定不予受理。`;
  },
  'hard',
  ['suits'],
);

const NOT_TAKEN = ['refused', 'abandoned', 'closedByAgency', 'repeated', 'received', 'atAgency', 'correcting'];
const namesOf = (data: Facts['data']): string[] => listOf(data, 'applicants').map((one) => textOf(one, 'name'));
/** The same applicant, not another one against the same act: each may apply. */
export const alreadyApplied = guard(
  'reconsideration.already_applied',
  byLaw([FY(30, 1, 7), FY(74)], [FT07(28, undefined, 7), FT07(38, 2)], [FY(30, 1, 7), FY(74), FT26(37)]),
  ({ data, related }, cited) => {
    const own = new Set(namesOf(data));
    const before = (related.sameAct ?? []).find(
      (matter) => !NOT_TAKEN.includes(matter.state) && namesOf(matter.data).some((name) => own.has(name)),
    );
    return before
      ? `不能受理：已就同一行为受理过申请${before.number ? `（${before.number}）` : ''}（${cited}）。可以决定不予受理；撤回违背真实意愿的，可以说明后再次申请。`
      : undefined;
  },
  'soft',
  ['sameAct'],
);

export const noInterest = guard(
  'reconsideration.no_interest',
  byLaw(FY(30, 1, 2), FT07(28, undefined, 2), [FY(30, 1, 2), FT26(35)]),
  (facts, cited) =>
    examined(facts).interest === false
      ? {
          message: `不能受理：申请人与行政行为没有利害关系（${cited}）。可以一次性通知补正，或者决定不予受理。`,
          field: 'examination.interest',
        }
      : undefined,
);

export const noRequest = guard(
  'reconsideration.no_request',
  byLaw(FY(30, 1, 3), FT07(28, undefined, 3)),
  (facts, cited) =>
    examined(facts).concrete === false
      ? {
          message: `不能受理：没有具体的复议请求（${cited}）。可以一次性通知补正。`,
          field: 'examination.concrete',
        }
      : undefined,
);

export const twoActs = guard('reconsideration.two_acts', byLaw(FY(22, 4), undefined), (facts) => {
  const acts = examined(facts).acts ?? 1;
  return acts > 1
    ? {
        message: `不能一并受理：申请涉及${acts}个行政行为，对两个以上行为应当分别申请（《行政复议法》第二十二条第四款）。可以分别登记，均以首次收到日为准。`,
        field: 'examination.acts',
      }
    : undefined;
});

export const correctionNotOnce = guard(
  'reconsideration.correction_not_once',
  byLaw(FY(31, 1), undefined),
  ({ matter, input }) => {
    const before = matter ? listOf(matter.data, 'corrections').at(-1) : undefined;
    if (!before || input.newDefect === true) return undefined;
    return {
      message: `不能再次要求补正：补正事项应当一次性载明，${dateText(textOf(before, 'issuedOn'))}已通知（《行政复议法》第三十一条第一款）。可以就上次看不出的新缺陷通知，请选“新缺陷”并说明。`,
      field: 'newDefect',
    };
  },
);

/** When the five days are over the application stands accepted; nothing else can be decided about it. */
export const reviewOver = guard('reconsideration.review_over', byLaw(FY(30, 3), undefined), ({ clock, on }) => {
  const state = clock('review');
  return state && state.outcome === null && on > state.legalDue
    ? {
        message: `不能再作受理审查：审查期限已于${dateText(state.legalDue)}届满，自届满之日起视为受理（《行政复议法》第三十条第三款）。可以在审理中发现不符合条件时驳回申请（第三十三条）。`,
        facts: { legalDue: state.legalDue },
      }
    : undefined;
});

/** Fax and e-mail went with the regulation of 2007; the channel the organ names is equal to paper (第八条、第二十八条). */
export const channelGone = guard('reconsideration.channel', since2026(FT26(28)), ({ data }, cited) =>
  data.channel === 'fax'
    ? {
        message: `不能按传真、电子邮件登记：2026年7月1日起，网上申请通过复议机关指定的互联网渠道提交，与线下同等（${cited}）。可以登记为互联网申请，或者请申请人当面、邮寄提交。`,
        field: 'channel',
      }
    : undefined,
);

export const fee = guard('reconsideration.fee', byLaw(FY(87), FY17(39)), ({ data }, cited) =>
  typeof data.fee === 'number' && data.fee > 0
    ? {
        message: `不能收费：行政复议不得向申请人收取任何费用（${cited}）。可以退还后再登记。`,
        field: 'fee',
      }
    : undefined,
);

/** More than five applicants name one to five (until 2026-06-30); more than ten name two to five, on a signed paper (from 2026-07-01). */
export const representatives = guard(
  'reconsideration.representatives',
  byLaw([FY(15), FT07(8)], FT07(8), [FY(15), FT26(17)]),
  (facts, cited) => {
    const { data, ruleSet } = facts;
    const applicants = listOf(data, 'applicants').length;
    const named = listOf(data, 'representatives').length;
    const [over, least] = ruleSet === 'ft2026' ? [10, 2] : [5, 1];
    if (applicants <= over) return undefined;
    if (named < least || named > 5)
      return {
        message: `不能受理：申请人${applicants}名，代表人${named}名。申请人超过${over}名的，应当推选${least}至5名代表人（${cited}）。可以通知补正代表人推选书。`,
        field: 'representatives',
      };
    return ruleSet === 'ft2026' && idsOf(data, 'representativesPaper').length === 0
      ? {
          message: `不能受理：没有全体申请人签字的代表人推选书。推选代表人应当提交推选书（${cited}）。可以通知补正。`,
          field: 'representativesPaper',
        }
      : undefined;
  },
);

export const agentsLimit = guard('reconsideration.agents', byLaw(FY(17, 1), FT07(10)), ({ data }, cited) => {
  const counts = new Map<string, number>();
  for (const agent of listOf(data, 'agents'))
    counts.set(textOf(agent, 'principal'), (counts.get(textOf(agent, 'principal')) ?? 0) + 1);
  const many = [...counts].find(([, count]) => count > 2);
  return many
    ? {
        message: `不能登记代理人：${many[0]}委托了${many[1]}名。每名委托人可以委托一至二名代理人（${cited}）。可以删去多出的代理人。`,
        field: 'agents',
      }
    : undefined;
});

export const mandateMissing = guard(
  'reconsideration.mandate',
  byLaw(FY(17, 2), FT07(10)),
  ({ data }, cited) => {
    const without = listOf(data, 'agents').find((agent) => idsOf(agent, 'mandate').length === 0);
    return without
      ? `注意：代理人${textOf(without, 'name')}没有授权委托书和身份证明（${cited}）。委托书应当载明委托事项、权限和期限，可以通知补交。`
      : undefined;
  },
  'info',
);

export const throughAgency = guard('reconsideration.not_through_agency', byLaw(FY(32, 1), undefined), ({ data }) => {
  const act = (data.act ?? {}) as { kind?: string; onTheSpot?: boolean; viaTechMonitor?: boolean };
  return act.kind === 'penalty' && (act.onTheSpot === true || act.viaTechMonitor === true)
    ? undefined
    : {
        message:
          '不能登记为经处罚机关提交：不是当场作出、也不是依据电子技术监控设备的处罚（《行政复议法》第三十二条第一款）。可以作为当面、邮寄或者网上申请登记。',
        field: 'act',
      };
});

export const dateOrder = ofOrder(
  guard('reconsideration.date_order', byLaw(FY(20), FY17(9)), ({ data }, cited) => {
    const pairs = [
      ['act.madeOn', '作出日', 'act.servedOn', '送达日'],
      ['act.madeOn', '作出日', 'act.knewOn', '知道之日'],
      ['act.knewOn', '知道之日', 'act.toldOn', '得知复议权利之日'],
      ['suitBefore.filedOn', '起诉日', 'suitBefore.rulingServedOn', '收到裁定日'],
      ['postmarkOn', '邮戳日', 'receivedOn', '收到日'],
      ['act.knewOn', '知道之日', 'receivedOn', '收到日'],
    ] as const;
    for (const [first, firstName, second, secondName] of pairs) {
      const [a, b] = [textOf(data, first), textOf(data, second)];
      if (a !== '' && b !== '' && a > b)
        return {
          message: `不能登记：${firstName}${dateText(a)}晚于${secondName}${dateText(b)}。申请期限按这些日期计算，次序不能颠倒（${cited}）。可以核对后再办。`,
          field: second.includes('.') ? second.split('.')[0]! : second,
        };
    }
    return undefined;
  }),
);

export const noNoticeMandatoryFirst = guard(
  'reconsideration.no_notice_mandatory_first',
  byLaw(FY(23, 2), undefined),
  ({ data }) => {
    const told = (data.act as { toldRights?: boolean } | undefined)?.toldRights;
    return data.mandatoryFirst === true && told !== true
      ? '注意：依法应当先申请复议的，作出行政行为时应当告知（《行政复议法》第二十三条第二款）。没有告知的，申请期限按未告知计算。'
      : undefined;
  },
  'info',
);

export const correctionExpired = guard(
  'reconsideration.correction_running',
  byLaw(FY(31, 2), FT07(29)),
  ({ clock, on }, cited) => {
    const state = clock('correction');
    if (!isRunning(state))
      return `不能视为放弃：没有登记补正通知的送达日。补正期限自收到通知之日起计算（${cited}）。可以先登记送达。`;
    return on > state.legalDue
      ? undefined
      : `不能视为放弃：补正期限${dateText(state.legalDue)}届满，无正当理由逾期不补正的才视为放弃（${cited}）。可以在届满后办理。`;
  },
);
