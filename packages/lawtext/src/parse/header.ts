import { type Line, splitLines } from '../text/lines.js';
import type { InstrumentKind } from '../tree/document.js';
import type { Span } from '../tree/node.js';
import { findDates } from './dates.js';
import { isFurniture, withoutFurniture } from './page.js';

/** Title, notes and the place where the body begins. */
export interface Header {
  readonly title: string;
  readonly titleSpans: readonly Span[];
  readonly subtitle: string | null;
  readonly notes: readonly Span[];
  /** Index into the lines of the first line of the body, and of the line behind its last one. */
  readonly bodyFrom: number;
  readonly bodyTo: number;
}

const MARKER = '<!-- INFO END -->';

/**
 * Reads the head of a text.
 *
 * With the collection's end-of-header marker everything before it is head. Without one (a web page, a .docx) the title
 * is the run of lines before the first bracketed note, 目录 or numbered unit, without what a page has around a law; at
 * most five lines are taken, so that a text without any head does not lose its first paragraphs. Fails when a title is
 * longer than that.
 */
export function readHeader(source: string, lines: readonly Line[]): Header {
  const markerAt = source.indexOf(MARKER);
  if (markerAt >= 0) {
    const bodyFrom = lines.findIndex((line) => line.start > markerAt);
    const head = lines.slice(0, bodyFrom < 0 ? lines.length : bodyFrom).filter((line) => line.start < markerAt);
    const { titles, notes } = splitTitles(
      source,
      head.filter((line) => line.level === 1),
      head.filter((line) => line.level !== 1),
    );
    const title = clean(source, titles[0]);
    let from = bodyFrom < 0 ? lines.length : bodyFrom;
    const rest = lines[from];
    // 会议通过）: the end of the last note fell behind the marker
    if (rest && /^[^（(。；]{1,60}[）)]$/.test(source.slice(rest.start, Math.min(rest.end, rest.start + 80)))) {
      notes.push(rest);
      from++;
    }
    return {
      title,
      titleSpans: titles,
      subtitle: titles[1] ? clean(source, titles[1]) : null,
      notes,
      bodyFrom: from,
      bodyTo: lines.length,
    };
  }
  return readUnmarked(source, lines);
}

/** The notes begin within so many characters, or the line is no title. */
const LONGEST_TITLE = 300;

