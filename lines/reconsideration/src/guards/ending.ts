import { shortBasesText } from '@fadu/kernel';
import { basesUnder, guard, isRunning, ofOrder } from '@fadu/procedure';
import { groundNames, groundsUnder, type Outcome, type OutcomeCode, outcomes } from '../outcomes.js';
import { byLaw, FT07, FT26, FY, FY17, until2026, XS, XXGK } from '../statutes.js';
import { dateText, idsOf, textOf } from './facts.js';

export const settlementAllowed = guard(
  'reconsideration.settlement_not_allowed',
  byLaw(FY(74), [FT07(38), FT07(40)]),
  ({ data }, cited) => {
    const settlement = data.settlement as { voluntary?: boolean; lawful?: boolean } | undefined;
    return settlement?.voluntary === true && settlement.lawful === true
      ? undefined
      : `不能准许撤回：须出于申请人真实意愿，并且不损害国家利益、社会公共利益和他人合法权益（${cited}）。可以继续审理。`;
  },
);

export const sixtyDaysPassed = guard(
  'reconsideration.terminate_early',
  byLaw(FY(41, undefined, 5), FT07(42, 2)),
  ({ data, clock, on }, cited) => {
    if (data.terminationGround !== 'sixtyDays') return undefined;
    const state = clock('suspension-max');
    return state && on > state.legalDue
      ? undefined
      : `不能终止：中止未满六十日${state ? `，${dateText(state.legalDue)}届满，次日起可以终止` : ''}（${cited}）。可以在届满后办理。`;
  },
);

export const servedAfterDecision = ofOrder(
  guard('reconsideration.service_order', byLaw(FY(75, 2), FY17(31, 3)), ({ data }, cited) => {
    const [decided, served] = [textOf(data, 'decidedOn'), textOf(data, 'servedOn')];
    return served !== '' && decided !== '' && served < decided
      ? {
          message: `不能登记送达：送达日${dateText(served)}早于决定日${dateText(decided)}。决定书送达才生效（${cited}）。可以核对两个日期。`,
          field: 'servedOn',
        }
      : undefined;
  }),
);

export const redactedFirst = guard('reconsideration.not_redacted', byLaw(FY(79, 1), XXGK(15)), ({ data }, cited) =>
  data.redacted === true
    ? undefined
    : {
        message: `不能公开：没有确认已隐去个人信息和依法不公开的内容（${cited}）。可以先隐去再公开。`,
        field: 'redacted',
      },
);

/** Each decision rests on one of the grounds its article names; the words of another article do not carry it. */
export const groundFits = guard(
  'reconsideration.outcome_ground',
  byLaw([FY(63), FY(64), FY(65)], FY17(28)),
  (facts) => {
    const { data, ruleSet } = facts;
    const proposed = textOf(data, 'proposed') as OutcomeCode | '';
    const ground = textOf(data, 'outcomeGround') as keyof typeof groundNames | '';
    if (proposed === '' || ground === '') return undefined;
    const { name, basis }: Outcome = outcomes[proposed];
    const bases = basesUnder(basis, ruleSet);
    if (bases.length === 0)
      return {
        message: `不能决定${name}：本案适用2017年行政复议法，没有这种决定（${shortBasesText([FY17(28, 1)])}）。可以改为维持、撤销、变更、确认违法或者责令履行。`,
        field: 'proposed',
      };
    const grounds = groundsUnder(proposed, ruleSet);
    if (ground in grounds || (ground === 'none' && (proposed === 'UPHOLD' || proposed === 'ORDER_PERFORM')))
      return undefined;
    const allowed = Object.keys(grounds)
      .map((key) => `“${groundNames[key as keyof typeof groundNames]}”`)
      .join('、');
    return {
      message: `不能以“${groundNames[ground]}”决定${name}：法定情形是${allowed}（${shortBasesText(bases)}）。可以另选情形，或者改为其他决定。`,
      field: 'outcomeGround',
    };
  },
);

/** Later applicants against an act already decided get the same decision, by the regulation of 2026. */
export const sameDecision = guard('reconsideration.same_decision', until2026(FT26(65)), ({ data }, cited) =>
  textOf(data, 'sameAs') !== ''
    ? {
        message: `不能援引相同决定：对同一行政行为的其他申请人作出相同决定，自2026年7月1日起才有规定（${cited}）。可以在理由中说明，按本案情形作出决定。`,
        field: 'sameAs',
      }
    : undefined,
);

/** Silence of the respondent leaves the act without evidence; upholding it needs a third party who brought some. */
export const noReplyUpheld = guard(
  'reconsideration.no_reply_upheld',
  byLaw(FY(70), FY17(28, 1, 4)),
  ({ data, ruleSet }, cited) =>
    // 第三人提供证据的除外 is new in the law of 2023.
    data.proposed === 'UPHOLD' && data.noReply === true && (ruleSet === 'fy2017' || data.thirdPartyEvidence !== true)
      ? {
          message: `不能决定维持：被申请人没有在期限内答复，视为行政行为没有证据、依据（${cited}）。${ruleSet === 'fy2017' ? '可以决定撤销。' : '可以决定撤销、确认违法或者责令履行；涉及第三人合法权益、第三人提供了证据的，请注明。'}`,
          field: 'proposed',
        }
      : undefined,
);

