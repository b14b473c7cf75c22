import type { FieldSpec, Fields, Line } from '@fadu/procedure';
import { clockOf } from './clock-field.js';
import { type Formula, type Formulas, type Selection, selectionsOf, type Where } from './formula.js';

/** What formulas name and their lines do not have: an unknown line, action or field. Run when the platform starts. */
export function checkFormulas(formulas: Formulas, lines: readonly Line[]): string[] {
  const faults: string[] = [];
  for (const [code, versions] of Object.entries(formulas)) {
    versions.forEach((version, index) => {
      const earlier = versions[index - 1];
      if (earlier !== undefined && (version.version <= earlier.version || version.from <= earlier.from))
        faults.push(`${code}: versions are not in order`);
      for (const formula of [version.formula, ...(version.also === undefined ? [] : [version.also.formula])])
        for (const fault of formulaFaults(formula, lines)) faults.push(`${code}: ${fault}`);
    });
  }
  return faults;
}

function formulaFaults(formula: Formula, lines: readonly Line[]): string[] {
  const faults = selectionsOf(formula).flatMap((selection) => selectionFaults(selection, lines));
  const line = lines.find(({ code }) => code === selectionsOf(formula)[0]!.line);
  const named: string[] =
    formula.kind === 'sum'
      ? [formula.amount]
      : formula.kind === 'stock'
        ? [formula.until]
        : formula.kind === 'days'
          ? [formula.from, formula.to]
          : formula.kind === 'cohort'
            ? formula.where.flatMap(fieldsOf)
            : [];
  return [...faults, ...named.flatMap((field) => faultOf(line, line?.fields ?? {}, field))];
}

function selectionFaults(selection: Selection, lines: readonly Line[]): string[] {
  const line = lines.find((one) => one.code === selection.line);
  if (line === undefined) return [`no line ${selection.line}`];
  const { day, where = [] } = selection;
  const faults: string[] = [];
  let fields: Fields = line.fields;
  const days = 'field' in day ? [day.field] : 'during' in day ? [day.during, day.until] : [];
  for (const field of days) faults.push(...faultOf(line, fields, field));
  if ('actions' in day)
    for (const action of day.actions) if (!Object.hasOwn(line.actions, action)) faults.push(`no action ${action}`);
  if ('list' in day) {
    const list = fields[day.list];
    const item = list === undefined ? undefined : itemOf(list);
    if (item === undefined) return [...faults, `no list ${day.list}`];
    fields = item;
    for (const part of [day.on, ...day.key]) if (!has(item, part)) faults.push(`no field ${day.list}.${part}`);
  }
  // An item has no clocks of its own.
  const clocked = 'list' in day ? undefined : line;
  for (const field of where.flatMap(fieldsOf)) faults.push(...faultOf(clocked, fields, field));
  return faults;
}

/** What is wrong with the name of a field, or of a part of a clock of the line. */
function faultOf(line: Line | undefined, fields: Fields, field: string): string[] {
  const clock = clockOf(field);
  if (clock === undefined) return has(fields, field) ? [] : [`no field ${field}`];
  return clock.codes.flatMap((code) => (line && Object.hasOwn(line.clocks, code) ? [] : [`no clock ${code}`]));
}

function fieldsOf(where: Where): string[] {
  if ('any' in where) return where.any.flatMap(fieldsOf);
  return 'notAfter' in where ? [where.field, where.notAfter] : [where.field];
}

const itemOf = (field: FieldSpec): Fields | undefined => (field.kind === 'list' ? field.of : undefined);

/** `act.madeOn` of a group, `outcome.0.code` of a list. */
function has(fields: Fields, path: string): boolean {
  const [name, ...rest] = path.split('.');
  const field = Object.hasOwn(fields, name!) ? fields[name!] : undefined;
  if (field === undefined) return false;
  if (rest.length === 0) return true;
  if (field.kind === 'group') return has(field.of, rest.join('.'));
  if (field.kind === 'choices') return rest.length === 1 && /^\d+$/.test(rest[0]!);
  return field.kind === 'list' && /^\d+$/.test(rest[0]!) && has(field.of, rest.slice(1).join('.'));
}
