import type { ArticleNumber } from '../text/numeral.js';

/** Half-open stretch of the source, in UTF-16 code units: `source.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** 编 part · 分编 subpart · 章 chapter · 节 section · 一、 over numbered articles division · （一） below it subdivision. */
export type DivisionKind = 'part' | 'subpart' | 'chapter' | 'section' | 'division' | 'subdivision' | 'preamble';

export type NodeKind =
  | DivisionKind
  /** 条 */
  | 'article'
  /** 一、 of an instrument without articles */
  | 'point'
  /** 款: a natural paragraph, the lead of a list together with its items */
  | 'paragraph'
  /** 项: first-level enumeration whatever its mark */
  | 'item'
  /** 目: second-level enumeration */
  | 'subitem'
  /** a paragraph outside every article, point and annex */
  | 'unnumbered'
  | 'annex'
  /** signatures, footnotes, repeated titles, contents: in the tree so that nothing is lost, counted nowhere */
  | 'matter';

export interface LawNode extends Span {
  readonly kind: NodeKind;
  /** Article `12` or `133-1`; ordinal of other units within the parent. Null for a unit without number. */
  number: ArticleNumber | null;
  /** The printed label (第十二条, （三）), null when it is lost or the unit has none. */
  label: Span | null;
  /** Own text without label and without children. Several stretches when printed lines were broken. */
  text: Span[];
  children: LawNode[];
  start: number;
  end: number;
}

export const newNode = (kind: NodeKind, number: string | null, label: Span | null, start: number): LawNode => ({
  kind,
  number,
  label,
  text: [],
  children: [],
  start,
  end: start,
});

/** Own text of a node, broken lines put together. */
export function ownText(source: string, node: LawNode): string {
  const spans = node.text;
  if (spans.length === 1) return source.slice(spans[0]!.start, spans[0]!.end);
  let text = '';
  for (const span of spans) text += source.slice(span.start, span.end);
  return text;
}

/** Text of a node with everything below it, labels of items included, without the node's own label. */
export function fullText(source: string, node: LawNode): string {
  let text = ownText(source, node);
  for (const child of node.children) {
    if (child.label) text += source.slice(child.label.start, child.label.end);
    text += fullText(source, child);
  }
  return text;
}

/** Every node in document order, parents before children. */
export function* walk(nodes: readonly LawNode[]): Generator<LawNode> {
  for (const node of nodes) {
    yield node;
    yield* walk(node.children);
  }
}

/** Makes each node reach to the end of what it holds: its label, its text and everything below it. */
export function closeSpans(nodes: readonly LawNode[]): void {
  for (const node of nodes) {
    closeSpans(node.children);
    if (node.label && node.label.end > node.end) node.end = node.label.end;
    for (const { end } of node.text) if (end > node.end) node.end = end;
    for (const { end } of node.children) if (end > node.end) node.end = end;
  }
}
