import type { MatterRow } from '@fadu/wire';

/** Groups of the to-do list, most urgent first. */
export const GROUPS = [
  { key: 'late', icon: '▲', name: '已超期' },
  { key: 'today', icon: '●', name: '今日届满' },
  { key: 'soon', icon: '◔', name: '3个工作日内' },
  { key: 'later', icon: '○', name: '以后' },
  { key: 'none', icon: '–', name: '没有届满日' },
  { key: 'paused', icon: '‖', name: '已中止' },
] as const;

export type Group = (typeof GROUPS)[number]['key'];

/** Where a row stands by its clock. A right that was not used, or a wait that is over, is no overrun. */
export function groupOf(clock: MatterRow['clock'], soonUntil: string): Group {
  if (!clock) return 'none';
  const { tone } = clock.standing;
  if (tone === 'paused') return 'paused';
  if (tone === 'late') return clock.expiry === 'right' || clock.expiry === 'wait' ? 'none' : 'late';
  if (tone === 'today') return 'today';
  return clock.legalDue <= soonUntil ? 'soon' : 'later';
}
