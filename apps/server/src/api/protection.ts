import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpProblem } from './problem.js';

/**
 * Own scripts only, and of those written into a page the ones the build put there; styles also inline, which the
 * components of the workbench write; nobody may frame the pages.
 */
const policy = (scripts: readonly string[]): string =>
  [
    "default-src 'self'",
    ["script-src 'self'", ...scripts].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self' blob: data:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ');

const READS = ['GET', 'HEAD', 'OPTIONS'];

/** Hashes of the scripts written into pages, as a policy names them. */
const inlineScripts = (pages: readonly string[]): string[] =>
  pages.flatMap((html) =>
    [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
      ([, script]) => `'sha256-${createHash('sha256').update(script!).digest('base64')}'`,
    ),
  );

/**
 * Headers on every answer, and no writing request from another site.
 * @param pages the built pages, whose own scripts may run.
 */
export function protect(app: FastifyInstance, pages: readonly string[]): void {
  const pagePolicy = policy(inlineScripts(pages));
  app.addHook('onRequest', async (request) => {
    if (!READS.includes(request.method) && fromElsewhere(request))
      throw new HttpProblem(403, { code: 'origin', title: '没有办理：请求来自其他网站。请从本平台页面提交。' });
  });
  app.addHook('onSend', async (request, reply) => {
    reply
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'same-origin')
      .header('x-frame-options', 'SAMEORIGIN')
      .header('cross-origin-opener-policy', 'same-origin')
      .header('permissions-policy', 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()');
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', pagePolicy);
    // What the API tells is for the one who asked, now; no cache on the way keeps it.
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
}

/** Browsers leave out the port that goes without saying; proxies may write it. */
const withoutPort = (host: string): string => host.toLowerCase().replace(/:(80|443)$/, '');

/** Browsers say where a request comes from; programs, which hold no one's cookies, need not. */
function fromElsewhere(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site === 'cross-site') return true;
  const { origin } = request.headers;
  if (origin === undefined) return false;
  try {
    return withoutPort(new URL(origin).host) !== withoutPort(request.host);
  } catch {
    // `null`: a page without an address, or in a sandbox.
    return true;
  }
}

/**
 * Whose word is taken for the address of a client: only proxies named in FADU_TRUST_PROXY (addresses or networks, with
 * commas), by default one on this machine. Otherwise anybody could write an address of their own and get round the
 * limits on tries.
 */
export const trustedProxies = (env: Readonly<Record<string, string | undefined>>): string[] =>
  (env.FADU_TRUST_PROXY ?? 'loopback')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
