import { days } from '@fadu/calendar';
import { statute } from '@fadu/kernel';
import { describe, expect, it } from 'vitest';
import { given } from './condition.js';
import { pastDay, text } from './field.js';
import { flagWords, openFlags } from './flags.js';
import type { Line } from './line.js';
import { codesOf, walk } from './testing.js';

const basis = statute('测试法')(1);
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
  fields: { receivedOn: pastDay('收到日'), subject: text('事由', 50), note: text('说明', 50, { optional: true }) },
  states: { open: { name: '在办', tone: 'active' } },
  clocks: {
    decide: {
      ...{ name: '办理', event: '收到', from: 'receivedOn', limit: days(60), basis, expiry: 'duty', holder: 'organ' },
    },
  },
  actions: {
    open: {
      ...{ name: '登记', by: ['handler'], to: 'open', basis, form: ['receivedOn', 'subject'], on: 'receivedOn' },
      ...{ documents: ['notice', 'minutes'], clocks: { start: ['decide'] } },
    },
    look: { name: '查看', by: ['handler'], from: ['open'], basis, form: ['note'] },
  },
  documents: {
    notice: { name: '通知书', title: '通知书', paragraphs: ['收到{receivedOn}，应于{due:decide}前办结。'], basis },
    minutes: {
      ...{ name: '笔录', title: '笔录', basis },
      paragraphs: ['事由：{subject}。', { when: given('note'), text: '另有说明。' }],
    },
  },
  numbers: {},
  list: { title: '{subject}', columns: [], filters: [] },
};

const opened = (receivedOn = '2024-03-01') => {
  const walker = walk(line);
  walker.take('2024-03-04', 'open', { receivedOn, subject: '样例事由' });
  return walker;
};
const correct = (field: string, value: string) => ({ values: { [field]: value }, reason: '登记有误' });

describe('what a person has to look at', () => {
  it('are the papers that print what was put right, or a day counted from it', () => {
    const walker = opened();
    expect(walker.take('2024-03-05', 'correct', correct('receivedOn', '2024-02-29')).events[0]!.flags).toEqual([
      'paper:notice',
    ]);
    expect(walker.take('2024-03-05', 'correct', correct('subject', '另一事由')).events[0]!.flags).toEqual([
      'paper:minutes',
    ]);
    walker.take('2024-03-05', 'look');
    // A paragraph depends on whether there is a note.
    expect(walker.take('2024-03-05', 'correct', correct('note', '补记')).events[0]!.flags).toEqual(['paper:minutes']);
    expect(walker.matter!.flags).toEqual(['paper:notice', 'paper:minutes']);
    expect(flagWords(line, 'paper:notice')).toBe(
      '更正记录后，已制作的“通知书”须核对；内容不符的，由负责人更正文书，重新送达。',
    );
  });

  it('is looked at by making the paper anew', () => {
    const walker = opened();
    walker.take('2024-03-05', 'correct', correct('receivedOn', '2024-02-29'));
    walker.take('2024-03-06', 'correctDocument', { document: 'd1', reason: '收到日更正' });
    expect(walker.matter!.flags).toEqual([]);
    // Put right once more: the paper that took its place is the one to look at.
    walker.take('2024-03-07', 'correct', correct('receivedOn', '2024-03-01'));
    expect(walker.matter!.flags).toEqual(['paper:notice']);
    walker.take('2024-03-07', 'withdrawDocument', { document: 'd3', reason: '不再发出' });
    expect(walker.matter!.flags).toEqual([]);
    expect(walker.take('2024-03-08', 'correct', correct('receivedOn', '2024-02-28')).events[0]!.flags).toEqual([]);
  });

  it('goes when the handler says what was found, once', () => {
    const walker = opened();
    walker.take('2024-03-05', 'correct', correct('subject', '另一事由'));
    expect(walker.decline('2024-03-05', 'settle', { flag: 'paper:minutes', note: ' ' }).faults).toEqual([
      { field: 'note', message: '请写明核对的情况。' },
    ]);
    expect(codesOf(walker.decline('2024-03-05', 'settle', { flag: 'paper:notice', note: '相符' }))).toEqual([
      'engine.no_flag',
    ]);
    const stranger = { kind: 'official', person: 'p2', name: '钱样例', posts: [] } as const;
    const settled = { flag: 'paper:minutes', note: '笔录只写案由，相符' };
    expect(codesOf(walker.decline('2024-03-05', 'settle', settled, { actor: stranger }))).toEqual(['engine.not_yours']);
    const { events } = walker.take('2024-03-05', 'settle', settled);
    expect(events).toMatchObject([{ kind: 'settled', reasons: { settle: '笔录只写案由，相符' }, flags: [] }]);
    expect(walker.matter!.flags).toEqual([]);
    expect(codesOf(walker.decline('2024-03-05', 'settle', settled))).toEqual(['engine.no_flag']);
  });

  it('that the matter lies under two laws is not asked again with every step', () => {
    const walker = opened('2023-12-29');
    walker.take('2024-03-05', 'look', { note: '一' });
    expect(walker.matter!.flags).toEqual(['rule-set:old/new']);
    expect(flagWords(line, 'rule-set:old/new')).toBe('本案跨新旧规定，须核对适用哪一版本（旧法、新法）。');
    walker.take('2024-03-06', 'settle', { flag: 'rule-set:old/new', note: '程序适用新法' });
    expect(openFlags(walker.matter!.flags)).toEqual([]);
    walker.take('2024-03-07', 'look', { note: '二' });
    expect(openFlags(walker.matter!.flags)).toEqual([]);
  });

  it('is named in words whatever it is about', () => {
    expect(flagWords(line, 'step:look')).toBe('更正记录后，已办的“查看”须核对是否仍然成立。');
    expect(flagWords(line, 'voided-service')).toContain('送达已确认无效');
  });
});
