import type { State } from '@fadu/procedure';

export const states = {
  expected: { name: '待收应诉通知', tone: 'waiting' },
  received: { name: '已收件', tone: 'active' },
  assigned: { name: '已分派', tone: 'active' },
  submitted: { name: '已答辩举证', tone: 'waiting' },
  planned: { name: '已定出庭', tone: 'waiting' },
  heard: { name: '已开庭', tone: 'waiting' },
  judged: { name: '已裁判', tone: 'active' },
  appealed: { name: '已上诉', tone: 'waiting' },
  secondInstance: { name: '二审', tone: 'waiting' },
  retrial: { name: '再审', tone: 'waiting' },
  effective: { name: '裁判已生效', tone: 'active' },
  performed: { name: '已履行', tone: 'active' },
  forced: { name: '被强制执行', tone: 'alarm' },
  suspended: { name: '中止', tone: 'stopped' },
  withdrawn: { name: '已撤诉', tone: 'active' },
  ended: { name: '已终结', tone: 'active' },
  archived: { name: '已归档', tone: 'ended' },
} as const satisfies Readonly<Record<string, State>>;
