/**
 * What became of a statutory period, named like a field of the matter: `$clock.decide.outcome`. Where a matter has one of
 * several periods, by its kind, all stand between: `$clock.governance,norm.legalDue` is of the one it has.
 */
const PARTS = ['startedOn', 'legalDue', 'stoppedOn', 'outcome'] as const;

export type ClockPart = (typeof PARTS)[number];

export interface ClockField {
  /** Codes of clocks of the line; a matter has at most one of them. */
  readonly codes: readonly string[];
  readonly part: ClockPart;
}

const START = '$clock.';

/** The name of a part of a clock: `outcome` is met, late, waived or void; nothing while it runs. */
export const clockField = (codes: readonly string[], part: ClockPart): string => `${START}${codes.join(',')}.${part}`;

/** The clock that a field names; undefined for a field of the matter. @throws RangeError where a clock has no such part. */
export function clockOf(field: string): ClockField | undefined {
  if (!field.startsWith(START)) return undefined;
  const [codes = '', part = '', ...more] = field.slice(START.length).split('.');
  const found = PARTS.find((one) => one === part);
  if (codes === '' || found === undefined || more.length > 0) throw new RangeError(`no part of a clock: ${field}`);
  return { codes: codes.split(','), part: found };
}

/** As SQL, where `read` reads a path of the matter's clocks. */
export function clockText({ codes, part }: ClockField, read: (path: readonly string[]) => string): string {
  const each = codes.map((code) => read([code, part]));
  return each.length === 1 ? each[0]! : `coalesce(${each.join(', ')})`;
}
