import { fail, type JsonObject, ok, type Refusal, type Result, refusal } from '@fadu/kernel';
import { reporting } from '@fadu/lines';
import type { Actor } from '@fadu/procedure';
import { EVERYTHING, type Scope } from '../access/scope.js';
import { findingsOfOwn } from '../findings/find.js';
import { act, findMatter, type Platform, type Unwritten, type Written } from '../matters/execute.js';
import { buildReport, settledFigures } from './build.js';
import { chapterTexts } from './document.js';
import type { BuiltReport } from './model.js';
import { findDesk } from './studio/desk.js';
import { viewStudio } from './studio/view.js';

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
  const unready = await whyNotYet(platform, by, matter, built.value);
  if (unready) return fail({ kind: 'refused', refusal: unready });
  const figures = settledFigures(built.value.chapters.flatMap(({ sentences }) => sentences));
  if (figures.length === 0)
    return fail({
      kind: 'refused',
      refusal: refusal('report.empty', '不能定稿：这一年度没有任何数据。请先完成填报，或者核对年度和单位。'),
    });
  const input = {
    texts: built.value.chapters.flatMap(({ key, texts }) =>
      texts.length === 0 ? [] : [{ chapter: key, text: texts.join('\n') }],
    ),
    [reporting.textVersion]: built.value.textVersion,
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

/** Chapters that somebody was asked for and nobody confirmed, and findings that cannot be and are not explained. */
async function whyNotYet(
  platform: Platform,
  by: { readonly actor: Actor; readonly scope: Scope },
  matter: string,
  report: BuiltReport,
): Promise<Refusal | undefined> {
  const desk = await findDesk(platform, by, matter);
  if (!desk) return undefined;
  const { chapters } = await viewStudio(platform, desk);
  const open = chapters.filter(({ asked, stage }) => asked !== null && stage !== 'confirmed');
  if (open.length > 0)
    return refusal(
      'report.unconfirmed',
      `不能定稿：${open.map(({ title, asked }) => `“${title}”由${asked!.orgName}供稿`).join('，')}，还没有确认。请催收并确认；不再需要供稿的，可以收回。`,
    );
  const { findings } = await findingsOfOwn(platform, by.scope, report, desk);
  const found = findings.filter(({ severity, handled }) => severity === 'error' && handled[0]?.state !== 'explained');
  return found.length === 0
    ? undefined
    : refusal(
        'report.impossible',
        `不能定稿：核查出${found.length}处不可能的数，第一处是：${found[0]!.message}请修改，或者在核查中说明不改的理由。`,
      );
}
