import type { Figure } from '../src/types.js';

/** Gold lines and read figures matched by overlap; each gold figure takes at most one. */
export interface Score {
  readonly gold: number;
  readonly read: number;
  readonly found: number;
  readonly span: number;
  readonly unit: number;
  readonly approx: number;
  readonly role: number;
  readonly polarity: number;
  readonly basis: number;
  readonly subject: number;
  readonly verb: number;
  readonly scope: number;
  readonly refersTo: number;
  readonly of: number;
  readonly codeHit: number;
  readonly codeRead: number;
  readonly codeGold: number;
  readonly lines: readonly string[];
}

export function compare(gold: readonly Figure[], read: readonly Figure[]): Score {
  const taken = new Set<number>();
  const pair = new Map<number, number>();
  const lines: string[] = [];
  gold.forEach((wanted, index) => {
    const hit = read.findIndex(
      (figure, other) => !taken.has(other) && figure.start < wanted.end && figure.end > wanted.start,
    );
    if (hit < 0) {
      lines.push(`missed ${index} ${wanted.text}`);
      return;
    }
    taken.add(hit);
    pair.set(index, hit);
  });
  read.forEach((figure, index) => {
    if (!taken.has(index)) lines.push(`extra ${figure.text} (${figure.start}) ${figure.subject ?? ''}`);
  });
  const sum = {
    found: 0,
    span: 0,
    unit: 0,
    approx: 0,
    role: 0,
    polarity: 0,
    basis: 0,
    subject: 0,
    verb: 0,
    scope: 0,
    refersTo: 0,
    of: 0,
    codeHit: 0,
  };
  const at = (index: number | null | undefined): number | null =>
    index === null || index === undefined ? null : (pair.get(index) ?? -1);
  gold.forEach((wanted, index) => {
    const hit = pair.get(index);
    if (hit === undefined) return;
    const figure = read[hit]!;
    const right = figure.value === wanted.value && figure.value_to === wanted.value_to;
    if (!right) {
      lines.push(`value ${index} ${wanted.text}: ${figure.value} for ${wanted.value}`);
      return;
    }
    sum.found += 1;
    const check = (name: keyof typeof sum, got: unknown, want: unknown, show: boolean): void => {
      if (got === want) sum[name] += 1;
      else if (show) lines.push(`${name} ${index} ${wanted.text}: ${String(got)} for ${String(want)}`);
    };
    check('span', `${figure.start}-${figure.end}`, `${wanted.start}-${wanted.end}`, true);
    check('unit', figure.unit, wanted.unit, true);
    check('approx', figure.approx, wanted.approx, true);
    check('role', figure.role, wanted.role, true);
    check('polarity', figure.polarity, wanted.polarity, true);
    check('basis', figure.basis, wanted.basis, true);
    check('subject', figure.subject, wanted.subject, false);
    check('verb', figure.verb, wanted.verb, false);
    check('scope', figure.scope, wanted.scope, false);
    check('refersTo', figure.refers_to, at(wanted.refers_to), true);
    check('of', figure.of, at(wanted.of), true);
    if (figure.indicator !== wanted.indicator)
      lines.push(`code ${index} ${wanted.text}: ${figure.indicator} for ${wanted.indicator}`);
    else if (wanted.indicator !== null) sum.codeHit += 1;
  });
  const codeRead = read.filter((figure) => figure.indicator !== null).length;
  const codeGold = gold.filter((figure) => figure.indicator !== null).length;
  return { gold: gold.length, read: read.length, ...sum, codeRead, codeGold, lines };
}

export const f1 = (hits: number, read: number, gold: number): number =>
  read + gold === 0 ? 1 : (2 * hits) / (read + gold);
