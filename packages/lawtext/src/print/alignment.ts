import type { AlignmentRow } from '../align/align.js';
import type { LawDocument } from '../tree/document.js';

/** Rows of the gold alignment format. */
export const alignmentJson = (before: LawDocument, after: LawDocument, rows: readonly AlignmentRow[]) =>
  rows.map((row) => ({
    law: after.title,
    old_file: before.fileName,
    new_file: after.fileName,
    old: row.old,
    new: row.new,
    also: row.also,
    change: row.change,
  }));
