import { type Growth, growth, missing, moneyOf, type Period, ratioOf, type Value } from '@fadu/indicator';
import { dayOf } from '@fadu/kernel';
import type { ComparedWith, Comparison } from '@fadu/wire';
import { EVERYTHING } from '../access/scope.js';
import { AGAINST_AVERAGE, AGAINST_PREVIOUS, AGAINST_YEAR, changeText, growthText } from '../indicators/change-text.js';
import { countingFor, covers, type FigureOrg } from '../indicators/counting.js';
import { type Asked, definitionOf, textOf } from '../indicators/figure.js';
import { plainValue } from '../indicators/figure-value.js';
import { comparedPeriod, daysWords } from '../indicators/periods.js';
import { ReturnsBook } from '../returns/lookup.js';
import { rescoped } from '../storage/scoped.js';

/** An average of fewer others would tell what each of them has. */
const FEWEST_FOR_AVERAGE = 3;

/** What the figures of a board are compared with, for each of them and for places below. */
export interface Comparing {
  readonly with: Comparison;
  readonly name: string;
  compared(one: Asked, now: Value): Promise<ComparedWith>;
  /** The period to set beside the one asked of, where it is a period that is compared with. */
  readonly before: ((one: Asked) => Period) | null;
}

export async function comparing(one: Asked, compare: Comparison, codes: readonly string[]): Promise<Comparing> {
  if (compare === 'superior') return withPlaces(one, codes);
  const today = dayOf(one.platform.now());
  const before = ({ period, definition }: Asked): Period =>
    comparedPeriod(period, compare, definition.source.from, today);
  const words =
    compare === 'year' || before(one).from.slice(5) === one.period.from.slice(5) ? AGAINST_YEAR : AGAINST_PREVIOUS;
  return {
    with: compare,
    name: daysWords(comparedPeriod(one.period, compare, 'records', today)),
    before,
    compared: async (of, now) => {
      const value = await plainValue(of, before(of));
      return comparedWith(
        of,
        now,
        value,
        changeText(now, value, of.definition.unit, words),
        growth(now, value, of.definition.unit),
      );
    },
  };
}

function comparedWith(
  { definition: { unit, direction } }: Asked,
  now: Value,
  value: Value,
  change: string,
  by: Growth,
): ComparedWith {
  const up = by.is === 'none' ? 0 : Number(by.numerator);
  return {
    value,
    text: textOf(value, unit),
    // Two gaps are one thing to say: there is no number.
    change: now.is === 'missing' ? '' : value.is === 'missing' ? textOf(value, unit) : change,
    better: by.is === 'none' || up === 0 || direction === 'neutral' ? null : up > 0 === (direction === 'up'),
  };
}

interface Average {
  readonly value: Value;
  /** Why there is none. */
  readonly why: string | null;
}

/**
 * Against the places of the same level under the same superior. Sums of what lies outside of the post's scope are told
 * only as an average of so many that no single place can be known from it.
 */
async function withPlaces(one: Asked, codes: readonly string[]): Promise<Comparing> {
  const places = await placesBeside(one);
  const superior = await superiorOf(one);
  const averages = new Map<string, Average>();
  const reckon = async (above: Asked, open: boolean) => {
    for (const code of codes)
      averages.set(code, await averageOf({ ...above, definition: definitionOf(code)! }, places, one.org.id, open));
  };
  if (superior !== undefined && places.length > 1) {
    if (covers(one.scope, superior, false)) await reckon(one, true);
    else {
      await rescoped(one.client, { from: one.scope, to: EVERYTHING }, async (client) => {
        const counting = await countingFor(client, EVERYTHING, superior, false, 'watermark');
        const returns = new ReturnsBook(client);
        await reckon({ ...one, scope: EVERYTHING, org: superior, own: false, counting, returns }, false);
      });
    }
  }
  const none: Average = { value: missing('notApplicable'), why: superior ? '没有同级单位可比' : '没有上级，不作平均' };
  return {
    with: 'superior',
    name: superior ? `${superior.name}所属${places.length}个同级单位的平均` : '没有上级',
    before: null,
    compared: async (of, now) => {
      const { value, why } = averages.get(of.definition.code) ?? none;
      if (why !== null) return { value, text: '没有平均', change: now.is === 'missing' ? '' : why, better: null };
      const by = growth(now, value, of.definition.unit);
      return comparedWith(of, now, value, growthText(by, AGAINST_AVERAGE), by);
    },
  };
}

async function averageOf(above: Asked, places: readonly FigureOrg[], self: string, open: boolean): Promise<Average> {
  const { definition, period } = above;
  if (definition.kind === 'duration') return { value: missing('notApplicable'), why: '时限不作平均' };
  let known = 0;
  let others = 0;
  const sum = { numerator: 0, denominator: 0 };
  for (const place of places) {
    const value = await plainValue(above, period, place);
    if (value.is === 'missing') continue;
    known += 1;
    if (place.id !== self) others += 1;
    sum.numerator += value.is === 'count' ? value.count : value.is === 'money' ? value.fen : value.numerator;
    sum.denominator += value.is === 'ratio' ? value.denominator : 1;
  }
  if (others < (open ? 1 : FEWEST_FOR_AVERAGE))
    return {
      value: missing('notApplicable'),
      why: others === 0 ? '同级单位没有数' : `有数的同级单位不足${FEWEST_FOR_AVERAGE}个，不作平均`,
    };
  if (definition.kind === 'money') return { value: moneyOf(Math.round(sum.numerator / known)), why: null };
  // A rate is that of all places together; a mean of rates would weigh a place of three cases like one of three hundred.
  return { value: ratioOf(sum.numerator, sum.denominator), why: null };
}

async function superiorOf({ client, org }: Asked): Promise<FigureOrg | undefined> {
  const { rows } = await client.query<FigureOrg>(
    `select p.id, p.name, p.path::text as path, p.valid_from::text as from, p.valid_to::text as to
     from org o join org p on p.id = o.parent where o.id = $1`,
    [org.id],
  );
  return rows[0];
}

/** Those of the same kind under the same superior that were there in the period, the one asked of among them. */
async function placesBeside({ client, org, period }: Asked): Promise<FigureOrg[]> {
  const { rows } = await client.query<FigureOrg>(
    `select b.id, b.name, b.path::text as path, b.valid_from::text as from, b.valid_to::text as to
     from org o join org b on b.parent = o.parent and b.kind = o.kind
     where o.id = $1 and b.valid_from <= $3::date and (b.valid_to is null or b.valid_to >= $2::date) order by b.region, b.id`,
    [org.id, period.from, period.to],
  );
  return rows;
}
