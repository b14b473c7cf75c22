import { definitions } from '@fadu/indicator';
import { catalogue, formulas } from '@fadu/lines';
import {
  type CompareColumn,
  type CompareRow,
  type FigureCompareQuery,
  type FigureComparison,
  MOST_COLUMNS,
  MOST_INDICATORS,
} from '@fadu/wire';
import type { Official } from '../api/session.js';
import type { Platform } from '../matters/execute.js';
import { isUuid } from '../matters/uuid.js';
import { regionNames } from '../reading/describe.js';
import { scoped } from '../storage/scoped.js';
import type { Found } from './cell.js';
import { type OwnColumn, ownCell, ownColumn } from './own-cells.js';
import { confirmedCodes, type ReportColumn, readReports, reportCell } from './read-cells.js';
import { rowOf } from './row.js';

const entries = new Map(definitions(catalogue, formulas).map((one) => [one.code, one]));

/** Rows where nobody asks for any: what most of the columns have. */
const USUAL_ROWS = 12;

const listOf = (text: string | undefined): string[] => [
  ...new Set((text ?? '').split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))),
];

/** Any indicators × organizations and reports × periods, with what may be compared and what may not. */
export async function compare(
  platform: Platform,
  viewer: Official,
  query: FigureCompareQuery,
): Promise<FigureComparison> {
  const notes: string[] = [];
  const periods = listOf(query.p);
  const objects = listOf(query.o);
  const files = objects.flatMap((one) => (one.startsWith('f.') && isUuid(one.slice(2)) ? [one.slice(2)] : []));
  const reports = await scoped(platform.pool, viewer.scope, (client) => readReports(client, files));
  const regions = await regionNames(platform);
  const sources: (OwnColumn | ReportColumn)[] = [];
  for (const object of objects) {
    if (object.startsWith('f.')) {
      const report = reports.get(object.slice(2));
      if (report) sources.push(report);
      else notes.push('有一份报告没有找到，或者本岗位不能查看。');
      continue;
    }
    for (const period of periods) {
      const column = ownColumn(platform, viewer, regions, object, period);
      if (typeof column === 'string') notes.push(column);
      else sources.push(column);
    }
    if (periods.length === 0) notes.push('没有选期间，本平台的机构没有列出。');
  }
  if (sources.length > MOST_COLUMNS) notes.push(`最多比对${MOST_COLUMNS}列，后面的没有列出。`);
  const columns = toldApart(sources.slice(0, MOST_COLUMNS));
  const asked = listOf(query.i);
  const unknown = asked.filter((code) => !entries.has(code));
  if (unknown.length > 0) notes.push(`没有指标${unknown.join('、')}。`);
  if (asked.length > MOST_INDICATORS) notes.push(`最多比对${MOST_INDICATORS}项指标，后面的没有列出。`);
  const codes = asked.length === 0 ? usual(columns) : asked.filter((code) => entries.has(code));
  return {
    columns: columns.map(({ column }): CompareColumn => column),
    rows: await rowsOf(platform, columns, codes.slice(0, MOST_INDICATORS)),
    notes: [...new Set(notes)],
    asOf: platform.now().toISOString(),
  };
}

/** Two reports of one place and year bear the names of those who published them. */
function toldApart(sources: readonly (OwnColumn | ReportColumn)[]): readonly (OwnColumn | ReportColumn)[] {
  const nameOf = ({ column: { place, periodWords } }: OwnColumn | ReportColumn) => `${place} ${periodWords}`;
  return sources.map((source) =>
    'figures' in source && sources.some((other) => other !== source && nameOf(other) === nameOf(source))
      ? { ...source, column: { ...source.column, place: source.publisher ?? source.column.title } }
      : source,
  );
}

async function rowsOf(
  platform: Platform,
  columns: readonly (OwnColumn | ReportColumn)[],
  codes: readonly string[],
): Promise<CompareRow[]> {
  const rows: CompareRow[] = [];
  for (const code of codes) {
    const cells: Found[] = [];
    for (const source of columns)
      cells.push('figures' in source ? reportCell(source, code) : await ownCell(platform, source, code));
    rows.push(rowOf(entries.get(code)!, cells));
  }
  return rows;
}

/** Codes that most of the reports have, in the order of the catalogue where as many have them. */
function usual(columns: readonly (OwnColumn | ReportColumn)[]): string[] {
  const counts = new Map<string, number>();
  for (const column of columns)
    if ('figures' in column) for (const code of confirmedCodes(column)) counts.set(code, (counts.get(code) ?? 0) + 1);
  const order = [...entries.keys()];
  return [...counts]
    .filter(([code]) => entries.has(code))
    .sort(([one, n], [two, m]) => m - n || order.indexOf(one) - order.indexOf(two))
    .slice(0, USUAL_ROWS)
    .map(([code]) => code);
}
