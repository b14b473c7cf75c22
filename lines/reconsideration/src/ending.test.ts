import type { JsonObject } from '@fadu/kernel';
import { type Actor, documentsOf, flagWords, mergeDocument, participantOrgs } from '@fadu/procedure';
import type { Walker } from '@fadu/procedure/testing';
import { describe, expect, it } from 'vitest';
import { reconsideration } from './index.js';
import { decisionCodes, groundsUnder, type OutcomeCode, outcomes } from './outcomes.js';
import { accepted, drafted, draftOf, heard, replied, served } from './walks.fixture.js';

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
    Object.keys(groundsUnder(code, 'fy2023'))
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
    walker.take('2024-08-06', 'serveOpinion', {
      opinionReceivedOn: '2024-08-06',
      serving: 'direct',
      servingProof: ['slip'],
    });
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
    // The suit was opened with the names of the applicants and the number of the act; of the day of hearing it knows nothing.
    const act = { ...(walker.matter!.data.act as JsonObject), docNumber: '白林罚〔2024〕9号' };
    walker.take('2024-12-11', 'correct', { values: { act }, reason: '文号登记有误' });
    expect(walker.matter!.flags).toContain('linked:litigation');
    expect(flagWords(reconsideration, 'linked:litigation')).toContain('已转给“应诉案件”的内容与本案不同');
  });
});

const responder: Actor = {
  kind: 'official',
  person: 'p9',
  name: '吴样例',
  posts: [{ post: 'responder', org: 'bureau' }],
};

describe('service of the decision', () => {
  const idOf = ({ events }: Walker, template: string) =>
    events.flatMap(({ documents }) => documents).find((one) => one.template === template)!.id!;
  const byMail = { recipient: 'applicants.0', method: 'electronic', proof: ['receipt'] };

  it('from its card carries way, proof and the consent signed for an earlier paper', () => {
    const walker = drafted();
    const notice = { ...byMail, document: idOf(walker, 'acceptanceNotice'), servedOn: '2024-03-08' };
    walker.take('2024-03-11', 'serveDocument', { ...notice, consent: ['consent'] });
    walker.take('2024-04-15', 'decide');
    const decision = { ...byMail, document: idOf(walker, 'decision'), servedOn: '2024-04-16' };
    walker.take('2024-04-17', 'serveDocument', decision);
    expect(walker.matter).toMatchObject({
      state: 'served',
      data: { serving: 'electronic', servingConsent: ['consent'], servingProof: ['receipt'] },
      clocks: { sue: { startedOn: '2024-04-16' } },
    });
  });

  it('of the copy is asked how it was received and with what proof; the reply runs from receipt', () => {
    const walker = accepted();
    walker.take('2024-03-08', 'sendCopy', { copySentOn: '2024-03-08' });
    expect(walker.matter).toMatchObject({ state: 'sending', clocks: { 'send-copy': { outcome: 'met' } } });
    expect(walker.matter!.clocks.reply).toBeUndefined();
    const codes = (input: object) =>
      walker
        .decline('2024-03-11', 'receiveCopy', { copyReceivedOn: '2024-03-11', ...input })
        .refusals.map(({ code }) => code);
    expect(codes({ serving: 'direct' })).toEqual(['service.proof_missing']);
    // The article of the way chosen, not of all ways.
    const unproven = walker.decline('2024-03-11', 'receiveCopy', { copyReceivedOn: '2024-03-11', serving: 'post' });
    expect(unproven.refusals[0]!.basis.map(({ article }) => article)).toEqual([91]);
    expect(codes({ serving: 'electronic', servingProof: ['receipt'] })).toEqual(['service.consent_missing']);
    const early = { copyReceivedOn: '2024-03-12', serving: 'post', servingProof: ['receipt'] };
    expect(walker.decline('2024-03-11', 'receiveCopy', early).faults.map(({ field }) => field)).toEqual([
      'copyReceivedOn',
    ]);
    walker.take('2024-03-12', 'receiveCopy', early);
    expect(walker.matter).toMatchObject({ state: 'copySent', clocks: { reply: { legalDue: '2024-03-26' } } });
  });

  it('of the copy on the platform is signed by the respondent itself, from that day the reply runs', () => {
    const walker = accepted();
    walker.take('2024-03-08', 'sendCopy', { copySentOn: '2024-03-08' });
    walker.take('2024-03-11', 'signCopy', {}, { actor: responder });
    expect(walker.matter).toMatchObject({
      state: 'copySent',
      data: { copyReceivedOn: '2024-03-11', serving: 'electronic' },
      clocks: { reply: { startedOn: '2024-03-11', legalDue: '2024-03-25' } },
    });
    expect(walker.events.at(-1)!.actor).toMatchObject({ post: 'responder', org: 'bureau' });
  });

  it('and of the copy is complete only when every joint respondent on the case has it (第十九条第二款)', () => {
    const coRespondents = [{ name: '白城市示例局', organ: 'second' }, { name: '不在平台上的示例局' }];
    const walker = accepted({ apply: { coRespondents } });
    walker.take('2024-03-08', 'sendCopy', { copySentOn: '2024-03-08' });
    const document = idOf(walker, 'replyNotice');
    const slip = { document, method: 'direct', servedOn: '2024-03-11', proof: ['slip'] };
    const stateOf = () =>
      documentsOf(reconsideration, walker.events, walker.matter!.data).find((one) => one.id === document)!.state;
    // One alone cannot sign for all.
    expect(walker.decline('2024-03-11', 'signCopy').refusals[0]!.code).toBe('engine.not_applicable');
    walker.take('2024-03-18', 'serveDocument', { ...slip, recipient: 'respondent' });
    walker.take('2024-03-18', 'serveDocument', { ...slip, recipient: 'coRespondents.0', servedOn: '2024-03-14' });
    expect([stateOf(), walker.matter!.state, walker.matter!.clocks.reply]).toEqual(['issued', 'sending', undefined]);
    walker.take('2024-03-18', 'serveDocument', { ...slip, recipient: 'coRespondents.1', servedOn: '2024-03-12' });
    expect(stateOf()).toBe('served');
    // The last of them has it on 2024-03-14: ten working days later is 2024-03-28.
    expect(walker.matter).toMatchObject({
      state: 'copySent',
      data: { copyReceivedOn: '2024-03-14', serving: 'direct', servingProof: ['slip'] },
      clocks: { reply: { startedOn: '2024-03-14', legalDue: '2024-03-28' } },
    });
    expect(participantOrgs(walker.matter!.data, 'coRespondents.organ')).toEqual(['second']);
  });
});
