import { chineseDate, type PlainDate } from '@fadu/kernel';

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** An official document as data: what it says, in the order of GB/T 9704—2012. Layout is the renderers' business. */
export interface OfficialDocument {
  /** 发文机关标志. */
  readonly organ: string;
  /** 发文字号. */
  readonly number?: string;
  readonly title: string;
  /** 主送机关, without the colon. */
  readonly to?: string;
  readonly blocks: readonly Block[];
  readonly attachments?: readonly string[];
  /** 发文机关署名. */
  readonly sender: string;
  readonly date: PlainDate;
  readonly copyTo?: readonly string[];
  readonly verification: { readonly code: string; readonly url: string };
  /** Not issued: marked as such, without code. */
  readonly draft?: boolean;
  /** Those who sign by hand (笔录). */
  readonly signatories?: readonly string[];
}

/** Control characters that XML cannot hold, and lone surrogates, become the mark of an unreadable character. */
export const printable = (text: string): string =>
  text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');

export const dateLine = (document: OfficialDocument): string => chineseDate(document.date);
