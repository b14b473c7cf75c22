import { type PlainDate, shortBasesText } from '@fadu/kernel';
import { type Facts, guard } from '@fadu/procedure';
import { byLaw, FT07, FT26, FY, FY17 } from '../statutes.js';
import { dateText, lastDay, textOf } from './facts.js';

/** How the decision was served settles the first day from 2026-07-01 (实施条例第二十三条); the field that holds it. */
const startByService: Readonly<Record<string, string>> = {
  onTheSpot: 'act.madeOn',
  slip: 'act.servedOn',
  electronic: 'act.servedOn',
  notice: 'act.servedOn',
  toldLater: 'act.toldOn',
};

/** The day from which the sixty days count: as served, else as the applicant knew or should have known. */
function knownOn({ data, ruleSet }: Pick<Facts, 'data' | 'ruleSet'>): string {
  const byService = ruleSet === 'ft2026' ? startByService[textOf(data, 'act.service')] : undefined;
  return (byService && textOf(data, byService)) || textOf(data, 'act.knewOn') || textOf(data, 'act.servedOn');
}

/** The day an application counts as made: posted, handed to the agency that fined, or received. */
function appliedOn(data: Facts['data']): string {
  const channel = textOf(data, 'channel');
  const first = channel === 'post' ? 'postmarkOn' : channel === 'agency' ? 'agencyReceivedOn' : 'receivedOn';
  return textOf(data, first) || textOf(data, 'receivedOn');
}

/** Days between suing first and the ruling that dismissed it, left out where the duty to reconsider first was not told (第二十六条). */
function suitBefore({ data, ruleSet }: Facts) {
  const from = textOf(data, 'suitBefore.filedOn');
  const to = textOf(data, 'suitBefore.rulingServedOn');
  const told = (data.act as { toldRights?: boolean } | undefined)?.toldRights === true;
  return ruleSet === 'ft2026' && data.mandatoryFirst === true && !told && from !== '' && to !== ''
    ? [{ from: from as PlainDate, to: to as PlainDate, reason: '直接起诉至收到驳回裁定', basis: FT26(26) }]
    : [];
}

const earlier = (a: PlainDate | undefined, b: PlainDate | undefined): PlainDate | undefined =>
  a === undefined || b === undefined ? (a ?? b) : a < b ? a : b;

/** The last day to apply by 第二十条, without the absolute limit; undefined while its start is not known. */
function lastDayToApply(facts: Facts): PlainDate | undefined {
  const { data } = facts;
  if (textOf(data, 'act.kind') === 'inaction') return lastDay(facts, 'inaction');
  const known = knownOn(facts);
  const from = (field: object): Facts => ({ ...facts, data: { ...data, ...field } });
  const act = data.act as object | undefined;
  const left = suitBefore(facts);
  // By the law of 2017 the sixty days count from knowing the act, told of the right or not (第九条第一款).
  if (facts.ruleSet === 'fy2017' || (data.act as { toldRights?: boolean } | undefined)?.toldRights === true)
    return lastDay(from({ act: { ...act, knewOn: known } }), 'apply', left);
  const cap = lastDay(from({ contentKnownOn: textOf(data, 'act.knewOn') || known }), 'apply-not-told', left);
  const told = textOf(data, 'act.toldOn');
  return earlier(told === '' ? undefined : lastDay(from({ act: { ...act, knewOn: told } }), 'apply', left), cap);
}

/**
 * Late applications are not closed by the screen: 第二十条第二款 lets the organ take reasons into account. Posted
 * applications are judged by the postmark; where rights were not told, the longer limit holds (第二十条第三款).
 */
export const tooLate = guard(
  'reconsideration.too_late',
  byLaw([FY(20), FT07(15), FT07(16)], [FY17(9), FT07(15), FT07(16)], [FY(20), FT26(23), FT26(24), FT26(26)]),
  (facts) => {
    const { data } = facts;
    const applied = appliedOn(data);
    const last = lastDayToApply(facts);
    if (applied === '' || last === undefined || applied <= last || textOf(data, 'lateReason') !== '') return undefined;
    const rule = shortBasesText([facts.ruleSet === 'fy2017' ? FY17(9, 1) : FY(20, 1)]);
    const start = textOf(data, 'act.kind') === 'inaction' ? textOf(data, 'act.requestedOn') : knownOn(facts);
    return {
      message: `不能按期受理：${start ? `${dateText(start)}起算，` : ''}最晚应在${dateText(last)}提出，${dateText(applied)}已超过申请期限（${rule}）。可以写明不可抗力或者其他正当理由，由复议机关决定（同条第二款）。`,
      field: 'lateReason',
      facts: { lastDay: last },
    };
  },
  'soft',
);

/** Beyond five or twenty years no reason helps; the law of 2017 knows no such limit. */
export const beyondAbsolute = guard('reconsideration.too_late', byLaw(FY(21), undefined), (facts) => {
  const applied = appliedOn(facts.data);
  const last = lastDay(facts, 'apply-absolute');
  if (applied === '' || last === undefined || applied <= last) return undefined;
  return {
    message: `不能受理：行政行为${dateText(textOf(facts.data, 'act.madeOn'))}作出，最长申请期限已于${dateText(last)}届满（《行政复议法》第二十一条）。可以核对作出日和是否因不动产提出；确已超过的，决定不予受理。`,
    field: 'act',
    facts: { lastDay: last },
  };
});

/** Silence is complaint enough only after the period for acting; urgent protection may be asked for at once. */
export const tooEarly = guard('reconsideration.too_early', byLaw(FT07(16), FT07(16), FT26(24)), (facts, cited) => {
  const { data } = facts;
  const act = (data.act ?? {}) as { kind?: string; urgent?: boolean; inaction?: string };
  if (act.kind !== 'inaction' || act.urgent === true || act.inaction === 'refused' || act.inaction === 'partly')
    return undefined;
  const ends = textOf(data, 'act.dutyDueOn') || lastDay(facts, 'inaction-wait');
  const applied = appliedOn(data);
  if (ends === undefined || applied === '' || applied > ends) return undefined;
  return {
    message: `不能受理：机关的履行期限${dateText(ends)}届满，次日起才可以申请（${cited}）。可以告知申请人届时再申请；情况紧急的、机关明确拒绝的，请注明。`,
    field: 'act',
    facts: { opensOn: ends },
  };
});
