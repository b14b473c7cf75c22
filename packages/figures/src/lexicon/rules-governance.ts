import { phrasesOf, type Rule } from './rule.js';

const DEMO_AREA =
  '法治政府建设示范地区|法治政府建设示范市|法治政府建设示范县|示范地区|法治政府建设示范市县|示范市|示范县|法治政府建设综合示范地区|示范市县|示范市（县、区）|法治政府建设示范县（市、区）|示范县（市、区）|法治政府示范地区|综合示范地区|法治政府建设示范区|法治政府建设示范市（县、区）|综合示范创建|示范创建地区';
const DEMO_PROJECT =
  '示范项目|候选单项|示范创建单项项目|单项示范创建项目|法治政府建设示范项目|单项示范项目|法治政府建设单项示范项目|单项示范|法治政府建设项目';
const NOMINATE = '推荐|申报|推荐申报|上报|推荐参评|参评|遴选推荐|初评|候选';
const NATIONAL = '全国|国家级|第一批全国|第二批全国|第三批全国|中央|国家';

/** What a meeting does, with what of the rule of law, and how the matter is called. */
const DELIBERATES = '研究|听取|审议|部署|推进|解决|调度|研判';
const RULE_OF_LAW =
  '法治政府建设|法治建设|法治工作|依法行政|法治政府部门建设|法治领域|依法治县|依法治市|依法治区|行政执法|行政复议|涉法';
const MATTER = '|有关问题|有关议题|相关问题|相关议题|工作有关问题|工作相关问题';

