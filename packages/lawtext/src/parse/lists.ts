import { endsSentence } from '../text/lines.js';
import { diagnostic } from '../tree/diagnostic.js';
import { newNode, type Span } from '../tree/node.js';
import { isDivisionName, logicalLine, nextMarked, nextOfStyle } from './lookahead.js';
import { splitLostUnits } from './lost-articles.js';
import type { Mark } from './mark.js';
import type { Piece } from './pieces.js';
import { announcesItems, leansBack } from './plain.js';
import type { Reading } from './reading.js';

type ListMark = Extract<Mark, { kind: 'list' }>;

/** （一）, 1., 一、: a point, a division, an item or a subitem. False when the line is no member of a list. */
export function takeList(reading: Reading, piece: Piece, mark: ListMark, index: number): boolean {
  const { source, cursor, facts, extra, pieces } = reading;
  const label = { start: piece.start, end: mark.labelEnd };
  if (mark.style === '一、' && facts.unit === 'point') {
    if (opensPoint(reading, mark)) {
      fillPointGap(reading, mark);
      cursor.openUnit(newNode('point', String(mark.value), label, piece.start));
      cursor.openParagraph(mark.end, piece.end);
      return true;
    }
    if (cursor.quoteOpen) cursor.quotedOrdinal = mark.value;
  }
  const name = isDivisionName(source, pieces, index);
  if (
    name &&
    (mark.style === '一、'
      ? cursor.unit || facts.unit === 'article'
      : mark.style === '（一）' && underDivision(reading))
  ) {
    const kind = mark.style === '一、' ? 'division' : 'subdivision';
    cursor.openDivision(kind, String(mark.value), label, mark.end, piece.end);
    if (kind === 'division') extra.divisions = (extra.divisions ?? 0) + 1;
    return true;
  }
  if (!cursor.unit) return false;
  const runsOn = mark.style === '1.' && mark.value > 1 && mark.value === cursor.running + 1;
  if (
    cursor.lastText &&
    !cursor.item &&
    !endsSentence(source, cursor.lastText.end) &&
    mark.value !== 1 &&
    !(runsOn && facts.unit === 'point')
  )
    return false;
  if (mark.style === '①' && !cursor.item && cursor.lastCharacter() === '。') return false;
  if (mark.style === '1.' && !cursor.item && mark.value !== 1 && cursor.itemStyle !== '1.' && !runsOn) return false;
  // a list of the quoted wording, under an item that is none of it
  const quoted = facts.decision && cursor.quoteOpen && !cursor.itemQuoted;
  const deeper = mark.style === cursor.itemStyle ? quoted : !(runsOn && facts.unit === 'point');
  if (cursor.item && cursor.itemStyle && deeper) {
    takeSubitem(reading, piece, mark);
    return true;
  }
  if (
    cursor.item &&
    mark.style === cursor.itemStyle &&
    mark.value > Number(cursor.item.number) + 1 &&
    mark.value !== 1
  ) {
    reading.report.push(diagnostic('item.gap', label));
  }
  const next = runOn(reading, mark, piece.end);
  cursor.openItem(label, String(mark.value), mark.end, next, mark.style);
  if (next < piece.end) cursor.openParagraph(next, piece.end);
  return true;
}

/**
 * Where a 款 begins inside an item because its line break was lost: （八）…的。有前款第一项行为的，…. In the first 款 of an
 * article 前款 can only be the list itself.
 */
function runOn({ source, cursor }: Reading, mark: ListMark, end: number): number {
  if (cursor.paragraph?.number !== '1' || mark.value < 2) return end;
  const found = /。(?=(?:有|违反|对|依照|符合|具有)?前款)/.exec(source.slice(mark.end, end));
  return found ? mark.end + found.index + 1 : end;
}

/**
 * The next point in turn. Inside an open quotation a 一、 belongs to the quoted text, unless the quotation was never
 * closed: then the number follows that of the last point and no quoted list leads up to it.
 */
function opensPoint({ cursor }: Reading, mark: ListMark): boolean {
  if (cursor.unit?.kind !== 'point') return !cursor.quoteOpen;
  const last = Number(cursor.unit.number);
  if (cursor.quoteOpen) return mark.value === last + 1 && cursor.quotedOrdinal === 0;
  return mark.value > last || mark.value === 1;
}

/** 一、 lost before a printed 二、: its text stands behind the paragraph that announces the points (…规定如下：). */
function fillPointGap({ source, cursor, report }: Reading, mark: ListMark): void {
  if (cursor.lastUnit || mark.value === 1) return;
  const lead = cursor.loose.findIndex((node) => /[：:]/.test(source[node.end - 1] ?? ''));
  if (lead < 0) return;
  const made = splitLostUnits({
    source,
    kind: 'point',
    before: undefined,
    loose: cursor.loose.slice(lead + 1),
    lost: mark.value - 1,
    from: 1,
    siblings: cursor.divisions.siblings(),
  });
  for (const point of made) report.push(diagnostic('label.lost', { start: point.start, end: point.start }));
}

const underDivision = ({ cursor }: Reading): boolean => {
  const kind = cursor.divisions.innermost()?.kind;
  return kind === 'division' || kind === 'subdivision';
};

