import { CATALOGUE } from '@fadu/indicator';

/** A chapter of the usual report: of figures with the words around them, or of words alone. */
export interface Chapter {
  readonly key: string;
  readonly title: string;
  /** Indicators in the order of the text; `law.*` stands for the rest of a domain. Empty: words alone. */
  readonly codes: readonly string[];
}

/**
 * The usual chapters of the report of a justice department, in their usual order. A chapter without a figure and without
 * words is left out, but for those a report must have.
 */
export const CHAPTERS: readonly Chapter[] = [
  {
    key: 'lead',
    title: '加强统筹协调，压实法治建设责任',
    codes: [
      'governance.meetings',
      'governance.debriefings',
      'governance.assessed_departments',
      'governance.inspected_places',
      'governance.task_completion_rate',
      'governance.demo_areas_national_nominated',
      'governance.demo_projects_national_nominated',
      'governance.demo_areas_national',
      'governance.demo_projects_national',
      'governance.demo_areas_provincial',
      'governance.demo_projects_provincial',
    ],
  },
  {
    key: 'rules',
    title: '健全依法行政制度体系',
    codes: ['law.*', 'rulemaking.*', 'normative_document.*'],
  },
  { key: 'decisions', title: '推进科学民主依法决策', codes: ['decision.*'] },
  {
    key: 'enforcement',
    title: '规范行政执法，加强执法监督',
    codes: [
      'enforcement.*',
      'supervision.contact_points',
      'supervision.supervisors',
      'supervision.experts',
      'supervision.clues',
      'supervision.problems_rectified',
      'supervision.rectification_rate',
      'supervision.systems_improved',
      'supervision.letters',
    ],
  },
  { key: 'business', title: '优化法治化营商环境', codes: ['business_environment.*'] },
  {
    key: 'disputes',
    title: '依法化解行政争议和矛盾纠纷',
    codes: [
      'reconsideration.received',
      'reconsideration.accepted',
      'reconsideration.handled',
      'reconsideration.concluded',
      'reconsideration.settled',
      'reconsideration.settlement_rate',
      'reconsideration.*',
      'litigation.*',
      'mediation.*',
    ],
  },
  {
    key: 'services',
    title: '完善公共法律服务，深入开展法治宣传',
    codes: [
      'legal_service.*',
      'legal_aid.*',
      'notary.*',
      'arbitration.*',
      'forensic.*',
      'lawyer.*',
      'publicity.*',
      'governance.demo_villages_national',
      'governance.demo_villages_provincial',
      'governance.demo_households',
      'governance.legal_savvy',
      'governance.legal_savvy_per_village',
    ],
  },
  {
    key: 'grassroots',
    title: '夯实基层法治和应急处置基础',
    codes: ['corrections.*', 'governance.*'],
  },
  { key: 'restraint', title: '强化权力制约和政务公开', codes: ['supervision.*', 'disclosure.*'] },
  { key: 'digital', title: '建设数字法治政府', codes: ['data.*'] },
  { key: 'team', title: '加强法治工作队伍建设', codes: ['staff.*'] },
  { key: 'duty', title: '主要负责人履行推进法治建设第一责任人职责情况', codes: [] },
  { key: 'problems', title: '存在的问题和不足', codes: [] },
  { key: 'next', title: '下一年度工作安排', codes: [] },
];

/** Chapters that every report has in words: what article 25 asks for beside measures and results. */
export const REQUIRED_CHAPTERS: readonly string[] = ['duty', 'problems', 'next'];

