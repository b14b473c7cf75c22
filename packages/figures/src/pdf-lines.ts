/**
 * The text of one PDF page from its pieces and where they stand. Prose keeps the order and the line ends of the file;
 * a table becomes one line for each row, its cells parted by tabs, the lines of a narrow cell put together.
 * Assumptions: a table is written cell by cell from left to right; its cells are set on one line or centred on it.
 * A heading over several columns is written out into each (pdf-heads.ts); an empty cell keeps its place.
 * Known failures: cells of the body that reach over several columns or rows; a table of a single row.
 */
import { type Extent, headCells, headsOf, inColumn } from './pdf-heads.js';

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

export const pageText = (pieces: readonly Piece[]): string => new PageReader().read(pieces);

/** Reads the pages of one document in turn, so that a table cut by the end of a page goes on on the next. */
export class PageReader {
  /** The columns of a table that ended, or nearly, with the page before. */
  private open: readonly Extent[] | null = null;

  read(pieces: readonly Piece[]): string {
    const segments = segmentsOf(pieces);
    const parts: string[] = [];
    let piece = 0;
    /** The first segment that no table has taken. */
    let floor = 0;
    let columns = this.open;
    /** Up to here a row may go on with the table before. */
    let near = EDGE;
    const prose = (to: number): void => {
      for (; piece < to; piece += 1) parts.push(pieces[piece]!.str + (pieces[piece]!.hasEOL ? '\n' : ''));
    };
    for (let at = 0; at < segments.length; ) {
      const rows = tableAt(segments, at);
      const next = rows.at(-1)?.next ?? at + 1;
      // two lines of a heading alike may stand over a table of more columns
      if (rows.length >= 2 && !rows.some(hasNumbers) && startsWider(segments, next, rows[0]!.cells.length)) {
        at = next;
        continue;
      }
      const table = withHeads(segments, floor, rows);
      const goesOn = columns !== null && at <= near && rows.length > 0 && continues(columns, rows[0]!);
      if (table === null || (rows.length < 2 && !goesOn && !table.headed)) {
        at += 1;
        continue;
      }
      prose(segments[table.from]!.from);
      if (parts.length > 0 && !parts.at(-1)!.endsWith('\n')) parts.push('\n');
      for (const cells of table.rows) parts.push(`${cells.map((text) => text.trim()).join('\t')}\n`);
      piece = segments[next - 1]!.to;
      floor = next;
      columns = columnsOf(rows);
      near = next;
      at = next;
    }
    prose(pieces.length);
    this.open = columns !== null && near + EDGE >= segments.length ? columns : null;
    return parts.join('');
  }
}

/** Page numbers and running titles beside a table that goes on. */
const EDGE = 3;

/** A row of numbers under the columns of a table, on another page or, moved aside, in the next column of a page. */
function continues(columns: readonly Extent[], row: Row): boolean {
  if (row.cells.length !== columns.length || !hasNumbers(row)) return false;
  const moved = columns.map(({ x0, x1 }, index) => {
    const cell = row.cells[index]!;
    return [cell.x0 - x0, (cell.x0 + cell.x1 - x0 - x1) / 2, cell.x1 - x1];
  });
  return moved[1]!.some((shift) => moved.every((own) => own.some((one) => Math.abs(one - shift) < ALIGNED)));
}

/** Points by which the cells of one column may stand apart. */
const ALIGNED = 12;

const hasNumbers = ({ cells }: Row): boolean =>
  cells.slice(1).some(({ text }) => /^[-+]?[\d.,]+\s*[%％]?$/.test(text.trim()));

/** Does a table of more columns than `columns` begin at one of the next segments? */
function startsWider(segments: readonly Segment[], from: number, columns: number): boolean {
  for (let at = from; at < Math.min(segments.length, from + MOST_HEADS); at += 1) {
    const rows = tableAt(segments, at);
    if (rows.length >= 2) return rows[0]!.cells.length > columns && rows.some(hasNumbers);
  }
  return false;
}

/** Segments that a heading of two or three lines has at most. */
const MOST_HEADS = 40;

/**
 * The rows as cells, the heading in front of them; `from` is the first segment that belongs to the table, `headed` that every
 * column has its words.
 */
