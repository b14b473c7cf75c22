import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError, openClient } from './client.js';

const words = { offline: '没有联网。', fault: '平台没有应答。' };
const answer = (status: number, text: string) =>
  vi.stubGlobal('fetch', async () => new Response(text === '' ? null : text, { status }));
const failure = async (asked: Promise<unknown>): Promise<ApiError> =>
  asked.then(
    () => expect.fail('no failure'),
    (error) => error as ApiError,
  );

afterEach(() => vi.unstubAllGlobals());

describe('an answer', () => {
  it('is what was sent, and nothing where nothing was sent', async () => {
    answer(200, '{"n":1}');
    expect(await openClient('omit', words).get('/x')).toEqual({ n: 1 });
    answer(204, '');
    expect(await openClient('omit', words).post('/x', {})).toBeNull();
  });

  it('that refuses carries the words of the platform and is told before it is thrown', async () => {
    answer(409, '{"type":"urn:fadu:conflict","status":409,"title":"案件已经变动。"}');
    const told: unknown[] = [];
    const error = await failure(openClient('omit', words, (...all) => told.push(all)).post('/x', {}));
    expect(error).toBeInstanceOf(ApiError);
    expect([error.status, error.message]).toEqual([409, '案件已经变动。']);
    expect(told).toEqual([[409, '/x']]);
  });

  it.each([
    [502, '<html>Bad gateway</html>'],
    [500, '{}'],
    [503, ''],
    [200, '<html>sign in to the network</html>'],
  ])('%d %s is none of ours and is said in our words', async (status, text) => {
    answer(status, text);
    expect((await failure(openClient('omit', words).get('/x'))).message).toBe(words.fault);
  });
});

it('a request that was not sent says that there is no network', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch');
  });
  const error = await failure(openClient('omit', words).get('/x'));
  expect([error.status, error.problem.type, error.message]).toEqual([0, 'urn:fadu:offline', words.offline]);
});
