import { FEWEST_FOR_ORDER, standsInOrder } from '@fadu/indicator';
import type { BoardPanel, BoardRow } from '@fadu/wire';
import { changeText } from '../indicators/change-text.js';

type Named = Pick<BoardPanel, 'name' | 'unit'>;

/** As a share: 占20%; nothing for what does not add up. */
function shareOf(part: number, whole: number, unit: string): string {
  if (unit === '%' || whole <= 0) return '';
  const share = (part / whole) * 100;
  return `，占${share >= 10 ? Math.round(share) : share.toFixed(1)}%`;
}

const knownOf = (rows: readonly BoardRow[]) =>
  rows.flatMap((row) => (row.height === null ? [] : [{ ...row, height: row.height }]));

/** What a figure says over time, as a sentence: over months which is highest, over years how the last one changed. */
export function trendFinding({ name, unit }: Named, rows: readonly BoardRow[], byYear: boolean): string {
  const known = knownOf(rows);
  if (known.length === 0) return `${name}：这一期间没有数`;
  const last = known.at(-1)!;
  const before = known.at(-2);
  if (byYear) {
    if (before === undefined) return `${name}${last.label}为${last.text}，没有更早的数可比`;
    if ([last.value, before.value].some((value) => value.is !== 'missing' && value.approx))
      return `${name}${last.label}为${last.text}，${before.label}为${before.text}`;
    const change = changeText(last.value, before.value, unit, {
      rate: ['增长', '下降'],
      points: ['上升', '下降'],
      same: '持平',
      fromZero: '从零增加',
    });
    return `${name}${last.label}为${last.text}，比${before.label}${change}`;
  }
  const ordered = known.filter(({ value }) => standsInOrder(value, unit));
  if (ordered.length === 0) return `${name}：各期基数都不足${FEWEST_FOR_ORDER}，不比高低`;
  const most = Math.max(...ordered.map(({ height }) => height));
  if (most === 0) return `${name}：这一期间都是0`;
  const peaks = ordered.filter(({ height }) => height === most);
  if (peaks.length > 3) return `${name}各期相差不大，最高${peaks[0]!.text}`;
  const whole = known.reduce((sum, { height }) => sum + height, 0);
  const labels = peaks.map(({ label }) => label).join('、');
  return `${labels}${name}最${unit === '%' ? '高' : '多'}，${peaks.length > 1 ? '各' : ''}${peaks[0]!.text}${shareOf(most * peaks.length, whole, unit)}`;
}

/** Which place stands first and which last, of those that are ranked. */
export function placesFinding({ name, unit }: Named, rows: readonly BoardRow[]): string {
  if (rows.length === 0) return `${name}：没有下级地区`;
  const known = knownOf(rows);
  if (known.length === 0) return `${name}：下级都没有数`;
  const placed = knownOf(rows.filter(({ rank }) => rank !== null)).sort((one, two) => two.height - one.height);
  if (placed.length === 0) return `${name}：各地基数都不足${FEWEST_FOR_ORDER}，不排名`;
  const [first, last] = [placed[0]!, placed.at(-1)!];
  if (placed.length === 1) return `只有${first.label}的${name}可以列名次，${first.text}`;
  if (first.height === last.height) return `${name}各地相同，都是${first.text}`;
  const whole = known.reduce((sum, { height }) => sum + height, 0);
  const top = placed.filter(({ height }) => height === first.height);
  const named = top.length > 2 ? `${top.length}个地区` : top.map(({ label }) => label).join('、');
  return unit === '%'
    ? `${named}${name}最高，${first.text}；${last.label}最低，${last.text}`
    : `${named}${name}最多，${top.length > 1 ? '各' : ''}${first.text}${shareOf(first.height * top.length, whole, unit)}`;
}

/** Which kind is the most frequent, or has the highest rate. */
export function fieldFinding({ name, unit }: Named, head: string, rows: readonly BoardRow[]): string {
  const known = knownOf(rows).filter(({ value }) => standsInOrder(value, unit));
  if (known.length === 0) return `${name}：这一期间没有可以按${head}分的记录`;
  const first = known.reduce((top, row) => (row.height > top.height ? row : top));
  if (first.height === 0) return `${name}：按${head}分都是0`;
  const whole = known.reduce((sum, { height }) => sum + height, 0);
  return `${name}中${first.label}最${unit === '%' ? '高' : '多'}，${first.text}${shareOf(first.height, whole, unit)}`;
}
