import type { JsonObject } from '@fadu/kernel';
import { type Actor, checkDefinition, mergeDocument } from '@fadu/procedure';
import { type Walker, walk } from '@fadu/procedure/testing';
import { describe, expect, it } from 'vitest';
import { reconsideration } from './index.js';
import { decisionCodes, type OutcomeCode, outcomes } from './outcomes.js';
import {
  acceptance,
  accepted,
  application,
  copySent,
  drafted,
  draftOf,
  heard,
  inOrder,
  received,
  replied,
  reply,
  served,
} from './walks.fixture.js';

const clock: { actor: Actor } = { actor: { kind: 'clock' } };
const party = (matter?: string): { actor: Actor } => ({ actor: { kind: 'party', ...(matter && { matter }) } });
const templates = (decision: { events: readonly { documents: readonly { template: string }[] }[] }) =>
  decision.events.flatMap((event) => event.documents.map((one) => one.template));

/** The text of a paper of the line as it stands now. */
function printed(walker: Walker, template: string): string {
  const { data, clocks, number } = walker.matter!;
  const words = { organ: '白城市人民政府', number: number ?? '', today: '2024年4月15日' };
  const merge = { line: reconsideration, data, clocks, nameOf: () => '白城市市场监督管理局', words };
  return JSON.stringify(mergeDocument(reconsideration.documents[template]!, merge));
}

it('is a sound definition', () => expect(checkDefinition(reconsideration)).toEqual([]));

