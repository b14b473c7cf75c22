import type { JsonObject } from '@fadu/kernel';
import { checkDefinition } from '@fadu/procedure';
import { codesOf, guardCodes, walk } from '@fadu/procedure/testing';
import { describe, expect, it } from 'vitest';
import { prelitigation } from './index.js';

const dispute: JsonObject = {
  source: 'court',
  court: '白城市洮北区人民法院',
  parties: [{ kind: 'citizen', name: '赵样例', address: '白城市洮北区', phone: '13800000000' }],
  agency: 'bureau',
  act: { name: '行政处罚决定' },
  registeredOn: '2024-07-01',
  basisOfSuit: 'direct',
  suitFrom: '2024-03-15',
};

function mediating(more: JsonObject = {}) {
  const walker = walk(prelitigation);
  walker.take('2024-07-01', 'register', { ...dispute, ...more });
  walker.take('2024-07-02', 'assign', { mediator: ['p1'] });
  return walker;
}

it('is a sound definition', () => expect(checkDefinition(prelitigation)).toEqual([]));

describe('a dispute before a suit', () => {
  it('is resolved by agreement, while the limit to sue keeps running', () => {
    const walker = mediating();
    expect(walker.matter!.clocks).toMatchObject({
      mediation: { legalDue: '2024-07-31' },
      'sue-deadline': { legalDue: '2024-09-18', outcome: null },
    });
    walker.take('2024-07-10', 'session', { on: '2024-07-10', attendees: '双方', content: '初步协商。' });
    walker.take('2024-07-20', 'resolve', { closedOn: '2024-07-20', agreement: '变更处罚金额。' });
    expect(walker.matter).toMatchObject({
      state: 'resolved',
      data: { result: 'resolved' },
      clocks: { mediation: { outcome: 'met' }, 'sue-deadline': { outcome: 'void' } },
    });
  });

  it('counts fifteen days after reconsideration', () => {
    expect(
      mediating({ basisOfSuit: 'reconsidered', suitFrom: '2024-06-28' }).matter!.clocks['sue-deadline'],
    ).toMatchObject({ legalDue: '2024-07-15' });
  });

  it('fails and goes on to the suit', () => {
    const walker = mediating();
    expect(codesOf(walker.decline('2024-07-31', 'close', { result: 'resolved', closedOn: '2024-07-31' }))).toEqual([
      'prelit.result_step',
    ]);
    walker.take('2024-07-31', 'close', { result: 'toSuit', closedOn: '2024-07-31', failure: '分歧较大。' });
    expect(walker.matter).toMatchObject({ state: 'transferred', clocks: { 'sue-deadline': { outcome: null } } });
  });

  it.each([
    ['2024-09-02', []],
    ['2024-09-03', ['prelit.deadline_near']],
    ['2024-09-19', ['prelit.deadline_near']],
  ])('deadline_near on %s', (on, codes) => {
    const notes = mediating().take(on, 'session', { on, attendees: '双方', content: '协商。' }).notes;
    expect(notes.map((one) => one.code)).toEqual(codes);
  });

  it('warns both sides on the fifteenth day before the limit to sue ends', () => {
    const walker = mediating();
    // The limit ends on 2024-09-18; the warning is taken by the clock on the day after 2024-09-02.
    expect(walker.matter!.clocks['sue-warning']).toMatchObject({ startedOn: '2024-09-18', legalDue: '2024-09-02' });
    const warned = walker.take('2024-09-03', 'warn', {}, { actor: { kind: 'clock' } });
    expect(warned.events[0]!.documents).toMatchObject([{ template: 'warning' }]);
    expect(walker.matter).toMatchObject({
      data: { warnedOn: '2024-09-03' },
      clocks: { 'sue-warning': { outcome: 'void' }, 'sue-deadline': { outcome: null } },
    });
  });

  it('counts the warning again when the first day is put right', () => {
    const walker = mediating();
    walker.take('2024-07-03', 'correct', { values: { suitFrom: '2024-04-15' }, reason: '送达回证日期有误' });
    expect(walker.matter!.clocks).toMatchObject({
      'sue-deadline': { legalDue: '2024-10-15' },
      'sue-warning': { legalDue: '2024-09-29' },
    });
  });

  it('date_order: nothing is done about it before it is registered', () => {
    const walker = mediating();
    const early = { on: '2024-06-30', attendees: '双方', content: '协商。' };
    expect(codesOf(walker.decline('2024-07-10', 'session', early))).toEqual(['prelit.date_order']);
    expect(codesOf(walker.decline('2024-07-10', 'resolve', { closedOn: '2024-06-30', agreement: '变更。' }))).toEqual([
      'prelit.date_order',
    ]);
    const act = { name: '行政处罚决定', madeOn: '2024-04-01' };
    expect(codesOf(walk(prelitigation).decline('2024-07-01', 'register', { ...dispute, act }))).toEqual([
      'prelit.date_order',
    ]);
  });

  it('has no refusal beyond those reached here', () =>
    expect(guardCodes(prelitigation)).toEqual(['prelit.date_order', 'prelit.deadline_near', 'prelit.result_step']));
});
