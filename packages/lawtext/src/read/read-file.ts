import { fail, ok, type Refusal, type Result, refusal, unpackedBytes } from '@fadu/kernel';
import { docxFault, htmlTooDeep } from '@fadu/kernel/nesting';
import { load } from 'cheerio';
import mammoth from 'mammoth';
import { decode, type Encoding } from './encoding.js';

export interface ReadFile {
  readonly text: string;
  readonly encoding: Encoding | 'docx';
  readonly format: 'text' | 'html' | 'docx';
}

/** What unpacks to more was made to fill the memory. */
const MAX_UNPACKED = 500_000_000;

export type ReadRefusal = Refusal;

/**
 * Text of a law file: Markdown or plain text as it is, .html by its blocks, .docx by its paragraphs. Empty files, binary
 * files and unknown encodings are refused with the reason; nothing is guessed.
 */
export async function readLawFile(bytes: Uint8Array, name: string): Promise<Result<ReadFile, ReadRefusal>> {
  const refuse = (code: string, message: string) =>
    fail(refusal(`lawtext.${code}`, message, [], { facts: { file: name } }));
  if (bytes.length === 0) return refuse('empty', `不能读入${name}：文件是空的。`);
  if (isZip(bytes)) {
    if (!/\.docx$/i.test(name))
      return refuse('binary', `不能读入${name}：这是压缩文件，不是文本。可以解压后逐件读入。`);
    if ((unpackedBytes(bytes) ?? 0) > MAX_UNPACKED)
      return refuse('too_large', `不能读入${name}：解开后超过500MB，单件法规不会这样大。可以用 Word 重新保存。`);
    const fault = docxFault(bytes);
    if (fault === 'too_large')
      return refuse('too_large', `不能读入${name}：里面的文字超过30MB，单件法规不会这样大。可以用 Word 重新保存。`);
    if (fault === 'nested') return refuse('nested', tooDeep(name));
    try {
      const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
      const text = htmlText(value);
      return text.trim() === ''
        ? refuse('empty', `不能读入${name}：文档里没有文字。`)
        : ok({ text, encoding: 'docx', format: 'docx' });
    } catch {
      return refuse('broken', `不能读入${name}：不是完整的 Word 文档。可以用 Word 打开后另存。`);
    }
  }
  const program = PROGRAM_FORMATS.find(([magic]) => startsWith(bytes, magic));
  if (program) return refuse('binary', `不能读入${name}：这是 ${program[1]}，不是文本。${program[2]}`);
  const decoded = decode(bytes);
  if (!decoded.ok) {
    if (decoded.error === '二进制')
      return refuse('binary', `不能读入${name}：这不是文本文件。可以读入 .md、.txt、.html、.docx。`);
    return refuse(
      'encoding',
      `不能读入${name}：编码像是 ${decoded.error}。只读 UTF-8 和 GB18030。可以另存为 UTF-8 后再读入。`,
    );
  }
  const { text, encoding } = decoded.value;
  if (text.trim() === '') return refuse('empty', `不能读入${name}：文件里没有文字。`);
  if (/\.html?$/i.test(name) || /^\s*(<!doctype html|<html)/i.test(text.slice(0, 200))) {
    if (htmlTooDeep(text)) return refuse('nested', tooDeep(name));
    return ok({ text: htmlText(text), encoding, format: 'html' });
  }
  return ok({ text, encoding, format: 'text' });
}

const tooDeep = (name: string): string =>
  `不能读入${name}：标记层层嵌套超过1000层，正常的文件不会这样。可以另存为 .txt 后再读入。`;

/** Files of other programs that are often taken for texts, by their first bytes, and what can be done. */
const PROGRAM_FORMATS: readonly (readonly [magic: string, name: string, advice: string])[] = [
  ['%PDF-', 'PDF 文件', '可以从国家法律法规数据库下载 .docx，或者转为文本后读入。'],
  ['{\\rtf', 'RTF 文件', '可以用 Word 另存为 .docx 后读入。'],
  ['\xd0\xcf\x11\xe0', '旧版 Word 文件', '可以用 Word 另存为 .docx 后读入。'],
];

const startsWith = (bytes: Uint8Array, magic: string): boolean =>
  [...magic].every((char, at) => bytes[at] === char.charCodeAt(0));

const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

const BLOCKS = 'p,h1,h2,h3,h4,h5,h6,li,div,tr,section,article,blockquote,center';

/** Blocks of a page as lines. A <br> ends a line; scripts, styles and navigation are left out; a table row is one line. */
function htmlText(html: string): string {
  const $ = load(html);
  $('script,style,noscript,nav,header,footer,head,.header,.footer,.nav,.breadcrumb').remove();
  $('br').replaceWith('\n');
  $('tr').each((_, row) => {
    const cells = $(row)
      .children('td,th')
      .map((__, cell) => $(cell).text().replace(/\s+/g, ' ').trim())
      .get();
    $(row).text(`\n| ${cells.join(' | ')} |\n`);
  });
  $('h1,h2,h3,h4,h5,h6').each((_, heading) => {
    $(heading).append('\n').prepend('\n');
  });
  $(BLOCKS).each((_, block) => {
    $(block).append('\n').prepend('\n');
  });
  return $.root()
    .text()
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
