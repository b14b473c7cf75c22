import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweepUploads } from '../jobs/uploads.js';
import { enrol, PASSWORD, userName } from '../testing/account.js';
import { freshKey, NOW, populate, raise, register, type Stage, sampleInput, take } from '../testing/stage.js';
import { buildApp } from './app.js';

let stage: Stage;
let app: FastifyInstance;
const cookies = new Map<string, string>();
const faults: unknown[] = [];
const routes: { method: string; url: string }[] = [];

beforeAll(async () => {
  stage = await raise();
  await populate(stage);
  app = await buildApp({
    platform: stage.platform,
    accounts: stage.accounts,
    filesDir: stage.filesDir,
    version: 'test',
    onFault: (_, error) => faults.push(error),
  });
  await app.ready();
  // The tree of routes, each line indented by four under the beginning of its path.
  const parts: string[] = [];
  for (const line of app.printRoutes({ commonPrefix: false }).split('\n')) {
    const found = /^([\s│]*)[├└]── (\S*)(?: \(([A-Z, ]+)\))?/.exec(line);
    if (!found) continue;
    parts.splice(found[1]!.length / 4, parts.length, found[2]!);
    for (const method of found[3]?.split(', ') ?? [])
      if (method !== 'HEAD') routes.push({ method, url: parts.join('') });
  }
  for (const person of ['east-handler', 'east-head', 'east-responder', 'west-handler']) {
    await enrol(stage, person);
    const answer = await signIn(userName(person), PASSWORD);
    expect(answer.statusCode).toBe(200);
    cookies.set(person, answer.cookies.map((one) => `${one.name}=${one.value}`).join('; '));
  }
});
afterAll(async () => {
  await app.close();
  await stage.close();
});

const signIn = (username: string, password: string, remoteAddress = '10.0.0.1') =>
  app.inject({ method: 'POST', url: '/api/auth/sign-in/username', payload: { username, password }, remoteAddress });

const as = (person: string | null, method: 'GET' | 'POST', url: string, payload?: unknown, more: InjectOptions = {}) =>
  app.inject({
    method,
    url,
    ...(payload !== undefined && { payload: payload as object }),
    ...more,
    headers: { ...(person !== null && { cookie: cookies.get(person)! }), ...more.headers },
  });

/** A file as a browser sends it, with a name of any bytes. */
function upload(person: string | null, name: string | Buffer, content: Buffer | string, url = '/api/files') {
  const boundary = 'x-test-boundary';
  const body = Buffer.concat([
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="`),
    Buffer.from(name),
    Buffer.from('"\r\ncontent-type: application/octet-stream\r\n\r\n'),
    Buffer.from(content),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return as(person, 'POST', url, body, { headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } });
}
const PDF = '%PDF-1.7 sample';
const isProblem = (answer: { headers: Record<string, unknown>; json: () => unknown }): void => {
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.json()).toMatchObject({ type: expect.stringMatching(/^urn:fadu:/), title: expect.any(String) });
};

