import { guard } from '@fadu/procedure';
import { organFor, type RespondentKind } from '../jurisdiction.js';
import { FT26, FY } from '../statutes.js';
import { dateText, lastDay, listOf, textOf } from './facts.js';

/**
 * Late applications are not closed by the screen: 第二十条第二款 lets the organ take reasons into account. Posted
 * applications are judged by the postmark; where rights were not told, the longer limit holds (第二十条第三款).
 */
export const tooLate = guard(
  'reconsideration.too_late',
  [FY(20), FY(21)],
  (facts) => {
    const { data } = facts;
    const sentOn =
      textOf(data, 'channel') === 'post'
        ? textOf(data, 'postmarkOn') || textOf(data, 'receivedOn')
        : textOf(data, 'receivedOn');
    if (sentOn === '') return undefined;
    const told = (data.act as { toldRights?: boolean } | undefined)?.toldRights === true;
    const due =
      textOf(data, 'act.kind') === 'inaction'
        ? lastDay(facts, 'inaction')
        : told
          ? lastDay(facts, 'apply')
          : lastDay({ ...facts, data: { ...data, contentKnownOn: textOf(data, 'act.knewOn') } }, 'apply-not-told');
    const absolute = lastDay(facts, 'apply-absolute');
    const last = due && absolute ? (due < absolute ? due : absolute) : (due ?? absolute);
    if (last === undefined || sentOn <= last || textOf(data, 'lateReason') !== '') return undefined;
    const knew = textOf(data, 'act.knewOn') || textOf(data, 'act.requestedOn');
    return {
      message: `不能按期受理：${knew ? `${dateText(knew)}起算，` : ''}最晚应在${dateText(last)}提出，${dateText(sentOn)}已超过申请期限（《行政复议法》第二十条第一款）。有不可抗力或者其他正当理由的，可以写明理由，由复议机关决定（第二十条第二款）。`,
      field: 'lateReason',
      facts: { lastDay: last },
    };
  },
  'soft',
);

const subjects: Readonly<Record<string, string>> = {
  stateAct: '国防、外交等国家行为',
  norm: '行政法规、规章或者规范性文件本身',
  personnel: '对行政机关工作人员的奖惩、任免等决定',
  civil: '对民事纠纷作出的调解等处理',
  criminal: '刑事诉讼、监狱管理行为',
  guidance: '行政指导',
  preparation: '过程性行为',
  supervision: '层级监督行为',
  petition: '信访处理行为',
};

export const notReviewable = guard('reconsideration.not_reviewable', [FY(12), FT26(36)], ({ data }) => {
  const subject = textOf(data, 'examination.subject');
  if (subject === '' || subject === 'reviewable') return undefined;
  return {
    message: `不能受理：${subjects[subject] ?? '所申请的事项'}不属于行政复议范围（《行政复议法》第十二条）。可以决定不予受理，并告知其他救济途径。`,
    field: 'examination.subject',
  };
});

export const wrongOrgan = guard('reconsideration.wrong_organ', [FY(24), FY(27), FY(30, 1, 6)], ({ data }) => {
  const rule = organFor(textOf(data, 'respondentKind') as RespondentKind);
  const elsewhere = rule !== undefined && !rule.localGovernment;
  if (!elsewhere && (data.examination as { competent?: boolean } | undefined)?.competent !== false) return undefined;
  const right = textOf(data, 'examination.rightOrgan') || rule?.organ || '有管辖权的机关';
  return {
    message: `不能受理：不属于本机关管辖（《行政复议法》第三十条第一款第六项）。可以决定不予受理，并告知申请人向${right}申请。`,
    field: 'examination.competent',
    facts: { rightOrgan: right },
  };
});

export const suitPending = guard('reconsideration.suit_pending', [FY(29, 2), FY(30, 1, 7)], ({ data, related }) => {
  const open = (related.suits ?? []).find((suit) => suit.state !== 'archived');
  if ((data.examination as { suitAccepted?: boolean } | undefined)?.suitAccepted !== true && !open) return undefined;
  return `不能受理：人民法院已经受理同一行为的诉讼${open?.number ? `（${open.number}）` : ''}（《行政复议法》第二十九条第二款）。可以决定不予受理。`;
});

const NOT_TAKEN = ['refused', 'abandoned', 'closedByAgency'];
export const alreadyApplied = guard(
  'reconsideration.already_applied',
  [FY(30, 1, 7), FY(74)],
  ({ related }) => {
    const before = (related.sameAct ?? []).find((matter) => !NOT_TAKEN.includes(matter.state));
    return before
      ? `不能受理：已就同一行为受理过申请${before.number ? `（${before.number}）` : ''}（《行政复议法》第三十条第一款第七项）。可以决定不予受理；撤回违背真实意愿的，可以说明后再次申请（第七十四条第二款）。`
      : undefined;
  },
  'soft',
);

