import {
  choice,
  type Fields,
  files,
  list,
  matterOf,
  money,
  partyFields,
  pastDay,
  persons,
  text,
} from '@fadu/procedure';
import { GP } from './statutes.js';

export const fields = {
  applicants: list('赔偿请求人', '赔偿请求人', partyFields, { min: 1, basis: GP(6) }),
  harm: choice('侵害的权利', { liberty: '人身自由', body: '生命、健康', property: '财产' }, { basis: GP(3) }),
  illegalAct: text('侵权的行为', 500, { multiline: true }),
  knewOn: pastDay('知道或者应当知道侵害之日', { basis: GP(39, 1) }),
  request: text('具体要求', 1000, { multiline: true, basis: GP(12, 1, 2) }),
  facts: text('事实根据和理由', 5000, { multiline: true, basis: GP(12, 1, 2) }),
  amountAsked: money('请求赔偿金额', { optional: true }),
  materials: files('证据材料', { optional: true }),
  receivedOn: pastDay('收到申请日', { basis: GP(13, 1) }),
  suit: matterOf('有关应诉案件', 'litigation', { optional: true }),

  handlers: persons('承办人', 'handler', { min: 1, max: 3 }),
  hearingNote: text('听取意见和协商情况', 3000, { multiline: true, basis: GP(13, 1) }),
  result: choice('决定', { pay: '予以赔偿', refuse: '不予赔偿' }),
  mode: choice(
    '赔偿方式',
    { money: '支付赔偿金', restore: '返还财产、恢复原状', apology: '消除影响、恢复名誉、赔礼道歉' },
    { when: { field: 'result', is: 'pay' }, basis: GP(32) },
  ),
  amount: money('赔偿金额', { when: { field: 'result', is: 'pay' } }),
  reasons: text('理由', 5000, { multiline: true }),
  decidedOn: pastDay('决定日'),
  servedOn: pastDay('送达日'),
  sueFrom: pastDay('起诉期限起算日'),
  payAskedOn: pastDay('收到支付申请日', { basis: GP(37, 3) }),
  financeAskedOn: pastDay('向财政部门提出支付申请日', { basis: GP(37, 3) }),
  paidOn: pastDay('支付日'),
} as const satisfies Fields;
