import type { State } from '@fadu/procedure';

export const states = {
  received: { name: '已收件', tone: 'active' },
  assigned: { name: '已分派', tone: 'active' },
  measures: { name: '已提出措施', tone: 'active' },
  approved: { name: '已审批', tone: 'active' },
  replied: { name: '已回复', tone: 'waiting' },
  closed: { name: '已办结', tone: 'ended' },
} as const satisfies Readonly<Record<string, State>>;
