import type { Piece } from './pieces.js';
import { isBareName, opensUnit } from './plain.js';

/** What a bare name between two units is: a chapter, a section, or the rest of the heading before it. */
export type NameLevel = 'chapter' | 'section' | 'rest';

export interface NameContext {
  readonly source: string;
  readonly pieces: readonly Piece[];
  readonly index: number;
  /** Number of the last chapter, printed or given back; 0 before the first. */
  readonly chapter: number;
  /** The name stands directly behind a heading, nothing between. */
  readonly behindHeading: boolean;
  /** That heading has its printed label. */
  readonly headingLabelled: boolean;
  /** That heading is a section, which holds no sections. */
  readonly headingIsSection: boolean;
}

/**
 * Level of a lost name, from the numbers around it.
 *
 * Between chapter a and chapter b there is room for b − a − 1 chapters. Are there more names than room, the rest are
 * sections; without room all are. A 节 with a number above 1 behind the name makes it a section. Of two names in a row
 * the first is the chapter and the second its first section, or, when the numbers leave no sign of sections, one name
 * broken over two lines.
 * Fails when names are missing as well as numbers, and for sections in the last chapter.
 */
export function lostNameLevel(context: NameContext): NameLevel {
  const { source, pieces, index, chapter, behindHeading } = context;
  const text = source.slice(pieces[index]!.start, pieces[index]!.end);
  const ahead = namesAhead(source, pieces, index);
  const room =
    ahead.chapter === undefined || ahead.chapter <= chapter
      ? ahead.chapter === chapter
        ? 0
        : Number.POSITIVE_INFINITY
      : ahead.chapter - chapter - 1;
  if (behindHeading) {
    if (context.headingIsSection) return 'rest';
    if (/^一般规定$/.test(text)) return 'section';
    if (context.headingLabelled) return ahead.section > 1 || (room === 0 && ahead.names > 0) ? 'section' : 'rest';
    return ahead.names > room ? 'section' : 'rest';
  }
  if (/^(总|附)\s*则$/.test(text)) return 'chapter';
  if (ahead.section > 1 || room === 0) return 'section';
  if (ahead.names + 1 <= room || ahead.followed) return 'chapter';
  return 'section';
}

/**
 * Number of a lost chapter: counted back from the next printed number when there is one, so that a text whose first
 * chapter has no name at all still gets the numbers its references use; else the one after the last.
 */
export function lostChapterNumber({ source, pieces, index, chapter }: NameContext, firstArticle: boolean): number {
  const ahead = namesAhead(source, pieces, index);
  const text = source.slice(pieces[index]!.start, pieces[index]!.end);
  if (ahead.chapter !== undefined && ahead.chapter - 1 - ahead.names > chapter) {
    const back = ahead.chapter - 1 - ahead.names;
    return chapter === 0 && /^总\s*则$/.test(text) ? 1 : back;
  }
  return chapter === 0 && !firstArticle ? 2 : chapter + 1;
}

interface Ahead {
  /** Names between this one and the next numbered heading, one for several lines in a row. */
  readonly names: number;
  /** The very next line is another name. */
  readonly followed: boolean;
  /** Number of the next chapter when a chapter label comes next, of the one after the sections otherwise. */
  readonly chapter: number | undefined;
  /** Number of the next 节 when it comes before the next chapter, else 0. */
  readonly section: number;
}

/** Lines looked ahead for the next numbered heading; the longest chapter of the corpus has fewer. */
const FARTHEST = 1500;

function namesAhead(source: string, pieces: readonly Piece[], index: number): Ahead {
  let names = 0;
  let lastName = -2;
  let section = 0;
  let followed = false;
  const limit = Math.min(pieces.length, index + FARTHEST);
  for (let at = index + 1; at < limit; at++) {
    const piece = pieces[at]!;
    const mark = piece.mark;
    if (mark?.kind === 'heading' && piece.level > 0) {
      if (mark.level === 'section') {
        section ||= mark.value;
        continue;
      }
      return { names, followed, section, chapter: mark.level === 'chapter' ? mark.value : undefined };
    }
    if (section || mark || piece.level > 0 || !isBareName(source.slice(piece.start, piece.end))) continue;
    const next = pieces[at + 1];
    if (!opensUnit(next) && !(next && !next.mark && opensUnit(pieces[at + 2]))) continue;
    // two names in a row are a chapter with its first section or one broken name: one chapter either way
    if (at === index + 1) followed = true;
    else if (at !== lastName + 1) names++;
    lastName = at;
  }
  return { names, followed, section, chapter: undefined };
}
