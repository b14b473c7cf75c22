import { nationalCalendar } from '@fadu/calendar';
import type { JsonObject } from '@fadu/kernel';
import { plainDate } from '@fadu/kernel';
import type { Actor } from '@fadu/procedure';
import { codesOf, type Walker, walk } from '@fadu/procedure/testing';
import { describe, expect, it } from 'vitest';
import { actKinds } from './fields/index.js';
import { guide } from './guide.js';
import { reconsideration } from './index.js';
import { acceptance, application, citizen, draftOf, evidenceItem, inOrder, reply, sendCopy } from './walks.fixture.js';

const clock: { actor: Actor } = { actor: { kind: 'clock' } };
/** An act of early June and an application of the given day, around the change of 2026-07-01. */
const june: JsonObject = { madeOn: '2026-06-01', servedOn: '2026-06-03', knewOn: '2026-06-03' };
const before = '2026-06-29';
const since = '2026-07-01';

function receivedOn(day: string, apply: JsonObject = {}, act: JsonObject = june): Walker {
  const walker = walk(reconsideration);
  walker.take(day, 'register', { channel: 'counter', receivedOn: day, ...application(apply, act) });
  return walker;
}
const acceptOn = (walker: Walker, day: string, more: JsonObject = {}) =>
  codesOf(walker.decline(day, 'accept', acceptance(more)));

function heardOn(day: string, act: JsonObject = june): Walker {
  const walker = receivedOn(day, {}, act);
  walker.take(day, 'accept', acceptance());
  sendCopy(walker, day);
  walker.take(day, 'reply', { ...reply, replyEvidence: [evidenceItem()] });
  walker.take(day, 'hearOpinions', { party: '赵样例', how: 'phone', on: day, record: '坚持。' });
  return walker;
}

describe('received before 2024-01-01: the law of 2017', () => {
  const old: JsonObject = { madeOn: '2023-11-01', servedOn: '2023-11-03', knewOn: '2023-11-03' };

  it('is accepted on the day of receipt, decided or by silence', () => {
    const walker = receivedOn('2023-12-25', {}, old);
    expect(walker.matter!.ruleSet).toBe('fy2017');
    walker.take('2023-12-28', 'accept', acceptance());
    expect(walker.matter).toMatchObject({
      data: { acceptedOn: '2023-12-25' },
      clocks: { decide: { nominalDue: '2024-02-23' } },
    });
    const silent = receivedOn('2023-12-25', {}, old);
    silent.take('2024-01-03', 'deemedAccept', {}, clock);
    expect(silent.matter!.data.acceptedOn).toBe('2023-12-25');
    expect(receivedOn('2024-01-02', {}, old).matter!.ruleSet).toBe('fy2023');
  });

  it('does not count the time taken to complete the application', () => {
    const walker = receivedOn('2023-11-27', {}, old);
    walker.take('2023-11-28', 'askCorrection', { issuedOn: '2023-11-28', items: '身份证复印件。', newDefect: false });
    walker.take('2023-11-29', 'serveCorrection', {
      correctionReceivedOn: '2023-11-29',
      serving: 'direct',
      servingProof: ['slip'],
    });
    walker.take('2023-12-06', 'correctAtDesk', { correctedOn: '2023-12-06', correctionText: '已补交。' });
    walker.take('2023-12-08', 'accept', acceptance());
    expect(walker.matter).toMatchObject({
      data: { receivedOn: '2023-11-27', acceptedOn: '2023-12-06' },
      clocks: { decide: { nominalDue: '2024-02-04' } },
    });
  });

  it('gives the respondent ten calendar days, and knows no simplified procedure', () => {
    const walker = receivedOn('2023-12-25', {}, old);
    expect(acceptOn(walker, '2023-12-27', { procedure: 'simplified', simplifiedGround: 'agreed' })).toEqual([
      'reconsideration.simple_not_eligible',
    ]);
    walker.take('2023-12-27', 'accept', acceptance());
    sendCopy(walker, '2023-12-28');
    expect(walker.matter!.clocks.reply).toMatchObject({ legalDue: '2024-01-08' });
  });

  it('is extended by the head of the organ, later matters by the head of the institution', () => {
    const extension = { extendBy: 30, extensionReason: '情况复杂', extensionNotifiedOn: '2024-01-15' };
    const walker = receivedOn('2023-12-25', {}, old);
    walker.take('2023-12-27', 'accept', acceptance());
    expect(codesOf(walker.decline('2024-01-15', 'extend', extension))).toEqual(['engine.not_in_law']);
    const rcHead: Actor = {
      kind: 'official',
      person: 'p1',
      name: '周样例',
      posts: [
        { post: 'handler', org: 'gov' },
        { post: 'rcHead', org: 'gov' },
      ],
    };
    walker.take('2024-01-15', 'extendByOrganHead', extension, { actor: rcHead });
    expect(walker.matter!.pending?.action).toBe('extendByOrganHead');
    expect(codesOf(walker.decline('2024-01-16', 'approve', {}, { actor: rcHead }))).toEqual(['engine.not_yours']);
    walker.take('2024-01-16', 'approve');
    expect(walker.matter!.clocks.decide).toMatchObject({ extension: 30, nominalDue: '2024-03-24' });
  });
});

