import { nationalCalendar } from '@fadu/calendar';
import { type JsonObject, plainDate } from '@fadu/kernel';
import { type Actor, checkDefinition, countClock, describe as describeLine, mergeDocument } from '@fadu/procedure';
import { codesOf, type Walker, walk } from '@fadu/procedure/testing';
import { describe, expect, it } from 'vitest';
import { headAppearances, litigation, type OutcomeCode, outcomeCodes, outcomes } from './index.js';
import { appeared, assigned, byHead, defence, heard, judgment, notice, result, submitted } from './walks.fixture.js';

it('is a sound definition', () => {
  expect(checkDefinition(litigation)).toEqual([]);
  expect(JSON.stringify(describeLine(litigation, plainDate('2024-03-01')))).toContain('应诉机构');
});

describe('worked dates', () => {
  it.each<[keyof typeof litigation.clocks & string, string, string, JsonObject?]>([
    ['respond', '2024-09-20', '2024-10-08'],
    ['respond', '2024-02-08', '2024-02-23'],
    ['jurisdiction', '2024-09-20', '2024-10-08'],
    ['evidence-extension', '2024-09-20', '2024-10-08'],
    ['answer-appeal', '2024-09-20', '2024-10-08'],
    ['sue-direct', '2024-03-15', '2024-09-18'],
    ['appeal-judgment', '2024-04-19', '2024-05-06'],
    ['appeal-ruling', '2024-04-25', '2024-05-06'],
    ['first-instance', '2024-04-30', '2024-10-30'],
    ['simplified', '2024-03-21', '2024-05-06'],
    ['second-instance', '2024-07-01', '2024-10-08'],
    ['retrial', '2024-04-01', '2024-10-08'],
    ['sue-not-told', '2023-09-16', '2024-09-18'],
    ['duty', '2024-07-17', '2025-03-18'],
    ['hearing-notice', '2024-10-09', '2024-10-05'],
    ['sue-after-reconsideration', '2024-09-20', '2024-10-08'],
    ['sue-cap', '2019-10-09', '2024-10-09'],
    ['sue-cap', '2004-10-09', '2024-10-09', { act: { realEstate: true } }],
  ])('%s from %s', (code, from, due, data = {}) => {
    const counted = countClock({
      clock: litigation.clocks[code]!,
      data,
      from: plainDate(from),
      calendar: nationalCalendar,
    });
    expect(counted).toMatchObject({ ok: true, value: { legalDue: due } });
  });

  it('opens the way to sue after two months of silence', () => {
    const counted = countClock({
      clock: litigation.clocks.duty!,
      data: {},
      from: plainDate('2024-07-17'),
      calendar: nationalCalendar,
    });
    expect(counted).toMatchObject({ ok: true, value: { opensOn: '2024-09-19' } });
  });
});

