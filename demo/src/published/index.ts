import { Readable } from 'node:stream';
import { plainDate } from '@fadu/kernel';
import { type Booted, confirmSure, describeAs, type Platform, readWaiting, receiveReport } from '@fadu/server';
import type { Cast } from '../cast.js';
import { JUSTICE } from '../returns.js';
import { publishedReports } from './reports.js';

/** From here on the reader's own reading is confirmed; what is less sure waits at the desk for whoever looks. */
const SURE = 0.9;
const READ_ON = plainDate('2024-04-02');

/**
 * Reports of invented places brought to the desk of the city's justice bureau, described, and what was read surely
 * confirmed. Done again, it changes nothing.
 */
export async function readPublished({ platform, filesDir }: Booted, cast: Cast): Promise<void> {
  const then: Platform = { ...platform, now: () => new Date(`${READ_ON}T10:00:00+08:00`) };
  const person = cast.one('returnReporter', JUSTICE);
  const reader = { person, post: 'returnReporter', scope: { orgs: [JUSTICE], paths: [], matter: null } };
  const ids: string[] = [];
  for (const { fileName, content } of publishedReports) {
    const sent = await receiveReport(then, filesDir, { ...reader, org: JUSTICE }, fileName, Readable.from([content]));
    if (!sent.ok) throw new Error(sent.error.message);
    ids.push(sent.value.id);
  }
  await readWaiting(then, filesDir);
  for (const [index, report] of publishedReports.entries()) {
    const { fileName: _, content: __, ...said } = report;
    const id = ids[index]!;
    // A second time the description is there already, and stays.
    await describeAs(then, reader, id, { revision: 1, ...said });
    await confirmSure(then, reader, id, SURE);
  }
}
