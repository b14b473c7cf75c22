import type { JsonObject } from '@fadu/kernel';
import { guardCodes, type Walker, walk } from '@fadu/procedure/testing';
import { describe, expect, it } from 'vitest';
import { litigation, type OutcomeCode } from './index.js';
import { appeared, assigned, defence, evidence, heard, judgment, notice, result, submitted } from './walks.fixture.js';

/** What was said on the way, for the test of the words. */
const said: string[] = [];
const hear = (refusals: readonly { code: string; message: string }[]): string[] => {
  said.push(...refusals.map((one) => one.message));
  return refusals.map((one) => one.code);
};
const declined = (walker: Walker, on: string, action: string, input: JsonObject = {}) => {
  const decline = walker.decline(on, action, input);
  return hear([...decline.refusals, ...decline.needsReason]);
};
const noted = (walker: Walker, on: string, action: string, input: JsonObject = {}) =>
  hear(walker.take(on, action, input).notes);

const register = (more: JsonObject) => declined(walk(litigation), '2024-09-23', 'register', { ...notice, ...more });
const planned = (plan: JsonObject) => declined(submitted(), '2024-10-10', 'planAppearance', { plan });
const recorded = (item: JsonObject) =>
  declined(submitted(), '2024-10-22', 'recordHearing', { hearingOn: '2024-10-22', ...item });
const against = (reconsidered: string, roles: readonly string[]) =>
  register({ reconsidered, defendants: roles.map((role, index) => ({ role, name: `样例机关${index}` })) });
const judge = (more: JsonObject) => declined(heard(), '2024-12-13', 'judge', judgment('REVOKE', more));
const withdrawn = (code: OutcomeCode) => ({
  judgedOn: '2024-11-01',
  servedOn: '2024-11-01',
  operative: '准许撤诉。',
  outcome: result(code),
});
function judged(): Walker {
  const walker = heard();
  walker.take('2024-12-13', 'judge', judgment('REVOKE'));
  return walker;
}
function effective(): Walker {
  const walker = judged();
  walker.take('2024-12-30', 'takeEffect', { effectiveOn: '2024-12-28' });
  return walker;
}
const bare = () => {
  const [author, organ] = result('REVOKE');
  const { article: _, ...without } = author!;
  return [without, organ!];
};

