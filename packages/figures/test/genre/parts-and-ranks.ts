import type { GenreCase } from './case.js';

/** Parts after a dash, in a bracket or by a word; ranks and what they rank; changes against a mean or an earlier round. */
export const PARTS_AND_RANKS: readonly GenreCase[] = [
  [
    '人民调解组织全年开展排查、宣传、调解1.1万次、640场和5,317件。',
    '1.1万次 11000 次 exact level mediation.screenings',
    '640场 640 场 exact level publicity.events',
    '5,317件 5317 件 exact level mediation.cases',
  ],
  [
    '办理法律援助案件635件——刑事288件、民事行政347件，受援群众710人。',
    '635件 635 件 exact level legal_aid.handled',
    '288件 288 件 exact level legal_aid.handled',
    '347件 347 件 exact level legal_aid.handled',
    '710人 710 人 exact level legal_aid.beneficiaries',
  ],
  [
    '人民调解员1.5万人，专职2200人；27项问题已整改25项，其余2项按计划推进。',
    '1.5万人 15000 人 exact level mediation.mediators',
    '2200人 2200 人 exact level mediation.mediators',
    '27项 27 项 exact level -',
    '25项 25 项 exact level -',
    '2项 2 项 exact level -',
  ],
  [
    '行政复议直接纠错率由上年的8.4%降为4.96%，居全市第二，较上年前进5位。',
    '8.4% 8.4 % exact previous reconsideration.direct_correction_rate',
    '4.96% 4.96 % exact level reconsideration.direct_correction_rate',
    '第二 2 - exact rank reconsideration.direct_correction_rate',
    '5位 5 位 exact change up 上年 reconsideration.direct_correction_rate',
  ],
  [
    '一审败诉率降至3.1%，全市排名由第7位跃升至第2位。',
    '3.1% 3.1 % exact level litigation.loss_rate',
    '第7位 7 位 exact rank litigation.loss_rate',
    '第2位 2 位 exact rank litigation.loss_rate',
  ],
  [
    '案件平均审理周期47天，比全市平均水平长6天；评查案卷840卷，较上一轮多评130卷。',
    '47天 47 天 exact level -',
    '6天 6 天 exact change up 全市平均水平 -',
    '840卷 840 卷 exact level enforcement.case_files_reviewed',
    '130卷 130 卷 exact change up 上一轮 enforcement.case_files_reviewed',
  ],
  [
    '行政机关负责人出庭应诉率在2022年98%的基础上达到100%。',
    '98% 98 % exact previous litigation.head_appearance_rate',
    '100% 100 % exact level litigation.head_appearance_rate',
  ],
  [
    '与去年同期相比，投诉量减少一成一，罚没款减少近三成。',
    '一成一 11 % exact change down 去年同期 -',
    '近三成 30 % under change down 去年同期 enforcement.penalty_amount',
  ],
  [
    '审核合同协议87份（涉及金额逾30亿元），同比增加2倍。',
    '87份 87 份 exact level decision.contracts_reviewed',
    '逾30亿元 3000000000 元 over level -',
    '2倍 200 % exact change up 同比 decision.contracts_reviewed',
  ],
  [
    '清理现行规范性文件312件（保留245件、修改18件、废止49件）。',
    '312件 312 件 exact level normative_document.cleaned',
    '245件 245 件 exact level normative_document.retained',
    '18件 18 件 exact level normative_document.amended_repealed',
    '49件 49 件 exact level normative_document.amended_repealed',
  ],
  [
    '受理行政复议案件320件，其中涉企45；全市1,006个人民调解组织中，派驻法院、公安机关的63个。',
    '320件 320 件 exact level reconsideration.accepted',
    '45 45 件 exact level reconsideration.accepted',
    '1,006个 1006 个 exact level mediation.organisations',
    '63个 63 个 exact level mediation.embedded_organisations',
  ],
  [
    '复议纠错率仍高于全国平均数0.8个百分点，律师队伍5年来翻了一番。',
    '0.8个百分点 0.8 个百分点 exact change up 全国平均数 reconsideration.correction_rate',
    '一番 100 % exact change up - lawyer.count',
  ],
  [
    '全市开展检查1320次，立案41件、结案39件；12315平台办结率99.6%。',
    '1320次 1320 次 exact level -',
    '41件 41 件 exact level -',
    '39件 39 件 exact level -',
    '99.6% 99.6 % exact level -',
  ],
];
