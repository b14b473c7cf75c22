import { days } from '@fadu/calendar';
import { type JsonObject, statute } from '@fadu/kernel';
import { describe, expect, it } from 'vitest';
import { checkDefinition } from './check-definition.js';
import { is } from './condition.js';
import { choice, day, list, pastDay, persons, text } from './field.js';
import { guard, inOrder } from './guard.js';
import { type Line, today, whether } from './line.js';
import { type Walker, walk } from './testing.js';

const basis = statute('测试法')(1);
const fields = {
  receivedOn: pastDay('收到日'),
  postmarkOn: pastDay('邮戳日', { optional: true }),
  acceptedOn: pastDay('受理日'),
  speed: choice('程序', { ordinary: '普通', simple: '简易' }),
  simple: choice('是否简易', { yes: '是', no: '否' }),
  people: persons('承办人', 'handler', { min: 1 }),
  sentOn: pastDay('发送日'),
  arrivedOn: pastDay('收到副本日'),
  answeredOn: pastDay('答复日'),
  restedOn: pastDay('中止日'),
  wokenOn: pastDay('恢复日'),
  visits: list('勘验', '勘验', { on: pastDay('勘验日'), to: pastDay('恢复计算日') }, { optional: true }),
  meetOn: day('开会日'),
  end: choice('结果', { granted: '准许', dismissed: '驳回' }),
  endedOn: pastDay('结案日'),
  note: text('说明', 50, { optional: true }),
} as const;

const line: Line = {
  code: 'sample',
  name: '样例',
  version: '1',
  kind: 'case',
  ruleSets: [
    { code: 'old', name: '旧法', until: '2023-12-31', chosenBy: 'receivedOn', basis },
    { code: 'new', name: '新法', from: '2024-01-01', chosenBy: 'receivedOn', basis },
  ],
  posts: { handler: '承办人', unitHead: '负责人' },
  fields,
  states: {
    received: { name: '待审查', tone: 'active' },
    open: { name: '审理中', tone: 'active' },
    rests: { name: '已中止', tone: 'stopped' },
    granted: { name: '已准许', tone: 'active' },
    dismissed: { name: '已驳回', tone: 'ended' },
    done: { name: '办结', tone: 'ended' },
  },
  clocks: {
    review: {
      name: '审查',
      event: '收到',
      from: 'receivedOn',
      limit: days(10),
      basis,
      expiry: 'duty',
      holder: 'organ',
    },
    decide: {
      name: '办理',
      event: '受理',
      from: 'acceptedOn',
      limit: days(60),
      cases: [{ when: is('speed', 'simple'), limit: days(30), basis }],
      basis,
      expiry: 'duty',
      holder: 'organ',
      suspends: true,
      excludes: basis,
    },
    answer: {
      name: '答复',
      event: '收到副本',
      from: 'arrivedOn',
      limit: days(10),
      basis,
      expiry: 'duty',
      holder: 'other',
    },
    perform: {
      name: '履行',
      event: '准许',
      from: 'endedOn',
      limit: days(30),
      basis,
      expiry: 'duty',
      holder: 'other',
      when: is('end', 'granted'),
    },
  },
  actions: {
    open: {
      name: '登记收件',
      by: ['handler'],
      to: 'received',
      basis,
      form: ['receivedOn', 'postmarkOn'],
      on: 'receivedOn',
      guards: [
        inOrder('sample.order', fields, { earlier: 'postmarkOn', later: 'receivedOn', basis }),
        guard(
          'sample.too_late',
          basis,
          ({ data }) => (String(data.receivedOn) > '2024-06-30' ? '不能按期受理：已过期。' : undefined),
          'soft',
        ),
      ],
      clocks: { start: ['review'] },
    },
    accept: {
      name: '受理',
      by: ['handler'],
      from: ['received'],
      to: 'open',
      basis,
      form: ['speed', 'people'],
      guards: [
        inOrder('sample.order', fields, { earlier: 'receivedOn', later: 'acceptedOn', basis }),
        guard('sample.review_over', basis, ({ clock, on }) =>
          on > clock('review')!.legalDue ? '不能受理：审查期限已经届满。' : undefined,
        ),
      ],
      sets: { acceptedOn: today, simple: whether(is('speed', 'simple')) },
      assigns: 'people',
      clocks: { stop: ['review'], start: ['decide'] },
    },
    send: {
      name: '发送',
      by: ['handler'],
      from: ['open'],
      basis,
      form: ['sentOn', 'arrivedOn'],
      guards: [
        inOrder(
          'sample.order',
          fields,
          { earlier: 'acceptedOn', later: 'sentOn', basis },
          { earlier: 'sentOn', later: 'arrivedOn', basis },
        ),
      ],
      clocks: { start: ['answer'] },
    },
    answer: {
      name: '答复',
      by: ['handler'],
      from: ['open'],
      basis,
      form: ['answeredOn'],
      on: 'answeredOn',
      guards: [
        inOrder('sample.order', fields, { earlier: 'arrivedOn', later: 'answeredOn', basis }),
        guard(
          'sample.answer_late',
          basis,
          ({ clock, on }) => (on > clock('answer')!.legalDue ? `不能按期答复：${on}已过期。` : undefined),
          'soft',
        ),
      ],
      clocks: { stop: ['answer'] },
    },
    rest: {
      name: '中止',
      by: ['handler'],
      from: ['open'],
      to: 'rests',
      basis,
      form: ['restedOn'],
      on: 'restedOn',
      clocks: { suspend: true },
    },
    wake: {
      name: '恢复',
      by: ['handler'],
      from: ['rests'],
      to: { previous: true },
      basis,
      form: ['wokenOn'],
      on: 'wokenOn',
      guards: [inOrder('sample.order', fields, { earlier: 'restedOn', later: 'wokenOn', basis })],
      clocks: { resume: true },
    },
    visit: {
      name: '登记勘验',
      by: ['handler'],
      from: ['open'],
      basis,
      record: 'visits',
      guards: [inOrder('sample.order', fields, { earlier: 'visits.on', later: 'visits.to', basis })],
      clocks: { exclude: { clocks: ['decide'], from: 'on', to: 'to' } },
    },
    meet: { name: '定会', by: ['handler'], from: ['open'], basis, form: ['meetOn', 'note'] },
    end: {
      name: '作出决定',
      by: ['handler'],
      from: ['open'],
      to: { byField: 'end', map: { granted: 'granted', dismissed: 'dismissed' } },
      basis,
      form: ['end', 'endedOn'],
      on: 'endedOn',
      clocks: { stop: ['decide'], start: ['perform'] },
    },
    close: {
      name: '归档',
      by: ['handler'],
      from: ['granted', 'dismissed'],
      to: 'done',
      basis,
      clocks: { stop: ['perform'] },
    },
  },
  documents: {},
  numbers: {},
  list: { title: '{speed}', columns: [], filters: [] },
};

