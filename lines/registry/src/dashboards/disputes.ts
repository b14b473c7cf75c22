import type { Dashboard } from '@fadu/indicator';

export const disputes: Dashboard = {
  key: 'disputes',
  name: '行政争议化解',
  purpose: '行政复议、行政应诉和诉前化解：收了多少，结了多少，纠正了多少，还有多少进了法院。',
  figures: [
    'reconsideration.received',
    'reconsideration.accepted',
    'reconsideration.conclusion_rate',
    'reconsideration.pending',
    'reconsideration.on_time_rate',
    'reconsideration.conclusion_days',
    'reconsideration.correction_rate',
    'reconsideration.settlement_rate',
    'litigation.cases',
    'litigation.loss_rate',
    'litigation.head_appearance_rate',
    'litigation.pre_litigation_resolution_rate',
  ],
  panels: [
    { kind: 'trend', code: 'reconsideration.received' },
    { kind: 'field', code: 'reconsideration.received', by: 'act.kind' },
    { kind: 'places', code: 'reconsideration.accepted' },
    { kind: 'places', code: 'reconsideration.correction_rate' },
    { kind: 'field', code: 'reconsideration.concluded', by: 'outcome' },
    { kind: 'field', code: 'reconsideration.accepted', by: 'respondent' },
    { kind: 'trend', code: 'litigation.cases' },
    { kind: 'field', code: 'litigation.cases', by: 'kind' },
  ],
};
