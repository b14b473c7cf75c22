import { chineseDate, type PlainDate } from '@fadu/kernel';

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** 1: 一、 2: （一） 3: 1. 4: （1） (GB/T 9704 7.3.3). */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** A sheet of labels and values (送达回证, 登记表): one or two pairs in a row. */
  | { readonly kind: 'sheet'; readonly rows: readonly (readonly (readonly [label: string, value: string])[])[] };

/**
 * What kind of paper it is; decides head, title and end. See `docs/decisions/0005-documents.md`.
 * - `writ` 文书: no red head; the organ's name is the first line of the title; number centred below; seal.
 * - `letter` 函 (GB/T 9704 10.1): red mark and double rules, number right, no number on the first page; seal.
 * - `official` 其他公文 (7.2): red mark 35 mm down, number, red rule; seal; 版记.
 * - `record` 笔录、登记表: title only; signed by those present.
 * - `statement` 诉讼文书、当事人文书: title only; ends with 此致; signed by whoever states.
 */
type PaperForm = 'writ' | 'letter' | 'official' | 'record' | 'statement';

/** An official document as data: what it says, in the order of GB/T 9704—2012. Layout is the renderers' business. */
export interface OfficialDocument {
  /** Version of the layout that made the file; the digest holds for this layout only. */
  readonly layout: 1;
  readonly form: PaperForm;
  /** 发文机关. */
  readonly organ: string;
  /** 发文字号. */
  readonly number?: string;
  readonly title: string;
  /** 主送机关, without the colon. */
  readonly to?: string;
  readonly blocks: readonly Block[];
  readonly attachments?: readonly string[];
  /** 署名. */
  readonly sender: string;
  readonly date: PlainDate;
  /** 附注, without the brackets. */
  readonly note?: string;
  /** 抄送 of the 版记. */
  readonly copyTo?: readonly string[];
  readonly verification: { readonly code: string; readonly url: string };
  /** Not issued: marked as such, without code. */
  readonly draft?: boolean;
  /** Those who sign by hand: 申请人, 记录人. */
  readonly signatories?: readonly string[];
}

/** Control characters that XML cannot hold, and lone surrogates, become the mark of an unreadable character. */
const printable = (text: string): string =>
  text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');

/** Text inside XML or HTML, also within a quoted attribute. */
export const escapeText = (text: string): string =>
  printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export const dateLine = (document: OfficialDocument): string => chineseDate(document.date);

/** Lines of the title: a writ bears the organ's name above its own (7.3.1 lets a title have several lines). */
export const titleLines = (document: OfficialDocument): string[] =>
  document.form === 'writ' ? [document.organ, document.title] : [document.title];

/** 7.3.4: one attachment bears no number; no mark at the end. */
export const attachmentLines = (attachments: readonly string[]): { readonly lead: string; readonly text: string }[] =>
  attachments.map((name, index) => ({
    lead: index === 0 ? '附件：' : '　　　',
    text: attachments.length === 1 ? name : `${index + 1}. ${name}`,
  }));

/** A record is signed by those present; everything else bears the seal of whoever signs. */
export const hasSeal = (document: OfficialDocument): boolean => document.form !== 'record';
