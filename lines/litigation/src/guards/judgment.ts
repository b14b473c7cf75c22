import { type Facts, guard, isBlank, isRunning, valueAt } from '@fadu/procedure';
import { endedCodes, isOutcomeCode, withdrawnCodes } from '../outcomes.js';
import { JS, XS } from '../statutes.js';
import { dateText, itemsOf, textOf } from './facts.js';

export const sameActAgain = guard('litigation.same_act_again', [XS(71), JS(90)], ({ data }) => {
  if (textOf(data, 'performance.redo') !== 'same' || valueAt(data, 'performance.revokedForProcedure') === true)
    return undefined;
  return {
    message:
      '不能这样履行：不得以同一的事实和理由作出与原行政行为基本相同的行政行为（《行政诉讼法》第七十一条）。可以查清事实后重新作出；原行为因违反法定程序被撤销的，请注明（《行政诉讼法解释》第九十条第二款）。',
    field: 'performance.redo',
  };
});

export const outcomeMissingArticle = guard('litigation.outcome_missing_article', [XS(69), XS(70)], ({ data }) => {
  const index = itemsOf(data, 'outcome').findIndex((item) => textOf(item, 'article') === '');
  if (index < 0) return undefined;
  return {
    message:
      '不能登记裁判结果：没有填写裁判适用的条款。裁判结果须对应条款（《行政诉讼法》第六十九条至第七十八条）。可以照裁判文书补填。',
    field: `outcome.${index}.article`,
  };
});

export const outcomeOfEachDefendant = guard('litigation.outcome_defendant', [XS(79), JS(136)], ({ data }) => {
  const named = new Set(itemsOf(data, 'outcome').map((item) => textOf(item, 'defendant')));
  const defendants = itemsOf(data, 'defendants').map((item) => textOf(item, 'name'));
  const missing = defendants.find((name) => !named.has(name));
  const unknown = [...named].find((name) => !defendants.includes(name));
  if (missing === undefined && unknown === undefined) return undefined;
  const fact = missing === undefined ? `“${unknown}”不是本案被告` : `没有填写对“${missing}”的裁判结果`;
  return {
    message: `不能登记裁判结果：${fact}。各被告的裁判结果分别登记（《行政诉讼法》第七十九条）。可以照裁判主文逐一填写。`,
    field: 'outcome',
  };
});

const codesOf = (facts: Facts): string[] => itemsOf(facts.data, 'outcome').map((item) => textOf(item, 'code'));
const belongs = (codes: readonly string[]) => (code: string) => codes.includes(code);

export const decidedHere = guard('litigation.outcome_step', [XS(62), JS(88)], (facts) =>
  codesOf(facts).some((code) => !isOutcomeCode(code) || belongs(withdrawnCodes)(code) || belongs(endedCodes)(code))
    ? {
        message:
          '不能在这里登记：撤诉、移送和终结不是实体裁判（《行政诉讼法》第六十二条）。可以用“原告撤诉”或者“终结诉讼”登记。',
        field: 'outcome',
      }
    : undefined,
);
export const endedHere = guard('litigation.outcome_step', JS(88), (facts) =>
  codesOf(facts).every(belongs(endedCodes))
    ? undefined
    : {
        message: '不能登记终结：所选结果不是终结或者移送（《行政诉讼法解释》第八十八条）。可以用“登记裁判”登记。',
        field: 'outcome',
      },
);

/** Plain withdrawal and withdrawal after a change are told apart by the record of the change, not by choice. */
export const withdrawnHere = guard('litigation.outcome_step', [XS(62), XS(58)], (facts) => {
  const codes = codesOf(facts);
  const changed = facts.data.actChangedInSuit === true;
  if (!codes.every(belongs(withdrawnCodes))) {
    return {
      message: '不能登记撤诉：所选结果不是撤诉（《行政诉讼法》第六十二条）。可以用“登记裁判”登记。',
      field: 'outcome',
    };
  }
  if (codes.includes('WITHDRAWN_AFTER_CHANGE') && !changed) {
    return {
      message:
        '不能记为改变行政行为后撤诉：没有诉讼中改变行政行为的记录（《行政诉讼法解释》第八十一条第一款）。可以先登记改变行政行为，或者选“撤诉”。',
      field: 'outcome',
    };
  }
  if (codes.includes('WITHDRAWN') && changed) {
    return {
      message: '不能记为撤诉：诉讼中已改变行政行为（《行政诉讼法》第六十二条）。可以选“改变行政行为后撤诉”。',
      field: 'outcome',
    };
  }
  return undefined;
});

export const appealOpen = guard(
  'litigation.appeal_open',
  XS(85),
  ({ clock, data }) => {
    const open = [clock('appeal-judgment'), clock('appeal-ruling')].find(
      (state) => isRunning(state) && state.legalDue >= textOf(data, 'effectiveOn'),
    );
    if (!open) return undefined;
    return {
      message: `不能直接登记生效：上诉期${dateText(open.legalDue)}届满，当日仍可上诉（《行政诉讼法》第八十五条）。可以待届满后登记；依法不得上诉的，请说明。`,
      field: 'effectiveOn',
      facts: { legalDue: open.legalDue },
    };
  },
  'soft',
);

export const reviewMissing = guard(
  'litigation.review_missing',
  { ...XS(96), note: '败诉复盘为平台制度' },
  ({ data }) =>
    data.lost === true && isBlank(data.review)
      ? '不能归档：本案败诉，没有败诉复盘。败诉案件归档前应当分析原因、明确整改。可以先办理“败诉复盘”。'
      : undefined,
);

export const notPerformed = guard(
  'litigation.not_performed',
  [XS(94), XS(96)],
  ({ data }) =>
    data.lost === true && isBlank(data.performance)
      ? '不能直接归档：本案败诉，没有履行记录。发生法律效力的裁判必须履行（《行政诉讼法》第九十四条）。可以先登记履行；没有履行内容的，请说明。'
      : undefined,
  'soft',
);