/** A title with the notes behind it on one line ends before the blank or bracket in front of the first full date. */
function splitTitles(
  source: string,
  titles: readonly Line[],
  notes: readonly Span[],
): { titles: Line[]; notes: Span[] } {
  const [first, ...others] = titles;
  const cut = first
    ? /[\s（(]\d{4}年\d{1,2}月\d{1,2}日/.exec(
        source.slice(first.start, Math.min(first.end, first.start + LONGEST_TITLE)),
      )
    : null;
  if (!first || !cut || cut.index < 3) return { titles: [...titles], notes: [...notes] };
  const at = first.start + cut.index;
  return { titles: [{ ...first, end: at }, ...others], notes: [{ start: at + 1, end: first.end }, ...notes] };
}

/** The lines without the end-of-header mark, which need not have a line of its own: what stands behind it is body. */
export function withoutMarker(source: string, lines: readonly Line[]): readonly Line[] {
  const markerAt = source.indexOf(MARKER);
  const at = markerAt < 0 ? -1 : lines.findIndex(({ start, end }) => start <= markerAt && markerAt < end);
  const line = lines[at];
  if (!line || (line.start === markerAt && line.end === markerAt + MARKER.length)) return lines;
  const parts = [
    ...splitLines(source.slice(0, markerAt), line.start),
    ...splitLines(source.slice(0, line.end), markerAt + MARKER.length),
  ];
  return [
    ...lines.slice(0, at),
    ...parts.map((part, index) => (index === 0 && part.start === line.start ? { ...part, level: line.level } : part)),
    ...lines.slice(at + 1),
  ];
}

/** Longer lines are body; the longest note of the corpus, with all amendments in one bracket, has about 1,500. */
const LONGEST_HEAD_LINE = 3000;

/** The title printed once more, perhaps broken over lines. */
const repeats = (source: string, titles: readonly Line[], text: string): boolean =>
  text.length > 5 && titles.some((title) => clean(source, title).replace(/\s/g, '').includes(text.replace(/\s/g, '')));

/** More lines are no head; the longest history of the corpus has about thirty entries, some broken over lines. */
const MOST_HEAD_LINES = 60;

/** Words with which a note ends; a line behind any other end is the rest of a broken note. */
const NOTE_ENDS = /(?:通过|批准|修正|修订|修改|公布|发布|颁布|施行|实施|生效|废止|根据|决定)$/;

/** Whether a line goes on with the note before it: inside the bracket around the whole history, or behind a broken line. */
function goesOn(source: string, notes: readonly Span[], text: string): boolean {
  const [first, last] = [notes[0], notes.at(-1)];
  if (!first || !last) return false;
  const end = source.slice(last.start, last.end).trimEnd();
  if (/[）)]$/.test(end)) return false;
  if (/^[（(]/.test(source.slice(first.start, first.start + 1))) return true;
  return text.length <= 150 && !NOTE_ENDS.test(end) && !/[。；：]$/.test(text);
}

function readUnmarked(source: string, lines: readonly Line[]): Header {
  const titles: Line[] = [];
  const notes: Span[] = [];
  const page = withoutFurniture(source, lines);
  let index = page.from;
  for (; index < Math.min(page.to, page.from + MOST_HEAD_LINES); index++) {
    const line = lines[index]!;
    if (line.end - line.start > LONGEST_HEAD_LINE) break;
    const text = source.slice(line.start, line.end);
    if (isFurniture(text)) continue;
    if (/^(第[一二三四五六七八九十百\d]+[编章节条]|目\s*录|序\s*言|[一二三四五六七八九十]+、)/.test(text)) break;
    if (/^[（(]/.test(text) || (findDates(text)[0]?.start ?? 9) < 2 || goesOn(source, notes, text)) {
      notes.push({ start: line.start, end: line.end });
      continue;
    }
    if (repeats(source, titles, text)) continue;
    if (notes.length > 0 || titles.length >= 5 || text.length > 150 || /[。；：]$/.test(text)) break;
    titles.push(line);
  }
  const front = titles.length === 0 && notes.length === 0 ? titleInFront(source, lines[index]) : undefined;
  if (front) titles.push(front);
  return {
    title: titles.map((line) => clean(source, line)).join(''),
    titleSpans: titles,
    subtitle: null,
    notes: notes.map(({ start, end }) => unbracketed(source, start, end)),
    bodyFrom: index,
    bodyTo: page.to,
  };
}

/** The title at the front of the line that holds the whole text: a statute's name up to a blank or bracket. */
function titleInFront(source: string, line: Line | undefined): Line | undefined {
  if (!line) return undefined;
  const name = /^[^\s（(，。；：]{3,60}?(?:法|法典|条例|规定|办法|细则|规则|章程|解释)(?=[\s（(])/.exec(
    source.slice(line.start, Math.min(line.end, line.start + 80)),
  )?.[0];
  return name === undefined ? undefined : { ...line, end: line.start + name.length };
}

/** A note without the brackets the national database puts around the whole history. */
function unbracketed(source: string, start: number, end: number): Span {
  const from = /[（(]/.test(source[start] ?? '') ? start + 1 : start;
  return { start: from, end };
}

const clean = (source: string, line: Span | undefined): string =>
  line
    ? source
        .slice(line.start, line.end)
        .replace(/[\u200b\u00a0\ufeff]/g, '')
        .trim()
    : '';

/** `(2018-11-01)` at the end of a file name. */
export function fileDate(fileName: string | null): string | null {
  return fileName?.match(/\((\d{4}-\d{2}-\d{2})\)(\.\w+)?$/)?.[1] ?? null;
}

/** Kind letter of the technical code, from the title alone: a heuristic, wrong for rules named like regulations. */
export function instrumentKind(title: string, path: string): InstrumentKind {
  if (/宪法(修正案.*)?$/.test(title) && !title.includes('关于')) return 'C';
  if (/^最高人民(法院|检察院)/.test(title) || path.includes('司法解释')) return 'I';
  if (path.includes('地方性法规')) return 'D';
  if (path.includes('行政法规')) return 'A';
  if (path.includes('部门规章')) return 'B';
  if (/(自治条例|单行条例)$/.test(title)) return 'Z';
  if (/^(中华人民共和国|全国人民代表大会)/.test(title)) {
    if (/(法|法典|通则|修正案.*)$/.test(title)) return 'L';
    if (/决定|决议|解释/.test(title)) return 'Q';
    return 'A';
  }
  if (/^.{2,12}(省|自治区|市|自治州|县).*(条例|办法|规定|规则)$/.test(title)) return 'D';
  return /(条例)$/.test(title) ? 'A' : /(规定|办法|细则|规则)$/.test(title) ? 'B' : 'N';
}
