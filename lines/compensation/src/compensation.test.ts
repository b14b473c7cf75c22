import { nationalCalendar } from '@fadu/calendar';
import { type JsonObject, plainDate } from '@fadu/kernel';
import { checkDefinition, countClock } from '@fadu/procedure';
import { codesOf, guardCodes, walk } from '@fadu/procedure/testing';
import { describe, expect, it } from 'vitest';
import { compensation } from './index.js';

const claim: JsonObject = {
  applicants: [{ kind: 'citizen', name: '赵样例', address: '白城市洮北区', phone: '13800000000' }],
  harm: 'property',
  illegalAct: '违法扣押货车',
  knewOn: '2024-03-01',
  request: '赔偿停运损失',
  facts: '扣押决定已被确认违法。',
  amountAsked: 5_000_000,
};
const decision: JsonObject = {
  result: 'pay',
  mode: 'money',
  amount: 4_800_000,
  reasons: '损失属实。',
  decidedOn: '2024-09-10',
};

function heard(more: JsonObject = {}) {
  const walker = walk(compensation);
  walker.take('2024-07-17', 'register', { ...claim, receivedOn: '2024-07-17', ...more });
  walker.take('2024-07-18', 'assign', { handlers: ['p1'] });
  walker.take('2024-08-01', 'hear', { hearingNote: '双方就金额协商。' });
  return walker;
}

it('is a sound definition', () => expect(checkDefinition(compensation)).toEqual([]));

it('has no refusal beyond those reached here', () =>
  expect(guardCodes(compensation)).toEqual([
    'compensation.date_order',
    'compensation.not_heard',
    'compensation.time_barred',
    'service.consent_missing',
    'service.proof_missing',
  ]));

it('pays in seven and fifteen days', () => {
  const counted = countClock({
    clock: compensation.clocks.pay!,
    data: {},
    from: plainDate('2024-09-20'),
    calendar: nationalCalendar,
  });
  // Seven days end on Friday 27 September; fifteen more on Saturday 12 October, which was worked.
  expect(counted).toMatchObject({ ok: true, value: { opensOn: '2024-09-28', legalDue: '2024-10-12' } });
});

describe('a claim', () => {
  it('is decided, served and paid', () => {
    const walker = heard();
    expect(walker.matter!.clocks.decide).toMatchObject({ legalDue: '2024-09-18' });
    walker.take('2024-09-10', 'decide', decision);
    expect(walker.matter!.clocks.sue).toMatchObject({ startedOn: '2024-09-10', legalDue: '2024-12-10' });
    walker.take('2024-09-12', 'serve', { servedOn: '2024-09-12', serving: 'direct', servingProof: ['slip'] });
    walker.take('2024-09-20', 'askPayment', { payAskedOn: '2024-09-20' });
    walker.take('2024-09-24', 'askFinance', { financeAskedOn: '2024-09-24' });
    walker.take('2024-10-09', 'pay', { paidOn: '2024-10-09' });
    expect(walker.matter).toMatchObject({
      state: 'paid',
      clocks: { decide: { outcome: 'met' }, serve: { outcome: 'met' }, pay: { outcome: 'met' } },
    });
  });

  it('opens the way to sue when no decision comes', () => {
    const walker = heard();
    walker.take('2024-09-19', 'decisionOverdue', {}, { actor: { kind: 'clock' } });
    expect(walker.matter).toMatchObject({
      state: 'overdue',
      clocks: { sue: { startedOn: '2024-09-18', legalDue: '2024-12-18' } },
    });
    walker.take('2024-10-09', 'decide', { ...decision, decidedOn: '2024-10-09' });
    expect(walker.matter!.clocks).toMatchObject({ decide: { outcome: 'late' }, sue: { startedOn: '2024-10-09' } });
  });

  it('is applied for on the portal and may be withdrawn', () => {
    const walker = walk(compensation);
    walker.take('2024-07-17', 'apply', claim, { actor: { kind: 'party' } });
    expect(walker.matter!.data.receivedOn).toBe('2024-07-17');
    walker.take('2024-07-20', 'withdraw', {}, { actor: { kind: 'party', matter: 'm1' } });
    expect(walker.matter!.state).toBe('withdrawn');
  });

  it('cannot be decided unheard, and is marked when two years have passed', () => {
    const walker = walk(compensation);
    const opened = walker.take('2024-07-17', 'register', { ...claim, knewOn: '2022-07-01', receivedOn: '2024-07-17' });
    expect(opened.notes).toMatchObject([{ code: 'compensation.time_barred' }]);
    walker.take('2024-07-18', 'assign', { handlers: ['p1'] });
    expect(codesOf(walker.decline('2024-09-10', 'decide', decision))).toEqual(['compensation.not_heard']);
  });

  it('ends with a refusal of compensation, served with proof', () => {
    const walker = heard();
    walker.take('2024-09-10', 'decide', { result: 'refuse', reasons: '没有损失。', decidedOn: '2024-09-10' });
    const bare = (serving: string) =>
      codesOf(walker.decline('2024-09-12', 'serve', { servedOn: '2024-09-12', serving }));
    expect(bare('post')).toEqual(['service.proof_missing']);
    expect(bare('electronic')).toEqual(['service.consent_missing', 'service.proof_missing']);
    walker.take('2024-09-12', 'serve', { servedOn: '2024-09-12', serving: 'direct', servingProof: ['slip'] });
    walker.take('2024-12-20', 'close');
    expect(walker.matter!.state).toBe('closed');
  });

  it('keeps its days in order', () => {
    const walker = heard();
    expect(codesOf(walker.decline('2024-09-10', 'decide', { ...decision, decidedOn: '2024-07-16' }))).toEqual([
      'compensation.date_order',
    ]);
    walker.take('2024-09-10', 'decide', decision);
    const slip = { serving: 'direct', servingProof: ['slip'] };
    expect(codesOf(walker.decline('2024-09-12', 'serve', { servedOn: '2024-09-09', ...slip }))).toEqual([
      'compensation.date_order',
    ]);
    walker.take('2024-09-12', 'serve', { servedOn: '2024-09-12', ...slip });
    expect(codesOf(walker.decline('2024-09-20', 'askPayment', { payAskedOn: '2024-09-11' }))).toEqual([
      'compensation.date_order',
    ]);
    walker.take('2024-09-20', 'askPayment', { payAskedOn: '2024-09-20' });
    expect(codesOf(walker.decline('2024-09-24', 'askFinance', { financeAskedOn: '2024-09-19' }))).toEqual([
      'compensation.date_order',
    ]);
    expect(codesOf(walker.decline('2024-10-09', 'pay', { paidOn: '2024-09-19' }))).toEqual(['compensation.date_order']);
    expect(
      codesOf(
        walker.decline('2024-10-09', 'correct', { values: { decidedOn: '2024-09-13' }, reason: '决定书日期有误' }),
      ),
    ).toEqual(['compensation.date_order']);
  });
});
