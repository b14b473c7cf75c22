import { isBlank, type Line } from '../text/lines.js';
import type { Diagnostic } from '../tree/diagnostic.js';
import { diagnostic } from '../tree/diagnostic.js';
import { DEPTH } from './divisions.js';
import { type ListStyle, type Mark, markAt, skipBlanks } from './mark.js';

/** A stretch of one line that holds at most one mark, at its front. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Number of `#` of the line; pieces after the first of a line have 0. */
  readonly level: number;
  readonly mark: Mark | undefined;
  /** The piece began in the middle of a printed line. */
  readonly inline: boolean;
}

/**
 * Cuts lines at article labels and item marks that stand in their middle.
 *
 * An article label counts in mid line only after the end of a sentence or a blank, with a blank behind it and the next
 * number in turn; a heading only after 。 and where its name ends with the line or leads to that next number, the first one
 * also behind the title. An item mark counts only after ；。： and with the next number of the same style. In a line with inner
 * article labels (whole chapters on one line) a blank after 。 is also the end of a 款.
 * Fails when a reference at the start of a sentence happens to carry the next number.
 */
export function cutPieces(source: string, lines: readonly Line[], from: number, report: Diagnostic[]): Piece[] {
  const pieces: Piece[] = [];
  let article = 0;
  const lastValue = new Map<ListStyle, number>();
  for (let index = from; index < lines.length; index++) {
    const line = lines[index]!;
    let start = behindComment(source, line);
    if (start >= line.end) continue;
    let level = line.level;
    let inline = false;
    let mark = markAt(source, start, line.end);
    const long = line.end - line.start > (level === 0 ? 20 : LONGEST_HEADING);
    let cutArticles = false;
    for (;;) {
      if (mark?.kind === 'article' && !mark.quoted) {
        article = mark.value;
        lastValue.clear();
      } else if (mark?.kind === 'list') lastValue.set(mark.style, mark.value);
      const next = long
        ? nextCut(
            source,
            mark ? mark.end : start,
            line.end,
            article,
            lastValue,
            cutArticles,
            lines[index + 1],
            mark?.kind === 'heading',
          )
        : undefined;
      const stop = next ? next.at : line.end;
      let end = stop;
      while (end > start && isBlankOrHash(source, end - 1, next?.mark)) end--;
      pieces.push({ start, end, level, mark, inline });
      if (!next) break;
      if (next.mark?.kind === 'article') cutArticles = true;
      if (next.mark) report.push(diagnostic(INLINE[next.mark.kind], { start: next.at, end: next.mark.labelEnd }));
      start = next.at;
      mark = next.mark;
      level = 0;
      inline = true;
    }
  }
  return pieces;
}

/** A line with # that is longer holds more than a heading. */
const LONGEST_HEADING = 50;

/** Blanks, and in front of a heading the # that stood before it when it had a line of its own. */
const isBlankOrHash = (source: string, at: number, next: Mark | undefined): boolean =>
  isBlank(source.charCodeAt(at)) || (next?.kind === 'heading' && source[at] === '#');

const INLINE = { article: 'label.inline', heading: 'heading.inline', list: 'item.inline' } as const;

/** Where a line goes on behind a comment at its front. */
function behindComment(source: string, { start, end }: Line): number {
  if (!source.startsWith('<!--', start)) return start;
  const close = source.slice(start, end).indexOf('-->');
  return close < 0 ? end : skipBlanks(source, start + close + 3, end);
}

/** Value of the item mark with which the next line begins, 0 when there is none. */
function itemOf(source: string, line: Line | undefined): number {
  const mark = line && markAt(source, line.start, line.end);
  return mark?.kind === 'list' ? mark.value : 0;
}

/** Value of the article label with which the next line begins, 0 when there is none. */
function articleOf(source: string, line: Line): number {
  const mark = markAt(source, line.start, line.end);
  return mark?.kind === 'article' ? mark.value : 0;
}

interface Cut {
  readonly at: number;
  readonly mark: Mark | undefined;
}

/** 1 for the characters at which a unit may begin inside a line: 第, brackets, blanks. */
const CUTTING = new Uint8Array(0x10000);
for (const character of '第（( \u3000') CUTTING[character.charCodeAt(0)] = 1;

