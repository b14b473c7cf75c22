import { parseLaw } from '../parse/parse.js';
import type { LawDocument } from '../tree/document.js';
import { type LawNode, ownText } from '../tree/node.js';
import { amendmentState, isInstruction, subjectTitle } from './amendment.js';
import type { Citation } from './citation.js';
import { type Place, partOfCode, UnitOrder } from './place.js';
import type { ScanState } from './scan-state.js';
import { Scanner } from './scanner.js';
import { TitleIndex } from './titles.js';

export interface CiteOptions {
  readonly fileName?: string;
  /** Official titles the base holds; cited names are resolved against them first. */
  readonly titles?: Iterable<string> | TitleIndex;
}

/**
 * Every citation of a text in order, with half-open offsets in code units of the source. Vague forms (国家有关规定, 该法)
 * give none; a relative form whose place does not exist is kept with `unresolved`, never guessed.
 */
export function citeLaw(input: string | LawDocument, options: CiteOptions = {}): Citation[] {
  const law =
    typeof input === 'string'
      ? parseLaw(input, options.fileName === undefined ? {} : { fileName: options.fileName })
      : input;
  const titles = options.titles instanceof TitleIndex ? options.titles : new TitleIndex(options.titles);
  const state: ScanState = {
    titles,
    order: new UnitOrder(law),
    aliases: new Map(),
    amendment: amendmentState(law, titles),
    subject: subjectTitle(law, titles),
    part: partOfCode(law),
    lead: undefined,
    named: undefined,
    last: undefined,
    lastTitle: undefined,
  };
  const scanner = new Scanner(state);
  new Walker(law.source, law.title.replace(/\s/g, ''), scanner).nodes(law.tree, {
    divisions: [],
    unit: undefined,
    paragraph: undefined,
    item: undefined,
    subitem: undefined,
  });
  return scanner.found;
}

class Walker {
  readonly #source: string;
  readonly #title: string;
  readonly #scanner: Scanner;
  constructor(source: string, title: string, scanner: Scanner) {
    this.#source = source;
    this.#title = title;
    this.#scanner = scanner;
  }

  nodes(nodes: readonly LawNode[], place: Place): void {
    for (const node of nodes) this.#node(node, place);
  }

  #node(node: LawNode, around: Place) {
    switch (node.kind) {
      case 'part':
      case 'subpart':
      case 'chapter':
      case 'section':
      case 'division':
      case 'subdivision':
      case 'preamble':
        return this.nodes(node.children, { ...around, divisions: [...around.divisions, node] });
      case 'article':
      case 'point': {
        const { state } = this.#scanner;
        state.named = undefined;
        this.#turn(node.kind === 'point' && isInstruction(ownText(this.#source, node.children[0] ?? node)));
        return this.nodes(node.children, {
          ...around,
          unit: node,
          paragraph: undefined,
          item: undefined,
          subitem: undefined,
        });
      }
      case 'paragraph': {
        const place = { ...around, paragraph: node, item: undefined, subitem: undefined };
        const { state } = this.#scanner;
        const before = this.#scanner.found.length;
        this.#quotedLine('paragraph');
        this.#text(node, place);
        if (node.children.length === 0) return;
        // the article a list's lead names, when it names exactly one (违反第十四条规定，…的：)
        const named = this.#scanner.found
          .slice(before)
          .filter(({ kind, targets }) => kind === 'self' && targets.length === 1);
        state.lead = named.length === 1 ? named[0]!.targets[0] : undefined;
        this.nodes(node.children, place);
        state.lead = undefined;
        return;
      }
      case 'item': {
        const place = { ...around, item: node, subitem: undefined };
        this.#quotedLine('item');
        this.#text(node, place);
        return this.nodes(node.children, place);
      }
      case 'subitem': {
        const place = { ...around, subitem: node };
        this.#quotedLine('item');
        this.#text(node, place);
        return this.nodes(node.children, place);
      }
      default:
        // the title printed once more
        if (node.kind === 'matter' && this.#title.includes(ownText(this.#source, node).replace(/\s/g, ''))) return;
        if (!this.#scanner.state.amendment.quoteOpen) this.#turn(isInstruction(ownText(this.#source, node)));
        this.#quotedLine('paragraph');
        this.#text(node, around);
        this.nodes(node.children, around);
    }
  }

  /** Points, or lines outside all units, may change another text in an instrument that is no changing act by its title. */
  #turn(instruction: boolean): void {
    const { amendment } = this.#scanner.state;
    amendment.amending = amendment.byTitle || instruction;
  }

  /** A further line of a quotation is a 款 of the amended article, or one of its items. */
  #quotedLine(kind: 'paragraph' | 'item'): void {
    const { amendment } = this.#scanner.state;
    if (!amendment.amending || !amendment.quoteOpen) return;
    if (kind === 'item') amendment.quotedItem++;
    else {
      amendment.quotedParagraph++;
      amendment.quotedItem = 0;
    }
  }

  /** Scans the own text of a node; broken lines are put together first and the offsets brought back. */
  #text(node: LawNode, place: Place): void {
    const spans = node.text;
    if (spans.length === 0) return;
    if (spans.length === 1 || node.kind === 'annex' || node.kind === 'matter') {
      for (const { start, end } of spans) this.#scanner.scan(this.#source, start, end, place);
      return;
    }
    let joined = '';
    const starts: number[] = [];
    for (const { start, end } of spans) {
      starts.push(joined.length);
      joined += this.#source.slice(start, end);
    }
    // the span an offset lies in; the end of a citation belongs to the span before a seam
    const back = (offset: number, atEnd: boolean): number => {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (atEnd ? starts[middle]! >= offset : starts[middle]! > offset) high = middle - 1;
        else low = middle;
      }
      return spans[low]!.start + offset - starts[low]!;
    };
    const inner = new Scanner(this.#scanner.state);
    inner.scan(joined, 0, joined.length, place);
    for (const citation of inner.found) {
      this.#scanner.found.push({ ...citation, start: back(citation.start, false), end: back(citation.end, true) });
    }
  }
}
