import type { JsonObject } from '@fadu/kernel';
import { type FieldSpec, type Fields, isBlank, type LineDescription } from '@fadu/procedure';

type ListSpec = Extract<FieldSpec, { kind: 'list' }>;

export interface ListPart {
  readonly key: string;
  readonly spec: ListSpec;
  readonly items: readonly JsonObject[];
}

export interface Sections {
  /** Single values. */
  readonly overview: Fields;
  /** Lists of people and bodies. */
  readonly parties: readonly ListPart[];
  readonly groups: readonly { readonly key: string; readonly spec: FieldSpec; readonly value: JsonObject }[];
  /** Lists of things that prove something. */
  readonly evidence: readonly ListPart[];
  readonly records: readonly ListPart[];
}

/** Fields that only people and bodies have. */
const PEOPLE = ['personName', 'idNumber', 'creditCode', 'phone', 'organization'];

/** Sorts what a matter holds into the sections of its page, by the kinds of its fields alone. */
export function sectionsOf(line: Pick<LineDescription, 'fields'>, data: JsonObject): Sections {
  const overview: Record<string, FieldSpec> = {};
  const groups: Sections['groups'][number][] = [];
  const parties: ListPart[] = [];
  const evidence: ListPart[] = [];
  const records: ListPart[] = [];
  for (const [key, spec] of Object.entries(line.fields)) {
    const value = data[key];
    if (isBlank(value)) continue;
    if (spec.kind === 'group') groups.push({ key, spec, value: value as JsonObject });
    else if (spec.kind === 'list') {
      const part = { key, spec, items: value as JsonObject[] };
      if (isEvidence(spec)) evidence.push(part);
      else if (isParties(spec)) parties.push(part);
      else records.push(part);
    } else overview[key] = spec;
  }
  return { overview, parties, groups, evidence, records };
}

const isEvidence = (spec: ListSpec): boolean => 'proves' in spec.of;

/** People and bodies have what nothing else has, and little happens in such a list: no days. */
const isParties = (spec: ListSpec): boolean => {
  const kinds = Object.values(spec.of).map((one) => one.kind);
  return !kinds.includes('date') && kinds.some((kind) => PEOPLE.includes(kind));
};

export const countOf = (parts: readonly ListPart[]): number => parts.reduce((sum, part) => sum + part.items.length, 0);
