import { bool, choice, type Fields, files, is, list, matterOf, organization, pastDay, text } from '@fadu/procedure';

const accepted = { yes: '采纳', partly: '部分采纳', no: '不采纳' } as const;

export const fields = {
  issuer: choice('来文机关类型', { court: '人民法院', procuratorate: '人民检察院' }),
  issuerName: text('来文机关', 60, { search: true }),
  letterNo: text('建议书文号', 60, { search: true }),
  kind: choice('建议类型', {
    governance: '司法建议：综合治理',
    norm: '司法建议：规范性文件',
    appearance: '司法建议：负责人出庭',
    nonPerformance: '司法建议：拒不履行裁判',
    case: '司法建议：个案',
    publicInterest: '检察建议：公益诉讼诉前',
    litigationSupervision: '检察建议：行政诉讼监督',
    social: '检察建议：社会治理',
  }),
  subject: text('建议事由', 200, { search: true }),
  letter: files('建议书', { optional: true }),
  receivedOn: pastDay('收到建议书日'),
  urgent: bool('损害继续扩大等紧急情形', { when: is('kind', 'publicInterest') }),
  suggestions: list('建议事项', '建议事项', { content: text('建议内容', 1000, { multiline: true }) }, { min: 1 }),
  case: matterOf('有关应诉案件', 'litigation', { optional: true }),

  assignedTo: organization('承办单位'),
  instructions: text('分派意见', 500, { multiline: true, optional: true }),
  measures: list(
    '逐条回应',
    '回应',
    {
      suggestion: text('所回应的建议', 1000, { multiline: true, hint: '照建议书逐条填写' }),
      accepted: choice('采纳情况', accepted),
      reason: text('不采纳的理由', 1000, { multiline: true, when: is('accepted', ['no', 'partly']) }),
      measure: text('措施', 1000, { multiline: true, when: is('accepted', ['yes', 'partly']) }),
      result: text('结果', 1000, { multiline: true, optional: true }),
    },
    { min: 1 },
  ),
  accepted: choice('总体采纳情况', accepted),
  approvalNote: text('审批意见', 500, { multiline: true, optional: true }),
  repliedOn: pastDay('回复日'),
  reply: text('回复意见', 5000, { multiline: true }),
  feedback: choice('来文机关反馈', { satisfied: '认可', further: '要求继续整改', none: '没有反馈' }),
  suitFollowed: bool('已提起公益诉讼', { when: is('kind', 'publicInterest') }),
  closedNote: text('办结说明', 500, { multiline: true, optional: true }),
  remindedOn: pastDay('催办日'),
} as const satisfies Fields;