/** Each code with the ways to it; every one of them must be refused, or noted, by that code. */
const ways: Readonly<Record<string, readonly (() => readonly string[])[]>> = {
  'litigation.respond_late': [() => declined(assigned(), '2024-10-09', 'submitDefence', defence('2024-10-09'))],
  'litigation.evidence_after_act': [
    () => declined(assigned(), '2024-10-08', 'submitDefence', defence('2024-10-08', [evidence('2024-06-01')])),
  ],
  'litigation.lawyer_only': [
    () => planned({ attend: 'lawyer' }),
    () => planned({ attend: 'staff' }),
    () => recorded({ appeared: false, excuse: 'duty' }),
  ],
  'litigation.not_a_head': ['section', 'lowerOrgan', 'entrusted'].flatMap((rank) => [
    () => planned({ attend: 'head', person: '钱样例', rank }),
    () => recorded({ ...appeared, rank }),
  ]),
  'litigation.proof_missing': [() => recorded({ ...appeared, proof: [] })],
  'litigation.count_twice': [
    () => declined(heard(), '2024-11-06', 'recordHearing', { ...appeared, hearingOn: '2024-11-06' }),
  ],
  'litigation.absence_unexplained': [() => recorded({ appeared: false, staff: [{ name: '李样例', post: '科员' }] })],
  'litigation.same_act_again': [
    () =>
      declined(effective(), '2025-01-07', 'perform', {
        performance: { what: '重新作出决定', doneOn: '2025-01-06', redo: 'same' },
      }),
  ],
  'litigation.reconsideration_first': [
    () => {
      const { reconsideration: _, ...direct } = notice;
      return noted(walk(litigation), '2024-09-23', 'register', {
        ...direct,
        reconsidered: 'none',
        defendants: [{ role: 'author', name: '白城市样例局' }],
        act: { ...(notice.act as JsonObject), mandatoryFirst: true },
      });
    },
  ],
  'litigation.defendant_mismatch': [
    () => against('upheld', ['author']),
    () => against('illegalByProcedure', ['reconsideration']),
    () => against('changed', ['author', 'reconsideration']),
    () => against('none', ['reconsideration']),
    () => against('mixed', ['author']),
    () =>
      declined(assigned(), '2024-10-09', 'changeDefendants', {
        defendants: [{ role: 'author', name: '白城市样例局' }],
        defendantNote: '人民法院通知变更。',
      }),
  ],
  'litigation.sued_late': [
    () => noted(walk(litigation), '2024-09-23', 'register', { ...notice, reconsiderationServedOn: '2024-08-01' }),
    () => noted(walk(litigation), '2024-09-23', 'register', { ...notice, knewOn: '2024-02-01' }),
  ],
  'litigation.instance_mismatch': [() => register({ instance: 'second' })],
  'litigation.date_order': [() => register({ filedOn: '2024-09-21' })],
  'litigation.representatives': [
    () => register({ plaintiffs: Array.from({ length: 10 }, () => (notice.plaintiffs as JsonObject[])[0]!) }),
  ],
  'litigation.outcome_missing_article': [() => judge({ outcome: bare() })],
  'litigation.outcome_defendant': [
    () => judge({ outcome: [result('REVOKE')[0]!] }),
    () => judge({ outcome: [result('REVOKE')[0]!, { ...result('REVOKE')[1]!, defendant: '别的机关' }] }),
  ],
  'litigation.outcome_step': [
    () => judge({ outcome: result('WITHDRAWN') }),
    () => declined(submitted(), '2024-11-01', 'plaintiffWithdraws', withdrawn('WITHDRAWN_AFTER_CHANGE')),
    () => declined(submitted(), '2024-11-01', 'plaintiffWithdraws', withdrawn('REVOKE')),
    () => declined(submitted(), '2024-11-01', 'end', withdrawn('MODIFY')),
  ],
  'litigation.hearing_notice_short': [
    () =>
      noted(submitted(), '2024-10-21', 'noticeHearing', {
        on: '2024-10-23',
        place: '第一法庭',
        online: false,
        noticeServedOn: '2024-10-21',
      }),
  ],
  'litigation.coded_late': [() => noted(heard(), '2024-12-18', 'judge', judgment('REVOKE'))],
  'litigation.appeal_open': [() => declined(judged(), '2024-12-20', 'takeEffect', { effectiveOn: '2024-12-20' })],
  'litigation.review_missing': [() => declined(effective(), '2025-01-02', 'archive')],
  'litigation.not_performed': [() => declined(effective(), '2025-01-02', 'archive')],
  'litigation.objection_late': [
    () =>
      declined(assigned(), '2024-10-09', 'objectJurisdiction', {
        objectedOn: '2024-10-09',
        objection: '应由中级人民法院管辖。',
      }),
  ],
  'litigation.extension_late': [
    () =>
      declined(assigned(), '2024-10-09', 'askEvidenceExtension', {
        extensionAskedOn: '2024-10-09',
        extensionCause: '案卷因水灾封存。',
      }),
  ],
  'litigation.appeal_late': [
    () => declined(judged(), '2024-12-30', 'appeal', { appealedOn: '2024-12-30', appealReasons: '原判认定事实错误。' }),
  ],
  'litigation.answer_late': [
    () => {
      const walker = judged();
      walker.take('2024-12-25', 'receiveAppeal', { appealCopyReceivedOn: '2024-12-25' });
      return declined(walker, '2025-01-10', 'answerAppeal', {
        appealAnsweredOn: '2025-01-10',
        appealAnswer: '原判正确。',
      });
    },
  ],
  'litigation.retrial_late': [
    () =>
      declined(effective(), '2025-07-01', 'applyRetrial', {
        retrialAskedOn: '2025-07-01',
        retrialReasons: '有新的证据。',
      }),
  ],
  'litigation.excluded_time': [
    () =>
      declined(submitted(), '2024-11-05', 'excludeTime', {
        ground: 'appraisal',
        from: '2024-09-01',
        to: '2024-10-20',
      }),
  ],
};

