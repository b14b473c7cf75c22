import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { populate, raise, register, type Stage, take } from '../testing/stage.js';

/** Letters the next codes are made of; real chance when it is empty. */
const forced: number[] = [];
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof import('node:crypto')>();
  return { ...real, randomInt: (max: number) => forced.shift() ?? real.randomInt(max) };
});

let stage: Stage;
beforeAll(async () => {
  stage = await raise();
  await populate(stage);
});
afterAll(() => stage.close());

const SAME = Array.from({ length: 8 }, () => 0);
const codesOf = async (matter: string): Promise<string[]> =>
  (await stage.asSuperuser<{ code: string }>('select code from document where matter = $1', [matter])).map(
    ({ code }) => code,
  );

it.each(['east', 'west'] as const)('a code given already is not given again, in %s', async (county) => {
  if (county === 'east') {
    const { id } = await register(stage);
    forced.push(...SAME);
    await take(stage, 'east-handler', id, 'accept');
    expect(await codesOf(id)).toContain('FD-2222-2222');
  }
  const { id } = await register(stage, { agency: `${county}bureau` }, county);
  forced.push(...SAME);
  await take(stage, `${county}-handler`, id, 'accept');
  expect(forced).toEqual([]);
  const codes = await codesOf(id);
  expect(codes).toHaveLength(2);
  expect(codes).not.toContain('FD-2222-2222');
});
