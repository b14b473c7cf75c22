import { clearDays, days } from '@fadu/calendar';
import { type JsonObject, plainDate, statute } from '@fadu/kernel';
import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.js';
import { checkDefinition } from './check-definition.js';
import { given, is, not } from './condition.js';
import { choice, day, integer, list, pastDay, text } from './field.js';
import { guard } from './guard.js';
import { fieldValue, firstOf, type Line, today } from './line.js';
import { ruleSetFlags } from './rule-set.js';
import { type Walker, walk } from './testing.js';

const basis = statute('测试法')(1);
const line: Line = {
  code: 'sample',
  name: '样例',
  version: '1',
  kind: 'case',
  ruleSets: [
    { code: 'old', name: '旧法', until: '2023-12-31', chosenBy: 'receivedOn', basis },
    { code: 'new', name: '新法', from: '2024-01-01', chosenBy: 'receivedOn', basis },
    { code: 'newest', name: '新条例', from: '2024-07-01', chosenBy: 'step', basis },
  ],
  posts: { handler: '承办人', unitHead: '负责人' },
  fields: {
    receivedOn: pastDay('收到日'),
    correctedOn: pastDay('补正日'),
    level: choice('程度', { low: '低', high: '高' }),
    acceptedOn: pastDay('受理日'),
    writtenOn: day('所载期限', { optional: true }),
    extendBy: integer('延长', { min: 1, max: 30 }),
    pauses: list('不计入', '不计入', { from: pastDay('开始'), to: pastDay('恢复') }),
    remark: text('意见', 100),
    overdueOn: pastDay('逾期日'),
  },
  states: {
    open: { name: '办理中', tone: 'active' },
    done: { name: '办结', tone: 'ended' },
    filed: { name: '归档', tone: 'ended' },
  },
  clocks: {
    decide: {
      name: '办理',
      event: '收到，或者补正',
      from: ['correctedOn', 'receivedOn'],
      limit: days(60),
      until: 'writtenOn',
      basis,
      expiry: 'duty',
      holder: 'organ',
      onExpiry: 'lapse',
      extend: { atMost: 30, basis },
      excludes: basis,
    },
    warn: {
      name: '提示',
      event: '办理期限届满',
      from: '$due.decide',
      limit: clearDays(10),
      basis,
      expiry: 'backward',
      holder: 'organ',
    },
  },
  actions: {
    open: {
      name: '登记',
      by: ['handler', 'party'],
      to: 'open',
      basis,
      form: ['receivedOn', 'level', 'writtenOn'],
      on: 'receivedOn',
      sets: {
        acceptedOn: firstOf([{ when: is('$ruleSet', 'old'), value: fieldValue('receivedOn') }], today),
      },
      clocks: { start: ['decide', 'warn'] },
    },
    say: { name: '说明', by: ['party', 'handler'], from: ['open'], basis, form: ['remark'] },
    onlyNewest: { name: '新办法', by: ['handler'], from: ['open'], basis, when: is('$ruleSet', 'newest') },
    leaveOut: {
      name: '扣除',
      by: ['handler'],
      from: ['open'],
      basis,
      record: 'pauses',
      clocks: { exclude: { clocks: ['decide'], from: 'from', to: 'to' } },
    },
    lengthen: {
      name: '延期',
      by: ['handler'],
      from: ['open'],
      basis,
      form: ['extendBy'],
      approvedBy: ['unitHead'],
      clocks: { extend: 'decide' },
      guards: [
        guard('sample.late', basis, ({ clock, on }) => (on > clock('decide')!.legalDue ? '不能延期' : undefined)),
      ],
    },
    lapse: {
      name: '逾期',
      by: ['clock'],
      from: ['open'],
      basis,
      when: not(given('overdueOn')),
      sets: { overdueOn: today },
    },
    finish: {
      name: '办结',
      by: ['handler'],
      from: ['open'],
      to: 'done',
      basis,
      clocks: { stop: ['decide'], drop: ['warn'] },
    },
    file: { name: '归档', by: ['handler'], from: ['done'], to: 'filed', basis },
    reopen: { name: '重新办理', by: ['handler'], from: ['done', 'filed'], to: 'open', basis },
    complete: {
      name: '补正',
      by: ['handler'],
      from: ['open'],
      basis,
      form: ['correctedOn'],
      clocks: { recount: ['decide'] },
    },
  },
  documents: {},
  numbers: {},
  list: { title: '{level}', columns: [], filters: [] },
};

