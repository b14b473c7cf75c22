import { fail, type JsonObject, ok, type Refusal, type Result, refusal } from '@fadu/kernel';
import { reporting } from '@fadu/lines';
import type { Actor } from '@fadu/procedure';
import { EVERYTHING, type Scope } from '../access/scope.js';
import { act, findMatter, type Platform, type Unwritten, type Written } from '../matters/execute.js';
import { buildReport, settledFigures } from './build.js';
import { chapterTexts } from './document.js';

/**
 * Settles the figures of a report: what the platform computes now, with sources and digest, becomes a step of its record
 * and so a leaf of the ledger. Nobody types them.
 */
export async function freezeReport(
  platform: Platform,
  by: { readonly actor: Actor; readonly scope: Scope; readonly key: string },
  matter: string,
): Promise<Result<Written, Unwritten | { readonly kind: 'refused'; readonly refusal: Refusal }>> {
  const found = await findMatter(platform, by.scope, matter);
  if (!found || found.record.line !== reporting.line) return fail({ kind: 'not-found' });
  const { data, organ } = found.record;
  if (
    by.actor.kind !== 'official' ||
    !by.actor.posts.some(({ post, org }) => post === reporting.writer && org === organ)
  )
    return fail({
      kind: 'refused',
      refusal: refusal('report.not_yours', '不能定稿：由编制单位的年报撰稿人办理。可以转请撰稿人办理。'),
    });
  // Sums of the whole unit, though the writer may not read the cases behind them.
  const built = await buildReport(platform, EVERYTHING, {
    org: String(data[reporting.unit]),
    year: Number(data[reporting.year]),
  });
  if (!built.ok) return fail({ kind: 'refused', refusal: built.error });
  const figures = settledFigures(built.value.chapters.flatMap(({ sentences }) => sentences));
  if (figures.length === 0)
    return fail({
      kind: 'refused',
      refusal: refusal('report.empty', '不能定稿：这一年度没有任何数据。请先完成填报，或者核对年度和单位。'),
    });
  const input = {
    chapters: chapterTexts(built.value),
    figures,
    digest: built.value.digest,
    [reporting.frozenBy]: [by.actor.person],
  } as unknown as JsonObject;
  const actor = { kind: 'message', from: matter } as const;
  const written = await act(platform, matter, null, {
    scope: by.scope,
    actor,
    key: `freeze/${by.actor.person}/${by.key}`,
    command: { action: reporting.freeze, input },
  });
  return written.ok ? ok(written.value) : fail(written.error);
}
