import { fail, ok, type Result } from '@fadu/kernel';
import iconv from 'iconv-lite';

export type Encoding = 'UTF-8' | 'GB18030';

/**
 * Text of bytes in UTF-8 or GB18030. Any other encoding is refused by the name of the best guess, because a text read in
 * a wrong encoding looks right in its first lines and is wrong where it matters.
 *
 * GB18030 is accepted when no byte pair is outside the standard and common characters of legal texts occur; Big5 shares
 * its byte ranges and is told by those characters. Fails for a GB18030 file of a few rare characters.
 */
export function decode(bytes: Uint8Array): Result<{ text: string; encoding: Encoding }, string> {
  const guess = byOrderMark(bytes);
  if (guess) return fail(guess);
  if (bytes.subarray(0, 4096).includes(0)) {
    return fail(evenZeros(bytes));
  }
  try {
    return ok({ text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: 'UTF-8' });
  } catch {
    // not UTF-8: judged below
  }
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'gb18030');
  if (!text.includes('\ufffd') && commonShare(text) >= COMMON_SHARE) return ok({ text, encoding: 'GB18030' });
  return fail(otherEncoding(bytes));
}

/** Encodings told apart by the letters they give, in the order in which they are tried. */
const OTHERS: readonly (readonly [label: string, letters: RegExp, least: number])[] = [
  ['Shift_JIS', /[\u3040-\u30ff]/g, 0.3],
  ['EUC-JP', /[\u3040-\u30ff]/g, 0.3],
  ['EUC-KR', /[\uac00-\ud7a3]/g, 0.6],
  ['Big5', /[的一國規定條]/g, 0.02],
  ['windows-1251', /[\u0410-\u044f]/g, 0.8],
];

function otherEncoding(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 65_536);
  for (const [label, letters, least] of OTHERS) {
    const text = new TextDecoder(label).decode(sample);
    const foreign = text.match(/[^\0-\x7f]/g)?.length ?? 0;
    const wrong = text.match(/\ufffd/g)?.length ?? 0;
    // a few accents between plain letters are no other script
    if (wrong <= 2 && foreign * 5 > text.length && (text.match(letters)?.length ?? 0) / foreign >= least) return label;
  }
  return /[\x80-\x9f]/.test(Buffer.from(sample).toString('latin1')) ? '不明编码' : 'ISO-8859-1';
}

/** Least share of the Han characters that are among the commonest of legal texts. */
const COMMON_SHARE = 0.05;
const COMMON = new Set('的一不人在有中大国规定条第法应当或者和行政单位以由');

function commonShare(text: string): number {
  let common = 0;
  let han = 0;
  for (const char of text.slice(0, 20_000)) {
    const code = char.codePointAt(0)!;
    if (code < 0x4e00 || code > 0x9fff) continue;
    han++;
    if (COMMON.has(char)) common++;
  }
  return han === 0 ? 0 : common / han;
}

function byOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE';
  return undefined;
}

/** Zero bytes: UTF-16 without mark when it reads as Chinese one way round, else no text at all. */
function evenZeros(bytes: Uint8Array): string {
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const text = new TextDecoder(encoding).decode(bytes.subarray(0, 40_000));
    if (commonShare(text) >= COMMON_SHARE)
      return encoding.replace('utf', 'UTF').replace('le', 'LE').replace('be', 'BE');
  }
  return '二进制';
}