export const noInterest = guard('reconsideration.no_interest', FY(30, 1, 2), ({ data }) =>
  (data.examination as { interest?: boolean } | undefined)?.interest === false
    ? {
        message:
          '不能受理：申请人与行政行为没有利害关系（《行政复议法》第三十条第一款第二项）。可以一次性通知补正，或者决定不予受理。',
        field: 'examination.interest',
      }
    : undefined,
);

export const noRequest = guard('reconsideration.no_request', FY(30, 1, 3), ({ data }) =>
  (data.examination as { concrete?: boolean } | undefined)?.concrete === false
    ? {
        message: '不能受理：没有具体的复议请求和理由（《行政复议法》第三十条第一款第三项）。可以一次性通知补正。',
        field: 'examination.concrete',
      }
    : undefined,
);

export const twoActs = guard('reconsideration.two_acts', FY(22, 4), ({ data }) => {
  const acts = (data.examination as { acts?: number } | undefined)?.acts ?? 1;
  return acts > 1
    ? {
        message: `不能一并受理：申请涉及${acts}个行政行为，对两个以上行为应当分别申请（《行政复议法》第二十二条第四款）。可以分别登记，均以首次收到日为准。`,
        field: 'examination.acts',
      }
    : undefined;
});

export const correctionNotOnce = guard('reconsideration.correction_not_once', FY(31, 1), ({ matter, input }) => {
  const before = matter ? listOf(matter.data, 'corrections').at(-1) : undefined;
  if (!before || input.newDefect === true) return undefined;
  return {
    message: `不能再次要求补正：补正事项应当一次性载明，${dateText(textOf(before, 'issuedOn'))}已通知（《行政复议法》第三十一条第一款）。属于新缺陷的，请选“新缺陷”并说明。`,
    field: 'newDefect',
  };
});

export const fee = guard('reconsideration.fee', FY(87), ({ data }) =>
  typeof data.fee === 'number' && data.fee > 0
    ? {
        message: '不能收费：行政复议不得向申请人收取任何费用（《行政复议法》第八十七条）。可以退还后再登记。',
        field: 'fee',
      }
    : undefined,
);

/** More than five applicants name one to five (until 2026-06-30); more than ten name two to five (from 2026-07-01). */
export const representatives = guard('reconsideration.representatives', [FY(15), FT26(17)], ({ data, ruleSet }) => {
  const applicants = listOf(data, 'applicants').length;
  const named = listOf(data, 'representatives').length;
  const [over, least] = ruleSet === 'ft2026' ? [10, 2] : [5, 1];
  if (applicants <= over || (named >= least && named <= 5)) return undefined;
  return {
    message: `不能受理：申请人${applicants}名，超过${over}名的，应当推选${least}至5名代表人，现有${named}名。可以通知补正代表人推选书。`,
    field: 'representatives',
  };
});

export const agentsLimit = guard('reconsideration.agents', FY(17), ({ data }) => {
  const counts = new Map<string, number>();
  for (const agent of listOf(data, 'agents'))
    counts.set(textOf(agent, 'principal'), (counts.get(textOf(agent, 'principal')) ?? 0) + 1);
  const many = [...counts].find(([, count]) => count > 2);
  return many
    ? {
        message: `不能登记代理人：${many[0]}委托了${many[1]}名，每名委托人可以委托一至二名代理人（《行政复议法》第十七条）。请删去多出的代理人。`,
        field: 'agents',
      }
    : undefined;
});

export const dateOrder = guard('reconsideration.date_order', FY(22), ({ data }) => {
  const pairs = [
    ['act.madeOn', '作出日', 'act.servedOn', '送达日'],
    ['act.madeOn', '作出日', 'act.knewOn', '知道之日'],
    ['postmarkOn', '邮戳日', 'receivedOn', '收到日'],
    ['act.knewOn', '知道之日', 'receivedOn', '收到日'],
  ] as const;
  for (const [first, firstName, second, secondName] of pairs) {
    const [a, b] = [textOf(data, first), textOf(data, second)];
    if (a !== '' && b !== '' && a > b)
      return {
        message: `不能登记：${firstName}${dateText(a)}晚于${secondName}${dateText(b)}。请核对两个日期。`,
        field: second,
      };
  }
  return undefined;
});

export const noNoticeMandatoryFirst = guard(
  'reconsideration.no_notice_mandatory_first',
  FY(23, 2),
  ({ data }) => {
    const act = data.act as { mandatoryFirst?: boolean; onTheSpot?: boolean; toldRights?: boolean } | undefined;
    return (act?.mandatoryFirst || act?.onTheSpot) && act.toldRights !== true
      ? '注意：依法应当先申请复议，作出行政行为时应当告知（《行政复议法》第二十三条第二款）。没有告知的，申请期限按未告知计算。'
      : undefined;
  },
  'info',
);

export const correctionExpired = guard('reconsideration.correction_running', FY(31, 2), ({ clock, on }) => {
  const state = clock('correction');
  if (!state) return '不能视为放弃：没有登记补正通知的送达日。请先登记送达。';
  return on > state.legalDue
    ? undefined
    : `不能视为放弃：补正期限${dateText(state.legalDue)}届满（《行政复议法》第三十一条第二款）。可以在届满后办理。`;
});
