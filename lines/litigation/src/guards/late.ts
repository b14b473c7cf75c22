import { workdaysBetween } from '@fadu/calendar';
import type { LegalBasis, PlainDate } from '@fadu/kernel';
import { amountOf, guard, isRunning, ofOrder } from '@fadu/procedure';
import type { clocks } from '../clocks.js';
import { JS, XS } from '../statutes.js';
import { dateText, textOf } from './facts.js';

/** Recorded late all the same: whether there was good cause is for the court to say. */
export const respondLate = guard(
  'litigation.respond_late',
  [XS(67, 1), XS(34, 2)],
  ({ clock, on }) => {
    const due = [clock('respond'), clock('evidence-extended')].flatMap((state) =>
      isRunning(state) ? [state.legalDue] : [],
    );
    const last = due.sort().at(-1);
    if (last === undefined || on <= last) return undefined;
    return {
      message: `不能按期提交：答辩举证期限已于${dateText(last)}届满，无正当理由逾期的，视为没有相应证据（《行政诉讼法》第三十四条第二款）。可以写明正当事由后继续提交，逾期如实记录。`,
      field: 'evidenceSubmittedOn',
      facts: { legalDue: last },
    };
  },
  'soft',
);

/** A right of the organ whose days have passed: the court decides on reasons, so the screen asks for them. */
const late = (code: string, basis: LegalBasis, clocksOf: readonly (keyof typeof clocks)[], act: string, rule: string) =>
  guard(
    code,
    basis,
    ({ clock, on }) => {
      const over = clocksOf
        .map((one) => clock(one))
        .find((state) => state && state.outcome !== 'void' && on > state.legalDue);
      return over && clocksOf.every((one) => !isRunning(clock(one)) || on > clock(one)!.legalDue)
        ? {
            message: `不能按期${act}：期限已于${dateText(over.legalDue)}届满（${rule}）。可以写明正当事由后办理，由人民法院审查。`,
            facts: { legalDue: over.legalDue },
          }
        : undefined;
    },
    'soft',
  );

export const objectionLate = late(
  'litigation.objection_late',
  JS(10, 1),
  ['jurisdiction'],
  '提出管辖异议',
  '《行政诉讼法解释》第十条第一款',
);
export const extensionLate = late(
  'litigation.extension_late',
  JS(34),
  ['evidence-extension'],
  '申请延期举证',
  '《行政诉讼法解释》第三十四条',
);
export const appealLate = late(
  'litigation.appeal_late',
  XS(85),
  ['appeal-judgment', 'appeal-ruling'],
  '上诉',
  '《行政诉讼法》第八十五条',
);
export const answerLate = late(
  'litigation.answer_late',
  JS(108, 2),
  ['answer-appeal'],
  '答辩上诉',
  '《行政诉讼法解释》第一百零八条第二款',
);
export const retrialLate = late(
  'litigation.retrial_late',
  JS(110),
  ['retrial'],
  '申请再审',
  '《行政诉讼法解释》第一百一十条',
);

/** Results are coded soon after service, so that the rates of a month are whole; the law sets no limit (setting). */
export const codedLate = guard(
  'litigation.coded_late',
  { ...XS(79), note: '登记的期限为平台设置' },
  ({ data, today, calendar, settings }) => {
    const served = textOf(data, 'servedOn');
    const within = amountOf(settings, 'codeWithin');
    return served !== '' && workdaysBetween(served as PlainDate, today, calendar) > within
      ? `注意：裁判文书${dateText(served)}送达，登记已超过${within}个工作日（※平台设置；裁判结果依《行政诉讼法》第七十九条分别登记）。`
      : undefined;
  },
  'info',
  [],
  ['codeWithin'],
);

export const excludedOrder = ofOrder(
  guard('litigation.excluded_time', JS(50, 1), ({ input, data }) => {
    const [from, to, filed] = [textOf(input, 'from'), textOf(input, 'to'), textOf(data, 'filedOn')];
    if (from >= filed && to >= from) return undefined;
    return {
      message: `不能扣除：${to < from ? '恢复计算日早于开始日' : `开始日早于立案日${dateText(filed)}`}。审理期限自立案之日起计算（《行政诉讼法解释》第五十条第一款）。可以核对日期。`,
      field: 'from',
    };
  }),
);
