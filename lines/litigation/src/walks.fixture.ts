import type { JsonObject } from '@fadu/kernel';
import { type Walker, walk } from '@fadu/procedure/testing';
import { litigation, type OutcomeCode } from './index.js';

/** An invented suit after reconsideration; below, walked to each of its stages, for the tests of this line. */
export const notice: JsonObject = {
  courtCaseNo: '（2024）吉0802行初15号',
  court: '白城市洮北区人民法院',
  instance: 'first',
  kind: 'administrative',
  procedure: 'ordinary',
  plaintiffs: [{ kind: 'citizen', name: '赵样例', address: '白城市洮北区', phone: '13800000000' }],
  defendants: [
    { role: 'author', name: '白城市市场监督管理局', organ: 'bureau' },
    { role: 'reconsideration', name: '白城市人民政府', organ: 'gov' },
  ],
  act: {
    name: '行政处罚决定',
    docNumber: '白市监罚〔2024〕12号',
    madeOn: '2024-05-20',
    realEstate: false,
    mandatoryFirst: false,
  },
  reconsideration: 'recon-1',
  reconsidered: 'upheld',
  filedOn: '2024-09-18',
  copyReceivedOn: '2024-09-20',
};
export const evidence = (obtainedOn: string, more: JsonObject = {}): JsonObject => ({
  name: '现场检查笔录',
  source: '执法人员制作',
  obtainedOn,
  pages: '1～3',
  proves: '违法事实',
  ...more,
});
export const defence = (submittedOn: string, items: JsonObject[] = [evidence('2024-05-10')]): JsonObject => ({
  evidenceSubmittedOn: submittedOn,
  defence: '事实清楚，程序合法。',
  evidence: items,
  norms: '行政处罚法',
});
export const byHead: JsonObject = { plan: { attend: 'head', person: '钱样例', rank: 'deputy', proof: ['file-1'] } };
export const appeared: JsonObject = {
  hearingOn: '2024-10-22',
  noticed: true,
  appeared: true,
  person: '钱样例',
  rank: 'deputy',
  proof: ['file-1'],
  spoke: true,
};
export const result = (code: OutcomeCode, article = '第七十条') =>
  ['白城市市场监督管理局', '白城市人民政府'].map((defendant) => ({ defendant, code, article }));
export const judgment = (code: OutcomeCode, more: JsonObject = {}): JsonObject => ({
  judgmentKind: 'judgment',
  judgedOn: '2024-12-10',
  servedOn: '2024-12-12',
  operative: '撤销被诉行政处罚决定。',
  outcome: result(code),
  ...more,
});

export function assigned(more: JsonObject = {}): Walker {
  const walker = walk(litigation);
  walker.take('2024-09-23', 'register', { ...notice, ...more });
  walker.take('2024-09-24', 'assign', {
    agency: 'bureau',
    legalStaff: ['p1'],
    agents: [{ name: '孙样例', kind: 'lawyer' }],
  });
  return walker;
}
export function submitted(more: JsonObject = {}): Walker {
  const walker = assigned(more);
  walker.take('2024-10-08', 'submitDefence', defence('2024-10-08'));
  return walker;
}
export function heard(): Walker {
  const walker = submitted();
  walker.take('2024-10-09', 'noticeHearing', { on: '2024-10-22', place: '第三审判庭' });
  walker.take('2024-10-10', 'planAppearance', byHead);
  walker.take('2024-10-22', 'recordHearing', appeared);
  return walker;
}
