import type { LawStatus } from '@fadu/wire';
import type pg from 'pg';
import type { Booted } from '../boot.js';
import { raiseAlerts } from './alerts.js';
import { type ImportReport, importLaws } from './import.js';

/** The import that this process runs, if any: what a page shows while the base is being filled. */
const running: { current: LawStatus['importing']; trouble: string | null } = { current: null, trouble: null };

/** What the base holds, and how far an import has got. */
export async function lawStatus(pool: pg.Pool): Promise<LawStatus> {
  const { rows } = await pool.query({
    name: 'law_status',
    text: `select (select count(*)::int from law) as laws, (select count(*)::int from law_version) as versions,
      (select coalesce(sum((counts->>'articles')::int), 0)::int from law_version) as clauses`,
  });
  return { ...rows[0], importing: running.current, trouble: running.trouble };
}

/**
 * Fills the base while the platform answers already. What went wrong is kept for the page; what was stored stays, and
 * another start goes on from there.
 */
export async function importInBackground(booted: Booted, folder: string): Promise<ImportReport | undefined> {
  running.trouble = null;
  running.current = { stage: 'reading', done: 0, of: 0 };
  try {
    const report = await importLaws(booted.owner, folder, (progress) => {
      running.current = progress;
    });
    await raiseAlerts(booted, report);
    return report;
  } catch (error) {
    running.trouble = '法规没有入完库，已入库的不受影响。请核对文件夹后重新启动，接着入库。';
    throw error;
  } finally {
    running.current = null;
  }
}