describe('a case through its instances', () => {
  it('goes from the notice to the archive', () => {
    const walker = heard();
    expect(walker.matter).toMatchObject({
      state: 'heard',
      number: '白政应〔2024〕1号',
      data: { hearingOn: '2024-10-22' },
    });
    expect(walker.matter!.clocks.respond).toMatchObject({ legalDue: '2024-10-08', outcome: 'met' });
    expect(walker.matter!.clocks.simplified).toBeUndefined();

    const judged = walker.take('2024-12-13', 'judge', judgment('REVOKE'));
    expect(judged.events[0]!.messages).toMatchObject([
      {
        kind: 'tell',
        matter: 'recon-1',
        action: 'suitOutcomeRecorded',
        input: { suitOutcome: '撤销被诉行政处罚决定。' },
      },
    ]);
    expect(walker.matter).toMatchObject({
      state: 'judged',
      data: { lost: true, lostFirst: true, firstCaseNo: '（2024）吉0802行初15号' },
    });
    expect(walker.matter!.clocks['appeal-judgment']).toMatchObject({ legalDue: '2024-12-27', outcome: null });
    expect(walker.matter!.clocks['appeal-ruling']).toBeUndefined();
    expect(walker.matter!.clocks['first-instance']).toMatchObject({ outcome: 'met' });

    walker.take('2024-12-20', 'appeal', { appealedOn: '2024-12-20', appealReasons: '原判认定事实错误。' });
    walker.take('2024-12-25', 'receiveAppeal', { appealCopyReceivedOn: '2024-12-25' });
    walker.take('2025-01-06', 'answerAppeal', {
      appealAnsweredOn: '2025-01-06',
      appealAnswer: '原判正确部分应予维持。',
    });
    walker.take('2025-01-10', 'registerSecondInstance', {
      courtCaseNo: '（2025）吉08行终3号',
      court: '白城市中级人民法院',
      appealReceivedOn: '2024-12-23',
    });
    walker.take('2025-02-18', 'planAppearance', byHead);
    walker.take('2025-02-20', 'recordHearing', { ...appeared, hearingOn: '2025-02-20' });
    walker.take(
      '2025-03-12',
      'judgeFinal',
      judgment('DISMISS_CLAIM', { judgedOn: '2025-03-10', servedOn: '2025-03-12' }),
    );
    expect(walker.matter).toMatchObject({
      state: 'effective',
      data: { lost: false, lostFinal: false, lostFirst: true, effectiveOn: '2025-03-12' },
    });
    expect(headAppearances(walker.matter!.data).map((one) => [one.instance, one.result])).toEqual([
      ['first', 'appeared'],
      ['second', 'appeared'],
    ]);
    walker.take('2025-03-20', 'archive');
    expect(walker.matter).toMatchObject({ state: 'archived', closedOn: '2025-03-20' });
  });

  it('performs and reviews a lost case before the archive', () => {
    const walker = heard();
    walker.take('2024-12-13', 'judge', judgment('REVOKE'));
    expect(codesOf(walker.decline('2024-12-20', 'takeEffect', { effectiveOn: '2024-12-20' }))).toEqual([
      'litigation.appeal_open',
    ]);
    walker.take('2024-12-30', 'takeEffect', { effectiveOn: '2024-12-28' });
    expect(walker.matter!.clocks.retrial).toMatchObject({ legalDue: '2025-06-30' });
    expect(codesOf(walker.decline('2025-01-02', 'archive'))).toEqual([
      'litigation.review_missing',
      'litigation.not_performed',
    ]);
    walker.take('2025-01-02', 'forced', { forcedOn: '2025-01-02', forcedMeasures: ['fine'] });
    const redo = { what: '重新作出决定', doneOn: '2025-01-06' };
    expect(codesOf(walker.decline('2025-01-07', 'perform', { performance: { ...redo, redo: 'same' } }))).toEqual([
      'litigation.same_act_again',
    ]);
    walker.take('2025-01-07', 'perform', { performance: { ...redo, redo: 'same', revokedForProcedure: true } });
    walker.take('2025-01-08', 'review', {
      review: { cause: ['procedure'], responsible: '执法支队', measures: '补训' },
    });
    walker.take('2025-01-09', 'archive');
    expect(walker.matter!.state).toBe('archived');
  });

  it('goes to retrial, and back to the first instance', () => {
    const walker = heard();
    walker.take('2024-12-13', 'judge', judgment('REVOKE'));
    walker.take('2024-12-30', 'takeEffect', { effectiveOn: '2024-12-28' });
    walker.take('2025-01-07', 'applyRetrial', { retrialAskedOn: '2025-01-07', retrialReasons: '有新的证据。' });
    walker.take('2025-02-07', 'registerRetrial', {
      courtCaseNo: '（2025）吉行再1号',
      court: '吉林省高级人民法院',
      instance: 'retrial',
    });
    walker.take('2025-03-07', 'remand', {
      courtCaseNo: '（2025）吉0802行初9号',
      court: '白城市洮北区人民法院',
      filedOn: '2025-03-05',
    });
    expect(walker.matter).toMatchObject({ state: 'submitted', data: { instance: 'first', lostFirst: true } });
    expect(walker.matter!.clocks['first-instance']).toMatchObject({ legalDue: '2025-09-05', outcome: null });
    walker.take('2025-04-10', 'recordHearing', { ...appeared, hearingOn: '2025-04-10' });
    expect(headAppearances(walker.matter!.data)).toHaveLength(2);
  });

  it('waits for the papers of a suit the reconsideration line foresaw', () => {
    const walker = walk(litigation);
    const { plaintiffs, act, reconsideration } = notice;
    walker.take(
      '2024-09-18',
      'registerFromReconsideration',
      { plaintiffs: plaintiffs!, act: act!, reconsideration: reconsideration! },
      { actor: { kind: 'message', from: 'recon-1' } },
    );
    expect(walker.matter!.state).toBe('expected');
    walker.take('2024-09-23', 'receiveNotice', notice);
    expect(walker.matter).toMatchObject({ state: 'received', clocks: { respond: { legalDue: '2024-10-08' } } });
  });

  it('stops the court’s clock while suspended, and takes a withdrawal after a change for what it is', () => {
    const walker = submitted();
    walker.take('2024-10-10', 'suspend', { suspendedOn: '2024-10-10', suspendCause: 'death' });
    expect(walker.matter!.clocks['suspension-end']).toMatchObject({ legalDue: '2025-01-08' });
    walker.take('2024-10-20', 'resume', { resumedOn: '2024-10-20' });
    expect(walker.matter).toMatchObject({
      state: 'submitted',
      clocks: { 'first-instance': { nominalDue: '2025-03-28' } },
    });
    const withdrawal = (code: OutcomeCode) => ({
      judgedOn: '2024-11-01',
      servedOn: '2024-11-01',
      operative: '准许撤诉。',
      outcome: result(code),
    });
    expect(codesOf(walker.decline('2024-11-01', 'plaintiffWithdraws', withdrawal('WITHDRAWN_AFTER_CHANGE')))).toEqual([
      'litigation.outcome_step',
    ]);
    expect(codesOf(walker.decline('2024-11-01', 'plaintiffWithdraws', withdrawal('REVOKE')))).toEqual([
      'litigation.outcome_step',
    ]);
    walker.take('2024-10-28', 'changeAct', { actChange: { on: '2024-10-28', content: '撤销原处罚决定' } });
    expect(codesOf(walker.decline('2024-11-01', 'plaintiffWithdraws', withdrawal('WITHDRAWN')))).toEqual([
      'litigation.outcome_step',
    ]);
    walker.take('2024-11-01', 'plaintiffWithdraws', withdrawal('WITHDRAWN_AFTER_CHANGE'));
    expect(walker.matter).toMatchObject({ state: 'withdrawn', data: { lost: false } });
    walker.take('2024-11-05', 'archive');
  });

  it('counts forty-five days in simplified procedure, six months after conversion', () => {
    const walker = assigned({ procedure: 'simplified' });
    expect(Object.keys(walker.matter!.clocks)).not.toContain('first-instance');
    walker.take('2024-10-09', 'convertProcedure');
    expect(walker.matter).toMatchObject({
      data: { procedure: 'ordinary' },
      clocks: { simplified: { outcome: 'void' }, 'first-instance': { legalDue: '2025-03-18' } },
    });
  });

  it('no longer waits for an objection to jurisdiction once the court has heard the case', () => {
    const walker = submitted();
    expect(walker.matter?.clocks.jurisdiction?.outcome).toBeNull();
    walker.take('2024-10-22', 'recordHearing', appeared);
    expect(walker.matter?.clocks.jurisdiction?.outcome).toBe('void');
  });

  it('objects to jurisdiction, asks for later evidence, follows the case to another court', () => {
    const walker = assigned();
    walker.take('2024-09-25', 'objectJurisdiction', { objectedOn: '2024-09-25', objection: '应由中级人民法院管辖。' });
    walker.take('2024-09-26', 'askEvidenceExtension', {
      extensionAskedOn: '2024-09-26',
      extensionCause: '案卷因水灾封存。',
    });
    walker.take('2024-10-15', 'evidenceCauseEnded', { causeEndedOn: '2024-10-15' });
    walker.take('2024-10-16', 'changeCourt', { courtCaseNo: '（2024）吉08行初7号', court: '白城市中级人民法院' });
    walker.take('2024-10-30', 'submitDefence', defence('2024-10-30'));
    expect(walker.matter!.clocks['evidence-extended']).toMatchObject({ legalDue: '2024-10-30', outcome: 'met' });
  });

  it('ends by ruling, outside every rate', () => {
    const walker = submitted();
    const ruling = (code: OutcomeCode) => ({
      judgedOn: '2024-11-01',
      servedOn: '2024-11-01',
      operative: '准许撤诉。',
      outcome: result(code),
    });
    expect(codesOf(walker.decline('2024-11-01', 'end', ruling('MODIFY')))).toEqual(['litigation.outcome_step']);
    walker.take('2024-11-01', 'end', ruling('ENDED'));
    expect(walker.matter!.state).toBe('ended');
  });

  it('ends rights that were not used on their last day, and asks reasons of who comes late', () => {
    const walker = assigned();
    const clock: { actor: Actor } = { actor: { kind: 'clock' } };
    // The copy was received on 20 September; fifteen days end on Tuesday 8 October 2024.
    walker.take('2024-10-09', 'objectionLapsed', {}, clock);
    walker.take('2024-10-09', 'extensionLapsed', {}, clock);
    const lapsed = { outcome: 'waived', legalDue: '2024-10-08', stoppedOn: '2024-10-08' };
    expect(walker.matter!.clocks).toMatchObject({ jurisdiction: lapsed, 'evidence-extension': lapsed });
    const late = { objectedOn: '2024-10-10', objection: '应由另一法院管辖。' };
    expect(walker.decline('2024-10-10', 'objectJurisdiction', late).needsReason).toMatchObject([
      { code: 'litigation.objection_late' },
    ]);
    expect(litigation.clocks.jurisdiction!.onExpiry).toBe('objectionLapsed');
    expect(litigation.clocks['evidence-extension']!.onExpiry).toBe('extensionLapsed');
  });

  it('marks a notice of hearing that came later than three clear days before, and leaves no clock behind', () => {
    const notice = { on: '2024-10-23', place: '第一法庭', online: false };
    const inTime = assigned().take('2024-10-21', 'noticeHearing', { ...notice, noticeServedOn: '2024-10-19' });
    expect(inTime.notes).toEqual([]);
    const walker = assigned();
    const short = walker.take('2024-10-21', 'noticeHearing', { ...notice, noticeServedOn: '2024-10-20' });
    expect(short.notes).toMatchObject([{ code: 'litigation.hearing_notice_short', facts: { lastDay: '2024-10-19' } }]);
    expect(walker.matter!.clocks['hearing-notice']).toBeUndefined();
  });

  it('alerts the head on the eighth day', () => {
    const walker = assigned();
    expect(walker.matter!.clocks['head-alert']).toMatchObject({ legalDue: '2024-09-27' });
    walker.take('2024-09-28', 'alertHead', {}, { actor: { kind: 'clock' } });
    expect(walker.matter!.data.headAlertedOn).toBe('2024-09-28');
  });

  it('lets a first-instance judgment stand when the appeal is withdrawn', () => {
    const walker = heard();
    walker.take('2024-12-13', 'judge', judgment('REVOKE'));
    walker.take('2024-12-25', 'receiveAppeal', { appealCopyReceivedOn: '2024-12-25' });
    walker.take('2025-01-20', 'appealWithdrawn', { effectiveOn: '2025-01-20' });
    expect(walker.matter).toMatchObject({ state: 'effective', data: { lostFinal: true } });
  });
});

