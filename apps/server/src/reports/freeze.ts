import { fail, type JsonObject, ok, type Refusal, type Result, refusal } from '@fadu/kernel';
import { reporting } from '@fadu/lines';
import type { Actor } from '@fadu/procedure';
import { EVERYTHING, type Scope } from '../access/scope.js';
import { findingsOfOwn } from '../findings/find.js';
import { act, findMatter, type Platform, type Unwritten, type Written } from '../matters/execute.js';
import { keyOf } from '../matters/request-key.js';
import { buildReport } from './build.js';
import { chapterTexts } from './document.js';
import type { BuiltReport } from './model.js';
import { findDesk } from './studio/desk.js';
import { textsAreAt } from './studio/texts.js';
import { viewStudio } from './studio/view.js';

/** Rounds of a settlement that lost a race against a change of the report. */
const ATTEMPTS = 5;

type Unsettled = Unwritten | { readonly kind: 'refused'; readonly refusal: Refusal };

interface Settler {
  readonly actor: Actor;
  readonly scope: Scope;
  readonly key: string;
  /** What the person had before them: version of the words, digest of the figures. Absent: whatever there is. */
  readonly seen?: { readonly version: number; readonly digest: string };
}

/**
 * Settles words and figures of a report: what stands now, with sources and digest, becomes a step of its record and so a
 * leaf of the ledger. Nobody types them. What changed since the person saw it is not settled unseen.
 */
export async function freezeReport(
  platform: Platform,
  by: Settler,
  matter: string,
): Promise<Result<Written, Unsettled>> {
  for (let attempt = 1; ; attempt += 1) {
    const written = await freezeOnce(platform, by, matter);
    if (written.ok || written.error.kind !== 'conflict' || attempt === ATTEMPTS) return written;
  }
}

async function freezeOnce(platform: Platform, by: Settler, matter: string): Promise<Result<Written, Unsettled>> {
  const actor = { kind: 'message', from: matter } as const;
  const key = `freeze/${by.actor.kind === 'official' ? by.actor.person : ''}/${by.key}`;
  const found = await findMatter(platform, by.scope, matter, keyOf(actor, key));
  if (!found || found.record.line !== reporting.line) return fail({ kind: 'not-found' });
  const { data, organ, revision } = found.record;
  if (
    by.actor.kind !== 'official' ||
    !by.actor.posts.some(({ post, org }) => post === reporting.writer && org === organ)
  )
    return refused(refusal('report.not_yours', '不能定稿：由编制单位的年报撰稿人办理。可以转请撰稿人办理。'));
  // Sent again: it was done, whatever has changed since.
  if (found.done)
    return found.done.matter === matter
      ? ok({ matter: found.record, events: [], repeated: true })
      : fail({ kind: 'key-reused' });
  // Sums of the whole unit, though the writer may not read the cases behind them.
  const built = await buildReport(platform, EVERYTHING, {
    org: String(data[reporting.unit]),
    year: Number(data[reporting.year]),
  });
  if (!built.ok) return refused(built.error);
  const { textVersion, digest } = built.value;
  if (by.seen && built.value.open && (by.seen.version !== textVersion || by.seen.digest !== digest))
    return refused(
      refusal(
        'report.moved',
        `没有定稿：打开以后，报告的${by.seen.version === textVersion ? '数据' : '文字'}又有变动。请看过现在的报告再定稿。`,
      ),
    );
  const unready = await whyNotYet(platform, by, matter, built.value);
  if (unready) return refused(unready);
  const figures = built.value.chapters.flatMap(({ sentences }) => sentences.map(({ settled }) => settled));
  if (figures.length === 0)
    return refused(refusal('report.empty', '不能定稿：这一年度没有任何数据。请先完成填报，或者核对年度和单位。'));
  const input = {
    texts: built.value.chapters.flatMap(({ key: chapter, texts }) =>
      texts.length === 0 ? [] : [{ chapter, text: texts.join('\n') }],
    ),
    [reporting.textVersion]: textVersion,
    chapters: chapterTexts(built.value),
    figures,
    digest,
    [reporting.frozenBy]: [by.actor.person],
  } as unknown as JsonObject;
  return act(platform, matter, revision, {
    scope: by.scope,
    actor,
    key,
    command: { action: reporting.freeze, input },
    holds: (client) => textsAreAt(client, matter, textVersion),
  });
}

const refused = (why: Refusal): { ok: false; error: Unsettled } => fail({ kind: 'refused', refusal: why });

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
