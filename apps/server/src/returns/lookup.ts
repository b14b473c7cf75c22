import {
  CATALOGUE,
  type CatalogueEntry,
  type CollectedApprox,
  type CollectedFigure,
  collectedValue,
  countOf,
  missing,
  moneyOf,
  type Period,
  parsePeriod,
  RATE_OF,
  ratioOf,
  wholeOf,
} from '@fadu/indicator';
import { collection } from '@fadu/lines';
import type { Collected, ReturnRef } from '@fadu/wire';
import type pg from 'pg';
import { EVERYTHING, type Scope } from '../access/scope.js';
import { rescoped } from '../storage/scoped.js';
import { type OpenAmendment, openAmendments } from './amendments.js';
import { collectedText } from './collected-text.js';

/**
 * The approved returns as one snapshot has them. Each is fetched once, however many indicators are asked for: a report asks
 * some two hundred of the same few returns.
 */
export class ReturnsBook {
  readonly #approved = new Map<string, Promise<ReadonlyMap<string, Row>>>();
  readonly #units = new Map<string, ReturnType<typeof reportingUnits>>();
  readonly #amendments = new Map<string, Promise<readonly OpenAmendment[]>>();

  constructor(private readonly client: pg.PoolClient) {}

  approved(units: readonly string[], period: Period): Promise<ReadonlyMap<string, Row>> {
    return remembered(this.#approved, `${period.text}/${units.join()}`, () =>
      approvedReturns(this.client, units, period),
    );
  }

  /** Whoever reads a figure learns that it is about to change, also where the return below is not for their eyes. */
  amendments(scope: Scope, period: Period): Promise<readonly OpenAmendment[]> {
    return remembered(this.#amendments, period.text, () =>
      rescoped(this.client, { from: scope, to: EVERYTHING }, (client) => openAmendments(client, period)),
    );
  }

