import {
  FEWEST_FOR_ORDER,
  heightOf,
  kindOfPeriod,
  type Panel,
  type Period,
  passedOf,
  periodOf,
  standsInOrder,
  type Value,
  yearBefore,
} from '@fadu/indicator';
import { dayOf, type PlainDate } from '@fadu/kernel';
import type { BoardPanel, BoardRow, FigureAddress, FigureByField } from '@fadu/wire';
import { noteOf, ranked, sumNote } from '../indicators/breakdown.js';
import { figureByField } from '../indicators/by-field.js';
import { changeText } from '../indicators/change-text.js';
import type { FigureOrg } from '../indicators/counting.js';
import { partOfPeriodNote } from '../indicators/ended.js';
import { type Asked, textOf, wordsOf } from '../indicators/figure.js';
import { plainValue, sourcedValue, valueAt, versionOf } from '../indicators/figure-value.js';
import { daysWords, stepLabel, trendPeriods } from '../indicators/periods.js';
import { amendmentNotes } from '../returns/amendment-notes.js';
import type { Comparing } from './compare.js';
import { fieldFinding, placesFinding, trendFinding } from './finding.js';

/** More kinds than these stand in the table only. */
const BARS = 10;

/** A panel of a board, with its finding and the rows behind its chart. */
export async function panelOf(one: Asked, panel: Panel, comparing: Comparing): Promise<BoardPanel> {
  switch (panel.kind) {
    case 'trend':
      return trendPanel(one, comparing);
    case 'places':
      return placesPanel(one, comparing);
    case 'field':
      return fieldPanel(one, panel.by);
  }
}

const address = ({ definition, org, period }: Asked, more: Partial<FigureAddress> = {}): FigureAddress => ({
  code: definition.code,
  org: org.id,
  period: period.text,
  ...more,
});

function rowOf(one: Asked, key: string, label: string, value: Value, open: Partial<FigureAddress>): BoardRow {
  const { unit } = one.definition;
  return {
    key,
    label,
    value,
    text: wordsOf(one, value, one.period),
    height: heightOf(value, unit),
    parts: value.is === 'ratio' && unit === '%' ? `${value.numerator}/${value.denominator}` : null,
    rank: null,
    unranked: null,
    before: null,
    open: address(one, open),
  };
}

function withBefore(one: Asked, row: BoardRow, label: string, before: Value): BoardRow {
  const { unit } = one.definition;
  const change = row.value.is === 'missing' || before.is === 'missing' ? '' : changeText(row.value, before, unit);
  return { ...row, before: { label, text: textOf(before, unit), height: heightOf(before, unit), change } };
}

const todayOf = ({ platform }: Asked): PlainDate => dayOf(platform.now());

/** The bars of a trend, each opening its own period. `collected`: labels of those that returns gave, before records did. */
export async function trendRows(one: Asked): Promise<{ rows: BoardRow[]; periods: Period[]; collected: string[] }> {
  const periods = trendPeriods(one.period, one.definition.source.from, todayOf(one));
  const rows: BoardRow[] = [];
  const collected: string[] = [];
  for (const period of periods) {
    const { value, source } = await sourcedValue(one, period);
    const label = stepLabel(period, periods);
    rows.push(rowOf(one, period.text, label, value, { period: period.text }));
    if (source === 'returns' && one.definition.source.from === 'records' && value.is !== 'missing')
      collected.push(label);
  }
  // A series begins with its first number.
  const first = Math.max(
    0,
    rows.findIndex(({ height }) => height !== null),
  );
  const runs = kindOfPeriod(periods[0] ?? one.period) === kindOfPeriod(one.period);
  return runs ? { rows: rows.slice(first), periods: periods.slice(first), collected } : { rows, periods, collected };
}

async function trendPanel(one: Asked, comparing: Comparing): Promise<BoardPanel> {
  const { rows, periods, collected } = await trendRows(one);
  const byYear = periods.every((period) => kindOfPeriod(period) === 'year');
  // Years and runs of periods hold what is before them already.
  const divided = kindOfPeriod(one.period) === 'year' || kindOfPeriod(one.period) === 'half';
  const beside = comparing.with === 'year' && divided && !byYear;
  const found: BoardRow[] = [];
  for (const [index, row] of rows.entries()) {
    if (!beside) found.push(row);
    else {
      const { from, to } = yearBefore(passedOf(periods[index]!, todayOf(one)));
      const value = await plainValue(one, periodOf(from, to));
      found.push(withBefore(one, row, row.label, value));
    }
  }
  const known = found.some(({ before }) => before?.height != null);
  const gaps = found.filter(({ height }) => height === null);
  return {
    ...framed(one, 'trend', '期间'),
    finding: trendFinding(one.definition, found, byYear),
    rows: known ? found : found.map((row) => ({ ...row, before: null })),
    others: [],
    total: null,
    notes: [
      ...(gaps.length > 0 && gaps.length < found.length
        ? [`${gaps.map(({ label }) => label).join('、')}${gaps[0]!.text}，不画柱`]
        : []),
      ...fewNote(found, one.definition.unit),
      ...(collected.length > 0 ? [`${collected.join('、')}是填报的数，那时还没有记录；其余由记录计算`] : []),
    ],
    beforeName: known ? '上年同期' : null,
  };
}

