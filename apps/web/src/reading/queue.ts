import type { FigureStepped, ReadFigure, ReadingDesk } from '@fadu/wire';

export type Show = 'open' | 'confirmed' | 'rejected' | 'all';

/** What waits comes with the least sure first; everything else in the order of the text. */
export function queueOf(figures: readonly ReadFigure[], show: Show): readonly ReadFigure[] {
  const chosen = show === 'all' ? figures : figures.filter(({ state }) => state === show);
  return show === 'open'
    ? chosen.toSorted((one, two) => sureness(one) - sureness(two) || one.start - two.start)
    : chosen;
}

/** A figure that a person added is as sure as can be. */
const sureness = ({ confidence }: ReadFigure): number => confidence ?? 1;

/** The next in the queue, from the first again after the last; undefined when nothing is there. */
export function neighbour(queue: readonly ReadFigure[], n: number | undefined, by: 1 | -1): ReadFigure | undefined {
  const at = queue.findIndex((one) => one.n === n);
  if (at < 0) return by === 1 ? queue[0] : queue.at(-1);
  return queue[(at + by + queue.length) % queue.length];
}

/** Characters of the text that are shown at once: a usual report whole, a book part by part. */
const PART = 20_000;

export interface Part {
  readonly start: number;
  readonly end: number;
}

/** Parts that end where a line ends; the same text always in the same parts. */
export function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let start = 0;
  while (start < text.length) {
    const line = text.length - start <= PART ? text.length : text.lastIndexOf('\n', start + PART) + 1;
    const end = line > start ? line : Math.min(text.length, start + PART);
    parts.push({ start, end });
    start = end;
  }
  return parts;
}

/** A piece of the text: within a figure, or between two. Where figures overlap the earlier one has the place. */
export interface Piece extends Part {
  readonly figure: ReadFigure | null;
}

export function piecesOf({ start, end }: Part, figures: readonly ReadFigure[]): readonly Piece[] {
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

/** Every place where these words stand in the text, with some text around it; at most twenty. */
export function placesOf(
  text: string,
  words: string,
): readonly (Part & { readonly before: string; readonly after: string })[] {
  const found: (Part & { before: string; after: string })[] = [];
  if (words === '') return found;
  for (let at = text.indexOf(words); at >= 0 && found.length < 20; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    found.push({
      start: at,
      end,
      before: text.slice(Math.max(0, at - 16), at).replaceAll('\n', ' '),
      after: text.slice(end, end + 16).replaceAll('\n', ' '),
    });
  }
  return found;
}

/** The desk after a step: the figure in its place, by where it stands in the text. */
export function withFigure(desk: ReadingDesk, { report, figure }: FigureStepped): ReadingDesk {
  const others = desk.figures.filter(({ n }) => n !== figure.n);
  return { ...desk, report, figures: [...others, figure].sort((one, two) => one.start - two.start || one.n - two.n) };
}
