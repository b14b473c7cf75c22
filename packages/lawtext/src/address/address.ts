import { chineseNumeral } from '@fadu/kernel';
import { type ArticleNumber, articleParts } from '../text/numeral.js';

/**
 * Place of a clause by what is printed, not by identity over versions.
 * `article` is 条, or the number of a point 一、 in a text without articles. Levels may be left out from below, and the
 * paragraph may be left out before an item (第三条第（二）项: the only list of the article).
 */
export interface Address {
  readonly article: ArticleNumber;
  readonly paragraph?: number;
  readonly item?: number;
  readonly subitem?: number;
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/**
 * Technical code `T0042.00/K01/I03/M01` (domain sheet 4f-2). Widths are fixed, so that the order of codes is the order of
 * the text. An item whose paragraph is not named has K00, which sorts before the first 款 and names no 款 itself.
 */
export function addressCode(address: Address): string {
  const [value, sub] = articleParts(address.article);
  let code = `T${pad(value, 4)}.${pad(sub, 2)}`;
  if (address.paragraph !== undefined || address.item !== undefined) code += `/K${pad(address.paragraph ?? 0, 2)}`;
  if (address.item !== undefined) code += `/I${pad(address.item, 2)}`;
  if (address.subitem !== undefined) code += `/M${pad(address.subitem, 2)}`;
  return code;
}

/** 第四十二条第一款第（三）项第1目 */
export function addressText(address: Address): string {
  const [value, sub] = articleParts(address.article);
  let text = `第${chineseNumeral(value)}条${sub > 0 ? `之${chineseNumeral(sub)}` : ''}`;
  if (address.paragraph !== undefined) text += `第${chineseNumeral(address.paragraph)}款`;
  if (address.item !== undefined) text += `第（${chineseNumeral(address.item)}）项`;
  if (address.subitem !== undefined) text += `第${address.subitem}目`;
  return text;
}

/** §93.2(1), §219-1: the short form for people, behind a title. */
export function addressShort(address: Address): string {
  let text = `§${address.article}`;
  if (address.paragraph !== undefined) text += `.${address.paragraph}`;
  if (address.item !== undefined) text += `(${address.item})`;
  if (address.subitem !== undefined) text += `(${address.subitem})`;
  return text;
}
