import type { MatterRecord } from './projection.js';

/** Column of each part of a matter's record, in table `matter`. */
const columns = {
  id: 'id',
  region: 'region',
  line: 'line',
  lineVersion: 'line_version',
  ruleSet: 'rule_set',
  organ: 'organ',
  number: 'number',
  state: 'state',
  previousState: 'previous_state',
  revision: 'revision',
  data: 'data',
  clocks: 'clocks',
  assignees: 'assignees',
  pending: 'pending',
  openedOn: 'opened_on',
  closedOn: 'closed_on',
  flags: 'flags',
  receipt: 'receipt',
  path: 'path',
  orgs: 'orgs',
  title: 'title',
  dueOn: 'due_on',
  dueClock: 'due_clock',
  paused: 'paused',
  waitsFor: 'waits_for',
  people: 'people',
  actedBy: 'acted_by',
} as const satisfies Record<keyof MatterRecord, string>;

const pairs = Object.entries(columns) as [keyof MatterRecord, string][];

/** All that a record is made of, for a select. */
export const COLUMNS = pairs.map(([, column]) => column).join(', ');

export const recordOf = (row: Record<string, unknown>): MatterRecord =>
  Object.fromEntries(pairs.map(([key, column]) => [key, row[column] ?? null])) as unknown as MatterRecord;

export const rowOf = (record: MatterRecord): Record<string, unknown> =>
  Object.fromEntries(pairs.map(([key, column]) => [column, record[key]]));
