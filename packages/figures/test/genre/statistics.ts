import type { GenreCase } from './case.js';

/** Statistical notices: units that a list shares, decimals in words, shares and parts told without 其中, who is counted. */
export const STATISTICS: readonly GenreCase[] = [
  [
    '样例市、县、乡三级调解组织分别排查矛盾纠纷130、870和3,460件。',
    '130 130 件 exact level mediation.screenings',
    '870 870 件 exact level mediation.screenings',
    '3,460件 3460 件 exact level mediation.screenings',
  ],
  [
    '行政诉讼败诉率百分之六点五，较上年下降三点一个百分点。',
    '百分之六点五 6.5 % exact level litigation.loss_rate',
    '三点一个百分点 3.1 个百分点 exact change down 上年 litigation.loss_rate',
  ],
  [
    '行政许可办结时间平均由法定的20个工作日压缩到3至6个工作日。',
    '20个工作日 20 个工作日 exact previous business_environment.processing_time',
    '3至6个工作日 3~6 个工作日 exact level business_environment.processing_time',
  ],
  [
    '罚没金额2000多万元，同比负增长11.5%。',
    '2000多万元 20000000 元 over level enforcement.penalty_amount',
    '11.5% 11.5 % exact change down 同比 enforcement.penalty_amount',
  ],
  ['约三分之一强的案件当庭宣判。', '约三分之一强 33.33 % over share -'],
  ['重新犯罪率低于全省千分之二的平均水平。', '千分之二 2 ‰ exact level corrections.recidivism_rate'],
  [
    '年度新收行政复议案件首次突破两万宗，超85%的行政争议在复议环节实现案结事了。',
    '突破两万宗 20000 宗 over level reconsideration.received',
    '超85% 85 % over share reconsideration.substantive_resolution_rate',
  ],
  [
    '持证执法人员1300名，同比减少36人。',
    '1300名 1300 名 exact level enforcement.officers',
    '36人 36 人 exact change down 同比 enforcement.officers',
  ],
  [
    '行政复议纠错率较2022年的21.2%下降至12.1%。',
    '21.2% 21.2 % exact previous reconsideration.correction_rate',
    '12.1% 12.1 % exact level reconsideration.correction_rate',
  ],
  [
    '新受理的行政复议161件中，被申请人为县政府部门的150件。',
    '161件 161 件 exact level reconsideration.accepted',
    '150件 150 件 exact level reconsideration.accepted',
  ],
  ['完善“以案定补”“分级负责”三项机制。', '三项 3 项 exact level -'],
  ['各所用房均达130㎡以上。', '130㎡以上 130 ㎡ over level -'],
  ['建立“诉调、警调、访调”对接组织430个。', '430个 430 个 exact level mediation.embedded_organisations'],
  ['全年召开党组会议33次。', '33次 33 次 exact level -'],
  ['召开党组会议6次，专题研究法治政府建设。', '6次 6 次 exact level governance.meetings'],
  [
    '全省共有律师事务所520家，法律援助中心113家。',
    '520家 520 家 exact level lawyer.firms',
    '113家 113 家 exact level -',
  ],
  [
    '新建法律援助工作站560个、联络点2600个。',
    '560个 560 个 exact level legal_aid.stations',
    '2600个 2600 个 exact level legal_aid.stations',
  ],
  [
    '全年开展法治宣传120场，解答群众法律咨询3500人次。',
    '120场 120 场 exact level publicity.events',
    '3500人次 3500 人次 exact level legal_aid.consultations',
  ],
  ['出台法治宣传教育规划实施细则，全省2.1万个村（社区）实现活动全覆盖。', '2.1万个 21000 个 exact level -'],
  ['聘请法律顾问全程参与决策论证、合同审核等工作60余次。', '60余次 60 次 over level -'],
  ['国家工作人员旁听庭审活动22场。', '22场 22 场 exact level -'],
  ['认真研判社区矫正工作，召开矫情分析会议180次。', '180次 180 次 exact level -'],
  [
    '结合两个“百日攻坚”活动，查处道路交通违法行为410余件次。',
    '410余件次 410 件次 over level enforcement.penalty_cases',
  ],
  [
    '全市6个国家级、28个省级民主法治示范村（社区）通过复核。',
    '6个 6 个 exact level governance.demo_villages_national',
    '28个 28 个 exact level governance.demo_villages_provincial',
  ],
  ['开展法治建设专项巡察，对样例镇等15个单位开展巡察。', '15个 15 个 exact level governance.inspected_places'],
  [
    '全年处理依申请公开4100件，涉及政府信息公开行政复议12件、行政诉讼5件。',
    '4100件 4100 件 exact level disclosure.applications',
    '12件 12 件 exact level -',
    '5件 5 件 exact level litigation.cases',
  ],
  ['运用门户网站推出政务公开专栏，累计阅读量达110万人次。', '110万人次 1100000 人次 exact level -'],
  [
    '走访群众二三十人，化解纠纷七八件。',
    '二三十人 20~30 人 exact level -',
    '七八件 7~8 件 exact level mediation.cases',
  ],
  ['慰问困难群众三五家，推进一二三产业融合，三四线城市。'],
  ['罚没款1亿零500万元。', '1亿零500万元 105000000 元 exact level enforcement.penalty_amount'],
  [
    '2023年办理法律援助案件1200件，2022年办理法律援助案件1150件。',
    '1200件 1200 件 exact level legal_aid.handled',
    '1150件 1150 件 exact previous legal_aid.handled',
  ],
  ['省厅通报表彰了全省20个公共法律服务先进集体。', '20个 20 个 exact level staff.honoured_collectives'],
  [
    '主动公开政府信息，其中：官方网站发布760条，官方微博发布630条，微信公众平台发布1300条。',
    '760条 760 条 exact level disclosure.proactive_items',
    '630条 630 条 exact level disclosure.proactive_items',
    '1300条 1300 条 exact level disclosure.proactive_items',
  ],
  [
    '收到依申请公开政府信息6件，办结6件，未发生行政复议事项。',
    '6件 6 件 exact level disclosure.applications',
    '6件 6 件 exact level -',
  ],
  ['办理2件人大代表建议和政协提案。', '2件 2 件 exact level -'],
  ['公共法律服务中心挑选了66名专业律师。', '66名 66 名 exact level -'],
  ['在全市15个司法所设立了法律援助工作站。', '15个 15 个 exact level legal_aid.stations'],
  ['全市村（居）法律顾问成功化解矛盾纠纷140余件。', '140余件 140 件 over level -'],
  ['全市办理法律援助案件需达到1200件以上。', '1200件以上 1200 件 over target legal_aid.handled'],
  ['“法律在线”节目每周两期。', '两期 2 期 exact level -'],
];
