import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { type CheckedReport, checkAgainst, type Figure, type Finding, readFiguresInSteps } from '@fadu/figures';
import type { FindingList, FindingStatement, FindingView, PlaceLevel } from '@fadu/wire';
import type pg from 'pg';
import type { Scope } from '../access/scope.js';
import type { Platform } from '../matters/execute.js';
import { snapshot } from '../storage/scoped.js';
import { handledOf } from './handled.js';
import { FIGURE_COLUMNS, type FigureRow } from './rows.js';

/** A text to be checked that is no file of the desk: a draft, a report of the platform's own. */
export interface OwnText {
  /** A stable name, such as `report:ORG/YEAR`; what is handled is kept under it. */
  readonly source: string;
  readonly name: string;
  readonly text: string;
  readonly year?: number;
  readonly place?: CheckedReport['place'];
}

/** A report with what is needed to lead back to its figures. */
interface Subject {
  readonly source: string;
  readonly title: string;
  readonly report: CheckedReport;
  /** Numbers of the figures at the desk, in the order of `report.figures`; null for a text of our own. */
  readonly numbers: readonly (number | null)[];
  readonly pages: readonly (number | null)[];
}

/** More findings than this are not read; the gravest come first. */
const MOST_FINDINGS = 300;
/** At most so many other reports are looked at, the newest first. */
const MOST = 200;

/**
 * Contradictions within a text of our own, and between it and the reports of its year that were read and lie in scope.
 * For the report studio: the text as it stands, with the unit's place and year.
 */
export async function findingsOfText(
  platform: Platform,
  scope: Scope,
  { source, name, text, year, place }: OwnText,
): Promise<Omit<FindingList, 'mayHandle'>> {
  const figures = await readFiguresInSteps(text, {}, setImmediate);
  const report = { name: source, text, figures, ...(year !== undefined && { year }), ...(place && { place }) };
  const subject = { source, title: name, report, numbers: figures.map(() => null), pages: figures.map(() => null) };
  return snapshot(platform.pool, scope, async (client) =>
    check(platform, client, subject, await others(client, report, null)),
  );
}

/** The same for a report that was read, with what people have corrected; undefined when it is not in scope. */
export const findingsOfFile = (
  platform: Platform,
  scope: Scope,
  id: string,
): Promise<Omit<FindingList, 'mayHandle'> | undefined> =>
  snapshot(platform.pool, scope, async (client) => {
    const [subject] = await subjects(client, 'f.id = $1', [id]);
    return subject && check(platform, client, subject, await others(client, subject.report, id));
  });

async function check(
  platform: Platform,
  client: pg.ClientBase,
  subject: Subject,
  compared: readonly Subject[],
): Promise<Omit<FindingList, 'mayHandle'>> {
  const all = [subject, ...compared];
  const bySource = new Map(all.map((one) => [one.source, one]));
  const found = checkAgainst(
    subject.report,
    compared.map(({ report }) => report),
  );
  const grave = { error: 0, warning: 1, agree: 2 } as const;
  const views = found
    .toSorted((first, second) => grave[first.severity] - grave[second.severity])
    .slice(0, MOST_FINDINGS)
    .map((finding) => viewFinding(finding, bySource));
  const handled = await handledOf(
    platform,
    client,
    views.map(({ key }) => key),
  );
  return {
    of: { source: subject.source, name: subject.title },
    against: compared.map((one) => ({ id: one.source, name: one.title })),
    findings: views.map((view) => ({ ...view, handled: handled.get(view.key) ?? [] })),
    notes: [
      ...notesOf(subject.report),
      ...(found.length > MOST_FINDINGS ? [`共${found.length}处，只列出较重的${MOST_FINDINGS}处。`] : []),
    ],
  };
}

interface FileRow {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly body: string;
  readonly place: string | null;
  readonly level: PlaceLevel | null;
  readonly within: string | null;
  readonly year: number | null;
}