describe('every route', () => {
  const PUBLIC = /^\/api\/(public|auth|ledger|law)\/|^\/api\/(health|openapi\.json)$/;
  const at = (url: string) => url.replaceAll(/:[a-z]+/gi, '01890000-0000-7000-8000-000000000001').replace('*', 'x');

  it('that is not public asks who one is, before anything else', async () => {
    const asked = routes.filter(({ url }) => url.startsWith('/api/') && !PUBLIC.test(url));
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
    const posts = routes.filter(
      ({ method, url }) => method === 'POST' && url.startsWith('/api/') && url !== '/api/auth/*',
    );
    expect(posts.length).toBeGreaterThan(8);
    const url = fc.tuple(
      fc.constantFrom(...posts.map((one) => one.url), '/api/auth/sign-in/username'),
      fc.constantFrom(matter.id, 'request', 'constructor', '%00', 'x', '-'.repeat(36)),
    );
    await fc.assert(
      fc.asyncProperty(url, body, async ([route, part], payload) => {
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
        expect(faults, `${route} ${JSON.stringify(payload)}`).toEqual([]);
        expect(answer.statusCode).toBeLessThan(500);
        if (answer.statusCode >= 400) isProblem(answer);
      }),
      { numRuns: 400 },
    );
  });

  it('never answers 500 to a question either', async () => {
    const matter = await register(stage);
    const gets = routes.filter(({ method, url }) => method === 'GET' && url.startsWith('/api/') && !url.includes('*'));
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
        const answer = await as('east-handler', 'GET', url, undefined, { remoteAddress });
        expect(faults, url).toEqual([]);
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
      tries.push((await signIn('WEST_handler', `wrong-password-${round}`)).statusCode);
    expect(tries).toEqual([401, 401, 401, 401, 401, 429]);
    expect((await signIn('west_handler', PASSWORD)).statusCode).toBe(429);
    expect((await signIn('east_handler', PASSWORD)).statusCode).toBe(200);
  });

  it('says the same of a name that does not exist', async () => {
    const [known, unknown] = [
      await signIn('east_head', 'wrong-password'),
      await signIn('nobody_here', 'wrong-password'),
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

describe('a matter of another county', () => {
  it('reads as not found, and so does everything of it', async () => {
    const { id } = await register(stage);
    await take(stage, 'east-handler', id, 'accept');
    const [document] = (await stage.asSuperuser<{ id: string }>('select id from document where matter = $1', [id])) as [
      { id: string },
    ];
    const missing = await as('east-handler', 'GET', '/api/matters/01890000-0000-7000-8000-000000000001');
    for (const [method, url, body] of [
      ['GET', `/api/matters/${id}`],
      ['GET', `/api/matters/${id}/clocks/decide`],
      ['GET', `/api/documents/${document.id}.docx`],
      ['GET', `/api/documents/${document.id}.html`],
      ['POST', `/api/matters/${id}/actions`, { action: 'note', input: { words: 'x' }, revision: 2, key: freshKey() }],
      ['POST', `/api/matters/${id}/rehearse`, { action: 'note', input: {} }],
      ['POST', `/api/matters/${id}/reveal`, { path: 'applicants.0.phone', reason: '核对' }],
    ] as const) {
      cookies.set('west-handler', cookies.get('west-handler')!);
      const answer = await as('west-handler', method, url, body);
      expect([answer.statusCode, answer.json()], url).toEqual([404, missing.json()]);
    }
    const listed = (await as('west-handler', 'GET', '/api/matters?line=request')).json();
    expect(listed.rows.map((row: { id: string }) => row.id)).not.toContain(id);
  });
});

describe('the agency that takes part', () => {
  it('finds nothing before the matter is served on it, and then only what was served', async () => {
    const { id } = await register(stage);
    await take(stage, 'east-handler', id, 'note', { words: '内部意见不外传' });
    expect((await as('east-responder', 'GET', `/api/matters/${id}`)).statusCode).toBe(404);
    await take(stage, 'east-handler', id, 'accept');
    const { body } = await as('east-responder', 'GET', `/api/matters/${id}`);
    const view = JSON.parse(body);
    expect(view.served).toBe(true);
    expect(Object.keys(view.data).sort()).toEqual(['acceptedOn', 'agency', 'subject']);
    expect(body).not.toContain('内部意见不外传');
    expect(view.documents.map((one: { template: string }) => one.template)).toEqual(['asking']);
    const documents = await stage.asSuperuser<{ id: string; template: string }>(
      'select id, template from document where matter = $1',
      [id],
    );
    for (const one of documents) {
      const answer = await as('east-responder', 'GET', `/api/documents/${one.id}.docx`);
      expect(answer.statusCode, one.template).toBe(one.template === 'asking' ? 200 : 404);
    }
    const reveal = { path: 'applicants.0.phone', reason: '核对身份' };
    expect((await as('east-responder', 'POST', `/api/matters/${id}/reveal`, reveal)).statusCode).toBe(404);
    expect((await as('east-handler', 'POST', `/api/matters/${id}/reveal`, reveal)).json()).toEqual({
      value: '13800000000',
    });
  });
});

describe('two people at once', () => {
  it('the second is told who did what in the meantime', async () => {
    const { id } = await register(stage);
    const send = (person: string) =>
      as(person, 'POST', `/api/matters/${id}/actions`, {
        action: 'note',
        input: { words: '意见' },
        revision: 1,
        key: freshKey(),
      });
    await stage.owner.query(
      "insert into post (id, person, post, org, valid_from) values ('h2', 'east-head', 'handler', 'east', '2020-01-01') on conflict do nothing",
    );
    await stage.platform.directory.refresh(true);
    const both = await Promise.all([send('east-handler'), send('east-head')]);
    expect(both.map((one) => one.statusCode).sort()).toEqual([200, 409]);
    const lost = both.find((one) => one.statusCode === 409)!;
    expect(lost.json()).toMatchObject({
      title: expect.stringContaining('记录意见'),
      since: [{ action: 'note', seq: 2 }],
    });
  });
});

describe('what is typed', () => {
  it.each([
    [{ applicants: [{ name: '王样例', idNumber: '110101199003070071' }] }, 'applicants.0.idNumber'],
    [{ applicants: [{ name: '王样例', phone: '123' }] }, 'applicants.0.phone'],
    [{ receivedOn: '9999-12-31' }, 'receivedOn'],
    [{ receivedOn: '2024-02-30' }, 'receivedOn'],
    [{ subject: '坏\ufffd字' }, 'subject'],
    [{ subject: 7 }, 'subject'],
    [{ subjekt: 'x' }, 'subjekt'],
  ])('that is malformed is answered at its field, and nothing is kept: %j', async (more, field) => {
    const [{ n }] = (await stage.asSuperuser<{ n: number }>('select count(*)::int as n from matter')) as [
      { n: number },
    ];
    const answer = await as('east-handler', 'POST', '/api/matters', {
      line: 'request',
      action: 'register',
      organ: 'east',
      input: sampleInput(more),
      key: freshKey(),
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().faults.map((one: { field: string }) => one.field)).toContain(field);
    expect(await stage.asSuperuser('select count(*)::int as n from matter')).toEqual([{ n }]);
  });

  it('with HTML in a line of words is told; in running text it stays text, also in the document', async () => {
    const html = '<script>alert(1)</script>&"示例"';
    await expect(register(stage, { subject: html })).rejects.toThrow('网页标记');
    const { id } = await register(stage, { subject: '5 & "7"' });
    await take(stage, 'east-handler', id, 'accept');
    await take(stage, 'east-handler', id, 'decide', { decision: html });
    const { matter } = await take(stage, 'east-head', id, 'approve');
    expect(matter.data.decision).toBe(html);
    const rows = await stage.asSuperuser<{ id: string }>(
      "select id from document where matter = $1 and template = 'decision'",
      [id],
    );
    const answer = await as('east-handler', 'GET', `/api/documents/${rows[0]!.id}.html`);
    expect(answer.body).not.toContain('<script>');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  });
});

describe('an upload', () => {
  it.each([
    ['空.pdf', '', 422, 'file.empty'],
    ['程序.exe', 'MZ', 422, 'file.kind'],
    ['没有后缀', PDF, 422, 'file.kind'],
    ['假的.pdf', '<html>', 422, 'file.not_what_it_says'],
    ['假的.docx', PDF, 422, 'file.not_what_it_says'],
  ])('that is not what it claims is refused: %s', async (name, content, status, code) => {
    const answer = await upload('east-handler', name, content);
    expect([answer.statusCode, answer.json().type]).toEqual([status, `urn:fadu:${code}`]);
    expect(await stage.asSuperuser('select count(*)::int as n from upload where name = $1', [name])).toEqual([
      { n: 0 },
    ]);
  });

  it('that is too large is refused and leaves nothing on the disk', async () => {
    const answer = await upload(
      'east-handler',
      '大.pdf',
      Buffer.concat([Buffer.from(PDF), Buffer.alloc(51 * 1024 * 1024)]),
    );
    expect(answer.statusCode).toBe(413);
    isProblem(answer);
    const { readdirSync } = await import('node:fs');
    expect(readdirSync(join(stage.filesDir, 'incoming'))).toEqual([]);
  });

  it.each([
    ['../../../etc/passwd.pdf', 'passwd.pdf'],
    ['..\\..\\boot.pdf', 'boot.pdf'],
    ['<img src=x onerror=alert(1)>.pdf', '<img src=x onerror=alert(1)>.pdf'],
    [Buffer.concat([Buffer.from([0xd6, 0xd0, 0xff]), Buffer.from('.pdf')]), '.pdf'],
    ['附件\u202efdp.pdf', '附件_fdp.pdf'],
    [`${'长'.repeat(300)}.pdf`, '.pdf'],
  ])('keeps a name that is only a name: %s', async (name, end) => {
    const answer = await upload('east-handler', name, PDF);
    expect(answer.statusCode).toBe(201);
    const row = answer.json();
    expect(row.name.endsWith(end)).toBe(true);
    expect(row.name).not.toMatch(/[/\\\u0000-\u001f\u202e\ufffd]/);
    const sent = await as('east-handler', 'GET', `/api/files/${row.id}`);
    expect([sent.statusCode, sent.body, sent.headers['content-type']]).toEqual([200, PDF, 'application/pdf']);
    expect(sent.headers['content-security-policy']).toContain('sandbox');
  });

  it('of the same content is kept once, under its digest', async () => {
    const [one, two] = await Promise.all([
      upload('east-handler', '甲.pdf', PDF),
      upload('west-handler', '乙.pdf', PDF),
    ]);
    const digest = createHash('sm3').update(PDF).digest('hex');
    expect([one!.json().digest, two!.json().digest]).toEqual([digest, digest]);
    expect(one!.json().id).not.toBe(two!.json().id);
    expect(existsSync(join(stage.filesDir, digest.slice(0, 2), digest))).toBe(true);
  });

  it('is seen by nobody else until a step uses it, and by nobody who does not see the matter', async () => {
    const { id } = (await upload('east-handler', '证据.pdf', PDF)).json();
    expect((await as('east-head', 'GET', `/api/files/${id}`)).statusCode).toBe(404);
    const matter = await register(stage, { attachments: [id] });
    const seenBy = async () =>
      Promise.all(
        ['east-handler', 'east-head', 'east-responder', 'west-handler'].map(
          async (person) => (await as(person, 'GET', `/api/files/${id}`)).statusCode,
        ),
      );
    expect(await seenBy()).toEqual([200, 200, 404, 404]);
    await take(stage, 'east-handler', matter.id, 'accept');
    expect(await seenBy()).toEqual([200, 200, 404, 404]);
  });

  it('of somebody else, or none at all, cannot be attached', async () => {
    const { id } = (await upload('west-handler', '别人的.pdf', PDF)).json();
    for (const attachment of [id, '01890000-0000-7000-8000-000000000009', 'no id'])
      await expect(register(stage, { attachments: [attachment] })).rejects.toThrow('file.unknown');
  });

  it('that no step used is taken away after a week, bytes and all; what is used stays', async () => {
    const content = `${PDF} never used`;
    const row = (await upload('east-handler', '没用.pdf', content)).json();
    const path = join(stage.filesDir, row.digest.slice(0, 2), row.digest);
    stage.at(new Date(Date.now() + 6 * 86_400_000).toISOString());
    await sweepUploads(stage.platform, stage.filesDir);
    expect(existsSync(path)).toBe(true);
    stage.at(new Date(Date.now() + 8 * 86_400_000).toISOString());
    expect(await sweepUploads(stage.platform, stage.filesDir)).toBeGreaterThan(0);
    expect(existsSync(path)).toBe(false);
    const used = createHash('sm3').update(PDF).digest('hex');
    expect(existsSync(join(stage.filesDir, used.slice(0, 2), used))).toBe(true);
    stage.at(NOW);
  });
});

describe('the public', () => {
  it('gets the proof of a document by its code, and the ledger’s checkpoints', async () => {
    const { sequence } = await import('../ledger/sequencer.js');
    const { id } = await register(stage);
    await take(stage, 'east-handler', id, 'accept');
    await sequence(stage.platform.pool, stage.keys.signing, stage.platform.now);
    const [{ code }] = (await stage.asSuperuser<{ code: string }>('select code from document where matter = $1', [
      id,
    ])) as [{ code: string }];
    const proof = await as(null, 'GET', `/api/public/verify/${code}/proof`);
    const { verifyBundle } = await import('@fadu/ledger');
    expect(verifyBundle(proof.json(), { keys: [stage.platform.publicKey] }).genuine).toBe(true);
    const { notes } = (await as(null, 'GET', '/api/ledger/checkpoints?log=fadu/990000/checkpoints')).json();
    expect(notes.length).toBeGreaterThan(0);
    for (const url of [
      '/api/ledger/checkpoints?log=x',
      '/api/ledger/consistency?log=fadu/990101&from=0&to=abc',
      '/api/public/verify/FD-0000-0000/proof',
    ])
      expect((await as(null, 'GET', url)).statusCode).toBe(404);
  });
});

it('no fault of the platform came up in all this', () => {
  expect(faults).toEqual([]);
});
