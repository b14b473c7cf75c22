import type { Line } from '@fadu/procedure';
import { actions } from './actions.js';
import { clocks } from './clocks.js';
import { documents } from './documents.js';
import { fields } from './fields.js';
import { numbers } from './numbers.js';
import { settings } from './settings.js';
import { states } from './states.js';
import { SJ } from './statutes.js';

export const advice: Line = {
  code: 'advice',
  name: '司法建议、检察建议',
  version: '2026-1',
  kind: 'case',
  ruleSets: [{ code: 'sj2023', name: '2023年司法建议规定', chosenBy: 'receivedOn', basis: SJ() }],
  posts: { responseOffice: '应诉机构', responseHead: '应诉机构负责人', agencyHandler: '承办单位承办人' },
  keeper: 'responseHead',
  fields,
  states,
  clocks,
  settings,
  actions,
  documents,
  numbers,
  list: {
    title: '{issuerName}{letterNo}（{subject}）',
    columns: ['issuerName', 'letterNo', 'kind', 'receivedOn', 'assignedTo'],
    filters: ['issuer', 'kind', 'assignedTo', 'accepted'],
  },
  participants: ['assignedTo'],
};
