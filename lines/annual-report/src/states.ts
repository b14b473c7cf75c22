import type { State } from '@fadu/procedure';

export const states = {
  writing: { name: '编制中', tone: 'active' },
  frozen: { name: '数据已定稿', tone: 'active' },
  checked: { name: '待审定', tone: 'waiting' },
  approved: { name: '待公开', tone: 'active' },
  published: { name: '已公开', tone: 'ended' },
} as const satisfies Readonly<Record<string, State>>;
