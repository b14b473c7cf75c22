import { endsSentence } from '../text/lines.js';
import type { Diagnostic } from '../tree/diagnostic.js';
import { diagnostic } from '../tree/diagnostic.js';
import type { Extra, UnitKind } from '../tree/document.js';
import { type DivisionKind, type LawNode, newNode, type Span } from '../tree/node.js';
import { DivisionStack } from './divisions.js';
import { isDivisionName, logicalLine, nameOfTwoLines, nextMarked, noUnitAfter } from './lookahead.js';
import { splitLostArticles } from './lost-articles.js';
import { lostChapterNumber, lostNameLevel } from './lost-names.js';
import type { ListStyle, Mark } from './mark.js';
import type { Piece } from './pieces.js';
import { isAnnexCaption, isBareName, isClosing, opensUnit } from './plain.js';

type ArticleMark = Extract<Mark, { kind: 'article' }>;
type ListMark = Extract<Mark, { kind: 'list' }>;

export interface Facts {
  readonly unit: UnitKind;
  readonly title: string;
  /** The instrument changes another one: quoted provisions are text of its points. */
  readonly decision: boolean;
  /** Highest chapter number printed anywhere, to tell a lost chapter name from other bare names. */
  readonly chaptersPrinted: boolean;
  readonly partsPrinted: boolean;
}

/**
 * Builds the tree in one pass over the pieces. Each `take…` method handles one kind of line; what the line cannot tell
 * by itself (continuation, lost mark, lost name) is decided from the line before and the next marked line.
 */
export class TreeBuilder {
  readonly extra: Extra = {};
  readonly #divisions = new DivisionStack();
  #unit: LawNode | undefined;
  /** The last unit opened, and the list it stands in: a heading may stand between it and a gap. */
  #lastUnit: LawNode | undefined;
  #lastSiblings: LawNode[] = [];
  #paragraph: LawNode | undefined;
  /** 款 of the open unit so far. */
  #paragraphs = 0;
  #item: LawNode | undefined;
  #subitem: LawNode | undefined;
  #itemStyle: ListStyle | undefined;
  #subitemStyle: ListStyle | undefined;
  #annex: LawNode | undefined;
  #lastArticle = { value: 0, sub: 0 };
  #firstArticle = true;
  #quoteOpen = false;
  /** Unnumbered paragraphs since the last heading, in which articles without label may hide. */
  #loose: LawNode[] = [];
  #lastText: Span | undefined;
  #lastNode: LawNode | undefined;
  readonly source: string;
  readonly pieces: readonly Piece[];
  readonly facts: Facts;
  readonly report: Diagnostic[];

  constructor(source: string, pieces: readonly Piece[], facts: Facts, report: Diagnostic[]) {
    this.source = source;
    this.pieces = pieces;
    this.facts = facts;
    this.report = report;
  }

  build(): LawNode[] {
    for (let index = 0; index < this.pieces.length; index++) this.#take(this.pieces[index]!, index);
    return this.#divisions.roots;
  }

