import { createHash } from 'node:crypto';
import { verifyBundle } from '@fadu/ledger';
import type { Line } from '@fadu/procedure';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findVerification } from '../api/ledger.js';
import { proofOf } from '../ledger/proofs.js';
import { sequence } from '../ledger/sequencer.js';
import { checkRecords } from '../matters/check.js';
import { fileOf } from '../matters/documents.js';
import { findMatter } from '../matters/execute.js';
import { publicMatter } from '../matters/public-matter.js';
import { viewMatter } from '../matters/view.js';
import { followup, request } from '../testing/sample-lines.js';
import { official, populate, raise, register, type Stage, take } from '../testing/stage.js';
import { type OfficialDocument, renderDocx } from './index.js';

const served: Line = {
  ...request,
  documents: {
    ...request.documents,
    notice: { ...request.documents.notice!, serve: [{ to: 'applicants' }] },
    asking: { ...request.documents.asking!, serve: [{ to: 'agency' }] },
  },
};
let stage: Stage;
beforeAll(async () => {
  stage = await raise({ lines: [served, followup] });
  await populate(stage);
});
afterAll(() => stage.close());

const cardsOf = async (id: string) => {
  const viewer = official(stage, 'east-handler');
  const { record } = (await findMatter(stage.platform, viewer.scope, id))!;
  return (await viewMatter(stage.platform, viewer, record)).documents;
};
const cardOf = async (id: string, template: string) => (await cardsOf(id)).find((one) => one.template === template)!;
const verify = (code: string) => findVerification(stage.platform, code);
const accepted = async () => {
  const { id } = await register(stage);
  await take(stage, 'east-handler', id, 'accept');
  return id;
};
const proof = async (): Promise<string> => {
  const id = uuidv7();
  await stage.asSuperuser(
    "insert into upload (id, name, type, size, digest, uploaded_by) values ($1, '送达回证.pdf', 'application/pdf', 10, 'd', 'east-handler')",
    [id],
  );
  return id;
};
const direct = async (document: string, recipient: string) => ({
  document,
  recipient,
  method: 'direct',
  servedOn: '2024-10-09',
  receiver: '王样例',
  proof: [await proof()],
});
const stored = async (code: string) =>
  (
    await stage.asSuperuser<{ content: OfficialDocument; digest: string }>(
      'select content, digest from document where code = $1',
      [code],
    )
  )[0]!;

describe('a document of a matter', () => {
  it('made again from what is stored has the digest that was recorded; a changed content gives no file', async () => {
    const { code } = await cardOf(await accepted(), 'notice');
    const { content, digest } = await stored(code);
    expect(await fileOf(content, digest)).toBeDefined();
    expect(await fileOf({ ...content, title: `${content.title}。` }, digest)).toBeUndefined();
  });

  it('is genuine by its code, however typed; a byte changed has another digest; other codes are unknown', async () => {
    const { code } = await cardOf(await accepted(), 'asking');
    const { content } = await stored(code);
    const found = await verify(code.toLowerCase().replaceAll('-', ' '));
    expect(found).toMatchObject({ status: 'genuine', code, name: '答复通知', number: content.number });
    const sm3 = (bytes: Buffer) => createHash('sm3').update(bytes).digest('hex');
    const file = renderDocx(content);
    expect(sm3(file)).toBe(found.digest);
    file[file.length - 1]! ^= 1;
    expect(sm3(file)).not.toBe(found.digest);
    expect(await verify('FD-2222-2222')).toEqual({ status: 'unknown', code: 'FD-2222-2222' });
  });

  it('stands in the ledger: its proof holds without this server and names its digest', async () => {
    const { code, digest } = await cardOf(await accepted(), 'notice');
    expect((await verify(code)).recordedAt).toBeNull();
    await sequence(stage.platform.pool, stage.keys.signing, stage.platform.now);
    const [row] = await stage.asSuperuser<{ region: string; matter: string; event_seq: number }>(
      'select region, matter, event_seq from document where code = $1',
      [code],
    );
    const bundle = await proofOf(
      stage.platform.pool,
      row!.region,
      row!.matter,
      row!.event_seq,
      stage.platform.publicKey,
    );
    const keys = stage.platform.publicKeys;
    const answer = verifyBundle(bundle!, { keys, document: digest });
    expect(answer.genuine).toBe(true);
    expect(
      verifyBundle(bundle!, { keys, document: digest.replace(/^./, (one) => (one === '0' ? '1' : '0')) }).genuine,
    ).toBe(false);
  });

  it('has a code that no other region has: the step is refused and taken again with another', async () => {
    const { code } = await cardOf(await accepted(), 'notice');
    const taken = (region: string) =>
      stage.platform.pool
        .query('select fadu_code_taken($1, $2) as taken', [[code], region])
        .then(({ rows }) => rows[0].taken);
    expect(await taken('990102')).toBe(true);
    // The same region has the unique index.
    expect(await taken('990101')).toBe(false);
  });
});

