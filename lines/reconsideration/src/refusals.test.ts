import type { JsonObject } from '@fadu/kernel';
import { guardCodes, type Walker, walk } from '@fadu/procedure/testing';
import { describe, expect, it } from 'vitest';
import { reconsideration } from './index.js';
import {
  acceptance,
  accepted,
  application,
  citizen,
  copySent,
  drafted,
  draftOf,
  evidenceItem,
  heard,
  inOrder,
  received,
  replied,
  reply,
  sendCopy,
  served,
} from './walks.fixture.js';

/** What was said on the way, for the test of the words. */
const said: string[] = [];
const hear = (refusals: readonly { code: string; message: string }[]): string[] => {
  said.push(...refusals.map((one) => one.message));
  return refusals.map((one) => one.code);
};
const declined = (walker: Walker, on: string, action: string, input: JsonObject = {}, related = {}) => {
  const decline = walker.decline(on, action, input, { related });
  return hear([...decline.refusals, ...decline.needsReason]);
};
const noted = (walker: Walker, on: string, action: string, input: JsonObject = {}) =>
  hear(walker.take(on, action, input).notes);

const register = (apply: JsonObject, act: JsonObject = {}, more: JsonObject = {}, on = '2024-03-04') =>
  declined(walk(reconsideration), on, 'register', {
    channel: 'counter',
    receivedOn: on,
    ...application(apply, act),
    ...more,
  });
const accept = (more: JsonObject = {}, setting = {}, related = {}, on = '2024-03-06') =>
  declined(received(setting), on, 'accept', acceptance(more), related);
const examined = (more: JsonObject) => accept({ examination: { ...inOrder, ...more } });
const draft = (proposed: string, ground: string, more: JsonObject = {}, setting = {}) =>
  declined(heard(setting), '2024-04-10', 'draft', draftOf(proposed, ground, more));
const after = (year: string): object => ({
  received: `${year}-07-06`,
  accepted: `${year}-07-08`,
  act: { madeOn: `${year}-06-01`, servedOn: `${year}-06-08`, knewOn: `${year}-06-08` },
});
const matterOf = (state: string, data: JsonObject = {}, line = 'reconsideration') => ({
  id: 'other',
  line,
  number: '白政复〔2024〕1号',
  state,
  data,
});
const agent = (name: string) => ({ principal: '赵样例', name, kind: 'lawyer', authority: '一般代理' });
const hearing = (more: JsonObject = {}) => ({
  hearingOn: '2024-06-18',
  hearingPlace: '第一听证室',
  hearingNoticeOn: '2024-03-19',
  hearingHost: ['p1'],
  hearingMembers: ['p2', 'p3'],
  hearingClerk: ['p4'],
  ...more,
});
function suspended(input: JsonObject): Walker {
  const walker = heard();
  walker.take('2024-03-22', 'suspend', { suspendedOn: '2024-03-22', ...input });
  return walker;
}
const settlement = (more: JsonObject) => ({
  settlement: { kind: 'withdrawn', voluntary: true, lawful: true, ...more },
});
const service = (more: JsonObject) => ({
  servedOn: '2024-04-17',
  serving: 'direct',
  servingProof: ['slip'],
  ...more,
});

