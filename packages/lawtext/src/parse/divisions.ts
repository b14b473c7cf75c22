import { type DivisionKind, type LawNode, newNode, type Span } from '../tree/node.js';

/** Level of nesting. The number of `#` is not reliable; the unit's name is. */
export const DEPTH: Readonly<Record<DivisionKind, number>> = {
  preamble: 0,
  part: 1,
  subpart: 2,
  chapter: 3,
  section: 4,
  division: 5,
  subdivision: 6,
};

/** The 编, 章, 节 … open at a place, and the tree they grow. */
export class DivisionStack {
  readonly roots: LawNode[] = [];
  readonly #open: LawNode[] = [];

  innermost(): LawNode | undefined {
    return this.#open.at(-1);
  }

  /** The list into which the next unit goes. */
  siblings(): LawNode[] {
    return this.innermost()?.children ?? this.roots;
  }

  attach(node: LawNode): void {
    this.siblings().push(node);
  }

  /** Number of the open division of a kind, 0 when none is open. */
  lastNumber(kind: DivisionKind): number {
    return Number(this.#open.findLast((node) => node.kind === kind)?.number ?? 0);
  }

  /** Opens a division; those of its level and below end. */
  open(kind: DivisionKind, number: string | null, label: Span | null, from: number, end: number): LawNode {
    const node = newNode(kind, number, label, label ? label.start : from);
    if (from < end) node.text.push({ start: from, end });
    node.end = end;
    while (this.#open.length > 0 && DEPTH[this.innermost()!.kind as DivisionKind] >= DEPTH[kind]) this.#open.pop();
    this.attach(node);
    this.#open.push(node);
    return node;
  }

  close(): void {
    this.#open.length = 0;
  }
}
