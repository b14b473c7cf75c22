import { checkBases, checkBasis, checkCondition, type Report } from './check-words.js';
import { fromFieldsOf } from './clock-rules.js';
import type { Line } from './line.js';
import { specAt } from './template.js';

/** Each clock counts from a known day, is started by some step and stopped by some step, or says that it never runs. */
export function checkClocks(line: Line, report: Report): void {
  const actions = Object.values(line.actions);
  const started = new Set(actions.flatMap((action) => action.clocks?.start ?? []));
  const stopped = new Set(
    actions.flatMap((action) => [...(action.clocks?.stop ?? []), ...(action.clocks?.drop ?? [])]),
  );
  for (const [code, clock] of Object.entries(line.clocks)) {
    const place = `clocks.${code}`;
    for (const field of [...fromFieldsOf(clock), ...(clock.until ? [clock.until] : [])]) {
      if (field.startsWith('$due.')) {
        if (!Object.hasOwn(line.clocks, field.slice(5))) report(place, `unknown clock ${field}`);
      } else if (specAt(line.fields, field)?.kind !== 'date') report(place, `${field} is no day`);
    }
    checkBasis(clock.basis, place, report);
    if (clock.extend) checkBases(line, clock.extend.basis, place, report);
    if (clock.excludes) checkBases(line, clock.excludes, place, report);
    checkCondition(line, clock.when, place, report);
    checkCondition(line, clock.extend?.when, place, report);
    for (const one of clock.cases ?? []) {
      checkCondition(line, one.when, place, report);
      checkBasis(one.basis, place, report);
    }
    if (clock.onExpiry && !line.actions[clock.onExpiry]?.by.includes('clock'))
      report(place, `${clock.onExpiry} is not taken by the clock`);
    if (clock.expiry === 'deemed' && !clock.onExpiry) report(place, 'has an effect on expiry, but no action takes it');
    if ((clock.limit.direction === 'backward') !== (clock.expiry === 'backward'))
      report(place, 'counts in another direction than its expiry says');
    if (clock.holder.startsWith('@') && !line.participants?.includes(clock.holder.slice(1)))
      report(place, `${clock.holder} is no participant`);
    if (clock.runs === false) {
      if (started.has(code)) report(place, 'never runs, yet is started');
    } else if (!started.has(code)) report(place, 'is never started');
    // A right may lapse by itself; a duty is done or falls away.
    else if (clock.expiry !== 'right' && !stopped.has(code)) report(place, 'is never stopped');
  }
}
