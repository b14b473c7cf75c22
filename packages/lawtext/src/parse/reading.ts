import type { Diagnostic } from '../tree/diagnostic.js';
import type { Extra, UnitKind } from '../tree/document.js';
import type { Cursor } from './cursor.js';
import type { Piece } from './pieces.js';

/** What is known of the whole text before its lines are read. */
interface Facts {
  readonly unit: UnitKind;
  readonly title: string;
  /** The instrument changes another one: quoted provisions are text of its points. */
  readonly decision: boolean;
  readonly chaptersPrinted: boolean;
  readonly partsPrinted: boolean;
}

/** One text being read: its pieces, what is known of it, what has been built and what was found odd. */
export interface Reading {
  readonly source: string;
  readonly pieces: readonly Piece[];
  readonly facts: Facts;
  readonly cursor: Cursor;
  readonly report: Diagnostic[];
  readonly extra: Extra;
}