describe('service', () => {
  it('brings a paper into the portal: before, the applicant does not see it', async () => {
    const id = await accepted();
    const shown = async () => {
      const scope = { orgs: [], paths: [], matter: id };
      const { record } = (await findMatter(stage.platform, scope, id))!;
      return (await publicMatter(stage.platform, scope, record)).documents.map((one) => one.name);
    };
    expect(await shown()).toEqual([]);
    const notice = await cardOf(id, 'notice');
    await take(stage, 'east-handler', id, 'serveDocument', await direct(notice.id, 'applicants.0'));
    expect(await shown()).toEqual(['受理通知']);
    // What no line serves is given at once.
    await take(stage, 'east-handler', id, 'decide', { decision: '准予' });
    await take(stage, 'east-head', id, 'approve');
    expect(await shown()).toEqual(['决定书', '受理通知']);
  });

  it('shows on the card, leaves a 送达回证, keeps who signed out of the record', async () => {
    const id = await accepted();
    const notice = await cardOf(id, 'notice');
    expect(notice).toMatchObject({
      state: 'issued',
      mayServe: true,
      recipients: [{ recipient: 'applicants.0', service: null }],
    });
    await take(stage, 'east-handler', id, 'serveDocument', await direct(notice.id, 'applicants.0'));
    const after = await cardOf(id, 'notice');
    expect(after).toMatchObject({ state: 'served', mayServe: false });
    expect(after.recipients[0]!.service).toMatchObject({ methodName: '直接送达', servedOn: '2024-10-09' });
    expect(JSON.stringify(after.recipients[0]!.service)).not.toContain('王样例');
    const slip = await stored((await cardOf(id, 'serviceReturn')).code);
    const words = JSON.stringify(slip.content.blocks);
    expect(words).toContain('《受理通知书》');
    expect(words).toContain('2024年10月9日');
    expect(words).not.toMatch(/undefined|null/);
    expect((await checkRecords(stage.platform)).faults).toEqual([]);
  });

  it('found invalid, the document is no longer served', async () => {
    const id = await accepted();
    const asking = await cardOf(id, 'asking');
    await take(stage, 'east-handler', id, 'serveDocument', await direct(asking.id, 'agency'));
    const [recipient] = (await cardOf(id, 'asking')).recipients;
    await take(stage, 'east-handler', id, 'voidService', { service: recipient!.service!.id, reason: '送错单位' });
    expect(await cardOf(id, 'asking')).toMatchObject({
      state: 'issued',
      mayServe: true,
      voided: [{ methodName: '直接送达' }],
    });
  });
});

describe('a document put right', () => {
  it('is withdrawn for the public and points to the one that took its place', async () => {
    const id = await accepted();
    const before = await cardOf(id, 'asking');
    await take(stage, 'east-head', id, 'correctDocument', { document: before.id, reason: '名称有误' });
    const [old, now] = [(await cardsOf(id)).find((one) => one.id === before.id)!, await cardOf(id, 'asking')];
    expect(now).toMatchObject({ number: before.number, state: 'issued' });
    expect(old).toMatchObject({ state: 'withdrawn', replacedBy: now.code });
    expect(await verify(before.code)).toMatchObject({ status: 'withdrawn', replacedBy: now.code });
    expect(await verify(now.code)).toMatchObject({ status: 'genuine' });
    expect((await stored(now.code)).content.note).toContain(before.code);
  });

  it('withdrawn before service is no longer genuine', async () => {
    const id = await accepted();
    const { id: document, code } = await cardOf(id, 'notice');
    await take(stage, 'east-head', id, 'withdrawDocument', { document, reason: '误发' });
    expect(await cardOf(id, 'notice')).toMatchObject({ state: 'withdrawn', withdrawnFor: '误发', mayServe: false });
    const answer = await verify(code);
    expect(answer.status).toBe('withdrawn');
    expect(answer.replacedBy).toBeUndefined();
    await stage.asSuperuser("update document set state = 'issued' where code = $1", [code]);
    expect((await checkRecords(stage.platform)).faults).toEqual([{ matter: id, message: '撤回的文书与记录不符' }]);
  });
});