describe('refusals', () => {
  it('hold every code of the sheet', () =>
    expect(guardCodes(litigation)).toEqual(
      expect.arrayContaining(
        `respond_late evidence_after_act lawyer_only not_a_head proof_missing count_twice same_act_again reconsideration_first
        defendant_mismatch outcome_missing_article`
          .split(/\s+/)
          .map((code) => `litigation.${code}`),
      ),
    ));

  it('are all reached', () => expect(Object.keys(ways).sort()).toEqual(guardCodes(litigation)));

  for (const [code, cases] of Object.entries(ways))
    it.each(cases.map((reach, index) => [index + 1, reach] as const))(`${code} %i`, (_, reach) =>
      expect(reach()).toContain(code),
    );

  it('name the rule, and what cannot be done can be done another way', () => {
    expect(said.length).toBeGreaterThan(40);
    for (const message of said) {
      expect(message).toMatch(/第[〇零一二三四五六七八九十百]+条|不一致|早于|没有败诉复盘/);
      if (message.startsWith('不能')) expect(message).toMatch(/^不能[^：]+：[^。]+。.*可以[^。]+。$/);
    }
  });
});

describe('what is allowed', () => {
  it('a late answer with its reason, recorded as late', () => {
    const walker = assigned();
    const reasons = { 'litigation.respond_late': '道路中断。' };
    walker.take('2024-10-09', 'submitDefence', defence('2024-10-09'), { reasons });
    expect(walker.matter!.clocks.respond).toMatchObject({ outcome: 'late' });
  });

  it('later evidence the court permitted', () => {
    const later = evidence('2024-06-01', { permitted: true });
    assigned().take('2024-10-08', 'submitDefence', defence('2024-10-08', [later]));
  });

  it('nobody in court, when it is recorded as the breach it is', () => {
    submitted().take('2024-10-22', 'recordHearing', {
      hearingOn: '2024-10-22',
      appeared: false,
      violation: ['nobody'],
    });
  });

  it('any defendant where the plaintiff may choose', () => {
    walk(litigation).take('2024-09-23', 'register', {
      ...notice,
      reconsidered: 'silent',
      defendants: [{ role: 'author', name: '白城市样例局' }],
    });
  });

  it('a defendant changed by the court, the earlier one kept in the record', () => {
    const walker = assigned({ reconsidered: 'rejected' });
    const changed = walker.take('2024-10-09', 'changeDefendants', {
      defendants: [{ role: 'reconsideration', name: '白城市人民政府' }],
      defendantNote: '原告不同意变更，人民法院通知。',
    });
    expect(changed.events[0]!.set.defendants).toHaveLength(1);
  });

  it('court time left out of the six months', () => {
    const walker = submitted();
    expect(walker.matter!.clocks['first-instance']).toMatchObject({ nominalDue: '2025-03-18' });
    walker.take('2024-11-20', 'excludeTime', { ground: 'mediation', from: '2024-11-01', to: '2024-11-11' });
    expect(walker.matter!.clocks['first-instance']).toMatchObject({ nominalDue: '2025-03-28' });
  });

  it('performance by the day the judgment names', () => {
    const walker = heard();
    walker.take('2024-12-13', 'judge', judgment('PERFORM', { performBy: '2025-02-28' }));
    walker.take('2024-12-30', 'takeEffect', { effectiveOn: '2024-12-28' });
    expect(walker.matter!.clocks.perform).toMatchObject({ legalDue: '2025-02-28' });
    walker.take('2025-03-03', 'perform', {
      performance: { what: '已履行职责', doneOn: '2025-02-27', redo: 'none' },
    });
    // Entered after, judged by the day it was done.
    expect(walker.matter!.clocks.perform).toMatchObject({ outcome: 'met', stoppedOn: '2025-02-27' });
  });
});
