import { dayOf } from '@fadu/kernel';
import { EVERYTHING } from '../access/scope.js';
import type { Booted } from '../boot.js';
import { scoped } from '../storage/scoped.js';
import { setAlertDays } from './alert-due.js';
import { type NewAlert, ownersOf, writeAlerts } from './alerts.js';
import { checkCitations } from './check-citations.js';
import { documentCitings, documentsAfter, type IssuedText, knownTitles } from './citing.js';
import { lawInForce } from './in-force.js';
import { Owners } from './owners.js';

/** A document written in a long transaction carries an earlier time than its commit. */
const OVERLAP_MS = 60_000;

/**
 * Looks at the documents made since the last round: one that cites a clause which its day's text does not have, or a law that
 * had ended, is told to whoever handles the matter. Documents looked at twice bring nothing new; while the base is empty
 * they wait.
 * @returns how many alerts are new.
 */
export async function watchDocuments({ owner, platform }: Pick<Booted, 'owner' | 'platform'>): Promise<number> {
  const { rows } = await owner.query(
    'select documents_until as until, now() as now, exists (select 1 from law) as filled from law_watch',
  );
  const { until, now, filled } = rows[0] as { until: Date; now: Date; filled: boolean };
  if (!filled) return 0;
  const titles = await knownTitles(owner);
  const owners = new Owners(platform.directory, dayOf(platform.now()));
  let added = 0;
  let after = idAt(until.getTime() - OVERLAP_MS);
  for (;;) {
    const documents = await scoped(platform.pool, EVERYTHING, (client) => documentsAfter(client, after));
    for (const document of documents) {
      const alerts = await faultsOf(owner, document, titles);
      added += await writeAlerts(owner, alerts, (citing) => ownersOf(citing, owners, platform.lineOf));
    }
    if (documents.length === 0) break;
    after = documents.at(-1)!.id;
  }
  await setAlertDays(owner, platform);
  await owner.query('update law_watch set documents_until = $1', [now]);
  return added;
}

/** The least id that may be given at a moment: ids of documents begin with the time (RFC 9562, version 7). */
function idAt(milliseconds: number): string {
  const hex = Math.max(0, Math.floor(milliseconds)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

async function faultsOf(
  db: Booted['owner'],
  document: IssuedText,
  titles: Awaited<ReturnType<typeof knownTitles>>,
): Promise<NewAlert[]> {
  const alerts: NewAlert[] = [];
  for (const citing of documentCitings(document, titles)) {
    const cited = [{ ...citing, start: 0, end: 0 }];
    // A matter may stand on the law under which it began.
    const days = [document.issuedOn, document.openedOn];
    const verdicts = await Promise.all(days.map((day) => checkCitations(db, cited, day)));
    if (!verdicts.every(([check]) => check!.verdict === 'E-LW-05' || check!.verdict === 'E-LW-06')) continue;
    const found = (await lawInForce(db, citing.title, document.issuedOn))!;
    alerts.push({
      law: found.law.id,
      version: found.version.id,
      locator: citing.articles[0] ?? null,
      change: 'cited',
      citing,
      relation: 'targetDeleted',
    });
  }
  return alerts;
}
