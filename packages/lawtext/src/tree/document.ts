import type { Diagnostic } from './diagnostic.js';
import type { LawNode, Span } from './node.js';

export type HistoryEvent = string;

/** One note between title and body: 1998年2月12日 国务院令第240号发布. */
export interface HistoryEntry {
  readonly date: string | null;
  readonly event: HistoryEvent;
  readonly span: Span;
}

export interface Counts {
  parts: number;
  subparts: number;
  chapters: number;
  sections: number;
  articles: number;
  points: number;
  paragraphs: number;
  items: number;
  subitems: number;
  annexes: number;
  unnumbered_paragraphs: number;
}

/** [number, paragraphs, items, subitems] of an article or point. */
export type UnitRow = readonly [number: string, paragraphs: number, items: number, subitems: number];

/** Which units carry the numbering: 条, 一、, or none (short replies, resolutions). */
export type UnitKind = 'article' | 'point' | 'none';

export interface Extra {
  items_unmarked?: number;
  chapters_label_lost?: number;
  article_labels_lost?: string[];
  deleted_articles?: string[];
  unnumbered_divisions?: number;
  divisions?: number;
  truncated?: boolean;
  quoted?: { paragraphs: number };
}

/** Letter of the technical code (4f-2): C 宪法, L 法律, Q 决定, A 行政法规, D 地方性法规, B 规章, I 司法解释, N 其他. */
export type InstrumentKind = 'C' | 'L' | 'Q' | 'A' | 'D' | 'Z' | 'B' | 'G' | 'I' | 'N';

export interface LawDocument {
  readonly source: string;
  readonly fileName: string | null;
  readonly title: string;
  readonly subtitle: string | null;
  readonly kind: InstrumentKind;
  readonly file_date: string | null;
  readonly promulgation_date: string | null;
  readonly effective_date: string | null;
  /** `article:N`, `point:N`, `closing`, `header` or `none`. */
  readonly effective_source: string;
  readonly effective_basis: 'stated' | 'on_promulgation' | 'none';
  readonly history: readonly HistoryEntry[];
  readonly revision_entries: number;
  readonly unit: UnitKind;
  readonly counts: Counts;
  readonly units: readonly UnitRow[];
  readonly extra: Extra;
  readonly tree: readonly LawNode[];
  readonly diagnostics: readonly Diagnostic[];
}