/** Other reports of the same year; none for a report whose year or place nobody knows: nothing would follow. */
const others = async (client: pg.ClientBase, { year, place }: CheckedReport, but: string | null): Promise<Subject[]> =>
  year === undefined || place === undefined
    ? []
    : subjects(client, 'f.year = $1 and f.place is not null and ($2::uuid is null or f.id <> $2)', [year, but]);

function notesOf({ year, place }: CheckedReport): string[] {
  const lacking = [year === undefined ? '年度' : '', place === undefined ? '地区' : ''].filter((word) => word !== '');
  return lacking.length === 0 ? [] : [`没有登记${lacking.join('和')}，没有与其他报告比较。登记后再核查。`];
}

async function subjects(client: pg.ClientBase, where: string, values: readonly unknown[]): Promise<Subject[]> {
  const { rows } = await client.query<FileRow>(
    `select f.id, f.name, f.title, f.publisher, f.body, f.place, f.level, f.within, f.year from reading_file f
     where f.state = 'read' and ${where} order by f.uploaded_at desc, f.id desc limit ${MOST}`,
    [...values],
  );
  const figures = await client.query<FigureRow & { file: string }>(
    `select file, ${FIGURE_COLUMNS} from reading_figure where file = any($1) and state <> 'rejected' order by file, start, n`,
    [rows.map(({ id }) => id)],
  );
  const byFile = new Map<string, FigureRow[]>(rows.map(({ id }) => [id, []]));
  for (const { file, ...figure } of figures.rows) byFile.get(file)!.push(figure);
  return rows.map((row) => subjectOf(row, byFile.get(row.id) ?? []));
}

function subjectOf(file: FileRow, rows: readonly FigureRow[]): Subject {
  const index = new Map(rows.map(({ n }, at) => [n, at]));
  const at = (n: number | null): number | null => (n === null ? null : (index.get(n) ?? null));
  const { place, level, within, year, body: text } = file;
  return {
    source: file.id,
    title: file.title ?? file.name,
    // Two reports may have one title: the checks know them by their ids, people by their titles.
    report: {
      name: file.id,
      text,
      figures: rows.map((row) => figureOf(row, text, at)),
      ...(year !== null && { year }),
      ...(place !== null && { place: { name: place, level: level ?? 'city', ...(within !== null && { within }) } }),
    },
    numbers: rows.map(({ n }) => n),
    pages: rows.map(({ page }) => page),
  };
}

function figureOf(
  { start, stop, role, indicator, body }: FigureRow,
  text: string,
  at: (n: number | null) => number | null,
): Figure {
  const { valueTo, refersTo, of, ...rest } = body;
  return {
    ...rest,
    start,
    end: stop,
    text: text.slice(start, stop),
    ...(valueTo !== null && { value_to: valueTo }),
    role,
    indicator,
    refers_to: at(refersTo),
    of: at(of),
  };
}

function viewFinding(finding: Finding, bySource: ReadonlyMap<string, Subject>): Omit<FindingView, 'handled'> {
  const statements = finding.statements.map(({ report, index, sentence }): FindingStatement => {
    const { source, title, report: own, numbers, pages } = bySource.get(report)!;
    const { start, end } = own.figures[index]!;
    const from = Math.max(0, start - own.text.lastIndexOf(sentence, start));
    return {
      source,
      name: title,
      n: numbers[index] ?? null,
      page: pages[index] ?? null,
      sentence,
      from,
      to: Math.min(sentence.length, from + end - start),
    };
  });
  const told = finding.statements.map(({ report, index }) => {
    const { start, value, unit } = bySource.get(report)!.report.figures[index]!;
    return [report, start, value, unit];
  });
  let message = finding.message;
  for (const { report } of finding.statements) message = message.replaceAll(report, bySource.get(report)!.title);
  return {
    key: createHash('sm3')
      .update(JSON.stringify([finding.kind, told.toSorted()]))
      .digest('hex')
      .slice(0, 32),
    kind: finding.kind,
    severity: finding.severity,
    message,
    statements,
  };
}
