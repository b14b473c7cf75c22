import { guard, isRunning, ofOrder } from '@fadu/procedure';
import { byLaw, FT07, FT26, FY, FY17, since2026, until2026 } from '../statutes.js';
import { dateText, idsOf, lastDay, listOf, textOf } from './facts.js';

/** Two handlers; from 2026-07-01 one may handle a simplified matter (实施条例第三十九条). */
export const handlersEnough = guard(
  'reconsideration.handlers_lt_2',
  byLaw(FT07(32), FT07(32), FT26(39)),
  ({ data, ruleSet }, cited) => {
    const handlers = idsOf(data, 'handlers').length;
    const least = ruleSet === 'ft2026' && data.procedure === 'simplified' ? 1 : 2;
    return handlers < least
      ? {
          message: `不能这样指定：承办人${handlers}名，不得少于${least}名（${cited}）。可以再选承办人。`,
          field: 'handlers',
        }
      : undefined;
  },
);

/**
 * First-timers hold the legal qualification and were trained (第六条第二款; since 2018 so under the law of 2017). Who was in
 * the work before is no first-timer; that too is recorded by the head, not assumed.
 */
export const handlersQualified = guard(
  'reconsideration.handlers_unqualified',
  byLaw(FY(6, 2), FY17(3, 2)),
  ({ data, person }, cited) => {
    const lacking = idsOf(data, 'handlers')
      .map(person)
      .filter(({ qualifications }) => qualifications.length === 0);
    return lacking.length === 0
      ? undefined
      : {
          message: `不能这样指定：${lacking.map(({ name }) => name).join('、')}没有登记法律职业资格。初次从事行政复议工作的人员，应当取得法律职业资格（${cited}）。可以改派有资格的承办人，或者由机构负责人在“人员资格”登记。`,
          field: 'handlers',
        };
  },
);

const SIMPLE_AMOUNT = 300_000;
export const simpleNotEligible = guard(
  'reconsideration.simple_not_eligible',
  byLaw(FY(53), FY(90)),
  ({ data, ruleSet }, cited) => {
    if (data.procedure !== 'simplified') return undefined;
    if (ruleSet === 'fy2017')
      return {
        message: `不能适用简易程序：本案2024年以前收到，适用2017年行政复议法，没有简易程序（${cited}）。可以改为普通程序。`,
        field: 'procedure',
      };
    const act = data.act as { onTheSpot?: boolean; amount?: number; kind?: string } | undefined;
    const ground = textOf(data, 'simplifiedGround');
    const fits =
      ground === 'agreed' ||
      (ground === 'warning' && act?.kind === 'penalty') ||
      (ground === 'onTheSpot' && act?.onTheSpot === true) ||
      (ground === 'amount' && typeof act?.amount === 'number' && act.amount <= SIMPLE_AMOUNT) ||
      (ground === 'disclosure' && act?.kind === 'disclosure');
    return fits
      ? undefined
      : {
          message:
            '不能适用简易程序：所选情形与行政行为不符（《行政复议法》第五十三条）。可以改为普通程序，或者经当事人各方同意。',
          field: 'simplifiedGround',
        };
  },
);

export const extendSimple = guard('reconsideration.extend_simple', byLaw(FY(62), undefined), ({ data }) =>
  data.procedure === 'simplified'
    ? '不能延期：本案适用简易程序，普通程序才可延期（《行政复议法》第六十二条）。可以提请转为普通程序（第五十五条）。'
    : undefined,
);

export const extendLate = guard(
  'reconsideration.extend_late',
  byLaw(FY(62, 1), FY17(31, 1)),
  ({ clock, on, data }, cited) => {
    const state = clock('decide');
    const told = textOf(data, 'extensionNotifiedOn');
    return state && (on > state.legalDue || told > state.legalDue)
      ? {
          message: `不能延期：期限${on > state.legalDue ? '已' : ''}于${dateText(state.legalDue)}届满，延期须在届满前批准并告知（${cited}）。可以尽快作出决定，超期如实记录。`,
          facts: { legalDue: state.legalDue },
        }
      : undefined;
  },
);

export const extendOnce = guard('reconsideration.extend_once', byLaw(FY(62, 1), FY17(31, 1)), ({ clock }, cited) =>
  (clock('decide')?.extension ?? 0) > 0
    ? `不能再次延期：复议期限已经延长过，延长最多三十日（${cited}）。可以在延长后的期限内作出决定。`
    : undefined,
);

export const copyAfterAcceptance = ofOrder(
  guard('reconsideration.copy_order', byLaw([FY(48), FY(54, 1)], FY17(23, 1)), ({ data }, cited) => {
    const [accepted, sent] = [textOf(data, 'acceptedOn'), textOf(data, 'copySentOn')];
    return accepted !== '' && sent < accepted
      ? {
          message: `不能登记发送副本：发送日${dateText(sent)}早于受理日${dateText(accepted)}。副本在受理之后发送（${cited}）。可以核对两个日期。`,
          field: 'copySentOn',
        }
      : undefined;
  }),
);

