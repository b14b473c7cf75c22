import type { Span } from '../tree/node.js';

/** One unit a citation points at. Null levels are not named; chapters and parts are in `division` (`章3节5`). */
export interface CitationTarget {
  readonly article: string | null;
  readonly paragraph: number | null;
  readonly item: number | null;
  readonly subitem: number | null;
  readonly division?: string;
}

/**
 * `explicit` names a title (full, short or an alias of the file), `self` names 本法 … or a bare article of the same text,
 * `relative` needs the position or the context, `title_only` names no unit.
 */
export type CitationKind = 'explicit' | 'self' | 'relative' | 'title_only';

export interface Citation extends Span {
  readonly text: string;
  /** Full official title, or `self`. */
  readonly target_title: string;
  readonly targets: readonly CitationTarget[];
  readonly kind: CitationKind;
  /** Alias introduced at this place: （以下简称专利法）. It holds from here to the end of the text. */
  readonly abbr?: string;
  /** Names an annex of the same text (本法所附《…》). */
  readonly annex?: true;
  /** Stands in the quoted new wording of an amendment; the target is the amended text. */
  readonly quoted?: true;
  readonly status?: 'repealed';
  readonly successor?: string;
  /** Why the place could not be found: 前款 in the first paragraph, 前条 before the first article … */
  readonly unresolved?: string;
  /** Place of the citing unit, `T0042.00/K01/I03`, when it stands in one. */
  readonly from?: string;
}
