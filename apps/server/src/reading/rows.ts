import { CATALOGUE } from '@fadu/indicator';
import type { FigureBody, ReadFigure } from '@fadu/wire';

const names: ReadonlyMap<string, string> = new Map(CATALOGUE.map(({ code, name }) => [code, name]));
export const indicatorName = (code: string | null): string | null => (code === null ? null : (names.get(code) ?? code));
export const knownIndicator = (code: string): boolean => names.has(code);

type KeptBody = Omit<FigureBody, 'start' | 'end' | 'role' | 'indicator'>;

/** A row of reading_figure. */
export interface FigureRow {
  readonly n: number;
  readonly state: ReadFigure['state'];
  readonly start: number;
  readonly stop: number;
  readonly page: number | null;
  readonly indicator: string | null;
  readonly role: FigureBody['role'];
  readonly confidence: number | null;
  readonly body: KeptBody;
  readonly reasons: readonly string[];
  readonly added_by: string | null;
  readonly revision: number;
}

export const FIGURE_COLUMNS =
  'n, state, start, stop, page, indicator, role, confidence, body, reasons, added_by, revision';

export const bodyOfRow = ({ start, stop, role, indicator, body }: FigureRow): FigureBody => ({
  start,
  end: stop,
  role,
  indicator,
  ...body,
});

export const viewFigure = (row: FigureRow, text: string): ReadFigure => ({
  ...bodyOfRow(row),
  n: row.n,
  state: row.state,
  text: text.slice(row.start, row.stop),
  page: row.page,
  indicatorName: indicatorName(row.indicator),
  confidence: row.confidence === null ? null : Math.round(row.confidence * 100) / 100,
  reasons: row.reasons,
  added: row.added_by !== null,
  revision: row.revision,
});
