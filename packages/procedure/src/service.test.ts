import { days, workdays } from '@fadu/calendar';
import { plainDate, statute } from '@fadu/kernel';
import { describe, expect, it } from 'vitest';
import { checkDefinition } from './check-definition.js';
import { describe as describeLine } from './describe.js';
import { list, organization, pastDay, text } from './field.js';
import { documentsOf, registeredBy } from './issued.js';
import type { Line } from './line.js';
import { codesOf, type Walker, walk } from './testing.js';

const basis = statute('测试法')(1);
const line: Line = {
  code: 'sample',
  name: '样例',
  version: '1',
  kind: 'case',
  ruleSets: [{ code: 'only', name: '样例', chosenBy: 'step', basis }],
  posts: { handler: '承办人', sectionHead: '负责人' },
  fields: {
    parties: list('当事人', '当事人', { name: text('姓名', 20) }),
    agency: organization('被申请人', { optional: true }),
    servedOn: pastDay('送达日'),
    way: text('送达方式', 20),
  },
  states: {
    open: { name: '办理中', tone: 'active' },
    decided: { name: '已决定', tone: 'active' },
    served: { name: '已送达', tone: 'ended' },
    sued: { name: '已起诉', tone: 'ended' },
  },
  clocks: {
    serve: {
      name: '送达',
      event: '决定',
      from: 'decidedOn',
      limit: workdays(7),
      basis,
      expiry: 'duty',
      holder: 'organ',
    },
    sue: { name: '起诉', event: '送达', from: 'servedOn', limit: days(15), basis, expiry: 'right', holder: 'party' },
  },
  actions: {
    open: { name: '登记', by: ['handler'], to: 'open', basis, form: ['parties', 'agency'] },
    decide: {
      name: '决定',
      by: ['handler'],
      from: ['open'],
      to: 'decided',
      basis,
      sets: { decidedOn: { take: 'today' } },
      clocks: { start: ['serve'] },
      documents: ['decision'],
    },
    serve: {
      name: '送达',
      by: ['handler'],
      from: ['decided'],
      to: 'served',
      basis,
      form: ['servedOn', 'way'],
      on: 'servedOn',
      clocks: { stop: ['serve'], start: ['sue'] },
      due: 'serve',
    },
    sue: { name: '登记起诉', by: ['handler'], from: ['served'], to: 'sued', basis },
  },
  documents: {
    decision: {
      name: '决定书',
      title: '决定书',
      basis,
      number: 'decision',
      paragraphs: ['决定如下。'],
      serve: [{ to: 'parties', takes: 'serve', carry: { way: 'method' } }, { to: 'agency' }],
    },
  },
  numbers: { decision: { template: '{organ}决〔{year}〕{serial}号' } },
  list: { title: '样例', columns: [], filters: [] },
};
const withDecidedOn: Line = { ...line, fields: { ...line.fields, decidedOn: pastDay('决定日') } };

const decided = (parties = 1): Walker => {
  const walker = walk(withDecidedOn);
  walker.take('2024-10-08', 'open', {
    parties: Array.from({ length: parties }, (_, index) => ({ name: `样例${index}` })),
    agency: 'bureau',
  });
  walker.take('2024-10-09', 'decide');
  return walker;
};
const direct = (recipient: string, servedOn: string) => ({
  document: 'd1',
  recipient,
  method: 'direct',
  servedOn,
  proof: ['f1'],
});
const stateOf = (walker: Walker, id = 'd1') =>
  documentsOf(withDecidedOn, walker.events, walker.matter!.data).find((one) => one.id === id)!;

it('a service may be registered by the step itself: the paper then needs no other', () => {
  const [toParties, toAgency] = line.documents.decision!.serve!;
  const walker = decided();
  expect(registeredBy({ id: 'd1' }, toParties!, walker.events)).toBeUndefined();
  walker.take('2024-10-11', 'serve', { servedOn: '2024-10-10', way: 'direct' });
  expect(registeredBy({ id: 'd1' }, toParties!, walker.events)).toMatchObject({ action: 'serve', on: '2024-10-10' });
  expect(registeredBy({ id: 'd1' }, toAgency!, walker.events)).toBeUndefined();
  expect(registeredBy({ id: 'd1' }, { ...toAgency!, alsoBy: ['serve'] }, walker.events)).toMatchObject({ seq: 3 });
  // What a card recorded is told by the card.
  const carded = decided();
  carded.take('2024-10-11', 'serveDocument', direct('parties.0', '2024-10-10'));
  expect(registeredBy({ id: 'd1' }, toParties!, carded.events)).toBeUndefined();
});