describe('lost follows from the outcome', () => {
  const lost: readonly OutcomeCode[] = [
    'REVOKE',
    'REVOKE_PART',
    'MODIFY',
    'PERFORM',
    'PAY',
    'CONFIRM_ILLEGAL',
    'CONFIRM_VOID',
    'AGREEMENT_LIABLE',
    'COMPENSATE',
  ];
  const substantive = outcomeCodes.filter((code) => !/WITHDRAWN|ENDED|TRANSFERRED/.test(code));

  it.each(substantive)('%s', (code) => {
    const walker = heard();
    walker.take(
      '2024-12-13',
      'judge',
      judgment(code, { judgmentKind: code === 'MEDIATED' ? 'mediation' : 'judgment' }),
    );
    expect(walker.matter!.data.lost).toBe(lost.includes(code));
    expect(walker.matter!.state).toBe(code === 'MEDIATED' ? 'effective' : 'judged');
  });
  it.each(['WITHDRAWN', 'DEEMED_WITHDRAWN'] as const)('%s', (code) => {
    const walker = heard();
    walker.take('2024-11-01', 'plaintiffWithdraws', {
      judgedOn: '2024-11-01',
      servedOn: '2024-11-01',
      operative: '准许撤诉。',
      outcome: result(code),
    });
    expect(walker.matter!.data.lost).toBe(false);
    expect(outcomes[code].lost).toBe(false);
  });

  it('is lost when one of several defendants loses', () => {
    const walker = heard();
    const [author, organ] = [...result('DISMISS_CLAIM', '第六十九条'), ...result('REVOKE')].filter(
      (_, index) => index === 0 || index === 3,
    );
    walker.take('2024-12-13', 'judge', judgment('REVOKE', { outcome: [author!, organ!] }));
    expect(walker.matter!.data.lost).toBe(true);
  });

  it('opens ten days of appeal from a ruling', () => {
    const walker = heard();
    walker.take('2024-12-13', 'judge', judgment('DISMISS_SUIT', { judgmentKind: 'ruling' }));
    expect(walker.matter!.clocks['appeal-ruling']).toMatchObject({ legalDue: '2024-12-23' });
    expect(walker.matter!.clocks['appeal-judgment']).toBeUndefined();
  });
});

