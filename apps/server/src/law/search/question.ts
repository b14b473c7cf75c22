import { type Address, addressCode, parseAddress } from '@fadu/lawtext';
import { type Title, type Titles, typedTitle } from './titles.js';
import { questionWords } from './words.js';

/** A clause that a question names. */
export interface NamedClause {
  readonly title: string;
  readonly locator: string;
  /** The 款, 项 or 目 that is named in it. */
  readonly unit: Address | null;
}

/** 处罚法33 · 行政复议法第四十八条第一款 · xzfyf48 · 《刑法》§219-1 */
export function splitClause(question: string): NamedClause | undefined {
  const found =
    /^《?([一-龥a-zA-Z（）〈〉]{2,40}?)》?\s*(第[一二三四五六七八九十百零千\d]+条.*|§?\s*\d{1,4}(?:[-.(（].*)?)$/.exec(
      question.trim(),
    );
  if (!found) return undefined;
  const address = parseAddress(
    found[2]!
      .replaceAll('（', '(')
      .replaceAll('）', ')')
      .replace(/^第(\d+)条$/, '$1'),
  );
  if (!address.ok) return undefined;
  const { article, paragraph, item } = address.value;
  const pinned = paragraph !== undefined || item !== undefined;
  return { title: found[1]!, locator: addressCode({ article }), unit: pinned ? address.value : null };
}

/** What a question asks of the texts. */
export interface Asked {
  readonly words: readonly string[];
  /** What stands together in it, at least two characters each: 违法所得, 应当自收到申请之日起. */
  readonly phrases: readonly string[];
  /** A law it begins with and what it asks of that law: 行政复议法 期限, 行政复议法期限. */
  readonly inLaw: { readonly laws: readonly Title[]; readonly words: readonly string[] } | null;
}

export function asked(question: string, titles: Titles): Asked {
  const phrases = phrasesOf(question);
  return { words: questionWords(question), phrases, inLaw: lawAtBeginning(phrases, titles) };
}

const phrasesOf = (question: string): string[] =>
  question
    .toLowerCase()
    .split(/[\s《》〈〉、，,。；;：:“”"]+/)
    .filter((part) => part.length > 1);

/** A name people write without a blank behind it ends with one of these. */
const ENDS_A_NAME = /[法例定则程典释]$/;
const SHORTEST_NAME = 3;

function lawAtBeginning([first, ...others]: readonly string[], titles: Titles): Asked['inLaw'] {
  if (first === undefined) return null;
  for (let end = first.length; end >= SHORTEST_NAME; end -= 1) {
    const name = first.slice(0, end);
    if (end < first.length && !ENDS_A_NAME.test(name)) continue;
    const laws = titles.named(typedTitle(name));
    if (laws.length === 0) continue;
    const words = questionWords([first.slice(end), ...others].join(' '));
    return words.length === 0 ? null : { laws, words };
  }
  return null;
}
