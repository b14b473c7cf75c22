import type { Rule } from './rule.js';

/** Requests of the public: hotlines and disclosure. */
export const DISCLOSURE_RULES: readonly Rule[] = [
  {
    code: 'governance.hotline_cases',
    head: '12345|8890诉求|省长公开电话|市长公开电话|市长热线|政务服务便民热线|群众来电来信|群众诉求|诉求|政务热线|便民热线|群众来电|来电来信|工单|企业群众诉求|市民诉求|热线|处理完毕',
    topic: '热线|公开电话|12345|来电来信|8890诉求|8890平台|诉求受理|接诉即办',
    verb: '受理|办理|接听|办结|接收|转办|处理|解决|接转|交办|承办|派发|派转|签收|办件',
    units: 'thing person none',
    not: '12348|12315|12333|12369|举报热线|率',
    early: '12369|举报热线',
  },
  {
    code: 'governance.hotline_cases',
    measure: '件|次|通|个|件次|万件',
    head: '12345诉求|12345工单|热线工单|便民热线工单|12345热线|12345政务服务便民热线|政务服务便民热线|省长公开电话|市长公开电话|群众来电来信|热线诉求|12345工单',
    units: 'thing none',
    not: '12348|12315|12333|率|满意',
  },
  {
    // 12345教育类工单6200件
    code: 'governance.hotline_cases',
    measure: '件|个|条|次',
    head: '工单',
    on: '12345',
    units: 'thing none',
    not: '率|满意',
  },
  {
    code: 'disclosure.applications',
    head: '依申请公开政府信息|依申请公开信息|依申请公开|政府信息公开申请|信息公开申请|依申请公开事项|公开申请|依申请公开件|依申请公开申请|依申请信息公开',
    units: 'thing none',
    not: '率|复议|诉讼',
  },
  {
    // 公开信息3.2万条、收到申请468件
    code: 'disclosure.applications',
    measure: '件|宗|份|条',
    head: '收到申请|受理申请|收到公开申请',
    on: '公开信息|信息公开|政府信息',
    units: 'thing none',
    not: '复议|率|援助|仲裁|鉴定',
  },
  {
    code: 'disclosure.reply_rate',
    head: '答复率|按时答复率|依申请公开答复率|按期答复率|依法答复率|办结率|按时办结率',
    topic: '依申请|信息公开|政务公开|公开申请|公开信息',
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
