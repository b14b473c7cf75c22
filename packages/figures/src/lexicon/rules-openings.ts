import { phrasesOf, type Rule } from './rule.js';

/** 法治理论考试, 法律知识测试: what officials are asked about, and how. */
const LAW_EXAMS = phrasesOf(
  '法治|法律|普法|学法|宪法|法治理论|法律法规|法治知识|法律知识|任前法治|任前法律',
  '考试|测试|测验|考核|考学',
);

/** 微信公众号发布信息: by what the office made it known. */
const CHANNELS = phrasesOf(
  '微信公众号|公众号|微博|微信|新媒体|头条|政务新媒体|政务微信|政务微博|平台|政务网|政府网|门户网站|官网',
  '发布信息|发布各类信息|发布政务信息|公开信息|推送信息',
);

/** 旁听行政案件庭审 */
const HEARINGS = phrasesOf(
  '旁听|观摩|现场旁听',
  '法庭|法院|行政诉讼|行政案件|行政应诉|行政诉讼案件|行政应诉案件|案件|',
  '庭审|开庭',
);
/** 旅游市场案件, 渔业违法案件: what a department prosecutes. */
const FIELD_CASES = phrasesOf(
  '旅游|旅游市场|文化市场|文旅市场|市场监管|交通运输|农业|渔业|生态环境|环境|城市管理|水事|卫生|食品药品|安全生产|烟草|林业|林草|自然资源|劳动保障|价格|计量',
  '|违法|领域',
  '案件|案',
);
/** Officials of any kind. */
const OFFICIALS =
  '干部|党员干部|机关干部|领导干部|工作人员|办案人员|执法人员|民警|辅警|干警|同志|职工|负责人|调解员|律师|集体和个人';

/** What a meeting does, with what of the rule of law, and how the matter is called. */
const DELIBERATES = '研究|听取|审议|部署|推进|解决|调度|研判';
const RULE_OF_LAW =
  '法治政府建设|法治建设|法治工作|依法行政|法治政府部门建设|法治领域|依法治县|依法治市|依法治区|行政执法|行政复议|涉法';
const MATTER = '|事项|有关事项|重要事项|工作|议题|有关问题|有关议题|相关问题|相关议题|工作有关问题|工作相关问题';

