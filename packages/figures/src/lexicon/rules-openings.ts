import type { Rule } from './rule.js';

/** What the opening chapters of departments and townships count: checks, exams, sites of publicity, who was taught. */
export const OPENING_RULES: readonly Rule[] = [
  {
    // 开展执法检查2475人次: how often somebody went; 出动执法人员 counts those who went
    code: 'enforcement.inspections',
    measure: '人次',
    head: '执法检查|行政检查|监督检查|监督执法检查|现场检查',
    verb: '开展|实施|完成',
    units: 'person none',
    not: '出动|人员|参加|培训|督察',
  },
  {
    code: 'enforcement.inspections',
    measure: '次|家次|户次|场次|余次',
    head: '巡查|执法巡查|日常巡查|巡查检查|巡查总',
    topic: '执法',
    units: 'thing none',
    not: '网上|网络|人员|人次|法庭|调解|巡回|督察',
  },
  {
    // 对校外培训机构开展日常检查120余次: 机构 is where they looked
    code: 'enforcement.inspections',
    measure: '次|家次|户次|余次',
    head: '日常检查|日常监督检查|日常监管检查',
    verb: '开展|实施|进行|组织',
    units: 'thing none',
    not: '任务|备案|自查|督察|案卷|名单|清单|党建|纪律',
  },
  {
    code: 'publicity.culture_sites',
    head: '普法基地|普法教育基地|普法实践基地|普法宣传基地|普法示范基地|普法站点|普法广场|普法公园|普法长廊|法治思想学习宣传阵地|学习宣传阵地',
    units: 'thing none',
    not: '全国普法|国家级普法',
  },
  {
    code: 'publicity.audience',
    head: '服务人群|服务群众',
    topic: '普法|法治宣传|宣讲',
    units: 'person none',
    not: '法律援助|法律服务|窗口|调解|咨询',
  },
  {
    code: 'publicity.videos',
    measure: '部|集|期',
    head: '普法作品|法治作品|普法宣传片|法治宣传片|普法动画|普法微剧|法治微剧|普法情景剧|普法节目|法治栏目剧|普法栏目',
    units: 'thing none',
    not: '播放量|点击|荣获|获评|获奖|优秀',
  },
  {
    code: 'staff.training_sessions',
    measure: '期|次|场|个|班|场次|班次|批|批次|轮|节|堂|期次',
    head: '培训学习讲座|培训学习|学习培训|专题研讨（讲座）|专题研讨(讲座)',
    verb: '举办|开展|组织|召开|开设|承办|举行',
    units: 'thing none',
    not: '宣传讲座|普法讲座|人次|宣讲|中心组学习培训',
  },
  {
    code: 'staff.training_sessions',
    measure: '期|次|场|班|场次|班次|批次|期次',
    head: '培训班|专题培训|业务培训|法治培训|集中培训|法治专题培训',
    verb: '承办|举行|参加|接受',
    units: 'thing none',
    not: '执法人员人|宣传讲座|普法讲座|人次|宣讲',
  },
  {
    // 举办培训班，对…负责人150余人进行培训: whoever is taught at an event that is named in his clause or beside it
    code: 'staff.trained',
    head: '负责人|负责同志|分管领导|人员|职工|干部职工|干职工|员工|同志|公务员|骨干|业务人员|代表|书记',
    on: '专题培训班|业务培训班|培训班|专题培训|业务培训|集中培训|法治培训|轮训班|研讨班|参加培训',
    units: 'person none',
    not: '基层党员|农村党员|执法|法律明白人|考试|旁听|普法|调解|宣传|宣讲|受众|群众|法律援助|咨询|技能培训|职业技能|表彰|荣获|获评|提拔|驻村|律师|公证|监督员|企业|学员代表',
    early: '通用法律知识|公共法律知识|行政执法|执法人员|执法培训|执法骨干|执法规范化|执法业务|执法实务|执法能力',
  },
];
