import { chineseDate, type JsonObject, type PlainDate, parsePlainDate, refusal } from '@fadu/kernel';
import { countClock, type Guide, type GuideResult, is, not } from '@fadu/procedure';
import { clocks } from './clocks.js';
import { organFor, type RespondentKind } from './jurisdiction.js';
import { FT07, FT26, FY } from './statutes.js';

type Reason = GuideResult['reasons'][number];

/** First day of the implementing regulation of 2026. */
const FROM_2026 = '2026-07-01';
/** Where the way to court leads through reconsideration (第二十三条, narrowed by 实施条例2026 第三十条、第三十一条). */
const mandatoryFirst: Readonly<Record<string, { before: Reason; since2026: Reason }>> = {
  inaction: {
    before: { text: '这类事项应当先申请行政复议，对复议决定不服的，再向法院起诉。', basis: FY(23, 1, 3) },
    since2026: {
      text: '机关不受理、不答复的，应当先申请行政复议；机关明确拒绝的，也可以直接向法院起诉。',
      basis: FT26(30),
    },
  },
  disclosure: {
    before: { text: '机关不予公开的，应当先申请行政复议，对复议决定不服的，再向法院起诉。', basis: FY(23, 1, 4) },
    since2026: {
      text: '机关以国家秘密、商业秘密、个人隐私、内部事务为由不予公开的，应当先申请行政复议；其他答复也可以直接起诉。',
      basis: FT26(31),
    },
  },
};

const reviewable = not(is('matter', ['contract', 'police', 'rule', 'personnel', 'petition']));

/** What a citizen is asked before the form: is this the way, to whom, and still in time? */
export const guide: Guide = {
  questions: [
    {
      key: 'matter',
      text: '您遇到的是什么事？',
      kind: 'choice',
      options: {
        decision: '行政机关作出了决定（罚款、查封、征收、不予许可等）',
        inaction: '行政机关该管的事不管、不答复',
        disclosure: '申请政府信息公开，对结果不满意',
        contract: '和个人、企业之间的合同或者民事纠纷',
        police: '刑事案件的侦查、起诉、审判',
        rule: '只对一份文件、规定本身有意见',
        personnel: '机关对本单位工作人员的处分、任免',
        petition: '对信访答复不满意',
      },
    },
    {
      key: 'respondentKind',
      text: '作出决定的是哪一类机关？',
      hint: '看决定书落款和印章',
      kind: 'choice',
      when: reviewable,
      options: {
        department: '市、县政府的部门（市场监管局、公安局、住建局等）',
        government: '乡镇政府，或者县、市政府',
        dispatchedOrgan: '街道办事处',
        dispatchedUnit: '派出所、市场监管所等派出机构',
        authorised: '学校、协会等法律授权的组织',
        justice: '司法局',
        vertical: '海关、税务、外汇、金融监管、国家安全机关',
        ministry: '国务院的部门',
        province: '省政府',
      },
    },
    {
      key: 'knewOn',
      text: '您是哪一天收到决定书，或者知道这件事的？',
      hint: '看送达回证或者快递签收日期',
      kind: 'date',
      when: not(is('matter', ['inaction', 'contract', 'police', 'rule', 'personnel', 'petition'])),
    },
    { key: 'requestedOn', text: '行政机关是哪一天收到您的申请的？', kind: 'date', when: is('matter', 'inaction') },
    {
      key: 'told',
      text: '决定书上写明可以申请复议和期限了吗？',
      kind: 'choice',
      options: { yes: '写明了', no: '没有写', unsure: '记不清' },
      when: not(is('matter', ['inaction', 'contract', 'police', 'rule', 'personnel', 'petition'])),
    },
    {
      key: 'sued',
      text: '您就这件事向法院起诉，法院受理了吗？',
      kind: 'choice',
      options: { no: '没有', yes: '法院已经受理' },
      when: reviewable,
    },
  ],
  assess(answers, { today, calendar }) {
    const no = closed(answers);
    if (no) return no;
    const rule = organFor(String(answers.respondentKind ?? '') as RespondentKind | '');
    const reasons: GuideResult['reasons'][number][] = [];
    if (rule) reasons.push({ text: `向${rule.organ}申请${rule.note ? `（${rule.note}）` : ''}。`, basis: rule.basis });
    const code = answers.matter === 'inaction' ? 'inaction' : answers.told === 'no' ? 'apply-not-told' : 'apply';
    const from = parsePlainDate(String(answers.matter === 'inaction' ? answers.requestedOn : answers.knewOn));
    const prefill: JsonObject = {
      ...(answers.respondentKind !== undefined && { respondentKind: answers.respondentKind }),
    };
    if (from === undefined) {
      return {
        verdict: 'doubt',
        headline: '还要看申请期限',
        reasons: [
          ...reasons,
          { text: '一般应当自知道之日起六十日内申请。日期记不清的，可以先申请，由复议机关核实。', basis: FY(20, 1) },
        ],
        ...(rule && { organ: rule.organ }),
        prefill,
      };
    }
    const $ruleSet = today >= FROM_2026 ? 'ft2026' : 'fy2023';
    const counted = countClock({ clock: clocks[code], data: { $ruleSet }, from, calendar });
    if (!counted.ok)
      return { verdict: 'doubt', headline: '日期需要核对', reasons: [{ text: counted.error.message }], prefill };
    const { legalDue, opensOn } = counted.value;
    const first = mandatoryFirst[String(answers.matter)];
    if (first) reasons.push(today >= FROM_2026 ? first.since2026 : first.before);
    const act: JsonObject =
      answers.matter === 'inaction'
        ? { kind: 'inaction', requestedOn: from }
        : {
            ...(answers.matter === 'disclosure' && { kind: 'disclosure' }),
            knewOn: from,
            toldRights: answers.told === 'yes',
          };
    const base = { reasons, deadline: counted.value, ...(rule && { organ: rule.organ }), prefill: { ...prefill, act } };
    if (opensOn !== undefined && today < opensOn) {
      return {
        ...base,
        verdict: 'doubt',
        headline: `还没有到时候：${chineseDate(opensOn)}起可以申请`,
        reasons: [
          ...reasons,
          {
            text: '行政机关收到申请满六十日没有履行的，才可以申请复议；法律规定了履行期限的，期满就可以；情况紧急、机关明确拒绝的除外。',
            basis: today >= FROM_2026 ? FT26(24) : FT07(16),
          },
        ],
      };
    }
    if (today > legalDue) {
      return {
        ...base,
        verdict: 'doubt',
        headline: '可能已超过申请期限',
        reasons: [
          ...reasons,
          {
            text: `您${chineseDate(from)}知道，最晚应在${chineseDate(legalDue)}提出。有不可抗力或者其他正当理由的，请接着填并说明，由复议机关决定。`,
            basis: FY(20, 2),
          },
        ],
        refusal: refusal('reconsideration.too_late', '可能已超过申请期限', FY(20, 1), { facts: { lastDay: legalDue } }),
      };
    }
    return { ...base, verdict: 'yes', headline: `还来得及，最晚${lastDayText(legalDue)}` };
  },
};

