import type { Value } from './value.js';

/** A rate of fewer than these stands in no order: one case more or less would turn it round. */
export const FEWEST_FOR_ORDER = 10;

/** Whether a figure may be said to be the highest or the lowest. */
export const standsInOrder = (value: Value, unit: string): boolean =>
  value.is !== 'missing' && (value.is !== 'ratio' || unit !== '%' || value.denominator >= FEWEST_FOR_ORDER);
