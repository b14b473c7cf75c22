import type { Line } from '@fadu/procedure';
import { actions } from './actions.js';
import { clocks } from './clocks.js';
import { documents } from './documents.js';
import { fields } from './fields.js';
import { states } from './states.js';
import { DC24 } from './statutes.js';

/** The yearly report on law-based government: written, frozen, checked, approved, published. */
export const annualReport: Line = {
  code: 'report',
  name: '法治政府建设年度报告',
  version: '2026-1',
  kind: 'case',
  ruleSets: [{ code: 'dc', name: '督察工作规定', chosenBy: 'openedOn', basis: DC24 }],
  posts: { reportWriter: '年报撰稿人', reportChecker: '年报审核人', reportHead: '年报审定人' },
  keeper: 'reportHead',
  fields,
  states,
  clocks,
  actions,
  documents,
  numbers: {},
  related: { same: { line: 'report', match: { unit: 'unit', year: 'year' } } },
  list: {
    title: '{unit}{year}年度法治政府建设报告',
    columns: ['unit', 'year', 'dueOn', 'approvedOn', 'publishedOn'],
    filters: ['unit', 'year'],
  },
};

/** How the report is put together and where its parts are kept in matters of this line. */
export const reporting = {
  line: 'report',
  unit: 'unit',
  year: 'year',
  texts: 'texts',
  textVersion: 'textVersion',
  overrides: 'overrides',
  figures: 'figures',
  chapters: 'chapters',
  digest: 'digest',
  publishedOn: 'publishedOn',
  address: 'address',
  document: 'report',
  errata: 'errata',
  /** Puts right what is published. */
  correct: 'correctPublished',
  begin: 'begin',
  /** The action that records the figures. */
  freeze: 'freeze',
  /** The action by which a person puts a number in place of a computed one. */
  override: 'override',
  /** Takes the last such number back. */
  restore: 'restore',
  frozenBy: 'frozenBy',
  frozenOn: 'frozenOn',
  /** The way to publication, in order; `freeze` is carried out by the platform for the writer. */
  steps: ['freeze', 'review', 'endorse', 'publish'],
  dueOn: 'dueOn',
  writer: 'reportWriter',
  writing: 'writing',
  published: 'published',
} as const;
