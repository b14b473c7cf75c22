// Words that the browser needs as values; apart, so that it does not load the schemas with them.
export { DOMAIN_NAMES, FEWEST_FOR_ORDER, heightOf, standsInOrder } from '@fadu/indicator';

/** What a board is compared with: the same days of the year before, the period before, the places of the same level. */
export const COMPARISONS = { year: '上年同期', previous: '上一期', superior: '同级平均' } as const;
export type Comparison = keyof typeof COMPARISONS;
