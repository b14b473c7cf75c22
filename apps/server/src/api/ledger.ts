import type { Verification } from '@fadu/wire';
import type { FastifyInstance } from 'fastify';
import type { Log } from '../ledger/log-store.js';
import { checkpointsOf, consistencyOf, logNamed, proofOf } from '../ledger/proofs.js';
import type { Platform } from '../matters/execute.js';
import { HttpProblem } from './problem.js';

const tidy = (code: string): string =>
  code
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replace(/^FD(\w{4})(\w{4})$/, 'FD-$1-$2');

const find = async (platform: Platform, code: string) =>
  (await platform.pool.query('select * from fadu_verify($1)', [tidy(code)])).rows[0];

/** What is recorded of a document's code, however it was typed. */
export async function findVerification(platform: Platform, code: string): Promise<Verification> {
  const row = await find(platform, code);
  if (!row) return { status: 'unknown', code: tidy(code) };
  return {
    status: row.state === 'withdrawn' ? 'withdrawn' : 'genuine',
    code: tidy(code),
    name: row.name,
    number: row.number,
    organName: row.organ_name,
    issuedOn: row.issued_on,
    recordedAt: row.leaf === null ? null : row.at.toISOString(),
    digest: row.digest,
    ...(row.successor !== null && { replacedBy: row.successor }),
  };
}

/** Verification for anyone: by code, with a proof that needs no trust in this server. */
export function ledgerRoutes(app: FastifyInstance, platform: Platform): void {
  // Codes are short enough to type; nobody tries millions of them.
  const limited = { config: { rateLimit: { max: 120, timeWindow: '1 minute' } } };
  app.get(
    '/api/public/verify/:code',
    limited,
    async (request): Promise<Verification> => findVerification(platform, (request.params as { code: string }).code),
  );

  app.get('/api/public/verify/:code/proof', limited, async (request, reply) => {
    const row = await find(platform, (request.params as { code: string }).code);
    if (!row)
      throw new HttpProblem(404, {
        code: 'verify.unknown',
        title: '没有查到这个核验码。请核对：没有数字0、1和字母O、I。',
      });
    const proof = await proofOf(platform.pool, row.region, row.matter, row.event_seq, platform.publicKey);
    if (!proof)
      throw new HttpProblem(404, { code: 'verify.waiting', title: '文书刚刚签发，存证还在进行，请过几秒再试。' });
    return reply
      .header(
        'content-disposition',
        `attachment; filename="${tidy((request.params as { code: string }).code)}.proof.json"`,
      )
      .send(proof);
  });

  app.get('/api/ledger/keys', async () => ({ publicKeys: platform.publicKeys }));
  // For witnesses and auditors: who keeps a checkpoint can later ask for the proof that the log has only grown since.
  app.get('/api/ledger/checkpoints', async (request) => {
    const { log = '' } = request.query as { log?: string };
    return { publicKeys: platform.publicKeys, notes: await checkpointsOf(platform.pool, named(log)) };
  });
  app.get('/api/ledger/consistency', async (request) => {
    const { log = '', from = '', to = '' } = request.query as { log?: string; from?: string; to?: string };
    const [first, size] = [from, to].map((text) => (/^\d{1,15}$/.test(text) ? Number(text) : 0)) as [number, number];
    const proof = await consistencyOf(platform.pool, named(log), first, size);
    if (!proof)
      throw new HttpProblem(404, { code: 'ledger.no_checkpoint', title: '没有这样的检查点，请核对两处的条数。' });
    return { publicKeys: platform.publicKeys, ...proof };
  });
}

/** @throws HttpProblem 404 */
function named(origin: string): Log {
  const log = logNamed(origin);
  if (!log)
    throw new HttpProblem(404, {
      code: 'ledger.no_log',
      title: '没有这个日志。名称形如 fadu/220800，省级为 fadu/220000/checkpoints。',
    });
  return log;
}
