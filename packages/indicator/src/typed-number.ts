import type { CollectedApprox } from './collected.js';

/** A number as people type it into a table, in the digits of a return. */
export interface TypedNumber {
  readonly value: string;
  readonly approx?: CollectedApprox;
}

const TENS = { 万: 4, 亿: 8 } as const;

/**
 * 9,084 · ９０８４ · 2.5万 · 约250件 · 250余件 · 近250 · 86.1% in plain digits, with how far it is known. What is none of
 * these comes back as it was typed: the checks of the return say what is wrong with it.
 */
export function typedNumber(text: string, unit: string): TypedNumber {
  const plain = text.normalize('NFKC').replaceAll(/[,\s]/g, '');
  const own = plain.endsWith(unit) && unit !== '' ? plain.slice(0, -unit.length) : plain;
  const found = /^(约|近|不足)?(\d+)(?:\.(\d+))?(余|多)?([万亿])?(余|多)?$/.exec(own);
  if (found === null) return { value: plain };
  const [, before, whole = '', part = '', over, tens, after] = found;
  const places = tens === undefined ? 0 : TENS[tens as keyof typeof TENS];
  // 2.50001万 is no whole number of units: it is left to the checks.
  if (part.length > places && tens !== undefined) return { value: plain };
  const digits = tens === undefined ? whole : `${whole}${part.padEnd(places, '0')}`;
  const decimals = tens === undefined && part !== '' ? `.${part}` : '';
  const value = `${digits.replace(/^0+(?=\d)/, '')}${decimals}`;
  const approx = (over ?? after) ? 'over' : before === undefined ? undefined : before === '约' ? 'about' : 'under';
  return { value, ...(approx !== undefined && { approx }) };
}
