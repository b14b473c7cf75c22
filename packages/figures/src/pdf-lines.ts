/**
 * The text of one PDF page from its pieces and where they stand. Prose keeps the order and the line ends of the file;
 * a table becomes one line for each row, its cells parted by tabs, the lines of a narrow cell put together.
 * Assumptions: a table is written cell by cell from left to right; its cells are set on one line or centred on it.
 * Known failures: cells that reach over several columns or rows; a table of a single row.
 */
export interface Piece {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** Pieces side by side on one line. */
interface Segment {
  readonly from: number;
  to: number;
  text: string;
  readonly x0: number;
  x1: number;
  readonly y: number;
  readonly size: number;
}

interface Box {
  text: string;
  x0: number;
  x1: number;
  top: number;
  bottom: number;
}

interface Row {
  readonly first: number;
  readonly next: number;
  readonly cells: readonly Box[];
  readonly top: number;
  readonly bottom: number;
}

/** Lines of one cell, and rows that a cell may be set above or below its neighbour. */
const MOST_LINES = 8;

export function pageText(pieces: readonly Piece[]): string {
  const segments = segmentsOf(pieces);
  const parts: string[] = [];
  let piece = 0;
  const prose = (to: number): void => {
    for (; piece < to; piece += 1) parts.push(pieces[piece]!.str + (pieces[piece]!.hasEOL ? '\n' : ''));
  };
  for (let at = 0; at < segments.length; ) {
    const rows = tableAt(segments, at);
    if (rows.length < 2) {
      at += 1;
      continue;
    }
    prose(segments[at]!.from);
    if (parts.length > 0 && !parts.at(-1)!.endsWith('\n')) parts.push('\n');
    for (const { cells } of rows) parts.push(`${cells.map(({ text }) => text.trim()).join('\t')}\n`);
    at = rows.at(-1)!.next;
    piece = segments[at - 1]!.to;
  }
  prose(pieces.length);
  return parts.join('');
}

function segmentsOf(pieces: readonly Piece[]): Segment[] {
  const segments: Segment[] = [];
  pieces.forEach((piece, index) => {
    if (piece.str.trim() === '') return;
    const [x, y] = [piece.transform[4]!, piece.transform[5]!];
    const size = piece.height > 0 ? piece.height : Math.abs(piece.transform[3]!);
    const last = segments.at(-1);
    if (last !== undefined && Math.abs(last.y - y) < 0.3 * size && x > last.x1 - size && x - last.x1 < 0.4 * size) {
      last.text += piece.str;
      last.x1 = Math.max(last.x1, x + piece.width);
      last.to = index + 1;
    } else segments.push({ from: index, to: index + 1, text: piece.str, x0: x, x1: x + piece.width, y, size });
  });
  return segments;
}

/** The rows of the table that begins at a segment; fewer than two are none. */
function tableAt(segments: readonly Segment[], at: number): Row[] {
  const rows: Row[] = [];
  let next = at;
  while (next < segments.length) {
    const row = rowAt(segments, next);
    const last = rows.at(-1);
    if (row === null || (last !== undefined && !follows(last, row))) break;
    rows.push(row);
    next = row.next;
  }
  return rows;
}

function rowAt(segments: readonly Segment[], first: number): Row | null {
  const start = segments[first]!;
  const cells: Box[] = [boxOf(start)];
  let lines = 1;
  let next = first + 1;
  for (; next < segments.length; next += 1) {
    const segment = segments[next]!;
    const cell = cells.at(-1)!;
    const size = segment.size;
    const top = Math.max(...cells.map((one) => one.top));
    const bottom = Math.min(...cells.map((one) => one.bottom));
    const below = cell.bottom - segment.y;
    if (below > 0.5 * size && below < 1.8 * size && lines < MOST_LINES && inColumn(cell, segment)) {
      cell.text += segment.text;
      cell.x0 = Math.min(cell.x0, segment.x0);
      cell.x1 = Math.max(cell.x1, segment.x1);
      cell.bottom = segment.y;
      lines += 1;
    } else if (
      segment.x0 > cell.x1 - 0.5 &&
      segment.y < top + (MOST_LINES * size) / 2 &&
      segment.y > bottom - (MOST_LINES * size) / 2
    ) {
      cells.push(boxOf(segment));
      lines = 1;
    } else break;
  }
  if (cells.length < 2) return null;
  const top = Math.max(...cells.map((one) => one.top));
  const bottom = Math.min(...cells.map((one) => one.bottom));
  const size = start.size;
  const centred = cells.every((one) => Math.abs((one.top + one.bottom - top - bottom) / 2) < 0.6 * size);
  const level = cells.every((one) => top - one.top < 0.6 * size);
  // 查 处 案 件: a line set wide has no cells
  const words = cells.filter(({ text }) => text.trim().length > 1).length;
  return (centred || level) && words * 2 >= cells.length ? { first, next, cells, top, bottom } : null;
}

const boxOf = ({ text, x0, x1, y }: Segment): Box => ({ text, x0, x1, top: y, bottom: y });

/** Set under the lines of a cell: flush left or right, or centred; a closing bracket may hang out by half a character. */
const inColumn = (cell: Box, { x0, x1, size }: Segment): boolean =>
  Math.abs(cell.x0 - x0) < 1.5 || Math.abs(cell.x1 - x1) < 1.5 || Math.abs(cell.x0 + cell.x1 - x0 - x1) < 1.2 * size;

/** As many cells, lower down, and no cell in the column of another. */
function follows(row: Row, next: Row): boolean {
  if (next.cells.length !== row.cells.length || next.top >= row.bottom) return false;
  return row.cells.every((cell, index) => {
    const right = next.cells[index + 1];
    const left = next.cells[index - 1];
    return (right === undefined || cell.x1 <= right.x0 + 1) && (left === undefined || cell.x0 >= left.x1 - 1);
  });
}
