import type { LawNode } from '../tree/node.js';
import { takeArticle } from './articles.js';
import { openAnnex, takeHeading } from './headings.js';
import { takeList } from './lists.js';
import type { Piece } from './pieces.js';
import { isAnnexCaption } from './plain.js';
import { takePlain } from './plain-lines.js';
import type { Reading } from './reading.js';

/**
 * Builds the tree in one pass over the pieces. Each `take…` handles one kind of line; what the line cannot tell by itself
 * (continuation, lost mark, lost name) is decided from the line before and the next marked line.
 */
export function buildTree(reading: Reading): LawNode[] {
  for (let index = 0; index < reading.pieces.length; index++) take(reading, reading.pieces[index]!, index);
  return reading.cursor.divisions.roots;
}

function take(reading: Reading, piece: Piece, index: number) {
  const { mark } = piece;
  if (mark?.kind === 'article' && takeArticle(reading, piece, mark)) return;
  if ((piece.level > 0 || mark?.kind === 'heading') && takeHeading(reading, piece, index)) return;
  if (reading.cursor.annex) return takeAnnexLine(reading, piece, reading.cursor.annex);
  if (mark?.kind === 'list' && takeList(reading, piece, mark, index)) return;
  takePlain(reading, piece, index);
}

/** A line of an annex, unless it is the caption of the next one (附件2). */
function takeAnnexLine(reading: Reading, piece: Piece, annex: LawNode) {
  const { source, cursor } = reading;
  const numbered = /^附\s*[件表录图]\s*[一二三四五六七八九十\d０-９]/.test(source.slice(piece.start, piece.start + 8));
  if (!numbered || !isAnnexCaption(source.slice(piece.start, piece.end)))
    return cursor.append(annex, piece.start, piece.end);
  // 附件：1.…；2.…, followed by 附件1 and 附件2, was only their list
  const roots = cursor.divisions.roots;
  if (/^附\s*件\s*[：:]\s*1\s*[.．、]/.test(source.slice(annex.start, annex.start + 12)))
    roots[roots.length - 1] = { ...annex, kind: 'matter' };
  openAnnex(reading, piece);
}
