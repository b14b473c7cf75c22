import { endsSentence } from '../text/lines.js';
import { diagnostic } from '../tree/diagnostic.js';
import { isLostHeading, openAnnex, takeLostHeading } from './headings.js';
import { listGoesOn, lostMember } from './lists.js';
import { logicalLine, noUnitAfter } from './lookahead.js';
import type { Piece } from './pieces.js';
import { isAnnexCaption, isClosing, isFormula, isHeadMatter, opensUnit } from './plain.js';
import type { Reading } from './reading.js';

/** A line without mark of its own: the rest of a broken line, a lost name, a lost item, a 款, closing matter. */
export function takePlain(reading: Reading, piece: Piece, index: number) {
  const { source, cursor, facts, extra, report, pieces } = reading;
  const text = source.slice(piece.start, piece.end);
  if (goesOn(reading, piece, text, index)) {
    report.push(diagnostic('line.broken', { start: cursor.lastText!.end, end: piece.start }));
    return cursor.addText(cursor.lastNode!, piece.start, piece.end);
  }
  if (isAnnexCaption(text) && !cursor.quoteOpen) return openAnnex(reading, piece);
  if (isLostHeading(reading, piece, index)) return takeLostHeading(reading, piece, index);
  if (!cursor.unit) return takeUnnumbered(reading, piece, text);
  if (isClosing(text, facts.decision) && !cursor.quoteOpen && noUnitAfter(pieces, index, facts.unit)) {
    cursor.closeUnit();
    return takeUnnumbered(reading, piece, text);
  }
  if (isUncounted(reading, piece, text)) {
    return cursor.addMatter(piece.start, piece.end);
  }
  if (cursor.item && isQuotedWording(reading, text)) return cursor.addMatter(piece.start, piece.end);
  const lost = lostMember(reading, index);
  if (lost) {
    extra.items_unmarked = (extra.items_unmarked ?? 0) + 1;
    report.push(diagnostic('item.lost', piece));
    if (lost === 'subitem') {
      const number = String(Number(cursor.subitem?.number ?? 0) + 1);
      return cursor.openSubitem(null, number, piece.start, piece.end, undefined);
    }
    const number = String(cursor.item ? Number(cursor.item.number) + 1 : 1);
    const unmarked = cursor.item ? cursor.unmarkedList : !/[；;]$/.test(logicalLine(source, pieces, index));
    cursor.openItem(null, number, piece.start, piece.end, undefined);
    cursor.unmarkedList = unmarked;
    return;
  }
  if (cursor.item && listGoesOn(reading, index)) return cursor.addMatter(piece.start, piece.end);
  cursor.openParagraph(piece.start, piece.end);
}

/** The line before did not reach the end of its sentence and nothing new begins here. */
function goesOn(reading: Reading, piece: Piece, text: string, index: number): boolean {
  const { source, cursor } = reading;
  const before = cursor.lastText;
  const node = cursor.lastNode;
  if (!before || !node || piece.inline) return false;
  if (isFormula(text)) return cursor.unit !== undefined && announcesFormula(source.slice(before.start, before.end));
  if (isFormula(source.slice(before.start, before.end))) return /[＝=]$/.test(source.slice(before.start, before.end));
  if (node.kind === 'matter' && cursor.unit && !cursor.item) return false;
  if (endsSentence(source, before.end) && !runsOn(reading, text)) return false;
  return !startsApart(reading, piece, text, index);
}

const announcesFormula = (text: string): boolean =>
  /(公式|计算|换算|为)[^。；]{0,12}[：:]$/.test(text) || isFormula(text);

/** 由下列人员组成： / 委员长， / 副委员长若干人，: an enumeration without marks inside one sentence (宪法第六十五条). */
function runsOn({ cursor }: Reading, text: string): boolean {
  const last = cursor.lastCharacter();
  return (last === '：' || last === ':') && /[，,、]$/.test(text) && cursor.unit !== undefined && !cursor.item;
}

/** A bare name or a caption begins something new although the line before is no full sentence. */
function startsApart({ cursor, pieces }: Reading, piece: Piece, text: string, index: number): boolean {
  const last = cursor.lastNode;
  // closing matter is printed line by line: signatures, receivers
  if (last?.kind === 'unnumbered' && !cursor.unit && cursor.lastUnit) return true;
  if (last && !cursor.unit && (last.kind === 'matter' || isClosing(text, false))) return true;
  return isAnnexCaption(text) && !opensUnit(pieces[index + 1]) && piece.end - piece.start < 30;
}

/** A footnote, a row of a table, or the heading of a quoted chapter. */
function isUncounted({ source, facts }: Reading, piece: Piece, text: string): boolean {
  if (/^[①②③④⑤*＊※]/.test(text) || source.startsWith('|', piece.start)) return true;
  return facts.decision && piece.mark?.kind === 'heading' && text.length < 40 && !/[，。；：]/.test(text);
}

/** New wording quoted under an item of a decision that changes several texts (1.将第六条修改为：). */
const isQuotedWording = ({ cursor, facts }: Reading, text: string): boolean =>
  facts.decision && cursor.itemStyle === '1.' && (cursor.quoteOpen || text.startsWith('“'));

function takeUnnumbered({ cursor, facts }: Reading, piece: Piece, text: string): void {
  const uncounted = facts.title.includes(text.replace(/\s/g, '')) || isHeadMatter(text) || /^\|/.test(text);
  const node = cursor.textNode(uncounted ? 'matter' : 'unnumbered', piece.start, piece.end);
  cursor.divisions.attach(node);
  if (!uncounted) cursor.loose.push(node);
}
