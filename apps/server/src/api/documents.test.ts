import { createHash } from 'node:crypto';
import type { Line } from '@fadu/procedure';
import type { MatterView, Rehearsal } from '@fadu/wire';
import type { FastifyInstance } from 'fastify';
import JSZip from 'jszip';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { enrol, PASSWORD, userName } from '../testing/account.js';
import { followup, request } from '../testing/sample-lines.js';
import { populate, raise, register, type Stage, take } from '../testing/stage.js';
import { buildApp } from './app.js';

const served: Line = {
  ...request,
  documents: { ...request.documents, notice: { ...request.documents.notice!, serve: [{ to: 'applicants' }] } },
};
let stage: Stage;
let app: FastifyInstance;
let cookie: string;
let matter: MatterView;
beforeAll(async () => {
  stage = await raise({ lines: [served, followup] });
  await populate(stage);
  app = await buildApp({
    platform: stage.platform,
    accounts: stage.accounts,
    filesDir: stage.filesDir,
    version: 'test',
    onFault: () => undefined,
  });
  await enrol(stage, 'east-handler');
  const payload = { username: userName('east-handler'), password: PASSWORD };
  const answer = await app.inject({ method: 'POST', url: '/api/auth/sign-in/username', payload });
  cookie = answer.cookies.map((one) => `${one.name}=${one.value}`).join('; ');
  const { id } = await register(stage);
  await take(stage, 'east-handler', id, 'accept');
  matter = (await get(`/api/matters/${id}`)).json<MatterView>();
});
afterAll(async () => {
  await app.close();
  await stage.close();
});

const get = (url: string) => app.inject({ method: 'GET', url, headers: { cookie } });
const notice = () => matter.documents.find((one) => one.template === 'notice')!;
const xmlOf = async (bytes: Buffer) => (await JSZip.loadAsync(bytes)).file('word/document.xml')!.async('string');

it('gives the file whose digest is on the card, and the page with the same words, safe to show', async () => {
  const file = await get(`/api/documents/${notice().id}.docx`);
  expect(file.headers['content-type']).toContain('wordprocessingml');
  expect(createHash('sm3').update(file.rawPayload).digest('hex')).toBe(notice().digest);
  const page = await get(`/api/documents/${notice().id}.html`);
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  expect(page.body).toContain(notice().code);
});

it('rehearses a service: what is missing, and what would follow', async () => {
  const input = { document: notice().id, recipient: 'applicants.0', method: 'electronic', servedOn: '2024-10-09' };
  const rehearse = async (more: object) => {
    const payload = { action: 'serveDocument', input: { ...input, ...more } };
    const url = `/api/matters/${matter.id}/rehearse`;
    return (await app.inject({ method: 'POST', url, payload, headers: { cookie } })).json<Rehearsal>();
  };
  const refused = await rehearse({});
  expect(refused.refusals.map((one) => one.code)).toEqual(['service.consent_missing', 'service.proof_missing']);
  const possible = await rehearse({ method: 'direct', proof: ['01890000-0000-7000-8000-000000000001'] });
  expect(possible.outcome!.documents).toMatchObject([{ name: '送达回证' }]);
  expect(possible.outcome!.documents[0]!.html).toContain('直接送达');
});

it('prints a slip to have signed, for a recipient of the paper only', async () => {
  const slip = await get(`/api/documents/${notice().id}/slip?recipient=applicants.0`);
  const xml = await xmlOf(slip.rawPayload);
  for (const words of ['《受理通知书》', '王**', '受送达人签名或者盖章']) expect(xml).toContain(words);
  expect((await get(`/api/documents/${notice().id}/slip?recipient=agency`)).statusCode).toBe(404);
});

it('hands out nothing when the stored content is no longer what was issued', async () => {
  const change = (title: string) =>
    stage.asSuperuser("update document set content = jsonb_set(content, '{title}', to_jsonb($2::text)) where id = $1", [
      notice().id,
      title,
    ]);
  await change('不予受理通知书');
  const answer = await get(`/api/documents/${notice().id}.docx`);
  expect(answer.statusCode).toBe(409);
  expect(answer.json()).toMatchObject({ type: 'urn:fadu:document.altered' });
  await change('受理通知书');
  expect((await get(`/api/documents/${notice().id}.docx`)).statusCode).toBe(200);
});
