import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { request } from '../testing/sample-lines.js';
import { raise, type Stage } from '../testing/stage.js';
import { buildApp } from './app.js';

let stage: Stage;
let app: FastifyInstance;
const dir = mkdtempSync(join(tmpdir(), 'fadu-pages-'));

beforeAll(async () => {
  for (const site of ['web', 'portal']) {
    mkdirSync(join(dir, site, 'assets'), { recursive: true });
    writeFileSync(join(dir, site, 'index.html'), `<title>${site}</title><!--fadu:body--><!--/fadu:body-->`);
    writeFileSync(join(dir, site, 'assets', 'main-abcd1234.js'), `'${site}'`);
  }
  stage = await raise({ lines: [request] });
  app = await buildApp({
    platform: stage.platform,
    accounts: stage.accounts,
    filesDir: stage.filesDir,
    webDir: join(dir, 'web'),
    portalDir: join(dir, 'portal'),
    version: 'test',
  });
});
afterAll(async () => {
  await app?.close();
  await stage?.close();
  rmSync(dir, { recursive: true, force: true });
});

describe('the files of the pages', () => {
  it.each(['/assets/main-abcd1234.js', '/portal/assets/main-abcd1234.js'])('%s is sent, to be kept', async (url) => {
    const answer = await app.inject(url);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain('javascript');
    expect(answer.headers['cache-control']).toContain('immutable');
  });

  it.each([
    '/assets/main-00000000.js',
    '/assets/main-00000000.js?v=1',
    '/assets/none',
    '/portal/assets/main-00000000.js',
    '/portal/assets/main-00000000.css',
    '/law/chunk-1234abcd.mjs',
    '/favicon-old.ICO',
  ])('%s, taken away by an update, is not a page', async (url) => {
    const answer = await app.inject(url);
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.json().title).toContain('平台已更新');
  });

  it.each([
    '/',
    '/todo',
    '/law/L000000-00001/T0048.00',
    '/figures/request.accepted?period=2023',
    '/portal',
    '/portal/law',
  ])('%s is a page, asked for again each time', async (url) => {
    const answer = await app.inject(url);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.headers['cache-control']).toBe('no-cache');
  });
});