/** Each code with the ways to it; every one of them must be refused, or noted, by that code. */
const ways: Readonly<Record<string, readonly (() => readonly string[])[]>> = {
  'reconsideration.too_late': [
    () => register({}, {}, {}, '2024-04-08'),
    () => accept({}, { act: { madeOn: '2018-01-05', servedOn: '2018-01-05' }, apply: { lateReason: '因病住院' } }),
  ],
  'reconsideration.too_early': [
    () => accept({}, { act: { kind: 'inaction', requestedOn: '2024-02-05', knewOn: null } }),
  ],
  'reconsideration.not_reviewable': [
    () => examined({ subject: 'personnel' }),
    // Until 2026-06-30 supervision by a superior is excluded by argument only: a reason is asked.
    () => examined({ subject: 'supervision' }),
  ],
  'reconsideration.newly_named': [
    () => noted(received({ act: { kind: 'discredit' } }), '2024-03-06', 'accept', acceptance()),
  ],
  'reconsideration.wrong_organ': [
    () => examined({ competent: false }),
    () => accept({}, { apply: { respondentKind: 'vertical' } }),
  ],
  'reconsideration.right_organ': [
    () =>
      declined(received(), '2024-03-06', 'refuse', {
        examination: { ...inOrder, competent: false },
        refusalReason: '不属于本机关管辖。',
      }),
  ],
  'reconsideration.suit_pending': [
    () => examined({ suitAccepted: true }),
    () => accept({}, {}, { suits: [matterOf('received', {}, 'litigation')] }),
  ],
  'reconsideration.already_applied': [
    () => accept({}, {}, { sameAct: [matterOf('terminated', { applicants: [citizen] })] }),
  ],
  'reconsideration.no_interest': [() => examined({ interest: false })],
  'reconsideration.no_request': [() => examined({ concrete: false })],
  'reconsideration.two_acts': [() => examined({ acts: 2 })],
  'reconsideration.review_over': [
    () => accept({}, {}, {}, '2024-03-12'),
    () =>
      declined(received(), '2024-03-12', 'askCorrection', {
        issuedOn: '2024-03-12',
        items: '身份证明',
        newDefect: false,
      }),
  ],
  'reconsideration.correction_not_once': [
    () => {
      const walker = received();
      walker.take('2024-03-05', 'askCorrection', { issuedOn: '2024-03-05', items: '身份证明' });
      walker.take('2024-03-06', 'serveCorrection', {
        correctionReceivedOn: '2024-03-06',
        serving: 'direct',
        servingProof: ['slip'],
      });
      walker.take('2024-03-11', 'correctAtDesk', { correctedOn: '2024-03-11', correctionText: '已补身份证明' });
      return declined(walker, '2024-03-12', 'askCorrection', { issuedOn: '2024-03-12', items: '决定书复印件' });
    },
  ],
  'reconsideration.correction_running': [
    () => {
      const walker = received();
      walker.take('2024-03-05', 'askCorrection', { issuedOn: '2024-03-05', items: '身份证明' });
      const unserved = declined(walker, '2024-03-30', 'abandon');
      walker.take('2024-03-06', 'serveCorrection', {
        correctionReceivedOn: '2024-03-06',
        serving: 'direct',
        servingProof: ['slip'],
      });
      expect(unserved).toEqual(['reconsideration.correction_running']);
      return declined(walker, '2024-03-20', 'abandon');
    },
  ],
  'reconsideration.channel': [
    () =>
      register(
        {},
        { madeOn: '2026-06-01', servedOn: '2026-06-03', knewOn: '2026-06-03' },
        { channel: 'fax' },
        '2026-07-01',
      ),
  ],
  'reconsideration.fee': [() => register({ fee: 5000 })],
  'reconsideration.representatives': [
    () => accept({}, { apply: { applicants: Array.from({ length: 6 }, () => citizen) } }),
  ],
  'reconsideration.agents': [() => register({ agents: [agent('钱样例'), agent('孙样例'), agent('李样例')] })],
  'reconsideration.mandate': [
    () =>
      noted(walk(reconsideration), '2024-03-04', 'register', {
        channel: 'counter',
        receivedOn: '2024-03-04',
        ...application({ agents: [agent('钱样例')] }),
      }),
  ],
  'reconsideration.not_through_agency': [
    () =>
      declined(walk(reconsideration), '2024-03-04', 'registerAtAgency', {
        agencyReceivedOn: '2024-03-04',
        ...application(),
      }),
  ],
  'reconsideration.date_order': [
    () => register({}, { madeOn: '2024-02-20' }),
    () => register({}, {}, { channel: 'post', postmarkOn: '2024-03-04', receivedOn: '2024-03-01' }),
  ],
  'reconsideration.no_notice_mandatory_first': [
    () =>
      noted(walk(reconsideration), '2024-03-04', 'register', {
        channel: 'counter',
        receivedOn: '2024-03-04',
        ...application({}, { onTheSpot: true, toldRights: false }),
      }),
  ],
  'reconsideration.handlers_unqualified': [
    () => hear(received().decline('2024-03-06', 'accept', acceptance(), { qualifications: [] }).refusals),
  ],
  'reconsideration.simple_not_eligible': [
    () => accept({ procedure: 'simplified', simplifiedGround: 'amount' }),
    () => accept({ procedure: 'simplified', simplifiedGround: 'disclosure' }),
    () => accept({ procedure: 'simplified', simplifiedGround: 'onTheSpot' }),
  ],
  'reconsideration.handlers_lt_2': [() => accept({ handlers: ['p1'] })],
  'reconsideration.extend_simple': [
    () => {
      const walker = accepted({ accept: { procedure: 'simplified', simplifiedGround: 'agreed' } });
      return declined(walker, '2024-03-20', 'extend', {
        extendBy: 30,
        extensionReason: '情况复杂',
        extensionNotifiedOn: '2024-03-20',
      });
    },
  ],
  'reconsideration.extend_late': [
    () =>
      declined(heard(), '2024-05-07', 'extend', {
        extendBy: 30,
        extensionReason: '情况复杂',
        extensionNotifiedOn: '2024-05-07',
      }),
  ],
  'reconsideration.extend_once': [
    () => {
      const walker = heard();
      const extension = { extendBy: 10, extensionReason: '情况复杂', extensionNotifiedOn: '2024-04-20' };
      walker.take('2024-04-20', 'extend', extension);
      return declined(walker, '2024-04-22', 'extend', extension);
    },
  ],
  'reconsideration.new_evidence': [
    () =>
      declined(copySent(), '2024-03-18', 'reply', {
        ...reply,
        replyEvidence: [evidenceItem({ obtainedOn: '2024-03-12', afterAct: true })],
      }),
  ],
  'reconsideration.lawyer_only': [
    () => {
      const walker = accepted(after('2026'));
      sendCopy(walker, '2026-07-10');
      return declined(walker, '2026-07-16', 'reply', {
        ...reply,
        respondentAgents: [{ name: '孙样例', kind: 'lawyer' }],
      });
    },
  ],
  'reconsideration.reply_late': [
    () => declined(copySent(), '2024-03-26', 'recordReply', { ...reply, repliedOn: '2024-03-26' }),
  ],
  'reconsideration.hearing_members': [
    () => declined(replied(), '2024-03-19', 'setHearing', hearing({ hearingMembers: ['p1', 'p2'] })),
    () => declined(replied(), '2024-03-19', 'setHearing', hearing({ hearingClerk: [] })),
  ],
  'reconsideration.hearing_notice': [
    () => declined(replied(), '2024-03-19', 'setHearing', hearing({ hearingOn: '2024-03-26' })),
  ],
  'reconsideration.suspend_ground': [
    () =>
      declined(heard(), '2024-03-22', 'suspend', {
        suspendedOn: '2024-03-22',
        suspensionGround: 'other',
        suspensionDetail: '有事',
      }),
  ],
  'reconsideration.suspend_again': [
    () => {
      const other = { suspensionGround: 'other', suspensionDetail: '等待有关机关的会议纪要' };
      const walker = suspended(other);
      walker.take('2024-04-01', 'resume', { resumedOn: '2024-04-01' });
      return noted(walker, '2024-04-02', 'suspend', { suspendedOn: '2024-04-02', ...other });
    },
  ],
  'reconsideration.excluded_time': [
    () => declined(heard(), '2024-03-25', 'excludeTime', { ground: 'appraisal', from: '2024-03-01', to: '2024-03-20' }),
    () => declined(heard(), '2024-03-25', 'excludeTime', { ground: 'appraisal', from: '2024-03-22', to: '2024-03-20' }),
  ],
  'reconsideration.exclusion_ground': [
    () =>
      declined(heard(), '2024-03-25', 'excludeEvidence', {
        name: '账册',
        ground: 'withheld',
        note: '行政程序中拒不提供',
      }),
  ],
  'reconsideration.norm_late': [
    () => declined(heard(), '2024-03-25', 'askNormReview', { normAdded: '某办法第三条', normUnknown: false }),
  ],
  'reconsideration.opinions_not_heard': [
    () => declined(replied(), '2024-03-20', 'draft', draftOf('REVOKE', 'procedure')),
  ],
  'reconsideration.hearing_required': [() => draft('REVOKE', 'procedure', {}, { accept: { major: true } })],
  'reconsideration.committee_required': [
    () => draft('REVOKE', 'procedure', {}, { accept: { committeeReasons: ['technical'] } }),
    () => draft('REVOKE', 'procedure', {}, { apply: { respondentKind: 'province' } }),
  ],
  'reconsideration.worse_for_applicant': [() => draft('MODIFY', 'content', { worse: true })],
  'reconsideration.outcome_ground': [() => draft('MODIFY', 'procedure'), () => draft('REVOKE', 'none')],
  'reconsideration.same_decision': [() => draft('REVOKE', 'procedure', { sameAs: 'other' })],
  'reconsideration.respondent_elsewhere': [
    () =>
      declined(heard(), '2024-03-25', 'changeRespondent', {
        respondent: 'tax',
        respondentKind: 'vertical',
        partyNote: '错列被申请人',
      }),
  ],
  'reconsideration.no_reply_upheld': [
    () => {
      const walker = copySent();
      walker.take('2024-03-26', 'noteNoReply', {}, { actor: { kind: 'clock' } });
      walker.take('2024-03-27', 'hearOpinions', { party: '赵样例', how: 'phone', on: '2024-03-27', record: '坚持。' });
      return declined(walker, '2024-04-01', 'draft', draftOf('UPHOLD', 'inOrder'));
    },
  ],
  'reconsideration.void_not_asked': [() => draft('CONFIRM_VOID', 'noBasis')],
  'reconsideration.dismiss_request': [
    () => draft('DISMISS_REQUEST', 'noDuty'),
    () => draft('DISMISS_REQUEST', 'otherRequest'),
  ],
  'reconsideration.compensation_unanswered': [
    () => draft('REVOKE', 'procedure', {}, { apply: { requests: ['revoke', 'compensation'] } }),
  ],
  'reconsideration.decide_late': [() => noted(drafted(), '2024-05-08', 'decide')],
  'reconsideration.dismissal_ground': [
    () =>
      declined(heard(), '2024-03-25', 'dismiss', {
        dismissalGround: 'baseless',
        dismissalReason: '明显没有事实根据。',
      }),
  ],
  'reconsideration.settlement_not_allowed': [
    () => declined(heard(), '2024-03-25', 'permitWithdrawal', settlement({ voluntary: false })),
    () => declined(heard(), '2024-03-25', 'permitWithdrawal', settlement({ lawful: false })),
  ],
  'reconsideration.terminate_early': [
    () =>
      declined(suspended({ suspensionGround: 'death' }), '2024-05-21', 'terminate', {
        terminationGround: 'sixtyDays',
        terminationReason: '近亲属没有表示参加。',
      }),
  ],
  'reconsideration.service_order': [
    () => {
      const walker = drafted();
      walker.take('2024-04-15', 'decide');
      return declined(walker, '2024-04-17', 'serve', service({ servedOn: '2024-04-12' }));
    },
  ],
  'service.consent_missing': [
    () => {
      const walker = drafted();
      walker.take('2024-04-15', 'decide');
      return declined(walker, '2024-04-17', 'serve', service({ serving: 'electronic' }));
    },
  ],
  'service.proof_missing': [
    () => {
      const walker = drafted();
      walker.take('2024-04-15', 'decide');
      return declined(walker, '2024-04-17', 'serve', service({ servingProof: [] }));
    },
    () => {
      const walker = received();
      walker.take('2024-03-05', 'askCorrection', { issuedOn: '2024-03-05', items: '身份证复印件', newDefect: false });
      return declined(walker, '2024-03-06', 'serveCorrection', { correctionReceivedOn: '2024-03-06', serving: 'post' });
    },
  ],
  'reconsideration.not_redacted': [() => declined(served(), '2024-04-20', 'publish', { redacted: false })],
  'reconsideration.same_act_again': [
    () =>
      declined(served(draftOf('REVOKE', 'facts', { redo: true })), '2024-05-20', 'recordPerformance', {
        performedOn: '2024-05-20',
        performance: '重新作出处罚决定，内容相同。',
        redoneSameFacts: true,
      }),
  ],
  'reconsideration.copy_order': [
    () => declined(accepted(), '2024-03-08', 'sendCopy', { copySentOn: '2024-03-04' }),
    () => {
      const walker = accepted();
      walker.take('2024-03-08', 'sendCopy', { copySentOn: '2024-03-08' });
      return declined(walker, '2024-03-11', 'receiveCopy', {
        copyReceivedOn: '2024-03-07',
        serving: 'direct',
        servingProof: ['slip'],
      });
    },
  ],
  'reconsideration.limit_running': [
    () => declined(heard(), '2024-04-01', 'recordSuitOverSilence', { suedOn: '2024-04-01' }),
  ],
  'reconsideration.still_owed': [
    () => declined(served(draftOf('REVOKE', 'facts', { redo: true })), '2024-04-20', 'archive'),
  ],
};