/** The period to reply runs from receipt, and nothing is received before it is sent. */
export const copyReceivedAfterSending = ofOrder(
  guard('reconsideration.copy_order', byLaw([FY(48), FY(54, 1)], FY17(23, 1)), ({ data }, cited) => {
    const [sent, received] = [textOf(data, 'copySentOn'), textOf(data, 'copyReceivedOn')];
    return received < sent
      ? {
          message: `不能登记副本送达：收到日${dateText(received)}早于发送日${dateText(sent)}。答复期限自收到之日起计算（${cited}）。可以核对送达回证，或者先更正发送日。`,
          field: 'copyReceivedOn',
        }
      : undefined;
  }),
);

/** Evidence gathered after the act counts only when the applicant or a third party raised new points and the institution agreed. */
export const newEvidence = guard(
  'reconsideration.new_evidence',
  byLaw(FY(46), FY17(24)),
  ({ data, input, ruleSet }, cited) => {
    const items = Array.isArray(input.replyEvidence) ? listOf(input, 'replyEvidence') : listOf(data, 'replyEvidence');
    // 经复议机构同意补充的除外 is new in the law of 2023.
    const index = items.findIndex(
      (item) => item.afterAct === true && (ruleSet === 'fy2017' || item.permitted !== true),
    );
    return index < 0
      ? undefined
      : {
          message: `不能采用证据${index + 1}：作出行政行为后取得，不得自行收集、补充证据（${cited}）。可以删去${ruleSet === 'fy2017' ? '' : '；申请人或者第三人提出新的理由或者证据，经复议机构同意的，请注明'}。`,
          field: `replyEvidence.${index}.${ruleSet === 'fy2017' ? 'afterAct' : 'permitted'}`,
        };
  },
);

export const respondentLawyerOnly = guard('reconsideration.lawyer_only', since2026(FT26(18, 2)), ({ data }, cited) => {
  const agents = listOf(data, 'respondentAgents');
  const staff = agents.filter((agent) => agent.kind === 'staff').length;
  if (agents.length === 0 || (staff >= 1 && staff <= 2)) return undefined;
  const fact = staff === 0 ? '没有本机关工作人员' : `本机关工作人员${staff}名`;
  return {
    message: `不能这样委托：${fact}。被申请人应当委托一至二名本机关工作人员参加，不得仅委托律师（${cited}）。可以更换或者增加本机关工作人员。`,
    field: 'respondentAgents',
  };
});

export const replyLate = guard(
  'reconsideration.reply_late',
  byLaw(FY(70), FY17(28, 1, 4)),
  ({ clock, on }, cited) => {
    const state = clock('reply');
    return state && state.outcome !== 'met' && on > state.legalDue
      ? `不能按期答复：答复期限已于${dateText(state.legalDue)}届满，逾期视为没有证据、依据（${cited}）。可以写明理由后提交，逾期如实记录。`
      : undefined;
  },
  'soft',
);

export const hearingMembers = guard('reconsideration.hearing_members', byLaw(FY(50, 3), undefined), ({ data }) => {
  const members = idsOf(data, 'hearingMembers').filter((one) => !idsOf(data, 'hearingHost').includes(one));
  return idsOf(data, 'hearingHost').length === 1 && members.length >= 2 && idsOf(data, 'hearingClerk').length === 1
    ? undefined
    : {
        message:
          '不能举行听证：听证应由一名主持人、两名以上听证员和一名记录员进行（《行政复议法》第五十条第三款）。可以补齐人员后再定。',
        field: 'hearingMembers',
      };
});

export const hearingNoticeInTime = guard(
  'reconsideration.hearing_notice',
  byLaw(FY(51, 1), undefined),
  (facts) => {
    const last = lastDay(facts, 'hearing-notice');
    const notice = textOf(facts.data, 'hearingNoticeOn');
    return last !== undefined && notice !== '' && notice > last
      ? {
          message: `不能定在该日听证：听证通知应在五个工作日前送达，最迟${dateText(last)}，实际${dateText(notice)}（《行政复议法》第五十一条第一款；※“若干日前”按平台设置计算）。可以另定日期。`,
          field: 'hearingOn',
          facts: { lastDay: last },
        }
      : undefined;
  },
  'hard',
  [],
  ['clearDays'],
);

const OTHER_GROUNDS = ['other', 'forceMajeure'];
export const suspendGround = guard(
  'reconsideration.suspend_ground',
  byLaw([FY(39), FY(40)], FT07(41)),
  ({ data }, cited) => {
    const ground = textOf(data, 'suspensionGround');
    const detail = textOf(data, 'suspensionDetail');
    if (!OTHER_GROUNDS.includes(ground) || detail.length >= 5) return undefined;
    return {
      message: `不能中止：没有写明具体情况。中止须有法定事由并告知当事人（${cited}）。可以写明情况后再办。`,
      field: 'suspensionDetail',
    };
  },
);

