import { chineseNumeral } from './chinese-numeral.js';

/**
 * A link to a clause of a law by title and position. Which version applies is decided by the date on which it is read.
 * `item` is （三）; an article inserted later (第一百三十三条之一) has `sub`.
 */
export interface LegalBasis {
  readonly title: string;
  readonly article?: number;
  readonly sub?: number;
  readonly paragraph?: number;
  readonly item?: number;
  /** How the rule is known when it does not stand in a law the base holds, e.g. 方法未经核实. Shown as ※. */
  readonly note?: string;
}

/** Makes the clauses of one statute: `FY(30, 1, 3)` is 第三十条第一款第（三）项. */
export function statute(title: string) {
  return (article?: number, paragraph?: number, item?: number): LegalBasis => ({
    title,
    ...(article !== undefined && { article }),
    ...(paragraph !== undefined && { paragraph }),
    ...(item !== undefined && { item }),
  });
}

/** 第六十二条第一款第（三）项, without the title. */
export function clauseText(basis: LegalBasis): string {
  let text = '';
  if (basis.article !== undefined) text += `第${chineseNumeral(basis.article)}条`;
  if (basis.sub !== undefined) text += `之${chineseNumeral(basis.sub)}`;
  if (basis.paragraph !== undefined) text += `第${chineseNumeral(basis.paragraph)}款`;
  if (basis.item !== undefined) text += `第（${chineseNumeral(basis.item)}）项`;
  return text;
}

/** 《中华人民共和国行政复议法》第六十二条第一款 */
export const basisText = (basis: LegalBasis): string => `《${basis.title}》${clauseText(basis)}`;

/** 《行政复议法》第六十二条: the form used on screen, without the name of the state. */
export const shortBasisText = (basis: LegalBasis): string =>
  `《${basis.title.replace(/^中华人民共和国/, '')}》${clauseText(basis)}`;
