import { SIZE, TYPE_AREA, widthOf } from './measures.js';
import type { Block } from './official-document.js';
import { paragraph, run } from './paragraphs.js';

export const side = (name: string, size = 4): string =>
  `<w:${name} w:val="single" w:sz="${size}" w:space="0" w:color="000000"/>`;
const BORDERS = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((name) => side(name)).join('')}</w:tblBorders>`;

const cell = (width: number, text: string, more: { span?: number; face?: 'hei'; align?: 'center' } = {}): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${more.span ? `<w:gridSpan w:val="${more.span}"/>` : ''}<w:vAlign w:val="center"/></w:tcPr>${text
    .split('\n')
    .map((line) =>
      paragraph(run(line, more.face ? { face: more.face, size: SIZE.table } : {}), {
        style: 'Cell',
        ...(more.align && { align: more.align }),
      }),
    )
    .join('')}</w:tc>`;

const table = (widths: readonly number[], rows: string): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="${TYPE_AREA}" w:type="dxa"/>${BORDERS}<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows}</w:tbl>`;

/** A row stays whole unless it is long enough to need a page for itself. */
const row = (cells: string, characters: number, head = false): string =>
  `<w:tr><w:trPr>${characters < 400 ? '<w:cantSplit/>' : ''}${head ? '<w:tblHeader/>' : ''}</w:trPr>${cells}</w:tr>`;

/** A character of a table, and the inner edges of a cell, as shares of the width. */
const CHARACTER = (SIZE.table * 10) / TYPE_AREA;
const EDGES = 170 / TYPE_AREA;

/** Heads and short entries stand in one line where there is room; what is left goes to the columns with the longest entries. */
export function columnShares(head: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const longest = head.map((_, index) => Math.max(...rows.map((one) => widthOf(one[index] ?? '')), 0));
  // Heads and short entries, such as dates, are not broken.
  const least = head.map((name, index) => {
    const short = longest[index]! <= 8 ? longest[index]! : 0;
    return Math.max(2, Math.min(widthOf(name), 4), short) * CHARACTER + EDGES;
  });
  const wanted = longest.map((one, index) => Math.max(0, Math.min(one, 18) * CHARACTER + EDGES - least[index]!));
  const sum = (shares: readonly number[]) => shares.reduce((total, share) => total + share, 0);
  const rest = 1 - sum(least);
  if (rest <= 0) return least.map((share) => share / sum(least));
  // Short tables: the last column takes what nobody asks for.
  const asked = sum(wanted);
  return least.map((share, index) => {
    if (asked === 0) return index === head.length - 1 ? share + rest : share;
    return share + (rest * wanted[index]!) / asked;
  });
}

export function tableXml({ head, rows }: Extract<Block, { kind: 'table' }>): string {
  const widths = columnShares(head, rows).map((share) => Math.floor(TYPE_AREA * share));
  const top = row(
    head.map((text, index) => cell(widths[index]!, text, { face: 'hei', align: 'center' })).join(''),
    0,
    true,
  );
  const body = rows.map((one) =>
    row(
      head.map((_, index) => cell(widths[index]!, one[index] ?? '', index === 0 ? { align: 'center' } : {})).join(''),
      one.reduce((sum, text) => sum + text.length, 0),
    ),
  );
  return table(widths, top + body.join(''));
}

/** Labels and values: one pair takes the whole width, two share it. */
export function sheetXml({ rows }: Extract<Block, { kind: 'sheet' }>): string {
  const label = Math.floor(TYPE_AREA * 0.19);
  const value = Math.floor(TYPE_AREA / 2) - label;
  const widths = [label, value, label, value];
  return table(
    widths,
    rows
      .map((pairs) =>
        row(
          pairs
            .map(([name, text]) =>
              pairs.length === 1
                ? cell(label, name, { align: 'center' }) + cell(value * 2 + label, text, { span: 3 })
                : cell(label, name, { align: 'center' }) + cell(value, text),
            )
            .join(''),
          pairs.reduce((sum, [, text]) => sum + text.length, 0),
        ),
      )
      .join(''),
  );
}
