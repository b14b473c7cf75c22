import type { LegalBasis } from './legal-basis.js';

/**
 * Why something cannot be done: a value, never an exception. `code` is stable and named `line.reason`;
 * `message` follows the formula of the screens: 不能〔动作〕：〔事实〕。〔规则〕。可以〔下一步〕。
 */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly basis: readonly LegalBasis[];
  /** The field the refusal is about, as a path into the form, when there is one. */
  readonly field?: string;
  /** Facts a program may need: the computed last day, the organ that has jurisdiction … */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

export const refusal = (
  code: string,
  message: string,
  basis: LegalBasis | readonly LegalBasis[] = [],
  more: Pick<Refusal, 'field' | 'facts'> = {},
): Refusal => ({ code, message, basis: Array.isArray(basis) ? basis : [basis as LegalBasis], ...more });
