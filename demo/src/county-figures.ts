import type { JsonObject } from '@fadu/kernel';
import { COUNTIES } from './organizations.js';

/** Share of each county in the figures of the city, in the order of COUNTIES: invented. */
const SHARES = [0.3, 0.14, 0.17, 0.2, 0.19] as const;

/** Moved between the counties, so that they do not all have the same rate; each row adds up to nought. */
const MOVED: Readonly<Record<string, readonly number[]>> = {
  'mediation.succeeded': [-21, 9, -8, 6, 14],
  'mediation.difficult_cases': [3, -1, 0, -1, -1],
  'legal_aid.accepted': [-40, 22, -15, 8, 25],
  'decision.legal_reviews': [6, -4, 3, -3, -2],
};

/** A whole number divided among the counties: the parts add up to it. */
function dividedAmong(code: string, whole: number): readonly number[] {
  const parts = SHARES.map((share) => Math.floor(whole * share));
  let left = whole - parts.reduce((sum, part) => sum + part, 0);
  for (let index = 0; left > 0; index = (index + 1) % parts.length, left -= 1) parts[index]! += 1;
  const moved = MOVED[code];
  return moved && parts.every((part, index) => part + moved[index]! >= 0)
    ? parts.map((part, index) => part + moved[index]!)
    : parts;
}

/** What counties report themselves; the rest only the city counts. */
const COUNTY_CODES = [
  'governance.five_star_judicial_stations',
  'governance.four_star_judicial_stations',
  'governance.three_star_judicial_stations',
  'governance.legal_savvy',
  'normative_document.cleaned',
  'normative_document.retained',
  'decision.legal_reviews',
  'decision.legal_opinions',
  'enforcement.case_files_reviewed',
  'enforcement.officers_trained',
  'enforcement.township_bodies',
  'mediation.cases',
  'mediation.succeeded',
  'mediation.difficult_cases',
  'legal_service.outlets',
  'legal_service.townships_covered',
  'legal_service.villages_covered',
  'legal_aid.accepted',
  'legal_aid.stations',
  'publicity.events',
] as const;

/** Of those who took the examination, how many passed: the county's own count. */
const EXAMINED: readonly (readonly [passed: number, takers: number])[] = [
  [208, 236],
  [92, 110],
  [110, 134],
  [140, 157],
  [127, 149],
];

/** The rows of a county, its share of the city's rows of that year. */
export function countyRows(county: (typeof COUNTIES)[number], city: readonly JsonObject[]): JsonObject[] {
  const index = COUNTIES.indexOf(county);
  const rows = COUNTY_CODES.flatMap((code): JsonObject[] => {
    const row = city.find((one) => one.code === code && one.part === undefined && one.kind === 'value');
    return row ? [{ code, kind: 'value', value: String(dividedAmong(code, Number(row.value))[index]!) }] : [];
  });
  const [numerator, denominator] = EXAMINED[index]!;
  return [...rows, { code: 'enforcement.exam_pass_rate', kind: 'value', numerator, denominator }];
}
