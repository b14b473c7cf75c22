import type { Official } from '../api/session.js';
import type { Platform } from '../matters/execute.js';
import { buildReport, reportText } from '../reports/index.js';
import { sumsFor } from '../reports/sums.js';
import { regionNames } from './describe.js';
import type { OwnText } from './findings.js';

/** The report of a unit and year as the platform writes it now; undefined when it is not this post's to read. */
export async function ownReport(
  platform: Platform,
  viewer: Official,
  org: string,
  year: number,
): Promise<OwnText | undefined> {
  const scope = sumsFor(platform, viewer, org);
  if (!scope) return undefined;
  const built = await buildReport(platform, scope, { org, year });
  if (!built.ok) return undefined;
  const report = built.value;
  const place = (await regionNames(platform)).placeOf(platform.directory.getOrg(org).region);
  return {
    source: ownSource(org, year),
    name: `${report.unit.name}${report.title}（本平台）`,
    text: reportText(report),
    year,
    ...(place && { place }),
  };
}

/** How findings of the platform's own report are asked for and kept. */
export const ownSource = (org: string, year: number): string => `report:${org}/${year}`;