describe('the border of 2026-07-01', () => {
  it('flags a matter received before for a person, from its first step after', () => {
    const walker = receivedOn(before);
    expect(walker.matter).toMatchObject({ ruleSet: 'fy2023', flags: [] });
    walker.take(since, 'accept', acceptance());
    expect(walker.matter!.flags).toEqual(['rule-set:fy2023/ft2026']);
    expect(receivedOn(since).matter).toMatchObject({ ruleSet: 'ft2026', flags: [] });
  });

  it('flags a matter of the law of 2017 that is still open in 2024', () => {
    const walker = receivedOn('2023-12-29', {}, { madeOn: '2023-11-01', servedOn: '2023-11-03', knewOn: '2023-11-03' });
    expect(walker.matter!.flags).toEqual([]);
    walker.take('2024-01-03', 'accept', acceptance());
    expect(walker.matter).toMatchObject({ ruleSet: 'fy2017', flags: ['rule-set:fy2017/fy2023'] });
  });

  it('representatives: more than five name one; more than ten name two, on a signed paper', () => {
    const applicants = (n: number): JsonObject => ({ applicants: Array.from({ length: n }, () => citizen) });
    const code = ['reconsideration.representatives'];
    expect(acceptOn(receivedOn(before, applicants(6)), before)).toEqual(code);
    receivedOn(since, applicants(10)).take(since, 'accept', acceptance());
    expect(acceptOn(receivedOn(since, applicants(11)), since)).toEqual(code);
    const named = { ...applicants(11), representatives: [{ name: '赵样例' }, { name: '钱样例' }] };
    expect(acceptOn(receivedOn(since, named), since)).toEqual(code);
    receivedOn(since, { ...named, representativesPaper: ['file'] }).take(since, 'accept', acceptance());
  });

  it('agents of the respondent: a lawyer alone is refused', () => {
    const lawyer = { ...reply, respondentAgents: [{ name: '孙样例', kind: 'lawyer' }] };
    const sent = (day: string) => {
      const walker = receivedOn(day);
      walker.take(day, 'accept', acceptance());
      sendCopy(walker, day);
      return walker;
    };
    sent(before).take(before, 'reply', lawyer);
    expect(codesOf(sent(since).decline(since, 'reply', lawyer))).toEqual(['reconsideration.lawyer_only']);
    const both = [...lawyer.respondentAgents, { name: '李样例', kind: 'staff' }];
    sent(since).take(since, 'reply', { ...lawyer, respondentAgents: both });
    const three = ['李样例', '周样例', '吴样例'].map((name) => ({ name, kind: 'staff' }));
    sent(since).decline(since, 'reply', { ...lawyer, respondentAgents: three });
  });

  it.each<[string, JsonObject]>([
    ['the day of the act when handed over on the spot', { service: 'onTheSpot', madeOn: '2026-05-01' }],
    ['the slip', { service: 'slip', servedOn: '2026-05-01' }],
    ['arrival in the system named for it', { service: 'electronic', servedOn: '2026-05-01' }],
    ['the end of the public notice', { service: 'notice', servedOn: '2026-05-01' }],
    [
      'the later notice of the right',
      { service: 'toldLater', toldRights: false, toldOn: '2026-05-01', knewOn: '2026-04-25' },
    ],
  ])('start of the sixty days: %s', (_, act) => {
    // Sixty days from 2026-05-01 end on 2026-06-30; known only on 2026-06-20, the applicant would be in time.
    const known = { madeOn: '2026-04-20', knewOn: '2026-06-20', ...act };
    const input = { channel: 'counter', receivedOn: since, ...application({}, { servedOn: null, ...known }) };
    expect(codesOf(walk(reconsideration).decline(since, 'register', input))).toContain('reconsideration.too_late');
    walk(reconsideration).take('2026-06-30', 'register', { ...input, receivedOn: '2026-06-30' });
  });

  it('inaction: by the end of the legal period, by sixty days of silence, or at once', () => {
    const on = '2026-08-03';
    const silent = (act: JsonObject) =>
      acceptanceOf(receivedOn(on, {}, { kind: 'inaction', inaction: 'silence', knewOn: null, ...act }), on);
    expect(silent({ requestedOn: '2026-07-01' })).toEqual(['reconsideration.too_early']);
    expect(silent({ requestedOn: '2026-07-01', dutyDueOn: '2026-07-20' })).toEqual([]);
    expect(silent({ requestedOn: '2026-07-01', urgent: true })).toEqual([]);
    expect(silent({ requestedOn: '2026-07-01', inaction: 'refused' })).toEqual([]);
    expect(silent({ requestedOn: '2026-06-01' })).toEqual([]);
  });

  it('mandatory first: only silence, only what is withheld', () => {
    const first = (day: string, act: JsonObject) => {
      const waited = { knewOn: null, requestedOn: '2026-04-01', ...act };
      return receivedOn(day, {}, { ...june, ...waited }).matter!.data.mandatoryFirst;
    };
    const refused = { kind: 'inaction', inaction: 'refused' };
    expect([first(before, refused), first(since, refused)]).toEqual([true, false]);
    expect(first(since, { kind: 'inaction', inaction: 'silence' })).toBe(true);
    const answered = { kind: 'disclosure', disclosure: 'otherAnswer' };
    expect([first(before, answered), first(since, answered)]).toEqual([true, false]);
    expect(first(since, { kind: 'disclosure', disclosure: 'harm' })).toBe(true);
  });

  it('mandatory first and not told: the days in court are left out', () => {
    const act = { ...june, onTheSpot: true, toldRights: false, toldOn: '2026-06-05', madeOn: '2026-05-01' };
    const suitBefore = { filedOn: '2026-06-08', rulingServedOn: '2026-08-07' };
    const at = (apply: JsonObject) => ({
      channel: 'counter',
      receivedOn: '2026-09-30',
      ...application(apply, act),
    });
    expect(codesOf(walk(reconsideration).decline('2026-09-30', 'register', at({})))).toContain(
      'reconsideration.too_late',
    );
    // Sixty days from 2026-06-05 end on 2026-08-04; sixty excluded days lead to 2026-10-03, in the holidays, so 2026-10-08.
    walk(reconsideration).take('2026-09-30', 'register', at({ suitBefore }));
  });

  it('online is equal: the day of arrival is the day of receipt', () => {
    const walker = walk(reconsideration);
    const actor: { actor: Actor } = { actor: { kind: 'party' } };
    walker.take(since, 'apply', application({}, june), actor);
    expect(walker.matter!.data).toMatchObject({ channel: 'online', receivedOn: since });
    const fax = (day: string) => ({ channel: 'fax', receivedOn: day, ...application({}, june) });
    walk(reconsideration).take(before, 'register', fax(before));
    expect(codesOf(walk(reconsideration).decline(since, 'register', fax(since)))).toEqual(['reconsideration.channel']);
  });

  it('interest: the regulation names neighbour, competitor, changed act, complainant', () => {
    const walker = receivedOn(since);
    walker.take(since, 'accept', acceptance({ examination: { ...inOrder, interestKind: 'competitor' } }));
    expect(walker.matter!.data.examination).toMatchObject({ interestKind: 'competitor' });
  });

  it.each(['criminal', 'guidance', 'preparation', 'supervision', 'petition'])(
    'not accepted: %s by rule, before only with reasons',
    (subject) => {
      const examination = { ...inOrder, subject };
      const asked = receivedOn(before).decline(before, 'accept', acceptance({ examination }));
      expect([asked.refusals, asked.needsReason]).toMatchObject([[], [{ code: 'reconsideration.not_reviewable' }]]);
      const refused = receivedOn(since).decline(since, 'accept', acceptance({ examination }));
      expect(refused.refusals).toMatchObject([{ code: 'reconsideration.not_reviewable' }]);
      expect(refused.refusals[0]!.message).toContain('第三十六条');
    },
  );

  it('dismissed as plainly baseless only by the regulation; repeat filing recorded, no new case', () => {
    const dismissal = { dismissalGround: 'baseless', dismissalReason: '经释明仍坚持。' };
    heardOn(before).decline(before, 'dismiss', dismissal);
    heardOn(since).take(since, 'dismiss', dismissal);
    const repeat = { repeatNote: '2026年6月已书面告知不再处理。' };
    receivedOn(before).decline(before, 'recordRepeat', repeat);
    const walker = receivedOn(since);
    walker.take(since, 'recordRepeat', repeat);
    expect(walker.matter).toMatchObject({ state: 'repeated', number: null, closedOn: since });
  });

  it('the penalising agency corrects itself in five working days; the applicant may insist', () => {
    const atAgency = (day: string) => {
      const walker = walk(reconsideration);
      const act = { ...june, onTheSpot: true };
      walker.take(day, 'registerAtAgency', { agencyReceivedOn: day, ...application({}, act) });
      return walker;
    };
    const corrected = { agencyCorrectedOn: since, agencyCorrection: '撤销原处罚。' };
    expect(atAgency(before).matter!.clocks['agency-self-correct']).toBeUndefined();
    const walker = atAgency(since);
    expect(walker.matter!.clocks['agency-self-correct']).toMatchObject({ legalDue: '2026-07-08' });
    walker.take('2026-07-02', 'agencySelfCorrect', corrected);
    expect(walker.matter).toMatchObject({ state: 'closedByAgency', closedOn: since });
    walker.take('2026-09-01', 'insist', { insistReason: '没有退还罚款。' }, { actor: { kind: 'party', matter: 'm1' } });
    expect(walker.matter).toMatchObject({
      state: 'received',
      closedOn: null,
      clocks: { review: { legalDue: '2026-09-08' } },
    });
    // The days since the agency received the application do not count against the applicant.
    walker.take('2026-09-02', 'accept', acceptance());
  });

  it('handlers: one is enough in simplified procedure', () => {
    const one = { handlers: ['p1'], procedure: 'simplified', simplifiedGround: 'agreed' };
    expect(acceptOn(receivedOn(before), before, one)).toEqual(['reconsideration.handlers_lt_2']);
    receivedOn(since).take(since, 'accept', acceptance(one));
    expect(acceptOn(receivedOn(since), since, { handlers: ['p1'] })).toEqual(['reconsideration.handlers_lt_2']);
  });

  it('a case taken up: the file within five working days, the full limit anew', () => {
    const walker = heardOn(since);
    walker.take('2026-09-18', 'raise', { transferOrgan: '吉林省人民政府', raisedOn: '2026-09-18' });
    expect(walker.matter).toMatchObject({
      state: 'raising',
      clocks: { 'raise-transfer': { legalDue: '2026-09-24' }, decide: { outcome: 'void' } },
    });
    walker.take('2026-09-21', 'sendFile', { fileSentOn: '2026-09-21' });
    expect(walker.matter).toMatchObject({ state: 'raised', clocks: { 'raise-transfer': { outcome: 'met' } } });
    const above = walk(reconsideration);
    above.take('2026-09-22', 'registerRaised', {
      fileReceivedOn: '2026-09-22',
      receivedOn: since,
      channel: 'counter',
      ...application({}, june),
      procedure: 'ordinary',
      handlers: ['p1', 'p2'],
    });
    expect(above.matter).toMatchObject({
      state: 'accepted',
      data: { acceptedOn: '2026-09-22' },
      clocks: { decide: { legalDue: '2026-11-23' } },
    });
  });

  it('joining has a rule from 2026-07-01', () => {
    const joined = { joinedWith: 'other', joinGround: 'sameAct' };
    expect(codesOf(heardOn(before).decline(before, 'join', joined))).toEqual(['engine.not_in_law']);
    heardOn(since).take(since, 'join', joined);
  });

  it('excluded time: agreeing on the receiving organ no longer', () => {
    const agreed = (day: string) => ({ ground: 'organ', from: day, to: day });
    heardOn(before).take(before, 'excludeTime', agreed(before));
    expect(codesOf(heardOn(since).decline(since, 'excludeTime', agreed(since)))).toEqual([
      'reconsideration.excluded_time',
    ]);
    heardOn(since).take(since, 'excludeTime', { ...agreed(since), ground: 'appraisal' });
  });

  it('evidence withheld in the procedure is left out', () => {
    const withheld = { name: '账册', ground: 'withheld', note: '行政程序中拒不提供' };
    heardOn(before).decline(before, 'excludeEvidence', withheld);
    const walker = heardOn(since);
    walker.take(since, 'excludeEvidence', withheld);
    expect(walker.matter!.data.excludedEvidence).toHaveLength(1);
  });

  it('attached review may be added until the decision', () => {
    const added = { normAdded: '某办法第三条', normUnknown: false };
    heardOn(before).decline(before, 'askNormReview', added);
    heardOn(before).take(before, 'askNormReview', { ...added, normUnknown: true });
    heardOn(since).take(since, 'askNormReview', added);
  });

  it('redo cites the new regulation, sixty days as before', () => {
    const { redo } = reconsideration.clocks;
    const editions = redo!.cases!.map((one) => one.basis.edition?.name);
    expect(editions).toEqual(['2026年']);
  });

  it('decision grounds: a request may be dismissed on further grounds', () => {
    const draft = draftOf('DISMISS_REQUEST', 'otherRequest');
    expect(codesOf(heardOn(before).decline(before, 'draft', draft))).toEqual(['reconsideration.dismiss_request']);
    heardOn(since).take(since, 'draft', draft);
    const same = draftOf('REVOKE', 'procedure', { sameAs: 'other' });
    expect(codesOf(heardOn(before).decline(before, 'draft', same))).toEqual(['reconsideration.same_decision']);
    heardOn(since).take(since, 'draft', same);
  });

  it('wider scope: dishonesty lists, school discipline and degrees, recruitment are named', () => {
    expect(Object.keys(actKinds)).toEqual(expect.arrayContaining(['discredit', 'school', 'recruitment']));
    const notes = (day: string) =>
      receivedOn(day, {}, { ...june, kind: 'school' })
        .take(day, 'accept', acceptance())
        .notes.map((note) => note.code);
    expect([notes(before), notes(since)]).toEqual([['reconsideration.newly_named'], []]);
  });
});

