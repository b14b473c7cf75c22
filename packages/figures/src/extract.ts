import type { Refusal } from '@fadu/kernel';
import { fail, ok, type Result, refusal, unpackedBytes } from '@fadu/kernel';
import { docxFault, htmlTooDeep } from '@fadu/kernel/nesting';
import iconv from 'iconv-lite';
import { writeOutSpans } from './html-tables.js';
import { PageReader } from './pdf-lines.js';
import { cleanPages } from './pdf-pages.js';
import { withoutRadicals } from './radicals.js';

/**
 * The text of a published report. .txt keeps its characters as they are (offsets in the file); .html, .docx and .pdf
 * are turned into lines, table rows into cells parted by tabs. A file that cannot be read is refused in words.
 */
export interface Extracted {
  readonly text: string;
  readonly format: 'txt' | 'html' | 'docx' | 'pdf';
  /** What a reader should know: no figures, no sign of a report … */
  readonly notes: readonly string[];
  /** Where each page begins in `text`; only of a file that has pages. */
  readonly pages?: readonly number[];
}

/** Told after each page; awaited, so that a long file leaves room for other work. */
export type PageProgress = (done: number, total: number) => Promise<void> | void;

const MAX_BYTES = 200_000_000;
/** A report with pictures stays far below; what unpacks to more was made to fill the memory. */
const MAX_UNPACKED = 500_000_000;

const no = (code: string, fact: string, rule: string, next: string): { ok: false; error: Refusal } =>
  fail(refusal(`figures.${code}`, `不能读取：${fact}。${rule}。可以${next}。`));

const starts = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

export async function extractText(
  bytes: Uint8Array,
  fileName: string,
  onPage?: PageProgress,
): Promise<Result<Extracted, Refusal>> {
  if (bytes.length === 0) return no('empty', '文件是空的', '读数需要有文字的文件', '重新下载后再试');
  if (bytes.length > MAX_BYTES) return no('too_large', '文件超过200MB', '单个报告不会这样大', '分册上传');
  const extension = fileName.toLowerCase().split('.').at(-1) ?? '';
  if (starts(bytes, [0x25, 0x50, 0x44, 0x46])) return pdfText(bytes, onPage);
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04]))
    return extension === 'docx'
      ? docxText(bytes)
      : no('format', '这是压缩包或不支持的办公文档', '支持 .txt .html .docx .pdf', '解压或另存为 .docx 后再试');
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return no(
      'format',
      '这是旧版 .doc 或加密的办公文档',
      '支持 .txt .html .docx .pdf',
      '去掉密码，另存为 .docx 后再试',
    );
  if (extension === 'docx' || extension === 'pdf')
    return no('broken', `文件内容不是 .${extension}`, '扩展名须与内容一致', '重新下载后再试');
  const decoded = decode(bytes);
  if (decoded === null) return no('binary', '文件不是文本', '支持 .txt .html .docx .pdf', '选择报告原文');
  if (extension === 'html' || extension === 'htm' || /^\s*(<!doctype html|<html)/i.test(decoded.text))
    return htmlText(decoded.text);
  return done(decoded.text, 'txt', decoded.mixed ? ['文件混用两种编码，已逐行辨认，请对照原文'] : []);
}

function done(text: string, format: Extracted['format'], notes: string[] = []): Result<Extracted, Refusal> {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (han < 20) notes.push('几乎没有汉字，可能不是报告');
  else if (!/法治|依法|行政|司法/.test(text)) notes.push('没有法治政府建设的内容，可能不是这类报告');
  if (/\d{16,}/.test(text)) notes.push('有超过15位的数字，没有作为数据读取');
  return ok({ text, format, notes });
}

const BINARY = /[\x00-\x08\x0e-\x1a]/g;

interface Decoded {
  readonly text: string;
  /** Lines of two encodings in one file, as when pieces were pasted together. */
  readonly mixed: boolean;
}

/** UTF-8, else GB18030, else each line by itself; null when it does not look like text. UTF-16 by its mark. */
function decode(bytes: Uint8Array): Decoded | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (starts(bytes, [0xff, 0xfe])) return { text: iconv.decode(buffer, 'utf16le'), mixed: false };
  if (starts(bytes, [0xfe, 0xff])) return { text: iconv.decode(buffer, 'utf16be'), mixed: false };
  const odd = (text: string): number => text.slice(0, 20000).match(BINARY)?.length ?? 0;
  const whole = utf8(buffer);
  if (whole !== null) return odd(whole) > 3 ? null : { text: whole, mixed: false };
  const lines = linesOf(buffer);
  const foreign = lines.filter((line) => line.some((byte) => byte >= 0x80));
  const broken = foreign.filter((line) => utf8(line) === null);
  const mixed = broken.length < foreign.length * 0.9;
  const text = mixed ? lines.map(line).join('') : iconv.decode(buffer, 'gb18030');
  const lost = text.match(/\uFFFD/g)?.length ?? 0;
  return odd(text) > 3 || lost > text.length / 20 ? null : { text, mixed: mixed && lost === 0 };
}