const official = (...posts: string[]): { actor: Actor } => ({
  actor: { kind: 'official', person: 'p1', name: '周样例', posts: posts.map((post) => ({ post, org: 'gov' })) },
});
const clock: { actor: Actor } = { actor: { kind: 'clock' } };
const party: { actor: Actor } = { actor: { kind: 'party', matter: 'm1' } };
function opened(input: JsonObject = {}, on = '2024-03-04'): Walker {
  const walker = walk(line);
  walker.take(on, 'open', { receivedOn: on, level: 'low', ...input });
  return walker;
}

describe('the engine', () => {
  it('runs a sound definition', () => expect(checkDefinition(line)).toEqual([]));

  it('knows no action, field or choice by a name that every object has', () => {
    const walker = opened();
    for (const name of ['constructor', 'toString', '__proto__'])
      expect(walker.decline('2024-03-05', name).refusals).toMatchObject([{ code: 'engine.unknown_action' }]);
    const faults = walk(line).decline('2024-03-04', 'open', {
      receivedOn: '2024-03-04',
      level: 'constructor',
      toString: 'x',
    }).faults;
    expect(faults.map((fault) => fault.field)).toEqual(['toString', 'level']);
  });

  it('a value set by the case, the rule set of the step included', () => {
    expect(opened({}, '2023-12-20').matter!.data.acceptedOn).toBe('2023-12-20');
    const walker = walk(line);
    walker.take('2024-03-06', 'open', { receivedOn: '2024-03-04', level: 'low' });
    expect(walker.matter!.data.acceptedOn).toBe('2024-03-04');
  });

  it('an action that exists only under one rule set', () => {
    const walker = opened();
    expect(walker.decline('2024-06-30', 'onlyNewest').refusals).toMatchObject([{ code: 'engine.not_applicable' }]);
    walker.take('2024-07-01', 'onlyNewest');
    expect(walker.matter!.flags).toEqual(['rule-set:new/newest']);
  });

  it('flags what was opened under an older law than is in force on the day of the step', () => {
    const walker = opened({}, '2023-12-20');
    expect(walker.matter!.flags).toEqual([]);
    walker.take('2024-01-10', 'say', { remark: '说明' });
    expect(walker.matter!.flags).toEqual(['rule-set:old/new']);
    expect(ruleSetFlags(line, undefined, { receivedOn: '2023-12-20' }, plainDate('2024-03-01'))).toEqual([
      'rule-set:old/new',
    ]);
  });
});

describe('a request that waits for approval', () => {
  const waiting = () => {
    const walker = opened();
    walker.take('2024-04-01', 'lengthen', { extendBy: 10 }, official('handler'));
    return walker;
  };

  it('keeps officials waiting, not the citizen, and outlives the citizen’s step', () => {
    const walker = waiting();
    expect(walker.decline('2024-04-02', 'say', { remark: '说明' }, official('handler')).refusals).toMatchObject([
      { code: 'engine.pending' },
    ]);
    walker.take('2024-04-02', 'say', { remark: '补充' }, party);
    walker.take('2024-04-02', 'lapse', {}, clock);
    expect(walker.matter!.pending?.action).toBe('lengthen');
    walker.take('2024-04-03', 'approve', {}, official('unitHead'));
    expect(walker.matter).toMatchObject({ pending: null, clocks: { decide: { extension: 10 } } });
  });

  it('is judged again on the day it is approved', () => {
    const walker = waiting();
    expect(walker.decline('2024-05-10', 'approve', {}, official('unitHead')).refusals).toMatchObject([
      { code: 'sample.late' },
    ]);
  });

  it('is returned with a reason, and only by the one who approves', () => {
    const walker = waiting();
    expect(walker.decline('2024-04-02', 'return', { reason: '再说' }, official('handler')).refusals).toMatchObject([
      { code: 'engine.not_yours' },
    ]);
    expect(walker.decline('2024-04-02', 'return', {}, official('unitHead')).faults).toMatchObject([
      { field: 'reason' },
    ]);
    const returned = walker.take('2024-04-02', 'return', { reason: '写清理由' }, official('unitHead'));
    expect(returned.events[0]).toMatchObject({ kind: 'returned', reasons: { return: '写清理由' } });
    expect(walker.matter!.pending).toBeNull();
  });
});

