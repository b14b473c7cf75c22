import { createHash } from 'node:crypto';
import { dayOf, fail, ok, type Refusal, type Result, refusal } from '@fadu/kernel';
import { canonical } from '@fadu/ledger';
import { type Command, checkForm, type Decline, decide, evolve, fillTitle, formOf, type Line } from '@fadu/procedure';
import type { BulkFault, BulkRow } from '@fadu/wire';
import { uuidv7 } from 'uuidv7';
import { contextFor, findMatter, open, openedUnder, type Platform, type Request } from '../matters/execute.js';
import { titleOf } from '../matters/projection.js';
import { type BulkColumn, bulkForm } from './columns.js';
import { readRows } from './read.js';
import { type BulkRecord, cellOf, recordsOf } from './records.js';

export type Enterer = Pick<Request, 'actor' | 'scope'>;

/** A table judged row by row, with what would be needed to write it. */
export interface JudgedTable {
  readonly columns: readonly BulkColumn[];
  readonly rows: readonly { readonly record: BulkRecord; readonly view: BulkRow; readonly request: Request | null }[];
}

/** Reads and judges every row as the form would be judged; nothing is written. */
export async function judgeTable(
  platform: Platform,
  line: Line,
  action: string,
  organ: string,
  viewer: Enterer,
  bytes: Uint8Array,
): Promise<Result<JudgedTable, Refusal>> {
  const { columns, lacking } = bulkForm(line, action);
  if (lacking.length > 0)
    return fail(
      refusal('bulk.not_by_table', `不能用表登记：${lacking.join('、')}须在登记时提交，表里放不下。可以逐件登记。`),
    );
  const read = await readRows(bytes, columns);
  if (!read.ok) return read;
  const place = { directory: platform.directory, organ, today: dayOf(platform.now()) };
  const rows: JudgedTable['rows'][number][] = [];
  const times = new Map<string, number>();
  for (const record of recordsOf(read.value, columns, place)) {
    const print = contentOf(line, action, organ, record);
    const time = (times.get(print) ?? 0) + 1;
    times.set(print, time);
    rows.push(await judgeRecord(platform, line, action, organ, viewer, record, columns, `bulk/${print}/${time}`));
  }
  return ok({ columns, rows });
}

/**
 * Of a row what it says, not where it stands nor in which file: a row sent again is the same command, by whomever at the
 * organ, also from a file in which other rows were put right meanwhile. Equal rows of one file are told apart by their order.
 */
const contentOf = (line: Line, action: string, organ: string, { input, reason }: BulkRecord): string =>
  createHash('sm3')
    .update(canonical({ line: line.code, action, organ, input, reason }))
    .digest('hex')
    .slice(0, 48);