describe('the head in court', () => {
  it('counts one appearance in an instance, the worse where the court called again', () => {
    const walker = heard();
    walker.take('2024-11-05', 'noticeHearing', { on: '2024-11-06', place: '第三审判庭' });
    expect(codesOf(walker.decline('2024-11-06', 'recordHearing', { ...appeared, hearingOn: '2024-11-06' }))).toEqual([
      'litigation.count_twice',
    ]);
    walker.take('2024-11-06', 'recordHearing', {
      hearingOn: '2024-11-06',
      calledAgain: true,
      appeared: false,
      staff: [{ name: '李样例', post: '科员' }],
      violation: ['noReason'],
    });
    expect(headAppearances(walker.matter!.data)).toMatchObject([{ instance: 'first', result: 'violated' }]);
    expect((walker.matter!.data.appearances as JsonObject[])[0]).toMatchObject({
      due: true,
      instance: 'first',
      courtCaseNo: notice.courtCaseNo!,
    });
  });

  it('explains an absence with the approval of the chief', () => {
    const walker = submitted();
    walker.take('2024-10-10', 'explainAbsence', {
      absence: { excuse: 'duty', facts: '防汛值守。', staff: [{ name: '李样例', post: '科长' }] },
    });
    walker.take('2024-10-22', 'recordHearing', {
      hearingOn: '2024-10-22',
      appeared: false,
      excuse: 'duty',
      excuseProof: ['f'],
      staff: [{ name: '李样例', post: '科长' }],
    });
    expect(headAppearances(walker.matter!.data)).toMatchObject([{ result: 'excused' }]);
  });

  it('makes the proof of identity', () => {
    const walker = submitted();
    walker.take('2024-10-10', 'planAppearance', byHead);
    expect(walker.take('2024-10-11', 'identifyHead').events[0]!.documents).toMatchObject([
      { template: 'headIdentity' },
    ]);
  });
});

