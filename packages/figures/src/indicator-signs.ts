/** What the chooser of codes (indicators.ts) looks at around a number. */

/** What makes a noun of the verb before it. */
export const NOMINAL = /^(班|意见|书|率|人员|员|会|中心|室|机构|站|点|工作站|化解|调处|组织|案卷|卷|清单|成功)/;

/** 卷册 is 卷 and 册. */
export const fitsMeasure = (measure: ReadonlySet<string> | null, unit: string | null): boolean =>
  measure === null ||
  unit === null ||
  measure.has(unit) ||
  (unit.length === 2 && measure.has(unit.charAt(0)) && measure.has(unit.charAt(1)));

export const SUMMED = /[、和及与].*(总数量?|总量|合计|总计|共计|一共|共)(达到|达|为|有|约|近|超)?$/;
export const LIST_SIGN = /^(案件|案|事项|机构|人员|活动)?[、和及与]/;

export const MONEY_BEFORE =
  /(讨薪|讨回薪资|金额|资金|标的额?|损失|罚款|经费|投资)(共计|合计|总计|达到|达|为|约|近|超|逾)*$/;
/** Acts that no rule asks for: a clause with one of them shares no verb of the clause before. */
export const OTHER_VERBS = /公示|公布|公开|印发|发布|举办|举行|召开|走访|签署|签约|拍摄|刊发|参加|选派|拨付/;

export const THRESHOLD = 44;
/** The most that verb and topic can add. */
export const MOST = 26 + 2 * 12 + 10;
/** How far before a number its words may stand. */
export const REACH = 120;
/** A noun right before a number of persons. */
export const HOLDS =
  /^(?:[\u4e00-\u9fff]{2,8}[、和]\d[\d.,]*[个家])?[\u4e00-\u9fff、]{2,8}[部门单位机关镇乡村企业街](?:共计?|合计)?\d[\d.,]*[万余多]*[名人位](?![次员大民])/;
/** ，深入学习…: what the clause after a meeting says it was for. */
export const LEARNS = /^[，,](?:深入|认真|专题|及时|集中)*(?:传达)?学习/;
/** 党组会议17次，深入学习…，听取法治政府建设工作汇报: what it decided after it had learnt. */
export const DECIDES =
  /[，,、](?:专题|及时|定期|并)?(?:听取|研究(?![会院])|部署|审议)[^，。；]{0,12}(?:法治(?!思想)|依法行政|依法治)/;
/** How far from its clause what a meeting was on may stand. */
export const ABOUT = 40;
/** A head farther off within the clause, with other numbers in between, is not shared. */
export const SHARED = 64;
