import { expect, it } from 'vitest';
import { planOf } from './drafts-sync.js';

const typed = (key: string, at: number) => ({
  key,
  at,
  values: { a: String(at) },
  reasons: {},
  title: '受理',
  href: '/x',
  revision: 3,
});
const kept = (key: string, at: number) => {
  const { key: _, ...draft } = typed(key, at);
  return { key, at, draft };
};

it('of each draft the newer side wins', () => {
  const plan = planOf([typed('here', 20), typed('both', 30), typed('old', 5)], [], [kept('both', 10), kept('old', 9)]);
  expect(plan.send.map(({ key, at }) => [key, at])).toEqual([
    ['here', 20],
    ['both', 30],
  ]);
  expect(plan.take.map(({ key, draft }) => [key, draft.at])).toEqual([['old', 9]]);
  expect(plan.drop).toEqual([]);
});

it('a draft begun on another computer is taken over', () => {
  expect(planOf([], [], [kept('there', 7)]).take).toMatchObject([{ key: 'there', draft: { values: { a: '7' } } }]);
});

it('one that was sent or thrown away does not come back, on either side', () => {
  const away = { key: 'done', at: 12, draft: null };
  expect(planOf([typed('done', 10)], [], [away])).toMatchObject({ drop: ['done'], send: [], take: [] });
  expect(planOf([], [{ key: 'mine', at: 12 }], [kept('mine', 10)])).toMatchObject({
    take: [],
    send: [{ key: 'mine', at: 12, draft: null }],
  });
});

it('typed again after it was thrown away elsewhere, it stays', () => {
  expect(planOf([typed('again', 20)], [], [{ key: 'again', at: 12, draft: null }])).toMatchObject({
    drop: [],
    send: [{ key: 'again', at: 20 }],
  });
});

it('nothing moves when both agree', () => {
  expect(planOf([typed('same', 10)], [], [kept('same', 10)])).toEqual({ take: [], drop: [], send: [] });
});
