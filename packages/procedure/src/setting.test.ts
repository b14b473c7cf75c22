import { clearDays, days } from '@fadu/calendar';
import { statute } from '@fadu/kernel';
import { describe, expect, it } from 'vitest';
import { checkDefinition } from './check-definition.js';
import { readersOf } from './check-settings.js';
import { is } from './condition.js';
import { day, pastDay } from './field.js';
import { guard } from './guard.js';
import { firstOf, type Line, today } from './line.js';
import { amountOf, amountSetting, choiceSetting, settingSteps, settingsOn } from './setting.js';
import { codesOf, walk } from './testing.js';

const LAW = statute('示例办法');

/** A line with every way of reading a setting: clock, condition, value set by a step, guard, paper. */
const line: Line = {
  code: 'errand',
  name: '示例事项',
  version: '1',
  kind: 'case',
  ruleSets: [{ code: 'now', name: '示例办法', chosenBy: 'askedOn', basis: LAW() }],
  posts: { handler: '承办人' },
  settings: {
    answerWithin: amountSetting('几日内答复', 'day', 10, { max: 60, question: '办法没有规定', basis: LAW(1) }),
    afterwards: choiceSetting('补充材料以后从哪一日起算', { continue: '从收到之日', anew: '从补充之日' }, 'continue', {
      question: '办法没有规定',
      basis: LAW(2),
    }),
  },
  fields: {
    askedOn: pastDay('收到日'),
    addedOn: pastDay('补充日', { optional: true }),
    meetingOn: day('会议日', { optional: true }),
  },
  states: { open: { name: '办理中', tone: 'active' }, done: { name: '已答复', tone: 'ended' } },
  clocks: {
    answer: {
      name: '答复',
      event: '收到',
      from: ['addedOn', 'askedOn'],
      limit: days(10),
      amountFrom: 'answerWithin',
      restsOn: [{ setting: 'afterwards', when: { given: 'addedOn' } }],
      basis: LAW(1),
      expiry: 'duty',
      holder: 'organ',
      suspends: true,
      extend: { atMost: 30, basis: LAW(1) },
    },
    invite: {
      name: '会议通知',
      event: '会议',
      from: 'meetingOn',
      limit: clearDays(3),
      basis: LAW(3),
      expiry: 'backward',
      holder: 'organ',
    },
  },
  actions: {
    ask: {
      name: '登记',
      by: ['handler'],
      to: 'open',
      basis: LAW(1),
      form: ['askedOn'],
      on: 'askedOn',
      clocks: { start: ['answer'] },
    },
    add: {
      name: '补充材料',
      by: ['handler'],
      from: ['open'],
      basis: LAW(2),
      sets: { addedOn: firstOf([{ when: is('$setting.afterwards', 'anew'), value: today }], null) },
      clocks: { recount: ['answer'] },
    },
    meet: {
      name: '定会议',
      by: ['handler'],
      from: ['open'],
      basis: LAW(3),
      form: ['meetingOn'],
      clocks: { start: ['invite'] },
    },
    rest: { name: '中止', by: ['handler'], from: ['open'], basis: LAW(4), clocks: { suspend: true } },
    goOn: { name: '恢复', by: ['handler'], from: ['open'], basis: LAW(4), clocks: { resume: true } },
    extend: { name: '延期', by: ['handler'], from: ['open'], basis: LAW(1), clocks: { extend: 'answer' } },
    answer: {
      name: '答复',
      by: ['handler'],
      from: ['open'],
      to: 'done',
      basis: LAW(1),
      guards: [
        guard(
          'errand.hasty',
          LAW(1),
          ({ settings }) => (amountOf(settings, 'answerWithin') > 20 ? '不能这样快。' : undefined),
          'hard',
          [],
          ['answerWithin'],
        ),
      ],
      clocks: { stop: ['answer'], drop: ['invite'] },
    },
  },
  documents: {},
  numbers: {},
  list: { title: '{askedOn}', columns: [], filters: [] },
};

const opened = (settings: Record<string, string | number> = {}) => {
  const walker = walk(line);
  walker.take('2024-03-04', 'ask', { askedOn: '2024-03-04' }, { settings });
  return walker;
};

it('is a sound definition', () => expect(checkDefinition(line)).toEqual([]));

