import type { JsonObject } from '@fadu/kernel';
import { type Actor, checkDefinition, mergeDocument } from '@fadu/procedure';
import { type Walker, walk } from '@fadu/procedure/testing';
import { describe, expect, it } from 'vitest';
import { reconsideration } from './index.js';
import {
  acceptance,
  accepted,
  application,
  copySent,
  draftOf,
  heard,
  inOrder,
  received,
  replied,
  reply,
  sendCopy,
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
    walker.take('2024-05-08', 'serveCorrection', {
      correctionReceivedOn: '2024-05-08',
      serving: 'direct',
      servingProof: ['slip'],
    });
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
    walker.take('2024-03-06', 'serveCorrection', {
      correctionReceivedOn: '2024-03-06',
      serving: 'direct',
      servingProof: ['slip'],
    });
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
    walker.take('2024-03-08', 'serveRuling', { servedOn: '2024-03-08', serving: 'direct', servingProof: ['slip'] });
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
  it('leaves to officials what officials judge: a citizen neither is asked nor may send it', () => {
    const party: { actor: Actor } = { actor: { kind: 'party' } };
    const sent = walk(reconsideration).decline('2024-03-04', 'apply', application({}, { mandatoryFirst: true }), party);
    expect(sent.faults).toMatchObject([{ field: 'act.mandatoryFirst' }]);
    const walker = walk(reconsideration);
    walker.take('2024-03-04', 'apply', application(), party);
    expect(walker.matter!.data.mandatoryFirst).toBe(false);
    const act = { ...(walker.matter!.data.act as JsonObject), mandatoryFirst: true, enterpriseRelated: true };
    walker.take('2024-03-05', 'classifyAct', { act });
    expect(walker.matter!.data).toMatchObject({ mandatoryFirst: true, act: { enterpriseRelated: true } });
  });

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
    const walker = accepted({
      received: '2024-05-06',
      accepted: '2024-05-08',
      act: { knewOn: '2024-04-01', servedOn: '2024-04-01' },
    });
    sendCopy(walker, '2024-05-10', '2024-05-13');
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
