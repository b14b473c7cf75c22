import {
  AFFECTED_NAMES,
  CHANGE_NAMES,
  HANDLED_NAMES,
  type LawAlertList,
  type LawSettled,
  RELATION_NAMES,
  SEVERITY_NAMES,
} from '@fadu/wire';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Accounts } from '../access/accounts.js';
import { listAlerts, settleAlert } from '../law/index.js';
import type { Platform } from '../matters/execute.js';
import { HttpProblem } from './problem.js';
import { officialOf } from './session.js';

export const alertsQuery = z.object({
  handled: z.enum(['open', 'noChange', 'changed', 'repealed']).default('open'),
  mine: z.enum(['1']).optional(),
  of: z
    .string()
    .regex(/^(?:normative|power|benchmark|form):\d{1,9}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  from: z.coerce.number().int().min(0).max(1_000_000).optional(),
});
export const settleManyBody = z.strictObject({
  ids: z
    .array(z.string().regex(/^\d{1,15}$/))
    .min(1)
    .max(200),
  handled: z.enum(['noChange', 'changed', 'repealed']),
  note: z.string().trim().min(2).max(500),
});
export const settleBody = z.strictObject({
  handled: z.enum(['noChange', 'changed', 'repealed']),
  note: z.string().trim().min(2).max(500),
});

/** Alerts about changed laws: those of the posts in use, or all; each is handled by its owner or by a law editor. */
export function lawAlertRoutes(app: FastifyInstance, platform: Platform, accounts: Accounts): void {
  app.get('/api/law/alerts', async (request): Promise<LawAlertList> => {
    const viewer = await officialOf(platform, accounts, request);
    const { handled, mine, of, limit, from } = alertsQuery.parse(request.query);
    return listAlerts(platform, viewer, {
      handled,
      mine: mine === '1',
      ...(of && { of }),
      ...(limit && { limit }),
      ...(from && { from }),
    });
  });

  /** The same list as a table for a spreadsheet, whole. */
  app.get('/api/law/alerts.csv', async (request, reply) => {
    const viewer = await officialOf(platform, accounts, request);
    const { handled, mine } = alertsQuery.parse(request.query);
    const { rows } = await listAlerts(platform, viewer, { handled, mine: mine === '1', limit: null });
    const head =
      '法规,条款,变动施行日,变动,类别,涉及,责任单位和岗位,关系,程度,处置的内部时限,是否超过,状态,处置人,处置岗位,处置时间,说明'.split(
        ',',
      );
    const lines = rows.map((row) => [
      row.title,
      row.locator ?? '',
      row.changedOn ?? '',
      CHANGE_NAMES[row.change],
      AFFECTED_NAMES[row.affectedKind],
      row.affectedName,
      row.owner ?? '',
      RELATION_NAMES[row.relation],
      SEVERITY_NAMES[row.severity],
      row.dueOn,
      row.overdue ? '超过' : '',
      HANDLED_NAMES[row.handled],
      row.handledBy ?? '',
      row.handledAs ?? '',
      row.handledAt ?? '',
      row.note ?? '',
    ]);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="law-alerts.csv"')
      .send(`\uFEFF${[head, ...lines].map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`);
  });

  /** Several that are answered alike, each recorded for itself; those of others, or handled meanwhile, are left. */
  app.post('/api/law/alerts/settle', async (request): Promise<LawSettled> => {
    const viewer = await officialOf(platform, accounts, request);
    const { ids, handled, note } = settleManyBody.parse(request.body);
    const left: string[] = [];
    for (const id of new Set(ids))
      if ((await settleAlert(platform, viewer, id, handled, note)) !== 'settled') left.push(id);
    return { settled: new Set(ids).size - left.length, left };
  });

  app.post('/api/law/alerts/:id', async (request): Promise<{ ok: true }> => {
    const viewer = await officialOf(platform, accounts, request);
    const { id } = request.params as { id: string };
    const { handled, note } = settleBody.parse(request.body);
    const done = /^\d{1,15}$/.test(id) ? await settleAlert(platform, viewer, id, handled, note) : 'not-found';
    if (done === 'not-owner')
      throw new HttpProblem(403, {
        code: 'law.alert_owner',
        title: '不能处置：这条提示由责任单位或者法规编辑处置。请转告责任岗位，或者切换到该岗位。',
      });
    if (done === 'not-found')
      throw new HttpProblem(404, { code: 'not-found', title: '没有这条影响提示，或者已经处置。请刷新后再看。' });
    return { ok: true };
  });
}

/** A cell that a spreadsheet takes as text: what begins like a formula is led by an apostrophe. */
const csvCell = (text: string | Date): string => {
  const cell = text instanceof Date ? text.toISOString() : text;
  return `"${(/^[=+\-@\t]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;
};
