import { ADOPT, CLEAN, FILE_REVIEW, phrasesOf, REPEAL, REVIEW, type Rule, VILLAGE_ADVISERS } from './rule.js';

const NORM = '行政规范性文件|规范性文件|政府规范性文件|部门规范性文件|红头文件';
const RULES = '政府规章|省政府规章|市政府规章|自治区政府规章|规章草案|政府规章草案|规章|规章项目';
const REGS =
  '浦东新区法规|新区法规|经济特区法规|特区法规|自治条例|地方性法规|法规草案|地方性法规草案|法规项目|地方法规|地方性法规和单行条例|单行条例';
const OTHERS = '部门规章|行政法规|国务院部门规章|党内法规';

/** One number for regulations and rules together is of neither code. */
const BOTH = '法规、规章|法规和规章|法规和政府规章|法规、政府规章|法规规章|法规及规章';
/** Documents of the party, which the catalogue does not count. */
const OF_PARTY = '党内规范性文件|党内法规|向市委报备|向省委报备|向县委报备|向区委报备';
/** 备案规章、规范性文件198件: nor is one over rules and documents. */
const RULES_AND_DOCUMENTS = `${OF_PARTY}|${phrasesOf(
  '规章|法规规章|规章草案|领域规章|地方性法规',
  '、|和|及|、行政|和行政|、政府|、部门|以及',
  '规范性文件|文件',
)}`;
/** 规范性文件、合同; 文件和协议: things that reviews count together. */
const SUMS = ['规范性文件', '文件', '重大行政决策', '决策事项']
  .flatMap((first) =>
    ['、', '和', '及', '与', '以及', '、行政', '、政府', '、重大', '、各类', '、合作', '和政府', '和重大'].flatMap(
      (joint) => ['合同', '协议', '会议纪要', '涉法事务', '其他涉法事务'].map((second) => `${first}${joint}${second}`),
    ),
  )
  .join('|');

