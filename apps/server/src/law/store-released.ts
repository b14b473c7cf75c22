import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { LawCorrection } from '@fadu/wire';
import type { Booted } from '../boot.js';
import { raiseAlerts } from './alerts.js';
import { corrected, listCorrections, standing } from './desk-corrections.js';
import { importLaws } from './import.js';

/** Stores the batches that were released, oldest first, as the owner of the tables. Cut short, it goes on the next time. */
export async function storeReleased({ owner, platform }: Pick<Booted, 'owner' | 'platform'>): Promise<number> {
  const { rows } = await owner.query("select id from law_batch where state = 'released' order by id");
  for (const { id } of rows) {
    const folder = mkdtempSync(join(tmpdir(), 'fadu-law-desk-'));
    try {
      const texts = await owner.query('select ord, path, source from law_batch_text where batch = $1 order by ord', [
        id,
      ]);
      const files = new Map<string, readonly LawCorrection[]>();
      for (const { ord, path, source } of texts.rows) {
        // The text as it was read: a document of Word or the web is plain text by now.
        const name = join(`desk-${id}`, path.replace(/\.(docx|html?)$/i, '.txt'));
        const corrections = standing(await listCorrections(owner, id, ord));
        files.set(name, corrections);
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), corrected(source, corrections));
      }
      const report = await importLaws(owner, folder);
      for (const [name, corrections] of files)
        if (corrections.length > 0)
          await owner.query(
            'update law_version v set corrections = $2 from law_source s where s.path = $1 and v.id = s.version',
            [name, JSON.stringify(corrections.map(({ runs: _, ...one }) => one))],
          );
      await raiseAlerts({ owner, platform });
      const { stored, same, refused } = report;
      await owner.query("update law_batch set state = 'stored', report = $2 where id = $1", [
        id,
        JSON.stringify({ stored, same, refused: refused.map(({ path, why }) => `${path}：${why}`) }),
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return rows.length;
}
