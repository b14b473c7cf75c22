import { describe, expect, it } from 'vitest';
import { CostlyAnswers } from './costly.js';

/** A clock put forward by hand, and a count of the answers made; each takes so many milliseconds. */
function trial() {
  let now = 0;
  let made = 0;
  const costly = new CostlyAnswers<number>(() => now);
  const ask = (key: string, takes: number) =>
    costly.of(key, async () => {
      const mine = ++made;
      now += takes;
      return mine;
    });
  return { ask, costly, pass: (ms: number) => (now += ms) };
}

describe('answers that take long', () => {
  it('counts anew what is quick', async () => {
    const { ask } = trial();
    expect([await ask('市', 20), await ask('市', 20)]).toEqual([1, 2]);
  });

  it('gives again what took a second and a half, for thirty seconds, to those who see the same', async () => {
    const { ask, pass } = trial();
    expect(await ask('省', 1500)).toBe(1);
    pass(29_000);
    expect(await ask('省', 1500)).toBe(1);
    expect(await ask('市', 1500)).toBe(2);
    pass(30_001);
    expect(await ask('省', 1500)).toBe(3);
  });

  it('gives nothing that is older than a minute', async () => {
    const { ask, pass } = trial();
    await ask('省', 10_000);
    pass(60_001);
    expect(await ask('省', 10_000)).toBe(2);
  });

  it('waits with those who wait already, once it has taken long', async () => {
    const { costly, pass } = trial();
    let finish = (_: number): void => {};
    const slow = costly.of('省', () => new Promise<number>((done) => (finish = done)));
    const soon = costly.of('县', async () => 1);
    expect(await soon).toBe(1);
    pass(200);
    const other = costly.of('省', async () => 2);
    finish(7);
    expect([await slow, await other]).toEqual([7, 7]);
  });

  it('does not share what has just begun: it may not know of the step that was just taken', async () => {
    const { costly } = trial();
    const first = costly.of('县', async () => 1);
    const second = costly.of('县', async () => 2);
    expect([await first, await second]).toEqual([1, 2]);
  });

  it('keeps no failure', async () => {
    const { ask, costly } = trial();
    await expect(costly.of('省', () => Promise.reject(new Error('interrupted')))).rejects.toThrow('interrupted');
    expect(await ask('省', 10)).toBe(1);
  });
});
