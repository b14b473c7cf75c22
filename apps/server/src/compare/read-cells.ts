import { CATALOGUE, extentWords, kinOf, type Measured, periodWords } from '@fadu/indicator';
import { type CompareColumn, LEVEL_WORDS, type PlaceLevel } from '@fadu/wire';
import type pg from 'pg';
import { FIGURE_COLUMNS, type FigureRow, indicatorName } from '../reading/rows.js';
import { extentOf, type Found, nothing, unitKind } from './cell.js';

const units: ReadonlyMap<string, string> = new Map(CATALOGUE.map(({ code, unit }) => [code, unit]));
const kinds: ReadonlyMap<string, string> = new Map(CATALOGUE.map(({ code, kind }) => [code, kind]));

/** A report as a column, with its figures by code. */
export interface ReportColumn {
  readonly column: CompareColumn;
  readonly publisher: string | null;
  readonly level: string | null;
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly figures: readonly FigureRow[];
}

interface FileRow {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly place: string | null;
  readonly level: PlaceLevel | null;
  readonly year: number | null;
  readonly body: string;
}

/** The reports of these ids in scope, with every figure that says how much there is of something. */
export async function readReports(
  client: pg.ClientBase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReportColumn>> {
  const files = await client.query<FileRow>(
    `select id, name, title, publisher, place, level, year, body from reading_file where state = 'read' and id = any($1)`,
    [ids],
  );
  const figures = await client.query<FigureRow & { file: string }>(
    `select file, ${FIGURE_COLUMNS} from reading_figure
     where file = any($1) and state <> 'rejected' order by file, start, n`,
    [files.rows.map(({ id }) => id)],
  );
  return new Map(
    files.rows.map((file) => [
      file.id,
      columnOf(
        file,
        figures.rows.filter((figure) => figure.file === file.id),
      ),
    ]),
  );
}

function columnOf(file: FileRow, figures: readonly FigureRow[]): ReportColumn {
  const year = file.year === null ? '' : String(file.year);
  const [from, to] = [`${year || '0000'}-01-01`, `${year || '0000'}-12-31`];
  return {
    column: {
      key: `f.${file.id}`,
      object: `f.${file.id}`,
      period: year,
      place: file.place ?? file.publisher ?? '没有登记地区',
      title: file.title ?? file.name,
      periodWords: year === '' ? '没有登记年度' : periodWords({ from, to }),
      source: 'report',
    },
    publisher: file.publisher,
    level: file.level && LEVEL_WORDS[file.level],
    from,
    to,
    body: file.body,
    figures,
  };
}

/** What is there on a day, whatever period it is told of. */
const isStock = (code: string): boolean => kinds.get(code) === 'stock';

const says = ({ role }: FigureRow): boolean => role === 'level' || role === 'share' || role === 'duration';

/** Codes whose figures somebody has confirmed. */
export const confirmedCodes = ({ figures }: ReportColumn): ReadonlySet<string> =>
  new Set(figures.flatMap((one) => (one.state === 'confirmed' && says(one) && one.indicator ? [one.indicator] : [])));

/**
 * What a report says of an indicator: the one confirmed figure of it; of a whole and its parts the whole. Several that are
 * no parts of one another are neither added nor chosen from. Without any, one of its family is shown as another measure.
 */
export function reportCell(report: ReportColumn, code: string): Found {
  const own = cellOf(report, code);
  if (own.value !== null || own.refused !== undefined || own.unchecked > 0) return own;
  for (const other of kinOf(code)) {
    const found = cellOf(report, other);
    if (found.value !== null) return found;
  }
  return own;
}

function cellOf(report: ReportColumn, code: string): Found {
  const { column, from, to, body, figures } = report;
  const all = figures.filter((one) => one.indicator === code && says(one));
  const confirmed = all.filter(({ state }) => state === 'confirmed');
  const unchecked = all.length - confirmed.length;
  if (column.period === '' && confirmed.length > 0)
    return { ...nothing('没有登记年度', 'report'), refused: '这份报告没有登记年度，不能比较', unchecked };
  if (confirmed.length === 0)
    return { ...nothing(unchecked > 0 ? '待核' : '没有写', 'report'), unchecked, n: all[0]?.n ?? null };
  const whole = wholeOf(confirmed);
  const written = (one: FigureRow) => body.slice(one.start, one.stop).replaceAll(/\s/g, '');
  if (!whole)
    return {
      ...nothing(confirmed.map(written).join('、'), 'report'),
      refused: `同一指标有${confirmed.length}个数，不是一个整体的部分，不能相加也不能任选`,
      unchecked,
      n: confirmed[0]!.n,
    };
  const { value, valueTo, unit, approx, scope, of } = whole.body;
  const text = written(whole);
  if (valueTo !== null) return { ...nothing(text, 'report'), refused: '是一个范围，不能比较', unchecked, n: whole.n };
  const base = figures.find(({ n }) => n === of);
  const below = unit === '%' && base ? base : undefined;
  const baseWords = below && `${written(below)}${indicatorName(below.indicator) ?? below.body.subject ?? ''}`;
  const extent = extentOf(scope, column.place);
  const measured: Measured = {
    label: `${column.place}${column.periodWords}`,
    code,
    measure: indicatorName(code) ?? code,
    unit: unit ?? units.get(code) ?? '',
    unitKind: unitKind(unit ?? units.get(code) ?? ''),
    place: column.place,
    level: report.level,
    from: isStock(code) ? to : from,
    to,
    extent,
    base: below?.indicator ? { code: below.indicator, words: indicatorName(below.indicator) ?? below.indicator } : null,
    version: null,
  };
  return {
    text,
    value,
    measured,
    base: baseWords ?? null,
    source: 'report',
    unchecked,
    n: whole.n,
    notes: extent.is === 'whole' ? [] : [`范围：${extentWords(extent)}`],
    rounded: approx !== 'exact',
  };
}

/** The only figure; the one that all others are parts of; undefined where neither is so. */
function wholeOf(figures: readonly FigureRow[]): FigureRow | undefined {
  if (figures.length === 1) return figures[0];
  return figures.find(({ n }) => figures.every((other) => other.n === n || other.body.of === n));
}