function withHeads(
  segments: readonly Segment[],
  floor: number,
  rows: readonly Row[],
): { readonly rows: string[][]; readonly from: number; readonly headed: boolean } | null {
  if (rows.length === 0) return null;
  const first = rows[0]!.first;
  const plain = { rows: rows.map(({ cells }) => cells.map(({ text }) => text)), from: first, headed: false };
  if (!rows.some(hasNumbers)) return plain;
  const columns = columnsOf(rows.filter(hasNumbers));
  const [left, right] = [columns[0]!.x0, columns.at(-1)!.x1];
  let from = first;
  let top = rows[0]!.top;
  while (from > floor && first - from < MOST_HEADS) {
    const { text, x0, x1, y, size } = segments[from - 1]!;
    const word = text
      .trim()
      .split(/\s+/)
      .toSorted((one, two) => two.length - one.length)[0]!;
    if (y < rows[0]!.top || y - top > 3.2 * size || x1 < left - 6 * size || x0 > right + 6 * size) break;
    if (word.length > 18 || /[，。；：:]|\d/.test(text.replace(/20\d\d/g, ''))) break;
    top = Math.max(top, y);
    from -= 1;
  }
  const own = rows.findIndex(hasNumbers);
  const head = rows
    .slice(0, own)
    .flatMap(({ cells }) =>
      cells.map((cell) => ({ text: cell.text, x0: cell.x0, x1: cell.x1, y: cell.top, size: segments[first]!.size })),
    );
  const upper = headCells(segments.slice(from, first));
  if (upper.length === 0) return plain;
  const found = headsOf(columns, [...upper, ...head]);
  if (found === null || found.used <= head.length) return plain;
  // a running title over the first column
  if (found.heads.filter((text) => text === '').length > 1) return plain;
  const heads = found.heads.map((text) => (text === '' ? '/' : text));
  const taken = upper.slice(upper.length - (found.used - head.length));
  return {
    rows: [heads, ...plain.rows.slice(own)],
    from: first - taken.reduce((sum, { pieces }) => sum + pieces, 0),
    headed: rows[0]!.cells.length > 2 && !found.heads.includes(''),
  };
}

/** From where to where the cells of each column reach. */
function columnsOf(rows: readonly Row[]): Extent[] {
  return rows[0]!.cells.map((_, column) => ({
    x0: Math.min(...rows.map(({ cells }) => cells[column]!.x0)),
    x1: Math.max(...rows.map(({ cells }) => cells[column]!.x1)),
  }));
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
    const full = row === null || last === undefined ? row : follows(last, row) ? row : filled(rows, row);
    if (full === null) break;
    rows.push(full);
    next = full.next;
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

/** A row with empty cells: each of its cells stands in the column of one of the rows above, the first in the first. */
function filled(rows: readonly Row[], row: Row): Row | null {
  const above = rows.at(-1)!;
  if (row.cells.length >= above.cells.length || row.top >= above.bottom) return null;
  if (rows.length < 2 && !(above.cells.length > 2 && hasNumbers(above))) return null;
  const columns = columnsOf(rows);
  const places = row.cells.map(({ x0, x1 }) => columns.findIndex((column) => x0 < column.x1 && x1 > column.x0));
  const ordered = places.every(
    (place, index) => place >= 0 && (index === 0 ? place === 0 : place > places[index - 1]!),
  );
  const single = row.cells.every(
    ({ x0, x1 }) => columns.filter((column) => x0 < column.x1 && x1 > column.x0).length === 1,
  );
  if (!ordered || !single) return null;
  const cells = columns.map(({ x0, x1 }, column) => {
    const own = places.indexOf(column);
    return own < 0 ? { text: '', x0, x1, top: row.top, bottom: row.bottom } : row.cells[own]!;
  });
  return { ...row, cells };
}

/** As many cells, lower down, and no cell in the column of another. */
function follows(row: Row, next: Row): boolean {
  if (next.cells.length !== row.cells.length || next.top >= row.bottom) return false;
  return row.cells.every((cell, index) => {
    const right = next.cells[index + 1];
    const left = next.cells[index - 1];
    return (right === undefined || cell.x1 <= right.x0 + 1) && (left === undefined || cell.x0 >= left.x1 - 1);
  });
}
