import { isColumnLine } from './sentences.js';
import type { Mention, Role } from './types.js';

/**
 * Tables in plain text (also those extractText writes): lines with two or more columns parted by tabs, bars or gaps of
 * two spaces. The heading row tells the year and unit of a column, the first cell the thing counted.
 * Assumptions: the heading has a year, 指标, 项目, 单位 or 同比/增减; an empty cell keeps its bar or tab.
 */
interface Cell {
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
  readonly labelEnd: number;
  readonly unit: string | null;
  readonly factor: number;
  readonly cells: readonly Cell[];
  readonly columns: readonly (Column | null)[];
  /** The heading cell of each column. */
  readonly heads: readonly Cell[];
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
  const counted = /^(件|人|户|次|场|份|起|家)数$/.exec(cell);
  if (counted !== null) return { unit: counted[1]!, factor: 1 };
  if (match === null || /年|本|其|含|占|同/.test(match[2]!))
    return { unit: /[%％]/.test(cell) ? '%' : null, factor: 1 };
  return { unit: match[2]!.replace('％', '%'), factor: FACTOR[match[1] ?? ''] ?? 1 };
}

/** Where the name of the row stands: behind 序号, or in a column headed 指标 that is not the first. */
const labelColumn = (head: readonly Cell[]): number =>
  head[0]?.text === '序号' || (head.length > 2 && /^(指标|指标名称|项目|项目名称|事项|内容)$/.test(head[1]!.text))
    ? 1
    : 0;

const yearOf = (cell: string): number | null => {
  const match = /(20\d\d)\s*年?/.exec(cell);
  return match === null ? (/上年|去年/.test(cell) ? -1 : /本年|今年/.test(cell) ? 9999 : null) : Number(match[1]);
};

function columnsOf(head: readonly Cell[], labelled = true): (Column | null)[] {
  const years = head.map((cell) => (/增|减|同比|变化|差|幅|±/.test(cell.text) ? null : yearOf(cell.text)));
  const known = years.filter((year): year is number => year !== null);
  const latest = Math.max(...known, -Infinity);
  const before = Math.max(...known.filter((year) => year !== latest), -Infinity);
  const earlier = head.find((_cell, index) => years[index] === before);
  const basis =
    earlier === undefined ? '上年' : (/(20\d\d年|上年(?:同期)?|去年(?:同期)?)/.exec(earlier.text)?.[0] ?? earlier.text);
  /** 2023年比2022年增减 names its own basis. */
  const against = (text: string): string | undefined =>
    /(?:比|较|与)(20\d\d年|上年(?:同期)?|去年(?:同期)?)/.exec(text)?.[1];
  return head.map((cell, index) => {
    const { unit, factor } = unitIn(cell.text);
    if ((labelled && index <= labelColumn(head)) || NO_VALUE.test(cell.text)) return null;
    if (/增|减|同比|变化|差|幅|±/.test(cell.text))
      return {
        role: 'change',
        unit,
        factor,
        basis: against(cell.text) ?? (/同比/.test(cell.text) && known.length < 2 ? '同比' : basis),
      };
    const year = years[index];
    if (year !== null && year !== undefined && year !== latest && known.length > 1)
      return { role: 'previous', unit, factor, basis: null };
    return { role: 'level', unit, factor, basis: null };
  });
}

const NUMBER = /^[-+−＋－↑↓]?\s*[\d,，.．０-９]+\s*(?:万|亿)?\s*[\p{Script=Han}%％‰]{0,5}$/u;
const HEADISH = /^(?:20\d\d)+$|\d月|季度|半年|指标|项目|类别|类型|单位|数量|年|同比|增减|地区|名称|事项|件|人|元/;

type Head = { readonly cells: readonly Cell[]; readonly columns: readonly (Column | null)[]; readonly spaced: boolean };

const WIDE = /\t|\||｜| {2}|　　/;
const NO_VALUE = /^(序号|单位|计量单位|备注|说明)$/;

/** Cells parted by single spaces: the label keeps its spaces, the last `count` words are the values. */
function spacedCells(text: string, start: number, end: number, count: number): Cell[] | null {
  const words = [...text.slice(start, end).matchAll(/[^ \u00a0\u3000\r]+/g)];
  if (words.length <= count || count < 1) return null;
  const values = words.slice(-count);
  if (!values.every(([word]) => NUMBER.test(word) || word === '-' || word === '—')) return null;
  const first = words[0]!;
  const skip = /^\d{1,3}[.、]?$/.test(first[0]) && words.length > count + 1 ? 1 : 0;
  const from = words[skip]!.index;
  const label = text.slice(start + from, start + values[0]!.index).trimEnd();
  return [
    { start: start + from, end: start + from + label.length, text: label },
    ...values.map((word) => ({ start: start + word.index, end: start + word.index + word[0].length, text: word[0] })),
  ];
}

