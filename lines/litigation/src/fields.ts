import {
  bool,
  choice,
  choices,
  courtCaseNumber,
  day,
  type Fields,
  files,
  given,
  group,
  is,
  list,
  matterOf,
  not,
  organization,
  partyFields,
  pastDay,
  personName,
  persons,
  text,
} from '@fadu/procedure';
import { outcomeNames } from './outcomes.js';
import { CT, JS, XS } from './statutes.js';

const instances = {
  first: '一审',
  second: '二审',
  retrialReview: '再审审查',
  retrial: '再审',
  enforcement: '执行',
} as const;

/** The head of the organ, and those whom courts meet in a head's place (负责人出庭应诉规定第二条). */
const ranks = {
  chief: '正职负责人',
  deputy: '副职负责人',
  deputyLevel: '参与分管的副职级别负责人',
  inCharge: '其他参与分管的负责人',
  section: '内设机构负责人',
  lowerOrgan: '下级机关负责人',
  entrusted: '受委托组织负责人',
} as const;

const excuses = {
  forceMajeure: '不可抗力',
  accident: '意外事件',
  duty: '需要履行他人不能代替的公务',
  other: '其他正当事由',
} as const;

const staffFields = { name: personName('姓名'), post: text('职务', 50) } as const;

const outcomeFields = {
  defendant: text('被告', 100, { hint: '按裁判主文逐一填写，名称与被告一致' }),
  code: choice('裁判结果', outcomeNames),
  redo: bool('责令重新作出行政行为', { when: is('code', ['REVOKE', 'REVOKE_PART']) }),
  article: text('裁判适用条款', 100, { optional: true, judged: true, hint: '例如行政诉讼法第七十条第三项' }),
} as const;

