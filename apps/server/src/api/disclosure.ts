import { createHash } from 'node:crypto';
import type { Refusal, Result } from '@fadu/kernel';
import { disclosureBody, disclosureQuery, remindBody } from '@fadu/wire';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Accounts } from '../access/accounts.js';
import { myReports } from '../disclosure/my-reports.js';
import { disclosureRegister, enterPublication } from '../disclosure/register.js';
import { remind, seeReminder } from '../disclosure/reminders.js';
import { disclosureSheet } from '../disclosure/sheet.js';
import type { Platform } from '../matters/execute.js';
import { HttpProblem } from './problem.js';
import { officialOf } from './session.js';

/** Who made the yearly report public, where and when; reminders to those who have not. */
export function disclosureRoutes(app: FastifyInstance, platform: Platform, accounts: Accounts): void {
  app.get('/api/reports', async (request) => myReports(platform, await officialOf(platform, accounts, request)));

  /** @throws HttpProblem 404 */
  const registerOf = async (request: FastifyRequest) => {
    const viewer = await officialOf(platform, accounts, request);
    const found = await disclosureRegister(platform, viewer, disclosureQuery.parse(request.query));
    if (!found)
      throw new HttpProblem(404, {
        code: 'not-found',
        title: '没有这个机构的公开登记，或者本岗位不能查看。由统筹协调机构、本单位年报岗位和上级查看。',
      });
    return found;
  };
  app.get('/api/disclosure', registerOf);
  app.get('/api/disclosure/excel', async (request, reply) => {
    const register = await registerOf(request);
    const name = encodeURIComponent(`${register.org.name}${register.year}年度报告公开登记.xlsx`);
    return reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
      .send(await disclosureSheet(register));
  });
  app.post('/api/disclosure', async (request) => {
    const viewer = await officialOf(platform, accounts, request);
    done(await enterPublication(platform, viewer, disclosureBody.parse(request.body)));
    return {};
  });
  /** The digest of what was published; the file itself is not kept. */
  app.post('/api/disclosure/digest', async (request) => {
    await officialOf(platform, accounts, request);
    const part = await request.file();
    if (!part) throw new HttpProblem(400, { code: 'file.none', title: '没有收到文件，请重新选择。' });
    return {
      digest: createHash('sm3')
        .update(await part.toBuffer())
        .digest('hex'),
    };
  });
  app.post('/api/disclosure/remind', async (request) => {
    const viewer = await officialOf(platform, accounts, request);
    return { reminded: done(await remind(platform, viewer, remindBody.parse(request.body))) };
  });
  app.post('/api/disclosure/reminders/:id/seen', async (request) => {
    const viewer = await officialOf(platform, accounts, request);
    done(await seeReminder(platform, viewer, (request.params as { id: string }).id));
    return {};
  });
}

/** @throws HttpProblem 422 */
function done<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new HttpProblem(422, { code: result.error.code, title: result.error.message });
  return result.value;
}
