import type { NumberRule } from '@fadu/procedure';

export const numbers = {
  letter: { template: '{organ}建办〔{year}〕{serial}号' },
  reply: { template: '{organ}建复〔{year}〕{serial}号' },
} as const satisfies Readonly<Record<string, NumberRule>>;