describe('the application', () => {
  it('comes online from the citizen and is numbered when accepted', () => {
    const walker = walk(reconsideration);
    const applied = walker.take('2024-03-04', 'apply', application(), party());
    expect(walker.matter).toMatchObject({
      state: 'received',
      number: null,
      data: { channel: 'online', receivedOn: '2024-03-04', mandatoryFirst: false },
      clocks: { review: { legalDue: '2024-03-11' }, 'correction-notice': { legalDue: '2024-03-11' } },
    });
    expect(templates(applied)).toEqual(['application', 'receipt']);
    expect(printed(walker, 'application')).toContain('没有收到陈述申辩告知');
    walker.take('2024-03-06', 'accept', acceptance());
    expect(walker.matter).toMatchObject({
      state: 'accepted',
      number: expect.stringMatching(/^白政复〔2024〕\d+号$/),
      assignees: { handler: ['p1', 'p2'] },
      data: { acceptedOn: '2024-03-06', acceptanceMode: 'decided' },
      clocks: { decide: { legalDue: '2024-05-06' }, 'send-copy': { legalDue: '2024-03-15' } },
    });
  });

  it('is in time by the postmark', () => {
    const walker = walk(reconsideration);
    walker.take('2024-04-15', 'register', {
      channel: 'post',
      receivedOn: '2024-04-15',
      postmarkOn: '2024-04-07',
      ...application(),
    });
    walker.take('2024-04-16', 'accept', acceptance());
    expect(walker.matter!.state).toBe('accepted');
  });

  it('runs a year where rights were not told, sixty days from being told', () => {
    const late = (act: JsonObject) =>
      walk(reconsideration).take('2024-09-02', 'register', {
        channel: 'counter',
        receivedOn: '2024-09-02',
        ...application({}, { toldRights: false, ...act }),
      });
    expect(() => late({})).not.toThrow();
    expect(() => late({ toldOn: '2024-08-01' })).not.toThrow();
    expect(() => late({ toldOn: '2024-05-01' })).toThrow(/too_late[\s\S]*2024-07-01/);
  });

  it('is recorded when spoken, with a record to sign', () => {
    const walker = walk(reconsideration);
    const taken = walker.take('2024-03-04', 'registerOral', { receivedOn: '2024-03-04', ...application() });
    expect(templates(taken)).toEqual(['oralRecord', 'receipt']);
    expect(walker.matter!.data.channel).toBe('oral');
  });

  it('goes through the agency that fined on the spot, and on within five working days', () => {
    const walker = walk(reconsideration);
    walker.take('2024-02-08', 'registerAtAgency', {
      agencyReceivedOn: '2024-02-08',
      ...application({}, { onTheSpot: true }),
    });
    expect(walker.matter).toMatchObject({
      state: 'atAgency',
      data: { mandatoryFirst: true },
      clocks: { 'agency-forward': { legalDue: '2024-02-21' } },
    });
    walker.take('2024-02-20', 'agencyForward', { receivedOn: '2024-02-20' });
    expect(walker.matter).toMatchObject({ state: 'received', clocks: { 'agency-forward': { outcome: 'met' } } });
  });

  it('lapses into acceptance when five working days pass in silence', () => {
    const walker = received({ received: '2024-02-07' });
    walker.take('2024-02-21', 'deemedAccept', {}, clock);
    expect(walker.matter).toMatchObject({
      state: 'accepted',
      data: { acceptedOn: '2024-02-20', acceptanceMode: 'deemed', procedure: 'ordinary' },
      clocks: { decide: { nominalDue: '2024-04-20', legalDue: '2024-04-22' } },
    });
    walker.take('2024-02-22', 'chooseProcedure', {
      procedure: 'simplified',
      simplifiedGround: 'agreed',
      handlers: ['p1', 'p2'],
    });
    expect(walker.matter!.clocks.decide).toMatchObject({ legalDue: '2024-03-21' });
  });

  it('is corrected once, and five new days run from the correction; the first receipt stays', () => {
    const walker = received({ received: '2024-04-03' });
    const asked = walker.take('2024-04-08', 'askCorrection', { issuedOn: '2024-04-08', items: '身份证明' });
    expect(templates(asked)).toEqual(['correctionNotice']);
    walker.take('2024-05-08', 'serveCorrection', { correctionReceivedOn: '2024-05-08' });
    expect(walker.matter!.clocks.correction).toMatchObject({ legalDue: '2024-05-21' });
    walker.take('2024-05-21', 'correctByParty', { correctionText: '补交身份证明' }, party('m1'));
    expect(walker.matter).toMatchObject({
      state: 'received',
      data: { receivedOn: '2024-04-03', correctedOn: '2024-05-21' },
      clocks: { correction: { outcome: 'met' }, review: { legalDue: '2024-05-28', outcome: null } },
    });
    // Sixty days from 2024-02-05 ended on 2024-04-07; the application came in time and stays so.
    walker.take('2024-05-24', 'accept', acceptance());
    expect(walker.matter!.state).toBe('accepted');
  });

  it('is given more time to correct, and is abandoned when that passes', () => {
    const walker = received();
    walker.take('2024-03-05', 'askCorrection', { issuedOn: '2024-03-05', items: '身份证明' });
    walker.take('2024-03-06', 'serveCorrection', { correctionReceivedOn: '2024-03-06' });
    walker.take('2024-03-18', 'extendCorrection', { extendBy: 5, extensionReason: '证明在外地办理' });
    expect(walker.matter!.clocks.correction).toMatchObject({ legalDue: '2024-03-27', extension: 5 });
    walker.take('2024-03-28', 'abandon');
    expect(walker.matter).toMatchObject({ state: 'abandoned', closedOn: '2024-03-28' });
  });

  it('is refused with the approval of the head, served, and sued over; a superior may order it accepted', () => {
    const walker = received();
    const ground = { examination: { ...inOrder, subject: 'civil' }, refusalReason: '民事纠纷的调解。' };
    const refused = walker.take('2024-03-06', 'refuse', ground);
    expect(templates(refused)).toEqual(['refusalDecision']);
    walker.take('2024-03-08', 'serveRuling', { servedOn: '2024-03-08', serving: 'direct' });
    expect(walker.matter!.clocks.sue).toMatchObject({ legalDue: '2024-03-25' });
    walker.take('2024-03-20', 'orderedByAbove', {
      orderOrgan: '吉林省人民政府',
      orderText: '责令受理。',
      procedure: 'ordinary',
      handlers: ['p1', 'p2'],
    });
    expect(walker.matter).toMatchObject({
      state: 'accepted',
      closedOn: null,
      clocks: { decide: { legalDue: '2024-05-20' }, sue: { outcome: 'void' } },
    });
  });

  it('lets another person apply against the same act, but asks a reason of the same one', () => {
    const before = { id: 'x', line: 'reconsideration', number: '白政复〔2024〕9号', state: 'terminated' };
    const other = { ...before, data: { applicants: [{ name: '孙样例' }] } };
    received().take('2024-03-06', 'accept', acceptance(), { related: { sameAct: [other] } });
    const same = { ...before, data: { applicants: [{ name: '赵样例' }] } };
    const walker = received();
    const declined = walker.decline('2024-03-06', 'accept', acceptance(), { related: { sameAct: [same] } });
    expect(declined.needsReason).toMatchObject([{ code: 'reconsideration.already_applied' }]);
  });
});