/** Bars that are drawn and stand in no order. */
function fewNote(rows: readonly BoardRow[], unit: string): string[] {
  const few = rows.filter(({ value }) => value.is !== 'missing' && !standsInOrder(value, unit));
  return few.length === 0 ? [] : [`${few.length}期基数不足${FEWEST_FOR_ORDER}，比率一件之差就会变动很大，不比高低`];
}

async function placesPanel(one: Asked, comparing: Comparing): Promise<BoardPanel> {
  const { definition } = one;
  const { places, offices } = await orgsBelow(one);
  const before = comparing.before?.(one);
  const rows: BoardRow[] = [];
  const there: FigureOrg[] = [];
  for (const place of places) {
    const value = await plainValue(one, one.period, place);
    // Of one that was no more only what it left behind.
    if (value.is === 'missing' && place.to !== null && place.to < one.period.from) continue;
    there.push(place);
    const row = rowOf(one, place.id, place.name, value, { org: place.id });
    rows.push(before === undefined ? row : withBefore(one, row, place.name, await plainValue(one, before, place)));
  }
  const others: BoardRow[] = [];
  // Of returns an organ's own figure is that of its whole place, not a part of it.
  if (definition.source.from === 'records') {
    const own = await plainValue({ ...one, own: true }, one.period);
    others.push(rowOf(one, one.org.id, `${one.org.name}本级`, own, { own: '1' }));
    for (const office of offices) {
      const value = await plainValue(one, one.period, office);
      if (value.is !== 'missing' && heightOf(value, definition.unit) !== 0)
        others.push(rowOf(one, office.id, office.name, value, { org: office.id }));
    }
  }
  const ordered = ranked(rows, definition);
  const { value: total, unknown, collected } = await valueAt(one, one.period);
  const note = noteOf(ordered);
  const known = ordered.some((row) => row.before?.height != null);
  return {
    ...framed(one, 'places', '地区'),
    finding: placesFinding(definition, ordered),
    // A list of places that all have nothing says no more than its note.
    rows: known
      ? ordered
      : ordered.some(({ height }) => height !== null)
        ? ordered.map((row) => ({ ...row, before: null }))
        : [],
    others: others.filter(({ value }) => value.is !== 'missing'),
    total: total.is === 'missing' ? null : textOf(total, definition.unit),
    notes: [
      ...(note === null ? [] : [note]),
      ...(ordered.some(({ height }) => height !== null) ? partOfPeriodNote(there, one) : []),
      ...sumNote(one, ordered, total),
      ...(unknown === undefined ? [] : await amendmentNotes(one, collected, true)),
    ],
    beforeName: known && before !== undefined ? daysWords(before) : null,
  };
}

const NOTHING_DIVIDED: FigureByField = { head: '分项', groups: [], several: false };

async function fieldPanel(one: Asked, by: string): Promise<BoardPanel> {
  // Of a year before the first formula there are no records to be told apart.
  const divided = versionOf(one.definition, one.period) === undefined ? NOTHING_DIVIDED : await figureByField(one, by);
  if (divided === undefined) throw new Error(`${one.definition.code} is not divided by ${by}`);
  const rows = divided.groups.map(({ key, label, value }) => rowOf(one, key, label, value, { by, is: key }));
  const total = await plainValue(one, one.period);
  return {
    ...framed(one, 'field', divided.head),
    finding: fieldFinding(one.definition, divided.head, rows),
    rows: rows.slice(0, BARS),
    others: rows.slice(BARS),
    total: total.is === 'missing' ? null : textOf(total, one.definition.unit),
    notes: divided.several ? [`一件可以有几项${divided.head}，各计一次，合计不等于件数`] : [],
    beforeName: null,
  };
}

function framed(
  one: Asked,
  kind: BoardPanel['kind'],
  head: string,
): Pick<BoardPanel, 'kind' | 'code' | 'name' | 'unit' | 'head' | 'caption'> {
  const { definition } = one;
  const version = versionOf(definition, one.period);
  const base = version?.base;
  return {
    kind,
    code: definition.code,
    name: definition.name,
    unit: definition.unit,
    head,
    caption: `单位：${definition.unit}。来源：${definition.source.from === 'records' ? '平台记录' : '填报'}。口径：${version?.counted ?? definition.counted}${base ? `；基数：${base}` : ''}。`,
  };
}

/** Places of another region below, and the offices of the organ itself; also those that left cases behind. */
async function orgsBelow({ client, org, period }: Asked): Promise<{ places: FigureOrg[]; offices: FigureOrg[] }> {
  const { rows } = await client.query<FigureOrg & { readonly place: boolean }>(
    `select c.id, case when c.region <> o.region then coalesce(r.name, c.name) else c.name end as name, c.path::text as path, c.valid_from::text as from, c.valid_to::text as to, c.region <> o.region as place
     from org o join org c on c.parent = o.id left join region r on r.code = c.region and c.kind = 'government'
     where o.id = $1 and c.valid_from <= $2::date order by c.region, c.id`,
    [org.id, period.to],
  );
  return { places: rows.filter(({ place }) => place), offices: rows.filter(({ place }) => !place) };
}
