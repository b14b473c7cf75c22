import { type CollectedFault, type CollectedFigure, checkCollected } from '@fadu/indicator';
import type { ReturnFormRow, ReturnView } from '@fadu/wire';

/** What a return says, as it is typed: the rows of all its parts, in no order. */
export type Sheet = readonly CollectedFigure[];

/** The rows of an indicator: the whole first, then its named parts. */
export const rowsOf = (sheet: Sheet, code: string): readonly CollectedFigure[] => {
  const own = sheet.filter((row) => row.code === code);
  return [...own.filter(({ part }) => part === undefined), ...own.filter(({ part }) => part !== undefined)];
};

const empty = ({ kind, value, numerator, denominator, reason, part }: CollectedFigure): boolean =>
  kind === 'value' &&
  value === undefined &&
  numerator === undefined &&
  denominator === undefined &&
  reason === undefined &&
  part === undefined;

/**
 * The sheet with another row in place of one of an indicator, or with one more. A row in which nothing stands is none.
 * What a person changes was no longer added up by the platform.
 */
export function withRow(sheet: Sheet, code: string, index: number, row: CollectedFigure | undefined): Sheet {
  const rows = [...rowsOf(sheet, code)];
  if (row === undefined) rows.splice(index, 1);
  else rows[index] = stripped(row);
  return [...sheet.filter((one) => one.code !== code), ...rows.filter((one) => !empty(one))];
}

/** Without what was emptied, and without a value where there is said to be none. */
function stripped(row: CollectedFigure): CollectedFigure {
  const { code, kind, part, value, numerator, denominator, approx, origin, reason } = row;
  const counted = kind === 'value';
  return {
    code,
    kind,
    ...(part !== undefined && { part }),
    ...(counted && value !== undefined && value !== '' && { value: value.replaceAll(/[,，\s]/g, '') }),
    ...(counted && numerator !== undefined && { numerator }),
    ...(counted && denominator !== undefined && { denominator }),
    ...(counted && approx !== undefined && approx !== 'exact' && { approx }),
    ...(counted && origin !== undefined && { origin }),
    ...(reason !== undefined && reason !== '' && { reason }),
  };
}

/** Sums put into the form: they replace what stood there of the same indicators. */
export const withSums = (sheet: Sheet, rows: readonly CollectedFigure[]): Sheet => {
  const codes = new Set(rows.map(({ code }) => code));
  return [...sheet.filter(({ code }) => !codes.has(code)), ...rows];
};

/** Whether rows say other numbers than were approved; where they came from, and why, is no difference. */
export function differs(rows: Sheet, approved: Sheet): boolean {
  const said = (sheet: Sheet): string =>
    JSON.stringify(
      sheet
        .map(({ part, kind, value, numerator, denominator, approx = 'exact' }) => [
          part ?? '',
          kind,
          value,
          numerator,
          denominator,
          approx,
        ])
        .sort(),
    );
  return said(rows) !== said(approved);
}

/** What is wrong with the sheet, by the same checks that the platform makes when it is sent. */
export function faultsOf(view: Pick<ReturnView, 'rows' | 'earlier'>, sheet: Sheet): readonly CollectedFault[] {
  const entries = new Map(view.rows.map((row) => [row.code, row]));
  return checkCollected({
    rows: sheet.filter(({ code }) => entries.has(code)),
    ...(view.earlier !== null && { before: view.earlier }),
    entry: (code) => entries.get(code),
  });
}

/** Of a part of the catalogue: how many are to be filled in, how many are. What records give is not asked. */
export function progressOf(
  rows: readonly ReturnFormRow[],
  sheet: Sheet,
): { readonly asked: number; readonly filled: number } {
  const asked = rows.filter(({ known }) => known === null);
  return { asked: asked.length, filled: asked.filter(({ code }) => sheet.some((row) => row.code === code)).length };
}
