import { CATALOGUE, parsePeriod } from '@fadu/indicator';
import { formulas } from '@fadu/lines';
import type { ReturnFormRow } from '@fadu/wire';
import type { Scope } from '../access/scope.js';
import { indicatorFigure } from '../indicators/figure.js';
import type { Platform } from '../matters/execute.js';

/**
 * Every indicator as a line of the return of a unit and period: what records already give stands there and is not asked;
 * beside each the figure of the year before. Undefined when the period or the unit is none.
 */
export async function returnForm(
  platform: Platform,
  scope: Scope,
  unit: string,
  period: string,
): Promise<ReturnFormRow[] | undefined> {
  if (parsePeriod(period) === undefined) return undefined;
  const rows: ReturnFormRow[] = [];
  for (const { code, name, unit: measure, domain, counted } of CATALOGUE) {
    const figure = await indicatorFigure(platform, scope, { code, org: unit, period });
    if (!figure.ok) return undefined;
    const { value, source, text, before } = figure.value;
    const fed = Object.hasOwn(formulas, code) && source === 'records' && value.is !== 'missing';
    rows.push({
      code,
      name,
      unit: measure,
      domain,
      counted,
      known: fed ? text : null,
      before: before.value.is === 'missing' ? null : before.text,
    });
  }
  return rows;
}
