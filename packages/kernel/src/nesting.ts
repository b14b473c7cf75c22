import { inflateRawSync } from 'node:zlib';
import { zipParts } from './zip.js';

/**
 * Files made to keep a reader busy for ever: thousands of elements one in the other, or packed so that little unpacks to
 * much. Parsers need the square of the depth, so it is counted before they begin. Not for browsers: it unpacks with zlib.
 */

/** No page of a site and no document of an office goes nearly so deep. */
const DEEPEST = 1000;
/** Words of a .docx in XML: 500 pages have some 5 MB. Pictures are not counted. */
const MOST_XML = 30_000_000;

const TAG = /<(\/?)([a-z][\w:-]*)(?:[^<>"']|"[^"]*"|'[^']*')*?(\/?)>/gi;
/** Without end, or with one that is often left out: they do not stay open. */
const CLOSED_BY_ITSELF =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option|optgroup|colgroup|body|html|head)$/i;

/** Whether elements lie deeper in each other than any parser should be given. */
function tooDeep(markup: string, staysOpen: (name: string) => boolean): boolean {
  const tags = new RegExp(TAG);
  let depth = 0;
  for (let tag = tags.exec(markup); tag !== null; tag = tags.exec(markup)) {
    const [, end, name, itself] = tag as unknown as [string, string, string, string];
    if (itself !== '' || !staysOpen(name)) continue;
    depth = end === '' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEEPEST) return true;
    if (end !== '' || !SCRIPT.test(name)) continue;
    // What looks like a tag in a script is none.
    const close = markup.indexOf(`</${name}`, tags.lastIndex);
    if (close < 0) return false;
    tags.lastIndex = close;
  }
  return false;
}

const SCRIPT = /^(?:script|style)$/i;

export const htmlTooDeep = (html: string): boolean => tooDeep(html, (name) => !CLOSED_BY_ITSELF.test(name));

/** What is wrong with a .docx before it is opened; undefined when nothing is. */
export function docxFault(bytes: Uint8Array): 'too_large' | 'nested' | 'broken' | undefined {
  const parts = zipParts(bytes);
  if (parts === undefined) return 'broken';
  let left = MOST_XML;
  for (const { method, packed } of parts.filter((part) => /\.(?:xml|rels)$/i.test(part.name))) {
    let xml: Buffer;
    try {
      // The directory may declare less than comes out.
      xml = method === 0 ? Buffer.from(packed) : inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too_large' : 'broken';
    }
    left -= xml.length;
    if (left < 0) return 'too_large';
    if (tooDeep(xml.toString('utf8'), () => true)) return 'nested';
  }
  return undefined;
}
