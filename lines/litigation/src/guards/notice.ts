import { courtInstance, type PlainDate } from '@fadu/kernel';
import { type Clock, countClock, guard, ofOrder, startOf, valueAt } from '@fadu/procedure';
import { clocks } from '../clocks.js';
import { CT, FY, JS, XS } from '../statutes.js';
import { dateText, itemsOf, textOf } from './facts.js';

export const reconsiderationFirst = guard(
  'litigation.reconsideration_first',
  [FY(23), JS(56)],
  ({ data }) => {
    const skipped = ['', 'none'].includes(textOf(data, 'reconsidered')) && textOf(data, 'reconsideration') === '';
    if (valueAt(data, 'act.mandatoryFirst') !== true || !skipped) return undefined;
    return '本案应先经行政复议，原告没有申请（《行政复议法》第二十三条）。直接起诉的，人民法院裁定不予立案，已经立案的驳回起诉。可以在答辩时提出。';
  },
  'info',
);

const expectedDefendants: Readonly<
  Record<string, { readonly roles: readonly string[]; readonly text: string; readonly rule: string }>
> = {
  none: { roles: ['author'], text: '作出行政行为的机关', rule: '第一款' },
  upheld: { roles: ['author', 'reconsideration'], text: '作出行政行为的机关和复议机关', rule: '第二款' },
  mixed: { roles: ['author', 'reconsideration'], text: '作出行政行为的机关和复议机关', rule: '第二款' },
  illegalByProcedure: { roles: ['author', 'reconsideration'], text: '作出行政行为的机关和复议机关', rule: '第二款' },
  changed: { roles: ['reconsideration'], text: '复议机关', rule: '第二款' },
};

/** After refusal, dismissal of the application or silence the plaintiff chooses; nothing is compared. */
export const defendantMismatch = guard(
  'litigation.defendant_mismatch',
  [XS(26), JS(22), JS(133), JS(134)],
  ({ data }) => {
    const expected = expectedDefendants[textOf(data, 'reconsidered')];
    const roles = new Set(itemsOf(data, 'defendants').map((one) => (one.role === 'joint' ? 'author' : one.role)));
    if (!expected || roles.size === 0) return undefined;
    if (expected.roles.length === roles.size && expected.roles.every((role) => roles.has(role))) return undefined;
    return {
      message: `不能直接登记：所列被告与复议结果不符，应以${expected.text}为被告（《行政诉讼法》第二十六条${expected.rule}）。可以核对被告和复议结果；人民法院确是这样列的，请说明。`,
      field: 'defendants',
    };
  },
  'soft',
);

export const suedLate = guard(
  'litigation.sued_late',
  [XS(46), XS(45), JS(64), JS(69)],
  ({ data, calendar }) => {
    const filedOn = textOf(data, 'filedOn');
    for (const code of ['sue-direct', 'sue-not-told', 'sue-after-reconsideration', 'sue-cap'] as const) {
      const clock = clocks[code];
      const from = startOf(clock, data);
      if (from === undefined || filedOn === '') continue;
      const counted = countClock({ clock, data, from, calendar });
      if (!counted.ok || filedOn <= counted.value.legalDue) continue;
      return {
        message: `本案立案日晚于“${clock.name}”期限的届满日${dateText(counted.value.legalDue)}，起诉可能超过法定期限（《行政诉讼法解释》第六十九条第一款第二项）。起诉日以递交起诉状为准，可以核对后在答辩时提出。`,
        facts: { legalDue: counted.value.legalDue, clock: code },
      };
    }
    return undefined;
  },
  'info',
);

export const instanceMismatch = guard(
  'litigation.instance_mismatch',
  { ...XS(51), note: '案号规则未经核实' },
  ({ data }) => {
    const instance = textOf(data, 'instance');
    const inNumber = courtInstance(textOf(data, 'courtCaseNo'));
    if (inNumber === undefined || instance === '' || inNumber === instance || instance === 'enforcement')
      return undefined;
    return {
      message: '不能登记：案号里的审级字与所选审级不一致。可以照人民法院文书核对案号和审级。',
      field: 'courtCaseNo',
    };
  },
);

export const representativesMissing = guard(
  'litigation.representatives',
  JS(29),
  ({ data }) => {
    const number = itemsOf(data, 'representatives').length;
    if (itemsOf(data, 'plaintiffs').length < 10 || (number >= 2 && number <= 5)) return undefined;
    return {
      message: `不能直接登记：原告10人以上，应推选2至5名诉讼代表人，现有${number}名（《行政诉讼法解释》第二十九条）。可以补填；人民法院尚未确定的，请说明。`,
      field: 'representatives',
    };
  },
  'soft',
);

/** 负责人出庭应诉规定第五条第二款: the notice reaches the head three days before the hearing; shorter is for the court to mend. */
export const hearingNoticeShort = guard(
  'litigation.hearing_notice_short',
  CT(5, 2),
  ({ input, data, calendar, settings }) => {
    const [on, served] = [textOf(input, 'on'), textOf(input, 'noticeServedOn')];
    if (on === '' || served === '') return undefined;
    const clock: Clock = clocks['hearing-notice'];
    const counted = countClock({ clock, data: { ...data, $setting: settings }, from: on as PlainDate, calendar });
    if (!counted.ok || served <= counted.value.legalDue) return undefined;
    const last = dateText(counted.value.legalDue);
    return {
      message: `注意：出庭通知${dateText(served)}送达，最迟应在${last}送达，距开庭不足三日（《负责人出庭应诉规定》第五条第二款；※“三日前”按平台设置计算）。可以请人民法院另定日期。`,
      facts: { lastDay: counted.value.legalDue },
    };
  },
  'info',
  [],
  ['clearDays'],
);

const order: readonly (readonly [string, string, string, string])[] = [
  ['filedOn', '立案日', 'copyReceivedOn', '收到起诉状副本日'],
  ['filedOn', '立案日', 'judgedOn', '裁判日'],
  ['judgedOn', '裁判日', 'servedOn', '裁判文书送达日'],
];

export const dateOrder = ofOrder(
  guard('litigation.date_order', XS(67, 1), ({ data }) => {
    const wrong = order.find(
      ([first, , second]) =>
        textOf(data, first) !== '' && textOf(data, second) !== '' && textOf(data, first) > textOf(data, second),
    );
    return wrong && { message: `不能登记：${wrong[3]}早于${wrong[1]}。可以照人民法院文书核对日期。`, field: wrong[2] };
  }),
);
