import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { checkIdNumber, type Json, type JsonObject, maskIdNumber, maskName, maskPhone } from '@fadu/kernel';
import { type FieldSpec, type Fields, isSealed, type Mask } from '@fadu/procedure';

/** Personal data taken out of a record: kept encrypted beside it. */
export interface Secret {
  readonly digest: string;
  readonly salt: string;
  readonly cipher: string;
}

/** 64 bytes: SM4 key (16), HMAC-SM3 key (32), the rest unused. Kept in the data folder, never in the database. */
export type SecretKey = Buffer;

/** SM4-CTR with HMAC-SM3 over nonce and cipher text (encrypt, then authenticate). */
export function encrypt(text: string, key: SecretKey): string {
  const nonce = randomBytes(16);
  const cipher = createCipheriv('sm4-ctr', key.subarray(0, 16), nonce);
  const body = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([body, tag(body, key)]).toString('hex');
}

/** @throws Error when the bytes were altered or belong to another key. */
export function decrypt(hex: string, key: SecretKey): string {
  const bytes = Buffer.from(hex, 'hex');
  const body = bytes.subarray(0, -32);
  if (!timingSafeEqual(tag(body, key), bytes.subarray(-32)))
    throw new Error('the encrypted value does not authenticate');
  const decipher = createDecipheriv('sm4-ctr', key.subarray(0, 16), body.subarray(0, 16));
  return Buffer.concat([decipher.update(body.subarray(16)), decipher.final()]).toString('utf8');
}

const tag = (body: Buffer, key: SecretKey): Buffer => createHmac('sm3', key.subarray(16, 48)).update(body).digest();

const masked = (text: string, mask: Mask): string => {
  switch (mask) {
    case 'idNumber':
      return checkIdNumber(text, '2199-12-31' as never).ok
        ? maskIdNumber(text)
        : '*'.repeat(Math.max(4, text.length - 4)) + text.slice(-4);
    case 'phone':
      return maskPhone(text);
    case 'name':
      return maskName(text);
    case 'text':
      return `${[...text].slice(0, 3).join('')}****`;
  }
};

/**
 * Replaces sensitive values of a form by salted SM3 digests with a mask, and returns what was taken out. Values sealed
 * before stay as they are.
 */
export function sealValues(
  fields: Fields,
  values: JsonObject,
  key: SecretKey,
): { values: JsonObject; secrets: Secret[]; tokens: Map<string, Json> } {
  const secrets: Secret[] = [];
  const tokens = new Map<string, Json>();
  const seal = (spec: FieldSpec, value: Json): Json => {
    if (spec.kind === 'group') return group(spec.of, value as JsonObject);
    if (spec.kind === 'list') return (value as JsonObject[]).map((item) => group(spec.of, item));
    if (!spec.sensitive || typeof value !== 'string' || isSealed(value)) return value;
    const salt = randomBytes(16);
    const digest = createHash('sm3').update(salt).update(value, 'utf8').digest('hex');
    secrets.push({ digest, salt: salt.toString('hex'), cipher: encrypt(value, key) });
    const token = { $sealed: digest, mask: masked(value, spec.sensitive) };
    tokens.set(value, token);
    return token;
  };
  const group = (of: Fields, object: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(object).map(([name, value]) => [name, of[name] && value !== null ? seal(of[name], value) : value]),
    );
  return { values: group(fields, values), secrets, tokens };
}
