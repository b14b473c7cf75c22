/**
 * The heading of a PDF table whose cells reach over several columns or rows, written out into each column: 2022年 over
 * 受理 and 审结 becomes 2022年受理 and 2022年审结. Nothing but places tells which columns a heading is over.
 * Assumptions: a heading stands in the middle of its columns or flush with the first of them; every column has a word of its
 * own under a shared one. Known failures: a shared heading over columns without words of their own.
 */
export interface HeadSegment {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
}

export interface Extent {
  readonly x0: number;
  readonly x1: number;
}

interface Line {
  readonly y: number;
  readonly segments: HeadSegment[];
}

/** Lower than this, in heights of a character, is under it and not beside it, set in the middle of two lines. */
const UNDER = 1.2;
/** What it costs to leave a column without the shared heading over it, in heights of a character. */
const LEFT_OUT = 1;

/**
 * The words over each column, or null when the segments do not fit the columns. A caption, alone on its line over all
 * columns, is no heading: `used` tells how many of the segments, counted from the last, are.
 */
export function headsOf(
  columns: readonly Extent[],
  segments: readonly HeadSegment[],
): { readonly heads: readonly string[]; readonly used: number } | null {
  const extents = columns.map(({ x0, x1 }) => ({ x0, x1 }));
  const words: { y: number; text: string }[][] = columns.map(() => []);
  const taken = new Set<HeadSegment>();
  for (const line of linesOf(segments)) {
    const below = extents.map((_, column) =>
      words[column]!.some(({ y }) => line.y - y > UNDER * line.segments[0]!.size),
    );
    const ranges = rangesOf(line, extents, below);
    if (ranges === null) break;
    const [first] = ranges;
    // a caption
    if (ranges.length === 1 && first!.from === 0 && first!.to > 0) break;
    ranges.forEach(({ from, to }, at) => {
      const segment = line.segments[at]!;
      taken.add(segment);
      for (let column = from; column <= to; column += 1)
        words[column]!.push({ y: segment.y, text: segment.text.trim() });
      if (from === to)
        extents[from] = {
          x0: Math.min(extents[from]!.x0, segment.x0),
          x1: Math.max(extents[from]!.x1, segment.x1),
        };
    });
  }
  // what is not taken must come first
  let used = 0;
  while (used < segments.length && taken.has(segments[segments.length - 1 - used]!)) used += 1;
  if (used === 0 || used < taken.size) return null;
  return {
    heads: words.map((list) =>
      list
        .toSorted((one, two) => two.y - one.y)
        .map(({ text }) => text)
        .join(''),
    ),
    used,
  };
}

/** From the lowest to the highest. */
function linesOf(segments: readonly HeadSegment[]): Line[] {
  const lines: Line[] = [];
  for (const segment of segments) {
    const line = lines.find(({ y }) => Math.abs(y - segment.y) < 0.3 * segment.size);
    if (line === undefined) lines.push({ y: segment.y, segments: [segment] });
    else line.segments.push(segment);
  }
  for (const { segments: own } of lines) own.sort((one, two) => one.x0 - two.x0);
  return lines.sort((one, two) => one.y - two.y);
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The cheapest way to give the segments of a line, from left to right, columns of their own; null when none is near. */
function rangesOf({ segments }: Line, extents: readonly Extent[], below: readonly boolean[]): Range[] | null {
  const size = segments[0]!.size;
  const open = (column: number): number => (below[column] === true ? LEFT_OUT * size : 0);
  const memory = new Map<string, { cost: number; ranges: Range[] } | null>();
  const best = (at: number, column: number): { cost: number; ranges: Range[] } | null => {
    if (at === segments.length) {
      let cost = 0;
      for (let rest = column; rest < extents.length; rest += 1) cost += open(rest);
      return { cost, ranges: [] };
    }
    const key = `${at} ${column}`;
    const known = memory.get(key);
    if (known !== undefined) return known;
    let found: { cost: number; ranges: Range[] } | null = null;
    let skipped = 0;
    for (let from = column; from < extents.length; from += 1) {
      for (let to = from; to < extents.length; to += 1) {
        if (to > from && !(below[from] === true && below[to] === true)) break;
        const own = distance(segments[at]!, extents[from]!, extents[to]!);
        if (own === null) continue;
        const rest = best(at + 1, to + 1);
        if (rest === null) continue;
        const cost = skipped + own + rest.cost;
        if (found === null || cost < found.cost) found = { cost, ranges: [{ from, to }, ...rest.ranges] };
      }
      skipped += open(from);
    }
    memory.set(key, found);
    return found;
  };
  return best(0, 0)?.ranges ?? null;
}

/** How far a segment stands from the middle or the left edge of columns; null when it is not over them at all. */
function distance({ x0, x1, size }: HeadSegment, first: Extent, last: Extent): number | null {
  if (x1 < first.x0 - 2 * size || x0 > last.x1 + 2 * size) return null;
  const middle = Math.abs((x0 + x1) / 2 - (first.x0 + last.x1) / 2);
  const left = Math.abs(x0 - first.x0);
  const right = first === last ? Math.abs(x1 - last.x1) : Number.POSITIVE_INFINITY;
  return Math.min(middle, left, right);
}

/** Set under the lines of a cell: flush left or right, or centred; a closing bracket may hang out by half a character. */
export const inColumn = (cell: Extent, { x0, x1, size }: HeadSegment): boolean =>
  Math.abs(cell.x0 - x0) < 1.5 || Math.abs(cell.x1 - x1) < 1.5 || Math.abs(cell.x0 + cell.x1 - x0 - x1) < 1.2 * size;

/** Cells of a heading: set close together they come as one piece, its words parted by spaces; broken, as several. */
export function headCells(segments: readonly HeadSegment[]): (HeadSegment & { readonly pieces: number })[] {
  const cells: { text: string; x0: number; x1: number; top: number; bottom: number; size: number; pieces: number }[] =
    [];
  for (const segment of segments) {
    splitWords(segment).forEach((word, index) => {
      const last = cells.at(-1);
      const below = last === undefined ? 0 : last.bottom - word.y;
      if (last !== undefined && below > 0.5 * word.size && below < 1.8 * word.size && inColumn(last, word)) {
        last.text += word.text;
        last.x0 = Math.min(last.x0, word.x0);
        last.x1 = Math.max(last.x1, word.x1);
        last.bottom = word.y;
        last.pieces += index === 0 ? 1 : 0;
      } else cells.push({ ...word, top: word.y, bottom: word.y, pieces: index === 0 ? 1 : 0 });
    });
  }
  return cells.map(({ top, bottom, ...cell }) => ({ ...cell, y: (top + bottom) / 2 }));
}

/** The words of a piece, each where it must stand: what the characters leave of the width is parted among the spaces. */
function splitWords(segment: HeadSegment): HeadSegment[] {
  const text = segment.text.trim().replace(/(?<=20\d\d) (?=年)/g, '');
  const words = text.split(/\s+/);
  if (words.length < 2) return [{ ...segment, text }];
  const widths = words.map(
    (word) => [...word].reduce((sum, char) => sum + (char < '\u2000' ? 0.55 : 1), 0) * segment.size,
  );
  const gap = (segment.x1 - segment.x0 - widths.reduce((sum, width) => sum + width, 0)) / (words.length - 1);
  let x0 = segment.x0;
  return words.map((word, index) => {
    const own = { ...segment, text: word, x0, x1: x0 + widths[index]! };
    x0 = own.x1 + Math.max(0, gap);
    return own;
  });
}
