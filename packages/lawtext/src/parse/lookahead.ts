import { endsSentence } from '../text/lines.js';
import type { UnitKind } from '../tree/document.js';
import type { ListStyle, Mark } from './mark.js';
import type { Piece } from './pieces.js';
import { isBareName, opensUnit } from './plain.js';

/** What the lines after one tell about it. Each looks a few lines ahead, so that reading stays linear. */

const isPlain = (piece: Piece | undefined): piece is Piece => piece !== undefined && !piece.mark && piece.level === 0;

/** A name broken over two lines before the next label. */
export function nameOfTwoLines(source: string, pieces: readonly Piece[], index: number): boolean {
  const next = pieces[index + 1];
  return isPlain(next) && opensUnit(pieces[index + 2]) && isBareName(source.slice(next.start, next.end));
}

/** A line with the lines that go on with it, at most four. */
export function logicalLine(source: string, pieces: readonly Piece[], index: number): string {
  let line = source.slice(pieces[index]!.start, pieces[index]!.end);
  for (let at = index + 1; at < index + 4 && !endsSentence(line, line.length); at++) {
    const next = pieces[at];
    if (!isPlain(next)) break;
    line += source.slice(next.start, next.end);
  }
  return line;
}

/** The next line with a mark or a heading, within eight, and the number of lines up to it, that one included. */
export function nextMarked(pieces: readonly Piece[], index: number): { piece: Piece; distance: number } | undefined {
  for (let distance = 1; distance < 8; distance++) {
    const piece = pieces[index + distance];
    if (piece && !isPlain(piece)) return { piece, distance };
  }
  return undefined;
}

/** The next mark of a list style before the unit ends, within forty lines; deeper lists are passed over. */
export function nextOfStyle(
  pieces: readonly Piece[],
  index: number,
  style: ListStyle,
): Extract<Mark, { kind: 'list' }> | undefined {
  for (let at = index + 1; at < pieces.length && at < index + 40; at++) {
    const { mark, level } = pieces[at]!;
    if (level > 0 || mark?.kind === 'heading' || (mark?.kind === 'article' && !mark.quoted)) return undefined;
    if (mark?.kind !== 'list') continue;
    if (mark.style === style) return mark;
    if (mark.style === '一、') return undefined;
  }
  return undefined;
}

/** No article and no point comes any more: what stands here closes the text. */
export function noUnitAfter(pieces: readonly Piece[], index: number, unit: UnitKind): boolean {
  for (let at = index + 1; at < pieces.length; at++) {
    const mark = pieces[at]!.mark;
    if (mark?.kind === 'article' && !mark.quoted) return false;
    if (mark?.kind === 'list' && mark.style === '一、' && unit === 'point') return false;
  }
  return true;
}

/** 一、总则 between articles, where a name stands before the next label. */
export function isDivisionName(source: string, pieces: readonly Piece[], index: number): boolean {
  const piece = pieces[index]!;
  const next = pieces[index + 1];
  return (
    next?.mark?.kind === 'article' &&
    !next.mark.quoted &&
    !endsSentence(source, piece.end) &&
    piece.end - piece.start < 40
  );
}
