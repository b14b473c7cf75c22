import type { JsonObject } from '@fadu/kernel';
import { type Walker, walk } from '@fadu/procedure/testing';
import { reconsideration } from './index.js';

/** An invented applicant and an invented penalty, for the tests of this line. */
export const citizen: JsonObject = {
  kind: 'citizen',
  name: '赵样例',
  address: '白城市洮北区示例路1号',
  phone: '13800000000',
};
const act: JsonObject = {
  kind: 'penalty',
  name: '行政处罚决定',
  docNumber: '白市监罚〔2024〕12号',
  madeOn: '2024-01-31',
  servedOn: '2024-02-05',
  knewOn: '2024-02-05',
  toldRights: true,
  amount: 5_000_000,
};

export const application = (more: JsonObject = {}, actMore: JsonObject = {}): JsonObject => ({
  applicants: [citizen],
  respondent: 'bureau',
  respondentKind: 'department',
  act: { ...act, ...actMore },
  requests: ['revoke'],
  facts: '没有收到陈述申辩告知。',
  ...more,
});

export const inOrder: JsonObject = {
  subject: 'reviewable',
  interest: true,
  concrete: true,
  competent: true,
  acts: 1,
};

export const acceptance = (more: JsonObject = {}): JsonObject => ({
  examination: inOrder,
  procedure: 'ordinary',
  handlers: ['p1', 'p2'],
  ...more,
});

/** A decision whose every form is in order. */
export const draftOf = (proposed: string, outcomeGround: string, more: JsonObject = {}): JsonObject => ({
  proposed,
  outcomeGround,
  factsFound: '没有告知陈述、申辩权。',
  reasons: '违反法定程序。',
  operative: '撤销被申请人作出的行政处罚决定。',
  ...more,
});

export const evidenceItem = (more: JsonObject = {}): JsonObject => ({
  name: '现场检查笔录',
  source: '执法人员制作',
  obtainedOn: '2024-01-10',
  pages: 3,
  proves: '违法事实',
  ...more,
});
export const reply: JsonObject = {
  replyText: '事实清楚，程序合法。',
  replyBasis: '《行政处罚法》',
  replyEvidence: [evidenceItem()],
};
const opinion = (on: string): JsonObject => ({ party: '赵样例', how: 'phone', on, record: '坚持复议请求。' });

interface Setting {
  readonly received?: string;
  readonly accepted?: string;
  readonly apply?: JsonObject;
  readonly act?: JsonObject;
  readonly accept?: JsonObject;
}

/** Received over the counter; by default on Monday 2024-03-04. */
export function received({ received: on = '2024-03-04', apply = {}, act: actMore = {} }: Setting = {}): Walker {
  const walker = walk(reconsideration);
  walker.take(on, 'register', { channel: 'counter', receivedOn: on, ...application(apply, actMore) });
  return walker;
}

/** Accepted two days later. */
export function accepted(setting: Setting = {}): Walker {
  const walker = received(setting);
  walker.take(setting.accepted ?? '2024-03-06', 'accept', acceptance(setting.accept));
  return walker;
}

/** The copy sent and received, by a slip that was signed. */
export function sendCopy(walker: Walker, sent: string, received: string = sent): void {
  walker.take(sent, 'sendCopy', { copySentOn: sent });
  walker.take(received, 'receiveCopy', { copyReceivedOn: received, serving: 'direct', servingProof: ['slip'] });
}

/** The copy sent on 2024-03-08, received on 2024-03-11. */
export function copySent(setting: Setting = {}): Walker {
  const walker = accepted(setting);
  sendCopy(walker, '2024-03-08', '2024-03-11');
  return walker;
}

export function replied(setting: Setting = {}): Walker {
  const walker = copySent(setting);
  walker.take('2024-03-18', 'reply', reply);
  return walker;
}

export function heard(setting: Setting = {}): Walker {
  const walker = replied(setting);
  walker.take('2024-03-20', 'hearOpinions', opinion('2024-03-20'));
  return walker;
}

export function drafted(draft: JsonObject = draftOf('REVOKE', 'procedure'), setting: Setting = {}): Walker {
  const walker = heard(setting);
  walker.take('2024-04-10', 'draft', draft);
  return walker;
}

export function served(draft?: JsonObject, setting: Setting = {}): Walker {
  const walker = drafted(draft, setting);
  walker.take('2024-04-15', 'decide');
  walker.take('2024-04-17', 'serve', { servedOn: '2024-04-17', serving: 'direct', servingProof: ['slip'] });
  return walker;
}
