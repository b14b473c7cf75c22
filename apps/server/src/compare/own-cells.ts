import { decimalText, type Measured, parsePeriod, periodWords, RATE_OF } from '@fadu/indicator';
import { catalogue, speaksForGovernment } from '@fadu/lines';
import { type CompareColumn, type IndicatorFigure, LEVEL_WORDS } from '@fadu/wire';
import { EVERYTHING, type Scope } from '../access/scope.js';
import type { Official } from '../api/session.js';
import { indicatorFigure } from '../indicators/figure.js';
import type { Platform } from '../matters/execute.js';
import type { Regions } from '../reading/describe.js';
import { indicatorName } from '../reading/rows.js';
import { sumsFor } from '../reports/sums.js';
import { type Found, nothing, unitKind } from './cell.js';

/** An organization of the platform in a period. */
export interface OwnColumn {
  readonly column: CompareColumn;
  readonly level: string | null;
  readonly org: string;
  readonly department: boolean;
  readonly scope: Scope;
}

/**
 * An organization and a period as a column; a sentence when it is none. Whoever writes the report of a unit sees its sums;
 * a justice department speaks for its government.
 */
export function ownColumn(
  platform: Platform,
  viewer: Official,
  regions: Regions,
  id: string,
  period: string,
): OwnColumn | string {
  const org = platform.directory.findOrg(id);
  const days = parsePeriod(period);
  if (!org) return `没有机构“${id}”。`;
  if (!days) return `“${period}”不是期间，写2023、2023H1、2023Q2或者2023-03。`;
  const speaks = viewer.actor.posts.some((post) => {
    const own = platform.directory.findOrg(post.org);
    return own?.parent === org.id && speaksForGovernment(own.name) && sumsFor(platform, viewer, own.id) === EVERYTHING;
  });
  const region = regions.placeOf(org.region);
  const place = region?.name ?? org.name;
  const department = org.kind !== 'government';
  return {
    column: {
      key: `${id}@${period}`,
      object: id,
      period,
      place: department ? org.name : place,
      title: `${org.name}（本平台）`,
      periodWords: periodWords(days),
      source: 'platform',
    },
    level: region ? LEVEL_WORDS[region.level] : null,
    org: org.id,
    department,
    scope: speaks ? EVERYTHING : (sumsFor(platform, viewer, org.id) ?? viewer.scope),
  };
}

/** What the platform counts or was told of an indicator there and then. */
export async function ownCell(platform: Platform, own: OwnColumn, code: string): Promise<Found> {
  const { column, org, scope } = own;
  const asked = await indicatorFigure(platform, scope, { code, org, period: column.period, upTo: 'watermark' });
  if (!asked.ok) return nothing(asked.error.message);
  const figure = asked.value;
  const { value, source } = figure;
  if (value.is === 'missing') return { ...nothing(figure.text, source), notes: figure.notes };
  const approx = source === 'returns' ? (figure.collected?.approx ?? 'exact') : 'exact';
  return {
    text: figure.text,
    value: numberOf(figure),
    measured: measuredOf(own, figure),
    base:
      value.is === 'ratio' && figure.unit === '%'
        ? `${value.numerator}/${value.denominator}${figure.base ? `，${figure.base}` : ''}`
        : null,
    source,
    unchecked: 0,
    n: null,
    notes: figure.notes,
    rounded: approx !== 'exact',
  };
}

const units: ReadonlyMap<string, string> = new Map(catalogue.map(({ code, unit }) => [code, unit]));

function measuredOf({ column, department, level }: OwnColumn, figure: IndicatorFigure): Measured {
  const below = RATE_OF[figure.code]?.denominator ?? null;
  const limited = figure.notes.find((note) => note.startsWith('只统计'));
  const unit = units.get(figure.code) ?? figure.unit;
  return {
    label: `${column.place}${column.periodWords}`,
    code: figure.code,
    measure: figure.name,
    unit,
    unitKind: unitKind(unit),
    place: column.place,
    level,
    // What is there on a day has no length.
    from: figure.kind === 'stock' ? figure.period.to : figure.period.from,
    to: figure.period.to,
    // What a department reports stands for its place; what it handles itself does not.
    extent: limited
      ? { is: 'part', words: '本岗位可以查看的案件' }
      : department && figure.source === 'records'
        ? { is: 'part', words: figure.org.name }
        : { is: 'whole' },
    base: below === null ? null : { code: below, words: indicatorName(below) ?? below },
    version: figure.version,
  };
}

/** In the unit of the catalogue: money in yuan, rates in percent. */
function numberOf({ value, unit }: IndicatorFigure): number | null {
  switch (value.is) {
    case 'count':
      return value.count;
    case 'money':
      return value.fen / 100;
    case 'ratio':
      return Number(decimalText(value.numerator, value.denominator, unit === '%' ? 100 : 1, 2));
    case 'missing':
      return null;
  }
}
