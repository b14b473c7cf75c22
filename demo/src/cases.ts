import type { DepartmentCode } from './organizations.js';

/** A kind of dispute as it comes before the organ: what was done, and what each side says of it. */
export interface CaseKind {
  readonly agency: DepartmentCode;
  readonly by: 'citizen' | 'soleTrader' | 'enterprise';
  readonly act:
    | 'penalty'
    | 'coercion'
    | 'licence'
    | 'naturalResource'
    | 'expropriation'
    | 'workInjury'
    | 'inaction'
    | 'benefit'
    | 'disclosure'
    | 'agreement'
    | 'other';
  readonly name: string;
  /** The word between the agency's short name and the year of its document; absent: no document was made. */
  readonly word?: string;
  /** Lowest and highest sum in yuan. */
  readonly yuan?: readonly [number, number];
  readonly request: string;
  readonly requests: readonly string[];
  readonly facts: string;
  readonly reply: string;
  readonly basis: string;
  readonly evidence: readonly (readonly [name: string, proves: string])[];
  readonly found: string;
  readonly onTheSpot?: true;
  readonly byCamera?: true;
}

export const CASES = {
  food: {
    agency: 'scjg',
    by: 'soleTrader',
    act: 'penalty',
    name: '行政处罚决定',
    word: '罚',
    yuan: [5000, 50000],
    request: '撤销行政处罚决定，或者减轻处罚。',
    requests: ['revoke', 'modify'],
    facts:
      '被申请人检查时，在货架上发现3袋超过保质期的食品。申请人认为，这批食品已经下架、单独存放，只是没有来得及退回供货商，没有售出，也没有造成危害后果；初次违法，当天就作了整改，处罚过重。',
    reply:
      '现场检查时食品仍在销售区货架上，有照片和现场笔录为证，不属于已下架待退货的情形。处罚幅度按裁量基准的从轻档确定，事先告知了陈述、申辩和听证的权利，程序合法。',
    basis: '《中华人民共和国食品安全法》、《中华人民共和国行政处罚法》、本省市场监督管理行政处罚裁量基准。',
    evidence: [
      ['现场检查笔录', '检查时食品在销售区货架'],
      ['现场照片', '食品的品名、数量和保质期'],
      ['行政处罚事先告知书及送达回证', '已告知陈述、申辩和听证的权利'],
    ],
    found:
      '被申请人现场检查时，申请人的货架上有超过保质期的食品3袋，货值86元。被申请人立案、调查、事先告知后作出处罚决定。',
  },
  price: {
    agency: 'scjg',
    by: 'enterprise',
    act: 'penalty',
    name: '行政处罚决定',
    word: '罚',
    yuan: [10000, 120000],
    request: '撤销行政处罚决定。',
    requests: ['revoke'],
    facts:
      '被申请人认定申请人的广告用语引人误解。申请人认为，宣传内容有检测报告支持，没有消费者投诉；被申请人没有说明哪一句话引人误解，也没有说明罚款数额是怎样计算的。',
    reply:
      '广告中“效果最好”的用语没有依据，检测报告的结论与宣传内容不符。罚款按广告费用的倍数计算，计算过程写入了调查终结报告。',
    basis: '《中华人民共和国广告法》、《中华人民共和国行政处罚法》。',
    evidence: [
      ['广告页面截图', '宣传用语和发布时间'],
      ['广告发布合同和发票', '广告费用'],
      ['检测报告', '检测结论与宣传内容不符'],
    ],
    found: '申请人在网店页面使用“效果最好”的用语，没有依据。处罚决定书没有写明罚款数额所依据的广告费用。',
  },
  landUse: {
    agency: 'zrzy',
    by: 'citizen',
    act: 'penalty',
    name: '责令限期拆除和罚款决定',
    word: '罚',
    yuan: [3000, 30000],
    request: '撤销责令限期拆除和罚款的决定。',
    requests: ['revoke'],
    facts:
      '申请人在自家承包地边上建了一间看护房，占地42平方米。申请人认为该地块是设施农用地，村委会同意使用；被申请人按占用耕地处罚，与实际地类不符。',
    reply: '经套合年度土地变更调查成果，该地块地类为旱地。申请人没有办理设施农用地备案，村委会同意不能代替备案。',
    basis: '《中华人民共和国土地管理法》及其实施条例。',
    evidence: [
      ['勘测定界图', '占地位置和面积'],
      ['土地变更调查成果套合图', '地块的地类'],
      ['询问笔录', '建设时间和用途'],
    ],
    found: '申请人未经批准在旱地上建设看护房一间，占地42平方米。被申请人委托有资质的单位勘测，事先告知后作出决定。',
  },
  landRight: {
    agency: 'zrzy',
    by: 'citizen',
    act: 'naturalResource',
    name: '土地使用权争议处理决定',
    word: '裁',
    request: '撤销处理决定，重新确认争议地块的使用权。',
    requests: ['revoke'],
    facts: '申请人与邻户对宅基地之间1.2米宽的过道有争议。申请人认为处理决定采信的四至是后来补登的，与原始登记不一致。',
    reply: '处理决定以原始登记卡和现场丈量为依据，双方在丈量图上签了字。补登只更正了户主姓名，没有改动四至。',
    basis: '《中华人民共和国土地管理法》、《土地权属争议调查处理办法》。',
    evidence: [
      ['宅基地原始登记卡', '四至'],
      ['现场丈量图', '双方确认的位置'],
      ['证人证言', '过道的使用经过'],
    ],
    found: '原始登记卡记载两户之间为公用过道，宽1.2米。现场丈量与登记一致。',
  },
  traffic: {
    agency: 'ga',
    by: 'citizen',
    act: 'penalty',
    name: '公安交通管理当场处罚决定',
    word: '交罚',
    yuan: [100, 200],
    request: '撤销当场处罚决定。',
    requests: ['revoke'],
    facts:
      '申请人在样例大街路口等红灯，被以“在禁停路段停车”当场处罚。申请人认为自己是等信号灯，不是停车；民警没有听完解释就开了罚单。',
    reply:
      '执法记录仪显示车辆在禁停标线内停留4分钟，驾驶人离开了车辆，不是等候信号灯。当场告知了权利，申请人在决定书上签了字。',
    basis: '《中华人民共和国道路交通安全法》、《中华人民共和国行政处罚法》。',
    evidence: [
      ['执法记录仪录像', '停车时间和经过'],
      ['当场处罚决定书', '已告知权利并交付'],
    ],
    found: '录像显示车辆停在禁停标线内4分钟，驾驶人不在车内。',
    onTheSpot: true,
  },
  camera: {
    agency: 'ga',
    by: 'citizen',
    act: 'penalty',
    name: '公安交通管理行政处罚决定',
    word: '交罚',
    yuan: [200, 200],
    request: '撤销罚款200元的决定。',
    requests: ['revoke'],
    facts: '申请人收到闯红灯的处罚决定。申请人认为当时是为避让救护车才越过停止线，绿灯亮起前没有通过路口。',
    reply: '三张连续照片显示车辆在红灯亮起后越过停止线并继续通过路口，画面内没有救护车。',
    basis: '《中华人民共和国道路交通安全法》。',
    evidence: [
      ['监控设备记录的三张照片', '越线和通过的时间'],
      ['监控设备检定证书', '设备在检定有效期内'],
    ],
    found: '照片记录了车辆在红灯期间通过路口，设备在检定有效期内。',
    byCamera: true,
  },
  detention: {
    agency: 'ga',
    by: 'citizen',
    act: 'penalty',
    name: '行政拘留处罚决定',
    word: '行罚',
    request: '撤销行政拘留五日的决定。',
    requests: ['revoke'],
    facts:
      '申请人与邻居因排水发生口角，互有推搡。申请人认为是对方先动手，自己只是抵挡；对方伤情轻微，双方已由村里调解，不应拘留。',
    reply: '监控录像和两名证人证言证明申请人先用铁锹柄击打对方手臂。调解协议在处罚之后形成，处罚时不存在从轻情节。',
    basis: '《中华人民共和国治安管理处罚法》。',
    evidence: [
      ['监控录像', '冲突的起因和经过'],
      ['证人询问笔录', '动手的先后'],
      ['伤情鉴定意见', '对方的伤情'],
    ],
    found: '录像显示双方因排水发生争执，申请人先动手。被申请人在作出决定前没有复核申请人提出的申辩。',
  },
  workInjury: {
    agency: 'rs',
    by: 'enterprise',
    act: 'workInjury',
    name: '认定工伤决定',
    word: '工认',
    request: '撤销认定工伤决定。',
    requests: ['revoke'],
    facts: '职工下班途中驾驶电动车摔倒受伤。申请人认为该职工当天提前离岗，走的也不是回家的路线，不属于上下班途中。',
    reply: '考勤记录显示该职工经班长同意提前20分钟下班；事发地点在其回家的合理路线上，交警部门认定其不负主要责任。',
    basis: '《工伤保险条例》。',
    evidence: [
      ['考勤记录和班长证言', '离岗经过同意'],
      ['道路交通事故认定书', '事故责任'],
      ['路线图', '事发地点在合理路线上'],
    ],
    found: '该职工经同意提前下班，事发地点在其住处与单位之间的合理路线上，对事故不负主要责任。',
  },
  pension: {
    agency: 'rs',
    by: 'citizen',
    act: 'benefit',
    name: '关于核定基本养老保险待遇的答复',
    word: '函',
    yuan: [1000, 20000],
    request: '撤销答复，将1986年至1991年的工作年限计入缴费年限。',
    requests: ['revoke', 'perform'],
    facts: '申请人曾在集体企业工作五年，档案里有招工表。被申请人以工资表缺失为由没有认定视同缴费年限。',
    reply: '招工表只能证明入职，不能证明连续工作。经向原主管单位调取，没有找到同期工资发放记录。',
    basis: '《中华人民共和国社会保险法》。',
    evidence: [
      ['职工档案', '入职时间'],
      ['调档函及回复', '没有同期工资记录'],
    ],
    found: '申请人档案中有招工表和调动介绍信，能够相互印证。被申请人没有审查调动介绍信。',
  },
  demolition: {
    agency: 'cg',
    by: 'citizen',
    act: 'coercion',
    name: '强制拆除决定',
    word: '强',
    request: '确认强制拆除决定违法。',
    requests: ['confirmIllegal'],
    facts: '被申请人拆除了申请人屋顶的阳光房。申请人认为拆除前没有收到催告，也没有公告，屋内物品受损。',
    reply: '阳光房没有规划许可。被申请人送达了限期拆除决定，申请人逾期没有自行拆除。',
    basis: '《中华人民共和国城乡规划法》、《中华人民共和国行政强制法》。',
    evidence: [
      ['规划部门复函', '没有规划许可'],
      ['限期拆除决定及送达回证', '已要求自行拆除'],
      ['拆除现场录像', '拆除经过'],
    ],
    found: '阳光房没有规划许可。被申请人作出强制拆除决定前没有催告，也没有公告。',
  },
  stall: {
    agency: 'cg',
    by: 'soleTrader',
    act: 'penalty',
    name: '行政处罚决定',
    word: '罚',
    yuan: [200, 2000],
    request: '撤销行政处罚决定。',
    requests: ['revoke'],
    facts: '申请人把一张折叠桌放在店门前的台阶上，被以占道经营处罚。申请人认为台阶在自家用地范围内，不是公共道路。',
    reply: '折叠桌摆放位置超出门店用地红线0.8米，位于人行道上，此前已两次劝导。',
    basis: '《城市市容和环境卫生管理条例》。',
    evidence: [
      ['现场照片和测量记录', '超出用地红线'],
      ['劝导记录', '处罚前已两次劝导'],
    ],
    found: '折叠桌超出门店用地红线0.8米，被申请人处罚前两次劝导，申请人没有改正。',
  },
  emission: {
    agency: 'sthj',
    by: 'enterprise',
    act: 'penalty',
    name: '行政处罚决定',
    word: '罚',
    yuan: [50000, 300000],
    request: '撤销行政处罚决定，或者变更罚款数额。',
    requests: ['revoke', 'modify'],
    facts: '被申请人认定申请人夜间锅炉排放超标。申请人认为采样时正在启炉，不是正常工况；采样点位也不符合技术规范。',
    reply: '采样时锅炉负荷为78%，属于正常工况。采样由有资质的单位进行，点位和频次符合技术规范。',
    basis: '《中华人民共和国大气污染防治法》。',
    evidence: [
      ['监测报告', '排放浓度'],
      ['锅炉运行记录', '采样时的负荷'],
      ['采样照片', '点位和时间'],
    ],
    found: '采样时锅炉处于正常工况，监测报告显示颗粒物浓度超过排放标准0.6倍。',
  },
  transport: {
    agency: 'jt',
    by: 'enterprise',
    act: 'penalty',
    name: '行政处罚决定',
    word: '罚',
    yuan: [3000, 20000],
    request: '撤销行政处罚决定。',
    requests: ['revoke'],
    facts: '申请人的货车被认定未经许可从事道路运输。申请人认为车辆运送的是本公司自产货物，没有收取运费。',
    reply: '货物收货单位向申请人支付了运费，有转账记录。车辆没有道路运输证。',
    basis: '《中华人民共和国道路运输条例》。',
    evidence: [
      ['运费转账记录', '收取运费'],
      ['现场笔录', '车辆和货物情况'],
    ],
    found: '车辆没有道路运输证，申请人收取了运费。',
  },
  relief: {
    agency: 'ny',
    by: 'citizen',
    act: 'inaction',
    name: '要求查处种子质量问题的申请',
    request: '责令被申请人对举报的种子质量问题依法处理并答复。',
    requests: ['perform'],
    facts: '申请人购买的玉米种子出苗率很低，向被申请人提出查处申请并提交了剩余种子，两个多月没有得到处理结果。',
    reply: '收到申请后转交所属执法队，因机构调整没有在规定时间内检验和答复。现已送检。',
    basis: '《中华人民共和国种子法》。',
    evidence: [
      ['申请登记表', '收到申请的时间'],
      ['送检回执', '已经送检'],
    ],
    found: '被申请人收到申请后没有在法定期限内处理，也没有答复申请人。',
  },
  disclosure: {
    agency: 'zj',
    by: 'citizen',
    act: 'disclosure',
    name: '政府信息公开答复',
    word: '依',
    request: '撤销答复，责令重新答复。',
    requests: ['revoke', 'perform'],
    facts:
      '申请人申请公开小区改造工程的验收资料，被申请人答复“信息不存在”。申请人认为工程已经验收，资料应当保存在被申请人处。',
    reply: '该工程由街道办事处组织实施，验收资料不由被申请人制作或者保存，已告知可以向街道办事处申请。',
    basis: '《中华人民共和国政府信息公开条例》。',
    evidence: [
      ['检索记录', '没有检索到所申请的信息'],
      ['工程实施分工文件', '由街道办事处组织实施'],
    ],
    found: '被申请人检索了档案和业务系统，没有所申请的信息，答复时告知了信息的制作机关。',
  },
  wages: {
    agency: 'zj',
    by: 'enterprise',
    act: 'licence',
    name: '不予核发施工许可决定',
    word: '许',
    request: '撤销不予核发决定。',
    requests: ['revoke'],
    facts: '被申请人以消防设计审查意见缺页为由不予核发施工许可。申请人认为缺页是扫描造成的，原件齐全，当场就可以补交。',
    reply: '受理时已一次性告知需要补正的材料，申请人在期限内没有补交。',
    basis: '《中华人民共和国行政许可法》、《建筑工程施工许可管理办法》。',
    evidence: [
      ['补正材料告知书', '需要补正的材料'],
      ['受理系统记录', '期限内没有补交'],
    ],
    found: '补正告知书没有写明缺页的文件名称，申请人无从补正。',
  },
  clinic: {
    agency: 'wj',
    by: 'soleTrader',
    act: 'penalty',
    name: '行政处罚决定',
    word: '罚',
    yuan: [3000, 30000],
    request: '撤销行政处罚决定。',
    requests: ['revoke'],
    facts: '申请人的诊所被认定使用未经注册的人员从事诊疗。申请人认为该人员只负责挂号和取药，没有诊疗行为。',
    reply: '处方笺上有该人员的签名，患者证言也证明由其问诊。',
    basis: '《中华人民共和国医师法》、《医疗机构管理条例》。',
    evidence: [
      ['处方笺', '签名'],
      ['患者询问笔录', '问诊经过'],
    ],
    found: '处方笺和患者证言能够证明该人员从事了诊疗活动。',
  },
  safety: {
    agency: 'yj',
    by: 'enterprise',
    act: 'penalty',
    name: '行政处罚决定',
    word: '罚',
    yuan: [10000, 50000],
    request: '撤销行政处罚决定。',
    requests: ['revoke'],
    facts: '申请人因一名电工证件过期被罚款。申请人认为该电工已经报名复审，只是没有排上考试。',
    reply: '证件过期后该电工仍在岗作业，报名复审不能代替有效证件。',
    basis: '《中华人民共和国安全生产法》。',
    evidence: [
      ['特种作业操作证查询结果', '证件过期'],
      ['作业票', '证件过期后在岗作业'],
    ],
    found: '该电工的操作证过期42日，其间在岗作业3次。',
  },
} as const satisfies Readonly<Record<string, CaseKind>>;

export type CaseCode = keyof typeof CASES;
