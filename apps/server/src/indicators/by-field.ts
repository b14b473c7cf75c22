import { countOf, dividesBy, type FormulaVersion, moneyOf, ratioOf, selectionsOf, type Value } from '@fadu/indicator';
import { type FieldSpec, specAt } from '@fadu/procedure';
import type { FigureByField, IndicatorRow } from '@fadu/wire';
import { type Asked, versionOf } from './figure.js';

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

/** A figure divided by a field of the records behind it; undefined where it cannot be. */
export async function figureByField(one: Asked, by: string): Promise<FigureByField | undefined> {
  const field = dividingField(one, by);
  if (field === undefined) return undefined;
  const { text, values } = await joined(one, field.version, by);
  const { rows } = await one.client.query<{ key: string; n: string; counted: string; base: string; amount: string }>(
    `select key, count(*) as n, count(*) filter (where counted) as counted, count(*) filter (where base) as base,
       coalesce(sum(amount), 0)::bigint as amount from (${text}) as divided group by key order by n desc, key`,
    values,
  );
  const { kind } = field.version.formula;
  const measured = (row: (typeof rows)[number]): Value =>
    kind === 'ratio' || kind === 'cohort'
      ? ratioOf(Number(row.counted), Number(row.base))
      : kind === 'sum'
        ? moneyOf(Number(row.amount))
        : countOf(Number(row.n));
  return {
    head: field.spec.label,
    groups: rows.map((row) => ({ key: row.key, label: labelOf(one, field.spec, row.key), value: measured(row) })),
    several: field.spec.kind === 'choices',
  };
}

/** A page of the records behind a figure that have one value of a field; undefined where it is not divided by it. */
export async function rowsByField(
  one: Asked,
  by: string,
  is: string,
  page: { readonly from: number; readonly count: number },
): Promise<readonly IndicatorRow[] | undefined> {
  const field = dividingField(one, by);
  if (field === undefined) return undefined;
  const { text, values } = await joined(one, field.version, by);
  const { rows } = await one.client.query(
    `select d.matter, m.number, m.receipt, m.title, d.on_day as on, d.counted, d.base, d.amount
     from (${text}) as d join matter m on m.region = d.region and m.id = d.matter
     where d.key = $${values.push(is)} order by d.on_day, d.matter offset ${Math.trunc(page.from)} limit ${Math.trunc(page.count)}`,
    values,
  );
  return rows.map((row) => ({ ...row, amount: row.amount === null ? null : Number(row.amount) }));
}

/** 行政行为类别：行政处罚 */
export function fieldWords(one: Asked, by: string, is: string): string | undefined {
  const field = dividingField(one, by);
  return field && `${field.spec.label}：${labelOf(one, field.spec, is)}`;
}

/** The records behind the figure, each with its value of the field; a list of values gives a row each. */
async function joined(one: Asked, version: FormulaVersion, by: string): Promise<{ text: string; values: unknown[] }> {
  const rows = await one.counting.recordsText(one.client, {
    code: one.definition.code,
    version,
    variant: 'main',
    period: one.period,
    within: one.own ? { organ: one.org.id } : { path: one.org.path },
  });
  const values: unknown[] = [...rows.values];
  // Taken out once for each record: every look into the data of a matter unpacks all of it ("offset 0" keeps it so).
  return {
    text: `select r.*, coalesce(e.key, '') as key from (${rows.text}) as r join matter m on m.region = r.region and m.id = r.matter
      cross join lateral (select m.data #> $${values.push(by.split('.'))}::text[] as value offset 0) as f
      cross join lateral jsonb_array_elements_text(
        case when jsonb_typeof(f.value) = 'array' and jsonb_array_length(f.value) > 0 then f.value
             when jsonb_typeof(f.value) = 'array' then '[null]'::jsonb else jsonb_build_array(f.value) end) as e(key)`,
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