describe('service of documents', () => {
  it('is a sound definition; an action that asks more than a service tells is none', () => {
    expect(checkDefinition(withDecidedOn)).toEqual([]);
    const wrong: Line = {
      ...withDecidedOn,
      documents: {
        decision: { ...line.documents.decision!, serve: [{ to: 'nobody' }, { to: 'parties', takes: 'serve' }] },
      },
    };
    expect(checkDefinition(wrong)).toEqual([
      'sample documents.decision.serve: unknown field nobody',
      'sample documents.decision.serve: serve asks way',
    ]);
  });

  it('is described with its form, and actions with the papers whose service takes them', () => {
    const description = describeLine(withDecidedOn, plainDate('2024-03-01'));
    expect(description.actions.serve!.byServiceOf).toEqual(['decision']);
    expect(description.service.methods.notice!.basis.text).toBe('《民事诉讼法》第九十五条');
    expect(Object.keys(description.service.fields)).toContain('proof');
  });

  it('on the party takes the action of the line on the day of service: state, field and clocks', () => {
    const walker = decided();
    walker.take('2024-10-14', 'serveDocument', direct('parties.0', '2024-10-11'));
    const { matter } = walker;
    expect(matter!.state).toBe('served');
    expect(matter!.data).toMatchObject({ servedOn: '2024-10-11', way: 'direct' });
    // 26 October 2024 is a Saturday.
    expect(matter!.clocks.sue!.legalDue).toBe('2024-10-28');
    expect(matter!.clocks.serve!.outcome).toBe('met');
    expect(stateOf(walker).state).toBe('issued');
    expect(stateOf(walker, 'd2').template).toBe('serviceReturn');
    walker.take('2024-10-14', 'serveDocument', direct('agency', '2024-10-12'));
    expect(matter!.clocks).toEqual(walker.matter!.clocks);
    expect(stateOf(walker).state).toBe('served');
  });

  it('on several parties counts from the last of them', () => {
    const walker = decided(2);
    walker.take('2024-10-14', 'serveDocument', direct('parties.1', '2024-10-12'));
    expect(walker.matter!.state).toBe('decided');
    walker.take('2024-10-14', 'serveDocument', direct('parties.0', '2024-10-11'));
    expect(walker.matter!.clocks.sue!.startedOn).toBe('2024-10-12');
  });

  it.each([
    ['service.before_document', { servedOn: '2024-10-08' }],
    ['service.proof_missing', { proof: [] }],
    ['service.consent_missing', { method: 'electronic' }],
    ['service.notice_reason_missing', { method: 'notice', publishedOn: '2024-10-09', servedOn: undefined }],
  ])('is refused: %s', (code, change) => {
    const input = Object.fromEntries(
      Object.entries({ ...direct('parties.0', '2024-10-11'), ...change }).filter(([, value]) => value !== undefined),
    ) as never;
    expect(codesOf(decided().decline('2024-12-14', 'serveDocument', input))).toEqual([code]);
  });

  it('by electronic means with consent holds on the day of arrival', () => {
    const walker = decided();
    const input = { ...direct('parties.0', '2024-10-10'), method: 'electronic', consent: ['f2'] };
    walker.take('2024-10-11', 'serveDocument', input);
    expect(walker.matter!.clocks.sue!.startedOn).toBe('2024-10-10');
    // Consent signed once holds for the next paper too.
    walker.take('2024-10-12', 'correctDocument', { document: 'd1', reason: '有笔误' });
    const again = { ...direct('parties.0', '2024-10-12'), document: 'd3', method: 'electronic' };
    walker.take('2024-10-12', 'serveDocument', again);
    expect(codesOf(walker.decline('2024-10-12', 'serveDocument', { ...again, recipient: 'agency' }))).toEqual([
      'service.consent_missing',
    ]);
  });

  it('by public notice holds thirty days after publication, and not before (民事诉讼法第九十五条)', () => {
    const walker = decided();
    const { servedOn: _, ...rest } = direct('parties.0', '2024-10-10');
    const input = { ...rest, method: 'notice', publishedOn: '2024-10-10', reason: '下落不明，其他方式无法送达' };
    expect(codesOf(walker.decline('2024-11-08', 'serveDocument', input))).toEqual(['service.notice_running']);
    walker.take('2024-11-09', 'serveDocument', input);
    expect(walker.matter!.data.servedOn).toBe('2024-11-09');
  });

  it('is recorded once; found invalid it takes back what it brought about, and a new one starts anew', () => {
    const walker = decided();
    walker.take('2024-10-14', 'serveDocument', direct('parties.0', '2024-10-11'));
    expect(codesOf(walker.decline('2024-10-15', 'serveDocument', direct('parties.0', '2024-10-14')))).toEqual([
      'service.already',
    ]);
    expect(walker.decline('2024-10-16', 'voidService', { service: 's3' }).faults[0]!.field).toBe('reason');
    walker.take('2024-10-16', 'voidService', { service: 's3', reason: '签收人不是同住的成年家属' });
    expect(walker.matter).toMatchObject({ state: 'decided', closedOn: null, data: { servedOn: null } });
    expect(walker.matter!.clocks.sue!.outcome).toBe('void');
    expect(walker.matter!.clocks.serve).toMatchObject({ outcome: null, stoppedOn: null });
    expect(stateOf(walker)).toMatchObject({ state: 'issued', voided: [{ id: 's3' }] });
    walker.take('2024-10-18', 'serveDocument', direct('parties.0', '2024-10-17'));
    expect(walker.matter!.clocks.sue).toMatchObject({ outcome: null, startedOn: '2024-10-17' });
  });

  it('found invalid after the matter went on voids its clocks and asks a person to look', () => {
    const walker = decided();
    walker.take('2024-10-14', 'serveDocument', direct('parties.0', '2024-10-11'));
    walker.take('2024-10-15', 'sue');
    walker.take('2024-10-16', 'voidService', { service: 's3', reason: '地址有误' });
    expect(walker.matter!.state).toBe('sued');
    expect(walker.matter!.clocks.sue!.outcome).toBe('void');
    expect(walker.matter!.flags).toHaveLength(1);
  });
});

