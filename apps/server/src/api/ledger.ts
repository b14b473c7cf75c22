import type { Verification } from '@fadu/wire';
import type { FastifyInstance } from 'fastify';
import { proofOf } from '../ledger/sequencer.js';
import type { Platform } from '../matters/execute.js';
import { HttpProblem } from './problem.js';

const tidy = (code: string): string =>
  code
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replace(/^FD(\w{4})(\w{4})$/, 'FD-$1-$2');

/** Verification for anyone: by code, with a proof that needs no trust in this server. */
export function ledgerRoutes(app: FastifyInstance, platform: Platform): void {
  const find = async (code: string) =>
    (await platform.pool.query('select * from fadu_verify($1)', [tidy(code)])).rows[0];

  app.get('/api/public/verify/:code', async (request): Promise<Verification> => {
    const { code } = request.params as { code: string };
    const row = await find(code);
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
    };
  });

  app.get('/api/public/verify/:code/proof', async (request, reply) => {
    const row = await find((request.params as { code: string }).code);
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

  app.get('/api/ledger/checkpoints', async (request) => {
    const { region = '' } = request.query as { region?: string };
    const { rows } = await platform.pool.query(
      'select note from checkpoint where region = $1 order by size desc limit 100',
      [region],
    );
    return { publicKey: platform.publicKey, notes: rows.map((row) => row.note) };
  });
}
