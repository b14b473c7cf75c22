import { alignLaws, diffWords, parseLaw } from '@fadu/lawtext';
import type { ComparedArticle, LawBatchComparison } from '@fadu/wire';
import type pg from 'pg';
import { clausesOf } from './clauses.js';
import { corrected, listCorrections, standing } from './desk-corrections.js';
import { findLaw } from './in-force.js';
import { instrumentOf } from './instrument.js';
import { placeOfTitle } from './places.js';
import { articleCode } from './relation.js';

/**
 * A text at the desk beside the version of the base that it follows, article by article: what whoever releases it lets in.
 * `older` is null when the base holds no earlier text of it.
 */
export async function compareAtDesk(
  pool: pg.Pool,
  batch: number,
  ord: number,
): Promise<LawBatchComparison | undefined> {
  const { rows } = await pool.query('select path, source from law_batch_text where batch = $1 and ord = $2', [
    batch,
    ord,
  ]);
  if (!rows[0]) return undefined;
  const { path, source } = rows[0] as { path: string; source: string };
  const text = corrected(source, standing(await listCorrections(pool, batch, ord)));
  const newer = parseLaw(text, { fileName: path });
  const instrument = instrumentOf(newer, placeOfTitle);
  const found = instrument ? await findLaw(pool, instrument.title, instrument.region) : undefined;
  const before =
    found?.law.region === instrument?.region
      ? found?.versions.filter(({ effectiveOn }) => effectiveOn < instrument!.effectiveOn).at(-1)
      : undefined;
  if (!found || !before) return { code: null, older: null, rows: [] };
  const held = await pool.query('select source from law_version where id = $1', [before.id]);
  const older = parseLaw(held.rows[0].source);
  const byLocator = (law: typeof newer) => new Map(clausesOf(law).map((row) => [row.locator, row]));
  const [was, now] = [byLocator(older), byLocator(newer)];
  const compared: ComparedArticle[] = [];
  const taken = new Set<string>();
  for (const row of alignLaws(older, newer)) {
    const old = row.old === null ? undefined : was.get(articleCode(row.old));
    const targets = row.new.flatMap((article) => now.get(articleCode(article)) ?? []);
    const end = (one: (typeof targets)[number]) => ({ locator: one.locator, label: one.label });
    const [first, ...rest] = targets.filter(({ locator }) => !taken.has(locator));
    for (const one of targets) taken.add(one.locator);
    if (old && !first) compared.push({ change: 'deleted', old: end(old), new: null, text: old.body });
    else if (old && first && old.body === first.body)
      compared.push({
        change: old.locator === first.locator ? 'same' : 'moved',
        old: end(old),
        new: end(first),
        text: first.body,
      });
    else if (old && first)
      compared.push({ change: 'modified', old: end(old), new: end(first), runs: diffWords(old.body, first.body) });
    else if (first) compared.push({ change: 'new', old: null, new: end(first), text: first.body });
    for (const one of rest) compared.push({ change: 'new', old: null, new: end(one), text: one.body });
  }
  const place = ({ old, new: to }: ComparedArticle): string => to?.locator ?? old!.locator;
  compared.sort((a, b) => (place(a) < place(b) ? -1 : 1));
  return { code: found.law.code, older: before.effectiveOn, rows: compared };
}
