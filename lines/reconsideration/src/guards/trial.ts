import { guard, isRunning } from '@fadu/procedure';
import { FT26, FY } from '../statutes.js';
import { dateText, idsOf, lastDay, listOf, textOf } from './facts.js';

/** Two handlers; from 2026-07-01 one may handle a simplified matter (实施条例第三十九条). */
export const handlersEnough = guard('reconsideration.handlers_lt_2', [FY(45, 2), FT26(39)], ({ data, ruleSet }) => {
  const handlers = idsOf(data, 'handlers').length;
  const least = ruleSet === 'ft2026' && data.procedure === 'simplified' ? 1 : 2;
  return handlers < least
    ? { message: `不能受理：承办人${handlers}名，不得少于${least}名。请再选承办人。`, field: 'handlers' }
    : undefined;
});

const SIMPLE_AMOUNT = 300_000;
export const simpleNotEligible = guard('reconsideration.simple_not_eligible', FY(53), ({ data }) => {
  if (data.procedure !== 'simplified') return undefined;
  const act = data.act as { onTheSpot?: boolean; amount?: number; kind?: string } | undefined;
  const ground = textOf(data, 'simplifiedGround');
  const fits =
    ground === 'agreed' ||
    ground === 'warning' ||
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
});

export const extendSimple = guard('reconsideration.extend_simple', FY(62), ({ data }) =>
  data.procedure === 'simplified'
    ? '不能延期：本案适用简易程序，普通程序才可延期（《行政复议法》第六十二条）。可以提请转为普通程序（第五十五条）。'
    : undefined,
);

export const extendLate = guard('reconsideration.extend_late', FY(62, 1), ({ clock, on }) => {
  const state = clock('decide');
  return state && on > state.legalDue
    ? {
        message: `不能延期：期限已于${dateText(state.legalDue)}届满，延期须在届满前批准并告知（《行政复议法》第六十二条第一款）。请尽快作出决定，超期如实记录。`,
        facts: { legalDue: state.legalDue },
      }
    : undefined;
});

export const extendOnce = guard('reconsideration.extend_once', FY(62, 1), ({ clock }) =>
  (clock('decide')?.extension ?? 0) > 0
    ? '不能再次延期：复议期限已经延长过（《行政复议法》第六十二条第一款）。请在延长后的期限内作出决定。'
    : undefined,
);

/** Evidence gathered after the act counts only when the applicant or a third party raised new points and the institution agreed. */
export const newEvidence = guard('reconsideration.new_evidence', FY(46), ({ data, input }) => {
  const items = Array.isArray(input.replyEvidence) ? listOf(input, 'replyEvidence') : listOf(data, 'replyEvidence');
  const index = items.findIndex((item) => item.afterAct === true && item.permitted !== true);
  return index < 0
    ? undefined
    : {
        message: `不能采用证据${index + 1}：作出行政行为后取得，不得自行补充证据（《行政复议法》第四十六条）。可以删去；申请人或者第三人提出新的反驳理由或者证据，经复议机构同意的，请注明。`,
        field: `replyEvidence.${index}.permitted`,
      };
});

export const respondentLawyerOnly = guard('reconsideration.lawyer_only', FT26(18, 2), ({ data, ruleSet }) => {
  const agents = listOf(data, 'respondentAgents');
  return ruleSet === 'ft2026' && agents.length > 0 && !agents.some((agent) => agent.kind === 'staff')
    ? {
        message:
          '不能仅委托律师：被申请人应当委托一至二名本机关工作人员（《行政复议法实施条例》第十八条第二款）。请增加本机关工作人员。',
        field: 'respondentAgents',
      }
    : undefined;
});

export const replyLate = guard(
  'reconsideration.reply_late',
  FY(70),
  ({ clock, on }) => {
    const state = clock('reply');
    return isRunning(state) && on > state.legalDue
      ? `不能按期答复：答复期限已于${dateText(state.legalDue)}届满，逾期视为没有证据、依据（《行政复议法》第七十条）。可以写明理由后提交，逾期如实记录。`
      : undefined;
  },
  'soft',
);