export const fields = {
  courtCaseNo: courtCaseNumber('法院案号', { search: true }),
  court: text('法院', 60, { search: true }),
  instance: choice('审级', instances),
  kind: choice('案件类型', {
    administrative: '行政',
    compensation: '行政赔偿',
    publicInterest: '行政公益诉讼',
    agreement: '行政协议',
    execution: '非诉执行',
  }),
  procedure: choice('程序', { ordinary: '普通程序', simplified: '简易程序' }, { optional: true, basis: XS(82) }),
  plaintiffs: list('原告', '原告', partyFields, { min: 1 }),
  thirdParties: list('第三人', '第三人', partyFields, { optional: true }),
  representatives: list('诉讼代表人', '诉讼代表人', { name: personName('姓名') }, { optional: true, basis: JS(29) }),
  defendants: list(
    '被告',
    '被告',
    {
      role: choice('地位', { author: '作出行政行为的机关', reconsideration: '复议机关', joint: '共同被告' }),
      name: text('名称', 100),
      organ: organization('平台内单位', { optional: true }),
    },
    { min: 1, basis: XS(26) },
  ),
  act: group('被诉行政行为', {
    name: text('名称', 200),
    docNumber: text('文号', 60, { optional: true }),
    madeOn: pastDay('作出日', { optional: true }),
    realEstate: bool('因不动产提起诉讼', { basis: XS(46, 2) }),
    mandatoryFirst: bool('应当先申请行政复议', { basis: JS(56) }),
  }),
  claims: text('诉讼请求', 2000, { multiline: true, optional: true }),
  reconsideration: matterOf('行政复议案件', 'reconsideration', { optional: true }),
  reconsidered: choice(
    '复议结果',
    {
      none: '未经复议',
      upheld: '维持，或者驳回复议请求',
      changed: '改变处理结果',
      mixed: '部分维持、部分改变',
      illegalByProcedure: '仅以违反程序为由确认违法',
      rejected: '不予受理，或者驳回复议申请',
      silent: '逾期没有决定',
    },
    { optional: true, basis: JS(22) },
  ),
  filedOn: pastDay('立案日'),
  copyReceivedOn: pastDay('收到起诉状副本日', { hint: '送达回证上的日期', basis: XS(67, 1) }),
  courtPapers: files('起诉状副本和应诉通知书', { optional: true }),

  knewOn: pastDay('原告知道或者应当知道行政行为之日', { optional: true }),
  contentKnownOn: pastDay('原告知道行政行为内容之日', { optional: true }),
  reconsiderationServedOn: pastDay('原告收到复议决定书日', { optional: true }),
  dutyRequestedOn: pastDay('接到履行职责申请日', { optional: true }),

  agency: organization('行政行为承办单位', { hint: '作出行政行为、负责答辩举证的单位' }),
  legalStaff: persons('法制工作人员', 'legalStaff', { min: 1, max: 2 }),
  agents: list(
    '诉讼代理人',
    '代理人',
    {
      name: personName('姓名'),
      kind: choice('身份', { staff: '本机关工作人员', lawyer: '律师', grassrootsLegalWorker: '基层法律服务工作者' }),
    },
    { optional: true, max: 2, basis: XS(31) },
  ),
  instructions: text('分派意见', 1000, { multiline: true, optional: true }),
  headAlertedOn: pastDay('提醒机关负责人日'),

  objectedOn: pastDay('提出管辖异议日'),
  objection: text('管辖异议的理由', 1000, { multiline: true }),
  extensionAskedOn: pastDay('申请延期举证日'),
  extensionCause: text('不能按期提供证据的正当事由', 1000, { multiline: true }),
  causeEndedOn: pastDay('正当事由消除日'),

  evidenceSubmittedOn: pastDay('提交答辩状和证据日'),
  defence: text('答辩意见', 10000, { multiline: true, hint: '对每项诉讼请求逐一答辩' }),
  evidence: list(
    '证据',
    '证据',
    {
      name: text('名称', 200),
      source: text('来源', 200),
      obtainedOn: pastDay('取得日'),
      permitted: bool('经人民法院准许补充', {
        hint: '原告或者第三人提出了行政程序中没有提出的理由或者证据',
        basis: XS(36, 2),
      }),
      pages: text('页码', 20),
      proves: text('证明目的', 500),
    },
    { min: 1 },
  ),
  norms: text('所依据的规范性文件', 2000, { multiline: true }),

  hearings: list('开庭', '开庭', {
    instance: choice('审级', instances),
    on: day('开庭日'),
    place: text('地点', 100),
    online: bool('在线开庭'),
    noticeServedOn: pastDay('出庭通知书送达日', { optional: true, basis: CT(5, 2) }),
  }),
  hearingOn: day('最近一次开庭日'),
  plan: group('出庭安排', {
    attend: choice('出庭人员', {
      head: '负责人出庭',
      agreed: '共同被告协商由其他机关负责人出庭',
      staff: '负责人不能出庭，工作人员出庭',
      lawyer: '仅律师出庭',
    }),
    person: personName('出庭负责人', { when: is('attend', 'head') }),
    rank: choice('职务类别', ranks, { when: is('attend', 'head'), basis: CT(2) }),
    proof: files('加盖印章的身份证明', { optional: true, when: is('attend', 'head'), basis: CT(6) }),
    staff: list('相应的工作人员', '工作人员', staffFields, { optional: true, basis: CT(10) }),
    view: text('化解争议的意见', 1000, { multiline: true, optional: true, basis: CT(11, 3) }),
  }),
  absence: group('不能出庭情况', {
    excuse: choice('情形', excuses, { basis: CT(8) }),
    facts: text('情况说明', 1000, { multiline: true }),
    proof: files('证明材料', { optional: true }),
    staff: list('出庭的工作人员', '工作人员', staffFields, { min: 1, basis: XS(3, 3) }),
  }),
  appearances: list('负责人出庭', '出庭记录', {
    instance: choice('审级', instances),
    courtCaseNo: courtCaseNumber('法院案号'),
    due: bool('应当出庭'),
    hearingOn: pastDay('开庭日'),
    noticed: bool('人民法院通知负责人出庭', { basis: CT(4) }),
    noticeGround: choice(
      '通知的情形',
      {
        publicInterest: '涉及重大公共利益、社会高度关注或者可能引发群体性事件',
        greatRights: '涉及重大人身、财产权益',
        publicSuit: '行政公益诉讼',
        superior: '上级机关规范性文件要求',
        other: '人民法院认为需要的其他情形',
      },
      { optional: true, when: is('noticed', true), basis: CT(4) },
    ),
    calledAgain: bool('人民法院通知再次出庭', {
      hint: '同一审级再次开庭且人民法院通知负责人再次出庭的，另行记录',
      basis: CT(7, 1),
    }),
    appeared: bool('负责人已出庭'),
    person: personName('出庭负责人', { when: is('appeared', true) }),
    rank: choice('职务类别', ranks, { when: is('appeared', true), basis: CT(2) }),
    proof: files('加盖印章的身份证明', { optional: true, judged: true, when: is('appeared', true), basis: CT(6) }),
    spoke: bool('就实质性解决争议发表意见', { when: is('appeared', true), basis: CT(11, 3) }),
    agreed: bool('共同被告协商由其他机关负责人出庭', { when: not(is('appeared', true)), basis: CT(3) }),
    excuse: choice('不能出庭的情形', excuses, { optional: true, when: not(is('appeared', true)), basis: CT(8) }),
    excuseProof: files('情况说明和证明材料', { optional: true, when: given('excuse'), basis: CT(9, 1) }),
    excuseAccepted: bool('人民法院认可', { when: given('excuse'), basis: CT(9, 2) }),
    staff: list('出庭的工作人员', '工作人员', staffFields, { optional: true, basis: CT(10) }),
    violation: choices(
      '违反出庭规定的情形',
      {
        noReason: '未出庭且没有说明理由或者理由不成立',
        absentAgain: '延期开庭后仍未出庭且无正当理由',
        nobody: '负责人和工作人员均不出庭',
        leftEarly: '未经许可中途退庭',
        refusedToExplain: '拒绝解释或者说明致庭审无法进行',
      },
      { optional: true, basis: CT(12) },
    ),
  }),

  courtVisits: list('旁听庭审（以庭代训）', '旁听记录', {
    on: pastDay('旁听日'),
    attendees: text('参加人员', 500, { multiline: true }),
    lessons: text('发现的问题和体会', 1000, { multiline: true, optional: true }),
  }),

  actChange: group('改变行政行为', {
    on: pastDay('改变日'),
    content: text('改变的内容', 2000, { multiline: true }),
    plaintiffView: text('原告意见', 500, { optional: true }),
  }),
  actChangedInSuit: bool('诉讼中改变行政行为'),

  suspendedOn: pastDay('中止日'),
  suspendCause: choice(
    '中止的情形',
    {
      death: '原告死亡，须等待近亲属表明是否参加诉讼',
      incapacity: '原告丧失诉讼行为能力，没有确定法定代理人',
      successor: '当事人终止，没有确定权利义务承受人',
      forceMajeure: '当事人因不可抗力不能参加诉讼',
      law: '涉及法律适用问题，需要送请有权机关解释或者确认',
      otherCase: '须以其他案件的结果为依据',
      other: '其他应当中止的情形',
    },
    { basis: JS(87, 1) },
  ),
  resumedOn: pastDay('恢复日'),
  excludedTimes: list(
    '不计入审理期限的时间',
    '不计入的时间',
    {
      ground: choice('情形', {
        notice: '公告',
        appraisal: '鉴定',
        mediation: '调解',
        jurisdiction: '审理管辖异议、处理管辖争议',
      }),
      from: pastDay('开始日'),
      to: pastDay('恢复计算日', { hint: '结束后恢复计算的第一日' }),
    },
    { optional: true, basis: JS(50, 1) },
  ),
  defendantNote: text('变更、追加被告的情况', 500, { multiline: true, basis: JS(26) }),

  judgmentKind: choice('裁判文书', { judgment: '判决书', ruling: '裁定书', mediation: '调解书' }),
  judgedOn: pastDay('裁判日'),
  servedOn: pastDay('裁判文书送达日'),
  outcome: list('裁判结果', '裁判结果', outcomeFields, { min: 1 }),
  operative: text('裁判主文', 300, { multiline: true }),
  performBy: day('裁判确定的履行期限', { optional: true, basis: XS(94) }),
  lost: bool('败诉'),
  lostFirst: bool('一审败诉'),
  lostFinal: bool('生效裁判败诉'),
  firstCaseNo: courtCaseNumber('一审案号', { search: true }),
  firstJudgedOn: pastDay('一审裁判日'),
  firstOutcome: list('一审裁判结果', '裁判结果', outcomeFields),
  effectiveOn: pastDay('裁判生效日'),

  appealedOn: pastDay('上诉日'),
  appealLapsedOn: pastDay('上诉期满日', { basis: XS(85) }),
  appealReasons: text('上诉理由', 5000, { multiline: true }),
  appealCopyReceivedOn: pastDay('收到上诉状副本日'),
  appealAnsweredOn: pastDay('提交上诉答辩状日'),
  appealAnswer: text('对上诉的答辩意见', 5000, { multiline: true }),
  appealReceivedOn: pastDay('人民法院收到上诉状日', { basis: XS(88) }),
  retrialReasons: text('申请再审的理由', 5000, { multiline: true }),
  retrialAskedOn: pastDay('申请再审日'),

  performance: group('履行判决', {
    what: text('履行的内容和措施', 2000, { multiline: true }),
    dueOn: day('判决确定的履行期限', { optional: true }),
    doneOn: pastDay('履行日'),
    proof: files('履行的证明', { optional: true }),
    redo: choice(
      '重新作出的行政行为',
      {
        none: '不涉及重作',
        different: '结果不同',
        newFacts: '结果相同，主要事实或者主要理由有改变',
        same: '以同一事实和理由作出，基本相同',
      },
      { basis: XS(71) },
    ),
    revokedForProcedure: bool('原行为因违反法定程序被撤销', { when: is('redo', 'same'), basis: JS(90, 2) }),
  }),
  forcedMeasures: choices(
    '人民法院采取的措施',
    { transfer: '划拨账户款项', fine: '对负责人按日罚款', notice: '公告', suggestion: '司法建议', detention: '拘留' },
    { basis: XS(96) },
  ),
  forcedOn: pastDay('采取措施日'),
  review: group('败诉复盘', {
    cause: choices('败诉原因', {
      subject: '主体不适格',
      power: '超越职权',
      evidence: '事实不清、证据不足',
      law: '适用法律错误',
      procedure: '违反法定程序',
      discretion: '明显不当、滥用职权',
      inaction: '不履行职责',
      other: '其他',
    }),
    responsible: text('责任单位和责任人', 200),
    measures: text('整改措施', 2000, { multiline: true }),
  }),
  archiveNote: text('归档说明', 500, { multiline: true, optional: true }),
} as const satisfies Fields;
