import type { Refusal } from '@fadu/kernel';
import { type Decline, withText } from '@fadu/procedure';
import type { Problem, RefusalView } from '@fadu/wire';
import type { FastifyReply } from 'fastify';

/** A failure on its way to a person; thrown inside routes, answered as RFC 9457 by the one error handler. */
export class HttpProblem extends Error {
  constructor(
    readonly status: number,
    readonly problem: Omit<Problem, 'status' | 'type'> & { readonly code: string },
  ) {
    super(problem.title);
  }
}

/** The same answer for what does not exist and for what may not be seen. */
export const notFound = () =>
  new HttpProblem(404, {
    code: 'not-found',
    title: '没有找到这个案件，或者本岗位不能查看。请核对案号；确需查看的，向承办机构申请。',
  });

export const signedOut = () =>
  new HttpProblem(401, { code: 'signed-out', title: '请先登录。草稿已保存，登录后接着办。' });

export const viewRefusal = (one: Refusal): RefusalView => ({
  code: one.code,
  message: one.message,
  basis: one.basis.map(withText),
  ...(one.field !== undefined && { field: one.field }),
  ...(one.facts && { facts: one.facts }),
});

export const declineProblem = (decline: Decline): HttpProblem =>
  new HttpProblem(422, {
    code: decline.refusals[0]?.code ?? (decline.needsReason.length > 0 ? 'reason-needed' : 'form'),
    title: decline.refusals[0]?.message ?? decline.needsReason[0]?.message ?? `有${decline.faults.length}处需要修改。`,
    faults: decline.faults,
    refusals: decline.refusals.map(viewRefusal),
    needsReason: decline.needsReason.map(viewRefusal),
  });

export function sendProblem(
  reply: FastifyReply,
  status: number,
  { code, ...problem }: HttpProblem['problem'],
): FastifyReply {
  return reply
    .status(status)
    .type('application/problem+json')
    .send({ type: `urn:fadu:${code}`, status, ...problem });
}