const lastDayText = (date: PlainDate): string => `${chineseDate(date)}24时`;

/** Matters that are not reviewable, with the way that is open instead (第十二条). */
function closed(answers: JsonObject): GuideResult | undefined {
  const elsewhere: Readonly<Record<string, { why: string; instead: string[] }>> = {
    contract: {
      why: '民事纠纷不是行政机关的行政行为，不能申请行政复议。',
      instead: ['申请人民调解（不收费）', '向人民法院起诉', '拨打12348咨询'],
    },
    police: { why: '刑事诉讼的行为不属于行政复议范围。', instead: ['向人民检察院申诉、控告'] },
    rule: {
      why: '不能只对规定本身申请复议；对依据它作出的决定申请复议时，可以一并请求审查。',
      instead: ['向制定机关或者备案审查机关提出审查建议'],
    },
    personnel: { why: '对机关工作人员的处分、任免，不属于行政复议范围。', instead: ['按公务员申诉规定申诉'] },
    petition: { why: '信访处理意见不属于行政复议范围。', instead: ['申请信访复查、复核'] },
  };
  const found = elsewhere[String(answers.matter)];
  if (found)
    return {
      verdict: 'no',
      headline: '这件事不能申请行政复议',
      reasons: [{ text: found.why, basis: FY(12) }],
      instead: found.instead,
    };
  if (answers.sued === 'yes')
    return {
      verdict: 'no',
      headline: '法院已经受理，不能再申请复议',
      reasons: [{ text: '人民法院已经依法受理的，不得申请行政复议。', basis: FY(29, 2) }],
      instead: ['等待法院处理；撤回起诉经准许的，可以再咨询'],
    };
  return undefined;
}
