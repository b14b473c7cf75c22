import type pg from 'pg';
import type { AknText } from './akn/text.js';
import { writeAkn } from './akn/write.js';
import type { InForce, VersionRow } from './in-force.js';
import { readVersion } from './read.js';

/** One version of the base as Akoma Ntoso 3.0. Texts of clauses are the base's own, to the character. */
export async function akomaNtoso(pool: pg.Pool, { law, version }: Pick<InForce, 'law' | 'version'>): Promise<string> {
  return writeAkn(await aknText(pool, law, version));
}

/** What the base holds of a version, as the format carries it. */
export async function aknText(pool: pg.Pool, law: InForce['law'], version: VersionRow): Promise<AknText> {
  const { header, clauses } = await readVersion(pool, version, version.effectiveOn);
  return {
    code: law.code,
    title: law.title,
    kind: law.kind,
    maker: law.maker,
    publishedOn: version.publishedOn,
    effectiveOn: version.effectiveOn,
    endOn: version.endOn,
    endType: version.endOn === null ? null : version.endKind === 'superseded' ? 'amendment' : 'repeal',
    history: header.history,
    divisions: header.divisions,
    clauses: clauses.map(({ locator, label, outline, body, inner }) => ({ locator, label, outline, body, inner })),
  };
}