function sent(): Walker {
  const walker = walk(line);
  walker.take('2024-03-04', 'open', { receivedOn: '2024-03-04', postmarkOn: '2024-03-01' });
  walker.take('2024-03-06', 'accept', { speed: 'ordinary', people: ['p1'] });
  walker.take('2024-03-12', 'send', { sentOn: '2024-03-08', arrivedOn: '2024-03-11' });
  return walker;
}
const right = (field: string, value: JsonObject[string]) => ({ values: { [field]: value }, reason: '登记有误' });
const put = (walker: Walker, field: string, value: JsonObject[string], on = '2024-05-20', reasons = {}) =>
  walker.take(on, 'correct', right(field, value), { reasons }).events[0]!;
const refusedFor = (walker: Walker, field: string, value: JsonObject[string], on = '2024-05-20') =>
  walker.decline(on, 'correct', right(field, value));

describe('a correction', () => {
  it('rests on a sound definition', () => expect(checkDefinition(line)).toEqual([]));

  it('is refused for what its own step would have been refused for', () => {
    const walker = sent();
    expect(refusedFor(walker, 'arrivedOn', '2024-03-07').refusals).toMatchObject([
      {
        code: 'sample.order',
        message:
          '不能更正：收到副本日2024年3月7日早于发送日2024年3月8日（《测试法》第一条）。可以核对两个日期，先登记的有误的，先更正先登记的。',
      },
    ]);
    expect(refusedFor(walker, 'postmarkOn', '2024-03-05').refusals).toMatchObject([{ code: 'sample.order' }]);
    expect(refusedFor(walker, 'arrivedOn', '2024-06-01').faults).toEqual([
      { field: 'arrivedOn', message: '收到副本日不能晚于今天。' },
    ]);
    put(walker, 'arrivedOn', '2024-03-08');
    expect(walker.matter!.clocks.answer).toMatchObject({ startedOn: '2024-03-08', legalDue: '2024-03-18' });
  });

  it('is refused for an order of days that a later step does not allow', () => {
    const walker = sent();
    // Set by the step, not asked: the day of acceptance.
    expect(refusedFor(walker, 'acceptedOn', '2024-03-10').refusals).toMatchObject([{ code: 'sample.order' }]);
    expect(refusedFor(walker, 'acceptedOn', '2024-03-01').refusals).toMatchObject([{ code: 'sample.order' }]);
    expect(refusedFor(walker, 'receivedOn', '2024-03-07').refusals).toMatchObject([{ code: 'sample.order' }]);
    put(walker, 'acceptedOn', '2024-03-07');
    expect(walker.matter!.clocks.decide).toMatchObject({ startedOn: '2024-03-07', legalDue: '2024-05-06' });
  });

  it('goes on where a later step was wrong for another reason, and a person is asked to look', () => {
    const walker = sent();
    put(walker, 'postmarkOn', '2024-02-10');
    const event = put(walker, 'receivedOn', '2024-02-20');
    expect(event.flags).toEqual(['step:accept']);
    expect(walker.matter!.clocks.review).toMatchObject({ legalDue: '2024-03-01', outcome: 'late' });
  });

  it('asks the reason that its own step asks, unless it was given then', () => {
    const walker = sent();
    walker.take('2024-03-20', 'answer', { answeredOn: '2024-03-20' });
    expect(refusedFor(walker, 'answeredOn', '2024-03-25').needsReason).toMatchObject([{ code: 'sample.answer_late' }]);
    const event = put(walker, 'answeredOn', '2024-03-25', '2024-05-20', { 'sample.answer_late': '邮寄迟到' });
    expect(event.reasons).toEqual({ correct: '登记有误', 'sample.answer_late': '邮寄迟到' });
    expect(walker.matter!.clocks.answer).toMatchObject({ stoppedOn: '2024-03-25', outcome: 'late' });
    // Once reported, an overrun stays, though the day is put right again.
    put(walker, 'answeredOn', '2024-03-20');
    expect(walker.matter!.clocks.answer).toMatchObject({ stoppedOn: '2024-03-20', outcome: 'late' });
  });

  it('moves what a clock left out: days of rest, and those of a list', () => {
    const walker = sent();
    walker.take('2024-03-20', 'rest', { restedOn: '2024-03-20' });
    walker.take('2024-03-30', 'wake', { wokenOn: '2024-03-30' });
    expect(walker.matter!.clocks.decide).toMatchObject({ nominalDue: '2024-05-15' });
    expect(refusedFor(walker, 'restedOn', '2024-03-31').refusals).toMatchObject([{ code: 'sample.order' }]);
    put(walker, 'restedOn', '2024-03-18');
    expect(walker.matter!.clocks.decide).toMatchObject({ nominalDue: '2024-05-17' });
    put(walker, 'wokenOn', '2024-04-01');
    expect(walker.matter!.clocks.decide).toMatchObject({ nominalDue: '2024-05-19' });
    walker.take('2024-04-10', 'visit', { on: '2024-04-08', to: '2024-04-10' });
    walker.take('2024-04-20', 'visit', { on: '2024-04-15', to: '2024-04-16' });
    expect(walker.matter!.clocks.decide).toMatchObject({ nominalDue: '2024-05-22' });
    const [first, second] = walker.matter!.data.visits as JsonObject[];
    expect(refusedFor(walker, 'visits', [{ on: '2024-04-11', to: '2024-04-10' }, second!]).refusals).toMatchObject([
      { code: 'sample.order' },
    ]);
    put(walker, 'visits', [{ on: '2024-04-08', to: '2024-04-11' }, second!]);
    expect(walker.matter!.clocks.decide).toMatchObject({ nominalDue: '2024-05-23' });
    expect(refusedFor(walker, 'visits', [first!, second!, second!]).refusals).toMatchObject([
      { code: 'engine.correction_adds' },
    ]);
    put(walker, 'visits', [second!]);
    expect(walker.matter!.clocks.decide).toMatchObject({ nominalDue: '2024-05-20' });
    expect(walker.matter!.data.visits).toEqual([second]);
  });

  it('takes with it what was derived, the limit of another case, and who is assigned', () => {
    const walker = sent();
    const event = put(walker, 'speed', 'simple');
    expect(event).toMatchObject({ corrects: ['speed'], set: { speed: 'simple', simple: true } });
    expect(walker.matter!.clocks.decide).toMatchObject({ nominalDue: '2024-04-05' });
    put(walker, 'people', ['p2']);
    expect(walker.matter!.assignees).toEqual({ handler: ['p2'] });
    // What was corrected before holds from its own step on when another value is put right.
    put(walker, 'acceptedOn', '2024-03-07', '2024-05-21');
  });

  it('turns the matter to another state while nothing was built on it, with the clocks of that state', () => {
    const walker = sent();
    walker.take('2024-04-30', 'end', { end: 'granted', endedOn: '2024-04-30' });
    expect(walker.matter!.clocks.perform).toMatchObject({ outcome: null });
    put(walker, 'end', 'dismissed');
    expect(walker.matter).toMatchObject({ state: 'dismissed', closedOn: '2024-05-20' });
    expect(walker.matter!.clocks.perform).toMatchObject({ outcome: 'void' });
    put(walker, 'end', 'granted', '2024-05-21');
    expect(walker.matter).toMatchObject({ state: 'granted', closedOn: null });
    expect(walker.matter!.clocks.perform).toMatchObject({ outcome: null, legalDue: '2024-05-30' });
    walker.take('2024-05-22', 'close');
    expect(refusedFor(walker, 'end', 'dismissed', '2024-05-23').refusals).toMatchObject([
      { code: 'engine.correction_turns' },
    ]);
  });

  it('may fill in what a step asked and was left blank, not what no step has asked yet', () => {
    const walker = sent();
    walker.take('2024-03-13', 'meet', { meetOn: '2024-04-01' });
    put(walker, 'note', '补记');
    expect(walker.matter!.data.note).toBe('补记');
    expect(refusedFor(walker, 'restedOn', '2024-03-20').refusals).toMatchObject([{ code: 'engine.nothing_recorded' }]);
    expect(refusedFor(walker, 'note', '补记').faults).toEqual([
      { field: 'note', message: '说明与原来的记录相同，没有需要更正的。' },
    ]);
  });

  it('puts together right what hangs together, and is refused for what then does not fit', () => {
    const together = (values: JsonObject) => ({ values, reason: '登记有误' });
    const walker = sent();
    expect(refusedFor(walker, 'sentOn', '2024-03-12').refusals).toMatchObject([{ code: 'sample.order' }]);
    const swapped = walker.decline(
      '2024-05-20',
      'correct',
      together({ sentOn: '2024-03-13', arrivedOn: '2024-03-12' }),
    );
    expect(swapped.refusals).toMatchObject([{ code: 'sample.order' }]);
    const { events } = walker.take(
      '2024-05-20',
      'correct',
      together({ sentOn: '2024-03-12', arrivedOn: '2024-03-13' }),
    );
    expect(events).toMatchObject([
      { corrects: ['sentOn', 'arrivedOn'], set: { sentOn: '2024-03-12', arrivedOn: '2024-03-13' } },
    ]);
    expect(walker.matter!.clocks.answer).toMatchObject({ startedOn: '2024-03-13' });
    // Each may be put right by itself afterwards, the other one standing as it was put right.
    expect(refusedFor(walker, 'arrivedOn', '2024-03-11').refusals).toMatchObject([{ code: 'sample.order' }]);
    put(walker, 'arrivedOn', '2024-03-12');
    expect(walker.matter!.clocks.answer).toMatchObject({ startedOn: '2024-03-12' });
    expect(walker.matter!.data).toMatchObject({ sentOn: '2024-03-12', arrivedOn: '2024-03-12' });
  });

  it('leaves standing what a later step recorded instead of a part of it', () => {
    const walker = sent();
    const values = { acceptedOn: '2024-03-07', sentOn: '2024-03-09' };
    walker.take('2024-03-12', 'correct', { values, reason: '登记有误' });
    walker.take('2024-03-14', 'send', { sentOn: '2024-03-13', arrivedOn: '2024-03-14' });
    put(walker, 'acceptedOn', '2024-03-08');
    expect(walker.matter!.data).toMatchObject({ acceptedOn: '2024-03-08', sentOn: '2024-03-13' });
    expect(walker.matter!.clocks.decide).toMatchObject({ startedOn: '2024-03-08' });
    expect(refusedFor(walker, 'acceptedOn', '2024-03-10').refusals).toMatchObject([{ code: 'sample.order' }]);
  });

  it('says of each value what is wrong with it, and asks for one at least', () => {
    const walker = sent();
    const faultsOf = (input: JsonObject) => walker.decline('2024-05-20', 'correct', input).faults;
    const none = [{ field: 'field', message: '请选择要更正的项目。' }];
    for (const values of [{}, [], 'sentOn', null, { nothing: 1 }] as const)
      expect(faultsOf({ values: values as never, reason: '登记有误' })).toEqual(none);
    expect(faultsOf({ values: { sentOn: '2024-03-08', arrivedOn: '昨天', speed: null } })).toEqual([
      { field: 'arrivedOn', message: expect.stringContaining('收到副本日') },
      { field: 'speed', message: '请选择程序。' },
      { field: 'sentOn', message: '发送日与原来的记录相同，没有需要更正的。' },
      { field: 'reason', message: '请写明更正的理由。' },
    ]);
  });

  it('that brings the matter under another law is flagged', () => {
    const walker = walk(line);
    walker.take('2024-01-03', 'open', { receivedOn: '2024-01-03' });
    expect(put(walker, 'receivedOn', '2023-12-29', '2024-01-04').flags).toEqual(['rule-set:new/old']);
  });
});
