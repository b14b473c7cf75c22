import { reporting } from '@fadu/lines';
import type { Scope } from '../access/scope.js';
import type { OfficialDocument } from '../documents/index.js';
import { fileOf } from '../matters/documents.js';
import type { Platform } from '../matters/execute.js';
import { scoped } from '../storage/scoped.js';
import type { BuiltReport } from './model.js';

/** The file of the published report, with its code; undefined before publication, or when somebody changed it since. */
export async function issuedReport(platform: Platform, scope: Scope, report: BuiltReport): Promise<Buffer | undefined> {
  if (!report.published) return undefined;
  const { rows } = await scoped(platform.pool, scope, (client) =>
    client.query<{ content: OfficialDocument; digest: string }>(
      "select content, digest from document where matter = $1 and template = $2 and state <> 'withdrawn' order by event_seq desc limit 1",
      [report.matter, reporting.document],
    ),
  );
  const [issued] = rows;
  return issued && fileOf(issued.content, issued.digest);
}