/** Verb and noun of a figure where the name of the indicator does not read as a clause when its last word is left out. */
const PHRASES: Readonly<Record<string, readonly [verb: string, noun: string]>> = {
  'governance.meetings': ['召开', '法治建设工作调度会议'],
  'governance.debriefings': ['开展述法的', '党政主要负责人'],
  'governance.assessed_departments': ['纳入依法治理考评的', '部门'],
  'governance.inspected_places': ['开展法治督察的', '地区'],
  'governance.legal_savvy': ['培育', '乡村法律明白人'],
  'governance.legal_savvy_per_village': ['每村培育', '法律明白人'],
  'governance.demo_areas_provincial': ['命名', '省级法治政府建设示范地区'],
  'governance.demo_projects_provincial': ['命名', '省级法治政府建设示范项目'],
  'governance.demo_villages_provincial': ['创建', '省级民主法治示范村'],
  'governance.five_star_judicial_stations': ['建设', '五星级司法所'],
  'governance.four_star_judicial_stations': ['建设', '四星级司法所'],
  'governance.three_star_judicial_stations': ['建设', '三星级司法所'],
  'governance.emergency_drills': ['开展', '应急演练'],
  'governance.hotline_cases': ['政务热线办理', '诉求'],
  'law.regulations_reviewed': ['合法性审核', '地方性法规草案'],
  'law.experts': ['', '立法专家库专家'],
  'decision.legal_reviews': ['合法性审核', '各类文件'],
  'decision.contracts_reviewed': ['审查', '政府合同协议'],
  'decision.legal_opinions': ['提供', '法律意见'],
  'decision.legal_advisers': ['配备', '法律顾问'],
  'decision.legal_experts': ['配备', '法律专家库成员'],
  'normative_document.cleaned': ['清理', '行政规范性文件'],
  'normative_document.retained': ['保留', '行政规范性文件'],
  'enforcement.officers_trained': ['培训', '行政执法人员'],
  'enforcement.exam_takers': ['参加行政执法资格考试', '人员'],
  'enforcement.case_files_reviewed': ['评查', '行政执法案卷'],
  'enforcement.township_bodies': ['建立综合执法机构的', '乡镇'],
  'enforcement.model_units': ['获评', '行政执法示范单位'],
  'enforcement.first_offence_items': ['公布', '首违不罚事项'],
  'enforcement.penalty_cases': ['办理', '行政处罚案件'],
  'enforcement.permits': ['作出', '行政许可'],
  'enforcement.inspections': ['开展', '行政检查'],
  'supervision.contact_points': ['建立', '行政执法监督联系点'],
  // Not 制度机制: before 约 its last character would read as 制约.
  'supervision.systems_improved': ['完善', '制度机制事项'],
  'supervision.clues': ['核查执法', '问题线索'],
  'data.platforms': ['建成', '信息化平台'],
  'supervision.letters': ['制发', '行政执法监督文书'],
  'reconsideration.settled': ['调解和解结案', '行政复议案件'],
  'reconsideration.hearings': ['举行', '行政复议听证'],
  'reconsideration.opinion_letters': ['制发', '行政复议意见书'],
  'litigation.cases': ['办理', '行政应诉案件'],
  'litigation.first_instance_cases': ['', '一审行政诉讼案件'],
  'litigation.post_reconsideration_cases': ['', '经复议行政应诉案件'],
  'litigation.losses': ['', '行政诉讼败诉案件'],
  'litigation.head_appearances': ['行政机关负责人出庭', '案件'],
  'litigation.pre_litigation_disputes': ['诉前受理', '行政争议'],
  'litigation.pre_litigation_resolved': ['诉前化解', '行政争议'],
  'mediation.cases': ['调解', '各类纠纷'],
  'mediation.succeeded': ['调解成功', '纠纷'],
  'mediation.difficult_cases': ['调解', '重大疑难纠纷'],
  'mediation.amount': ['', '调解涉案金额'],
  'mediation.personal_studios': ['建成', '个人调解室'],
  'mediation.mediators': ['', '人民调解员'],
  'legal_service.hotline_calls': ['接听', '12348热线咨询'],
  'legal_service.outlets': ['布设', '公共法律服务网点'],
  'legal_service.townships_covered': ['公共法律服务覆盖', '乡镇（街道）'],
  'legal_service.villages_covered': ['公共法律服务覆盖', '行政村和社区'],
  'legal_aid.accepted': ['受理', '法律援助案件'],
  'legal_aid.handled': ['办理', '法律援助案件'],
  'legal_aid.stations': ['建立', '法律援助工作站'],
  'notary.cases': ['办理', '公证案件'],
  'arbitration.amount': ['', '仲裁标的额'],
  'lawyer.count': ['', '律师'],
  'publicity.events': ['开展', '普法活动'],
  'publicity.audience': ['', '普法受众'],
  'publicity.videos': ['推出', '普法短视频'],
  'publicity.posts': ['发布', '法治宣传信息'],
  'publicity.followers': ['', '新媒体关注'],
  'business_environment.enterprises_served': ['服务', '企业'],
  'business_environment.losses_recovered': ['为企业挽回', '经济损失'],
  'corrections.safe_years': ['实现', '监所安全稳定'],
  'staff.training_sessions': ['举办', '培训班'],
  'staff.trained': ['培训', '干部'],
  'staff.honoured_collectives': ['', '受表彰集体'],
  'staff.honoured_individuals': ['', '受表彰个人'],
};

/** The verb and the noun by which a figure is written: 受理 + 法律援助案件. */
export function phraseOf(code: string): { readonly verb: string; readonly noun: string } {
  const own = PHRASES[code];
  if (own) return { verb: own[0], noun: own[1] };
  const name = CATALOGUE.find((entry) => entry.code === code)?.name ?? code;
  return { verb: '', noun: name.replace(/(?:人数|次数|(?<![案文])件数|(?<!示范)户数|数)$/, '') };
}

/** Where the text says how many of the accepted were settled, the same cases are below and above the line. */
export const ON_ACCEPTED_CASES: readonly string[] = ['reconsideration.settled'];

/** The indicators of a chapter in the order of its text. Each is in one chapter: named first, else by its domain. */
export function codesOf(chapter: Chapter): string[] {
  const named = new Set(CHAPTERS.flatMap(({ codes }) => codes.filter((code) => !code.endsWith('.*'))));
  return chapter.codes.flatMap((code) =>
    code.endsWith('.*')
      ? CATALOGUE.flatMap((entry) => (entry.domain === code.slice(0, -2) && !named.has(entry.code) ? [entry.code] : []))
      : [code],
  );
}

/** A justice department reports on the legal work of its government: reconsideration and suits are conducted in its name. */
export const speaksForGovernment = (name: string): boolean => /司法[厅局]$/.test(name);