export const hearingMembers = guard('reconsideration.hearing_members', FY(50, 3), ({ data }) => {
  const members = idsOf(data, 'hearingMembers').filter((one) => !idsOf(data, 'hearingHost').includes(one));
  return idsOf(data, 'hearingHost').length === 1 && members.length >= 2 && idsOf(data, 'hearingClerk').length === 1
    ? undefined
    : {
        message:
          '不能举行听证：听证应由一名主持人、两名以上听证员和一名记录员进行（《行政复议法》第五十条第三款）。请补齐人员。',
        field: 'hearingMembers',
      };
});

export const hearingNoticeInTime = guard('reconsideration.hearing_notice', FY(51, 1), (facts) => {
  const last = lastDay(facts, 'hearing-notice');
  const notice = textOf(facts.data, 'hearingNoticeOn');
  return last !== undefined && notice !== '' && notice > last
    ? {
        message: `不能定在该日听证：听证通知应在五个工作日前送达，最迟${dateText(last)}，实际${dateText(notice)}（《行政复议法》第五十一条第一款）。请另定日期。`,
        field: 'hearingOn',
        facts: { lastDay: last },
      }
    : undefined;
});

const OTHER_GROUNDS = ['other', 'forceMajeure'];
export const suspendGround = guard('reconsideration.suspend_ground', [FY(39), FY(40)], ({ data, matter }) => {
  const ground = textOf(data, 'suspensionGround');
  const detail = textOf(data, 'suspensionDetail');
  if (!OTHER_GROUNDS.includes(ground) || detail.length >= 5) return undefined;
  return {
    message: `不能中止：没有写明具体情况。中止须有法定事由并书面告知（《行政复议法》第三十九条）。请写明情况${matter ? '' : '。'}`,
    field: 'suspensionDetail',
  };
});

export const opinionsHeard = guard('reconsideration.opinions_not_heard', FY(49), ({ data }) =>
  data.procedure === 'ordinary' && listOf(data, 'opinions').length === 0
    ? '不能提交审批：没有听取意见。普通程序应当当面或者通过互联网、电话等方式听取当事人的意见（《行政复议法》第四十九条）。请先听取意见；因当事人原因不能听取的，请记录。'
    : undefined,
);

export const hearingHeld = guard('reconsideration.hearing_required', FY(50, 1), ({ data }) =>
  data.major === true && listOf(data, 'hearings').length === 0
    ? '不能提交审批：重大、疑难、复杂的案件应当组织听证（《行政复议法》第五十条第一款）。请先组织听证。'
    : undefined,
);

export const committeeConsulted = guard('reconsideration.committee_required', FY(52), ({ data }) =>
  idsOf(data, 'committeeReasons').length > 0 && listOf(data, 'committeeOpinions').length === 0
    ? '不能提交审批：本案应当咨询复议委员会（《行政复议法》第五十二条）。请先提请咨询。'
    : undefined,
);

export const worseForApplicant = guard('reconsideration.worse_for_applicant', FY(63, 2), ({ data }) =>
  data.proposed === 'MODIFY' && data.worse === true && data.thirdPartyOpposed !== true
    ? {
        message:
          '不能作出该变更：不得作出对申请人更为不利的变更（《行政复议法》第六十三条第二款）。可以改为其他决定；第三人提出相反请求的除外。',
        field: 'worse',
      }
    : undefined,
);

export const decideLate = guard(
  'reconsideration.decide_late',
  FY(62),
  ({ clock, on }) => {
    const state = clock('decide');
    return isRunning(state) && on > state.legalDue
      ? `注意：复议期限已于${dateText(state.legalDue)}届满，超期如实记录。`
      : undefined;
  },
  'info',
);
