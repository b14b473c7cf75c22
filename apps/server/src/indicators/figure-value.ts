import {
  countOf,
  type FormulaVersion,
  type IndicatorDefinition,
  isByDueDay,
  type Missing,
  missing,
  moneyOf,
  type Period,
  passedOf,
  ratioOf,
  roundedValue,
  type Value,
  versionFor,
  type Within,
} from '@fadu/indicator';
import { addDays, dayOf } from '@fadu/kernel';
import type { Collected, IndicatorFigure } from '@fadu/wire';
import { collectedFigure } from '../returns/lookup.js';
import type { Counted, FigureOrg } from './counting.js';
import type { Asked } from './figure.js';

/** The version that counts a period; undefined for what returns give, and before the first. */
export const versionOf = (definition: IndicatorDefinition, period: Period): FormulaVersion | undefined =>
  definition.source.from === 'records' ? versionFor(definition.source.versions, period.from) : undefined;

/**
 * From the records; where they say nothing, from the returns. Nothing known is not zero: an indicator that no line feeds, a
 * period that has not begun, an organization that was not there, records that begin only later. `unknown`: why the records
 * say nothing. `of`: another organization than the one asked of, with all below it.
 */
export async function valueAt(
  one: Asked,
  period: Period,
  of?: FigureOrg,
): Promise<{ readonly value: Value; readonly unknown: Value | undefined; readonly collected: Collected | undefined }> {
  const there = of === undefined ? one : { ...one, org: of, own: false };
  const collected = await collectedFigure(one.returns, one.definition, there.org.id, period, !there.own);
  const stated = told(collected);
  const unknown = (await whyMissing(there, period)) ?? (await lateRecords(there, period, stated));
  if (unknown !== undefined) return { value: stated ?? unknown, unknown, collected };
  const value = await computed(there, versionOf(one.definition, period)!, period);
  // Without anything left behind there is no figure of an organization that is no more.
  return { value, unknown: hasEnded(there.org, period) && value.is === 'missing' ? value : undefined, collected };
}

/** Whether an organization is no more when a period begins. */
const hasEnded = (org: Pick<FigureOrg, 'to'>, period: Pick<Period, 'from'>): boolean =>
  org.to !== null && org.to < period.from;

/** Records that begin later than this many days into a period do not tell all of it. */
const BEGINNING_DAYS = 31;

/**
 * A line that begins to be used within a period has no records of its first part. Where the whole of it was reported and
 * approved, that stands; undefined: the records tell all of the period, or are all there is.
 */
async function lateRecords(one: Asked, period: Period, stated: Value | undefined): Promise<Value | undefined> {
  if (stated === undefined || stated.is === 'missing') return undefined;
  return (await recordsFrom(one, period)) === 'within' ? missing('notRecorded') : undefined;
}

/** Whether the records of a figure are of the whole period, or begin within it. */
export async function recordsFrom(one: Asked, period: Period): Promise<'whole' | 'within'> {
  const upTo = addDays(period.from, BEGINNING_DAYS);
  const version = versionOf(one.definition, period);
  if (version === undefined || upTo >= period.to) return 'whole';
  return (await one.counting.kept(one.client, version, { ...period, to: upTo }, withinOf(one))) ? 'whole' : 'within';
}

/** What returns say, with how far it is known. */
const told = (collected: Collected | undefined): Value | undefined =>
  collected && roundedValue(collected.value, collected.approx);

/** The value and which of the two gave it: returns are looked at only where the records say nothing. */
export async function sourcedValue(
  one: Asked,
  period: Period,
  of?: FigureOrg,
): Promise<{ readonly value: Value; readonly source: IndicatorFigure['source'] }> {
  const there = of === undefined ? one : { ...one, org: of, own: false };
  const unknown = await whyMissing(there, period);
  const reported = async () =>
    told(await collectedFigure(one.returns, one.definition, there.org.id, period, !there.own));
  if (unknown !== undefined) return { value: (await reported()) ?? unknown, source: 'returns' };
  const stated = (await recordsFrom(there, period)) === 'within' ? await reported() : undefined;
  return stated !== undefined && stated.is !== 'missing'
    ? { value: stated, source: 'returns' }
    : { value: await computed(there, versionOf(one.definition, period)!, period), source: 'records' };
}

/** The value alone. */
export const plainValue = async (one: Asked, period: Period, of?: FigureOrg): Promise<Value> =>
  (await sourcedValue(one, period, of)).value;

/** Why records say nothing of an organization and a period; undefined: they do. */
export async function whyMissing(one: Asked, period: Period): Promise<Value | undefined> {
  const { client, platform, definition, counting, org } = one;
  if (org.from > period.to) return missing('notApplicable');
  const today = dayOf(platform.now());
  const nothing = (why: Missing): Value => missing(hasEnded(org, period) ? 'notApplicable' : why);
  if (period.from > today || definition.source.from === 'returns') return nothing('notYetReported');
  const version = versionOf(definition, period);
  if (version !== undefined && isByDueDay(version.formula) && period.from === today) return missing('notYetReported');
  return version !== undefined && (await counting.kept(client, version, period, withinOf(one)))
    ? undefined
    : nothing('notRecorded');
}

/**
 * What is counted for a question. Where records stand under the day by which something was to be done, only days that are
 * over: what may still be done in time has not failed.
 */
export function countedOf(
  one: Asked,
  version: FormulaVersion,
  { variant = 'main', period = one.period }: { variant?: Counted['variant']; period?: Period } = {},
): Counted {
  const over = addDays(dayOf(one.platform.now()), -1);
  const formula = variant === 'also' ? version.also!.formula : version.formula;
  const counts = isByDueDay(formula) && period.from <= over ? passedOf(period, over) : period;
  return { code: one.definition.code, version, variant, period: counts, within: withinOf(one) };
}

/** The units a question asks of. */
export const withinOf = ({ own, org }: Asked): Within => (own ? { organ: org.id } : { path: org.path });

/** From the records. */
export async function computed(
  one: Asked,
  version: FormulaVersion,
  period: Period,
  variant: 'main' | 'also' = 'main',
): Promise<Value> {
  const { numerator, denominator } = await one.counting.value(one.client, countedOf(one, version, { variant, period }));
  if (denominator !== null) return ratioOf(Number(numerator), Number(denominator));
  // What an organization left behind is told where there is any; none of it is no nought.
  if (Number(numerator) === 0 && hasEnded(one.org, period)) return missing('notApplicable');
  return one.definition.kind === 'money' ? moneyOf(Number(numerator)) : countOf(Number(numerator));
}
