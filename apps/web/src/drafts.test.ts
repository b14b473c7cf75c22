import { beforeEach, expect, it, vi } from 'vitest';
import { DRAFT_DAYS, dropDraft, listDrafts, readDraft, writeDraft } from './drafts.js';

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal(
    'localStorage',
    new Proxy(
      {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => void kept.set(key, value),
        removeItem: (key: string) => void kept.delete(key),
      },
      { ownKeys: () => [...kept.keys()], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) },
    ),
  );
  vi.stubGlobal('dispatchEvent', () => true);
});

const draft = (at: number) => ({ values: { a: '甲' }, reasons: {}, at, title: '受理', href: '/x', revision: 3 });
const DAY = 86_400_000;

it('keeps a draft for the person who typed it, and nobody else', () => {
  writeDraft('p1', 'm1:accept', draft(1_000));
  expect(readDraft('p1', 'm1:accept', 2_000)?.values).toEqual({ a: '甲' });
  expect(readDraft('p2', 'm1:accept', 2_000)).toBeUndefined();
  dropDraft('p1', 'm1:accept');
  expect(readDraft('p1', 'm1:accept', 2_000)).toBeUndefined();
});
it('lists drafts newest first and forgets those that are too old', () => {
  writeDraft('p1', 'old', draft(0));
  writeDraft('p1', 'newer', draft(20 * DAY));
  writeDraft('p1', 'newest', draft(25 * DAY));
  expect(listDrafts('p1', DRAFT_DAYS * DAY + 1).map((one) => one.key)).toEqual(['newest', 'newer']);
  expect([...kept.keys()].some((key) => key.endsWith(':old'))).toBe(false);
});
it('says so when the device keeps nothing', () => {
  vi.stubGlobal('localStorage', {
    setItem: () => {
      throw new Error('full');
    },
  });
  expect(writeDraft('p1', 'k', draft(0))).toBe(false);
});
