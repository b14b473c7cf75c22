import { type ActionsOf, dayOfYear, today } from '@fadu/procedure';
import type { clocks } from './clocks.js';
import type { documents } from './documents.js';
import type { fields } from './fields.js';
import {
  another,
  chaptersMissing,
  erratumOf,
  erratumOrder,
  futureYear,
  lateReport,
  notChecked,
  overrideCode,
  publishedAfter,
  publishedWhere,
  yearNotOver,
} from './guards.js';
import type { states } from './states.js';
import { BM, DC24, setting } from './statutes.js';

type Parts = {
  fields: typeof fields;
  states: typeof states;
  clocks: typeof clocks;
  documents: typeof documents;
  numbers: Record<never, never>;
};

export const actions = {
  begin: {
    name: '开始编制',
    by: ['reportWriter'],
    to: 'writing',
    basis: DC24,
    form: ['unit', 'year', 'openedOn'],
    // Nobody enters the last day: a wrong one would hide that the report is late.
    sets: { endedOn: dayOfYear('year', 0, '12-31'), dueOn: dayOfYear('year', 1, '03-31') },
    guards: [another, futureYear],
    clocks: { start: ['publish'] },
  },
  override: {
    name: '改写数据',
    by: ['reportWriter'],
    from: ['writing'],
    basis: setting('改写须有理由'),
    form: ['overrides'],
    guards: [overrideCode],
  },
  restore: {
    name: '恢复计算的数',
    by: ['reportWriter'],
    from: ['writing'],
    basis: setting('改写须有理由'),
    sets: { overrides: null },
  },
  freeze: {
    name: '数据定稿',
    // Put together by the platform at the writer's request: the words as the chapters have them, the figures as they are.
    by: ['message'],
    from: ['writing'],
    to: 'frozen',
    basis: setting('数据定稿'),
    form: ['texts', 'textVersion', 'chapters', 'figures', 'digest', 'frozenBy'],
    sets: { frozenOn: today },
    guards: [yearNotOver, chaptersMissing],
    due: 'publish',
  },
  review: {
    name: '合法性审核和保密审查',
    by: ['reportChecker'],
    from: ['frozen'],
    to: 'checked',
    basis: [BM(), DC24],
    form: ['lawful', 'secrecy', 'checkNote'],
    sets: { checkedOn: today },
    guards: [notChecked],
    due: 'publish',
  },
  endorse: {
    name: '审定',
    by: ['reportHead'],
    from: ['checked'],
    to: 'approved',
    basis: DC24,
    sets: { approvedOn: today },
    due: 'publish',
  },
  revise: {
    name: '退回修改',
    by: ['reportChecker', 'reportHead'],
    from: ['frozen', 'checked', 'approved'],
    to: 'writing',
    basis: setting('退回修改'),
    form: ['returnReason'],
    sets: { texts: null, digest: null, lawful: false, secrecy: false },
  },
  publish: {
    name: '公开',
    by: ['reportWriter'],
    from: ['approved'],
    to: 'published',
    basis: DC24,
    form: ['publishedOn', 'address', 'sentTo'],
    on: 'publishedOn',
    guards: [publishedAfter, publishedWhere, lateReport],
    clocks: { stop: ['publish'] },
    documents: ['report'],
    due: 'publish',
    grave: true,
  },
  /** What was published stays as it was; a correction stands beside it, with its own paper. */
  correctPublished: {
    name: '发布更正',
    by: ['reportWriter'],
    from: ['published'],
    basis: setting('公开后的更正'),
    record: 'errata',
    guards: [erratumOf, erratumOrder],
    approvedBy: ['reportHead'],
    documents: ['erratum'],
    grave: true,
  },
} as const satisfies ActionsOf<Parts>;
