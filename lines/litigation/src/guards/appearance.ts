import type { JsonObject } from '@fadu/kernel';
import { guard, isBlank } from '@fadu/procedure';
import { CT, JS, XS } from '../statutes.js';
import { dateText, itemsOf, textOf } from './facts.js';

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
