import type { JsonObject } from '@fadu/kernel';
import { canonical } from '@fadu/ledger';
import { type DraftVersion, keepDraftBody, type RemoteDraft, restoreDraftBody } from '@fadu/wire';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import type { Accounts } from '../access/accounts.js';
import type { Platform } from '../matters/execute.js';
import { decrypt, encrypt } from '../matters/secrets.js';
import { HttpProblem, notFound } from './problem.js';
import { officialOf } from './session.js';

/** Days after which a draft is forgotten, as on the device. */
const KEPT_DAYS = 30;
/** Characters of one draft; files are kept apart, a form of words stays far below. */
const LONGEST = 500_000;
/** Older versions of one draft that are kept. */
const VERSIONS = 5;
/** A clock that runs ahead on some computer must not win for ever. */
const AHEAD_MS = 60_000;

/** Drafts of the person signed in, and of nobody else; the newer of two devices wins. */
export function draftRoutes(app: FastifyInstance, platform: Platform, accounts: Accounts): void {
  const { pool, key: secret } = platform;

  app.get('/api/drafts', async (request): Promise<RemoteDraft[]> => {
    const { actor } = await officialOf(platform, accounts, request);
    const oldest = new Date(platform.now().getTime() - KEPT_DAYS * 86_400_000);
    await pool.query('delete from draft where person = $1 and at < $2', [actor.person, oldest]);
    await pool.query('delete from draft_version where person = $1 and at < $2', [actor.person, oldest]);
    const { rows } = await pool.query<{ key: string; at: Date; cipher: Buffer | null }>(
      'select key, at, cipher from draft where person = $1 order by at desc limit 200',
      [actor.person],
    );
    return rows.map(({ key, at, cipher }) => ({
      key,
      at: at.getTime(),
      draft: cipher === null ? null : read(cipher),
    }));
  });

  app.post('/api/drafts', async (request): Promise<{ kept: boolean }> => {
    const { actor } = await officialOf(platform, accounts, request);
    const { key, at, draft, device = '' } = keepDraftBody.parse(request.body);
    const text = draft === null ? null : JSON.stringify(draft);
    if (text !== null && text.length > LONGEST)
      throw new HttpProblem(413, { code: 'draft.too_long', title: '草稿太长，没有存到平台，已存在本机。' });
    const moment = new Date(Math.min(at, platform.now().getTime() + AHEAD_MS));
    const incoming: Row = {
      at: moment,
      cipher: text === null ? null : Buffer.from(encrypt(text, secret), 'hex'),
      device,
    };
    return {
      kept: await inTurn(actor.person, key, (client, before) => replace(client, actor.person, key, before, incoming)),
    };
  });

  app.get('/api/drafts/versions', async (request): Promise<DraftVersion[]> => {
    const { actor } = await officialOf(platform, accounts, request);
    const { rows } = await pool.query<{ key: string; at: Date; cipher: Buffer }>(
      `select v.key, v.at, v.cipher from draft_version v join draft d using (person, key)
       where v.person = $1 and d.cipher is not null order by v.at desc limit 100`,
      [actor.person],
    );
    return rows.map(({ key, at, cipher }) => ({ key, at: at.getTime(), draft: read(cipher) }));
  });

  // The older one takes the place of the present one, which is put aside in turn.
  app.post('/api/drafts/restore', async (request): Promise<DraftVersion> => {
    const { actor } = await officialOf(platform, accounts, request);
    const { key, at, device } = restoreDraftBody.parse(request.body);
    return inTurn(actor.person, key, async (client, before) => {
      const { rows } = await client.query<{ cipher: Buffer }>(
        'delete from draft_version where person = $1 and key = $2 and at = $3 returning cipher',
        [actor.person, key, new Date(at)],
      );
      if (!rows[0] || !before) throw notFound();
      if (before.cipher !== null) await putAside(client, actor.person, key, before.at, before.cipher);
      const now = new Date(Math.max(platform.now().getTime(), before.at.getTime() + 1));
      await write(client, actor.person, key, { at: now, cipher: rows[0].cipher, device });
      return { key, at: now.getTime(), draft: read(rows[0].cipher) };
    });
  });

  const read = (cipher: Buffer): JsonObject => JSON.parse(decrypt(cipher.toString('hex'), secret));

  /** One after the other where two computers keep the same draft at once. */
  async function inTurn<T>(
    person: string,
    key: string,
    work: (client: pg.PoolClient, before: Row | undefined) => Promise<T>,
  ): Promise<T> {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`draft/${person}/${key}`]);
      const { rows } = await client.query<Row>('select at, cipher, device from draft where person = $1 and key = $2', [
        person,
        key,
      ]);
      const done = await work(client, rows[0]);
      await client.query('commit');
      return done;
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  }

  /** The newer of two wins; what came from another computer and says something else is put aside. */
  async function replace(
    client: pg.PoolClient,
    person: string,
    key: string,
    before: Row | undefined,
    incoming: Row,
  ): Promise<boolean> {
    const wins = before === undefined || before.at < incoming.at;
    const loser = wins ? before : incoming;
    if (
      before?.cipher &&
      incoming.cipher &&
      loser?.cipher &&
      before.device !== incoming.device &&
      before.at.getTime() !== incoming.at.getTime()
    ) {
      if (words(read(before.cipher)) !== words(read(incoming.cipher)))
        await putAside(client, person, key, loser.at, loser.cipher);
    }
    if (!wins) return false;
    await write(client, person, key, incoming);
    // Sent or thrown away: nothing is left of it.
    if (incoming.cipher === null)
      await client.query('delete from draft_version where person = $1 and key = $2', [person, key]);
    return true;
  }
}

interface Row {
  readonly at: Date;
  readonly cipher: Buffer | null;
  readonly device: string;
}

/** What was typed, without when and where. */
const words = ({ values, reasons }: JsonObject): string =>
  canonical({ values: values ?? null, reasons: reasons ?? null });

const write = (client: pg.PoolClient, person: string, key: string, { at, cipher, device }: Row) =>
  client.query(
    `insert into draft (person, key, at, cipher, device) values ($1, $2, $3, $4, $5)
     on conflict (person, key) do update set at = excluded.at, cipher = excluded.cipher, device = excluded.device`,
    [person, key, at, cipher, device],
  );

async function putAside(client: pg.PoolClient, person: string, key: string, at: Date, cipher: Buffer): Promise<void> {
  await client.query(
    'insert into draft_version (person, key, at, cipher) values ($1, $2, $3, $4) on conflict do nothing',
    [person, key, at, cipher],
  );
  await client.query(
    `delete from draft_version where person = $1 and key = $2 and at not in (
       select at from draft_version where person = $1 and key = $2 order by at desc limit ${VERSIONS})`,
    [person, key],
  );
}
