const AROUND = 40;
const LENGTH = 120;
/** Blanks and line feeds between 项 are left out; so many characters hold as many as are shown. */
const CUT = 200;
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
  // Without letters there is nothing to compare in either case, which takes longer.
  const letters = words.some((word) => /[a-z]/.test(word));
  const marks = longestFirst.length === 0 ? null : new RegExp(longestFirst.join('|'), letters ? 'gi' : 'g');
  return (body) => {
    const lower = letters ? body.toLowerCase() : body;
    let first = body.length;
    for (const word of words) {
      const at = lower.indexOf(word);
      if (at >= 0 && at < first) first = at;
    }
    const from = first < body.length && first > AROUND && body.length > LENGTH ? first - AROUND : 0;
    // Line feeds are nearly all the blanks there are, and taken out in less time by themselves.
    const around = body.slice(from, from + CUT).replaceAll('\n', '');
    const text = BLANK.test(around) ? around.replaceAll(BLANKS, '') : around;
    const cut = text.slice(0, LENGTH);
    const marked = marks ? cut.replaceAll(marks, '\u0002$&\u0003') : cut;
    return `${from > 0 ? '……' : ''}${marked}${text.length > LENGTH || from + CUT < body.length ? '……' : ''}`;
  };
}
