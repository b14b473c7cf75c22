import type { MarkedFigure, ReadingPart, TextPart } from '@fadu/wire';

/** The part of the text in which an offset stands, by its place; 0 when the text has none. */
export const partAt = (parts: readonly TextPart[], at: number): number =>
  Math.max(
    0,
    parts.findLastIndex(({ start }) => start <= at),
  );

/** A piece of the text: within a figure, or between two. Where figures overlap the earlier one has the place. */
export interface Piece extends TextPart {
  readonly figure: MarkedFigure | null;
}

export function piecesOf({ start, end, figures }: Omit<ReadingPart, 'text'>): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  for (const figure of figures) {
    if (figure.start < at || figure.end > end) continue;
    if (figure.start > at) pieces.push({ start: at, end: figure.start, figure: null });
    pieces.push({ start: figure.start, end: figure.end, figure });
    at = figure.end;
  }
  if (at < end) pieces.push({ start: at, end, figure: null });
  return pieces;
}
