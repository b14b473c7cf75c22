import type { Dashboard } from '@fadu/indicator';

export const enforcement: Dashboard = {
  key: 'enforcement',
  name: '行政执法和决策',
  purpose: '执法队伍、案卷评查和合法性审查：人员合不合格，案卷查了多少，决策前审了多少。',
  figures: [
    'enforcement.officers_trained',
    'enforcement.exam_pass_rate',
    'enforcement.case_files_reviewed',
    'enforcement.township_bodies',
    'decision.legal_reviews',
    'decision.legal_opinions',
    'normative_document.cleaned',
    'supervision.judicial_suggestions',
  ],
  panels: [
    { kind: 'trend', code: 'enforcement.officers_trained' },
    { kind: 'places', code: 'enforcement.exam_pass_rate' },
    { kind: 'places', code: 'enforcement.case_files_reviewed' },
    { kind: 'trend', code: 'decision.legal_reviews' },
    { kind: 'places', code: 'decision.legal_reviews' },
  ],
};
