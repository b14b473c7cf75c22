import { type ActionsOf, today } from '@fadu/procedure';
import type { clocks } from './clocks.js';
import type { fields } from './fields.js';
import { another, counts, form, jump, overlap, parts, period, range, totals, twice, unknownCode } from './guards.js';
import type { states } from './states.js';
import { DC24, setting } from './statutes.js';

type Parts = {
  fields: typeof fields;
  states: typeof states;
  clocks: typeof clocks;
  documents: Record<never, never>;
  numbers: Record<never, never>;
};

export const actions = {
  begin: {
    name: '开始填报',
    by: ['returnReporter'],
    to: 'draft',
    basis: DC24,
    form: ['unit', 'to', 'period', 'before', 'openedOn', 'dueOn', 'sections'],
    guards: [period, another],
    clocks: { start: ['report'] },
  },
  /** The superior opens it in the unit that is to report. */
  assign: {
    name: '布置填报',
    by: ['returnReviewer@to'],
    to: 'draft',
    basis: DC24,
    form: ['unit', 'to', 'period', 'before', 'openedOn', 'dueOn', 'sections'],
    guards: [period, another],
    clocks: { start: ['report'] },
  },
  remind: {
    name: '催报',
    by: ['returnReviewer@to'],
    from: ['draft', 'returned'],
    basis: setting('催报'),
    form: ['reminder'],
    sets: { remindedOn: today, remindedBy: 'superior' },
  },
  /** By the platform, when the last day is near and when it is over. */
  nudge: {
    name: '到期提醒',
    by: ['message'],
    from: ['draft', 'returned'],
    basis: setting('到期提醒'),
    form: ['reminder', 'remindedTo'],
    sets: { remindedOn: today, remindedBy: 'platform' },
  },
  save: {
    name: '填写数据',
    by: ['returnReporter'],
    from: ['draft', 'returned'],
    basis: DC24,
    form: ['figures', 'note'],
    guards: [unknownCode, twice],
    due: 'report',
  },
  submit: {
    name: '报送',
    by: ['returnReporter'],
    from: ['draft', 'returned'],
    to: 'submitted',
    basis: DC24,
    form: ['figures', 'note'],
    guards: [unknownCode, twice, form, range, counts, parts, totals, overlap, jump],
    sets: { submittedOn: today },
    clocks: { stop: ['report'] },
    due: 'report',
  },
  takeBack: {
    name: '撤回修改',
    by: ['returnReporter'],
    from: ['submitted'],
    to: 'draft',
    basis: setting('审核前撤回修改'),
    clocks: { start: ['report'] },
  },
  sendBack: {
    name: '退回',
    by: ['returnReviewer@to'],
    from: ['submitted'],
    to: 'returned',
    basis: setting('退回重报'),
    form: ['returnReason', 'dueOn'],
    clocks: { start: ['report'] },
  },
  approveFigures: {
    name: '审定',
    by: ['returnReviewer@to'],
    from: ['submitted'],
    to: 'approved',
    basis: DC24,
    sets: { approvedOn: today },
  },
  reopen: {
    name: '退回更正',
    by: ['returnReviewer@to'],
    from: ['approved'],
    to: 'returned',
    basis: setting('审定后的更正'),
    form: ['correction', 'dueOn'],
    clocks: { start: ['report'] },
    grave: true,
  },
} as const satisfies ActionsOf<Parts>;
