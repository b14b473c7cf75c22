import type { NumberRule } from '@fadu/procedure';

export const numbers = { case: { template: '{organ}诉前〔{year}〕{serial}号' } } as const satisfies Readonly<
  Record<string, NumberRule>
>;
