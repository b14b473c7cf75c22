import type { Json, JsonObject } from '@fadu/kernel';
import type { BulkFault } from '@fadu/wire';
import type { BulkColumn } from './columns.js';
import type { RawRow } from './read.js';
import { NUMBER } from './template.js';
import { cellValue, type Place } from './values.js';

/** One matter of the table: the row in which it begins, and those that continue its lists. */
export interface BulkRecord {
  readonly rows: readonly RawRow[];
  readonly input: JsonObject;
  readonly reason: string;
  readonly faults: readonly BulkFault[];
  /** Paths that could not be read; what the form says of them would only repeat it. */
  readonly unread: ReadonlySet<string>;
}

/** Rows put together to matters: further items of a list stand below, under the same number. */
export function recordsOf(rows: readonly RawRow[], columns: readonly BulkColumn[], place: Place): BulkRecord[] {
  const groups: RawRow[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && row.no !== '' && last[0]!.no === row.no) last.push(row);
    else groups.push([row]);
  }
  const seen = new Set<string>();
  return groups.map((group) => {
    const { no, row } = group[0]!;
    const record = recordOf(group, columns, place);
    const about = no === '' ? '没有序号。请编写序号。' : seen.has(no) ? `序号${no}重复。同一件的各行须连在一起。` : '';
    seen.add(no);
    return about === ''
      ? record
      : { ...record, faults: [{ cell: `A${row}`, column: NUMBER, message: about }, ...record.faults] };
  });
}

function recordOf(group: readonly RawRow[], columns: readonly BulkColumn[], place: Place): BulkRecord {
  const faults: BulkFault[] = [];
  const unread = new Set<string>();
  const input: Record<string, Json> = {};
  const items = new Map<string, number>();
  for (const [index, row] of group.entries()) {
    for (const list of new Set(columns.flatMap((column) => (column.list === null ? [] : [column.list])))) {
      const filled = columns.some((column, at) => column.list === list && row.cells[at] !== '');
      if (filled) items.set(list, (items.get(list) ?? -1) + 1);
    }
    for (const [at, column] of columns.entries()) {
      const text = row.cells[at]!;
      if (text === '') continue;
      const cell = { cell: `${letters(at + 2)}${row.row}`, column: column.header };
      if (column.list === null && index > 0) {
        if (text !== group[0]!.cells[at]) faults.push({ ...cell, message: `${column.header}只填在第一行，续行不填。` });
        continue;
      }
      const path =
        column.list === null
          ? column.path
          : `${column.list}.${items.get(column.list)!}${column.path.slice(column.list.length)}`;
      const read = cellValue(column.spec, text, place);
      if ('fault' in read) {
        faults.push({ ...cell, message: read.fault });
        unread.add(path);
      } else put(input, path.split('.'), read.value);
    }
  }
  return { rows: group, input, reason: group[0]!.reason, faults, unread };
}

/** Sets a value deep in a form; a number in the path is an item of a list. */
function put(target: Record<string, Json>, [head, ...rest]: readonly string[], value: Json): void {
  if (rest.length === 0) {
    target[head!] = value;
    return;
  }
  target[head!] ??= /^\d+$/.test(rest[0]!) ? [] : {};
  put(target[head!] as Record<string, Json>, rest, value);
}

/** Where in the table a fault of the form stands: `applicants.1.name` is in the second row of the record. */
export function cellOf(
  field: string,
  { rows }: Pick<BulkRecord, 'rows'>,
  columns: readonly BulkColumn[],
): { cell: string | null; column: string | null } {
  const parts = field.split('.');
  const item = parts.findIndex((part) => /^\d+$/.test(part));
  const plain = parts.filter((part) => !/^\d+$/.test(part)).join('.');
  const at = columns.findIndex(({ path }) => path === plain);
  // A fault of a group or a list is shown at its first column.
  const shown = at >= 0 ? at : columns.findIndex(({ path }) => path.startsWith(`${plain}.`));
  if (shown < 0) return { cell: null, column: null };
  const { list, header } = columns[shown]!;
  const filled = rows.filter((row) => columns.some((column, index) => column.list === list && row.cells[index] !== ''));
  const row = (item >= 0 && list !== null ? filled[Number(parts[item])] : undefined) ?? rows[0]!;
  return { cell: `${letters(shown + 2)}${row.row}`, column: header };
}

/** 1 is A, 27 is AA. */
function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}
