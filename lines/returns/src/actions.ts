import { type ActionsOf, fieldValue, firstOf, given, today } from '@fadu/procedure';
import type { clocks } from './clocks.js';
import type { fields } from './fields.js';
import {
  another,
  counts,
  form,
  jump,
  nothingAmended,
  nothingBelow,
  overlap,
  parts,
  period,
  range,
  totals,
  twice,
  unitsSum,
  unknownCode,
} from './guards.js';
import type { states } from './states.js';
import { amends, DC24, setting } from './statutes.js';

type Parts = {
  fields: typeof fields;
  states: typeof states;
  clocks: typeof clocks;
  documents: Record<never, never>;
  numbers: Record<never, never>;
};

/** What an amendment that is given up leaves behind: that an earlier one was approved. */
const earlierAmendment = firstOf([{ when: given('amendedOn'), value: 'approved' }], null);

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
    from: ['draft', 'returned', 'amending'],
    basis: DC24,
    form: ['figures', 'note'],
    guards: [unknownCode, twice],
    due: 'report',
  },
  submit: {
    name: '报送',
    by: ['returnReporter'],
    from: ['draft', 'returned', 'amending'],
    to: 'submitted',
    basis: DC24,
    form: ['figures', 'note'],
    guards: [unknownCode, twice, form, range, counts, parts, totals, nothingAmended, unitsSum, overlap, jump],
    sets: { submittedOn: today },
    clocks: { stop: ['report'] },
  },
  takeBack: {
    name: '撤回修改',
    by: ['returnReporter'],
    from: ['submitted'],
    to: { previous: true },
    basis: setting('审核前撤回修改'),
    duty: false,
    clocks: { start: ['report'] },
  },
  sendBack: {
    name: '退回',
    by: ['returnReviewer@to'],
    from: ['submitted'],
    to: 'returned',
    basis: setting('退回重报'),
    form: ['returnReason', 'dueOn'],
    sets: { amendment: firstOf([{ when: given('inForce'), value: 'asked' }], null) },
    clocks: { start: ['report'] },
    // A right: what waits is to be approved.
    duty: false,
  },
  approveFigures: {
    name: '审定',
    by: ['returnReviewer@to'],
    from: ['submitted'],
    to: 'approved',
    basis: DC24,
    sets: {
      approvedOn: today,
      amendedOn: firstOf([{ when: given('inForce'), value: today }], null),
      amendment: firstOf([{ when: given('inForce'), value: 'approved' }], null),
      inForce: null,
    },
  },
  /** The unit itself puts right what was approved: it counts as it was until the new figures are approved. */
  amend: {
    name: '更正',
    by: ['returnReporter'],
    from: ['approved'],
    to: 'amending',
    basis: amends(24, 2),
    form: ['correction'],
    sets: { inForce: fieldValue('figures'), amendment: 'own' },
    duty: false,
  },
  giveUp: {
    name: '撤销更正',
    by: ['returnReporter'],
    from: ['amending'],
    to: 'approved',
    basis: setting('撤销没有报送的更正'),
    sets: { figures: fieldValue('inForce'), inForce: null, amendment: earlierAmendment },
    duty: false,
  },
  /** The superior asks for it; it never puts figures of others right itself. */
  reopen: {
    name: '退回更正',
    by: ['returnReviewer@to'],
    from: ['approved'],
    to: 'returned',
    basis: amends(33, 1),
    form: ['correction', 'dueOn'],
    sets: { inForce: fieldValue('figures'), amendment: 'asked' },
    clocks: { start: ['report'] },
    grave: true,
  },
  keep: {
    name: '维持原数',
    by: ['returnReviewer@to'],
    from: ['submitted'],
    to: 'approved',
    basis: amends(24, 2),
    form: ['keptReason'],
    sets: { figures: fieldValue('inForce'), inForce: null, amendment: earlierAmendment },
    when: given('inForce'),
    duty: false,
  },
  /** A unit below put its figures right, and this return says why its own stand as they are. */
  settleBelow: {
    name: '下级更正不计入',
    by: ['returnReporter'],
    from: ['amending', 'submitted', 'returned', 'approved'],
    basis: amends(24, 2),
    form: ['belowNote'],
    guards: [nothingBelow],
    duty: false,
  },
} as const satisfies ActionsOf<Parts>;
