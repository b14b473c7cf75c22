import type { Line } from '@fadu/procedure';
import { actions } from './actions.js';
import { clocks } from './clocks.js';
import { fields } from './fields.js';
import { states } from './states.js';
import { DC24 } from './statutes.js';

/**
 * Figures that no line feeds yet, by unit and period. Every save is a step of the record: what was said before stays,
 * with who said it and when.
 */
export const returns: Line = {
  code: 'returns',
  name: '数据填报',
  version: '2026-1',
  kind: 'case',
  ruleSets: [{ code: 'dc', name: '督察工作规定', chosenBy: 'openedOn', basis: DC24 }],
  posts: { returnReporter: '填报人', returnReviewer: '填报审核人' },
  keeper: 'returnReviewer',
  fields,
  states,
  clocks,
  actions,
  documents: {},
  numbers: {},
  related: {
    same: { line: 'returns', match: { unit: 'unit', period: 'period' } },
    before: { line: 'returns', match: { unit: 'unit', before: 'period' } },
    /** What units below sent up for the same period. */
    below: { line: 'returns', match: { unit: 'to', period: 'period' } },
  },
  list: {
    title: '{unit}数据填报表（{period}）',
    columns: ['unit', 'period', 'dueOn', 'submittedOn', 'approvedOn'],
    filters: ['unit', 'period', 'amendment'],
  },
  participants: ['to'],
};

/** Where a reader of figures finds them in matters of this line. */
export const collection = {
  line: 'returns',
  unit: 'unit',
  period: 'period',
  figures: 'figures',
  approvedOn: 'approvedOn',
  /** Only what the superior has approved counts. */
  approved: 'approved',
  returned: 'returned',
  reporter: 'returnReporter',
  receiver: 'to',
  before: 'before',
  due: 'dueOn',
  sections: 'sections',
  reminded: 'remindedOn',
  remindedBy: 'remindedBy',
  reviewer: 'returnReviewer',
  /** The actions by name: what the superior opens, what fills the figures in, what reminds, what approves. */
  assign: 'assign',
  save: 'save',
  remind: 'remind',
  /** Taken by the platform for a return that is nearly due or late. */
  nudge: 'nudge',
  check: 'approveFigures',
  begin: 'begin',
  submit: 'submit',
  takeBack: 'takeBack',
  inForce: 'inForce',
  amendment: 'amendment',
  amendedOn: 'amendedOn',
  correction: 'correction',
  amend: 'amend',
  giveUp: 'giveUp',
  settleBelow: 'settleBelow',
  reopen: 'reopen',
  keep: 'keep',
  amending: 'amending',
  submitted: 'submitted',
} as const;
