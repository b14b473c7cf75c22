import { wordsIn } from './words.js';

/** What a clause says a thing is: 本法所称样例，是指……; 样例是不能预见的情况; （一）样例，指……. */
export function definedIn(body: string): readonly string[] {
  const found = new Set<string>();
  for (let at = body.indexOf('指'); at >= 0; at = body.indexOf('指', at + 1)) {
    const end = body[at - 1] === '是' ? at - 1 : at;
    if (end === at && body[at - 1] !== '，') continue;
    const term = termBefore(body, body[end - 1] === '，' ? end - 1 : end);
    if (term) found.add(term.text);
  }
  for (let at = body.indexOf('是'); at >= 0; at = body.indexOf('是', at + 1)) {
    if (body[at + 1] === '指' || body[at + 1] === '否') continue;
    const term = termBefore(body, at);
    // In the middle of a sentence 是 says what is the case, not what a thing is.
    if (term && (term.from === 0 || BEGINS_AFTER.test(body[term.from - 1]!))) found.add(term.text);
  }
  return [...found];
}

const BEGINS_AFTER = /[。；\n]/;
const LONGEST = 14;
const SHORTEST = 2;
const QUOTES = /[“”]/;

/** The characters before a place, back to the next mark or to 称. */
function termBefore(body: string, end: number): { readonly text: string; readonly from: number } | undefined {
  let to = end;
  if (to > 0 && QUOTES.test(body[to - 1]!)) to -= 1;
  let from = to;
  while (from > 0 && to - from <= LONGEST && isCharacter(body.charCodeAt(from - 1)) && body[from - 1] !== '称')
    from -= 1;
  const length = to - from;
  return length >= SHORTEST && length <= LONGEST ? { text: body.slice(from, to), from } : undefined;
}

const isCharacter = (code: number): boolean => code >= 0x4e00 && code <= 0x9fa5;

/** A word over a clause, and how much of its heading it is. */
export interface Heading {
  readonly word: string;
  /** Up to `WHOLE_HEADING`: 期限 is all of 第三节　期限, half of 期限计算. */
  readonly share: number;
}

export const WHOLE_HEADING = 100;

const known = new Map<string, readonly Heading[]>();
const MOST_KNOWN = 20_000;

/** The words of the headings over a clause, without their numbers; many clauses share them. */
export function headingWords(headings: readonly string[]): readonly Heading[] {
  const key = headings.join('\n');
  const found = known.get(key);
  if (found) return found;
  const shares = new Map<string, number>();
  for (const heading of headings) {
    const name = heading.replace(/^第[^　\s]*[编章节][　\s]*/, '').replaceAll(/[　\s]/g, '');
    for (const word of new Set([name, ...wordsIn(name)]))
      shares.set(word, Math.max(shares.get(word) ?? 0, Math.round((WHOLE_HEADING * word.length) / name.length)));
  }
  const words = [...shares].map(([word, share]) => ({ word, share }));
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, words);
  return words;
}
