import type { Citation, LawDocument } from '@fadu/lawtext';

/** 《甲》《乙》同时废止, 自本条例施行之日起废止: words behind a title that end it. */
const ENDS = /^[^。；]{0,160}?(?:同时|即行|自行|一并|予以|[日起])(?:废止|停止施行|停止执行)/;
/** Words between the title and 废止 after which it is something else that ends. */
const OTHER = /第[^，。]{1,12}(?:条|款|项)|有关规定|相关规定|不一致/;

/**
 * Citations of titles that the text repeals (sheet 4f-3: 608 texts of the corpus have such a clause). A title that stands
 * in the same sentence behind the word 废止 is not meant, nor one of which only articles end.
 */
export function repealsIn(law: LawDocument, citations: readonly Citation[]): Set<Citation> {
  const found = new Set<Citation>();
  for (const citation of citations) {
    if (citation.kind !== 'title_only' || citation.target_title === 'self') continue;
    const rest = law.source.slice(citation.end, citation.end + 400).split(/[。；\n]/, 1)[0]!;
    const words = ENDS.exec(rest)?.[0];
    if (words !== undefined && !OTHER.test(words)) found.add(citation);
  }
  return found;
}
