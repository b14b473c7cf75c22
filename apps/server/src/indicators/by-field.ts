import { countOf, dividesBy, type FormulaVersion, moneyOf, ratioOf, selectionsOf } from '@fadu/indicator';
import { type FieldSpec, specAt } from '@fadu/procedure';
import type { FigureByField, IndicatorRow } from '@fadu/wire';
import type { ByKey, FoundRecord, Keys, Page } from './counting.js';
import { type Asked, namedRows } from './figure.js';
import { countedOf, versionOf } from './figure-value.js';

/** The field, where records behind the figure can be told apart by it; undefined where they cannot. */
function dividingField(
  one: Asked,
  by: string,
): { readonly spec: FieldSpec; readonly version: FormulaVersion } | undefined {
  const version = versionOf(one.definition, one.period);
  const line = version && one.platform.lineOf(selectionsOf(version.formula)[0]!.line);
  const spec = line && specAt(line.fields, by);
  return spec && dividesBy(spec) && version.formula.kind !== 'days' ? { spec, version } : undefined;
}

/** A figure divided by a field of the records behind it, the largest part first; undefined where it cannot be. */
export async function figureByField(one: Asked, by: string): Promise<FigureByField | undefined> {
  const field = dividingField(one, by);
  if (field === undefined) return undefined;
  const { spec, version } = field;
  const found =
    (await one.counting.byField(one.client, countedOf(one, version), by, keysOf(spec))) ??
    (await fromMatters(one, version, by));
  const size = ({ numerator, denominator }: ByKey): number => Number(denominator ?? numerator);
  const groups = found.toSorted((a, b) => size(b) - size(a) || (a.key < b.key ? -1 : 1));
  return {
    head: spec.label,
    groups: groups.map(({ key, numerator, denominator }) => ({
      key,
      label: labelOf(one, spec, key),
      value:
        denominator !== null
          ? ratioOf(Number(numerator), Number(denominator))
          : one.definition.kind === 'money'
            ? moneyOf(Number(numerator))
            : countOf(Number(numerator)),
    })),
    several: spec.kind === 'choices',
  };
}

/** A page of the records behind a figure that have one value of a field; undefined where it is not divided by it. */
export async function rowsByField(
  one: Asked,
  by: string,
  is: string,
  page: Page,
): Promise<readonly IndicatorRow[] | undefined> {
  const field = dividingField(one, by);
  if (field === undefined) return undefined;
  const { version } = field;
  const records =
    (await one.counting.recordsOf(one.client, countedOf(one, version), { field: by, key: is }, page)) ??
    (await recordsFromMatters(one, version, by, is, page));
  return namedRows(one, records);
}

const keysOf = (spec: FieldSpec): Keys =>
  spec.kind === 'choice' || spec.kind === 'choices'
    ? Object.keys(spec.options)
    : spec.kind === 'bool'
      ? ['true', 'false']
      : 'organizations';

async function fromMatters(one: Asked, version: FormulaVersion, by: string): Promise<readonly ByKey[]> {
  const { text, values } = await joined(one, version, by);
  const { kind } = version.formula;
  const sides =
    kind === 'ratio' || kind === 'cohort'
      ? ['count(*) filter (where counted)', 'count(*) filter (where base)']
      : [kind === 'sum' ? 'coalesce(sum(amount), 0)::bigint' : 'count(*)', 'null::bigint'];
  const { rows } = await one.client.query<ByKey>(
    `select key, ${sides[0]} as numerator, ${sides[1]} as denominator from (${text}) as divided group by key`,
    values,
  );
  return rows;
}

async function recordsFromMatters(
  one: Asked,
  version: FormulaVersion,
  by: string,
  is: string,
  page: Page,
): Promise<readonly FoundRecord[]> {
  const { text, values } = await joined(one, version, by);
  const { rows } = await one.client.query<FoundRecord>(
    `select * from (${text}) as d where d.key = $${values.push(is)} order by base desc, on_day, matter, item
     offset ${Math.trunc(page.from)} limit ${Math.trunc(page.count)}`,
    values,
  );
  return rows;
}

/** 行政行为类别：行政处罚 */
export function fieldWords(one: Asked, by: string, is: string): string | undefined {
  const field = dividingField(one, by);
  return field && `${field.spec.label}：${labelOf(one, field.spec, is)}`;
}

/** The records behind the figure, each with its value of the field; a list of values gives a row each. */
async function joined(one: Asked, version: FormulaVersion, by: string): Promise<{ text: string; values: unknown[] }> {
  const rows = await one.counting.recordsText(one.client, countedOf(one, version));
  const values: unknown[] = [...rows.values];
  // Taken out once for each record: every look into the data of a matter unpacks all of it ("offset 0" keeps it so).
  return {
    text: `select r.*, e.key from (${rows.text}) as r join matter m on m.region = r.region and m.id = r.matter
      cross join lateral (select m.data #> $${values.push(by.split('.'))}::text[] as value offset 0) as f cross join lateral fadu_keys(f.value) as e(key)`,
    values,
  };
}

function labelOf({ platform }: Asked, spec: FieldSpec, key: string): string {
  if (key === '') return '没有填写';
  switch (spec.kind) {
    case 'choice':
    case 'choices':
      return (spec.options as Readonly<Record<string, string>>)[key] ?? key;
    case 'bool':
      return key === 'true' ? '是' : '否';
    default:
      return platform.directory.nameOf(key);
  }
}