  units(org: string, period: Period): ReturnType<typeof reportingUnits> {
    return remembered(this.#units, `${period.text}/${org}`, () => reportingUnits(this.client, org, period));
  }
}

function remembered<T>(known: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? ask();
  known.set(key, found);
  return found;
}

type Asked = Pick<CatalogueEntry, 'code' | 'unit' | 'kind'>;

interface Row extends Omit<ReturnRef, 'text'> {
  readonly figures: readonly CollectedFigure[];
}

/** A return of which something was approved. */
const IN_FORCE = `(m.state = '${collection.approved}' or jsonb_typeof(m.data -> '${collection.inForce}') = 'array')`;

/** What is approved of these units for the period, also while it is being put right, as far as the scope lets through; by the unit. */
export async function approvedReturns(
  client: pg.ClientBase,
  units: readonly string[],
  period: Period,
): Promise<ReadonlyMap<string, Row>> {
  const amending = `jsonb_typeof(m.data -> '${collection.inForce}') = 'array'`;
  const { rows } = await client.query<Row & { readonly period: string }>(
    `select m.id as matter, m.organ as unit, o.name, m.receipt, m.data ->> '${collection.approvedOn}' as "approvedOn",
       m.data ->> '${collection.period}' as period,
       m.data -> case when ${amending} then '${collection.inForce}' else '${collection.figures}' end as figures
     from matter m join org o on o.id = m.organ
     where m.line = $1 and ${IN_FORCE} and m.refs && $2::text[] order by m.data ->> '${collection.approvedOn}', m.id`,
    [collection.line, units.map((unit) => `${collection.unit}=${unit}`)],
  );
  return new Map(
    rows.flatMap((row) => {
      const of = parsePeriod(row.period);
      return of?.from === period.from && of.to === period.to ? [[row.unit, row]] : [];
    }),
  );
}

/**
 * What returns say of an indicator: the unit's own return, else the sum over the units below that report. A sum with a
 * unit missing is none: not yet reported, and who is waited for. Undefined where nobody reports at all.
 */
export async function collectedFigure(
  book: ReturnsBook,
  definition: Asked,
  org: string,
  period: Period,
  subtree: boolean,
): Promise<Collected | undefined> {
  const own = (await book.approved([org], period)).get(org);
  const mine = own?.figures.filter((row) => row.code === definition.code) ?? [];
  if (own && mine.length > 0) return ofRows(definition, mine, [refOf(own, definition)]);
  const summed = subtree ? await below(book, definition, org, period) : undefined;
  return summed ?? ofCounts(book, definition, org, period, subtree);
}

/** A rate that nobody stated, from the two counts it is made of, where both are known exactly. */
async function ofCounts(
  book: ReturnsBook,
  { code }: Asked,
  org: string,
  period: Period,
  subtree: boolean,
): Promise<Collected | undefined> {
  const by = Object.hasOwn(RATE_OF, code) ? RATE_OF[code]! : undefined;
  const [part, whole] = [by?.numerator, by?.denominator].map((one) => CATALOGUE.find((entry) => entry.code === one));
  if (!part || !whole) return undefined;
  const above = await collectedFigure(book, part, org, period, subtree);
  const under = above && (await collectedFigure(book, whole, org, period, subtree));
  if (!above || !under) return undefined;
  const { value: numerator, approx } = above;
  const { value: denominator } = under;
  const from = [...new Map([...above.from, ...under.from].map((one) => [one.matter, { ...one, text: null }])).values()];
  const waiting = [...new Set([...above.waiting, ...under.waiting])];
  if (numerator.is !== 'count' || denominator.is !== 'count')
    return waiting.length > 0
      ? { value: missing('notYetReported'), approx, parts: [], note: null, from, waiting }
      : undefined;
  return {
    value: ratioOf(numerator.count, denominator.count),
    approx: approx === 'exact' ? under.approx : approx,
    parts: [],
    note: null,
    from,
    waiting,
  };
}

function ofRows(
  definition: Asked,
  rows: readonly CollectedFigure[],
  from: readonly ReturnRef[],
): Collected | undefined {
  const whole = wholeOf(rows, definition);
  if (whole === undefined) return undefined;
  const parts = rows.flatMap((row) => {
    const value = row.part === undefined ? undefined : collectedValue(row, definition);
    return value ? [{ name: row.part!, value, approx: row.approx ?? 'exact' }] : [];
  });
  const note = rows.flatMap((row) => row.reason ?? []).join('；');
  return { ...whole, parts, note: note === '' ? null : note, from, waiting: [] };
}

async function below(
  book: ReturnsBook,
  definition: Asked,
  org: string,
  period: Period,
): Promise<Collected | undefined> {
  const units = await book.units(org, period);
  if (units.length === 0) return undefined;
  const sums = definition.unit !== '%' && definition.kind !== 'duration';
  // What does not add up is told where one unit alone speaks for the place.
  if (!sums) return units.length === 1 ? collectedFigure(book, definition, units[0]!.id, period, false) : undefined;
  const returns = await book.approved(
    units.map((unit) => unit.id),
    period,
  );
  const waiting: string[] = [];
  const from: ReturnRef[] = [];
  let sum = 0;
  let approx: CollectedApprox = 'exact';
  for (const unit of units) {
    const row = returns.get(unit.id);
    const whole =
      row &&
      wholeOf(
        row.figures.filter((one) => one.code === definition.code),
        definition,
      );
    if (row && whole && (whole.value.is === 'count' || whole.value.is === 'money')) {
      sum += whole.value.is === 'count' ? whole.value.count : whole.value.fen;
      if (whole.approx !== 'exact') approx = whole.approx;
      from.push(refOf(row, definition));
      // Who has none of it takes nothing from the sum.
    } else if (whole?.value.is === 'missing' && whole.value.why === 'notApplicable') from.push(refOf(row!, definition));
    else waiting.push(unit.name);
  }
  if (from.length === 0) return undefined;
  const value =
    waiting.length > 0 ? missing('notYetReported') : definition.kind === 'money' ? moneyOf(sum) : countOf(sum);
  return { value, approx, parts: [], note: null, from, waiting };
}

/** Codes that the unit's own return of a period gives only roughly: nothing is compared with them. */
export async function roundedCodes(client: pg.ClientBase, unit: string, period: Period): Promise<ReadonlySet<string>> {
  const own = (await approvedReturns(client, [unit], period)).get(unit);
  return new Set((own?.figures ?? []).flatMap(({ code, approx = 'exact' }) => (approx === 'exact' ? [] : [code])));
}

const refOf = ({ matter, unit, name, receipt, approvedOn, figures }: Row, of: Asked): ReturnRef => ({
  matter,
  unit,
  name,
  text: collectedText(of, figures),
  receipt,
  approvedOn,
});

/**
 * Units that report for an organization: those directly below it that were there in the period and have somebody who
 * reports; where there are none in a place, those of the places below it. One that ended within the period is waited for
 * by nobody: whoever took over its work reports that too, and what it reported itself until then is added.
 */
export async function reportingUnits(
  client: pg.ClientBase,
  org: string,
  period: Period,
): Promise<{ readonly id: string; readonly name: string }[]> {
  const { rows } = await client.query<{ id: string; name: string; above: string }>(
    `select o.id, o.name, subpath(o.path, 0, -1)::text as above from org o join org s on o.path <@ s.path
     where s.id = $1 and o.id <> s.id and o.valid_from <= $3::date
       and (o.valid_to is null or o.valid_to >= $3::date or (o.valid_to >= $2::date and exists (
         select from matter m where m.line = $5 and m.refs @> array['${collection.unit}=' || o.id, '${collection.period}=' || $6] and ${IN_FORCE})))
       and exists (select from post p where p.org = o.id and p.post = $4)
     order by o.region, o.id`,
    [org, period.from, period.to, collection.reporter, collection.line, period.text],
  );
  const above = [...new Set(rows.map((row) => row.above))];
  return rows
    .filter((row) => !above.some((path) => row.above.startsWith(`${path}.`)))
    .map(({ id, name }) => ({ id, name }));
}
