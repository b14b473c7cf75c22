import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Accounts, clearFailures, LOCK_MINUTES, lockedUntil, noteFailure } from '../access/accounts.js';
import type { Platform } from '../matters/execute.js';
import { HttpProblem } from './problem.js';
import { headersOf } from './session.js';

const SIGN_IN = 'POST /api/auth/sign-in/username';
/**
 * What of the account library is offered. Everything else it could do (signing up, signing in by mail, which would get
 * round the lock, changing names) does not exist here: accounts are made by the system administrator.
 */
const OFFERED = [SIGN_IN, 'POST /api/auth/sign-out', 'GET /api/auth/get-session', 'POST /api/auth/change-password'];

const RATE = { config: { rateLimit: { max: 300, timeWindow: '10 minutes' } } };

/** better-auth behind fastify, with the lock after wrong passwords. */
export function signInRoutes(app: FastifyInstance, platform: Platform, accounts: Accounts): void {
  app.all('/api/auth/*', RATE, async (request, reply) => {
    const called = `${request.method} ${request.url.split('?')[0]}`;
    if (!OFFERED.includes(called)) throw new HttpProblem(404, { code: 'not-found', title: '没有这个接口。' });
    const name = called === SIGN_IN ? await unlockedName(platform, request) : undefined;
    const answer = await accounts.handler(forwarded(request));
    if (name !== undefined) {
      if (answer.status >= 400 && answer.status < 500) throw await wrongPassword(platform, name);
      if (answer.ok) await clearFailures(platform.pool, name);
    }
    reply.status(answer.status);
    for (const [key, value] of answer.headers) if (key !== 'set-cookie') reply.header(key, value);
    for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie);
    return reply.send(answer.body ? await answer.text() : null);
  });
}

const forwarded = (request: FastifyRequest): Request =>
  new Request(new URL(request.url, `${request.protocol}://${request.host}`), {
    method: request.method,
    headers: headersOf(request),
    ...(request.body !== undefined && request.body !== null && { body: JSON.stringify(request.body) }),
  });

/** The name somebody signs in with. @throws HttpProblem when it is locked, or is no name. */
async function unlockedName(platform: Platform, request: FastifyRequest): Promise<string> {
  const { username } = (request.body ?? {}) as { username?: unknown };
  if (typeof username !== 'string' || username.trim() === '' || username.includes('\0'))
    throw new HttpProblem(400, { code: 'malformed', title: '请填写账号和口令。' });
  const until = await lockedUntil(platform.pool, username);
  if (!until) return username;
  const minutes = Math.max(1, Math.ceil((until.getTime() - Date.now()) / 60_000));
  throw new HttpProblem(429, {
    code: 'locked',
    title: `账号已锁定，${minutes}分钟后再试。忘记口令的，联系本单位系统管理员。`,
  });
}

/** The same words whether the name exists or not. */
async function wrongPassword(platform: Platform, name: string): Promise<HttpProblem> {
  const left = await noteFailure(platform.pool, name);
  return new HttpProblem(401, {
    code: 'sign-in',
    title: `账号或口令不正确。连续5次不正确将锁定${LOCK_MINUTES}分钟，还可再试${left}次。忘记口令：联系本单位系统管理员`,
  });
}
