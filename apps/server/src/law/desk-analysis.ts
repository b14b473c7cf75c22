import { chineseDate, markedTitle, type PlainDate } from '@fadu/kernel';
import { citeLaw, type LawDocument, locate, parseLaw, type TitleIndex } from '@fadu/lawtext';
import type { LawDiagnostic } from '@fadu/wire';
import type pg from 'pg';
import { addressOfTarget, checkCitations } from './check-citations.js';
import { articlesOf, knownTitles } from './citing.js';
import { findLaw } from './in-force.js';
import { type Instrument, instrumentOf, textDigest } from './instrument.js';
import { placeOfTitle } from './places.js';
import { repealsIn } from './repeal.js';

/** What the desk knows of a text: what it is, its structure in numbers, everything an editor must look at. */
export interface Analysis {
  readonly digest: string;
  readonly title: string | null;
  readonly effectiveOn: string | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly diagnostics: readonly LawDiagnostic[];
  /** Why it cannot be taken at all. */
  readonly refusal: string | null;
}

export async function analyse(pool: pg.Pool, path: string, source: string, today: PlainDate): Promise<Analysis> {
  const law = parseLaw(source, { fileName: path });
  const instrument = instrumentOf(law, placeOfTitle);
  const digest = textDigest(law.source);
  return {
    digest,
    title: instrument?.title ?? null,
    effectiveOn: instrument?.effectiveOn ?? null,
    counts: { ...law.counts },
    diagnostics: [
      ...law.diagnostics,
      ...(instrument ? await citationFaults(pool, law, instrument, await knownTitles(pool)) : []),
      ...(instrument ? await endedFaults(pool, law, instrument, today) : []),
    ],
    refusal: instrument
      ? await held(pool, instrument, digest)
      : '没有读出公布日期和施行日期，不能入库。请在文件名或者题注中补上日期。',
  };
}

const fault = (code: string, severity: 'error' | 'warning', message: string, start: number, end: number) => ({
  code,
  severity,
  message: `${message}（${code}）`,
  start,
  end,
});

/** E-LW-05, E-LW-06, W-LW-08: what the text cites is not there on its first day. What it repeals may be gone by then. */
async function citationFaults(
  pool: pg.Pool,
  law: LawDocument,
  { title, effectiveOn }: Instrument,
  titles: TitleIndex,
): Promise<LawDiagnostic[]> {
  const citations = citeLaw(law, { titles });
  const repeals = repealsIn(law, citations);
  const found: LawDiagnostic[] = [];
  const others = [];
  for (const one of citations) {
    if (one.quoted || one.annex || repeals.has(one)) continue;
    const { start, end, text: raw, targets } = one;
    if (one.unresolved !== undefined)
      found.push(fault('E-LW-05', 'error', `“${raw}”没有所指：${one.unresolved}`, start, end));
    else if (one.target_title === 'self' || one.target_title === title) {
      for (const target of targets) {
        const address = addressOfTarget(target);
        const place = address && locate(law, address);
        if (place && !place.ok) found.push(fault('E-LW-05', 'error', `“${raw}”：${place.error.message}`, start, end));
      }
    } else others.push({ raw, title: one.target_title, articles: articlesOf(targets), targets, start, end });
  }
  for (const { verdict, message, start, end } of await checkCitations(pool, others, effectiveOn as PlainDate))
    if (verdict === 'E-LW-05' || verdict === 'E-LW-06') found.push(fault(verdict, 'error', message, start, end));
    else if (verdict === 'W-LW-08') found.push(fault(verdict, 'warning', message, start, end));
  return found;
}

/** E-LW-06: a text that another one has ended must not be taken for a current one (CP 6[1]). */
async function endedFaults(
  pool: pg.Pool,
  law: LawDocument,
  { title, region, effectiveOn }: Instrument,
  today: PlainDate,
): Promise<LawDiagnostic[]> {
  const { rows } = await pool.query(
    `select v.title, v.effective_on::text as on from law_citation c join law_version v on v.id = c.version join law l on l.id = v.law
     where c.repeals and c.title = $1 and v.effective_on > $2 and v.effective_on <= $3 and (l.region = '000000' or l.region = $4)
     order by v.effective_on limit 1`,
    [title, effectiveOn, today, region],
  );
  if (!rows[0]) return [];
  const { title: by, on } = rows[0] as { title: string; on: PlainDate };
  const message = `${markedTitle(title)}已由${markedTitle(by)}自${chineseDate(on)}起废止，入库后标为已废止，不作现行有效的文本`;
  return [fault('E-LW-06', 'error', message, 0, law.source.indexOf('\n') < 0 ? 0 : law.source.indexOf('\n'))];
}

/** E-LW-01: another text of the same law with the same first day is there already. */
async function held(pool: pg.Pool, { title, region, effectiveOn }: Instrument, digest: string): Promise<string | null> {
  const found = await findLaw(pool, title, region);
  if (found?.law.region !== region || !found.versions.some((one) => one.effectiveOn === effectiveOn)) return null;
  const { rows } = await pool.query('select 1 from law_version where law = $1 and effective_on = $2 and digest <> $3', [
    found.law.id,
    effectiveOn,
    digest,
  ]);
  return rows.length === 0
    ? null
    : `不能入库：库中已有${markedTitle(title)}${effectiveOn}施行的文本，内容不同（E-LW-01）。已公布的文本不能覆盖，请核对哪一份是标准文本。`;
}