describe('refusals', () => {
  it('hold every code of the sheet', () =>
    expect(guardCodes(reconsideration)).toEqual(
      expect.arrayContaining(
        `too_late not_reviewable wrong_organ suit_pending already_applied no_interest no_request two_acts correction_not_once
        extend_simple extend_late simple_not_eligible hearing_members worse_for_applicant same_act_again new_evidence fee
        no_notice_mandatory_first suspend_ground lawyer_only`
          .split(/\s+/)
          .map((code) => `reconsideration.${code}`),
      ),
    ));

  it('are all reached', () => expect(Object.keys(ways).sort()).toEqual(guardCodes(reconsideration)));

  for (const [code, cases] of Object.entries(ways))
    it.each(cases.map((reach, index) => [index + 1, reach] as const))(`${code} %i`, (_, reach) =>
      expect(reach()).toContain(code),
    );

  it('say what cannot be done, the rule with its article, and what can be done', () => {
    expect(said.length).toBeGreaterThan(60);
    for (const message of said) {
      expect(message).toMatch(/^(不能[^：]+|注意)：/);
      expect(message).toMatch(/第[〇零一二三四五六七八九十百]+条/);
      if (!message.startsWith('注意')) expect(message).toMatch(/可以[^。]+。$/);
    }
    expect(said).toContain(
      '不能受理：没有具体的复议请求（《行政复议法》第三十条第一款第（三）项）。可以一次性通知补正。',
    );
  });
});