describe('the trial', () => {
  it('converts from simplified to ordinary: sixty days from the original acceptance', () => {
    const walker = accepted({ accept: { procedure: 'simplified', simplifiedGround: 'agreed' } });
    expect(walker.matter!.clocks).toMatchObject({
      decide: { legalDue: '2024-04-07' },
      'send-copy': { legalDue: '2024-03-11' },
    });
    walker.take('2024-03-07', 'convert', { conversionReason: '事实争议较大' });
    expect(walker.matter).toMatchObject({
      data: { procedure: 'ordinary' },
      clocks: { decide: { legalDue: '2024-05-06' }, 'send-copy': { legalDue: '2024-03-15' } },
    });
    expect(walker.decline('2024-03-07', 'convert', { conversionReason: '再转' }).refusals).toMatchObject([
      { code: 'engine.not_applicable' },
    ]);
  });

  it('presumes no evidence when the respondent is silent, and takes a late answer for what it is', () => {
    const walker = copySent();
    expect(walker.matter!.clocks.reply).toMatchObject({ legalDue: '2024-03-25' });
    const noted = walker.take('2024-03-26', 'noteNoReply', {}, clock);
    expect(templates(noted)).toEqual(['noReplyRecord']);
    expect(walker.matter).toMatchObject({
      state: 'noReply',
      data: { noReply: true },
      clocks: { reply: { outcome: 'late' } },
    });
    const late = { ...reply, repliedOn: '2024-03-28' };
    expect(walker.decline('2024-03-28', 'recordLateReply', late).needsReason).toHaveLength(1);
    walker.take('2024-03-28', 'recordLateReply', late, { reasons: { 'reconsideration.reply_late': '道路中断' } });
    expect(walker.matter).toMatchObject({ state: 'noReply', data: { noReply: true } });
    walker.take('2024-03-29', 'hearOpinions', { party: '赵样例', how: 'phone', on: '2024-03-29', record: '坚持。' });
    walker.take('2024-04-10', 'draft', draftOf('UPHOLD', 'inOrder', { thirdPartyEvidence: true }));
  });

  it('stops every clock of the trial while suspended, and adds the days when it goes on', () => {
    const walker = copySent({
      received: '2024-05-06',
      accepted: '2024-05-08',
      act: { knewOn: '2024-04-01', servedOn: '2024-04-01' },
    });
    walker.take('2024-06-03', 'suspend', { suspendedOn: '2024-06-03', suspensionGround: 'otherCase' });
    expect(walker.matter!.clocks['suspension-max']).toBeUndefined();
    walker.take('2024-07-15', 'resume', { resumedOn: '2024-07-15' });
    expect(walker.matter).toMatchObject({
      state: 'copySent',
      clocks: { decide: { nominalDue: '2024-08-18', legalDue: '2024-08-19' } },
    });
  });

  it('ends when the applicant has died and sixty days pass', () => {
    const walker = heard({ accept: {} });
    walker.take('2024-03-25', 'suspend', { suspendedOn: '2024-03-25', suspensionGround: 'death' });
    expect(walker.matter!.clocks['suspension-max']).toMatchObject({ legalDue: '2024-05-24' });
    const end = { terminationGround: 'sixtyDays', terminationReason: '近亲属没有表示参加。' };
    walker.decline('2024-05-24', 'terminate', end);
    const ended = walker.take('2024-05-25', 'terminate', end);
    expect(templates(ended)).toEqual(['terminationDecision']);
    expect(walker.matter).toMatchObject({ state: 'terminated', data: { outcome: 'TERMINATE_OTHER' } });
  });

  it('is extended once before the limit, from the nominal end', () => {
    const walker = heard();
    const extension = { extendBy: 30, extensionReason: '情况复杂', extensionNotifiedOn: '2024-05-06' };
    walker.take('2024-05-06', 'extend', extension);
    // Sixty days end on Sunday 2024-05-05, moved to 05-06; thirty more are added to 05-05.
    expect(walker.matter!.clocks.decide).toMatchObject({ nominalDue: '2024-06-04', legalDue: '2024-06-04' });
  });

  it('leaves out the days of an appraisal', () => {
    const walker = heard();
    walker.take('2024-04-15', 'excludeTime', { ground: 'appraisal', from: '2024-04-01', to: '2024-04-11' });
    expect(walker.matter!.clocks.decide).toMatchObject({ nominalDue: '2024-05-15' });
    walker.take('2024-04-22', 'excludeTime', { ground: 'inspection', from: '2024-04-10', to: '2024-04-12' });
    expect(walker.matter!.clocks.decide).toMatchObject({ nominalDue: '2024-05-16' });
    expect(walker.matter!.data.excludedTimes).toHaveLength(2);
  });

  it('holds a hearing on five clear working days of notice', () => {
    const walker = replied({ accept: { major: true } });
    const set = walker.take('2024-03-19', 'setHearing', {
      hearingOn: '2024-03-27',
      hearingPlace: '第一听证室',
      hearingItems: '告知程序是否合法',
      hearingNoticeOn: '2024-03-19',
      hearingHost: ['p1'],
      hearingMembers: ['p2', 'p3'],
      hearingClerk: ['p4'],
    });
    expect(templates(set)).toEqual(['hearingNotice']);
    // The notice has been served: no limit is left that could be overrun while all wait for the day.
    expect(walker.matter!.clocks['hearing-notice']).toBeUndefined();
    walker.take('2024-03-27', 'holdHearing', {
      on: '2024-03-27',
      respondentHead: false,
      reason: '参加防汛会议',
      substitute: '李样例',
      record: '双方陈述。',
      public: true,
    });
    expect(walker.matter).toMatchObject({ state: 'heard', data: { hearings: [{ respondentHead: false }] } });
    walker.take('2024-03-28', 'hearOpinions', { party: '赵样例', how: 'face', on: '2024-03-28', record: '坚持。' });
    walker.take('2024-04-08', 'draft', draftOf('REVOKE', 'procedure'));
    expect(printed(walker, 'decision')).toContain('本机关依法举行了听证');
  });

  it('asks the committee where the province judges its own act', () => {
    const walker = heard({ apply: { respondentKind: 'province' } });
    walker.decline('2024-04-08', 'draft', draftOf('UPHOLD', 'inOrder'));
    walker.take('2024-04-08', 'consultCommittee', {
      on: '2024-04-08',
      members: '王样例、李样例、孙样例',
      opinion: '程序合法。',
      adopted: true,
    });
    walker.take('2024-04-09', 'draft', draftOf('UPHOLD', 'inOrder'));
    expect(printed(walker, 'decision')).toContain('也可以向国务院申请裁决');
  });

  it('reviews a document itself: three days to ask, ten to answer, thirty to deal with it', () => {
    const walker = heard({ apply: { requests: ['revoke', 'norm'], normReviewed: '某办法第三条' } });
    walker.take('2024-08-05', 'startNormReview', {
      normDocument: '某办法第三条',
      normCompetent: true,
      normSuspendedOn: '2024-08-05',
    });
    expect(walker.matter).toMatchObject({ state: 'suspended', data: { suspensionGround: 'norm' } });
    expect(
      Object.fromEntries(Object.values(walker.matter!.clocks).map((one) => [one.code, one.legalDue])),
    ).toMatchObject({
      'norm-notify': '2024-08-08',
      'norm-handle': '2024-09-04',
    });
    expect(walker.matter!.clocks['norm-transfer']).toBeUndefined();
    walker.take('2024-08-08', 'notifyNormMaker', { normNoticeReceivedOn: '2024-08-08' });
    expect(walker.matter!.clocks['norm-reply']).toMatchObject({ legalDue: '2024-08-22' });
    walker.take('2024-08-20', 'recordNormReply', { normRepliedOn: '2024-08-20', normReply: '依据上位法第五条。' });
    walker.take('2024-09-02', 'concludeNorm', { normConclusion: 'conflict' });
    expect(walker.matter!.clocks).toMatchObject({
      'norm-reply': { outcome: 'met' },
      'norm-handle': { outcome: 'met' },
    });
    expect(printed(walker, 'normOpinion')).toContain('停止该条款的执行');
    walker.take('2024-09-03', 'resume', { resumedOn: '2024-09-03' });
    expect(walker.matter!.state).toBe('heard');
  });

  it('passes a document on to the organ that may review it: seven days, sixty days', () => {
    const walker = heard();
    walker.take('2024-04-01', 'askNormReview', { normAdded: '某办法第三条', normUnknown: true });
    walker.take('2024-08-05', 'startNormReview', {
      normDocument: '某办法第三条',
      normCompetent: false,
      normSuspendedOn: '2024-08-05',
    });
    expect(walker.matter!.clocks['norm-transfer']).toMatchObject({ legalDue: '2024-08-14' });
    expect(walker.matter!.clocks['norm-handle']).toBeUndefined();
    const sent = walker.take('2024-08-14', 'transferNorm', { normTransferReceivedOn: '2024-08-14' });
    expect(templates(sent)).toEqual(['normTransfer']);
    expect(walker.matter!.clocks['norm-return']).toMatchObject({ legalDue: '2024-10-14' });
    walker.take('2024-10-10', 'concludeNorm', { normConclusion: 'legal' });
    expect(walker.matter!.clocks['norm-return']).toMatchObject({ outcome: 'met' });
  });

  it('decides on the recusal of those who handle it', () => {
    const walker = heard();
    walker.take('2024-03-21', 'askRecusal', { recusalAsked: '承办人是执法人员的近亲属。' }, party('m1'));
    walker.take('2024-03-22', 'decideRecusal', {
      person: '钱样例',
      ground: 'nearRelative',
      raisedBy: '赵样例',
      raisedOn: '2024-03-21',
      decision: 'agreed',
      decidedOn: '2024-03-22',
    });
    walker.take('2024-03-22', 'reassign', { post: 'handler', persons: ['p1', 'p3'] });
    expect(walker.matter).toMatchObject({ assignees: { handler: ['p1', 'p3'] }, data: { recusals: [{}] } });
  });

  it('goes on with the heirs of an applicant who died, or against the right respondent', () => {
    const walker = heard();
    walker.take('2024-03-25', 'suspend', { suspendedOn: '2024-03-25', suspensionGround: 'death' });
    walker.take('2024-04-02', 'changeApplicant', {
      applicants: [{ kind: 'citizen', name: '赵示例', address: '白城市', phone: '13900000001' }],
      partyNote: '赵样例死亡，由其子赵示例参加。',
    });
    walker.take('2024-04-02', 'resume', { resumedOn: '2024-04-02' });
    walker.take('2024-04-03', 'changeRespondent', {
      respondent: 'other',
      respondentKind: 'department',
      coRespondents: [{ name: '白城市样例局' }],
      partyNote: '两机关共同作出。',
    });
    expect(walker.matter).toMatchObject({
      state: 'heard',
      data: { applicants: [{ name: '赵示例' }], respondent: 'other', coRespondents: [{ name: '白城市样例局' }] },
    });
  });

  it('keeps a record of the file shown, of third parties, of a stay and of a changed act', () => {
    const walker = heard();
    walker.take('2024-03-21', 'recordFileAccess', {
      who: '赵样例',
      on: '2024-03-21',
      pages: '答复书和证据1～3',
      refused: false,
    });
    const joined = walker.take('2024-03-22', 'addThirdParty', {
      thirdParties: [{ kind: 'citizen', name: '钱样例', address: '白城市', phone: '13900000000' }],
    });
    expect(templates(joined)).toEqual(['thirdPartyNotice']);
    expect(templates(walker.take('2024-03-23', 'stayExecution', { stay: 'asked' }))).toEqual(['stayNotice']);
    walker.take('2024-03-25', 'changeAct', { actChangedOn: '2024-03-25', actChange: '撤销原处罚决定' });
    walker.take('2024-04-10', 'draft', draftOf('CONFIRM_ILLEGAL', 'actChanged'));
    expect(printed(walker, 'decision')).toContain('第三人：钱样例');
  });
});

