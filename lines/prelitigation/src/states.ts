import type { State } from '@fadu/procedure';

export const states = {
  registered: { name: '已登记', tone: 'active' },
  mediating: { name: '化解中', tone: 'active' },
  resolved: { name: '已化解', tone: 'ended' },
  failed: { name: '未化解', tone: 'ended' },
  withdrawn: { name: '已撤回', tone: 'ended' },
  transferred: { name: '转其他途径', tone: 'ended' },
} as const satisfies Readonly<Record<string, State>>;
