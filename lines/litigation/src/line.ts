import type { Line } from '@fadu/procedure';
import { actions } from './actions/index.js';
import { clocks } from './clocks.js';
import { documents } from './documents.js';
import { fields } from './fields.js';
import { numbers } from './numbers.js';
import { settings } from './settings.js';
import { states } from './states.js';
import { XS } from './statutes.js';

/** The defendant's side of an administrative suit. The court runs the case; a case keeps one matter through its instances. */
export const litigation: Line = {
  code: 'litigation',
  name: '行政应诉',
  version: '2026-1',
  kind: 'case',
  ruleSets: [{ code: 'xs2017', name: '2017年行政诉讼法', from: '2017-07-01', chosenBy: 'filedOn', basis: XS() }],
  posts: {
    responseOffice: '应诉机构',
    responseHead: '应诉机构负责人',
    organHead: '机关负责人',
    agencyHandler: '行政行为承办人',
    legalStaff: '法制工作人员',
  },
  keeper: 'responseHead',
  fields,
  states,
  clocks,
  settings,
  actions,
  documents,
  numbers,
  list: {
    title: '{plaintiffs.name}诉{defendants.name}（{act.name}）',
    columns: ['courtCaseNo', 'court', 'instance', 'agency', 'copyReceivedOn'],
    filters: ['instance', 'kind', 'agency', 'lost'],
  },
  participants: ['agency'],
  calendar: [
    {
      field: 'hearings.on',
      name: '开庭',
      shows: ['.instance', 'court', '.place', 'plan.attend', 'plan.person', 'plan.rank'],
    },
  ],
};