describe('the end', () => {
  it('is mediated: the letter takes effect when signed', () => {
    const walker = replied();
    walker.take('2024-03-20', 'recordMediation', { on: '2024-03-20', attendees: '双方', content: '初步协商' });
    const mediated = walker.take('2024-03-26', 'mediate', {
      mediation: { agreement: '减少罚款数额。', signedOn: '2024-03-25', actChanged: true },
    });
    expect(templates(mediated)).toEqual(['mediationLetter']);
    expect(walker.matter).toMatchObject({
      state: 'served',
      data: { outcome: 'MEDIATION', servedOn: '2024-03-25' },
      clocks: { decide: { outcome: 'met' } },
    });
  });

  it.each([
    ['settled', 'TERMINATE_SETTLED'],
    ['withdrawn', 'TERMINATE_WITHDRAWN'],
  ])('is withdrawn at the applicant’s asking (%s), marked where the act was changed before', (kind, outcome) => {
    const walker = replied();
    walker.take('2024-03-20', 'askWithdrawal', { withdrawalReason: '已协商解决' }, party('m1'));
    walker.take('2024-03-21', 'changeAct', { actChangedOn: '2024-03-21', actChange: '减少罚款' });
    walker.take('2024-03-22', 'permitWithdrawal', { settlement: { kind, voluntary: true, lawful: true } });
    expect(walker.matter).toMatchObject({ state: 'terminated', data: { outcome, changedBeforeEnd: true } });
  });

  it('is dismissed when a condition proves missing', () => {
    const walker = heard();
    const dismissed = walker.take('2024-04-01', 'dismiss', { dismissalReason: '与行政行为没有利害关系。' });
    expect(templates(dismissed)).toEqual(['dismissalDecision']);
    expect(walker.matter).toMatchObject({ state: 'dismissed', data: { outcome: 'DISMISS_APPLICATION' } });
  });

  const withRequests: Partial<Record<OutcomeCode, { requests?: string[]; kind?: string }>> = {
    CONFIRM_VOID: { requests: ['confirmVoid'] },
    DISMISS_REQUEST: { kind: 'benefit' },
  };
  const pairs = decisionCodes.flatMap((code) =>
    Object.keys((outcomes[code] as { grounds: object }).grounds)
      .filter((ground) => ground !== 'otherRequest')
      .map((ground) => [code, ground] as const),
  );
  it.each(pairs)('decides %s because %s', (code, ground) => {
    const { requests, kind } = withRequests[code] ?? {};
    const walker = drafted(draftOf(code, ground), {
      ...(requests && { apply: { requests } }),
      ...(kind && { act: { kind } }),
    });
    const decided = walker.take('2024-04-15', 'decide', { collective: true });
    expect(templates(decided)).toEqual(['decision']);
    expect(walker.matter).toMatchObject({
      state: 'decided',
      data: { outcome: code, correction: outcomes[code].correction, collective: true },
      clocks: { decide: { outcome: 'met' } },
    });
    expect(printed(walker, 'decision')).not.toMatch(/[{]\w+[}]/);
  });

  it('answers a claim for compensation in the same decision', () => {
    const walker = drafted(draftOf('REVOKE', 'facts', { compensationDecision: 'pay', restitution: ['property'] }), {
      apply: { requests: ['revoke', 'compensation'] },
    });
    expect(printed(walker, 'decision')).toContain('对赔偿请求：责令赔偿');
  });

  it('goes back to the handler with a reason', () => {
    const walker = drafted();
    walker.take('2024-04-12', 'returnDraft', { returnReason: '补充说明理由' });
    expect(walker.matter!.state).toBe('heard');
  });

  it('is served, published without personal data, copied to the superior, archived', () => {
    const walker = served();
    expect(walker.matter!.clocks).toMatchObject({ sue: { legalDue: '2024-05-06' } });
    expect(walker.matter!.clocks.redo).toBeUndefined();
    walker.take('2024-04-18', 'publish', { redacted: true });
    expect(templates(walker.take('2024-04-19', 'copyToSuperior', { copiedTo: 'superior' }))).toEqual(['copyLetter']);
    walker.take('2024-05-10', 'archive');
    expect(walker.matter).toMatchObject({ state: 'archived', clocks: { sue: { outcome: 'void' } } });
  });

  it('follows the performance: ordered, interviewed, circulated, transferred', () => {
    const walker = served(draftOf('REVOKE', 'facts', { redo: true }));
    expect(walker.matter!.clocks.redo).toMatchObject({ legalDue: '2024-06-17' });
    walker.take('2024-06-18', 'orderPerformance', { orderedBy: '2024-07-01' });
    walker.take('2024-07-02', 'interview', { interviewedOn: '2024-07-02' });
    walker.take('2024-07-03', 'circulate', { circulatedOn: '2024-07-03' });
    const moved = walker.take('2024-07-04', 'transferForDiscipline', { transferredTo: '白城市监察委员会' });
    expect(templates(moved)).toEqual(['transferLetter']);
    walker.take('2024-07-08', 'recordPerformance', { performedOn: '2024-07-08', performance: '已重新作出决定。' });
    expect(walker.matter).toMatchObject({ state: 'served', clocks: { redo: { outcome: 'late' } } });
  });

  it('records enforcement against the applicant', () => {
    const walker = served(draftOf('UPHOLD', 'inOrder'));
    walker.take('2024-08-01', 'recordEnforcement', { enforcedOn: '2024-08-01', enforcedBy: 'court' });
    expect(walker.matter!.data.enforcedBy).toBe('court');
  });

  it('asks for a report on an opinion letter within sixty days of its receipt', () => {
    const walker = served();
    expect(templates(walker.take('2024-08-05', 'issueOpinion', { opinionProblems: '告知不完整' }))).toEqual([
      'opinionLetter',
    ]);
    walker.take('2024-08-06', 'serveOpinion', { opinionReceivedOn: '2024-08-06' });
    expect(walker.matter!.clocks['opinion-report']).toMatchObject({ legalDue: '2024-10-08' });
    walker.take('2024-10-08', 'reportOpinion', { opinionReport: '已统一文书格式' });
    expect(walker.matter!.clocks['opinion-report']).toMatchObject({ outcome: 'met' });
    expect(
      templates(
        walker.take('2024-10-09', 'issueSuggestion', {
          suggestionTo: '白城市人民政府',
          suggestionText: '统一告知格式',
        }),
      ),
    ).toEqual(['suggestionLetter']);
  });
});

