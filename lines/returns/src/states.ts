import type { State } from '@fadu/procedure';

export const states = {
  draft: { name: '填报中', tone: 'active' },
  submitted: { name: '待审核', tone: 'waiting' },
  amending: { name: '更正中', tone: 'active' },
  returned: { name: '已退回', tone: 'alarm' },
  approved: { name: '已审定', tone: 'ended' },
} as const satisfies Readonly<Record<string, State>>;
