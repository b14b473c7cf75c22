import type { AmendmentState } from './amendment.js';
import type { Citation, CitationTarget } from './citation.js';
import type { UnitOrder } from './place.js';
import type { TitleIndex } from './titles.js';

/** What holds for the whole text while it is scanned in document order. */
export interface ScanState {
  readonly titles: TitleIndex;
  readonly order: UnitOrder;
  /** Aliases introduced so far; they hold from their declaration on. */
  readonly aliases: Map<string, string>;
  readonly amendment: AmendmentState;
  /** Title that bare articles of a text without own articles belong to. */
  readonly subject: string | undefined;
  /** The 编 that the text is, when it is one of a code. */
  readonly part: string | undefined;
  /** Article cited in the lead of the open list. */
  lead: CitationTarget | undefined;
  /** Last other article of the same text that the current article has named: 违反第三十九条的 … 违反第四项规定. */
  named: CitationTarget | undefined;
  /** Last citation of the current sentence. */
  last: Citation | undefined;
  lastTitle: string | undefined;
}