describe('the way to court', () => {
  const sued = (draft: JsonObject) => {
    const walker = served(draft);
    return walker.take('2024-05-06', 'recordSuit', { suedOn: '2024-05-06' }).events[0]!.messages[0]!;
  };
  it.each([
    ['UPHOLD', 'inOrder', 'upheld'],
    ['REVOKE', 'procedure', 'changed'],
    ['REVOKE_PART', 'facts', 'mixed'],
    ['CONFIRM_ILLEGAL', 'slightProcedure', 'illegalByProcedure'],
    ['CONFIRM_ILLEGAL', 'nothingToRevoke', 'changed'],
  ])('tells the response office what the court will take %s (%s) for: %s', (code, ground, reconsidered) => {
    expect(sued(draftOf(code, ground))).toMatchObject({
      kind: 'open',
      line: 'litigation',
      action: 'registerFromReconsideration',
      linkBack: 'litigation',
      input: {
        reconsidered,
        reconsideration: 'm1',
        reconsiderationServedOn: '2024-04-17',
        act: { docNumber: '白市监罚〔2024〕12号', mandatoryFirst: false },
      },
    });
  });

  it('opens when the limit ends in silence', () => {
    const walker = heard();
    expect(walker.matter!.clocks.decide).toMatchObject({ legalDue: '2024-05-06' });
    walker.take('2024-05-07', 'noteOverdue', {}, clock);
    expect(walker.matter).toMatchObject({
      state: 'heard',
      data: { decisionOverdueOn: '2024-05-06' },
      clocks: { decide: { outcome: null }, sue: { legalDue: '2024-05-21' } },
    });
    expect(walker.decline('2024-05-08', 'noteOverdue', {}, clock).refusals).toMatchObject([
      { code: 'engine.not_applicable' },
    ]);
    const [message] = walker.take('2024-05-10', 'recordSuitOverSilence', { suedOn: '2024-05-10' }).events[0]!.messages;
    expect(message).toMatchObject({ input: { reconsidered: 'silent' } });
    walker.take('2024-05-14', 'draft', draftOf('REVOKE', 'procedure'));
    walker.take('2024-05-15', 'decide');
    expect(walker.matter!.clocks.decide).toMatchObject({ outcome: 'late' });
  });

  it('hears back from the court case', () => {
    const walker = served();
    walker.take('2024-05-06', 'recordSuit', { suedOn: '2024-05-06' });
    const message: { actor: Actor } = { actor: { kind: 'message', from: 'suit-1' } };
    walker.take('2024-05-07', 'suedRecorded', { litigation: 'suit-1' }, message);
    walker.take('2024-12-10', 'suitOutcomeRecorded', { suitOutcome: '驳回诉讼请求。' }, message);
    expect(walker.matter!.data).toMatchObject({ litigation: 'suit-1', suitOutcome: '驳回诉讼请求。' });
  });
});
