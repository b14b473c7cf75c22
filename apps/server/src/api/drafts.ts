import { keepDraftBody, type RemoteDraft } from '@fadu/wire';
import type { FastifyInstance } from 'fastify';
import type { Accounts } from '../access/accounts.js';
import type { Platform } from '../matters/execute.js';
import { decrypt, encrypt } from '../matters/secrets.js';
import { HttpProblem } from './problem.js';
import { officialOf } from './session.js';

/** Days after which a draft is forgotten, as on the device. */
const KEPT_DAYS = 30;
/** Characters of one draft; files are kept apart, a form of words stays far below. */
const LONGEST = 500_000;
/** A clock that runs ahead on some computer must not win for ever. */
const AHEAD_MS = 60_000;

/** Drafts of the person signed in, and of nobody else; the newer of two devices wins. */
export function draftRoutes(app: FastifyInstance, platform: Platform, accounts: Accounts): void {
  const { pool, key: secret } = platform;

  app.get('/api/drafts', async (request): Promise<RemoteDraft[]> => {
    const { actor } = await officialOf(platform, accounts, request);
    const oldest = new Date(platform.now().getTime() - KEPT_DAYS * 86_400_000);
    await pool.query('delete from draft where person = $1 and at < $2', [actor.person, oldest]);
    const { rows } = await pool.query<{ key: string; at: Date; cipher: Buffer | null }>(
      'select key, at, cipher from draft where person = $1 order by at desc limit 200',
      [actor.person],
    );
    return rows.map(({ key, at, cipher }) => ({
      key,
      at: at.getTime(),
      draft: cipher === null ? null : JSON.parse(decrypt(cipher.toString('hex'), secret)),
    }));
  });

  app.post('/api/drafts', async (request): Promise<{ kept: boolean }> => {
    const { actor } = await officialOf(platform, accounts, request);
    const { key, at, draft } = keepDraftBody.parse(request.body);
    const text = draft === null ? null : JSON.stringify(draft);
    if (text !== null && text.length > LONGEST)
      throw new HttpProblem(413, { code: 'draft.too_long', title: '草稿太长，没有存到平台，已存在本机。' });
    const moment = new Date(Math.min(at, platform.now().getTime() + AHEAD_MS));
    const { rowCount } = await pool.query(
      `insert into draft as d (person, key, at, cipher) values ($1, $2, $3, $4)
       on conflict (person, key) do update set at = excluded.at, cipher = excluded.cipher where d.at < excluded.at`,
      [actor.person, key, moment, text === null ? null : Buffer.from(encrypt(text, secret), 'hex')],
    );
    return { kept: rowCount === 1 };
  });
}