/** What the opening chapters of departments and townships count: checks, exams, sites of publicity, who was taught. */
export const OPENING_RULES: readonly Rule[] = [
  {
    code: 'governance.hotline_cases',
    measure: '件|次|个|人次',
    head: '咨询|各类咨询|解答咨询|诉求咨询',
    topic: '营商环境热线|政务服务热线|政务热线|便民热线|12345',
    verb: '解答|受理|答复|接听',
    units: 'thing person none',
    not: '12348|法律援助|法律咨询|率',
  },
  {
    // 科级干部法治讲座2次: who is lectured tells training from publicity
    code: 'staff.training_sessions',
    measure: '期|场|次|讲|场次',
    head: '法治讲座|法律讲座|法治专题讲座|法治培训讲座',
    verb: '科级干部|处级干部|机关干部|执法人员|公职人员|新任干部|中层干部',
    units: 'thing none',
    not: '群众|村民|师生|企业|常务会|会前',
  },
  {
    code: 'staff.training_sessions',
    measure: '期|次|场|讲|场次',
    head: '大讲堂开班授课|大讲堂开班|大讲堂授课|讲堂授课|讲堂开讲|大讲堂开讲',
    units: 'thing none',
  },
  {
    // 1300余名公职人员参加学法用法线上考试
    code: 'publicity.officials_tested',
    head: '公职人员|国家公职人员|事业单位人员|机关事业单位人员|干部职工|机关人员|村干部|镇村干部|班子成员',
    verb: `${LAW_EXAMS}|学法用法线上考试|学法用法考试|学法线上考试|学法考试|学法用法在线考试`,
    units: 'person none',
    not: '执法|综合法律知识|公共法律知识|廉政|率',
  },
  {
    // unless the paragraph is on disclosure, which the next rule knows
    code: 'publicity.posts',
    measure: '条|篇|件|期',
    head: CHANNELS,
    units: 'thing none',
    not: '信用|政务公开|许可|执法信息',
  },
  {
    code: 'disclosure.proactive_items',
    measure: '条|篇|件',
    head: CHANNELS,
    verb: '发布|公开|推送',
    topic: '主动公开|政府信息公开|依申请公开',
    units: 'thing none',
    not: '普法|法治信息|法治宣传|阅读',
  },
  {
    code: 'disclosure.proactive_items',
    measure: '条|篇|件',
    head: '类信息|其他类信息|许可类信息|处罚类信息|其他信息|预决算|部门预决算|预决算公开',
    verb: '发布|公开|主动公开|更新',
    topic: '主动公开|信息公开|向社会公开|公开政府信息',
    units: 'thing none',
    not: '申请|普法|法治|信用',
  },
  {
    code: 'disclosure.proactive_items',
    measure: '条|篇|件',
    head: '各类信息|政务信息|信息',
    verb: '动态更新|更新发布|更新',
    topic: '门户网站|政府网站|政务微博|官网',
    units: 'thing none',
    not: '申请|普法|法治|信用|数据',
  },
  {
    code: 'governance.meetings',
    measure: '次',
    head: '法治领域重大事项|法治重大事项|法治建设重大事项|法治重要事项|法治建设重要事项|法治领域重要事项',
    verb: '研究|专题研究|审议|部署|听取|研究部署',
    units: 'thing none',
    not: '学习|课题|中心组',
  },
  {
    code: 'governance.debriefings',
    measure: '人|名|位|人次',
    head: '党政领导|党政领导干部|党政正职|领导|处级领导干部|科级领导干部',
    verb: '述法|述职述法|书面述法|现场述法|专题述法',
    units: 'person none',
    not: '次会|试点|点评|测评',
  },
  {
    // 深入53个单位了解情况，进行全面考核评价
    code: 'governance.assessed_departments',
    measure: '个|家',
    head: '单位|部门|市直单位|区直单位|县直单位|区级部门|县级部门|市级部门',
    verb: '考核评价|考核评议|考评|综合考评|进行考核',
    topic: '依法治区|依法治县|依法治市|法治建设考|法治政府建设考|法治考评',
    units: 'thing none',
    not: '问题单位|通报|约谈|签订',
  },
  {
    code: 'normative_document.legality_reviewed',
    measure: '次',
    head: '行政规范性文件合法性审核|规范性文件合法性审核|行政规范性文件合法性审查|规范性文件合法性审查',
    units: 'thing none',
    not: '合同|协议|决策|培训|后评估|文件备案',
  },
  {
    code: 'normative_document.filed_up',
    measure: '次|件',
    head: '文件备案',
    topic: '规范性文件合法性审核|规范性文件合法性审查|规范性文件制定',
    units: 'thing none',
    not: '审查|收到|下级|评估',
  },
  {
    code: 'publicity.events',
    measure: '场|场次|次',
    head: '法治思想宣传|法治思想宣讲宣传|宣传宣讲|学习宣传教育|法治宣教|普法宣教|法治宣传宣讲',
    units: 'thing none',
    not: '培训班|中心组|人次|资料|报道|媒体报道|全会精神|二十大精神',
  },
  {
    // 听取法治政府建设情况汇报，研究相关工作20余次
    code: 'governance.meetings',
    measure: '次|场次',
    head: '研究相关工作|研究有关工作|研究相关事项|部署相关工作|听取相关汇报|研究相关问题',
    on: '法治政府|法治建设|依法行政|依法治',
    units: 'thing none',
    not: '学习|课题',
  },
  {
    code: 'data.online_services',
    measure: '项|个',
    head: '全流程网办|全流程网上办|高频民生事项|高频事项|民生事项|政务事项|审批事项|事项',
    verb: '全流程网办|全程网办|全流程网上办|网上全流程办|不见面办理',
    units: 'thing none',
    not: '率|占比|跨省通办|取消|下放',
  },
  {
    // 党校开展法治思想学习20期
    code: 'staff.training_sessions',
    measure: '期|班次|期次',
    head: '学习|专题学习|法治思想学习|主体班',
    topic: '党校',
    units: 'thing none',
    not: '人次|网上学习|学习资料|学习材料',
  },
  {
    code: 'enforcement.permits',
    measure: '件|宗|件次',
    head: '办结量|全流程办结',
    topic: '行政许可|许可申请',
    units: 'thing none',
    not: '案卷|复议|诉讼|信访|诉求|处罚|率',
  },
  { code: 'publicity.officials_tested', head: HEARINGS, units: 'person none', not: '执法|率|群众|学生' },
  {
    code: 'enforcement.penalty_cases',
    measure: '件|起|宗',
    head: FIELD_CASES,
    verb: '查办|查处|办结|立案查处|办理|结案',
    units: 'thing none',
    not: '线索|评查|复议|纠纷|调解|诉讼|信访|移送|法院|公益',
  },
  {
    // 参加培训6批次，其中省级10人次: who went where
    code: 'enforcement.officers_trained',
    measure: '人次|人|名',
    head: '国家级|自治区级|省级|市级|县级|部级',
    topic: '执法人员参加|执法人员培训|执法培训',
    verb: '培训|轮训',
    units: 'person none',
    not: '考试|荣获|获评|表彰',
  },
  {
    // 对28项轻微违法行为实行“首违不罚”
    code: 'enforcement.first_offence_items',
    measure: '项|类|种|条',
    head: '轻微违法行为|违法行为|轻微违法事项',
    verb: '首违不罚|首违免罚|首次不罚',
    units: 'thing none',
  },
  {
    code: 'staff.honoured_individuals',
    measure: '名|人|位',
    head: OFFICIALS,
    verb: '通报表扬|通报表彰|获表彰|受到表彰|受表彰|记三等功|荣立|嘉奖|记功',
    units: 'person none',
    not: '抽调|选派|选聘|组织|组成|集体荣获',
  },
  {
    code: 'enforcement.case_files_reviewed',
    measure: '件|起|宗|份|卷',
    head: '涉企案件|执法案件|处罚案件|行政处罚案件|案件',
    verb: '评查|进行评查|进行了评查|案卷评查',
    topic: '案卷评查',
    units: 'thing none',
    not: '复议|优秀|合格|公证|法律援助|律师|应诉|问题',
  },
  {
    code: 'enforcement.permits',
    measure: '件|宗|件次|笔',
    head: '行政审批|各类行政审批|行政审批件|审批件|审批业务|行政审批业务',
    verb: '办理|办结|完成|受理',
    units: 'thing none',
    not: '服务事项|中介|清单|取消|下放|率|公共服务|申请|复议|案卷',
  },
  {
    code: 'disclosure.proactive_items',
    measure: '条|篇|件',
    head: '推文|共推文|发布推文|推送',
    topic: '公开各类政务信息|公开政府信息|主动公开|政府信息公开|公开政务信息',
    units: 'thing none',
    not: '普法|法治信息|阅读|普法信息',
  },
  {
    // 常务会议研究法治政府建设有关问题2次: a meeting by what it was on
    code: 'governance.meetings',
    measure: '次|场|场次',
    head: phrasesOf(DELIBERATES, RULE_OF_LAW, MATTER),
    units: 'thing none',
    not: '课题|基地|中心|文章',
  },
  {
    code: 'publicity.officials_tested',
    head: LAW_EXAMS,
    units: 'person none',
    not: '执法|资格|法律职业|率|学生|村民|群众|综合法律知识|公共法律知识|廉政',
  },
  {
    // 主动公开规章2件、规范性文件2件，其他文件113件，预决算信息52条: the list shares its act
    code: 'disclosure.proactive_items',
    measure: '条|件|篇|份',
    head: '其他文件|文件|工作报告及解读|报告及解读|政策解读|解读|答复信息|预决算信息|财政信息|机构信息|信息|政府规章|规章|规范性文件|行政规范性文件|提案答复信息|建议提案答复|决算信息',
    verb: '主动公开|政务网发布信息|门户网站发布信息|政府网站发布信息',
    units: 'thing none',
    not: '发布政策|解读材料|图解|回应|申请|清理|废止|审查|审核|备案|普法|法治信息|收到|出台|审定|报送|信用|诉讼|复议|修订',
  },
  {
    // 全面推行行政检查执法备案，备案检查7788次
    code: 'enforcement.inspections',
    measure: '次|户次|家次',
    head: '行政检查执法备案|检查执法备案|行政检查备案|备案检查',
    units: 'thing none',
  },
  {
    code: 'business_environment.legal_checkups',
    measure: '次|场次|家次',
    head: '法治体检|法律体检|合规体检',
    units: 'thing none',
    not: '报告|风险|组建|团队|服务团',
  },
  {
    // 各级农业执法机构调处纠纷640件: who enforces mediates as an organ of government
    code: 'mediation.administrative_cases',
    measure: '件|起|宗|例',
    head: '纠纷|矛盾纠纷|争议|投诉纠纷',
    verb: '调处|调解|化解',
    topic: '执法机构|行政执法机构|执法部门|执法队伍|监管部门|行政主管部门|公安派出所|公安机关',
    units: 'thing none',
    not: '人民调解|调委会|司法所|律师|法院|诉前|排查|信访|行政复议|调解组织|调解员|网格',
    unless: '人民调解|调解委员会|司法所|枫桥',
  },
  {
    code: 'business_environment.measures',
    measure: '项|条|个',
    head: '改革事项|营商环境改革事项|改革清单|营商环境改革任务',
    topic: '营商环境',
    verb: '推出|出台|实施|制定|落地|推进|明确',
    units: 'thing none',
    not: '整改',
  },
  {
    code: 'law.regulations_adopted',
    measure: '部|件|项',
    head: '新区法规已出台|特区法规已出台|法规已出台|法规出台',
    units: 'thing none',
    not: '清理|审查|草案|征求',
  },
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
  // 督察反馈问题整改，完成整改事项1972项，整改完成率100%
  {
    code: 'supervision.problems_rectified',
    head: '整改事项',
    topic: '督察|巡视|巡察|反馈',
    verb: '完成',
    measure: '项|个|件|条',
  },
  { code: 'supervision.rectification_rate', head: '整改完成率', topic: '督察|巡视|巡察|反馈', measure: '%' },
  {
    code: 'enforcement.joint_inspections',
    head: '联合双随机任务|联合双随机抽查任务|联合抽查任务',
    measure: '项|个|次|批',
  },
  { code: 'normative_document.filed_up', head: '规章|政府规章', verb: '报备|报送备案', measure: '件|部' },
];
