import type { NumberRule } from '@fadu/procedure';

export const numbers = {
  case: { template: '{organ}赔〔{year}〕{serial}号' },
  decision: { template: '{organ}赔决〔{year}〕{serial}号' },
} as const satisfies Readonly<Record<string, NumberRule>>;
