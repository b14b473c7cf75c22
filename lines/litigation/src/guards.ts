import { chineseDate, courtInstance, type JsonObject, type PlainDate } from '@fadu/kernel';
import { countClock, type Facts, guard, isBlank, isRunning, startOf, valueAt } from '@fadu/procedure';
import { clocks } from './clocks.js';
import { endedCodes, isOutcomeCode, withdrawnCodes } from './outcomes.js';
import { CT, FY, JS, XS } from './statutes.js';

const itemsOf = (data: JsonObject, path: string): readonly JsonObject[] => {
  const items = valueAt(data, path);
  return Array.isArray(items) ? (items as readonly JsonObject[]) : [];
};
const textOf = (data: JsonObject, path: string): string => {
  const value = valueAt(data, path);
  return typeof value === 'string' ? value : '';
};
const dateText = (date: string): string => chineseDate(date as PlainDate);

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

export const evidenceAfterAct = guard('litigation.evidence_after_act', [XS(35), XS(36, 2)], ({ data }) => {
  const madeOn = textOf(data, 'act.madeOn');
  if (madeOn === '') return undefined;
  const index = itemsOf(data, 'evidence').findIndex(
    (item) => textOf(item, 'obtainedOn') > madeOn && item.permitted !== true,
  );
  if (index < 0) return undefined;
  const item = itemsOf(data, 'evidence')[index]!;
  return {
    message: `不能提交证据${index + 1}“${textOf(item, 'name')}”：取得日${dateText(textOf(item, 'obtainedOn'))}晚于行政行为作出日${dateText(madeOn)}。诉讼过程中不得自行收集证据（《行政诉讼法》第三十五条）。可以删去这项证据；人民法院准许补充的，请注明（第三十六条第二款）。`,
    field: `evidence.${index}.obtainedOn`,
  };
});

const notHeads: Readonly<Record<string, string>> = {
  section: '内设机构负责人',
  lowerOrgan: '下级机关负责人',
  entrusted: '受委托组织负责人',
};
const notAHeadMessage = (rank: string, field: string) => ({
  message: `不能作为负责人出庭：${notHeads[rank]}不属于行政机关负责人范围（《负责人出庭应诉规定》第二条）。可以改由正职、副职或者其他参与分管的负责人出庭，或者列为工作人员。`,
  field,
});
const lastAppearance = (data: JsonObject): JsonObject => itemsOf(data, 'appearances').at(-1) ?? {};

export const plannedHead = guard('litigation.not_a_head', CT(2), ({ data }) => {
  const rank = textOf(data, 'plan.rank');
  return textOf(data, 'plan.attend') === 'head' && rank in notHeads ? notAHeadMessage(rank, 'plan.rank') : undefined;
});
export const appearedHead = guard('litigation.not_a_head', CT(2), ({ data }) => {
  const rank = textOf(lastAppearance(data), 'rank');
  return rank in notHeads ? notAHeadMessage(rank, 'rank') : undefined;
});

export const plannedLawyerOnly = guard('litigation.lawyer_only', [JS(128, 2), JS(132)], ({ data }) => {
  const attend = textOf(data, 'plan.attend');
  const nobody = attend === 'lawyer' || (attend === 'staff' && itemsOf(data, 'plan.staff').length === 0);
  if (!nobody) return undefined;
  return {
    message:
      '不能这样安排：负责人不出庭，也没有相应的工作人员。负责人不能出庭的，不得仅委托律师出庭（《行政诉讼法解释》第一百二十八条第二款）。可以填写出庭的工作人员。',
    field: 'plan.staff',
  };
});

/** A hearing that went this way is recorded as the breach it is, not refused. */
export const heardLawyerOnly = guard('litigation.lawyer_only', [JS(128, 2), JS(132), CT(12, 1, 3)], ({ data }) => {
  const item = lastAppearance(data);
  const nobody = item.appeared !== true && item.agreed !== true && itemsOf(item, 'staff').length === 0;
  if (!nobody || (Array.isArray(item.violation) && item.violation.includes('nobody'))) return undefined;
  return {
    message:
      '不能这样记录：负责人和工作人员均没有出庭，不得仅委托律师出庭（《行政诉讼法解释》第一百二十八条第二款）。可以补填出庭的工作人员，或者记为“负责人和工作人员均不出庭”。',
    field: 'staff',
  };
});

export const proofMissing = guard('litigation.proof_missing', CT(6), ({ data }) => {
  const item = lastAppearance(data);
  if (item.appeared !== true || !isBlank(item.proof)) return undefined;
  return {
    message:
      '不能记为负责人已出庭：缺少加盖印章的身份证明。没有在开庭前提交且不能补正的，视为未出庭（《负责人出庭应诉规定》第六条）。可以附上已提交的身份证明，或者记为未出庭。',
    field: 'proof',
  };
});

export const countTwice = guard('litigation.count_twice', CT(7), ({ data }) => {
  const items = itemsOf(data, 'appearances');
  const item = lastAppearance(data);
  const same = items.slice(0, -1).some((one) => one.instance === item.instance && one.courtCaseNo === item.courtCaseNo);
  if (!same || item.calledAgain === true) return undefined;
  return {
    message:
      '不能再次登记负责人出庭：本审级已有出庭记录，同一审级多次开庭只计一次（《负责人出庭应诉规定》第七条第一款）。可以用“登记开庭”记录本次开庭；人民法院通知负责人再次出庭的，请注明。',
    field: 'calledAgain',
  };
});

export const absenceUnexplained = guard('litigation.absence_unexplained', [CT(8), CT(12)], ({ data }) => {
  const item = lastAppearance(data);
  if (item.appeared === true || item.agreed === true || !isBlank(item.excuse) || !isBlank(item.violation))
    return undefined;
  return {
    message:
      '不能这样记录：负责人没有出庭，没有选不能出庭的情形，也没有记违规（《负责人出庭应诉规定》第八条、第十二条）。可以选择情形并附证明，或者如实记为违规。',
    field: 'excuse',
  };
});

export const sameActAgain = guard('litigation.same_act_again', [XS(71), JS(90)], ({ data }) => {
  if (textOf(data, 'performance.redo') !== 'same' || valueAt(data, 'performance.revokedForProcedure') === true)
    return undefined;
  return {
    message:
      '不能这样履行：不得以同一的事实和理由作出与原行政行为基本相同的行政行为（《行政诉讼法》第七十一条）。可以查清事实后重新作出；原行为因违反法定程序被撤销的，请注明（《行政诉讼法解释》第九十条第二款）。',
    field: 'performance.redo',
  };
});

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

const order: readonly (readonly [string, string, string, string])[] = [
  ['filedOn', '立案日', 'copyReceivedOn', '收到起诉状副本日'],
  ['filedOn', '立案日', 'judgedOn', '裁判日'],
  ['judgedOn', '裁判日', 'servedOn', '裁判文书送达日'],
];

export const dateOrder = guard('litigation.date_order', XS(67, 1), ({ data }) => {
  const wrong = order.find(
    ([first, , second]) =>
      textOf(data, first) !== '' && textOf(data, second) !== '' && textOf(data, first) > textOf(data, second),
  );
  return wrong && { message: `不能登记：${wrong[3]}早于${wrong[1]}。可以照人民法院文书核对日期。`, field: wrong[2] };
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
