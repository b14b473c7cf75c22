/** 2026-11-25 → 11月25日, with the year when it is another than today's. */
export const dayWords = (date: string, today: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${date.slice(0, 4) === today.slice(0, 4) ? '' : `${year}年`}${month}月${day}日`;
};

/** 2026-11-25T08:05:00Z → 2026-11-25 16:05 in China. */
export const momentWords = (instant: string): string => {
  const shifted = new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString();
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 16)}`;
};

export const grouped = (count: number): string => count.toLocaleString('en');

/** 共31件; what was not counted to the end 约12.4万件. */
export const totalWords = (total: number, exact: boolean): string =>
  exact ? `共${grouped(total)}件` : `约${(total / 10_000).toFixed(1)}万件`;

/** The digits of a number of four or more in groups, as cards and tables have them: 9084件 → 9,084件, 8992/9084 → 8,992/9,084. */
export const groupedText = (text: string): string =>
  text.replaceAll(/(?<![\d.])\d{4,}/g, (digits) => digits.replaceAll(/\B(?=(\d{3})+$)/g, ','));
