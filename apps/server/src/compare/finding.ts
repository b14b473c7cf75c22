import type { Found } from './cell.js';

const number = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 2 });
/** A rounded number as its source says it: 860余份 is not 860. */
const withUnit = ({ value, measured, rounded, text }: Found): string =>
  rounded ? text : `${number(value!)}${measured!.unit}`;

/** What a figure is against another that it may be compared with: points for rates, the change over the years of one place, else its part. */
export function relationOf(first: Found, own: Found): string | null {
  const [was, is] = [first.value!, own.value!];
  const { measured: one } = first;
  const { measured: two } = own;
  const about = first.rounded || own.rounded ? '约' : '';
  if (one!.unitKind.startsWith('rate')) {
    const points = Math.round((is - was) * 100) / 100;
    if (points === 0) return `与${one!.label}相同`;
    return `比${one!.label}${points > 0 ? '高' : '低'}${about}${Math.abs(points).toFixed(2)}个百分点`;
  }
  if (was === is) return `与${one!.label}相同`;
  if (was === 0) return null;
  if (one!.place === two!.place)
    return `比${one!.label}${is > was ? '多' : '少'}${about}${((Math.abs(is - was) / was) * 100).toFixed(2)}%`;
  return `为${one!.label}的${about}${((is / was) * 100).toFixed(2)}%`;
}

/** The finding of a chart: over years from when to when; over places who has most and who least in the same period. */
export function findingOf(compared: readonly Found[]): string {
  const places = new Set(compared.map(({ measured }) => measured!.place));
  const byTime = compared.toSorted((one, two) => one.measured!.from.localeCompare(two.measured!.from));
  const measure = compared[0]!.measured!.measure;
  if (places.size === 1) {
    const [first, last] = [byTime[0]!, byTime.at(-1)!];
    const change = last.value! - first.value!;
    const verb = change === 0 ? '都是' : change > 0 ? '升到' : '降到';
    if (change === 0) return `${measure}：${[...places][0]}各期${verb}${withUnit(first)}`;
    return `${measure}：${[...places][0]}由${withUnit(first)}${verb}${withUnit(last)}`;
  }
  // Who has most of all is asked of one period: the one that most have, the latest of them.
  const within = ({ measured }: Found) => compared.filter((other) => other.measured!.to === measured!.to);
  const same = byTime.map(within).reduce((most, next) => (next.length >= most.length ? next : most));
  const bySize = same.toSorted((one, two) => two.value! - one.value!);
  const [most, least] = [bySize[0]!, bySize.at(-1)!];
  const rate = most.measured!.unitKind.startsWith('rate');
  if (most.value === least.value) return `${measure}：各列相同，都是${withUnit(most)}`;
  return `${measure}：${most.measured!.label}最${rate ? '高' : '多'}，${withUnit(most)}；${least.measured!.label}最${rate ? '低' : '少'}，${withUnit(least)}`;
}