describe('documents put right', () => {
  it('corrected, the same number is issued again and the earlier paper is withdrawn; it must be served anew', () => {
    const walker = decided();
    walker.take('2024-10-10', 'correctDocument', { document: 'd1', reason: '当事人名称有误' });
    const [before, after] = [stateOf(walker), stateOf(walker, 'd2')];
    expect(before).toMatchObject({ state: 'withdrawn', successor: 'd2' });
    expect(after).toMatchObject({ number: before.number, state: 'issued', issuedOn: '2024-10-10' });
    expect(codesOf(walker.decline('2024-10-11', 'serveDocument', direct('parties.0', '2024-10-11')))).toEqual([
      'service.withdrawn',
    ]);
    walker.take('2024-10-11', 'serveDocument', { ...direct('parties.0', '2024-10-11'), document: 'd2' });
    expect(walker.matter!.state).toBe('served');
  });

  it('withdrawn only before service, by those who lead, with a reason', () => {
    const walker = decided();
    const handler = {
      actor: { kind: 'official', person: 'p', name: '周样例', posts: [{ post: 'handler', org: 'gov' }] },
    } as const;
    const input = { document: 'd1', reason: '误发' };
    expect(codesOf(walker.decline('2024-10-10', 'withdrawDocument', input, handler))).toEqual(['engine.not_yours']);
    walker.take('2024-10-10', 'serveDocument', direct('agency', '2024-10-10'));
    expect(codesOf(walker.decline('2024-10-10', 'withdrawDocument', input))).toEqual(['document.served']);
    const other = decided();
    other.take('2024-10-10', 'withdrawDocument', input);
    expect(stateOf(other)).toMatchObject({ state: 'withdrawn', withdrawnFor: '误发' });
    expect(codesOf(other.decline('2024-10-10', 'correctDocument', input))).toEqual(['document.withdrawn']);
  });
});
