import type { Dashboard } from '@fadu/indicator';

export const overview: Dashboard = {
  key: 'overview',
  name: '法治政府建设',
  purpose: '一个地方一个时期的法治政府建设主要数据，与去年比、与同级比、下级之间比。',
  figures: [
    'reconsideration.accepted',
    'reconsideration.settlement_rate',
    'litigation.post_reconsideration_cases',
    'litigation.head_appearance_rate',
    'mediation.success_rate',
    'enforcement.exam_pass_rate',
    'legal_aid.accepted',
    'decision.legal_reviews',
  ],
  panels: [
    { kind: 'trend', code: 'reconsideration.accepted' },
    { kind: 'places', code: 'reconsideration.accepted' },
    { kind: 'field', code: 'reconsideration.accepted', by: 'act.kind' },
    { kind: 'places', code: 'mediation.success_rate' },
    { kind: 'trend', code: 'mediation.cases' },
    { kind: 'places', code: 'legal_aid.accepted' },
  ],
};
