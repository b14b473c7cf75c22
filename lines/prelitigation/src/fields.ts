import {
  choice,
  type Fields,
  group,
  is,
  list,
  organization,
  partyFields,
  pastDay,
  persons,
  text,
} from '@fadu/procedure';

export const fields = {
  source: choice('来源', { court: '人民法院委派', centre: '诉前化解中心受理', organ: '行政机关提请' }),
  court: text('法院', 60, { optional: true, search: true }),
  parties: list('当事人', '当事人', partyFields, { min: 1 }),
  agency: organization('行政机关'),
  act: group('争议的行政行为', {
    name: text('名称', 200),
    docNumber: text('文号', 60, { optional: true }),
    madeOn: pastDay('作出日', { optional: true }),
  }),
  registeredOn: pastDay('登记日'),
  basisOfSuit: choice('起诉期限的种类', { direct: '直接起诉', reconsidered: '经复议后起诉' }),
  suitFrom: pastDay('知道行政行为之日，或者收到复议决定书日', { hint: '起诉期限自这一天起算' }),

  mediator: persons('化解人员', 'mediator', { min: 1, max: 3 }),
  sessions: list('化解活动', '化解活动', {
    on: pastDay('日期'),
    attendees: text('参加人员', 200),
    content: text('情况', 2000, { multiline: true }),
  }),
  result: choice('结果', {
    resolved: '化解',
    failed: '未化解',
    withdrawn: '撤回',
    toReconsideration: '转行政复议',
    toSuit: '转行政诉讼',
  }),
  agreement: text('化解协议内容', 3000, { multiline: true }),
  failure: text('未化解的原因', 1000, {
    multiline: true,
    optional: true,
    when: is('result', ['failed', 'toReconsideration', 'toSuit']),
  }),
  closedOn: pastDay('办结日'),
  warnedOn: pastDay('提示起诉期限日'),
} as const satisfies Fields;
