import { type FieldSpec, type Fields, formOf, type Line } from '@fadu/procedure';

/** A column of the table: one value of the form, or of an item of one of its lists. */
export interface BulkColumn {
  /** `act.kind`; of a list's item `applicants.name`. */
  readonly path: string;
  /** Path of the list whose items it fills; null for a value of the matter itself. */
  readonly list: string | null;
  /** 行政行为·种类. */
  readonly header: string;
  readonly spec: FieldSpec;
  /** Always to be filled in; in a list, of every item that is there. */
  readonly required: boolean;
}

export interface BulkForm {
  readonly columns: readonly BulkColumn[];
  /** Labels of what every matter needs and a table cannot hold: files, other matters. With one of them, there is no table. */
  readonly lacking: readonly string[];
  /** Labels of what may be added after registering. */
  readonly leftOut: readonly string[];
}

/** The form of an opening action as columns, from the definition alone. */
export function bulkForm(line: Line, action: string): BulkForm {
  const columns: BulkColumn[] = [];
  const lacking: string[] = [];
  const leftOut: string[] = [];
  const walk = (
    fields: Fields,
    prefix: string,
    labels: readonly string[],
    list: string | null,
    always: boolean,
  ): void => {
    for (const [key, spec] of Object.entries(fields)) {
      const path = prefix + key;
      const header = [...labels, spec.label].join('·');
      const required = spec.optional !== true && spec.when === undefined && spec.kind !== 'bool';
      if (spec.kind === 'group') walk(spec.of, `${path}.`, [...labels, spec.label], list, always && required);
      else if (spec.kind === 'list' && list === null) walk(spec.of, `${path}.`, [...labels, spec.label], path, false);
      else if (spec.kind === 'files' || spec.kind === 'matter' || spec.kind === 'list')
        (required && always ? lacking : leftOut).push(header);
      else columns.push({ path, list, header, spec, required: required && (list !== null || always) });
    }
  };
  walk(formOf(line, line.actions[action]!), '', [], null, true);
  return { columns, lacking, leftOut };
}