/** Coordination, grassroots governance, disclosure. */
export const GOVERNANCE_RULES: readonly Rule[] = [
  {
    code: 'governance.demo_areas_national',
    early: '全省法治政府|全省第|全省首批|全区法治政府|自治区法治政府|省级示范|省级法治政府|命名省级',
    head: `${DEMO_AREA}|地区`,
    verb: '全国|国家级',
    unless: '推荐|申报|候选|我省命名|我区命名',
    topic: '示范',
    units: 'thing none',
    not: `推荐|申报|候选|项目|民主法治|上报|参评|全省第|全省首批|全省法治政府|省级法治政府|全区法治政府|自治区法治政府|自治区级`,
  },
  {
    code: 'governance.demo_projects_national',
    early: '全省法治政府|全省第|全省首批|全区法治政府|自治区法治政府|省级示范|省级法治政府|命名省级',
    head: DEMO_PROJECT,
    verb: '全国|国家级',
    units: 'thing none',
    unless: '推荐|申报|候选|我省命名|我区命名',
    not: `推荐|申报|候选|上报|参评|全省第|全省首批|全省法治政府|省级法治政府|全区法治政府|自治区法治政府|自治区级`,
  },
  {
    code: 'governance.demo_areas_national',
    early: '全省法治政府|全省第|全省首批|省级示范|省级法治政府|命名省级',
    measure: '个|家|座|地|市|县|区|旗',
    head: '市|县|区|市、县|市、县（市、区）|县（市、区）|市县|地区|市州|旗县',
    verb: '入选|获评|荣获|被命名|获得|上榜|获',
    topic: '全国法治政府建设示范|第二批全国法治政府|第三批全国法治政府',
    units: 'thing none',
    not: '推荐|申报|候选|上报|参评|民主法治|示范县|州级|市级|县级|省级',
  },
  {
    code: 'governance.demo_projects_national',
    early: '全省法治政府|全省第|全省首批|全区法治政府|自治区法治政府|省级示范|省级法治政府|命名省级',
    head: '项目',
    verb: '全国|国家级|全国法治政府建设示范|第二批全国法治政府|第三批全国法治政府',
    topic: '示范项目|示范地区和项目|示范地区及项目',
    units: 'thing none',
    unless: '推荐|申报|候选',
    not: `推荐|申报|候选|上报|参评`,
  },
  {
    code: 'governance.demo_areas_national_nominated',
    head: DEMO_AREA,
    verb: NOMINATE,
    topic: NATIONAL,
    units: 'thing none',
    not: '示范地区（项目）|示范地区(项目)|地区和项目|地区、项目|项目|民主法治|命名|全省法治政府|省级法治政府|全区法治政府|自治区法治政府|自治区级',
  },
  {
    code: 'governance.demo_projects_national_nominated',
    head: DEMO_PROJECT,
    verb: NOMINATE,
    topic: NATIONAL,
    units: 'thing none',
    not: '命名|评选为|评选出',
  },
  {
    code: 'governance.demo_areas_national_nominated',
    head: '地区',
    verb: NOMINATE,
    topic:
      '全国法治政府建设示范|国家级法治政府建设示范|全国法治政府示范|全国第三批法治政府建设示范|全国第二批法治政府建设示范',
    units: 'thing none',
    not: '命名|评选|民主法治|（项目）|(项目)|地区和项目|地区、项目',
  },
  {
    code: 'governance.demo_projects_national_nominated',
    head: '项目',
    verb: NOMINATE,
    topic:
      '全国法治政府建设示范|国家级法治政府建设示范|全国法治政府示范|全国第三批法治政府建设示范|全国第二批法治政府建设示范',
    units: 'thing none',
    not: '命名|评选为|评选出',
  },
  {
    code: 'governance.demo_areas_national_nominated',
    head: '候选地区|示范候选地区|创建候选地区|综合示范创建候选地区',
    verb: NOMINATE,
    units: 'thing none',
  },
  {
    code: 'governance.demo_projects_national_nominated',
    head: '候选项目|示范候选项目|单项示范候选项目',
    verb: NOMINATE,
    units: 'thing none',
  },
  {
    // 推荐甲、乙两个区参评综合示范创建
    code: 'governance.demo_areas_national_nominated',
    head: '综合示范创建|综合示范|综合示范创建地区|综合示范地区',
    verb: NOMINATE,
    units: 'thing none',
    not: '命名|评选为|评选出|省级|全省|市级|县级|自治区',
  },
  {
    code: 'governance.demo_projects_national_nominated',
    head: '单项示范创建|单项示范',
    verb: NOMINATE,
    units: 'thing none',
    not: '命名|评选为|评选出|省级|全省|市级|县级|自治区',
  },
  {
    code: 'governance.demo_areas_provincial',
    head: DEMO_AREA,
    units: 'thing none',
    not: '推荐申报|推荐|申报|全国法治政府|国家级|民主法治|候选|执法示范|项目|州级|市级|县级|乡村治理',
  },
  {
    code: 'governance.demo_areas_provincial',
    head: '县（市、区）|县(市、区)|市|县|区|市、县（市、区）|地区|市县|县市区|市（州）',
    verb: '命名|评选|认定|授予|评定|入选|获评|被评为|上榜',
    topic:
      '全省法治政府建设示范|省级法治政府建设示范地区|省级法治政府建设示范市|省级法治政府建设示范县|全省法治政府建设示范地区|全省法治政府建设示范县|省级示范地区|省法治政府建设示范地区',
    units: 'thing none',
    not: '推荐|申报|候选|民主法治|国家级|全国法治政府|先行',
  },
  {
    code: 'governance.demo_projects_provincial',
    head: DEMO_PROJECT,
    units: 'thing none',
    not: '推荐申报|推荐|申报|参评|全国法治政府|国家级|候选|争创',
  },
  {
    code: 'governance.demo_projects_provincial',
    measure: '个|项',
    head: '项目',
    verb: '命名|评选|认定|评定|入选|获评|被评为|上榜',
    topic: '示范地区|示范县|示范市|示范区',
    units: 'thing none',
    not: '推荐|申报|全国法治政府|国家级|候选',
  },
  {
    code: 'governance.demo_villages_national',
    head: '全国民主法治示范村（社区）|全国民主法治示范村|国家级民主法治示范村|全国民主法治示范社区|民主法治示范村（社区）|民主法治示范村|全国民主法治示范村(社区)',
    verb: '全国|国家级',
    units: 'thing none',
    not: '省级|有望|拟推荐',
  },
  { code: 'governance.demo_villages_national', head: '国家级|全国', topic: '民主法治示范', units: 'thing none' },
  {
    code: 'governance.demo_villages_provincial',
    head: '省级|自治区级|全省',
    topic: '民主法治示范',
    units: 'thing none',
    not: '市级以上|县级以上|省级以上',
  },
  {
    code: 'governance.demo_villages_provincial',
    head: '省级民主法治示范村|民主法治示范村|民主法治示范村（社区）|民主法治示范村(社区)|省级民主法治示范村（社区）|全省民主法治示范村|民主法治村|民主法治示范社区|自治区级民主法治示范村',
    units: 'thing none',
    not: '全国民主|国家级民主|市级',
  },
  {
    code: 'governance.demo_households',
    head: '学法示范户|学法守法示范户|法治示范家庭|学法用法示范户|农村学法用法示范户|法治示范户|尊法学法守法用法示范户',
  },
  {
    code: 'governance.legal_savvy',
    head: '法律明白人|乡村法律明白人|村（社区）法律明白人|农村法律明白人|法律明白人骨干',
    units: 'person none',
    not: '每村|每个村|每个行政村|平均',
  },
  {
    code: 'governance.legal_savvy_per_village',
    head: '法律明白人|每村|每个村|每个行政村|平均每村|每个连队|每个连队（社区）|每个村（社区）|每个社区|每个嘎查村|村均',
    verb: '每村|每个村|每个行政村|平均每村|每村（社区）|每个连队|每个村（社区）|每个社区|每个嘎查村|村均',
    topic: '法律明白人',
    units: 'person none',
    not: '全省|全市|全区|全县|全州|总数',
  },
  {
    code: 'governance.judicial_stations',
    head: '司法所',
    units: 'thing none',
    not: '星级|示范|规范化|枫桥|达标|评选|优秀|先进|派驻|模范|走访|调研|法律援助工作站',
  },
  {
    code: 'governance.judicial_stations',
    head: '司法所全部|司法所均|司法所全面|司法所已全部|司法所实现',
    units: 'thing none',
    not: '星级|派驻',
  },
  {
    code: 'governance.star_judicial_stations',
    head: '星级司法所|规范化司法所|规范化建设司法所|三星级以上司法所|星级规范化司法所',
    units: 'thing none',
    not: '五星级|四星级|三星级',
  },
  {
    code: 'governance.five_star_judicial_stations',
    head: '五星级司法所|五星司法所|5星级司法所|五星级',
    topic: '司法所',
    units: 'thing none',
  },
  {
    code: 'governance.four_star_judicial_stations',
    head: '四星级司法所|四星司法所|4星级司法所|四星级',
    topic: '司法所',
    units: 'thing none',
  },
  {
    code: 'governance.three_star_judicial_stations',
    head: '三星级司法所|三星司法所|3星级司法所|三星级',
    topic: '司法所',
    units: 'thing none',
  },
  {
    code: 'governance.star_station_rate',
    head: '星级司法所|四星级以上司法所|五星级司法所|星级司法所占比|三星级以上司法所|规范化司法所',
    units: 'rate',
  },
  {
    // 近七成司法所达到星级标准, 80%的司法所达到四星级以上
    code: 'governance.star_station_rate',
    head: '司法所',
    on: '星级|四星|五星|三星',
    units: 'rate',
    not: '率|人员|案件|纠纷',
  },
  {
    code: 'governance.inspected_places',
    measure: '个|家|处|地|省|市|县|区|部门|单位|市州|旗|盟',
    head: '巡察|省（区、市）|省(区、市)|（区、市）|(区、市)|省|省份|市、县|市、县（区）|市、县（市、区）|法治督察|实地督察|督察|法治建设督察|法治政府建设督察|市县|盟市|市州|州市|县（市、区）|县(市、区)|地区|县区|市（县、区）|部门|市（州）|县市区|单位|县|区|市|政府部门|直属部门|区直部门|市直部门|地市|旗县|街镇|镇街|街乡|街乡镇|团场|乡镇|街道|委办局|厅局|区县',
    verb: '巡察|督察|实地督察|开展督察|法治督察|督导|专项督察|督查|年中督查|督导检查',
    topic: '督察|法治建设专项巡察|推进法治建设|法治政府建设|法治建设督查|法治督查',
    units: 'thing none',
    not: '问题|组建|成立|组成|派出|抽调|环保|环境|督察员|反馈|考评',
  },
  {
    code: 'governance.task_completion_rate',
    head: '任务完成率|法治政府建设任务完成率|完成率|中期评估完成率|总体完成率',
    topic: '法治政府建设|法治建设|规划|纲要|任务完成率|重点任务|任务',
    early: '咨询|法律援助|人次',
    not: '整改|投资|培训',
  },
  {
    code: 'governance.task_completion_rate',
    head: '法治政府建设任务|法治建设任务|法治政府建设重点任务|规划纲要任务',
    verb: '完成|已完成|总体完成',
    units: 'rate',
    not: '整改|增长|同比',
  },
  {
    code: 'governance.assessed_departments',
    measure: '个|家',
    head: '考核对象|考评对象|考评范围|考评部门|部门|考评单位|被考评单位|考核单位|单位|党政机关|国家机关|省直单位|市直单位|县直单位|直属机关',
    verb: '考评|绩效考评|考评范围|考核范围|纳入考评|纳入考核|考核|分类考核|进行考核',
    topic: '依法治|法治建设分类|法治建设|法治建设考评|考评|法治政府建设|法治建设考核',
    units: 'thing none',
    not: '问题单位|通报|约谈',
  },
  {
    code: 'governance.debriefings',
    measure: '人|名|位|个|家|人次|场|次',
    head: '述法|现场述法|专题述法|书面述法|会议述法|述法人员',
    units: 'person thing none',
    not: '次会|试点|点评试点',
  },
  {
    code: 'governance.debriefings',
    // who was heard; 负责同志20余次 counts what they did
    measure: '人|名|位|个|家|人次',
    head: '主要负责人|党政主要负责人|党政负责人|一把手|一把手”|党政“一把手”|领导干部|区管领导干部|县管领导干部|市管领导干部|班子成员|领导班子成员|第一责任人|单位主要负责人|部门主要负责人|负责同志|主要负责同志|党政机关|部门|乡镇|单位|乡镇（街道）|镇（街道）|镇街|街道|党委书记|党（工）委书记|党工委书记|分局|二级单位|直属单位|县（市、区）局|区县局',
    verb: '述法|现场述法|专题述法|书面述法|公开述法|述职述法|口头述法',
    units: 'person thing none',
    not: '次会|试点|述法点评|靠后',
  },
  {
    code: 'governance.meetings',
    measure: '次|场|轮|期|场次',
    head: '调度会议|委员会会议|推进会|专题会议|专题会|工作例会|协调小组会议|推进会议|联席会议|调度会|法治建设会议|委员会全体会议|工作推进会|办公室会议|全面依法治省委员会会议|全面依法治市委员会会议|依法治市委员会|依法治省委员会|依法治县委员会|依法治区委员会|全面依法治市委员会|全面依法治县委员会|全面依法治省委员会|全面依法治区委员会',
    verb: '召开|组织召开|先后召开|主持召开|提请召开|开|承办|举行',
    units: 'thing none',
    not: '议题|发布会|听证|复议|调解|培训会|论证|动员会议室|新闻|党组会议|党组会|党委会|支委会|党员大会',
  },
  {
    code: 'governance.meetings',
    measure: '次|场',
    // these meet on all matters; only on this one they count
    head: '专题研究部署|研究部署|会议|工作会议|协调会|党委会|党委会议|局务会|局务会议|局长办公会|党组会|党组会议|常务会|常务会议|常委会|常委会议|常委会会议|委务会|委务会议|厅务会|厅务会议|局长办公会议|工委会议|党工委会议|办公会|办公会议',
    on: '依法治|法治政府|法治建设|法治议题|法治工作|行政执法|依法行政|司法行政|政府立法|行政立法|行政复议',
    verb: '召开|组织召开|先后召开|主持召开|提请召开|承办|举行|主持|专题研究|研究部署|研究',
    not: '学习|学法|中心组|发布会|听证|复议案件|复议委员会|复议咨询|集体讨论|调解|培训会|论证|新闻|矫情|研判',
    units: 'thing none',
  },
  {
    code: 'governance.meetings',
    measure: '次|场',
    head: '调度会议|委员会会议|推进会|推进会议|专题会议|工作推进会|调度会|依法治省委员会会议|依法治市委员会会议|依法治县委员会会议|依法治区委员会会议|协调小组会议',
    topic: '依法治|法治政府|法治建设',
    units: 'thing none',
    not: '议题|发布会|听证|复议|调解|培训会|论证|新闻',
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
    // 召开常务会议，研究…等法治政府建设工作30次
    code: 'governance.meetings',
    measure: '次',
    head: '法治政府建设工作|法治建设工作|依法行政工作|法治工作|法治建设相关工作|法治政府建设相关工作',
    verb: '研究|专题研究|研究部署|部署|审议|安排部署',
    topic: '主持召开|常务会议|常务会|常委会|党组会|全体会议|专题会',
    units: 'thing none',
    not: '课题|学习|督导|检查|培训|调研|汇报会|批示',
  },
  {
    // 专题听取行政执法、行政复议工作汇报4次
    code: 'governance.meetings',
    measure: '次',
    head: '工作汇报|情况汇报|专题汇报',
    verb: '听取|专题听取',
    on: '依法治|法治政府|法治建设|法治工作|行政执法|依法行政|行政复议',
    units: 'thing none',
    not: '人大|政协',
  },
  {
    code: 'governance.emergency_plans',
    head: '应急预案|预案|专项应急预案|省级应急预案|突发事件应急预案',
    units: 'thing none',
  },
  {
    code: 'governance.emergency_drills',
    head: '应急演练|演练|应急演习|实战演练|应急救援演练|应急预案演练',
    units: 'thing none',
  },
  {
    code: 'governance.hotline_cases',
    head: '12345|8890诉求|省长公开电话|市长公开电话|市长热线|政务服务便民热线|群众来电来信|群众诉求|诉求|政务热线|便民热线|群众来电|来电来信|工单|企业群众诉求|市民诉求|热线|处理完毕',
    topic: '热线|公开电话|12345|来电来信|8890诉求|诉求受理|接诉即办',
    verb: '受理|办理|接听|办结|接收|转办|处理|解决|接转|交办|承办|派发|派转|签收|办件',
    units: 'thing person none',
    not: '12348|12315|12333|12369|举报热线|率',
    early: '12369|举报热线',
  },
  {
    code: 'governance.hotline_cases',
    measure: '件|次|通|个|件次|万件',
    head: '12345热线|12345政务服务便民热线|政务服务便民热线|省长公开电话|市长公开电话|群众来电来信|热线诉求|12345工单',
    units: 'thing none',
    not: '12348|12315|12333|率|满意',
  },
  {
    code: 'disclosure.applications',
    head: '依申请公开政府信息|依申请公开信息|依申请公开|政府信息公开申请|信息公开申请|依申请公开事项|公开申请|依申请公开件|依申请公开申请|依申请信息公开',
    units: 'thing none',
    not: '率|复议|诉讼',
  },
  {
    code: 'disclosure.reply_rate',
    head: '答复率|按时答复率|依申请公开答复率|按期答复率|依法答复率|办结率|按时办结率',
    topic: '依申请|信息公开|政务公开|公开申请',
    not: '建议|提案|复议',
    early: '12345|热线|诉求|工单|信访|来信|投诉',
  },
  {
    // 主动公开…：官方网站发布763条，微博发布639条
    code: 'disclosure.proactive_items',
    head: '网站发布|官方网站发布|门户网站发布|政府网站发布|网站公开|微博发布|公众号发布|公众平台发布|微信公众平台发布|新媒体发布|平台发布',
    topic: '主动公开|公开各类政府信息|公开政府信息|主动向社会公开|信息公开',
    measure: '条|件|篇|项|份|余条',
    units: 'thing none',
    not: '法治信息|普法信息|解读',
    early: '普法|法治宣传',
  },
  {
    code: 'disclosure.proactive_items',
    head: '信息公开|环境信息公开|政府信息公开|政务信息公开',
    measure: '条|篇|余条',
    units: 'thing none',
    not: '申请|答复|复议|诉讼|培训|法治信息',
  },
  {
    code: 'disclosure.proactive_items',
    head: '主动公开政府信息|政府信息|公开信息|网站发布信息|政务信息|主动公开|各类政府信息|信息|政务公开信息|主动公开信息|各类信息',
    verb: '公开|主动公开|发布',
    topic: '公开|政务|政府网站|门户网站|人民政府网站',
    measure: '条|件|篇|项|份|余条|万条|次',
    units: 'thing none',
    not: '申请|公众号|普法|微信|法治信息|依申请|阅读|执法信息|信用|行政复议|行政诉讼',
  },
];
