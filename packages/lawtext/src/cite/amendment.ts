import type { LawDocument } from '../tree/document.js';
import type { TitleIndex } from './titles.js';

/**
 * What a changing act is speaking of at a place: the text being amended, its article, and where the quoted new wording
 * stands. Read in document order.
 *
 * Assumes that a quotation after an instruction is new wording, that each new line in it is a 款 unless it has an item
 * mark, and that 作为第N款 or 第N款修改为 gives the number of the first one.
 */
export interface AmendmentState {
  /** The instrument changes others (修正案, 关于修改…的决定), or the current point of another one does. */
  amending: boolean;
  readonly byTitle: boolean;
  title: string | undefined;
  article: string | undefined;
  firstParagraph: number;
  quoteOpen: boolean;
  /** 0-based count of 款 since the quotation began. */
  quotedParagraph: number;
  quotedItem: number;
}

export function amendmentState(law: LawDocument, titles: TitleIndex): AmendmentState {
  const title = law.title;
  const amending =
    /修正案/.test(title) || /关于(修改|修订|废止|增加)/.test(title) || /(修改|修正).*的决定$/.test(title);
  return {
    amending,
    byTitle: amending,
    title: amending ? amendedTitle(title, titles) : undefined,
    article: undefined,
    firstParagraph: 1,
    quoteOpen: false,
    quotedParagraph: 0,
    quotedItem: 0,
  };
}

/** Outside quotations: 将第五条修改为, 增加一款作为第二款, 删除第二十条第一款. */
const INSTRUCTION = /^[^“]{0,80}?(?:修改为|修正为|增加[一二两三四五六七八九十]+[条款项目章节]|删除|删去)/;

/** Whether a point changes another text, also in an instrument that is no changing act by its title. */
export const isInstruction = (text: string): boolean => INSTRUCTION.test(text);

/** 中华人民共和国刑法 of 刑法修正案（八）, X of 关于修改《X》的决定. */
function amendedTitle(title: string, titles: TitleIndex): string | undefined {
  const act = /^(?:中华人民共和国)?(宪法|刑法|.{2,12}法)修正案/.exec(title);
  if (act) return titles.official(act[1]!);
  const named = /(?:修改|修订|废止)[^《]{0,6}《(.{1,300})》/.exec(title);
  if (named) return titles.official(firstTitle(named[1]!));
  const bare = /关于修改(?:〈|<)?(中华人民共和国.{2,30}法)/.exec(title);
  return bare ? titles.official(bare[1]!) : undefined;
}

const firstTitle = (text: string): string => text.split('》')[0]!;

/**
 * Title a text without articles of its own is about, so that its bare 第N条 belong to that one:
 * 关于执行《刑法》确定罪名的补充规定, 关于适用《X》第N条的批复.
 */
export function subjectTitle(law: LawDocument, titles: TitleIndex): string | undefined {
  if (law.unit === 'article') return undefined;
  const named = /《([^》]{1,150})》/.exec(law.title) ?? /[〈<]([^〉>]{1,150})[〉>]/.exec(law.title);
  if (named) return titles.official(named[1]!);
  // 关于适用刑法分则规定的犯罪的罪名的意见, 关于适用修订刑法第十二条若干问题的通知
  const bare = /(?:执行|适用)(?:修订后?的?)?(?:中华人民共和国)?(.{1,12}法)(?=分则|第|.{0,2}确定|有关|若干)/.exec(
    law.title,
  );
  const title = bare && titles.known(bare[1]!);
  return title ?? undefined;
}
