import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweepUploads } from '../jobs/uploads.js';
import { type ApiStage, raiseApi } from '../testing/api-stage.js';
import { NOW, register, type Stage, take } from '../testing/stage.js';

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

const PDF = '%PDF-1.7 sample';
const isProblem = (answer: { headers: Record<string, unknown>; json: () => unknown }): void => {
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.json()).toMatchObject({ type: expect.stringMatching(/^urn:fadu:/), title: expect.any(String) });
};

describe('an upload', () => {
  it.each([
    ['空.pdf', '', 422, 'file.empty'],
    ['程序.exe', 'MZ', 422, 'file.kind'],
    ['没有后缀', PDF, 422, 'file.kind'],
    ['假的.pdf', '<html>', 422, 'file.not_what_it_says'],
    ['假的.docx', PDF, 422, 'file.not_what_it_says'],
  ])('that is not what it claims is refused: %s', async (name, content, status, code) => {
    const answer = await api.upload('east-handler', name, content);
    expect([answer.statusCode, answer.json().type]).toEqual([status, `urn:fadu:${code}`]);
    expect(await stage.asSuperuser('select count(*)::int as n from upload where name = $1', [name])).toEqual([
      { n: 0 },
    ]);
  });

  it('that is too large is refused and leaves nothing on the disk', async () => {
    const answer = await api.upload(
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
    const answer = await api.upload('east-handler', name, PDF);
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
      api.upload('east-handler', '甲.pdf', PDF),
      api.upload('west-handler', '乙.pdf', PDF),
    ]);
    const digest = createHash('sm3').update(PDF).digest('hex');
    expect([one!.json().digest, two!.json().digest]).toEqual([digest, digest]);
    expect(one!.json().id).not.toBe(two!.json().id);
    expect(existsSync(join(stage.filesDir, digest.slice(0, 2), digest))).toBe(true);
  });

  it('is seen by nobody else until a step uses it, and by nobody who does not see the matter', async () => {
    const { id } = (await api.upload('east-handler', '证据.pdf', PDF)).json();
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
    const { id } = (await api.upload('west-handler', '别人的.pdf', PDF)).json();
    for (const attachment of [id, '01890000-0000-7000-8000-000000000009', 'no id'])
      await expect(register(stage, { attachments: [attachment] })).rejects.toThrow('file.unknown');
  });

  it('that no step used is taken away after a week, bytes and all; what is used stays', async () => {
    const content = `${PDF} never used`;
    const row = (await api.upload('east-handler', '没用.pdf', content)).json();
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
