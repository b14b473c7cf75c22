import type { Mention, Role } from './types.js';

/**
 * Tables in plain text (also those extractText writes): lines with two or more columns parted by tabs, bars or gaps of
 * two spaces. The heading row tells the year and unit of a column, the first cell the thing counted.
 * Assumptions: the heading has a year, 指标, 项目, 单位 or 同比/增减; an empty cell keeps its bar or tab.
 */
export interface Cell {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Column {
  readonly role: Role;
  readonly unit: string | null;
  readonly factor: number;
  readonly basis: string | null;
}

export interface TableRow {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly labelStart: number;
  readonly unit: string | null;
  readonly factor: number;
  readonly cells: readonly Cell[];
  readonly columns: readonly (Column | null)[];
  /** Text of the heading cell of each column. */
  readonly heads: readonly string[];
}

const SPLIT = /\t|\||｜| {2,}|　{2,}/g;

function cellsOf(text: string, start: number, end: number): Cell[] {
  const line = text.slice(start, end);
  const cells: Cell[] = [];
  let from = 0;
  const push = (to: number): void => {
    const raw = line.slice(from, to);
    const trimmed = raw.trim();
    const lead = raw.length - raw.trimStart().length;
    cells.push({ start: start + from + lead, end: start + from + lead + trimmed.length, text: trimmed });
  };
  for (const match of line.matchAll(SPLIT)) {
    push(match.index);
    from = match.index + match[0].length;
  }
  push(line.length);
  if (cells[0]?.text === '') cells.shift();
  if (cells.at(-1)?.text === '') cells.pop();
  return cells;
}

const UNIT_IN = /[（(](?:单位[:：])?(万|亿|千)?([\p{Script=Han}%％‰]{1,5})[)）]/u;
const FACTOR: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 亿: 1e8 };

function unitIn(cell: string): { unit: string | null; factor: number } {
  const match =
    UNIT_IN.exec(cell) ?? /^(?:单位[:：])?(万|亿|千)?(件|人|人次|元|部|个|家|场|次|份|%|项|名|户|件次|条)$/.exec(cell);
  if (match === null || /年|本|其|含|占|同/.test(match[2]!))
    return { unit: /[%％]/.test(cell) ? '%' : null, factor: 1 };
  return { unit: match[2]!.replace('％', '%'), factor: FACTOR[match[1] ?? ''] ?? 1 };
}

const yearOf = (cell: string): number | null => {
  const match = /(20\d\d)\s*年?/.exec(cell);
  return match === null ? (/上年|去年/.test(cell) ? -1 : /本年|今年/.test(cell) ? 9999 : null) : Number(match[1]);
};

function columnsOf(head: readonly Cell[]): (Column | null)[] {
  const years = head.map((cell) => (/增|减|同比|变化|差|幅|±/.test(cell.text) ? null : yearOf(cell.text)));
  const known = years.filter((year): year is number => year !== null);
  const latest = Math.max(...known, -Infinity);
  const earlier = head.find((_cell, index) => years[index] !== null && years[index] !== latest);
  const basis =
    earlier === undefined ? '上年' : (/(20\d\d年|上年(?:同期)?|去年(?:同期)?)/.exec(earlier.text)?.[0] ?? earlier.text);
  return head.map((cell, index) => {
    const { unit, factor } = unitIn(cell.text);
    if (index === 0 || /^(单位|计量单位|备注|序号|说明)$/.test(cell.text)) return null;
    if (/增|减|同比|变化|差|幅|±/.test(cell.text))
      return { role: 'change', unit, factor, basis: /同比/.test(cell.text) && known.length < 2 ? '同比' : basis };
    const year = years[index];
    if (year !== null && year !== undefined && year !== latest && known.length > 1)
      return { role: 'previous', unit, factor, basis: null };
    return { role: 'level', unit, factor, basis: null };
  });
}

const NUMBER = /^[-+−＋－↑↓]?\s*[\d,，.．０-９]+\s*(?:万|亿)?\s*[\p{Script=Han}%％‰]{0,5}$/u;
const HEADISH = /指标|项目|类别|类型|单位|数量|年|同比|增减|地区|名称|事项|件|人|元/;

