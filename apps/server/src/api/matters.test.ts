import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiStage, raiseApi } from '../testing/api-stage.js';
import { freshKey, register, type Stage, sampleInput, take } from '../testing/stage.js';

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

describe('a list asked for', () => {
  it.each(['——', '。', "'"])('by %s alone is empty, and no fault', async (q) => {
    await register(stage);
    const answer = await as('east-handler', 'GET', `/api/matters?line=request&q=${encodeURIComponent(q)}`);
    expect([answer.statusCode, answer.json().rows]).toEqual([200, []]);
  });
  it('by a NUL is empty, and no fault', async () => {
    const answer = await as('east-handler', 'GET', '/api/matters?line=request&q=%00');
    expect([answer.statusCode, answer.json().rows]).toEqual([200, []]);
  });
});