describe('who acts', () => {
  const holding = (post: string, org: string): Actor => ({
    kind: 'official',
    person: 'p2',
    name: '吴样例',
    posts: [{ post, org }],
  });
  const code = (walker: Walker, action: string, input: JsonObject, actor: Actor) =>
    codesOf(walker.decline('2024-10-08', action, input, { actor }));

  it('the agency answers and brings evidence, the office registers', () => {
    const atAgency = holding('agencyHandler', 'bureau');
    assigned().take('2024-10-08', 'submitDefence', defence('2024-10-08'), { actor: atAgency });
    expect(
      code(assigned(), 'judge', judgment('REVOKE', { judgedOn: '2024-10-08', servedOn: '2024-10-08' }), atAgency),
    ).toEqual(['engine.not_yours']);
    expect(code(assigned(), 'submitDefence', defence('2024-10-08'), holding('agencyHandler', 'other'))).toEqual([
      'engine.not_yours',
    ]);
  });

  it('the head of the organ agrees to a change of the act', () => {
    const walker = submitted();
    const change = { actChange: { on: '2024-10-09', content: '撤销原处罚决定' } };
    walker.take('2024-10-09', 'changeAct', change, { actor: holding('responseOffice', 'gov') });
    expect(walker.matter!.data.actChangedInSuit).toBeUndefined();
    const agreed = walker.take('2024-10-10', 'approve', {}, { actor: holding('organHead', 'gov') });
    expect(agreed.events[0]!.documents).toMatchObject([{ template: 'actChange' }]);
    expect(walker.matter!.data.actChangedInSuit).toBe(true);
  });
});