async function judgeRecord(
  platform: Platform,
  line: Line,
  action: string,
  organ: string,
  viewer: Enterer,
  record: BulkRecord,
  columns: readonly BulkColumn[],
  key: string,
): Promise<JudgedTable['rows'][number]> {
  const { input, unread } = record;
  const org = platform.directory.getOrg(organ);
  const opening = { id: uuidv7(), region: org.region, organ };
  const base = { row: record.rows[0]!.row, no: record.rows[0]!.no, notes: [], matter: null, queryCode: null };
  const plain = (): string =>
    fillTitle(line.list.title, {
      line,
      data: input,
      clocks: {},
      nameOf: platform.directory.nameOf,
      words: { organ: org.name, number: '' },
    });
  const faulty = (faults: readonly BulkFault[]) => ({
    record,
    request: null,
    view: { ...base, subject: plain(), standing: 'faulty' as const, faults: faults.toSorted(byPlace) },
  });
  if (record.faults.length > 0) {
    const form = checkForm(formOf(line, line.actions[action]!), input, dayOf(platform.now()));
    const more = form.faults.filter(
      ({ field }) => ![...unread].some((path) => path === field || path.startsWith(`${field}.`)),
    );
    return faulty([
      ...record.faults,
      ...more.map(({ field, message }) => ({ ...cellOf(field, record, columns), message })),
    ]);
  }
  const command: Command = { action, input };
  const context = {
    ...(await contextFor(platform, line, undefined, viewer, command, org.region)),
    opening,
    organShortName: org.short,
  };
  let decided = decide(line, undefined, command, context);
  // A reason stands for whatever a reason is asked for; without one the person is told what it is about.
  let reasons: Record<string, string> = {};
  if (!decided.ok && record.reason !== '' && decided.error.needsReason.length > 0) {
    reasons = Object.fromEntries(decided.error.needsReason.map(({ code }) => [code, record.reason]));
    decided = decide(line, undefined, { ...command, reasons }, context);
  }
  const request: Request = {
    ...viewer,
    key,
    sharedBy: organ,
    command: { ...command, ...(Object.keys(reasons).length > 0 && { reasons }) },
  };
  const done = await openedUnder(platform, organ, request);
  if (done !== undefined) {
    const found = await findMatter(platform, viewer.scope, done);
    if (found) {
      const { id, receipt, title } = found.record;
      return {
        record,
        request: null,
        view: { ...base, subject: title, standing: 'done', faults: [], matter: { id, receipt } },
      };
    }
  }
  if (!decided.ok) return faulty(faultsOf(decided.error, record, columns));
  let matter = undefined as Parameters<typeof evolve>[0];
  for (const event of decided.value.events) matter = evolve(matter, event);
  return {
    record,
    request,
    view: {
      ...base,
      subject: titleOf(line, matter!, platform.directory),
      standing: 'ready',
      faults: [],
      notes: decided.value.notes.map(({ message }) => message),
    },
  };
}

/** In the order of the table; what is about the whole row last. */
const byPlace = (a: BulkFault, b: BulkFault): number => placeOf(a).localeCompare(placeOf(b));
const placeOf = ({ cell }: BulkFault): string => {
  const [, column = '', row = '999999'] = /^([A-Z]+)(\d+)$/.exec(cell ?? '') ?? [];
  return row.padStart(6, '0') + column.padStart(3, ' ');
};

const faultsOf = (
  { faults, refusals, needsReason }: Decline,
  record: BulkRecord,
  columns: readonly BulkColumn[],
): BulkFault[] => [
  ...faults.map(({ field, message }) => ({ ...cellOf(field, record, columns), message })),
  ...refusals.map(({ field, message }) => ({ ...place(field, record, columns), message })),
  ...needsReason.map(({ message }) => ({
    cell: null,
    column: null,
    message: `${message}仍要登记的，填写“继续办理的理由”。`,
  })),
];

const place = (field: string | undefined, record: BulkRecord, columns: readonly BulkColumn[]) =>
  field === undefined ? { cell: null, column: null } : cellOf(field, record, columns);

/** Writes the rows that are in order, one after the other, each a command of its own. */
export async function enterTable(
  platform: Platform,
  line: Line,
  organ: string,
  table: JudgedTable,
): Promise<readonly BulkRow[]> {
  const views: BulkRow[] = [];
  for (const { record, view, request } of table.rows) {
    if (request === null) {
      views.push(view);
      continue;
    }
    const written = await open(platform, line, organ, request);
    if (written.ok) {
      const { id, receipt, title } = written.value.matter;
      const { repeated, queryCode } = written.value;
      views.push({
        ...view,
        subject: title,
        standing: repeated ? 'done' : 'written',
        matter: { id, receipt },
        queryCode: repeated ? null : (queryCode ?? null),
      });
    } else
      views.push({
        ...view,
        standing: 'faulty',
        faults:
          written.error.kind === 'declined'
            ? faultsOf(written.error.decline, record, table.columns)
            : [{ cell: null, column: null, message: '没有登记：平台刚刚有别的变化。请再上传一次。' }],
      });
  }
  return views;
}
