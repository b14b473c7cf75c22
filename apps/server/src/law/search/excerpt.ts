const AROUND = 40;
const LENGTH = 120;
/** Blanks and line feeds between 项 are left out; so many characters hold as many as are shown. */
const CUT = 200;
const BLANK = /\s/;
const BLANKS = /\s+/g;

/**
 * About 120 characters around the first word found, each word between U+0002 and U+0003; of words that begin at one place the
 * longest. The words are looked for one by one: a pattern made of them is compiled anew for each question.
 * @param words in lower case
 */
export function excerpts(words: readonly string[]): (body: string) => string {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  // Without letters there is nothing to compare in either case, which takes longer.
  const letters = words.some((word) => /[a-z]/.test(word));
  return (body) => {
    const lower = letters ? body.toLowerCase() : body;
    let first = body.length;
    const held: string[] = [];
    for (const word of longestFirst) {
      const at = lower.indexOf(word);
      if (at < 0) continue;
      held.push(word);
      if (at < first) first = at;
    }
    const from = first < body.length && first > AROUND && body.length > LENGTH ? first - AROUND : 0;
    const around = body.slice(from, from + CUT);
    const text = BLANK.test(around) ? around.replaceAll(BLANKS, '') : around;
    const cut = text.slice(0, LENGTH);
    const marked = withMarks(cut, letters ? cut.toLowerCase() : cut, held);
    return `${from > 0 ? '……' : ''}${marked}${text.length > LENGTH || from + CUT < body.length ? '……' : ''}`;
  };
}

/** @param lower the text as the words are compared with it */
function withMarks(text: string, lower: string, longestFirst: readonly string[]): string {
  const next: number[] = [];
  for (const word of longestFirst) next.push(lower.indexOf(word));
  let marked = '';
  for (let from = 0; ; ) {
    let at = text.length;
    let end = at;
    // By number: an iterator is an object for each turn, of which there are hundreds in a question.
    for (let nth = 0; nth < next.length; nth += 1) {
      const word = longestFirst[nth]!;
      let found = next[nth]!;
      if (found >= 0 && found < from) found = next[nth] = lower.indexOf(word, from);
      if (found < 0 || found >= at) continue;
      at = found;
      end = found + word.length;
    }
    if (at === text.length) return marked + text.slice(from);
    marked += `${text.slice(from, at)}\u0002${text.slice(at, end)}\u0003`;
    from = end;
  }
}