  #take(piece: Piece, index: number) {
    const { mark } = piece;
    if (mark?.kind === 'article' && this.#takeArticle(piece, mark)) return;
    if (piece.level > 0 || mark?.kind === 'heading') {
      if (this.#takeHeading(piece, index)) return;
    }
    if (this.#annex) {
      if (
        /^附\s*[件表录图]\s*[一二三四五六七八九十\d]/.test(this.source.slice(piece.start, piece.start + 8)) &&
        isAnnexCaption(this.source.slice(piece.start, piece.end))
      ) {
        return this.#openAnnex(piece);
      }
      return this.#append(this.#annex, piece.start, piece.end);
    }
    if (mark?.kind === 'list' && this.#takeList(piece, mark, index)) return;
    this.#takePlain(piece, index);
  }

  // 第N条
  #takeArticle(piece: Piece, mark: ArticleMark): boolean {
    if (mark.quoted) return false;
    const last = this.#lastArticle;
    const follows = mark.value === last.value + 1 || (mark.value === last.value && mark.sub > last.sub);
    const restart = mark.value === 1 && mark.sub === 0 && last.value > 1;
    if (!follows && !restart && !this.#firstArticle) {
      if (this.#quoteOpen || mark.value <= last.value || !mark.spaced) return false;
      if (mark.value > last.value + 30) return false;
    }
    if (!mark.spaced && !follows && !(this.#firstArticle && piece.start !== mark.labelEnd)) return false;
    if (this.#lastText && !piece.inline && !endsSentence(this.source, this.#lastText.end) && !follows && !restart)
      return false;
    const label = { start: piece.start, end: mark.labelEnd };
    if (mark.damaged) this.report.push(diagnostic('label.damaged', label));
    if (restart) this.report.push(diagnostic('label.restart', label));
    if (!follows && !restart) this.#fillGap(mark, label);
    this.#annex = undefined;
    const article = newNode('article', mark.number, label, piece.start);
    this.#openUnit(article);
    this.#lastArticle = { value: mark.value, sub: mark.sub };
    this.#firstArticle = false;
    this.#openParagraph(mark.end, piece.end);
    if (/^[（(]?\s*(已?删[去除])\s*[）)]?$/.test(this.source.slice(mark.end, piece.end))) {
      this.extra.deleted_articles = [...(this.extra.deleted_articles ?? []), mark.number];
    }
    return true;
  }

  /** Articles between the last label and this one: their text may stand there without label. */
  #fillGap(mark: ArticleMark, label: Span): void {
    const from = this.#lastArticle.value + 1;
    const lost = mark.value - from;
    if (lost <= 0 || (this.#firstArticle && this.#loose.length === 0)) return;
    const made = splitLostArticles({
      source: this.source,
      before: this.#lastUnit,
      loose: this.#loose,
      lost,
      from,
      siblings: this.#loose.length > 0 ? this.#divisions.siblings() : this.#lastSiblings,
      first: this.#firstArticle,
    });
    if (made.length === 0) {
      if (!this.#firstArticle) this.report.push(diagnostic('label.gap', label, `缺第${from}条至第${mark.value - 1}条`));
      return;
    }
    for (const article of made) {
      this.report.push(diagnostic('label.lost', { start: article.start, end: article.start }, `第${article.number}条`));
      this.extra.article_labels_lost = [...(this.extra.article_labels_lost ?? []), article.number!];
    }
  }

  // 第N章, ## 序言, ## 附件一, ## 一、…
  #takeHeading(piece: Piece, index: number): boolean {
    const { mark } = piece;
    const text = this.source.slice(piece.start, piece.end);
    if (piece.level === 0 && !this.#plainHeading(piece, text, index)) return false;
    if (text === '') return true;
    if (mark?.kind === 'heading') {
      this.#annex = undefined;
      this.#openDivision(
        mark.level,
        String(mark.value),
        { start: piece.start, end: mark.labelEnd },
        mark.end,
        piece.end,
      );
      return true;
    }
    if (piece.level === 1 && this.facts.title.includes(text)) {
      this.#divisions.attach(this.#textNode('matter', piece.start, piece.end));
      return true;
    }
    if (isAnnexCaption(text)) {
      this.#openAnnex(piece);
      return true;
    }
    if (this.#annex) return false;
    if (mark?.kind === 'list' && mark.style === '一、') {
      if (this.facts.unit === 'point') return this.#takeList(piece, mark, index);
      this.#openDivision(
        'division',
        String(mark.value),
        { start: piece.start, end: mark.labelEnd },
        mark.end,
        piece.end,
      );
      this.extra.divisions = (this.extra.divisions ?? 0) + 1;
      return true;
    }
    if (mark?.kind === 'list') return false;
    if (/^(序\s*言|前\s*言)$/.test(text)) {
      this.#openDivision('preamble', null, null, piece.start, piece.end);
      this.extra.unnumbered_divisions = (this.extra.unnumbered_divisions ?? 0) + 1;
      return true;
    }
    if (endsSentence(this.source, piece.end) && text.length > 40) return false;
    this.#openUnnumbered(piece);
    return true;
  }

  /** `第二章 总则` without #: a heading when it is no sentence and opens something. */
  #plainHeading(piece: Piece, text: string, index: number): boolean {
    if (text.length > 45 || /[。；：，]$/.test(text) || this.#quoteOpen) return false;
    if (this.#lastText && !endsSentence(this.source, this.#lastText.end) && this.#lastNode?.kind !== 'matter')
      return false;
    const rest = text.slice(0, 8);
    if (/^第.{1,6}[编章节](第|规|的|和|、|至|所)/.test(rest)) return false;
    return opensUnit(this.pieces[index + 1]) || piece.level > 0;
  }

  /** A division whose number is lost: a chapter, unless the text has 编 above it or no chapters at all beside it. */
  #openUnnumbered(piece: Piece, next = this.#divisions.lastNumber('chapter') + 1): void {
    const chapters = !this.facts.partsPrinted && this.facts.unit === 'article';
    const number = chapters ? String(next) : null;
    if (chapters) {
      this.extra.chapters_label_lost = (this.extra.chapters_label_lost ?? 0) + 1;
      this.report.push(diagnostic('heading.lost', piece));
    } else this.extra.unnumbered_divisions = (this.extra.unnumbered_divisions ?? 0) + 1;
    if (this.facts.partsPrinted) this.#divisions.close();
    this.#openDivision(chapters ? 'chapter' : 'division', number, null, piece.start, piece.end);
  }

  #openDivision(kind: DivisionKind, number: string | null, label: Span | null, from: number, end: number): void {
    this.#lastNode = this.#divisions.open(kind, number, label, from, end);
    this.#closeUnit();
    this.#loose = [];
    this.#lastText = undefined;
  }

  #openAnnex(piece: Piece): void {
    this.#divisions.close();
    this.#closeUnit();
    this.#annex = newNode('annex', null, null, piece.start);
    this.#append(this.#annex, piece.start, piece.end);
    this.#divisions.roots.push(this.#annex);
    this.#loose = [];
  }

  // （一）, 1., 一、
  #takeList(piece: Piece, mark: ListMark, index: number): boolean {
    const label = { start: piece.start, end: mark.labelEnd };
    if (mark.style === '一、' && this.facts.unit === 'point' && !this.#quoteOpen && this.#pointFollows(mark)) {
      const point = newNode('point', String(mark.value), label, piece.start);
      this.#openUnit(point);
      this.#openParagraph(mark.end, piece.end);
      return true;
    }
    if (!this.#unit) return false;
    if (mark.style === '一、' && isDivisionName(this.source, this.pieces, index)) {
      this.#openDivision('division', String(mark.value), label, mark.end, piece.end);
      this.extra.divisions = (this.extra.divisions ?? 0) + 1;
      return true;
    }
    if (this.#lastText && !this.#inList() && !endsSentence(this.source, this.#lastText.end) && mark.value !== 1)
      return false;
    if (mark.style === '①' && !this.#item && this.source[(this.#lastText?.end ?? 0) - 1] === '。') return false;
    if (mark.style === '1.' && !this.#item && mark.value !== 1 && this.#itemStyle !== '1.') return false;
    if (this.#item && this.#itemStyle && mark.style !== this.#itemStyle) {
      this.#openSubitem(label, mark, piece);
      return true;
    }
    if (
      this.#item &&
      mark.style === this.#itemStyle &&
      mark.value > Number(this.#item.number) + 1 &&
      mark.value !== 1
    ) {
      this.report.push(diagnostic('item.gap', label));
    }
    this.#openItem(label, String(mark.value), mark.end, piece.end, mark.style);
    return true;
  }

  #pointFollows(mark: ListMark): boolean {
    if (this.#unit?.kind !== 'point') return true;
    const last = Number(this.#unit.number);
    return mark.value > last || mark.value === 1;
  }

  #inList = (): boolean => this.#item !== undefined;

  #openItem(label: Span | null, number: string, from: number, end: number, style: ListStyle | undefined): void {
    if (!this.#paragraph) this.#openParagraph(from, from);
    const item = newNode('item', number, label, label ? label.start : from);
    this.#paragraph!.children.push(item);
    this.#item = item;
    this.#subitem = undefined;
    this.#subitemStyle = undefined;
    if (style) this.#itemStyle = style;
    this.#addText(item, from, end);
  }

  #openSubitem(label: Span | null, mark: ListMark, piece: Piece): void {
    if (this.#subitem && this.#subitemStyle && mark.style !== this.#subitemStyle) {
      // a third level: stays inside the subitem, no unit of its own
      const inner = newNode('matter', String(mark.value), label, piece.start);
      this.#subitem.children.push(inner);
      this.#addText(inner, mark.end, piece.end);
      return;
    }
    const node = newNode('subitem', String(mark.value), label, piece.start);
    this.#item!.children.push(node);
    this.#subitem = node;
    this.#subitemStyle = mark.style;
    this.#addText(node, mark.end, piece.end);
  }

  // a line without mark of its own
  #takePlain(piece: Piece, index: number) {
    const { source } = this;
    const text = source.slice(piece.start, piece.end);
    const before = this.#lastText;
    const open =
      before &&
      !piece.inline &&
      this.#lastNode &&
      (!endsSentence(source, before.end) || this.#runsOn(text, before.end));
    if (open && this.#lastNode && !this.#startsApart(text, piece, index)) {
      this.report.push(diagnostic('line.broken', { start: before.end, end: piece.start }));
      this.#addText(this.#lastNode, piece.start, piece.end);
      return;
    }
    if (isAnnexCaption(text) && !this.#quoteOpen) return this.#openAnnex(piece);
    if (this.#isLostHeading(piece, text, index)) return this.#takeLostHeading(piece, index);
    if (!this.#unit) return this.#takeUnnumbered(piece, text);
    if (isClosing(text, this.facts.decision) && !this.#quoteOpen && noUnitAfter(this.pieces, index, this.facts.unit)) {
      this.#closeUnit();
      return this.#takeUnnumbered(piece, text);
    }
    if (/^[①②③④⑤*＊※]/.test(text) || source.startsWith('|', piece.start)) {
      this.#unit.children.push(this.#textNode('matter', piece.start, piece.end));
      return;
    }
    if (this.#isLostItem(index)) {
      this.extra.items_unmarked = (this.extra.items_unmarked ?? 0) + 1;
      this.report.push(diagnostic('item.lost', piece));
      this.#openItem(null, String(this.#item ? Number(this.#item.number) + 1 : 1), piece.start, piece.end, undefined);
      return;
    }
    if (this.#item && this.#listGoesOn(index)) {
      const node = this.#textNode('matter', piece.start, piece.end);
      (this.#subitem ?? this.#item).children.push(node);
      this.#lastNode = node;
      return;
    }
    this.#openParagraph(piece.start, piece.end);
  }

  /** 由下列人员组成： / 委员长， / 副委员长若干人，: an enumeration without marks inside one sentence (宪法第六十五条). */
  #runsOn(text: string, before: number): boolean {
    const last = this.source[before - 1];
    return (last === '：' || last === ':') && /[，,、]$/.test(text) && this.#unit !== undefined && !this.#item;
  }

  /** A bare name or a caption begins something new although the line before is no full sentence. */
  #startsApart(text: string, piece: Piece, index: number): boolean {
    const last = this.#lastNode;
    if (last && !this.#unit && (last.kind === 'matter' || isClosing(text, false))) return true;
    return isAnnexCaption(text) && !opensUnit(this.pieces[index + 1]) && piece.end - piece.start < 30;
  }

  /** 监测与预警: a name between the end of an article and the next label. */
  #isLostHeading(piece: Piece, text: string, index: number): boolean {
    if (piece.level > 0 || this.facts.unit !== 'article' || this.#quoteOpen || !isBareName(text)) return false;
    if (
      !opensUnit(this.pieces[index + 1]) &&
      !nameOfTwoLines(this.source, this.pieces, index) &&
      !(this.#lastNode?.kind === 'chapter' && this.#firstArticle)
    )
      return false;
    if (this.facts.title.includes(text.replace(/\s/g, ''))) return false;
    if (this.#divisions.innermost() === this.#lastNode && this.#lastNode) return true;
    return this.facts.chaptersPrinted || !this.#firstArticle || /^(总\s*则|一般规定)$/.test(text);
  }

  #takeLostHeading(piece: Piece, index: number): void {
    const open = this.#lastNode;
    const behindHeading = open !== undefined && open === this.#divisions.innermost();
    const context = {
      source: this.source,
      pieces: this.pieces,
      index,
      behindHeading,
      headingLabelled: open?.label != null,
      headingIsSection: open?.kind === 'section',
      chapter: this.#divisions.lastNumber('chapter'),
    };
    const level = lostNameLevel(context);
    if (level === 'rest' && open) {
      open.text.push({ start: piece.start, end: piece.end });
      open.end = piece.end;
      this.report.push(diagnostic('heading.broken', piece));
      return;
    }
    if (level === 'section' && this.#divisions.innermost() !== undefined) {
      this.report.push(diagnostic('heading.lost', piece));
      this.#openDivision('section', String(this.#divisions.lastNumber('section') + 1), null, piece.start, piece.end);
      return;
    }
    this.#openUnnumbered(piece, lostChapterNumber(context, this.#firstArticle));
  }

  /**
   * An item whose mark is lost: it follows a colon or the ； of an item, and ends in ； itself or closes the list.
   * Fails for a 款 that is one long list of clauses without marks.
   */
  #isLostItem(index: number): boolean {
    const last = this.source[this.#lastText ? this.#lastText.end - 1 : 0];
    if (this.#item) return (last === '；' || last === ';') && !this.#subitem;
    if (last !== '：' && last !== ':') return false;
    if (/[；;]$/.test(logicalLine(this.source, this.pieces, index))) return true;
    // 第一项 without mark, the second one marked （二）
    const next = nextMarked(this.pieces, index);
    return next?.mark?.kind === 'list' && next.mark.value === 2 && next.mark.style !== '一、';
  }

  /** The next marked piece is the next item of the list that is open. */
  #listGoesOn(index: number): boolean {
    const next = nextMarked(this.pieces, index);
    const mark = next?.mark;
    if (mark?.kind !== 'list') return false;
    if (mark.style === this.#itemStyle) return mark.value === Number(this.#item!.number) + 1;
    return (
      this.#subitem !== undefined &&
      mark.style === this.#subitemStyle &&
      mark.value === Number(this.#subitem.number) + 1
    );
  }

  #takeUnnumbered(piece: Piece, text: string): void {
    const repeated =
      this.facts.title.includes(text.replace(/\s/g, '')) || /^[（(]\d{4}年.*[）)]$/.test(text) || /^\|/.test(text);
    const node = this.#textNode(repeated ? 'matter' : 'unnumbered', piece.start, piece.end);
    this.#divisions.attach(node);
    if (!repeated) this.#loose.push(node);
  }

  // opening and closing
  #openUnit(node: LawNode): void {
    this.#closeUnit();
    this.#divisions.attach(node);
    this.#unit = node;
    this.#paragraphs = 0;
    this.#lastUnit = node;
    this.#lastSiblings = this.#divisions.siblings();
    this.#loose = [];
    this.#quoteOpen = false;
  }

  #closeUnit(): void {
    this.#unit = undefined;
    this.#paragraph = undefined;
    this.#item = undefined;
    this.#subitem = undefined;
    this.#itemStyle = undefined;
    this.#subitemStyle = undefined;
  }

  #openParagraph(from: number, end: number): void {
    const paragraph = newNode('paragraph', String(++this.#paragraphs), null, from);
    this.#unit!.children.push(paragraph);
    this.#paragraph = paragraph;
    this.#item = undefined;
    this.#subitem = undefined;
    this.#itemStyle = undefined;
    this.#subitemStyle = undefined;
    this.#addText(paragraph, from, end);
  }

  #textNode(kind: LawNode['kind'], start: number, end: number): LawNode {
    const node = newNode(kind, null, null, start);
    this.#addText(node, start, end);
    return node;
  }

  #append(node: LawNode, start: number, end: number): void {
    node.text.push({ start, end });
    node.end = end;
    this.#lastNode = node;
    this.#lastText = { start, end };
  }

  #addText(node: LawNode, start: number, end: number): void {
    if (start < end) node.text.push({ start, end });
    node.end = end;
    this.#lastNode = node;
    this.#lastText = { start, end };
    for (let at = end - 1; at >= start; at--) {
      const code = this.source.charCodeAt(at);
      if (code !== 0x201c && code !== 0x201d) continue;
      this.#quoteOpen = code === 0x201c;
      break;
    }
  }
}
