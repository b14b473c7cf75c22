import { endsSentence } from '../text/lines.js';
import { diagnostic } from '../tree/diagnostic.js';
import { newNode, type Span } from '../tree/node.js';
import { splitLostUnits } from './lost-articles.js';
import type { Mark } from './mark.js';
import type { Piece } from './pieces.js';
import type { Reading } from './reading.js';

type ArticleMark = Extract<Mark, { kind: 'article' }>;

/** The furthest a label may lead on: a greater number at the start of a line is a reference in a broken line. */
const FURTHEST = 30;

/** 第N条 at the start of a piece. False when it is a reference or the label of a quoted article. */
export function takeArticle(reading: Reading, piece: Piece, mark: ArticleMark): boolean {
  const { source, cursor, report, extra } = reading;
  if (mark.quoted) return false;
  const last = cursor.lastArticle;
  const follows = mark.value === last.value + 1 || (mark.value === last.value && mark.sub > last.sub);
  const restart = mark.value === 1 && mark.sub === 0 && last.value > 1;
  if (!follows && !restart && !cursor.firstArticle) {
    if (cursor.quoteOpen || mark.value <= last.value || !mark.spaced) return false;
    if (mark.value > last.value + FURTHEST) return false;
  }
  if (!mark.spaced && !follows && !(cursor.firstArticle && piece.start !== mark.labelEnd)) return false;
  if (cursor.lastText && !piece.inline && !endsSentence(source, cursor.lastText.end) && !follows && !restart)
    return false;
  const label = { start: piece.start, end: mark.labelEnd };
  if (mark.damaged) report.push(diagnostic('label.damaged', label));
  if (restart) report.push(diagnostic('label.restart', label));
  if (!follows && !restart) fillGap(reading, mark, label);
  cursor.annex = undefined;
  cursor.openUnit(newNode('article', mark.number, label, piece.start));
  cursor.lastArticle = { value: mark.value, sub: mark.sub };
  cursor.firstArticle = false;
  cursor.openParagraph(mark.end, piece.end);
  if (piece.end - mark.end < 9 && /^[（(]?\s*(已?删[去除])\s*[）)]?$/.test(source.slice(mark.end, piece.end)))
    extra.deleted_articles = [...(extra.deleted_articles ?? []), mark.number];
  return true;
}

/** Articles between the last label and this one: their text may stand there without label. */
function fillGap({ source, cursor, report, extra }: Reading, mark: ArticleMark, label: Span): void {
  const from = cursor.lastArticle.value + 1;
  const lost = mark.value - from;
  if (lost <= 0 || (cursor.firstArticle && cursor.loose.length === 0)) return;
  const made = splitLostUnits({
    source,
    kind: 'article',
    before: cursor.lastUnit,
    loose: cursor.loose,
    lost,
    from,
    siblings: cursor.loose.length > 0 ? cursor.divisions.siblings() : cursor.lastSiblings,
  });
  if (made.length === 0) {
    if (!cursor.firstArticle)
      report.push(
        diagnostic(
          'label.gap',
          label,
          from === mark.value - 1 ? `缺第${from}条` : `缺第${from}条至第${mark.value - 1}条`,
        ),
      );
    return;
  }
  for (const article of made) {
    report.push(diagnostic('label.lost', { start: article.start, end: article.start }, `第${article.number}条`));
    extra.article_labels_lost = [...(extra.article_labels_lost ?? []), article.number!];
  }
}