function spacedHead(text: string, start: number, end: number): Head | null {
  const line = text.slice(start, end);
  if (!isColumnLine(line) || /\d{2,}(?!\d*\s*年)/.test(line.replace(/20\d\d/g, ''))) return null;
  const words = [...line.matchAll(/[^ \u00a0\u3000\r]+/g)]
    .map((word) => ({ start: start + word.index, end: start + word.index + word[0].length, text: word[0] }))
    .filter((cell) => !/^(序号|单位|计量单位)$/.test(cell.text));
  return words.length < 2 ? null : { cells: words, columns: columnsOf(words), spaced: true };
}

/** 表2 行政复议案件分类（件） */
const CAPTION =
  /^\s*(?:附?表|图表)[^，。；]{2,40}[（(](万|亿|千)?(件|人|人次|元|部|个|家|场|次|份|项|名|户|件次|条)[）)]\s*$/;

export function tableRows(text: string): TableRow[] {
  const rows: TableRow[] = [];
  let at = 0;
  let head: Head | null = null;
  /** No row has come since the last heading. */
  let fresh = false;
  let block: { unit: string | null; factor: number } = { unit: null, factor: 1 };
  while (at < text.length) {
    let end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    const length = end - at;
    if (length > 2 && length < 300) {
      const line = text.slice(at, end);
      const given = line.includes('单位')
        ? /单位[:：]\s*(万|亿|千)?([\p{Script=Han}%％]{1,3})/u.exec(line.slice(0, 60))
        : CAPTION.exec(line.slice(0, 60));
      const wide = WIDE.test(line);
      if (!wide && head?.spaced !== true && length < 90 && line.includes(' ')) {
        const spaced = spacedHead(text, at, end);
        if (spaced !== null) {
          head = spaced;
          at = end + 1;
          continue;
        }
      }
      const cells: Cell[] = wide
        ? cellsOf(text, at, end)
        : head?.spaced === true
          ? (spacedCells(text, at, end, head.columns.filter((column) => column !== null).length) ?? [])
          : [];
      const numbers = cells.filter(
        (cell, index) => index > 0 && NUMBER.test(cell.text) && !/^20\d\d(年|$)/.test(cell.text),
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
        cells.every((cell) => cell.text.length < 30 && !/[，。；]/.test(cell.text))
      ) {
        // a year over its columns: 2023年受理, 2023年审结
        const own = withCorner(cells);
        const joined: readonly Cell[] = fresh && head?.cells.length === own.length ? underOf(head.cells, own) : own;
        head = { cells: joined, columns: columnsOf(joined), spaced: false };
        fresh = true;
      } else if (head !== null && numbers > 0 && cells.length >= 2 && cells.length <= head.cells.length + 1) {
        rows.push(row(at, end, cells, head, block));
        fresh = false;
      } else if (cells.length < 2 && given === null) head = null;
    } else if (length > 2) head = null;
    at = end + 1;
  }
  return withYears(rows);
}

/** 2021年 100 90 | 2022年 120 110: where the rows are years, all but the latest are earlier values. */
function withYears(rows: readonly TableRow[]): TableRow[] {
  const latest = new Map<Cell, number>();
  for (const { heads, label } of rows) {
    const year = ROW_YEAR.exec(label)?.[1];
    if (year !== undefined) latest.set(heads[0]!, Math.max(latest.get(heads[0]!) ?? 0, Number(year)));
  }
  return rows.map((one) => {
    const year = ROW_YEAR.exec(one.label)?.[1];
    if (year === undefined || Number(year) === latest.get(one.heads[0]!)) return one;
    return {
      ...one,
      columns: one.columns.map((column) => (column?.role === 'level' ? { ...column, role: 'previous' } : column)),
    };
  });
}
const ROW_YEAR = /^(20\d\d)年?度?$/;

/** 2022年  2023年  2024年 over rows with a label: the empty corner is a cell too. */
const withCorner = (cells: readonly Cell[]): readonly Cell[] =>
  cells.length > 1 && cells.every(({ text }) => YEAR_HEAD.test(text))
    ? [{ start: cells[0]!.start, end: cells[0]!.start, text: '' }, ...cells]
    : cells;
const YEAR_HEAD =
  /^(?:20\d\d年度?(?:[（(].{1,4}[）)])?|上年(?:同期)?|去年(?:同期)?|本年|今年|同比|增减|变化|(?:同比)?增[减长幅]\S{0,4})$/;