describe('clocks', () => {
  it('count from the first given of several days', () => {
    expect(opened().matter!.clocks.decide).toMatchObject({ startedOn: '2024-03-04', nominalDue: '2024-05-03' });
  });

  it('end on the day a paper names, without moving it', () => {
    const walker = opened({ writtenOn: '2024-05-04' });
    expect(walker.matter!.clocks).toMatchObject({
      decide: { nominalDue: '2024-05-04', legalDue: '2024-05-04', targetDue: '2024-04-30' },
      // Ten full days lie between 2024-04-23 and that day.
      warn: { legalDue: '2024-04-23' },
    });
    const early = { receivedOn: '2024-03-04', level: 'low', writtenOn: '2024-03-01' };
    expect(walk(line).decline('2024-03-04', 'open', early).refusals).toMatchObject([{ code: 'clock.ends_first' }]);
  });

  it('leave out days that law excludes, merged when they overlap', () => {
    const walker = opened();
    walker.take('2024-03-20', 'leaveOut', { from: '2024-03-10', to: '2024-03-15' });
    expect(walker.matter!.clocks.decide).toMatchObject({ nominalDue: '2024-05-08' });
    walker.take('2024-03-20', 'leaveOut', { from: '2024-03-12', to: '2024-03-18' });
    expect(walker.matter!.clocks.decide).toMatchObject({ nominalDue: '2024-05-11' });
  });

  it('act once when they run out, and run on to show how late', () => {
    const walker = opened();
    const lapsed = walker.take('2024-05-07', 'lapse', {}, clock);
    expect(lapsed.events[0]!.clocks).toMatchObject([{ code: 'decide', outcome: null, acted: true }]);
    walker.take('2024-05-09', 'finish');
    expect(walker.matter!.clocks.decide).toMatchObject({ outcome: 'late' });
  });

  it('are counted again after a correction, with those that count from their end; an overrun stays', () => {
    const walker = opened();
    const correct = (field: string, value: string, on = '2024-03-05') =>
      walker.take(on, 'correct', { values: { [field]: value }, reason: '登记有误' });
    correct('receivedOn', '2024-03-01');
    expect(walker.matter!.clocks).toMatchObject({
      decide: { startedOn: '2024-03-01', legalDue: '2024-04-30' },
      warn: { startedOn: '2024-04-30', legalDue: '2024-04-19' },
    });
    walker.take('2024-03-05', 'complete', { correctedOn: '2024-03-04' });
    correct('correctedOn', '2024-03-05');
    expect(walker.matter!.clocks.decide).toMatchObject({ startedOn: '2024-03-05', legalDue: '2024-05-06' });
    walker.take('2024-05-06', 'finish');
    expect(walker.matter!.clocks.decide).toMatchObject({ outcome: 'met' });
    // Finished on 05-06; from 03-01 it was due on 04-30: late, and still late when the day is put right once more.
    correct('correctedOn', '2024-03-01', '2024-05-07');
    expect(walker.matter!.clocks.decide).toMatchObject({ legalDue: '2024-04-30', outcome: 'late' });
    correct('correctedOn', '2024-03-05', '2024-05-07');
    expect(walker.matter!.clocks.decide).toMatchObject({ legalDue: '2024-05-06', outcome: 'late' });
  });
});

describe('the end of a matter', () => {
  it('has its day, which goes when the matter is taken up again', () => {
    const walker = opened();
    walker.take('2024-04-01', 'finish');
    walker.take('2024-04-05', 'file');
    expect(walker.matter!.closedOn).toBe('2024-04-01');
    walker.take('2024-04-09', 'reopen');
    expect(walker.matter).toMatchObject({ state: 'open', closedOn: null });
    walker.take('2024-04-12', 'finish');
    expect(walker.matter!.closedOn).toBe('2024-04-12');
  });
});
