/** One printed line without the blanks at its ends. Offsets are half open, in code units of the source. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Number of `#` in front, 0 for a plain line; `start` stands after them. */
  readonly level: number;
}

/** Blanks of the corpus: space, tab, CR, NBSP, EN SPACE and its kin, ideographic space, characters without width and BOM. */
export function isBlank(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200d) ||
    code === 0x2060 ||
    code === 0x3000 ||
    code === 0xfeff ||
    code === 0x2028 ||
    code === 0x2029
  );
}

/** Markdown's sign for bold letters, in which other programs print labels and headings. */
export const BOLD = '**';

/** The lines that hold something, in order. One pass; a text of one endless line is one line. */
export function splitLines(text: string, from = 0): Line[] {
  const lines: Line[] = [];
  const length = text.length;
  let position = from;
  while (position < length) {
    let stop = text.indexOf('\n', position);
    if (stop < 0) stop = length;
    let start = position;
    let end = stop;
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    while (end > start && (isBlank(text.charCodeAt(end - 1)) || isStray(text, end - 1))) end--;
    let level = 0;
    while (start < end && text.charCodeAt(start) === 0x23) {
      level++;
      start++;
    }
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    if (text.startsWith(BOLD, start)) {
      start += BOLD.length;
      if (end - start >= BOLD.length && text.endsWith(BOLD, end)) end -= BOLD.length;
    }
    if (start < end || level > 0) lines.push({ start, end, level });
    position = stop + 1;
  }
  return lines;
}

/** A private-use character behind the end of a sentence: remains of a conversion, no part of a name. */
const isStray = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 0xe000 && code <= 0xf8ff && endsSentence(text, at);
};

const TERMINAL = new Set('。；：！？.;:!?”’」』）)】》〉…—|─');

/** Whether a line can end a natural paragraph. A line ending in another character goes on in the next one. */
export const endsSentence = (text: string, end: number): boolean => end > 0 && TERMINAL.has(text[end - 1]!);
