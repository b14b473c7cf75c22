const AROUND = 40;
const LENGTH = 120;
const BLANK = /\s/;
const BLANKS = /\s+/g;

/**
 * About 120 characters around the first word found, each word between U+0002 and U+0003.
 * @param words in lower case
 */
export function excerpts(words: readonly string[]): (body: string) => string {
  const longestFirst = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const marks = longestFirst.length === 0 ? null : new RegExp(longestFirst.join('|'), 'gi');
  const letters = words.some((word) => /[a-z]/.test(word));
  return (body) => {
    const text = BLANK.test(body) ? body.replaceAll(BLANKS, '') : body;
    const lower = letters ? text.toLowerCase() : text;
    const first = Math.min(...words.map((word) => lower.indexOf(word)).filter((at) => at >= 0), text.length);
    const from = first > AROUND && text.length > LENGTH ? first - AROUND : 0;
    const cut = text.slice(from, from + LENGTH);
    const marked = marks ? cut.replaceAll(marks, '\u0002$&\u0003') : cut;
    return `${from > 0 ? '……' : ''}${marked}${from + LENGTH < text.length ? '……' : ''}`;
  };
}
