import type { State } from '@fadu/procedure';

export const states = {
  applied: { name: '已收申请', tone: 'active', publicText: '已收到您的赔偿申请，正在办理。' },
  decided: { name: '已决定', tone: 'active', publicText: '已作出决定，决定书将送达给您。' },
  served: { name: '已送达', tone: 'waiting', publicText: '决定书已送达。' },
  overdue: { name: '逾期未决定', tone: 'alarm', publicText: '法定期限内没有作出决定，您可以向人民法院起诉。' },
  paying: { name: '支付中', tone: 'active', publicText: '已收到您的支付申请，正在办理支付。' },
  paid: { name: '已支付', tone: 'ended', publicText: '赔偿金已支付。' },
  closed: { name: '已办结', tone: 'ended', publicText: '已办结。' },
  withdrawn: { name: '已撤回', tone: 'ended', publicText: '您已撤回申请。' },
} as const satisfies Readonly<Record<string, State>>;
