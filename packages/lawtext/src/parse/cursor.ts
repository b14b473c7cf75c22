import { type DivisionKind, type LawNode, newNode, type Span } from '../tree/node.js';
import { DivisionStack } from './divisions.js';
import type { ListStyle } from './mark.js';

/** The units open at the line being read, and the ways to open and close them. It decides nothing. */
export class Cursor {
  readonly divisions = new DivisionStack();
  unit: LawNode | undefined;
  /** The last unit opened, and the list it stands in: a heading may stand between it and a gap. */
  lastUnit: LawNode | undefined;
  lastSiblings: LawNode[] = [];
  paragraph: LawNode | undefined;
  item: LawNode | undefined;
  subitem: LawNode | undefined;
  itemStyle: ListStyle | undefined;
  /** The open list has no marks at all; only its lead says that it is one. */
  unmarkedList = false;
  /** The open item stands inside a quotation. */
  itemQuoted = false;
  subitemStyle: ListStyle | undefined;
  annex: LawNode | undefined;
  lastArticle = { value: 0, sub: 0 };
  /** No article has been read yet. */
  firstArticle = true;
  /** Value of the last `1.` that opened an item: such lists may run on over the points of a text. */
  running = 0;
  /** The last quotation mark read was an opening one. */
  quoteOpen = false;
  /** Value of the last 一、 inside an open quotation. */
  quotedOrdinal = 0;
  /** Unnumbered paragraphs since the last heading, in which units without label may hide. */
  loose: LawNode[] = [];
  lastText: Span | undefined;
  lastNode: LawNode | undefined;
  /** 款 of the open unit so far. */
  #paragraphs = 0;
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  /** The last character read, undefined after a heading. */
  lastCharacter(): string | undefined {
    return this.lastText && this.source[this.lastText.end - 1];
  }

  openUnit(node: LawNode): void {
    this.closeUnit();
    this.divisions.attach(node);
    this.unit = node;
    this.#paragraphs = 0;
    this.lastUnit = node;
    this.lastSiblings = this.divisions.siblings();
    this.loose = [];
    this.quoteOpen = false;
    this.quotedOrdinal = 0;
  }

  closeUnit(): void {
    this.unit = undefined;
    this.paragraph = undefined;
    this.#closeList();
  }

  #closeList(): void {
    this.item = undefined;
    this.subitem = undefined;
    this.itemStyle = undefined;
    this.subitemStyle = undefined;
    this.unmarkedList = false;
  }

  openDivision(kind: DivisionKind, number: string | null, label: Span | null, from: number, end: number): void {
    this.lastNode = this.divisions.open(kind, number, label, from, end);
    this.closeUnit();
    this.loose = [];
    this.lastText = undefined;
  }

  openAnnex(start: number, end: number): void {
    this.divisions.close();
    this.closeUnit();
    this.annex = newNode('annex', null, null, start);
    this.append(this.annex, start, end);
    this.divisions.roots.push(this.annex);
    this.loose = [];
  }

  openParagraph(from: number, end: number): void {
    const paragraph = newNode('paragraph', String(++this.#paragraphs), null, from);
    this.unit!.children.push(paragraph);
    this.paragraph = paragraph;
    this.#closeList();
    this.addText(paragraph, from, end);
  }

  openItem(label: Span | null, number: string, from: number, end: number, style: ListStyle | undefined): void {
    if (!this.paragraph) this.openParagraph(from, from);
    const item = newNode('item', number, label, label ? label.start : from);
    this.paragraph!.children.push(item);
    this.item = item;
    this.subitem = undefined;
    this.subitemStyle = undefined;
    if (style) this.itemStyle = style;
    this.itemQuoted = this.quoteOpen;
    if (style === '1.') this.running = Number(number);
    this.addText(item, from, end);
  }

  openSubitem(label: Span | null, number: string, from: number, end: number, style: ListStyle | undefined): void {
    const node = newNode('subitem', number, label, label ? label.start : from);
    this.item!.children.push(node);
    this.subitem = node;
    this.subitemStyle = style;
    this.addText(node, from, end);
  }

  /** Text that counts as no unit: inside what is open, so that what goes on behind it stands behind it in the tree too. */
  addMatter(start: number, end: number): void {
    const open = this.subitem ?? this.item ?? this.paragraph ?? this.unit;
    const node = this.textNode('matter', start, end);
    if (open) open.children.push(node);
    else this.divisions.attach(node);
  }

  textNode(kind: LawNode['kind'], start: number, end: number): LawNode {
    const node = newNode(kind, null, null, start);
    this.addText(node, start, end);
    return node;
  }

  /** Text of an annex: no quotation is followed there. */
  append(node: LawNode, start: number, end: number): void {
    node.text.push({ start, end });
    node.end = end;
    this.lastNode = node;
    this.lastText = { start, end };
  }

  addText(node: LawNode, start: number, end: number): void {
    if (start < end) node.text.push({ start, end });
    node.end = end;
    this.lastNode = node;
    this.lastText = { start, end };
    for (let at = end - 1; at >= start; at--) {
      const code = this.source.charCodeAt(at);
      if (code !== 0x201c && code !== 0x201d) continue;
      this.quoteOpen = code === 0x201c;
      break;
    }
  }
}
