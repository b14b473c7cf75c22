import { createHash, createHmac } from 'node:crypto';
import type { SecretKey } from './secrets.js';

/** No 0 O 1 I: read aloud and typed by hand without mistakes. */
export const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/**
 * Secret of an applicant: XXXX-XXXX-XXXX, 60 bits. Made from the idempotency key of the application, so that the device
 * that sent it is told again when the answer was lost on the way; the database alone does not know enough to make it.
 */
export function queryCode(key: string, secret: SecretKey): string {
  const bytes = createHmac('sm3', secret.subarray(16, 48)).update('query code\n').update(key).digest();
  const letters = [...bytes.subarray(0, 12)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}

/** What is kept of a query code, however it was typed. */
export const ticketOf = (code: string): string =>
  createHash('sm3')
    .update(code.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''))
    .digest('hex');
