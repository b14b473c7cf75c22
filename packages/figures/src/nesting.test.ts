import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { extractText } from './extract.js';

/** A zip of one deflated file, its directory declaring `size` bytes. */
function zipOf(name: string, content: string, size = content.length): Uint8Array {
  const packed = deflateRawSync(content);
  const header = (signature: number, central: boolean): Buffer => {
    const bytes = Buffer.alloc(central ? 46 : 30);
    bytes.writeUInt32LE(signature, 0);
    const at = central ? 10 : 8;
    bytes.writeUInt16LE(8, at);
    bytes.writeUInt32LE(packed.length, at + 10);
    bytes.writeUInt32LE(size, at + 14);
    bytes.writeUInt16LE(name.length, at + 18);
    return Buffer.concat([bytes, Buffer.from(name)]);
  };
  const local = Buffer.concat([header(0x04034b50, false), packed]);
  const directory = header(0x02014b50, true);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return new Uint8Array(Buffer.concat([local, directory, end]));
}

const WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>';
const SAID = '全年受理行政复议案件60件，审结行政复议案件56件。';

const codeOf = async (bytes: Uint8Array, name: string): Promise<string> => {
  const read = await extractText(bytes, name);
  return read.ok ? 'read' : read.error.code;
};
const page = (body: string): Uint8Array => new TextEncoder().encode(`<html><body>${body}</body></html>`);

describe('a file made to keep the reader busy for ever', () => {
  it.each([
    ['elements that never close', `${WORD}${'<w:p>'.repeat(200_000)}`],
    ['elements one in the other', `${WORD}${'<w:p>'.repeat(50_000)}${'</w:p>'.repeat(50_000)}</w:body></w:document>`],
  ])('is refused: a .docx of %s', async (_, xml) =>
    expect(await codeOf(zipOf('word/document.xml', xml), 'a.docx')).toBe('figures.nested'),
  );

  it('is refused: a .docx whose words unpack to more than they declare', async () =>
    expect(await codeOf(zipOf('word/document.xml', '1'.repeat(40_000_000), 100), 'a.docx')).toBe('figures.too_large'));

  it('is refused: a page of elements that never close', async () =>
    expect(await codeOf(page(`${'<div>'.repeat(100_000)}${SAID}`), 'a.html')).toBe('figures.nested'));

  it.each([
    ['deep, but no deeper than a site', `${'<div>'.repeat(900)}${SAID}${'</div>'.repeat(900)}`],
    [
      'of many paragraphs and rows without end',
      `${'<p>段'.repeat(5000)}<table>${'<tr><td>格'.repeat(3000)}</table><p>${SAID}`,
    ],
    ['with a script that writes tags', `<script>${'document.write("<div>");'.repeat(3000)}</script><p>${SAID}</p>`],
  ])('a page %s is read', async (_, body) => {
    const read = await extractText(page(body), 'a.html');
    expect(read.ok && read.value.text).toContain(SAID);
  });
});
