import { Readable } from 'node:stream';
import type pg from 'pg';
import { akomaNtoso } from './akoma-ntoso.js';
import { findLaw } from './in-force.js';
import { tarEnd, tarHeader, tarPadding } from './tar.js';

const PAGE = 2000;

/** Every clause of every version, one JSON object a line, in the order of law, version and text. */
export function exportLaws(pool: pg.Pool): Readable {
  return Readable.from(lines(pool));
}

async function* lines(pool: pg.Pool): AsyncGenerator<string> {
  let [version, ord] = [0, 0];
  for (;;) {
    const { rows } = await pool.query({
      name: 'law_export',
      text: `select c.version, c.ord, l.code, l.title, l.kind, l.region, v.effective_on::text as effective_on, v.published_on::text as published_on,
          v.end_on::text as end_on, v.end_kind, c.locator, c.identity, c.label, c.outline, c.body as text
        from law_clause c join law_version v on v.id = c.version join law l on l.id = c.law
        where (c.version, c.ord) > ($1, $2) order by c.version, c.ord limit ${PAGE}`,
      values: [version, ord],
    });
    if (rows.length === 0) return;
    ({ version, ord } = rows.at(-1));
    yield rows.map(({ version: _, ord: __, ...row }) => `${JSON.stringify(row)}\n`).join('');
  }
}

/** Every version as a file of Akoma Ntoso in a tar archive: `L000000-00017@2023-03-15.xml`. One is in memory at a time. */
export function exportAkn(pool: pg.Pool): Readable {
  return Readable.from(archive(pool), { objectMode: false });
}

async function* archive(pool: pg.Pool): AsyncGenerator<Buffer> {
  const { rows } = await pool.query(
    'select l.code from law l where exists (select 1 from law_version v where v.law = l.id) order by l.id',
  );
  for (const { code } of rows as { code: string }[]) {
    const { law, versions } = (await findLaw(pool, code))!;
    for (const version of versions) {
      const file = Buffer.from(await akomaNtoso(pool, { law, version }), 'utf8');
      yield tarHeader(
        `${code}@${version.effectiveOn}.xml`,
        file.length,
        new Date(`${version.effectiveOn}T00:00:00+08:00`),
      );
      yield file;
      yield tarPadding(file.length);
    }
  }
  yield tarEnd();
}
