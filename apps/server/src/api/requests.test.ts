import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD } from '../testing/account.js';
import { type ApiStage, raiseApi } from '../testing/api-stage.js';
import { freshKey, register, type Stage } from '../testing/stage.js';

let api: ApiStage;
let stage: Stage;
const as: ApiStage['as'] = (...request) => api.as(...request);
beforeAll(async () => {
  api = await raiseApi();
  stage = api.stage;
});
afterAll(async () => {
  await api.close();
  expect(api.faults).toEqual([]);
});

const isProblem = (answer: { headers: Record<string, unknown>; json: () => unknown }): void => {
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.json()).toMatchObject({ type: expect.stringMatching(/^urn:fadu:/), title: expect.any(String) });
};

describe('every route', () => {
  const PUBLIC = /^\/api\/(public|auth|ledger|law)\/|^\/api\/(health|openapi\.json)$/;
  const at = (url: string) => url.replaceAll(/:[a-z]+/gi, '01890000-0000-7000-8000-000000000001').replace('*', 'x');

  it('that is not public asks who one is, before anything else', async () => {
    const asked = api.routes.filter(({ url }) => url.startsWith('/api/') && !PUBLIC.test(url));
    expect(asked.length).toBeGreaterThan(15);
    for (const { method, url } of asked) {
      const answer = await as(null, method as 'GET', at(url), method === 'GET' ? undefined : { broken: true });
      expect(answer.statusCode, `${method} ${url}`).toBe(401);
      isProblem(answer);
    }
  });

  it('answers with headers that keep pages to themselves', async () => {
    const { headers } = await as(null, 'GET', '/api/health');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("script-src 'self'"),
    });
  });

  it('refuses to write for another site', async () => {
    for (const headers of [
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const answer = await as('east-handler', 'POST', '/api/matters', {}, { headers });
      expect(answer.statusCode).toBe(403);
    }
    const own = await as(
      'east-handler',
      'POST',
      '/api/matters',
      {},
      { headers: { host: 'fadu.test', origin: 'https://fadu.test' } },
    );
    expect(own.statusCode).toBe(400);
  });

  it('never answers 500, whatever it is sent', async () => {
    const matter = await register(stage);
    const names = [
      'constructor',
      '__proto__',
      'toString',
      'request',
      'followup',
      'register',
      'accept',
      'approve',
      'correct',
      'reassign',
      'deem',
      matter.id,
      matter.receipt,
      '',
      '\u0000',
      '9999-12-31',
      '-'.repeat(36),
      '%',
      '\ud800',
    ];
    const word = fc.oneof(fc.constantFrom(...names), fc.string({ unit: 'binary', maxLength: 12 }));
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        word,
        fc.integer(),
        fc.double(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(word, tie('any'), { maxKeys: 3 }),
      ),
    })).any;
    const fields = fc.dictionary(
      fc.oneof(
        word,
        fc.constantFrom(
          'subject',
          'agency',
          'applicants',
          'attachments',
          'receivedOn',
          'field',
          'reason',
          'persons',
          'post',
          'value',
        ),
      ),
      value,
      { maxKeys: 5 },
    );
    const body = fc.oneof(
      value,
      fc.record(
        {
          line: word,
          organ: fc.oneof(word, fc.constant('east')),
          action: word,
          input: fields,
          reasons: fc.dictionary(word, fc.string()),
          revision: fc.oneof(fc.integer(), fc.constant(1)),
          key: fc.oneof(word, fc.constant('some-key-of-a-test')),
          region: fc.oneof(word, fc.constant('990101')),
          receipt: word,
          queryCode: word,
          answers: fields,
          path: word,
          reason: fc.string({ minLength: 2, maxLength: 9 }),
          username: word,
          password: word,
        },
        { requiredKeys: [] },
      ),
    );
    const posts = api.routes.filter(
      ({ method, url }) => method === 'POST' && url.startsWith('/api/') && url !== '/api/auth/*',
    );
    expect(posts.length).toBeGreaterThan(8);
    const url = fc.tuple(
      fc.constantFrom(...posts.map((one) => one.url), '/api/auth/sign-in/username'),
      fc.constantFrom(matter.id, 'request', 'constructor', '%00', 'x', '-'.repeat(36)),
    );
    await fc.assert(
      fc.asyncProperty(url, body, async ([route, part], payload) => {
        const before = api.faults.length;
        const answer = await as(
          'east-handler',
          'POST',
          route.replaceAll(/:[a-z]+/gi, part),
          JSON.stringify(payload) ?? 'null',
          {
            headers: { 'content-type': 'application/json' },
            remoteAddress: `10.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}.1`,
          },
        );
        expect(api.faults.slice(before), `${route} ${JSON.stringify(payload)}`).toEqual([]);
        expect(answer.statusCode).toBeLessThan(500);
        if (answer.statusCode >= 400) isProblem(answer);
      }),
      { numRuns: 400 },
    );
  });

  it('never answers 500 to a question either', async () => {
    const matter = await register(stage);
    const gets = api.routes.filter(
      ({ method, url }) => method === 'GET' && url.startsWith('/api/') && !url.includes('*'),
    );
    const odd = fc.constantFrom(
      '',
      'x',
      'constructor',
      '%00',
      '%',
      '-'.repeat(36),
      matter.id,
      '9999-12-31',
      '2024-02-30',
      '-1',
      '1e9',
      'request',
      "'",
      '{}',
      '[]',
      '〔2024〕',
      'FD-0000-0000',
      'mine',
      'late',
      '%F0%9F',
      Buffer.from(JSON.stringify(['x', 'y', 'z', matter.id])).toString('base64url'),
      Buffer.from(JSON.stringify(['false', 'x', '9999-99-99', matter.id])).toString('base64url'),
      Buffer.from(JSON.stringify(['x', matter.id])).toString('base64url'),
    );
    const names = [
      'q',
      'line',
      'view',
      'state',
      'due',
      'person',
      'organ',
      'from',
      'to',
      'sort',
      'limit',
      'after',
      'where',
      'region',
      'post',
      'org',
      'log',
      'on',
      'stage',
      'kind',
      'title',
      'article',
    ];
    const query = fc.dictionary(fc.constantFrom(...names), odd, { maxKeys: 4 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...gets.map((one) => one.url)), odd, query, async (route, part, asked) => {
        const url = `${route.replaceAll(/:[a-z]+/gi, part || 'x')}?${Object.entries(asked)
          .map((pair) => pair.join('='))
          .join('&')}`;
        const remoteAddress = `10.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}.2`;
        const before = api.faults.length;
        const answer = await as('east-handler', 'GET', url, undefined, { remoteAddress });
        expect(api.faults.slice(before), url).toEqual([]);
        expect(answer.statusCode, url).toBeLessThan(500);
      }),
      { numRuns: 400 },
    );
  });

  it('says what is wrong with a body that is no JSON, in another encoding, or too large', async () => {
    const send = (payload: string | Buffer, type = 'application/json') =>
      as('east-handler', 'POST', '/api/matters', payload, { headers: { 'content-type': type } });
    for (const payload of ['{', 'no json', '', Buffer.from([0xd6, 0xd0, 0xce, 0xc4]), '{"__proto__":{"x":1}}']) {
      const answer = await send(payload);
      expect(answer.statusCode).toBe(400);
      isProblem(answer);
    }
    expect((await send('<a/>', 'text/xml')).statusCode).toBe(415);
    expect((await send('line=request', 'text/plain')).statusCode).toBe(400);
    expect((await send(JSON.stringify({ line: 'x'.repeat(3_000_000) }))).statusCode).toBe(413);
    const unknown = await send(
      JSON.stringify({ line: 'request', action: 'register', organ: 'east', input: {}, key: freshKey(), more: 1 }),
    );
    expect(unknown.statusCode).toBe(400);
    isProblem(unknown);
  });
});

