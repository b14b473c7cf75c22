import { isSpace } from './chars.js';

/** Skips at most a few spaces, one line end and &nbsp; between a numeral and its unit in a wrapped or badly set text. */
export function skipGap(text: string, at: number): number {
  let index = at;
  let lines = 0;
  for (;;) {
    const code = text.charCodeAt(index);
    // a tab or a wide gap parts columns
    if (isSpace(code) && (lines > 0 ? index - at < 8 : code !== 9 && index - at < 2)) index += 1;
    else if (code === 38 && text.startsWith('&nbsp;', index)) index += 6;
    else if (code === 13 && text.charCodeAt(index + 1) === 10) index += 1;
    else if (code === 10 && lines === 0) {
      lines = 1;
      index += 1;
    } else return index;
  }
}
