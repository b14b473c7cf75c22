import { CATALOGUE } from '@fadu/catalogue';
import { describe, expect, test } from 'vitest';
import { readFigures } from '../src/read.js';

/** What a report says before it comes to the figures of a domain. */
const LEAD: Readonly<Record<string, string>> = {
  law: '立法工作稳步推进',
  rulemaking: '政府立法工作稳步推进',
  normative_document: '规范性文件管理不断加强',
  decision: '依法科学民主决策水平提升',
  enforcement: '行政执法更加规范',
  supervision: '行政执法监督不断加强',
  reconsideration: '行政复议质效不断提升',
  litigation: '行政应诉工作不断加强',
  mediation: '人民调解工作扎实开展',
  legal_service: '公共法律服务体系不断完善',
  legal_aid: '法律援助惠民生',
  notary: '公证服务不断优化',
  arbitration: '仲裁公信力不断提升',
  forensic: '司法鉴定更加规范',
  lawyer: '律师队伍不断壮大',
  publicity: '普法宣传深入开展',
  corrections: '社区矫正和安置帮教工作扎实',
  governance: '法治政府建设统筹推进',
  disclosure: '政务公开持续深化',
  business_environment: '法治化营商环境持续优化，服务企业发展',
  data: '数字法治政府建设加快',
  staff: '队伍建设不断加强',
};

function codeOf(code: string, unit: string, wording: string): string | null {
  const lead = LEAD[code.split('.')[0]!]!;
  const number = unit === '%' ? '87.5%' : unit === '元' ? '23.5万元' : unit === '年' ? '5年' : `23${unit}`;
  const sentence =
    unit === '年' ? `${lead}。戒毒场所连续${number}实现${wording}。` : `${lead}。全年${wording}${number}。`;
  return readFigures(sentence).at(-1)?.indicator ?? null;
}

describe('the catalogue', () => {
  test('every code is reached by its own names, and hardly ever by those of another', () => {
    let reached = 0;
    let all = 0;
    const wrong: string[] = [];
    for (const { code, name, unit, synonyms } of CATALOGUE) {
      const wordings = [name.replace(/数$/, ''), ...synonyms];
      const got = wordings.map((wording) => codeOf(code, unit, wording));
      const own = got.filter((one) => one === code).length;
      expect(
        own,
        `${code}: ${wordings.map((wording, index) => `${wording} ${got[index]}`).join(', ')}`,
      ).toBeGreaterThan(1);
      reached += own;
      all += wordings.length;
      got.forEach((one, index) => {
        if (one !== null && one !== code) wrong.push(`${wordings[index]} ${one} for ${code}`);
      });
    }
    expect(reached / all).toBeGreaterThan(0.95);
    expect(wrong.length, wrong.join('\n')).toBeLessThan(8);
  });

  /** Alike in words, other in what they count. */
  test.each([
    [
      '收到行政复议申请120件，受理100件，审结90件，其中调解和解30件，直接纠错8件。',
      'reconsideration.received reconsideration.accepted reconsideration.concluded reconsideration.settled reconsideration.corrected',
    ],
    [
      '行政复议直接纠错率8.9%，综合纠错率15.2%，调解和解率33.3%，复议后被诉率12%。',
      'reconsideration.direct_correction_rate reconsideration.correction_rate reconsideration.settlement_rate reconsideration.litigated_after_rate',
    ],
    [
      '一审行政诉讼案件50件，败诉4件，败诉率8%，负责人出庭40件，出庭应诉率100%。',
      'litigation.first_instance_cases litigation.losses litigation.loss_rate litigation.head_appearances litigation.head_appearance_rate',
    ],
    [
      '受理法律援助案件60件，受援65人次，接待咨询300人次，挽回损失90万元。',
      'legal_aid.accepted legal_aid.beneficiaries legal_aid.consultations legal_aid.losses_recovered',
    ],
    [
      '制定行政规范性文件10件，向市政府报送备案10件，备案审查30件，清理200件，废止15件。',
      'normative_document.issued normative_document.filed_up normative_document.filed_reviewed normative_document.cleaned normative_document.amended_repealed',
    ],
    [
      '开展普法活动30场，受众2万人次，发放资料5000份，推送信息120条。',
      'publicity.events publicity.audience publicity.materials publicity.posts',
    ],
    [
      '举办行政执法培训班6期，培训执法人员500人次，480人参加资格考试，通过率92%。',
      'staff.training_sessions enforcement.officers_trained enforcement.exam_takers enforcement.exam_pass_rate',
    ],
    [
      '人民调解委员会300个，调解员1200名，调解纠纷5000件，调解成功4900件，成功率98%。',
      'mediation.organisations mediation.mediators mediation.cases mediation.succeeded mediation.success_rate',
    ],
    [
      '作出行政许可900件、行政处罚300件，罚没款50万元，不予处罚40件，减免罚款6万元。',
      'enforcement.permits enforcement.penalty_cases enforcement.penalty_amount enforcement.lenient_cases enforcement.penalty_reduced',
    ],
    [
      '审查合同60份，出具法律意见书80份，法律顾问12名。',
      'decision.contracts_reviewed decision.legal_opinions decision.legal_advisers',
    ],
  ])('%s', (sentence, codes) => {
    expect(readFigures(sentence).map(({ indicator }) => indicator)).toEqual(codes.split(' '));
  });
});
