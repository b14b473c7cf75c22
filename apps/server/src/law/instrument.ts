import { createHash } from 'node:crypto';
import type { HistoryEntry, LawDocument } from '@fadu/lawtext';
import { pinyin } from 'pinyin-pro';

const STATE = '中华人民共和国';

/**
 * 效力位阶 by kind letter: 1 is the highest (立法法第九十八条至第一百零二条). Numbers order a list of hits; whether one text
 * prevails over another is decided by the comparable relations only, never by this number alone.
 */
export const RANK: Readonly<Record<string, number>> = {
  C: 1,
  L: 2,
  Q: 2,
  A: 3,
  I: 3,
  D: 4,
  Z: 4,
  S: 4,
  B: 5,
  G: 5,
  N: 7,
};

/** A text as it enters the base: what identifies it, and from when it holds. */
export interface Instrument {
  readonly title: string;
  readonly kind: string;
  readonly region: string;
  readonly maker: string | null;
  readonly effectiveOn: string;
  readonly effectiveBasis: 'stated' | 'promulgation' | 'amendment' | 'file';
  readonly publishedOn: string | null;
}

/**
 * Reads the identity of a text. The effective date of a text amended by decision is the amendment's: its final clause
 * keeps the old date (sheet 4f-4, measured 87.5%). Undefined when no date can be told at all.
 */
export function instrumentOf(
  law: LawDocument,
  regionOfTitle: (title: string) => string | undefined,
): Instrument | undefined {
  const title = law.title.replaceAll(/\s+/g, '');
  const region =
    (law.kind === 'D' || law.kind === 'G' || law.kind === 'Z' ? regionOfTitle(title) : undefined) ?? '000000';
  const amended = lastAmendment(law.history);
  const stated = law.effective_date;
  const published = law.file_date ?? law.promulgation_date;
  const identity = { title, kind: law.kind, region, maker: makerOf(law), publishedOn: published };
  if (amended && (!stated || amended > stated))
    return {
      ...identity,
      effectiveOn: published && published > amended ? published : amended,
      effectiveBasis: 'amendment',
    };
  if (stated)
    return {
      ...identity,
      effectiveOn: stated,
      effectiveBasis: law.effective_basis === 'on_promulgation' ? 'promulgation' : 'stated',
    };
  if (law.promulgation_date) return { ...identity, effectiveOn: law.promulgation_date, effectiveBasis: 'promulgation' };
  return law.file_date ? { ...identity, effectiveOn: law.file_date, effectiveBasis: 'file' } : undefined;
}

const lastAmendment = (history: readonly HistoryEntry[]): string | undefined =>
  history
    .filter(({ event, date }) => date !== null && /修正|修订|修改/.test(event))
    .map(({ date }) => date!)
    .sort()
    .at(-1);

/** The maker as the header names it: the organ before the first 第N次会议, 令 or 公告. */
function makerOf(law: LawDocument): string | null {
  const first = law.history[0];
  if (!first) return null;
  const note = law.source.slice(first.span.start, first.span.end);
  const found =
    /((?:全国|[一-龥]{2,12}(?:省|市|自治区|州|县))?[一-龥]{0,12}人民代表大会(?:常务委员会)?|国务院|最高人民法院|最高人民检察院|[一-龥]{2,12}人民政府|[一-龥]{2,10}(?:部|委员会|总局))/.exec(
      note.replace(/^[^一-龥]*\d+年\d+月\d+日/, ''),
    );
  return found?.[1] ?? null;
}

export const textDigest = (source: string): string =>
  createHash('sm3').update(source.replaceAll(/\s+/g, ''), 'utf8').digest('hex');

/** The title without the state's name and without what stands in brackets: what people call it. */
const shortTitle = (title: string): string => title.replace(STATE, '').replace(/（\d{4}年?.*?）$/, '');

/** How a title may be typed: whole and short in characters, pinyin initials, pinyin. Lower case. */
export function searchKeys(title: string): readonly string[] {
  const short = shortTitle(title);
  const initials = pinyin(short, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase();
  const whole = pinyin(short, { toneType: 'none', type: 'array' }).join('').toLowerCase();
  return [...new Set([title, short, initials, whole].map((key) => key.replaceAll(/[《》〈〉]/g, '')))];
}
