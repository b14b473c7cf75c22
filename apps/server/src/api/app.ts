import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic, { type SetHeadersResponse } from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import { ZodError } from 'zod';
import type { Accounts } from '../access/accounts.js';
import type { Platform } from '../matters/execute.js';
import { bulkRoutes } from './bulk.js';
import { compareRoutes } from './compare.js';
import { dashboardRoutes } from './dashboards.js';
import { deskRoutes } from './desk.js';
import { disclosureRoutes } from './disclosure.js';
import { documentRoutes } from './documents.js';
import { draftRoutes } from './drafts.js';
import { fileRoutes, MAX_FILE_BYTES } from './files.js';
import { findingRoutes } from './findings.js';
import { indicatorRoutes } from './indicators.js';
import { lawRoutes } from './law.js';
import { lawAlertRoutes } from './law-alerts.js';
import { lawDependentRoutes } from './law-dependents.js';
import { lawDeskRoutes } from './law-desk.js';
import { ledgerRoutes } from './ledger.js';
import { matterRoutes } from './matters.js';
import { messageRoutes } from './messages.js';
import { noticeRoutes } from './notices.js';
import { openDataRoutes } from './open-data.js';
import { openApi } from './openapi.js';
import { peopleRoutes } from './people.js';
import { portalPage } from './portal-page.js';
import { HttpProblem, sendProblem } from './problem.js';
import { protect, trustedProxies } from './protection.js';
import { publicRoutes } from './public.js';
import { publicReportRoutes } from './public-reports.js';
import { readingRoutes } from './reading.js';
import { referenceRoutes } from './reference.js';
import { reportRoutes } from './reports.js';
import { returnRoutes } from './returns.js';
import { settingRoutes } from './settings.js';
import { signInRoutes } from './sign-in.js';
import { type SiteSettings, siteRoutes, siteSettings } from './site.js';
import { studioRoutes } from './studio.js';

export interface AppOptions {
  readonly platform: Platform;
  readonly accounts: Accounts;
  /** Uploaded files. */
  readonly filesDir: string;
  /** Built web and portal; absent in tests of the API. */
  readonly webDir?: string;
  readonly portalDir?: string;
  /** Who runs the portal; default: from the environment. */
  readonly site?: Partial<SiteSettings>;
  readonly version: string;
  /** Faults of the platform, with the number told to the person. */
  readonly onFault?: (incident: string, error: unknown) => void;
  /** Told of every route as it is added, for what must hold of all of them. */
  readonly onRoute?: (method: string, url: string) => void;
}

/** Fifty megabytes over a slow line take this long; a client that only holds a connection open is cut off. */
const SLOWEST_REQUEST_MS = 600_000;

/** The whole request chain, in order: limits, errors, accounts, API, pages. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { platform, accounts } = options;
  const app = Fastify({
    logger: false,
    bodyLimit: 2 * 1024 * 1024,
    trustProxy: trustedProxies(process.env),
    requestTimeout: SLOWEST_REQUEST_MS,
  });
  const { onRoute } = options;
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) onRoute?.(one, url);
  });
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: () =>
      new HttpProblem(429, { code: 'too-many', title: '提交太频繁，请过几分钟再试。已填的内容都在。' }),
  });
  await app.register(multipart, { limits: { fileSize: MAX_FILE_BYTES, files: 1 } });
  answerErrors(app, options.onFault ?? (() => undefined));
  const indexes = [options.webDir, options.portalDir].flatMap((dir) => (dir ? [join(dir, 'index.html')] : []));
  protect(
    app,
    indexes.filter((path) => existsSync(path)).map((path) => readFileSync(path, 'utf8')),
  );

  signInRoutes(app, platform, accounts);
  referenceRoutes(app, platform, accounts);
  matterRoutes(app, platform, accounts);
  bulkRoutes(app, platform, accounts);
  messageRoutes(app, platform, accounts);
  noticeRoutes(app, platform, accounts);
  deskRoutes(app, platform, accounts);
  draftRoutes(app, platform, accounts);
  settingRoutes(app, platform, accounts);
  peopleRoutes(app, platform, accounts);
  documentRoutes(app, platform, accounts);
  fileRoutes(app, platform, accounts, options.filesDir);
  reportRoutes(app, platform, accounts);
  returnRoutes(app, platform, accounts);
  readingRoutes(app, platform, accounts, options.filesDir);
  findingRoutes(app, platform, accounts);
  compareRoutes(app, platform, accounts);
  studioRoutes(app, platform, accounts);
  disclosureRoutes(app, platform, accounts);
  publicRoutes(app, platform);
  const site = options.site ?? siteSettings(process.env);
  siteRoutes(app, platform, site);
  indicatorRoutes(app, platform, accounts);
  dashboardRoutes(app, platform, accounts);
  openDataRoutes(app, platform);
  publicReportRoutes(app, platform);
  lawRoutes(app, platform, accounts);
  lawAlertRoutes(app, platform, accounts);
  lawDependentRoutes(app, platform, accounts);
  lawDeskRoutes(app, platform, accounts);
  ledgerRoutes(app, platform);
  app.get('/api/health', async () => {
    await platform.pool.query('select 1');
    return { ok: true, version: options.version };
  });
  app.get('/api/openapi.json', async () => openApi(platform.lines, options.version));
  await pages(app, options, site);
  return app;
}

/**
 * What PostgreSQL says of values that cannot be kept or are not of their kind: the zero byte in a text and in JSON, a word
 * that is no day, number or id, a day or number out of range. They come from a typed address or a made-up cursor.
 */