describe('the guide of the portal', () => {
  const ask = (today: string, answers: JsonObject) =>
    guide.assess(answers, { today: plainDate(today), calendar: nationalCalendar });

  it.each([
    ['department', '该部门的本级人民政府'],
    ['government', '上一级人民政府'],
    ['vertical', '上一级主管部门'],
    ['justice', '本级人民政府，或者上一级司法行政部门'],
    ['province', '该省、自治区、直辖市人民政府'],
    ['ministry', '该国务院部门'],
    ['dispatchedOrgan', '设立该派出机关的人民政府'],
  ])('sends a complaint about a %s to %s', (respondentKind, organ) => {
    expect(ask('2024-03-01', { matter: 'decision', respondentKind, knewOn: '2024-02-05', told: 'yes' })).toMatchObject({
      verdict: 'yes',
      organ,
      deadline: { legalDue: '2024-04-07' },
    });
  });

  it('never closes a right that may be lost: it asks for reasons', () => {
    expect(ask('2024-04-08', { matter: 'decision', knewOn: '2024-02-05', told: 'yes' })).toMatchObject({
      verdict: 'doubt',
      refusal: { code: 'reconsideration.too_late' },
    });
  });

  it('shows another way where reconsideration is none', () => {
    expect(ask('2024-04-08', { matter: 'contract' })).toMatchObject({ verdict: 'no' });
    expect(ask('2024-04-08', { matter: 'decision', sued: 'yes' })).toMatchObject({ verdict: 'no' });
  });

  it('says from when silence may be complained of, and what changed in 2026', () => {
    const early = ask('2024-06-01', { matter: 'inaction', requestedOn: '2024-05-10' });
    expect(early).toMatchObject({ verdict: 'doubt', deadline: { opensOn: '2024-07-10', legalDue: '2024-09-09' } });
    const words = (today: string) =>
      ask(today, { matter: 'inaction', requestedOn: '2026-04-01' })
        .reasons.map((one) => one.text)
        .join();
    expect(words('2026-06-30')).toContain('应当先申请行政复议，对复议决定不服的');
    expect(words('2026-07-01')).toContain('机关明确拒绝的，也可以直接向法院起诉');
  });
});

function acceptanceOf(walker: Walker, day: string): string[] {
  try {
    walker.take(day, 'accept', acceptance());
    return [];
  } catch {
    return codesOf(walker.decline(day, 'accept', acceptance()));
  }
}