export function tableRows(text: string): TableRow[] {
  const rows: TableRow[] = [];
  if (!/\t|\||｜| {2}|　　/.test(text)) return rows;
  let at = 0;
  let head: { cells: Cell[]; columns: (Column | null)[] } | null = null;
  let block: { unit: string | null; factor: number } = { unit: null, factor: 1 };
  while (at < text.length) {
    let end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    const length = end - at;
    if (length > 2 && length < 300) {
      const given = /单位[:：]\s*(万|亿|千)?([\p{Script=Han}%％]{1,3})/u.exec(text.slice(at, Math.min(end, at + 60)));
      const cells = /\t|\||｜| {2}|　　/.test(text.slice(at, end)) ? cellsOf(text, at, end) : [];
      const numbers = cells.filter(
        (cell, index) => index > 0 && NUMBER.test(cell.text) && !/^20\d\d年?$/.test(cell.text),
      ).length;
      if (given !== null && cells.length < 2) block = { unit: given[2]!, factor: FACTOR[given[1] ?? ''] ?? 1 };
      if (
        cells.length >= 2 &&
        numbers === 0 &&
        HEADISH.test(
          cells
            .slice(1)
            .map((cell) => cell.text)
            .join(''),
        ) &&
        cells.every((cell) => cell.text.length < 20 && !/[，。；]/.test(cell.text))
      ) {
        head = { cells, columns: columnsOf(cells) };
      } else if (head !== null && numbers > 0 && cells.length >= 2 && cells.length <= head.cells.length + 1) {
        const unitColumn = head.cells.findIndex((cell) => /^(单位|计量单位)$/.test(cell.text));
        const own = unitIn(cells[0]!.text);
        const fromColumn =
          unitColumn >= 0 && cells[unitColumn] !== undefined
            ? unitIn(cells[unitColumn]!.text)
            : { unit: null, factor: 1 };
        const unit = own.unit !== null ? own : fromColumn.unit !== null ? fromColumn : block;
        rows.push({
          start: at,
          end,
          label: cells[0]!.text.replace(/[（(][^）)]*[)）]/g, ''),
          labelStart: cells[0]!.start,
          unit: unit.unit,
          factor: unit.factor,
          cells,
          columns: head.columns,
          heads: head.cells.map((cell) => cell.text),
        });
      } else if (cells.length < 2 && given === null) head = null;
    } else if (length > 2) head = null;
    at = end + 1;
  }
  return rows;
}

export const rowAt = (rows: readonly TableRow[], at: number): TableRow | null => {
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const row = rows[middle]!;
    if (at < row.start) high = middle - 1;
    else if (at >= row.end) low = middle + 1;
    else return row;
  }
  return null;
};

export const columnAt = (row: TableRow, at: number): { column: Column | null; index: number } => {
  const index = row.cells.findIndex((cell) => at >= cell.start && at < cell.end);
  return { column: index < 0 ? null : (row.columns[index] ?? null), index };
};

/** Numbers without unit stay only where a list or a table gives them one. */
export function keepBare(text: string, mentions: readonly Mention[], rows: readonly TableRow[]): Mention[] {
  const kept: Mention[] = [];
  let chain = -1;
  for (const mention of mentions) {
    if (mention.shape !== 'bare') {
      kept.push(mention);
      continue;
    }
    if (rows.length > 0) {
      const row = rowAt(rows, mention.start);
      if (row !== null) {
        const { column, index } = columnAt(row, mention.start);
        const cell = row.cells[index];
        if (column === null || cell === undefined || !NUMBER.test(cell.text)) continue;
        const unit = column.unit ?? row.unit;
        const factor = column.unit !== null ? column.factor : row.factor;
        kept.push({
          ...mention,
          unit,
          value: factor === 1 ? mention.value : Number((mention.value * factor).toPrecision(15)),
        });
        continue;
      }
    }
    const before = text.slice(Math.max(0, mention.start - 30), mention.start);
    if (
      /(得分|指数|评分|分值|均分|比达到|比为|比值为)(为|达|达到|：|:)?$/.test(before) &&
      /\.|．/.test(text.slice(mention.start, mention.end))
    ) {
      kept.push(mention);
      continue;
    }
    const previous = kept[kept.length - 1];
    const listed = /其中[^。；]{0,24}$|[（(][^）)]{0,20}$/.test(before) || chain > mention.start - 20;
    if (
      listed &&
      previous !== undefined &&
      previous.end > mention.start - 60 &&
      /\p{Script=Han}$/u.test(before) &&
      previous.unit !== null &&
      previous.unit !== '%'
    ) {
      kept.push({ ...mention, unit: previous.unit });
      chain = mention.end;
    }
  }
  return kept;
}