it('prints the papers without a gap', () => {
  const walker = heard();
  const merge = {
    line: litigation,
    data: walker.matter!.data,
    clocks: walker.matter!.clocks,
    nameOf: () => '白城市市场监督管理局',
    words: { organ: '白城市人民政府', today: '2024年10月10日' },
  };
  const printed = ['dispatch', 'defence', 'evidenceList', 'authorization', 'headIdentity'].map((key) =>
    JSON.stringify(mergeDocument(litigation.documents[key]!, merge)),
  );
  for (const text of printed) expect(text).not.toMatch(/　　　|[{]\w+[}]/);
  expect(printed[0]).toContain('请于2024年10月8日前');
});

it('officials who sat in on the hearing are recorded with the case (以庭代训)', () => {
  const walker = heard();
  walker.take('2024-10-23', 'recordVisit', {
    on: '2024-10-22',
    attendees: '执法科室负责人等12人',
    lessons: '送达程序。',
  });
  expect(walker.matter!.data.courtVisits).toMatchObject([{ on: '2024-10-22' }]);
  expect(walker.decline('2024-10-23', 'recordVisit', { on: '2024-09-01', attendees: '2人' }).refusals).toMatchObject([
    { code: 'litigation.date_order' },
  ]);
});

it('when nobody appealed in time the office is asked to register that the judgment took effect', () => {
  const walker = heard();
  walker.take('2024-12-12', 'judge', judgment('DISMISS_CLAIM'));
  walker.take('2024-12-28', 'appealLapsed', {}, { actor: { kind: 'clock' } });
  expect(walker.matter).toMatchObject({
    state: 'judged',
    data: { appealLapsedOn: '2024-12-28' },
    clocks: { 'appeal-judgment': { legalDue: '2024-12-27', outcome: 'waived' } },
  });
  walker.take('2024-12-30', 'takeEffect', { effectiveOn: '2024-12-28' });
  expect(walker.matter!.state).toBe('effective');
});
