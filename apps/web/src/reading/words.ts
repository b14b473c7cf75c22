import type { ReadFigure } from '@fadu/wire';
import { APPROX_WORDS, POLARITY_WORDS, ROLE_WORDS } from '@fadu/wire/reading-words';

export const STATE_WORDS = { open: '待核', confirmed: '已核', rejected: '不是数字' } as const;
export const FILE_STATES = { waiting: '等候读取', reading: '正在读取', read: '已读', refused: '不能读取' } as const;

/** 60件, 近1亿元, 25～30件: as it will stand in comparisons. */
export function valueWords({
  value,
  valueTo,
  unit,
  approx,
}: Pick<ReadFigure, 'value' | 'valueTo' | 'unit' | 'approx'>): string {
  const number = (one: number) => one.toLocaleString('en', { maximumFractionDigits: 4 });
  const range = valueTo === null ? number(value) : `${number(value)}～${number(valueTo)}`;
  const words = `${range}${unit ?? ''}`;
  return approx === 'exact' ? words : `${words}（${APPROX_WORDS[approx]}）`;
}

/** 变化·上升·同比 */
export const kindWords = ({ role, polarity, basis }: Pick<ReadFigure, 'role' | 'polarity' | 'basis'>): string =>
  [ROLE_WORDS[role], polarity && POLARITY_WORDS[polarity], basis].filter((part) => part).join('·');

/** 0.62 → 把握62%; nothing for what a person added. */
export const sureWords = ({ confidence }: Pick<ReadFigure, 'confidence'>): string =>
  confidence === null ? '人工补录' : `把握${Math.round(confidence * 100)}%`;

export const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