describe('a setting', () => {
  it('gives the amount of a limit: ten days by default, twenty where so settled', () => {
    expect(opened().matter!.clocks.answer).toMatchObject({ legalDue: '2024-03-14', settings: { answerWithin: 10 } });
    expect(opened({ 'errand/answerWithin': 20 }).matter!.clocks.answer).toMatchObject({ legalDue: '2024-03-25' });
  });

  it('that changes later leaves what has started alone, also when it is counted again', () => {
    const walker = opened({ 'errand/answerWithin': 20 });
    const settings = { 'errand/answerWithin': 40, 'errand/afterwards': 'continue' };
    walker.take('2024-03-06', 'add', {}, { settings });
    expect(walker.matter!.clocks.answer).toMatchObject({ legalDue: '2024-03-25', settings: { answerWithin: 20 } });
  });

  it('decides a value a step sets, and the clock says that it rests on it', () => {
    const settings = { 'errand/afterwards': 'anew' };
    const walker = opened(settings);
    expect(walker.matter!.clocks.answer!.settings).not.toHaveProperty('afterwards');
    walker.take('2024-03-11', 'add', {}, { settings });
    expect(walker.matter!.clocks.answer).toMatchObject({
      legalDue: '2024-03-21',
      settings: { answerWithin: 10, afterwards: 'anew' },
    });
  });

  it('is read by guards', () => {
    const settings = { 'errand/answerWithin': 30 };
    expect(codesOf(opened(settings).decline('2024-03-05', 'answer', {}, { settings }))).toEqual(['errand.hasty']);
    expect(opened().take('2024-03-05', 'answer').events).toHaveLength(1);
  });

  it('of counting comes into a clock with the step that needs it', () => {
    const walker = opened();
    const settings = { 'calendar/clearDays': 'ordinary', 'calendar/suspensionDays': 'both' };
    walker.take('2024-03-05', 'meet', { meetingOn: '2024-03-15' }, { settings });
    expect(walker.matter!.clocks.invite).toMatchObject({ legalDue: '2024-03-12', settings: { clearDays: 'ordinary' } });
    walker.take('2024-03-06', 'rest', {}, { settings });
    // Resumed under another value: the one of the day of suspension stays. 8 days are left out: 14 + 8 = Friday the 22nd.
    walker.take('2024-03-13', 'goOn', {}, { settings: { 'calendar/suspensionDays': 'neither' } });
    expect(walker.matter!.clocks.answer).toMatchObject({
      legalDue: '2024-03-22',
      settings: { answerWithin: 10, suspensionDays: 'both' },
    });
    walker.take('2024-03-14', 'extend', {}, { settings: { 'calendar/extendFrom': 'legal' } });
    expect(walker.matter!.clocks.answer!.settings).toMatchObject({ extendFrom: 'legal' });
  });

  it('whose stored value the definition no longer knows gives way to the default', () => {
    const lookup = (code: string) => ({ 'errand/afterwards': 'sometimes', 'errand/answerWithin': 900 })[code];
    expect(settingsOn(line, lookup, '2024-03-04' as never)).toMatchObject({ afterwards: 'continue', answerWithin: 10 });
  });

  it('says in the explanation what holds, by whom, and what is open', () => {
    expect(settingSteps(line, { answerWithin: 20 }, { answerWithin: '样例局自2024-03-01起设定' })).toEqual([
      { text: '设置：几日内答复——20日（样例局自2024-03-01起设定）', note: '办法没有规定', basis: LAW(1) },
    ]);
    expect(settingSteps(line, { answerWithin: 10 })[0]!.text).toContain('平台默认');
  });

  it('names what rests on it', () => {
    expect(readersOf(line, 'answerWithin').map(({ kind, code }) => `${kind}:${code}`)).toEqual([
      'clock:answer',
      'action:answer',
    ]);
    expect(readersOf(line, 'clearDays').map(({ code }) => code)).toEqual(['invite']);
  });
});

describe('the check of definitions', () => {
  const faultsOf = (change: Partial<Line>) => checkDefinition({ ...line, ...change });
  it('finds settings that nothing rests on, without a question, or with a default they cannot have', () => {
    const faults = faultsOf({
      settings: {
        ...line.settings,
        idle: amountSetting('闲置', 'day', 5, { max: 3, question: ' ', basis: LAW() }),
      },
    });
    expect(faults).toEqual([
      'errand settings.idle: does not say what is open',
      'errand settings.idle: cannot be 5, its default',
      'errand settings.idle: nothing rests on it',
    ]);
  });
  it('finds clocks that count otherwise than their setting, and unknown settings and values', () => {
    const { answer } = line.clocks as Record<string, Line['clocks'][string]>;
    expect(faultsOf({ clocks: { ...line.clocks, answer: { ...answer!, limit: days(11) } } })).toEqual([
      'errand clocks.answer: counts otherwise than the default of answerWithin',
    ]);
    const when = is('$setting.afterwards', 'never');
    expect(faultsOf({ clocks: { ...line.clocks, answer: { ...answer!, when } } })).toEqual([
      'errand clocks.answer: $setting.afterwards is never never',
    ]);
    expect(
      faultsOf({ clocks: { ...line.clocks, answer: { ...answer!, restsOn: [{ setting: 'nowhere' }] } } }),
    ).toContain('errand clocks.answer: unknown setting nowhere');
  });
});
