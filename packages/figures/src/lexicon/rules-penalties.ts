import type { Rule } from './rule.js';

/** Discretion, leniency and penalties. */
export const PENALTY_RULES: readonly Rule[] = [
  {
    code: 'enforcement.discretion_benchmarks',
    measure: '项|条|个|类|种|件|部|款|套',
    head: '裁量权基准|行政裁量权基准|行政处罚裁量基准|裁量基准|行政裁量基准|行政处罚裁量权基准|裁量权基准事项|裁量标准|自由裁量基准|行政处罚裁量|裁量权',
  },
  {
    code: 'enforcement.first_offence_items',
    measure: '项|条|种|类|个|款',
    head: '首违不罚清单|首违不罚事项|首违不罚|首违不罚”清单|轻微违法不罚|首违不罚事项清单|轻微不罚|轻微免罚事项|轻微违法不予处罚事项|首次不罚事项|轻微违法行为首次不罚|首次不罚|首次轻微违法',
    not: '案件|金额|办理',
    units: 'thing none',
  },
  {
    code: 'enforcement.first_offence_items',
    measure: '项|条|种',
    head: '清单事项|清单|事项',
    verb: '首违不罚|轻微不罚',
    units: 'thing none',
    not: '案件|金额|办理|从轻|减轻|强制|四张清单|两轻一免',
  },
  {
    code: 'enforcement.lenient_items',
    measure: '项|条|种|类|个|部|张|款|份',
    head: '不罚轻罚事项|不罚轻罚清单|轻罚不罚事项|免罚”清单|轻罚”清单|免罚轻罚”清单|容错纠错清单|轻微违法容错纠错清单|免罚慎罚清单|免罚清单|免罚事项|减免责清单|包容审慎|包容免罚清单|免罚轻罚清单|不予行政处罚事项|从轻处罚事项|减轻处罚事项|不予处罚事项|包容审慎监管清单|不予处罚|从轻处罚|减轻处罚|从轻|减轻|四张清单|轻微违法行为不予处罚|不予实施行政强制措施事项|两轻一免清单|免罚|不予行政处罚|不予行政处罚清单|减轻行政处罚|减轻行政处罚清单|不予处罚清单|减轻处罚清单|从轻处罚清单|轻罚清单|不罚清单|不罚、轻罚清单',
    verb: '清单|编制|制定|公布|梳理|发布|出台|列入|纳入|明确|推出|涵盖|包括|落实|动态调整',
    units: 'thing none',
    not: '案件|金额|件|办理|首违不罚清单|首违不罚事项清单|首违不罚清单事项',
  },
  {
    code: 'enforcement.lenient_items',
    measure: '项|条|个',
    head: '清单|轻微违法行为不予处罚|不予处罚清单|减轻处罚清单|不予行政处罚清单|减轻行政处罚清单|轻罚清单|不罚清单|包容免罚清单',
    topic: '不予行政处罚|减轻行政处罚|免罚清单|不罚清单|轻罚清单|不予处罚清单|包容免罚|轻微违法行为|从轻减轻处罚清单',
    units: 'thing none',
    not: '案件|金额|办理|权责清单|负面清单|首违不罚|首违不罚清单|首违不罚事项清单|权力清单|任务清单|责任清单|执法主体',
  },
  {
    code: 'enforcement.lenient_cases',
    measure: '件|起|宗|例|次|家|户|件次|户次|个|家次|人次',
    head: '柔性执法|免罚|首违不罚|不予处罚|免予处罚|轻微免罚|不予行政处罚|从轻减轻|包容审慎|减轻处罚|从轻处罚|免罚案件|不予处罚案件|轻微不罚|柔性执法案件|免予行政处罚|依法不予处罚|两轻一免”办理案件|两轻一免|免罚轻罚',
    verb: '办理|适用|作出|实施|处理|案件|运用|执行|依法|惠及|免于|案|不予处罚|免予处罚|不予行政处罚|免予行政处罚',
    units: 'thing none',
    not: '清单|事项|金额|复议',
  },
  {
    // “免罚轻罚”清单140项，适用930件
    code: 'enforcement.lenient_cases',
    measure: '件|起|宗|例',
    head: '适用',
    on: '免罚|轻罚|不罚|不予处罚清单|减免责',
    units: 'thing none',
    not: '程序|复议|裁量',
  },
  {
    // 查处哄抬物价等案件160件
    code: 'enforcement.penalty_cases',
    measure: '件|起|宗|例',
    head: '案件|涉疫案件',
    verb: '查处|查办',
    topic: '行政执法|执法行为|处罚|罚没|监管|综合执法',
    units: 'thing none',
    not: '刑事|信访|腐败|职务|纪检|复议|破获|公安机关|线索|应诉|诉讼|移送',
  },
  {
    // 适用清单办理案件5.3万件
    code: 'enforcement.lenient_cases',
    measure: '件|起|宗|例',
    head: '适用清单办理案件|适用清单|清单办理案件',
    topic: '不予处罚|减轻处罚|免罚|减免责|轻微违法|不予行政处罚',
    units: 'thing none',
    not: '事项|复议',
  },
  {
    // 不予处罚涉企轻微违法60起
    code: 'enforcement.lenient_cases',
    measure: '件|起|宗|例|家|户',
    head: '轻微违法|轻微违法行为|涉企轻微违法|轻微违法案件|初次违法|首次违法|危害轻微|轻微案件',
    verb: '不予处罚|免予处罚|不予行政处罚|免予行政处罚|依法免罚',
    units: 'thing none',
    not: '清单|事项|金额|复议',
  },
  {
    // 首违不罚200件: the measure word says that cases are counted
    code: 'enforcement.lenient_cases',
    measure: '件|起|宗|例',
    head: '不罚轻罚案件|不罚轻罚|首违不罚|轻微免罚|不予处罚|免予处罚|不予行政处罚|免予行政处罚|免罚',
    units: 'thing none',
    not: '清单|事项|金额|复议|法治|案卷|率',
  },
  {
    code: 'enforcement.penalty_reduced',
    head: '减免处罚金额|免罚金额|减免罚款|减免处罚|免罚|减免|减免金额|涉及金额|免予处罚金额|减免罚没|少罚',
    topic: '罚|两轻一免|轻微违法',
    units: 'money',
    not: '费|税|公证|援助|租金|房租|社保|租户',
  },
  {
    code: 'enforcement.penalty_cases',
    measure: '件|起|宗|例|件次|次|户|批|家次|份|个',
    head: '行政处罚案件|行政案件|处罚案件|行政处罚|行政处罚决定|违法案件|行政处罚案|处罚决定|处罚决定书|行政处罚决定书|一般程序案件|简易程序案件|执法案件|行政违法案件|行政执法案件',
    verb: '办理|查处|实施|作出|办结|立案查处|查办|结案|处罚|下达',
    not: '涉行政处罚|涉及行政处罚|各类行政执法案件|案卷|复议|裁量|公示|率|处罚权|执法权|权限|权力|职权|信用修复|规章|文件|清理|领域|事项|听证|移送|不予|免罚|减轻|评查|经法制审核|处罚立案',
    early: '法制部门审核|法制审核|复议|案件类型|受理总数|涉及事项|申请事项',
    units: 'thing none',
  },
  {
    code: 'enforcement.penalty_cases',
    measure: '件|起|宗|例|件次|次|户|批|家次',
    head: '查处|查办|查办案件|立案处罚|立案查处|查处案件|查处各类案件|查处违法案件|查处各类违法案件',
    topic: '执法|违法|处罚|监管|罚没|城管|行政案件',
    units: 'thing none',
    not: '线索|评查|复议|纠纷|调解',
  },
  {
    // 简易处罚418起、一般程序处罚26起; 处罚（件） at the head of a column
    code: 'enforcement.penalty_cases',
    measure: '件|起|宗|例',
    head: '处罚|简易处罚|一般程序处罚|普通程序处罚|简易程序处罚|当场处罚',
    units: 'thing none',
    not: '复议|案卷|率|不予|免|减轻|从轻|被处罚|权|事项|清单|裁量|公示|诉讼|评查|移送|类',
    early: '复议|诉讼|案件类型|申请事项|评查',
  },
  {
    // 行政处罚工作有序开展，合计731宗，其中简易程序512件
    code: 'enforcement.penalty_cases',
    measure: '件|起|宗|例',
    head: '行政处罚工作|简易程序|普通程序|一般程序',
    topic: '行政处罚|处罚案件|罚没|处罚金额',
    units: 'thing none',
    not: '复议|适用|审核',
  },
  {
    code: 'enforcement.penalty_cases',
    measure: '件|起|宗|例|件次|次',
    head: '交通违法行为|交通违法|各类违法行为|违法行为|违规行为|违法违规行为|违规|违章行为|酒驾醉驾|酒驾|醉驾|酒驾、醉驾',
    verb: '查处|处罚|立案查处',
    units: 'thing none',
    not: '线索|举报|整改|首违|免罚|不予|整治',
  },
  {
    // 综合行政执法局办案84件
    code: 'enforcement.penalty_cases',
    measure: '件|起|宗|例',
    head: '办案',
    topic: '综合执法|综合行政执法|执法队|执法局|执法大队',
    units: 'thing none',
    not: '复议|援助|公安|律师|仲裁|率|周期|经费',
  },
  {
    // 全年立案683件，结案659件
    code: 'enforcement.penalty_cases',
    measure: '件|起|宗|例',
    head: '结案|办结',
    on: '立案',
    topic: '行政执法|执法情况|处罚|罚款|查处|监督检查',
    units: 'thing none',
    not: '复议|率|信访|仲裁|援助|公安|刑事|诉讼|投诉|法院',
    early: '复议|仲裁|援助|刑事|法院|公安|信访|诉讼|侦查',
    unless: '复议|破案|移送起诉',
  },
  {
    code: 'enforcement.penalty_amount',
    head: '没收违法所得|没收金额|罚没金额|罚没款|罚款金额|罚没|罚款|罚没款项|罚没收入|处罚金额|罚没入库',
    units: 'money',
    not: '减免|免罚|不予|平均罚|平均处罚|案均',
  },
];
