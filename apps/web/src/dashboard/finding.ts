import type { Tally } from '@fadu/wire';

const tenths = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(0)}%`;

/** What a year of months says, as a sentence: the chart's title. */
export function monthFinding(months: readonly Tally[]): string {
  const total = months.reduce((sum, month) => sum + month.count, 0);
  if (total === 0) return '近12个月没有收件';
  const most = Math.max(...months.map((month) => month.count));
  const peaks = months.filter((month) => month.count === most);
  if (peaks.length > 3) return `近12个月收件${total}件，各月相差不大`;
  return `${peaks.map((month) => month.label).join('、')}收件最多，${peaks.length > 1 ? '各' : ''}${most}件，${peaks.length > 1 ? '共' : ''}占近12个月的${tenths(most * peaks.length, total)}`;
}