/** Legislation, rules, normative documents, decisions. */
export const LAW_RULES: readonly Rule[] = [
  { code: 'law.regulations_reviewed', head: REGS, verb: REVIEW, not: `${OTHERS}|征求意见|提请` },
  { code: 'law.regulations_reviewed', head: '立法审查|立法审核', topic: REGS, not: `${OTHERS}|政府规章` },
  {
    code: 'law.regulations_submitted',
    head: `${REGS}|法规议案|立法议案|议案`,
    verb: '提请|提交|报送|提请审议|提出|报请|报请审议|报请市人大|报请省人大',
    not: `${OTHERS}|提案议案|社情民意|代表议案|议案提案|法律议案|全国人大常委会`,
  },
  {
    code: 'law.regulations_adopted',
    head: REGS,
    verb: `${ADOPT}|通过|批准|审议`,
    not: `${OTHERS}|提请|报请|审查|审核|清理|废止|征求意见|起草|${BOTH}`,
  },
  {
    code: 'law.contact_points',
    measure: '个|家|处',
    head: '基层立法联系点|立法联系点|行政立法联系点|政府立法联系点|立法基层联系点|立法联系单位',
    units: 'thing none',
  },
  { code: 'law.contact_points', measure: '个|家|处', head: '基层组织', topic: '立法联系点', units: 'thing none' },
  {
    code: 'law.experts',
    head: '立法专家|立法咨询专家|立法专家库|立法咨询专家库|立法顾问|行政立法专家|法律咨询委员会专家|立法专家顾问|专家学者|专家',
    topic: '立法',
    units: 'person none',
    not: '执法监督|法律专家库',
  },
  {
    code: 'rulemaking.rules_reviewed',
    head: RULES,
    verb: `${REVIEW}|法律审核`,
    not: `${OTHERS}|备案|报备|法规规章|清理审查`,
    early: '备案审查',
  },
  {
    code: 'rulemaking.rules_adopted',
    head: RULES,
    verb: `${ADOPT.replace('|修改|', '|')}|提请`,
    not: `${OTHERS}|备案|清理|废止|审查|审核|失效|起草|主动公开|解读|立法后评估|现行有效`,
    early: '发布信息|公开信息',
  },
  {
    code: 'rulemaking.rules_cleaned',
    head: RULES,
    verb: CLEAN,
    not: `${OTHERS}|${BOTH}|梳理现行有效`,
    early: '梳理现行有效',
  },
  { code: 'rulemaking.rules_amended_repealed', head: RULES, verb: REPEAL, not: `${OTHERS}|制定|出台|主动公开|${BOTH}` },
  {
    code: 'rulemaking.rules_amended_repealed',
    head: '修改|废止|失效|宣布失效|修改废止',
    topic: '政府规章|规章',
    unless: '清理规范性文件|政府规范性文件|行政规范性文件',
    not: '规范性文件|法规|清理|建议废止|建议修改',
    early: '规范性文件',
    measure: '件|部',
  },
  {
    code: 'rulemaking.rules_filed_reviewed',
    head: RULES,
    verb: FILE_REVIEW,
    not: `${OTHERS}|报送备案|向国务院|报国务院|国务院备案|法规规章|法规、规章|法规和规章`,
  },
  {
    // 对报送备案的7部政府规章逐件审查
    code: 'rulemaking.rules_filed_reviewed',
    head: '政府规章|规章',
    verb: '报送备案的|报备的|报请备案的',
    units: 'thing none',
    not: '国务院|收到',
  },
  {
    code: 'rulemaking.special_cleanups',
    measure: '项|次|个|轮|批',
    head: '专项清理|集中清理|专项清理工作|专项清理活动|清理专项',
    units: 'thing none',
    not: '清理行政规范性文件|清理规范性文件',
  },
  {
    // 开展涉及不平等对待企业的政策清理1次: the clean-up itself is counted
    code: 'rulemaking.special_cleanups',
    measure: '次|轮',
    head: '清理|清理工作|政策清理|文件清理|政策清理工作|文件清理工作',
    verb: '开展|组织|组织开展|进行|完成',
    topic: '规范性文件|规章|法规|政策|文件',
    units: 'thing none',
    not: '环境|垃圾|河道|台账|案件|积案|证照|账款|证件|证明',
  },
  {
    code: 'normative_document.issued',
    head: `${NORM}|规范性文件制定|行政规范性文件制定`,
    verb: `${ADOPT.replace('|修订|', '|')}|公布|新制发|制发`,
    not: `现行有效|备案|审查|审核|清理|梳理|废止|失效|报备|征求意见|修改|${RULES_AND_DOCUMENTS}|主动公开`,
    early: '现行有效|发布信息|公开信息',
  },
  {
    code: 'normative_document.legality_reviewed',
    measure: '件|份|部|个|项|篇|件次|份次',
    head: NORM,
    verb: REVIEW,
    not: `备案|审查和备案|清理审查|重大行政决策|重大决策|合同|协议|各类|审查建议|${RULES_AND_DOCUMENTS}`,
    early: '清理审查',
  },
  {
    // 出台规范性文件2件，开展合法性审核2件
    code: 'normative_document.legality_reviewed',
    measure: '件|份',
    head: '合法性审核|合法性审查',
    verb: '合法性审核|合法性审查',
    on: NORM,
    units: 'thing none',
    not: '意见|书面|出具|事项|涉法|合同|协议|决策|议题|乡镇|镇街|率|各类|文件|备案',
    early: '合同|协议|重大行政决策|重大决策|涉法|乡镇',
  },
  {
    code: 'normative_document.filed_up',
    head: NORM,
    verb: '报送备案|报备|报送|上报备案|报请备案|向省政府备案|向市政府备案|向省政府报备|报市政府备案|报省政府备案|向上级备案|报备案',
    not: `清理|收到|接收|审查|各地|${RULES_AND_DOCUMENTS}|党内规范性文件|党内法规|向市委|向省委|向县委|向区委`,
  },
  {
    code: 'normative_document.filed_up',
    measure: '件|份|部',
    head: '报送备案|报备|上报备案|向上级备案|报市政府备案|报省政府备案|报县政府备案|向市政府备案|报上级备案|报市司法局备案|报人大备案|报请备案',
    topic: NORM,
    not: '审查|规章|收到|接收|率|清理|各地|下级',
  },
  {
    code: 'normative_document.filing_rate',
    head: '报备率|备案率|规范性文件报备率|报送备案率|及时报备率|报备及时率|备案及时率',
    early: '党内规范性文件|向市委报备|向省委报备|党内法规',
  },
  {
    code: 'normative_document.filed_reviewed',
    measure: '件|份|部|个',
    head: `${NORM}|报备文件|备案文件|文件`,
    verb: `${FILE_REVIEW}|审查`,
    topic: '备案|报备',
    not: `审查和备案|审核和备案|审查、备案|审核备案|报送备案|报备率|收到|接收|清理|制发审查意见|纠正|纠错|制发备案审查意见|存在问题|审查意见书|草案|送审稿|受理|${RULES_AND_DOCUMENTS}|接受|党内规范性文件|党内法规`,
    early: '审查和备案|审核和备案|审查、备案',
  },
  {
    code: 'normative_document.filed_reviewed',
    measure: '件|份|部|个',
    head: '审查|已审查|予以登记|准予登记|准予备案|予以备案',
    topic: '报备规范性文件|报备行政规范性文件|规范性文件备案|行政规范性文件备案',
    not: '规章|法规|合法性|收到|不予',
  },
  { code: 'normative_document.filed_reviewed', head: '备案审查', topic: NORM, not: '规章|收到|接收' },
  {
    code: 'normative_document.corrected',
    head: '审查意见书|备案审查意见书|纠正文件|问题文件|不合法文件|审查建议书|纠错文件',
    verb: '制发|纠正|发出|下发|印发|出具|责令|发现',
    topic: '备案|规范性文件',
  },
  {
    code: 'normative_document.corrected',
    head: `纠正|予以纠正|督促纠正|责令改正|提出审查意见|提出处理意见|存在合法性问题|${NORM}|制发审查意见书|存在问题|文件|纠错|予以纠错`,
    measure: '件|份|个|部|项',
    verb: '纠正|纠错|督促整改|责令改正|提出审查意见|提出处理意见|制发审查意见书|发出审查意见书|存在合法性问题',
    topic: '备案|报备',
  },
  {
    code: 'normative_document.cleaned',
    head: NORM,
    verb: CLEAN,
    not: `备案审查|审核备案|${RULES_AND_DOCUMENTS}`,
    measure: '件|个|份|部|项|篇|余件',
  },
  {
    code: 'rulemaking.special_cleanups',
    measure: '项|次|轮|批|批次|轮次',
    head: '清理规范性文件|清理行政规范性文件|清理规章和规范性文件|文件清理|规范性文件清理|行政规范性文件清理|法规规章清理|规章清理|规章规范性文件清理|规章和规范性文件清理|清理工作',
    topic: '清理',
    units: 'thing none',
  },
  {
    code: 'normative_document.cleaned',
    head: '清理文件|清理各类文件|文件|政策措施',
    verb: '全面清理|清理|梳理',
    not: `备案|存量|公平竞争|妨碍|限制竞争|招投标|统一市场|隐性壁垒|不平等对待|${RULES_AND_DOCUMENTS}`,
    topic: '规范性文件|清理',
    measure: '件|个|份|部|项|篇',
  },
  {
    code: 'normative_document.cleaned',
    head: '清理|全面清理|集中清理',
    topic: NORM,
    not: '规章|法规|专项清理|废止|保留',
    early: '规章|法规',
    measure: '件|个|份|部',
  },
  {
    code: 'normative_document.retained',
    head: `${NORM}|保留|继续有效|继续执行|继续保留`,
    verb: '保留|继续有效|予以保留|继续保留|继续执行',
    topic: `${NORM}|文件`,
    not: `督查|检查事项|证明事项|规章|许可|${RULES_AND_DOCUMENTS}`,
  },
  {
    code: 'normative_document.amended_repealed',
    measure: '件|份|部|个|项|篇|余件',
    head: NORM,
    verb: REPEAL,
    not: `审查|审核|主动公开|${RULES_AND_DOCUMENTS}|现行有效`,
  },
  {
    code: 'normative_document.amended_repealed',
    measure: '件|份|部|个',
    head: '文件|失效文件|过期文件|文件件数',
    verb: REPEAL,
    topic: '规范性文件',
    not: `审查|审核|清理|政策文件|主动公开|人事任免|其他文件|抽查|存量|政策措施|${RULES_AND_DOCUMENTS}|现行有效`,
  },
  {
    code: 'normative_document.amended_repealed',
    head: '废止|宣布失效|修改|修订|失效|拟废止|拟修改|废止和失效|废止失效|失效废止|全文失效废止|全文失效|全文废止',
    topic: NORM,
    not: '规章|法规|督查|修改意见|制定修订',
    early: '公平竞争|增量文件|新出台政策措施|增量政策措施',
  },
  {
    code: 'decision.legal_reviews',
    head: '涉法事务征求意见事项|涉法征求意见|涉法事务征求意见|涉法事务|涉法事项|涉法文件|审查件|各类审查件|各类文件|各类事项|审查事项|文件|其他法律事务|法律事务|各类涉法事项|涉法涉诉事项|行政规范性文件、重大行政决策|各类涉法文件|政府文件|重大涉法事项|议题|常务会议议题|送审文件|政策文件|规范性文件、重大行政决策|规范性文件和重大行政决策|重大行政决策事项草案、行政规范性文件|重大行政决策、行政规范性文件|重大行政决策、规范性文件|重大决策、规范性文件|重大行政决策和行政规范性文件|重大行政决策事项、行政规范性文件|重大事项|行政决策|行政决策事项|征询函|征求意见函',
    verb: `${REVIEW}|办理|提出意见|处理|函复|回复`,
    not: '项目论证|事项论证|论证会|征求意见会|座谈会|收到审查|收到送审|涉企法律事务|存在问题|审查意见书|律师办理|律师事务所|诉讼案件|非诉讼|非诉|备案|清理|公平竞争|废止|妨碍|法规草案|信息公开|审议通过|审查建议|人大审议|提请|增量|党内规范性文件|党内法规|向市委报备',
    measure: '件|件次|份|份次|项|个|次|部|篇|宗|批|件份|余件',
  },
  {
    // one number over documents, contracts and decisions together
    code: 'decision.legal_reviews',
    head: SUMS,
    verb: `${REVIEW}|提出意见|出具意见`,
    not: '备案|清理|公平竞争|人大审议|提请|率',
    measure: '件|件次|份|份次|项|个|次|部|篇|宗|批|件份|余件',
  },
  {
    code: 'decision.legal_reviews',
    head: '合法性审查书面意见|合法性审核书面意见|合法性审查|合法性审核|合法性审查意见|合法性审查意见书|合法性审核意见|合法性审核意见书|合法性审查事项|合法性审核事项',
    not: '规范性文件|重大行政决策|合同|协议|地方性法规|率|村|执法决定|备案',
  },
  {
    code: 'decision.major_decisions_listed',
    topic: '重大行政决策|重大决策',
    measure: '项|件|个事项',
    head: '重大行政决策事项目录|重大行政决策目录|决策事项目录|公布目录|公布决策目录|重大行政决策事项|重大行政决策|重大决策事项|决策事项|目录事项|年度目录|事项',
    verb: '列入|纳入|梳理|编制|公布|确定|目录|制定|发布|公开|印发|重大行政决策事项目录',
    not: `${REVIEW.replace('审查|审核|', '')}|取消|下放|清单|听证事项|听证目录`,
  },
  {
    // 将13个事项纳入年度重大行政决策事项目录
    code: 'decision.major_decisions_listed',
    measure: '个',
    head: '事项|决策事项',
    verb: '列入|纳入',
    topic: '重大行政决策|重大决策',
    units: 'thing none',
    not: '取消|下放|听证事项|听证目录|部门|区县',
  },
  {
    code: 'decision.major_decisions_reviewed',
    head: '重大行政决策|重大决策|重大行政决策事项|重大决策事项|政府重大决策|重大行政决策合法性审查|行政决策合法性审查',
    verb: REVIEW,
    not: '规范性文件|目录|法律事务',
  },
  {
    code: 'decision.contracts_reviewed',
    measure: '件|份|个|项|宗|部|起|余份|件次|份次|笔',
    head: '合同|协议|合作协议|框架协议|框架合作协议|政府合同|行政协议|行政合同|合同协议|合同（协议）|合同、协议|招商协议|合作框架协议|战略合作协议|重大合同|政府性合同|协议合同',
    verb: `${REVIEW}|送审|会审|审签|出具意见|备案|修改|论证|提出法律审核意见|法律审核|出具法律意见|提出法律意见`,
    not: '签订|签署|签约|帮助企业|为企业|履行纠纷|合同纠纷|土地出让合同|合同备案|协议备案',
  },
  {
    // 审查以市政府名义签订的合同90份
    code: 'decision.contracts_reviewed',
    measure: '件|份|个|项|宗',
    head: '签订的合同|签订的协议|签订的各类合同|签订的各类协议|签订的合同协议|拟签订的合同|拟签订合同',
    verb: REVIEW,
    units: 'thing none',
  },
  {
    code: 'decision.legal_opinions',
    head: '法律咨询论证|法律意见|法律意见书|法律咨询意见|法律咨询意见书|咨询意见|法律意见建议|法律建议|法律咨询意见建议|书面法律意见|法律服务意见书|法律审查意见|法律意见和建议|意见书',
    verb: '出具|提供|提出|反馈|起草|形成|咨询论证|法律咨询论证',
    not: '复议|监督|备案|审查意见书|听取|征求|立法|为企业',
    unless: `${VILLAGE_ADVISERS}|法治体检|法律体检|律师服务团|法律服务团`,
  },
  {
    code: 'decision.legal_opinions',
    head: '意见|意见建议|法律服务',
    verb: '出具|提供|提出|提出意见|出具意见',
    topic: '法律顾问',
    not: '公开征求|征集|免费|弱势|困难|群众|修改意见|采纳',
    unless: `${VILLAGE_ADVISERS}|法治体检|律师服务团|法律服务团`,
  },
  {
    code: 'decision.legal_advisers',
    head: '法律顾问|专职法律顾问|政府法律顾问|外聘法律顾问|兼职法律顾问|党政机关法律顾问|法律顾问团成员|法律顾问成员|顾问',
    topic: '法律顾问',
    measure: '人|名|位|个',
    units: 'person none',
    not: '村|居|社区|意见|企业|单位|论证',
    unless: VILLAGE_ADVISERS,
  },
  {
    code: 'decision.legal_adviser_bodies',
    head: '法律顾问单位|顾问单位|法律顾问机构|律师事务所',
    verb: '聘请|选聘|聘任|遴选|担任|聘用',
    topic: '法律顾问',
    units: 'thing none',
  },
  { code: 'decision.legal_adviser_bodies', head: '法律顾问单位|顾问单位', units: 'thing none' },
  {
    code: 'decision.legal_adviser_bodies',
    measure: '家',
    head: '法律顾问',
    not: '村|居|社区|企业|担任|提供法律顾问服务|事业单位|社团|公民',
  },
  {
    code: 'decision.legal_experts',
    head: '法律专家库成员|法律专家库专家|法律咨询专家|法律专家|法律专家库|法律咨询委员会委员|法学专家|法律专家咨询委员会委员|法律人才库',
    units: 'person none',
    not: '立法|执法监督|复议|担任',
  },
  {
    code: 'decision.legal_advisers',
    head: '律师|律师担任|专家|法学专家|专家学者|法律专家',
    verb: '担任|聘任|聘请|组成',
    topic:
      '政府法律顾问|法律顾问团|党政机关法律顾问|担任法律顾问|担任常年法律顾问|常年法律顾问|法律顾问制度|单位法律顾问|顾问作用',
    units: 'person none',
    not: '村|居|社区|企业|党员',
    unless: VILLAGE_ADVISERS,
  },
];