const UNKEEPABLE = ['22021', '22P05', '22P02', '22007', '22008', '22003'];

/** Expected failures keep their words; faults get a number, and nothing of their inside goes out. */
function answerErrors(app: FastifyInstance, onFault: (incident: string, error: unknown) => void): void {
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof HttpProblem) return sendProblem(reply, error.status, error.problem);
    if (error instanceof ZodError) {
      const faults = error.issues.map((issue) => ({ field: issue.path.join('.'), message: '这一项的格式不正确。' }));
      return sendProblem(reply, 400, { code: 'malformed', title: '提交的内容格式不正确，没有办理。', faults });
    }
    const { statusCode, code } = error as { statusCode?: number; code?: string };
    if (code !== undefined && UNKEEPABLE.includes(code))
      return sendProblem(reply, 400, {
        code: 'malformed',
        title: '提交的内容里有无法识别的字符或者数值，没有办理。请重新输入。',
      });
    if (statusCode === 413 || code === 'FST_REQ_FILE_TOO_LARGE')
      return sendProblem(reply, 413, { code: 'too-large', title: '内容太大，没有收到。文件每个不超过50 MB。' });
    if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
      return sendProblem(reply, statusCode, { code: 'malformed', title: '提交的内容格式不正确，没有办理。' });
    const incident = `E-${randomBytes(2).toString('hex').toUpperCase()}`;
    onFault(incident, error);
    return sendProblem(reply, 500, {
      code: 'fault',
      title: `抱歉，平台出了问题，不是操作有误。已填的内容都在。请10分钟后再试，或者报编号${incident}。`,
      incident,
    });
  });
}

async function pages(
  app: FastifyInstance,
  { webDir, portalDir, platform }: AppOptions,
  site: Partial<SiteSettings>,
): Promise<void> {
  const dirs = [
    { dir: portalDir, prefix: '/portal/' },
    { dir: webDir, prefix: '/' },
  ].filter(
    (one): one is { dir: string; prefix: string } => one.dir !== undefined && existsSync(join(one.dir, 'index.html')),
  );
  let first = true;
  for (const { dir, prefix } of dirs) {
    await app.register(fastifyStatic, {
      root: dir,
      prefix,
      wildcard: false,
      decorateReply: first,
      // Copies written by the build; a browser that takes none gets the file itself.
      preCompressed: true,
      // The portal's page is filled in for each address, so that it says something without script.
      index: dir === portalDir ? false : 'index.html',
      // Its own word on keeping would win over ours.
      cacheControl: false,
      setHeaders: cache,
    });
    first = false;
  }
  const ofPortal = dirs.find(({ dir }) => dir === portalDir);
  const portal = ofPortal && portalPage(ofPortal.dir, platform, site);
  app.setNotFoundHandler(async (request, reply) => {
    if (!['GET', 'HEAD'].includes(request.method) || request.url.startsWith('/api/'))
      return sendProblem(reply, 404, { code: 'not-found', title: '没有这个接口。' });
    const found = request.url === '/portal' ? ofPortal : dirs.find(({ prefix }) => request.url.startsWith(prefix));
    if (!found) return sendProblem(reply, 404, { code: 'not-found', title: '没有这个页面。' });
    if (isBuilt(request.url)) {
      reply.header('cache-control', 'no-store');
      return sendProblem(reply, 404, { code: 'not-found', title: '没有这个文件，可能平台已更新。请刷新页面。' });
    }
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache');
    return portal && found === ofPortal
      ? reply.send(await portal(request.url))
      : reply.sendFile('index.html', found.dir);
  });
}

/**
 * Whether an address means a file of the build and not a page: a page in place of a script that an update has taken away
 * would break silently. Addresses of pages may hold dots too, as of an article: /law/L000000-00001/T0048.00.
 */
const isBuilt = (url: string): boolean => {
  const path = url.split('?')[0]!;
  return (
    /^\/(portal\/)?assets\//.test(path) ||
    /\.(m?js|css|map|json|html|svg|png|jpe?g|ico|webp|woff2?|txt|xml|br|gz)$/i.test(path)
  );
};

/** Files with a digest in their name never change; everything else is asked for again. */
function cache(response: SetHeadersResponse, path: string): void {
  response.setHeader(
    'cache-control',
    /-[\w-]{8,}\.(js|css|woff2?|svg|png)$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
}
