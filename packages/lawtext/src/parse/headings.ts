import { endsSentence } from '../text/lines.js';
import { diagnostic } from '../tree/diagnostic.js';
import { takeList } from './lists.js';
import { nameOfTwoLines } from './lookahead.js';
import { lostChapterNumber, lostNameLevel } from './lost-names.js';
import type { Mark } from './mark.js';
import type { Piece } from './pieces.js';
import { isAnnexCaption, isBareName, opensUnit } from './plain.js';
import type { Reading } from './reading.js';

/** 第N章, ## 序言, ## 附件一, ## 一、…. False when the line is text after all. */
export function takeHeading(reading: Reading, piece: Piece, index: number): boolean {
  const { source, cursor, facts, extra } = reading;
  const { mark } = piece;
  const text = source.slice(piece.start, piece.end);
  if (piece.level === 0 && !isPlainHeading(reading, text, index)) return false;
  if (text === '') return true;
  if (mark?.kind === 'heading') {
    openLabelled(reading, piece, mark);
    return true;
  }
  if (piece.level === 1 && facts.title.includes(text)) {
    cursor.addMatter(piece.start, piece.end);
    return true;
  }
  if (isAnnexCaption(text)) {
    openAnnex(reading, piece);
    return true;
  }
  if (cursor.annex) return false;
  if (mark?.kind === 'list') {
    if (mark.style !== '一、') return false;
    if (facts.unit === 'point') return takeList(reading, piece, mark, index);
    const label = { start: piece.start, end: mark.labelEnd };
    cursor.openDivision('division', String(mark.value), label, mark.end, piece.end);
    extra.divisions = (extra.divisions ?? 0) + 1;
    return true;
  }
  if (/^(序\s*言|前\s*言)$/.test(text)) {
    cursor.openDivision('preamble', null, null, piece.start, piece.end);
    extra.unnumbered_divisions = (extra.unnumbered_divisions ?? 0) + 1;
    return true;
  }
  if (endsSentence(source, piece.end) && text.length > 40) return false;
  openUnnumbered(reading, piece);
  return true;
}

function openLabelled({ cursor }: Reading, piece: Piece, mark: Extract<Mark, { kind: 'heading' }>): void {
  cursor.annex = undefined;
  const label = { start: piece.start, end: mark.labelEnd };
  cursor.openDivision(mark.level, String(mark.value), label, mark.end, piece.end);
}

export function openAnnex({ cursor }: Reading, piece: Piece): void {
  cursor.openAnnex(piece.start, piece.end);
}

/** `第二章 总则` without #: a heading when it is no sentence and opens something. */
function isPlainHeading({ source, cursor, facts, pieces }: Reading, text: string, index: number): boolean {
  if (text.length > 45 || /[。；：，]$/.test(text) || cursor.quoteOpen) return false;
  if (facts.decision && cursor.unit) return false;
  if (cursor.lastText && !endsSentence(source, cursor.lastText.end) && cursor.lastNode?.kind !== 'matter') return false;
  if (/^第.{1,6}[编章节](第|规|的|和|、|至|所)/.test(text.slice(0, 8))) return false;
  return opensUnit(pieces[index + 1]) || pieces[index]!.level > 0;
}

/** A division whose number is lost: a chapter, unless the text has 编 above it or no articles to hold. */
function openUnnumbered(reading: Reading, piece: Piece, next?: number): void {
  const { cursor, facts, extra, report } = reading;
  const chapters = !facts.partsPrinted && facts.unit === 'article';
  const number = chapters ? String(next ?? cursor.divisions.lastNumber('chapter') + 1) : null;
  if (chapters) {
    extra.chapters_label_lost = (extra.chapters_label_lost ?? 0) + 1;
    report.push(diagnostic('heading.lost', piece));
  } else extra.unnumbered_divisions = (extra.unnumbered_divisions ?? 0) + 1;
  if (facts.partsPrinted) cursor.divisions.close();
  cursor.openDivision(chapters ? 'chapter' : 'division', number, null, piece.start, piece.end);
}

/** 监测与预警: a name between the end of an article and the next label. */
export function isLostHeading({ source, cursor, facts, pieces }: Reading, piece: Piece, index: number): boolean {
  const text = source.slice(piece.start, piece.end);
  if (piece.level > 0 || facts.unit !== 'article' || cursor.quoteOpen) return false;
  if (facts.decision && cursor.unit) return false;
  const behindHeading = cursor.lastNode !== undefined && cursor.divisions.innermost() === cursor.lastNode;
  // the rest of a heading may hold the comma of an enumeration
  const rest = behindHeading && opensUnit(pieces[index + 1]) ? text.replaceAll('，', '') : text;
  if (!isBareName(rest)) return false;
  if (
    !opensUnit(pieces[index + 1]) &&
    !nameOfTwoLines(source, pieces, index) &&
    !(cursor.lastNode?.kind === 'chapter' && cursor.firstArticle)
  )
    return false;
  if (cursor.firstArticle && facts.title.includes(text.replace(/\s/g, ''))) return false;
  if (behindHeading) return true;
  return facts.chaptersPrinted || !cursor.firstArticle || /^(总\s*则|一般规定)$/.test(text);
}

export function takeLostHeading(reading: Reading, piece: Piece, index: number): void {
  const { source, cursor, pieces, report } = reading;
  if (piece.mark?.kind === 'heading') {
    openLabelled(reading, piece, piece.mark);
    return;
  }
  const open = cursor.lastNode;
  const context = {
    source,
    pieces,
    index,
    behindHeading: open !== undefined && open === cursor.divisions.innermost(),
    headingLabelled: open?.label != null,
    headingIsSection: open?.kind === 'section',
    chapter: cursor.divisions.lastNumber('chapter'),
  };
  const level = lostNameLevel(context);
  if (level === 'rest' && open) {
    open.text.push({ start: piece.start, end: piece.end });
    open.end = piece.end;
    report.push(diagnostic('heading.broken', piece));
    return;
  }
  if (level === 'section' && cursor.divisions.innermost() !== undefined) {
    report.push(diagnostic('heading.lost', piece));
    const number = String(cursor.divisions.lastNumber('section') + 1);
    cursor.openDivision('section', number, null, piece.start, piece.end);
    return;
  }
  openUnnumbered(reading, piece, lostChapterNumber(context, cursor.firstArticle));
}
