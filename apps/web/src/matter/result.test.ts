import type { ClockView, MatterView } from '@fadu/wire';
import { expect, it } from 'vitest';
import { resultText } from './result.js';

const clock = (code: string, name: string, change: Partial<ClockView> = {}): ClockView =>
  ({ code, name, legalDue: '2026-12-09', outcome: null, ...change }) as ClockView;
const matter = (clocks: ClockView[], documents: string[]): MatterView =>
  ({
    clocks,
    documents: documents.map((name) => ({ id: name, name, number: null })),
    openedOn: '2026-11-25',
    pending: null,
  }) as unknown as MatterView;

it('says what a step brought: clocks that ended, clocks that run, documents', () => {
  const before = matter([clock('copy', '发送副本')], ['收据']);
  const after = matter([clock('copy', '发送副本', { outcome: 'met' }), clock('reply', '答复')], ['收据', '答复通知书']);
  expect(resultText(before, after, '发送副本')).toBe(
    '已发送副本。发送副本期限按期办结。答复期限12月9日届满。文书：答复通知书。',
  );
});
it('says that a request waits, and keeps silent on what did not change', () => {
  const before = matter([clock('decide', '复议决定')], []);
  const after = { ...before, pending: { action: 'x' } } as unknown as MatterView;
  expect(resultText(before, after, '提请延期')).toBe('已提请延期。等待审批。');
});
it('does not count a clock that no longer applies', () => {
  const before = matter([clock('copy', '发送副本')], []);
  const after = matter([clock('copy', '发送副本', { outcome: 'void' })], []);
  expect(resultText(before, after, '终止')).toBe('已终止。');
});
