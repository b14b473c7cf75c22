import type { NumberRule } from '@fadu/procedure';

export const numbers = {
  case: { template: '{organ}应〔{year}〕{serial}号' },
  notice: { template: '{organ}应函〔{year}〕{serial}号' },
} as const satisfies Readonly<Record<string, NumberRule>>;
