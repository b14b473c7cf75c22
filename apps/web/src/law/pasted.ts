import type { LawDependentRow } from '@fadu/wire';

/**
 * Rows pasted from a spreadsheet: a line each, cells apart by tabs, in the order of the table; a header line is left out.
 * Cells that hold several lines come in quotes, as spreadsheets copy them.
 */
export function pastedRows(text: string): Omit<LawDependentRow, 'row'>[] {
  return cellsOf(text)
    .filter((cells) => cells.some((cell) => cell !== '') && cells[0] !== '类别')
    .map(([kind = '', name = '', number = '', post = '', ...rest]) => ({
      kind,
      name,
      number,
      post,
      text: rest.join(' ').trim(),
    }));
}

function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const close = () => {
    rows.at(-1)!.push(cell.trim());
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]!;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === '\t') close();
    else if (char === '\n') {
      close();
      rows.push([]);
    } else if (char !== '\r') cell += char;
  }
  close();
  return rows;
}