describe('signing in', () => {
  it('is locked after five wrong passwords, for that name only, also with the right one', async () => {
    const tries: number[] = [];
    for (let round = 0; round < 6; round += 1)
      tries.push((await api.signIn('WEST_handler', `wrong-password-${round}`)).statusCode);
    expect(tries).toEqual([401, 401, 401, 401, 401, 429]);
    expect((await api.signIn('west_handler', PASSWORD)).statusCode).toBe(429);
    expect((await api.signIn('east_handler', PASSWORD)).statusCode).toBe(200);
  });

  it('says the same of a name that does not exist', async () => {
    const [known, unknown] = [
      await api.signIn('east_head', 'wrong-password'),
      await api.signIn('nobody_here', 'wrong-password'),
    ];
    expect([unknown.statusCode, unknown.json()]).toEqual([known.statusCode, known.json()]);
  });

  it('is the only thing the account library offers, beside signing out and changing the password', async () => {
    for (const url of [
      'sign-up/email',
      'sign-in/email',
      'update-user',
      'delete-user',
      'change-email',
      'list-sessions',
      'reset-password',
      'sign-up%2femail',
      '../auth/sign-up/email',
    ])
      expect(
        (await as('east-handler', 'POST', `/api/auth/${url}`, { email: 'a@b.cn', password: 'x'.repeat(12), name: 'x' }))
          .statusCode,
      ).toBe(404);
  });
});