/** A superior may order a groundless suspension lifted; a second one on open grounds is shown to it. */
export const suspendedAgain = guard(
  'reconsideration.suspend_again',
  byLaw(FY(40), undefined),
  ({ data, matter, clock }) =>
    textOf(data, 'suspensionGround') === 'other' &&
    matter?.data.suspensionGround === 'other' &&
    (clock('decide')?.suspensions.length ?? 0) > 0
      ? '注意：再次以“其他需要中止的情形”中止，应当报上级复议机关（《行政复议法》第四十条）。无正当理由的，上级机关责令恢复审理。'
      : undefined,
  'info',
);

const notCounted2007 = [FT07(30), FT07(34), FT07(37)];
/** Agreeing on the organ that takes the case is no longer a reason to stop the count from 2026-07-01. */
export const excludedGround = ofOrder(
  guard(
    'reconsideration.excluded_time',
    byLaw(notCounted2007, notCounted2007, [FT26(45), FT26(46)]),
    (facts, cited) => {
      const { input, ruleSet } = facts;
      const field = (message: string) => ({ message, field: 'from' });
      if (input.ground === 'organ' && ruleSet === 'ft2026')
        return field(
          `不能扣除：协商、指定受理机关的时间，2026年7月1日起没有不计入的规定（${cited}）。可以登记现场勘验、鉴定的时间。`,
        );
      const [from, to] = [textOf(input, 'from'), textOf(input, 'to')];
      const accepted = textOf(facts.data, 'acceptedOn');
      if (from < accepted || to < from)
        return field(
          `不能扣除：${from < accepted ? `开始日早于受理日${dateText(accepted)}` : '恢复计算日早于开始日'}。不计入期限的时间在受理之后（${cited}）。可以核对日期。`,
        );
      return undefined;
    },
  ),
);

/** Grounds that the regulation of 2026 gave to leave evidence out. */
export const exclusionGround = guard(
  'reconsideration.exclusion_ground',
  until2026([FT26(47), FT26(48)]),
  ({ input }, cited) =>
    input.ground === 'withheld' || input.ground === 'concession'
      ? {
          message: `不能以此不予采纳：所选情形自2026年7月1日起才有规定（${cited}）。可以选其他情形，或者在理由中说明。`,
          field: 'ground',
        }
      : undefined,
);

/** Until 2026-06-30 only a document unknown at the time of applying may be added (条例2007第二十六条). */
export const normAddedLate = guard('reconsideration.norm_late', until2026(FT07(26)), ({ data }, cited) =>
  data.normUnknown !== true
    ? {
        message: `不能补充提出：申请时已经知道所依据的文件，应当一并提出（${cited}）。可以在理由中说明对文件的意见；申请时不知道的，请注明。`,
        field: 'normUnknown',
      }
    : undefined,
);

/** By the law of 2017 a matter is judged on paper; opinions are heard where needed (第二十二条). */
export const opinionsHeard = guard('reconsideration.opinions_not_heard', byLaw(FY(49), undefined), ({ data }) =>
  data.procedure === 'ordinary' && listOf(data, 'opinions').length === 0
    ? '不能提交审批：没有听取意见。普通程序应当当面或者通过互联网、电话等方式听取当事人的意见（《行政复议法》第四十九条）。可以先听取意见；因当事人原因不能听取的，请记录。'
    : undefined,
);

/** 可以采取听证 by the regulation of 2007 (第三十三条), 应当 by the law of 2023. */
export const hearingHeld = guard('reconsideration.hearing_required', byLaw(FY(50, 1), undefined), ({ data }) =>
  data.major === true && listOf(data, 'hearings').length === 0
    ? '不能提交审批：重大、疑难、复杂的案件应当组织听证（《行政复议法》第五十条第一款）。可以先组织听证。'
    : undefined,
);

export const committeeConsulted = guard('reconsideration.committee_required', byLaw(FY(52), undefined), ({ data }) => {
  const required = idsOf(data, 'committeeReasons').length > 0 || data.respondentKind === 'province';
  return required && listOf(data, 'committeeOpinions').length === 0
    ? `不能提交审批：没有复议委员会的咨询意见。${data.respondentKind === 'province' ? '省级政府对本机关行政行为的复议' : '本案'}应当提请咨询（《行政复议法》第五十二条）。可以先提请咨询。`
    : undefined;
});

export const worseForApplicant = guard(
  'reconsideration.worse_for_applicant',
  byLaw(FY(63, 2), FT07(51)),
  ({ data, ruleSet }, cited) =>
    // 第三人提出相反请求的除外 is new in the law of 2023.
    data.proposed === 'MODIFY' && data.worse === true && (ruleSet === 'fy2017' || data.thirdPartyOpposed !== true)
      ? {
          message: `不能作出该变更：不得作出对申请人更为不利的变更（${cited}）。可以改为其他决定${ruleSet === 'fy2017' ? '' : '；第三人提出相反请求的除外'}。`,
          field: 'worse',
        }
      : undefined,
);

export const decideLate = guard(
  'reconsideration.decide_late',
  byLaw(FY(62), FY17(31, 1)),
  ({ clock, on }, cited) => {
    const state = clock('decide');
    return isRunning(state) && on > state.legalDue
      ? `注意：复议期限已于${dateText(state.legalDue)}届满（${cited}）。超期如实记录。`
      : undefined;
  },
  'info',
);