/** The lower heading under the upper one, both said once. */
const underOf = (upper: readonly Cell[], lower: readonly Cell[]): Cell[] =>
  lower.map((cell, index) => {
    const over = upper[index]!.text;
    return over === '' || over === cell.text || cell.text.includes(over)
      ? cell
      : { ...cell, text: `${over}${cell.text}` };
  });

function row(
  start: number,
  end: number,
  cells: readonly Cell[],
  head: Head,
  block: { readonly unit: string | null; readonly factor: number },
): TableRow {
  const unitColumn = head.cells.findIndex((cell) => /^(单位|计量单位)$/.test(cell.text));
  const labelled = labelColumn(head.cells) === 1 && cells.length > 2 ? cells[1]! : cells[0]!;
  // 申请数量|受理数量 over 26569|26462: the row has no label
  const unlabelled =
    cells.length === head.cells.length &&
    NUMBER.test(cells[0]!.text) &&
    /\p{Script=Han}/u.test(head.cells[0]!.text) &&
    !/^(序号|排名|名次|编号|年份?|年度|月份|季度)$/.test(head.cells[0]!.text) &&
    !/^20\d\d年?$/.test(cells[0]!.text);
  const own = unitIn(unlabelled ? '' : labelled.text);
  const fromColumn =
    unitColumn >= 0 && cells[unitColumn] !== undefined ? unitIn(cells[unitColumn]!.text) : { unit: null, factor: 1 };
  const unit = own.unit !== null ? own : fromColumn.unit !== null ? fromColumn : block;
  return {
    start,
    end,
    label: unlabelled ? '' : labelled.text.replace(/[（(][^）)]*[)）]/g, ''),
    labelEnd: unlabelled ? start : labelled.start + wordsOf(labelled.text),
    labelStart: labelled.start,
    unit: unit.unit,
    factor: unit.factor,
    cells,
    columns: unlabelled ? columnsOf(head.cells, false) : head.columns,
    heads: head.cells,
  };
}

/** 法律援助案件（含刑事、民事）: how long the label is before its bracket. */
const wordsOf = (label: string): number => {
  const bracket = label.search(/[（(]/);
  return bracket < 2 ? label.length : bracket;
};

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

const SHARED_POINTS = /^[、和及](?:[\d.]+个?[、和及])*[\d.]+个百分点/;

/** 6,120 5,488 -10.3% on a line of its own: cells whose heading was torn off, as in a narrow column of a PDF. */
function isStrayCell(text: string, mention: Mention, rows: readonly TableRow[]): boolean {
  if (mention.shape !== 'percent' && mention.shape !== 'count') return false;
  const before = text.charCodeAt(mention.start - 1);
  if (before !== 32 && before !== 9 && before !== 45 && before !== 43) return false;
  const left = text.slice(Math.max(0, mention.start - 60), mention.start);
  const right = /^[^\n]*/.exec(text.slice(mention.start, mention.start + 60))![0];
  const line = left.slice(left.lastIndexOf('\n') + 1) + right;
  return (
    line.length < 60 &&
    /^[\d.,%％+\-−\s]+$/.test(line) &&
    /\d\s+[+\-−]?\d/.test(line) &&
    rowAt(rows, mention.start) === null
  );
}

/** The unit of the number that ends a list of bare ones: 120、860和3450件. */
function sharedUnit(text: string, end: number, mentions: readonly Mention[]): string | null {
  const list = /^(?:[、和及与]\s?[\d,.]+)*[、和及与]\s?(?=[\d,.]+)/.exec(text.slice(end, end + 60));
  if (list === null) return null;
  const last = mentions.find(({ start, shape }) => start >= end && start <= end + list[0].length && shape !== 'bare');
  return last?.unit ?? null;
}

/** Numbers without unit stay only where a list or a table gives them one. */
export function keepBare(text: string, mentions: readonly Mention[], rows: readonly TableRow[]): Mention[] {
  const kept: Mention[] = [];
  let chain = -1;
  for (const mention of mentions) {
    if (isStrayCell(text, mention, rows)) continue;
    // 分别提高1.2个、3.4个和0.6个百分点: the last one names the unit
    if (
      mention.unit === '个' &&
      (!Number.isInteger(mention.value) ||
        /分别(?:提高|提升|上升|增长|增加|下降|降低|减少|回落)了?$/.test(
          text.slice(Math.max(0, mention.start - 6), mention.start),
        )) &&
      SHARED_POINTS.test(text.slice(mention.end, mention.end + 40))
    ) {
      kept.push({ ...mention, unit: '个百分点' });
      continue;
    }
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
    // 分别排查纠纷120、860和3450件: the last one names the unit
    const shared = /分别[^。；]{0,60}$/.test(before) ? sharedUnit(text, mention.end, mentions) : null;
    if (shared !== null) {
      kept.push({ ...mention, unit: shared, shape: 'count' });
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
