import type { Line } from '@fadu/procedure';
import { actions } from './actions.js';
import { clocks } from './clocks.js';
import { documents } from './documents.js';
import { fields } from './fields.js';
import { numbers } from './numbers.js';
import { settings } from './settings.js';
import { states } from './states.js';
import { XS } from './statutes.js';

/** Disputes taken up before a suit. The party's own limit to sue is always shown; by default it keeps running. */
export const prelitigation: Line = {
  code: 'prelit',
  name: '诉前行政争议化解',
  version: '2026-1',
  kind: 'case',
  ruleSets: [{ code: 'xs2017', name: '2017年行政诉讼法', from: '2017-07-01', chosenBy: 'registeredOn', basis: XS() }],
  posts: { responseOffice: '应诉机构', responseHead: '应诉机构负责人', mediator: '化解人员' },
  keeper: 'responseHead',
  fields,
  states,
  clocks,
  settings,
  actions,
  documents,
  numbers,
  list: {
    title: '{parties.name}与{agency}（{act.name}）',
    columns: ['agency', 'source', 'registeredOn', 'result'],
    filters: ['source', 'agency', 'result'],
  },
  participants: ['agency'],
};