/** The next place after `from` where a unit begins inside the line. */
function nextCut(
  source: string,
  from: number,
  end: number,
  article: number,
  lists: ReadonlyMap<ListStyle, number>,
  sentences: boolean,
  nextLine: Line | undefined,
  heading: boolean,
): Cut | undefined {
  for (let at = from; at < end; at++) {
    const code = source.charCodeAt(at);
    if (CUTTING[code] === 0) continue;
    if (code === 0x7b2c) {
      const before = source.charCodeAt(at - 1);
      // before the first article the bracket around the history may be all that stands between
      const apart = isBlank(before) || before === 0x3002 || (article === 0 && before === 0xff09);
      if (at === from || !(apart || heading)) continue;
      const mark = markAt(source, at, end);
      if (mark?.kind === 'heading' && opensDivision(source, mark, from, at, end, article, heading)) return { at, mark };
      if (mark?.kind !== 'article') continue;
      const next = mark.value === article + 1;
      if (heading ? next : isLabel(source, mark, article, isBlank(before), nextLine) && afterSentence(source, from, at))
        return { at, mark };
    } else if (code === 0xff08 || code === 0x28) {
      const before = lastSolid(source, from, at);
      if (before !== 0xff1b && before !== 0x3002 && before !== 0xff1a && before !== 0x3a && before !== 0x3b) continue;
      const mark = markAt(source, at, end);
      if (mark?.kind !== 'list') continue;
      const expected = (lists.get(mark.style) ?? 0) + 1;
      const opensList = mark.value === 1 && (before === 0xff1a || before === 0x3a);
      if (opensList || (mark.value > 1 && (mark.value === expected || mark.value + 1 === itemOf(source, nextLine))))
        return { at, mark };
    } else if (sentences && isBlank(code) && source.charCodeAt(at - 1) === 0x3002) {
      const start = skipBlanks(source, at, end);
      if (start < end && source[start] !== '第' && source[start] !== '#')
        return { at: start, mark: markAt(source, start, end) };
    }
  }
  return undefined;
}

/** An article label in the middle of a line, by its blanks, its number and the label of the next line. */
function isLabel(
  source: string,
  mark: Extract<Mark, { kind: 'article' }>,
  article: number,
  blankBefore: boolean,
  nextLine: Line | undefined,
): boolean {
  if (mark.spaced) return mark.value > article && mark.value <= article + 2;
  if (mark.value !== article + 1) return false;
  return blankBefore || !nextLine || articleOf(source, nextLine) === article + 2;
}

type HeadingMark = Extract<Mark, { kind: 'heading' }>;

/** A heading in the middle of a line: behind the end of a sentence or another heading; the first of all behind a title too. */
function opensDivision(
  source: string,
  mark: HeadingMark,
  from: number,
  at: number,
  end: number,
  article: number,
  behindHeading: boolean,
): boolean {
  const leads = leadsTo(source, mark, end, article);
  let behind = at;
  while (behind > from && isBlankOrHash(source, behind - 1, mark)) behind--;
  if (behind > from && source.charCodeAt(behind - 1) === 0x3002) return leads !== undefined;
  return leads === 'article' && (behindHeading || (article === 0 && mark.value === 1));
}

/**
 * Where the name behind 第三章 leads: 第三章鉴定、加固和维护 up to the end of the line, to the next article, or to a heading
 * below it that leads there. Undefined when these words are no heading; contents lists lead to headings of the same level.
 */
function leadsTo(source: string, mark: HeadingMark, end: number, article: number): 'end' | 'article' | undefined {
  const name = /^[^，。；：！？》”]{2,30}?(?=第|#|$)/.exec(source.slice(mark.end, Math.min(end, mark.end + 60)))?.[0];
  if (name === undefined) return undefined;
  let behind = mark.end + name.length;
  while (behind < end && isBlankOrHash(source, behind, mark)) behind++;
  if (behind === end) return 'end';
  const next = markAt(source, behind, end);
  if (next?.kind === 'heading' && DEPTH[next.level] > DEPTH[mark.level]) return leadsTo(source, next, end, article);
  return next?.kind === 'article' && next.value === article + 1 ? 'article' : undefined;
}

function lastSolid(source: string, from: number, at: number): number {
  let index = at - 1;
  while (index >= from && isBlank(source.charCodeAt(index))) index--;
  return index < from ? 0 : source.charCodeAt(index);
}

/** 。 or ： or ） before the blanks in front of an offset: a label never follows an open clause. */
function afterSentence(source: string, from: number, at: number): boolean {
  const code = lastSolid(source, from, at);
  return code === 0x3002 || code === 0xff1b || code === 0xff09 || code === 0x201d;
}
