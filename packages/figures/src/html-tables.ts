import type { CheerioAPI } from 'cheerio';

/**
 * Cells that reach over several rows or columns written out into each, so that every row has a cell for every column:
 * a year over two columns stands over both, a place before three rows before each. Only words are repeated; a number
 * that stands once is counted once, and a cell of a page's layout (long) leaves an empty one.
 */
export function writeOutSpans($: CheerioAPI): void {
  for (const table of $('table').toArray()) {
    const rows = $(table)
      .find('tr')
      .toArray()
      .filter((row) => $(row).closest('table').get(0) === table);
    /** By column: the words, and in how many rows they still stand. */
    const open = new Map<number, { readonly words: string; left: number }>();
    for (const row of rows) {
      let column = 0;
      const fill = (before: ReturnType<typeof $> | null): void => {
        for (let above = open.get(column); above !== undefined && above.left > 0; above = open.get(column)) {
          above.left -= 1;
          const cell = $('<td></td>').text(above.words);
          if (before === null) $(row).append(cell);
          else before.before(cell);
          column += 1;
        }
      };
      for (const node of $(row).children('td,th').toArray()) {
        const cell = $(node);
        fill(cell);
        const wide = span(cell.attr('colspan'), MOST_COLUMNS);
        const high = span(cell.attr('rowspan'), MOST_ROWS);
        const words = repeatable(cell.text());
        if (high > 1) for (let one = 0; one < wide; one += 1) open.set(column + one, { words, left: high - 1 });
        for (let one = 1; one < wide; one += 1) cell.after($('<td></td>').text(words));
        column += wide;
      }
      fill(null);
    }
  }
}

const MOST_COLUMNS = 40;
const MOST_ROWS = 400;
const span = (given: string | undefined, most: number): number =>
  Math.min(most, Math.max(1, Number.parseInt(given ?? '1', 10) || 1));

const repeatable = (text: string): string => {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length <= 30 && !/\d/.test(words.replace(/20\d\d/g, '')) ? words : '';
};
