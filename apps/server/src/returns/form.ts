import { CATALOGUE, type CollectedFigure, type Period, parsePeriod, periodOf, yearBefore } from '@fadu/indicator';
import { formulas, speaksForGovernment } from '@fadu/lines';
import type { ReturnFormRow } from '@fadu/wire';
import type { Org } from '../access/directory.js';
import { EVERYTHING, type Scope } from '../access/scope.js';
import { covers } from '../indicators/counting.js';
import { type Asked, asked, definitionOf, textOf } from '../indicators/figure.js';
import { recordsFrom, valueAt } from '../indicators/figure-value.js';
import type { Platform } from '../matters/execute.js';
import { collectedText } from './collected-text.js';
import { approvedReturns } from './lookup.js';

export interface ReturnForm {
  readonly rows: readonly ReturnFormRow[];
  /** What the approved return of the period before says; null: there is none. */
  readonly earlier: readonly CollectedFigure[] | null;
}

/** The period a return is set beside when none is named: the same days of the year before. */
export function comparedWith(period: Period, named: unknown): Period {
  const given = typeof named === 'string' ? parsePeriod(named) : undefined;
  if (given) return given;
  const { from, to } = yearBefore(period);
  return periodOf(from, to);
}

/**
 * Every indicator as a line of the return of a unit and period: what records already give stands there and is not asked;
 * beside each what was said of the period before. A return holds sums, not cases: they are of the whole unit, whatever
 * cases the one who fills it in may see; only who may see these is shown the way to them.
 */
export async function returnForm(
  platform: Platform,
  scope: Scope,
  unit: Org,
  period: Period,
  before: Period,
): Promise<ReturnForm> {
  const government = unit.parent !== null && speaksForGovernment(unit.name) ? unit.parent : undefined;
  const question = {
    code: CATALOGUE[0]!.code,
    org: government ?? unit.id,
    period: period.text,
    upTo: 'watermark' as const,
  };
  const done = await asked(platform, EVERYTHING, question, async (one) => {
    const own = (await approvedReturns(one.client, [unit.id], period)).get(unit.id);
    const earlier = (await approvedReturns(one.client, [unit.id], before)).get(unit.id);
    const maySee = covers(scope, one.org, false);
    const rows: ReturnFormRow[] = [];
    for (const { code, name, unit: measure, kind, domain, counted } of CATALOGUE) {
      const fed = Object.hasOwn(formulas, code);
      const of: Asked = { ...one, definition: definitionOf(code)! };
      const given = fed ? await recorded(of, period) : null;
      const whole = given === null || (await recordsFrom(of, period)) === 'whole';
      const known = whole ? given : null;
      rows.push({
        code,
        name,
        unit: measure,
        kind,
        domain,
        counted,
        known,
        partial: whole ? null : given,
        open: given === null || !maySee ? null : { code, org: one.org.id, period: period.text },
        kept: known === null ? null : collectedText(of.definition, own?.figures),
        approved: own?.figures.filter((row) => row.code === code) ?? [],
        before: (fed ? await recorded(of, before) : null) ?? collectedText(of.definition, earlier?.figures),
      });
    }
    return { rows, earlier: earlier?.figures ?? null };
  });
  if (!done.ok) throw new Error(done.error.message);
  return done.value;
}

/** What the records give, as text; null where they give nothing. */
async function recorded(one: Asked, period: Period): Promise<string | null> {
  const { value, unknown } = await valueAt(one, period);
  return unknown === undefined && value.is !== 'missing' ? textOf(value, one.definition.unit) : null;
}