/** Voidness is confirmed at the applicant's asking (第六十七条). */
export const voidAsked = guard('reconsideration.void_not_asked', byLaw(FY(67), undefined), ({ data }) =>
  data.proposed === 'CONFIRM_VOID' && !idsOf(data, 'requests').includes('confirmVoid')
    ? {
        message:
          '不能决定确认无效：申请人没有申请确认无效（《行政复议法》第六十七条）。可以决定撤销，或者请申请人变更请求。',
        field: 'proposed',
      }
    : undefined,
);

/** Only a claim of inaction ends by dismissing the request (第六十九条). */
export const requestDismissed = guard(
  'reconsideration.dismiss_request',
  byLaw(FY(69), undefined, [FY(69), FT26(61)]),
  ({ data, ruleSet }) => {
    if (data.proposed !== 'DISMISS_REQUEST') return undefined;
    const ground = textOf(data, 'outcomeGround');
    const byInaction = ['inaction', 'licence', 'benefit', 'disclosure'].includes(textOf(data, 'act.kind'));
    if (ground === 'otherRequest' ? ruleSet === 'ft2026' : byInaction) return undefined;
    return {
      message:
        ground === 'otherRequest'
          ? `不能以其他情形驳回复议请求：2026年7月1日以前没有这样规定（${shortBasesText([FT26(61)])}）。可以决定维持，或者另选情形。`
          : '不能决定驳回复议请求：本案不是申请履行职责的案件（《行政复议法》第六十九条）。可以决定维持。',
      field: 'proposed',
    };
  },
);

/** A claim for compensation made with the application is answered with it (第七十二条第一款). */
export const compensationAnswered = guard(
  'reconsideration.compensation_unanswered',
  byLaw(FY(72, 1), FY17(29, 1)),
  ({ data }, cited) =>
    idsOf(data, 'requests').includes('compensation') && textOf(data, 'compensationDecision') === ''
      ? {
          message: `不能提交审批：没有对赔偿请求作出处理。一并提出赔偿请求的，应当同时作出处理（${cited}）。可以补选后提交。`,
          field: 'compensationDecision',
        }
      : undefined,
);

/** Grounds to dismiss that the regulation of 2026 added. */
export const dismissalGround = guard('reconsideration.dismissal_ground', until2026(FT26(37)), ({ data }, cited) =>
  ['baseless', 'noPower', 'fixed'].includes(textOf(data, 'dismissalGround'))
    ? {
        message: `不能以此驳回申请：所选情形自2026年7月1日起才有规定（${cited}）。可以按不符合受理条件驳回，或者继续审理。`,
        field: 'dismissalGround',
      }
    : undefined,
);

/** Silence is known only after the last day. */
export const limitPassed = guard(
  'reconsideration.limit_running',
  byLaw([FY(34), XS(45)], [FY17(19), XS(45)]),
  ({ clock, on }, cited) => {
    const state = clock('decide');
    return state && state.outcome === null && on <= state.legalDue
      ? `不能登记逾期起诉：复议期限${dateText(state.legalDue)}届满，期满没有决定的，才可以起诉（${cited}）。可以在届满后登记。`
      : undefined;
  },
);

const OPEN_CLOCKS = {
  redo: '重新作出行政行为',
  perform: '履行决定',
  'perform-ordered': '按责令履行',
  'opinion-report': '报告整改情况',
} as const;
/** A file is closed when nothing is owed on it any more. */
export const stillOwed = guard(
  'reconsideration.still_owed',
  byLaw([FY(76), FY(77)], [FT07(57, 1), FY17(32)]),
  ({ clock }, cited) => {
    const open = (Object.keys(OPEN_CLOCKS) as (keyof typeof OPEN_CLOCKS)[]).find((code) => isRunning(clock(code)));
    return open
      ? `不能直接归档：被申请人“${OPEN_CLOCKS[open]}”尚未办结，${dateText(clock(open)!.legalDue)}届满（${cited}）。可以待办结后归档；需要先归档的，请写明理由。`
      : undefined;
  },
  'soft',
);

export const sameActAgain = guard(
  'reconsideration.same_act_again',
  byLaw(FY(64, 2), FY17(28, 2)),
  ({ data, ruleSet }, cited) =>
    // 以违反法定程序为由撤销的除外 is new in the law of 2023.
    data.redo === true && data.redoneSameFacts === true && (ruleSet === 'fy2017' || data.outcomeGround !== 'procedure')
      ? {
          message: `不能登记为已履行：不得以同一事实和理由作出与原行为相同或者基本相同的行为（${cited}）。可以责令被申请人履行。`,
          field: 'redoneSameFacts',
        }
      : undefined,
);