function takeSubitem({ cursor }: Reading, piece: Piece, mark: ListMark): void {
  const label = { start: piece.start, end: mark.labelEnd };
  if (cursor.subitem && cursor.subitemStyle && mark.style !== cursor.subitemStyle) {
    // a third level: stays inside the subitem, no unit of its own
    const inner = newNode('matter', String(mark.value), label, piece.start);
    cursor.subitem.children.push(inner);
    cursor.addText(inner, mark.end, piece.end);
    return;
  }
  cursor.openSubitem(label, String(mark.value), mark.end, piece.end, mark.style);
}

/**
 * An item (or, under an item, a subitem) whose mark is lost: it follows a colon or the ； of a member, and ends in ； itself
 * or closes the list. A line behind an item is none when the next printed number leaves no room for it: then it belongs
 * to that item.
 * Fails for a 款 that is one long list of clauses without marks.
 */
export function lostMember({ source, cursor, pieces }: Reading, index: number): 'item' | 'subitem' | undefined {
  const last = cursor.lastCharacter();
  const afterColon = last === '：' || last === ':';
  const afterMember = last === '；' || last === ';';
  const closes = (): boolean => /[；;]$/.test(logicalLine(source, pieces, index));
  if (cursor.item) {
    if (cursor.unmarkedList && !cursor.item.label && last === '。')
      return isMember(textOf(source, pieces[index]!)) ? 'item' : undefined;
    if (cursor.subitem) return afterMember && !cursor.subitem.label ? 'subitem' : undefined;
    if (afterColon) return closes() ? 'subitem' : undefined;
    const next = nextMarked(pieces, index);
    const mark = next?.piece.mark;
    const room =
      mark?.kind === 'list' && mark.style === cursor.itemStyle
        ? mark.value - Number(cursor.item.number) - 1
        : undefined;
    // one line for each number that is missing up to the next printed one
    if (room !== undefined && room > 0 && room === next!.distance) return 'item';
    if (!afterMember || room === 0) return undefined;
    const line = logicalLine(source, pieces, index);
    if (!line.endsWith('。')) return 'item';
    // behind a list of the first 款 a sentence on 前款 is a 款: what else could 前款 be
    if (cursor.paragraph?.number === '1' && line.includes('前款')) return undefined;
    return cursor.item.label === null || isLastMember(line, source.slice(0, cursor.lastText!.end)) ? 'item' : undefined;
  }
  if (!afterColon) return undefined;
  if (closes()) return 'item';
  // 第一项 without mark, the second one marked （二）
  const next = nextMarked(pieces, index);
  const mark = next?.piece.mark;
  if (mark?.kind === 'list') return mark.value === 2 && mark.style !== '一、' ? 'item' : undefined;
  return opensUnmarkedList(source, cursor.lastText!, pieces, index) ? 'item' : undefined;
}

/** Below this a line behind a list is a member of it rather than a sentence of its own. */
const SHORT = 20;

/**
 * Whether a line without mark behind the ； of a marked item closes the list (其他…的行为。, 法律、法规规定的其他情形。) and is
 * not a sentence of its own, which has a predicate of its own (应当, 不得, 处…罚款) or ends otherwise than the items do.
 */
function isLastMember(line: string, before: string): boolean {
  if (/^(?:有?其他|法律、?(?:行政)?法规|违反法律)/.test(line)) return true;
  if (line.slice(-3, -1) === before.slice(-3, -1)) return true;
  if (/应当|不得|需要|罚款|处罚|以上行为|本条(?!例)|所称/.test(line)) return false;
  if (line.length < SHORT) return true;
  return /(?:的|行为|情形|情况|义务|职责|权利|物品|事项|内容|材料|资料|文件|证明|条件|规定|措施|工作)。$/.test(line);
}

const textOf = (source: string, { start, end }: { start: number; end: number }): string => source.slice(start, end);

/**
 * A list that lost all its marks although its members are full sentences: its lead announces a list, at least two lines
 * follow up to the next label, and none of the first two leans back on the lead (前款…).
 */
function opensUnmarkedList(source: string, lead: Span, pieces: readonly Piece[], index: number): boolean {
  const [first, second] = [pieces[index]!, pieces[index + 1]];
  if (!second || second.mark || second.level > 0 || !announcesItems(textOf(source, lead))) return false;
  // a line with ； inside is the whole enumeration itself
  return isMember(textOf(source, first)) && !/[；;]/.test(textOf(source, first)) && isMember(textOf(source, second));
}

/** A full sentence that does not speak of the list as 前款. */
const isMember = (text: string): boolean => text.endsWith('。') && !leansBack(text) && !text.includes('前款');

/** A further member of an open list follows, so that a plain line before it belongs to the member it stands in. */
export function listGoesOn({ cursor, pieces }: Reading, index: number): boolean {
  if (cursor.itemStyle && nextOfStyle(pieces, index, cursor.itemStyle)?.value === Number(cursor.item!.number) + 1)
    return true;
  const mark = nextMarked(pieces, index)?.piece.mark;
  return (
    cursor.subitem !== undefined &&
    mark?.kind === 'list' &&
    mark.style === cursor.subitemStyle &&
    mark.value === Number(cursor.subitem.number) + 1
  );
}
