import { rmSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../api/app.js';
import { type Booted, boot } from '../boot.js';
import { temporaryData } from '../postgres/temporary.js';

describe('accounts over HTTP', () => {
  const dataDir = temporaryData('fadu-accounts-');
  let booted: Booted;
  let app: FastifyInstance;
  beforeAll(async () => {
    booted = await boot({ dataDir, publicUrl: 'http://127.0.0.1/portal', durable: false });
    app = await buildApp({
      platform: booted.platform,
      accounts: booted.accounts,
      filesDir: booted.filesDir,
      version: 'test',
    });
  });
  afterAll(async () => {
    await app.close();
    await booted.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it.each([
    '/api/auth/sign-up/email',
    '/api/auth/sign%2dup/email',
    '/api/auth/sign-up%2femail',
    '/api/auth//sign-up/email',
    '/api/auth/sign-in/../sign-up/email',
    '/api/auth/%73ign-up/email/',
    '/api/auth/SIGN-UP/email',
    '/api/auth/sign-up/email?x=1',
  ])('nobody signs up by %s', async (url) => {
    const answer = await app.inject({
      method: 'POST',
      url,
      headers: { origin: 'http://localhost:80', host: 'localhost:80' },
      payload: { name: '周样例', email: 'zhou@demo.invalid', password: 'yanshi-yanshi', username: 'zhou' },
    });
    expect(answer.statusCode).toBe(404);
    const { rows } = await booted.owner.query('select count(*)::int as n from "user"');
    expect(rows[0].n).toBe(0);
  });

  it('the server itself makes accounts', async () => {
    const { user } = await booted.accounts.api.signUpEmail({
      body: { name: '吴样例', email: 'wu@demo.invalid', password: 'yanshi-yanshi' },
    });
    expect(user.name).toBe('吴样例');
  });

  it('nobody learns which names have an account', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/auth/is-username-available',
      payload: { username: 'wu' },
    });
    expect(answer.statusCode).toBe(404);
  });
});
