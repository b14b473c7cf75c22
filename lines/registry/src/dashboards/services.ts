import type { Dashboard } from '@fadu/indicator';

export const services: Dashboard = {
  key: 'services',
  name: '公共法律服务',
  purpose: '人民调解、法律援助和服务网点：服务了多少人，覆盖到哪里，各地差多少。',
  figures: [
    'mediation.cases',
    'mediation.success_rate',
    'mediation.difficult_cases',
    'mediation.amount',
    'legal_aid.accepted',
    'legal_service.outlets',
    'legal_service.villages_covered',
    'governance.legal_savvy',
  ],
  panels: [
    { kind: 'trend', code: 'mediation.cases' },
    { kind: 'places', code: 'mediation.cases' },
    { kind: 'places', code: 'mediation.success_rate' },
    { kind: 'trend', code: 'legal_aid.accepted' },
    { kind: 'places', code: 'legal_aid.accepted' },
    { kind: 'places', code: 'governance.legal_savvy' },
  ],
};