/** A line with one or two bad bytes is damaged UTF-8, with more it is GB18030. */
function line(bytes: Buffer): string {
  const whole = utf8(bytes);
  if (whole !== null) return whole;
  const damaged = bytes.toString('utf8');
  return (damaged.match(/\uFFFD/g)?.length ?? 0) <= 2 ? damaged : iconv.decode(bytes, 'gb18030');
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The lines with their ends; 0x0A is part of no longer character in either encoding. */
function linesOf(buffer: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let at = 0;
  while (at < buffer.length) {
    const end = buffer.indexOf(10, at);
    const stop = end < 0 ? buffer.length : end + 1;
    lines.push(buffer.subarray(at, stop));
    at = stop;
  }
  return lines;
}

const BLOCK = new Set(
  'p div section article header footer main h1 h2 h3 h4 h5 h6 li ul ol table tbody thead tr br hr dl dt dd blockquote pre form'.split(
    ' ',
  ),
);

const TOO_DEEP = no('nested', '文件里的标记层层嵌套超过1000层', '正常的报告不会这样', '另存为 .txt 或者重新保存后再试');

async function htmlText(decoded: string): Promise<Result<Extracted, Refusal>> {
  if (htmlTooDeep(decoded)) return TOO_DEEP;
  const { load } = await import('cheerio');
  const $ = load(decoded);
  $('script,style,noscript,template,svg,head,nav,iframe,select,button').remove();
  writeOutSpans($);
  const parts: string[] = [];
  const walk = (node: { type: string; data?: string; name?: string; children?: unknown[] }, cell = false): void => {
    if (node.type === 'text') {
      parts.push((node.data ?? '').replace(/[ \t\r\n]+/g, ' '));
      return;
    }
    const name = node.name ?? '';
    const block = BLOCK.has(name) && !cell;
    if (block) parts.push('\n');
    const isCell = name === 'td' || name === 'th';
    for (const child of node.children ?? []) walk(child as typeof node, cell || isCell);
    if (isCell && !cell) parts.push('\t');
    else if (block) parts.push('\n');
  };
  for (const node of $.root().toArray()) walk(node as unknown as Parameters<typeof walk>[0]);
  return done(withoutRadicals(tidy(parts.join(''))), 'html');
}

const tidy = (text: string): string =>
  text
    .replace(/\u00a0/g, ' ')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n[ ]+/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

async function docxText(bytes: Uint8Array): Promise<Result<Extracted, Refusal>> {
  if ((unpackedBytes(bytes) ?? 0) > MAX_UNPACKED)
    return no('too_large', '.docx 解开后超过500MB', '单个报告不会这样大', '重新保存后再试');
  const fault = docxFault(bytes);
  if (fault === 'too_large') return no('too_large', '.docx 里的文字超过30MB', '单个报告不会这样大', '分册上传');
  if (fault === 'nested') return TOO_DEEP;
  try {
    const mammoth = await import('mammoth');
    const { value } = await mammoth.default.convertToHtml({ buffer: Buffer.from(bytes) });
    const html = await htmlText(`<html><body>${value}</body></html>`);
    return html.ok ? done(html.value.text, 'docx') : html;
  } catch {
    return no('broken', '.docx 已损坏或加了密码', '读数需要能打开的文件', '去掉密码，重新保存后再试');
  }
}

async function pdfText(bytes: Uint8Array, onPage?: PageProgress): Promise<Result<Extracted, Refusal>> {
  const { getDocumentProxy } = await import('unpdf');
  const opened = await attempt(() => getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }));
  if (!opened.ok) return pdfRefusal(opened.error);
  const document = opened.value;
  const raw: string[] = [];
  const pages = new PageReader();
  try {
    for (let number = 1; number <= document.numPages; number += 1) {
      const read = await attempt(async () => {
        const page = await document.getPage(number);
        const { items } = await page.getTextContent();
        page.cleanup();
        return pages.read(items.filter((item) => 'str' in item));
      });
      if (!read.ok) return pdfRefusal(read.error);
      raw.push(read.value);
      await onPage?.(number, document.numPages);
    }
  } finally {
    await document.destroy();
  }
  const clean = withoutTitles(raw);
  const text = withoutRadicals(clean.join('\n'));
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (text.replace(/\s/g, '').length < 10 * raw.length && han < 20)
    return no('scanned', '.pdf 是扫描图片，没有文字', '扫描件须先做文字识别', '上传有文字的版本');
  const result = done(text, 'pdf');
  return result.ok ? ok({ ...result.value, pages: startsOf(clean) }) : result;
}

/** Without what stands on every page; where that is nearly all there is, it is no running title but the text. */
function withoutTitles(raw: readonly string[]): string[] {
  const clean = cleanPages(raw);
  const said = (pages: readonly string[]): number => pages.join('').replace(/\s/g, '').length;
  return said(clean) * 10 < said(raw) ? [...raw] : clean;
}

/** Where each piece begins when they are joined by line ends. */
function startsOf(pieces: readonly string[]): number[] {
  let at = 0;
  return pieces.map((piece) => {
    const start = at;
    at += piece.length + 1;
    return start;
  });
}

const attempt = <T>(work: () => Promise<T>): Promise<Result<T, Error>> =>
  work().then(ok, (error: Error) => fail(error));

const pdfRefusal = ({ name, message }: Error): { ok: false; error: Refusal } =>
  /password|encrypt/i.test(`${name} ${message}`)
    ? no('password', '.pdf 加了密码', '加密的文件无法取出文字', '去掉密码后再试')
    : no('broken', '.pdf 已损坏', '读数需要能打开的文件', '重新下载后再试');
