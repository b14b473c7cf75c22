/**
 * A text that still has its HTML in it (a page saved as .txt, a cell of a spreadsheet): tags become the line ends and tabs
 * they stand for, entities their characters. `at(index)` gives the offset in the text as it was.
 * Assumption: `<` followed by the name of a tag is a tag; a `<` of other text stays.
 */
export interface Untagged {
  readonly text: string;
  readonly at: (index: number) => number;
}

const TAG =
  /<!--[\s\S]{0,4000}?-->|<(script|style)\b[^>]{0,400}>[\s\S]{0,40000}?<\/\1\s*>|<\/?(?:p|div|span|br|hr|b|i|u|a|em|strong|font|h[1-6]|ul|ol|li|dl|dt|dd|table|tbody|thead|tfoot|tr|td|th|caption|section|article|header|footer|center|img|input|label|sup|sub|small|html|head|body|title|meta|link)\b[^<>]{0,2000}>/gi;
const ENTITY = /&(?:#(\d{2,6})|#x([0-9a-f]{2,5})|([a-z]{2,8}));/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  middot: '·',
  hellip: '…',
  bull: '•',
  times: '×',
  permil: '‰',
  emsp: ' ',
  ensp: ' ',
  thinsp: ' ',
};
/** A tag that ends a line; those of cells part columns, all others leave nothing. */
const LINE = /^<(?:br|hr|\/(?:p|div|h[1-6]|li|dt|dd|tr|table|caption|section|article|header|footer|center|title))\b/i;
const CELL = /^<\/t[dh]\b/i;

const NEEDED =
  /<(?:p|div|span|br|td|tr|li|strong|font|h[1-6])\b[^<>]*>|&(?:#\d{2,6}|#x[0-9a-f]{2,5}|[lr][ds]quo|[mn]dash|permil|middot);/i;

export function untag(text: string): Untagged {
  if (!NEEDED.test(text)) return { text, at: (index) => index };
  const map = new Int32Array(text.length + 1);
  const parts: string[] = [];
  let length = 0;
  let run = 0;
  const keep = (to: number): void => {
    if (to <= run) return;
    parts.push(text.slice(run, to));
    for (let index = run; index < to; index += 1) map[length++] = index;
  };
  for (const { index, 0: found } of [...text.matchAll(TAG), ...text.matchAll(ENTITY)].sort(
    (a, b) => a.index - b.index,
  )) {
    if (index < run) continue;
    const sign = found.startsWith('&') ? entity(found) : LINE.test(found) ? '\n' : CELL.test(found) ? '\t' : '';
    if (sign === null) continue;
    keep(index);
    if (sign !== '') {
      parts.push(sign);
      map[length++] = index;
    }
    run = index + found.length;
  }
  keep(text.length);
  map[length] = text.length;
  return { text: parts.join(''), at: (index) => map[index]! };
}

/** The character, or null for what is none or is better left to the next reader (&nbsp;). */
function entity(found: string): string | null {
  const [, decimal, hex, name] = /^&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));$/i.exec(found)!;
  if (name !== undefined) return ENTITIES[name] ?? null;
  const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex!, 16);
  return code > 31 && code < 0xffff ? String.fromCharCode(code) : null;
}
