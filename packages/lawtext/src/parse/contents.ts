import type { Piece } from './pieces.js';

/** A heading's words without blanks, dots and page numbers. */
const bare = (source: string, piece: Piece): string =>
  source
    .slice(piece.start, piece.end)
    .replace(/[\s\u200b.…·]+/g, '')
    .replace(/\d+$/, '');

/** 第一章总则 第二章 任免范围 …: a whole table of contents on one line. */
const SEVERAL_CHAPTERS = /^(?:目\s*录\s*)?第一章[^。；]{1,40}第二章[^。；]+$/;

/**
 * Number of pieces at the front that are a table of contents: the run of headings before any text whose names come
 * again later. Counting starts after a 目录 line when there is one.
 * Fails when a contents list shortens the names (then both lists are read as headings).
 */
export function contentsLength(source: string, pieces: readonly Piece[], title: string): number {
  let from = 0;
  // the title repeated over several lines may stand before it
  while (from < 4 && pieces[from] && pieces[from]!.level === 0 && title.includes(bare(source, pieces[from]!))) from++;
  const first = pieces[from];
  if (first && SEVERAL_CHAPTERS.test(source.slice(first.start, first.end))) return from + 1;
  const limit = Math.min(pieces.length, 6);
  let labelled = false;
  for (let index = from; index < limit; index++) {
    if (/^目\s*录$/.test(source.slice(pieces[index]!.start, pieces[index]!.end))) {
      from = index + 1;
      labelled = true;
      break;
    }
  }
  let run = from;
  while (run < pieces.length && isHeadingLike(pieces[run]!, source, labelled)) run++;
  if (run - from < 3) return 0;
  for (let end = run; end > from + 1; end--) {
    const last = bare(source, pieces[end - 1]!);
    const again = pieces
      .slice(end)
      .some((piece) => (piece.level > 0 || piece.mark?.kind === 'heading' || labelled) && bare(source, piece) === last);
    const opening = bare(source, pieces[from]!);
    const firstAgain = pieces.slice(from + 1).some((piece) => bare(source, piece) === opening);
    if (again && (firstAgain || labelled || end - from >= 3)) return end;
  }
  return 0;
}

function isHeadingLike(piece: Piece, source: string, labelled: boolean): boolean {
  if (piece.mark?.kind === 'article') return false;
  if (piece.level > 0 || piece.mark?.kind === 'heading') return true;
  return labelled && piece.end - piece.start < 40 && !/[。；：]$/.test(source.slice(piece.start, piece.end));
}
