import type { ClockView } from '@fadu/wire';
import { expect, it } from 'vitest';
import { clockWords } from './clock-words.js';

const clock = (more: Partial<ClockView>): ClockView =>
  ({
    code: 'send-copy',
    name: '发送副本',
    event: '受理',
    expiry: 'duty',
    holder: 'organ',
    mine: true,
    unit: 'workday',
    unverified: null,
    rests: [],
    acts: null,
    atExpiry: null,
    provisional: false,
    startedOn: '2024-09-25',
    nominalDue: '2024-10-10',
    legalDue: '2024-10-10',
    targetDue: '2024-10-10',
    opensOn: null,
    suspensions: [],
    extension: 0,
    stoppedOn: null,
    outcome: null,
    basis: { title: '', text: '' },
    standing: { tone: 'normal', amount: 5 },
    ...more,
  }) as ClockView;
const text = (more: Partial<ClockView>, today = '2024-10-09') => {
  const words = clockWords(clock(more), today);
  return `${words.icon} ${words.text}`;
};

it.each<[string, Partial<ClockView>, string]>([
  [
    "the definition's own words",
    { expiry: 'right', holder: 'party', mine: false, legalDue: '2024-10-16' as never, atExpiry: '视为放弃申请' },
    '◌ 申请人剩5个工作日·10月16日届满视为放弃申请',
  ],
  [
    'normal',
    {
      unit: 'day',
      legalDue: '2024-11-25' as never,
      targetDue: '2024-11-22' as never,
      standing: { tone: 'normal', amount: 47 },
    },
    '○ 剩47日·11月25日届满',
  ],
  ['soon', { standing: { tone: 'soon', amount: 1 } }, '◔ 剩1个工作日·10月10日届满'],
  ['today', { standing: { tone: 'today', amount: 0 } }, '● 今日24时届满'],
  [
    'today, deemed',
    { expiry: 'deemed', acts: '视为受理', standing: { tone: 'today', amount: 0 } },
    '● 今日24时届满，届满视为受理',
  ],
  ['late', { legalDue: '2024-09-27' as never, standing: { tone: 'late', amount: 4 } }, '▲ 超期4个工作日·9月27日届满'],
  [
    'paused',
    { unit: 'day', standing: { tone: 'paused', amount: 58, leftAfterResume: 18 } },
    '‖ 已中止58日，恢复后剩18日',
  ],
  [
    'done in time',
    { stoppedOn: '2024-09-25' as never, outcome: 'met', standing: { tone: 'done', amount: 0 } },
    '✓ 按期·9月25日',
  ],
  [
    'done late',
    { stoppedOn: '2024-10-12' as never, outcome: 'late', standing: { tone: 'done', amount: 2 } },
    '✓ 超期2个工作日办结',
  ],
  ['no longer of use', { outcome: 'void', standing: { tone: 'done', amount: 0 } }, '– 不再适用'],
  [
    'provisional, next year',
    {
      unit: 'day',
      provisional: true,
      legalDue: '2025-01-06' as never,
      targetDue: '2025-01-06' as never,
      standing: { tone: 'normal', amount: 89 },
    },
    '○ 剩89日·暂定2025年1月6日届满',
  ],
  [
    'the other side',
    {
      mine: false,
      holder: '@respondent',
      legalDue: '2024-10-16' as never,
      targetDue: '2024-10-16' as never,
      standing: { tone: 'normal', amount: 6 },
    },
    '◌ 对方剩6个工作日·10月16日届满',
  ],
  [
    'internal day past',
    {
      unit: 'day',
      legalDue: '2024-11-25' as never,
      targetDue: '2024-10-08' as never,
      standing: { tone: 'soon', amount: 47 },
    },
    '◔ 已过内控日·11月25日届满',
  ],
  ['method unverified', { unverified: '方法', standing: { tone: 'soon', amount: 1 } }, '◔ 剩1个工作日·10月10日届满※'],
  [
    'resting on a setting',
    {
      rests: [
        { code: 'calendar/clearDays', name: '倒推期限（若干日前）怎么计算', question: '没有规定', value: '两头都不计' },
      ],
      standing: { tone: 'soon', amount: 1 },
    },
    '◔ 剩1个工作日·10月10日届满※',
  ],
])('%s', (_, more, expected) => {
  expect(text(more)).toBe(expected);
});

it('says the same aloud', () => {
  expect(clockWords(clock({ standing: { tone: 'soon', amount: 1 } }), '2024-10-09').spoken).toBe(
    '发送副本期限，剩余1个工作日，2024-10-10届满，临近',
  );
});
