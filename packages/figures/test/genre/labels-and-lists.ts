import type { GenreCase } from './case.js';

/** Label and number, lists without full stops, totals broken down in another paragraph, what a part of something does. */
export const LABELS_AND_LISTS: readonly GenreCase[] = [
  [
    '时限从3至5个工作日缩至0.5至1个工作日。',
    '3至5个工作日 3~5 个工作日 exact previous business_environment.processing_time',
    '0.5至1个工作日 0.5~1 个工作日 exact level business_environment.processing_time',
  ],
  [
    '律师与人口之比约为1:420，三分之二以上在县乡一线。',
    '约为1:420 0.00238095 - about level -',
    '三分之二以上 66.67 % over share -',
  ],
  [
    '直接纠错率5.28%，比全省平均水平低1.6个百分点。',
    '5.28% 5.28 % exact level reconsideration.direct_correction_rate',
    '1.6个百分点 1.6 个百分点 exact change down 全省平均水平 reconsideration.direct_correction_rate',
  ],
  [
    '差错率为千分之零点五，按照1：3的比例配备人员，三分之一强为老年人案件。',
    '千分之零点五 0.5 ‰ exact level -',
    '1：3 0.333333 - exact level -',
    '三分之一强 33.33 % over share -',
  ],
  [
    '收到行政复议申请77件。\n负责人出庭应诉率，是检验依法行政的一把尺子。2021年已稳定在100%。\n从申请事项看，行政处罚类31件、工伤认定类28件、土地征收类18件。',
    '77件 77 件 exact level reconsideration.received',
    '100% 100 % exact level -',
    '31件 31 件 exact level reconsideration.received',
    '28件 28 件 exact level reconsideration.received',
    '18件 18 件 exact level reconsideration.received',
  ],
  [
    '受理行政复议案件140件\n审结120件\n调解和解结案30件\n调解成功率98.2%',
    '140件 140 件 exact level reconsideration.accepted',
    '120件 120 件 exact level reconsideration.concluded',
    '30件 30 件 exact level reconsideration.settled',
    '98.2% 98.2 % exact level mediation.success_rate',
  ],
  [
    '结案118件：维持71件，驳回13件，调解和解撤回30件，其他4件。',
    '118件 118 件 exact level -',
    '71件 71 件 exact level -',
    '13件 13 件 exact level -',
    '30件 30 件 exact level -',
    '4件 4 件 exact level -',
  ],
  [
    '罚没金额：516.28万元；公证：1030件；12348热线：3600余通。',
    '516.28万元 5162800 元 exact level enforcement.penalty_amount',
    '1030件 1030 件 exact level notary.cases',
    '3600余通 3600 通 over level legal_service.hotline_calls',
  ],
  [
    '简易处罚418起、一般程序处罚26起。排查矛盾纠纷1046件，化解1039件。',
    '418起 418 起 exact level enforcement.penalty_cases',
    '26起 26 起 exact level enforcement.penalty_cases',
    '1046件 1046 件 exact level mediation.screenings',
    '1039件 1039 件 exact level mediation.disputes_resolved',
  ],
  [
    '示例市等3个地区、2个项目获评全国法治政府建设示范。',
    '3个 3 个 exact level governance.demo_areas_national',
    '2个 2 个 exact level governance.demo_projects_national',
  ],
  [
    '行政强制361件、行政检查12.2万次，后者下降千分之八。',
    '361件 361 件 exact level -',
    '12.2万次 122000 次 exact level enforcement.inspections',
    '千分之八 8 ‰ exact change down - enforcement.inspections',
  ],
  [
    '案件数较“十三五”末实现翻番，师生比1比20，连续五个季度下降，各单位无一例外全部达标。',
    '翻番 100 % exact change up “十三五”末 -',
    '1比20 0.05 - exact level -',
    '五个季度 5 个季度 exact duration -',
  ],
  [
    '受理行政复议案件312件（较上年+12件），审结率达到98%。',
    '312件 312 件 exact level reconsideration.accepted',
    '12件 12 件 exact change up 上年 reconsideration.accepted',
    '98% 98 % exact level reconsideration.conclusion_rate',
  ],
  [
    '人民调解成功率连续六年超过99%，法治考核得分95.37。',
    '六年 6 年 exact duration -',
    '超过99% 99 % over level mediation.success_rate',
    '95.37 95.37 - exact level -',
  ],
  [
    '行政复议情况统计\n项目\t上年\t本年\t同比（%）\n收到申请（件）\t71\t93\t↑31.0\n受理（件）\t66\t85\t↑28.8',
    '71 71 件 exact previous reconsideration.received',
    '93 93 件 exact level reconsideration.received',
    '31.0 31 % exact change up 上年 reconsideration.received',
    '66 66 件 exact previous reconsideration.accepted',
    '85 85 件 exact level reconsideration.accepted',
    '28.8 28.8 % exact change up 上年 reconsideration.accepted',
  ],
  [
    '仲裁委受案1450件、标的额38.6亿元，同比分别增长3.2%和下降5.1%。',
    '1450件 1450 件 exact level arbitration.cases',
    '38.6亿元 3860000000 元 exact level arbitration.amount',
    '3.2% 3.2 % exact change up 同比 arbitration.cases',
    '5.1% 5.1 % exact change down 同比 arbitration.amount',
  ],
];
