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
  /** The text that is meant, where its articles are counted differently in others of the same title. */
  readonly edition?: Edition;
  /** How the rule is known when it does not stand in a law the base holds, e.g. 方法未经核实. Shown as ※. */
  readonly note?: string;
}

/** One text of a law: its words on screen, and the days (inclusive) on which it is in force. */
export interface Edition {
  /** 2017年修正. */
  readonly name: string;
  readonly from?: string;
  readonly until?: string;
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

/** A title in its marks; titles within it take the single ones (GB/T 15834—2011, 书名号): 《关于适用〈行政诉讼法〉的解释》. */
export const markedTitle = (title: string): string => `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`;

/** 《中华人民共和国行政复议法》第六十二条第一款 */
export const basisText = (basis: LegalBasis): string => `${markedTitle(basis.title)}${clauseText(basis)}`;

/** 《行政复议法》第六十二条: the form used on screen, without the name of the state; with the edition where one is meant. */
export const shortBasisText = (basis: LegalBasis): string =>
  `${markedTitle(basis.title.replace(/^中华人民共和国/, ''))}${basis.edition ? `（${basis.edition.name}）` : ''}${clauseText(basis)}`;

/** Several clauses in one breath: 《行政复议法》第三十条、第三十三条，《行政诉讼法》第四十五条. */
export const shortBasesText = (bases: readonly LegalBasis[]): string => {
  const texts = bases.map((basis) => ({
    law: shortBasisText({ title: basis.title, ...(basis.edition && { edition: basis.edition }) }),
    clause: clauseText(basis),
  }));
  return texts
    .map(({ law, clause }, index) =>
      index > 0 && texts[index - 1]!.law === law ? `、${clause}` : `${index > 0 ? '，' : ''}${law}${clause}`,
    )
    .join('');
};

/** The day on which a clause is read: the day asked for, held within the edition that is meant. */
export const readOn = ({ edition }: LegalBasis, on: string): string =>
  edition?.until !== undefined && on > edition.until
    ? edition.until
    : edition?.from !== undefined && on < edition.from
      ? edition.from
      : on;
