import { recipientName, recipientsOf } from '@fadu/procedure';
import { trackBody } from '@fadu/wire';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Accounts } from '../access/accounts.js';
import type { Scope } from '../access/scope.js';
import { type OfficialDocument, renderDocx, renderHtml } from '../documents/index.js';
import { fileOf } from '../matters/documents.js';
import { findMatter, type Platform } from '../matters/execute.js';
import { publicMatter } from '../matters/public-matter.js';
import { cutFor } from '../matters/served.js';
import { blankSlip } from '../matters/service-slip.js';
import { isUuid } from '../matters/uuid.js';
import { type Viewer, viewMatter } from '../matters/view.js';
import { scoped } from '../storage/scoped.js';
import { HttpProblem, notFound } from './problem.js';
import { perReceipt, ticketScope } from './public.js';
import { officialOf } from './session.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Documents are made from their recorded content whenever they are asked for; the bytes are always the same. */
export function documentRoutes(app: FastifyInstance, platform: Platform, accounts: Accounts): void {
  app.get('/api/documents/:file', async (request, reply) => {
    const viewer = await officialOf(platform, accounts, request);
    const match = /^([^.]+)\.(html|docx)$/.exec((request.params as { file: string }).file);
    if (!match) throw notFound();
    const found = await find(viewer.scope, match[1]!);
    await assertServed(viewer, found.matter, match[1]!);
    if (match[2] === 'docx') return sendDocx(reply, found);
    return sendHtml(reply, found);
  });

  app.get('/api/documents/:id/slip', async (request, reply) => {
    const viewer = await officialOf(platform, accounts, request);
    const { id } = request.params as { id: string };
    const { recipient = '' } = request.query as { recipient?: string };
    const found = await find(viewer.scope, id);
    const loaded = await findMatter(platform, viewer.scope, found.matter);
    const line = platform.lineOf(found.line);
    if (!loaded || !line || cutFor(viewer, line, loaded.record)) throw notFound();
    const { data, number } = loaded.record;
    if (!recipientsOf(line, found.template, data).some(({ path }) => path === recipient)) throw notFound();
    const name = recipientName(data, recipient, platform.directory.nameOf);
    return sendFile(reply, `送达回证 ${name}`, renderDocx(blankSlip(found.content, name, number)));
  });

  app.post('/api/public/documents/:id', perReceipt, async (request, reply) => {
    const { scope } = await ticketScope(platform, trackBody.parse(request.body));
    const { id } = request.params as { id: string };
    const found = await find(scope, id);
    const loaded = await findMatter(platform, scope, found.matter);
    if (!loaded) throw notFound();
    const { documents } = await publicMatter(platform, scope, loaded.record);
    if (!documents.some((document) => document.id === id)) throw notFound();
    const { as } = request.query as { as?: string };
    return as === 'html' ? sendHtml(reply, found) : sendDocx(reply, found);
  });

  /** A participant reads the documents it was given and its own. @throws HttpProblem 404 */
  async function assertServed(viewer: Viewer, matter: string, id: string): Promise<void> {
    const loaded = await findMatter(platform, viewer.scope, matter);
    if (!loaded) throw notFound();
    const line = platform.lineOf(loaded.record.line);
    if (!line || !cutFor(viewer, line, loaded.record)) return;
    const view = await viewMatter(platform, viewer, loaded.record);
    if (!view.documents.some((document) => document.id === id)) throw notFound();
  }

  async function find(
    scope: Scope,
    id: string,
  ): Promise<{
    name: string;
    template: string;
    line: string;
    matter: string;
    content: OfficialDocument;
    digest: string;
    state: string;
  }> {
    if (!isUuid(id)) throw notFound();
    const { rows } = await scoped(platform.pool, scope, (client) =>
      client.query(
        'select d.name, d.template, d.content, d.digest, d.state, d.matter, m.line from document d join matter m on m.region = d.region and m.id = d.matter where d.id = $1',
        [id],
      ),
    );
    if (rows.length === 0) throw notFound();
    return rows[0];
  }
}

/** @throws HttpProblem 409 when the recorded content no longer gives the file that was issued */
async function sendDocx(
  reply: FastifyReply,
  { name, content, digest }: { name: string; content: OfficialDocument; digest: string },
) {
  const file = await fileOf(content, digest);
  if (!file)
    throw new HttpProblem(409, {
      code: 'document.altered',
      title: '这份文书的内容与签发时的存证不一致，不能下载。请联系系统管理员核查。',
    });
  return sendFile(reply, `${content.number ? `${content.number} ` : ''}${name}`, file);
}

const sendFile = (reply: FastifyReply, name: string, file: Buffer) =>
  reply
    .type(DOCX)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.docx`)}`)
    .send(file);

/** The paper on the screen, in a page that may do nothing but be looked at. */
async function sendHtml(reply: FastifyReply, { name, content }: { name: string; content: OfficialDocument }) {
  return reply
    .type('text/html; charset=utf-8')
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'",
    )
    .send(
      `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(name)}</title><body style="margin:0;background:#F4F6F8">${await renderHtml(content)}</body></html>`,
    );
}

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
