import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PartMissing, part, whyMissing } from './part.js';

const MINUTE = 60_000;
let kept: Map<string, string>;
beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => kept.set(name, text),
  });
  vi.stubGlobal('fetch', async () => new Response('{}'));
});
afterEach(() => vi.unstubAllGlobals());

describe('a part that did not come', () => {
  it('is told apart from other faults', async () => {
    expect(await part(async () => 1)).toBe(1);
    await expect(part(() => Promise.reject(new TypeError('404')))).rejects.toBeInstanceOf(PartMissing);
  });

  it('asks for one reload where the platform answers, and for none soon after', async () => {
    expect(await whyMissing(10 * MINUTE)).toBe('updated');
    expect(await whyMissing(10 * MINUTE + 3_000)).toBe('again');
    expect(await whyMissing(12 * MINUTE)).toBe('updated');
  });

  it('asks for none without a connection, nor where the browser keeps nothing', async () => {
    vi.stubGlobal('sessionStorage', undefined);
    expect(await whyMissing()).toBe('again');
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    expect(await whyMissing()).toBe('offline');
    vi.stubGlobal('fetch', async () => new Response('', { status: 502 }));
    expect(await whyMissing()).toBe('offline');
    expect(kept.size).toBe(0);
  });
});
