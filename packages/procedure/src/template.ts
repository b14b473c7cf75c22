import { chineseDate, type Json, type JsonObject, type PlainDate } from '@fadu/kernel';
import { holds, isBlank, valueAt } from './condition.js';
import type { FieldSpec, Fields } from './field.js';
import type { DocumentTemplate, Line } from './line.js';
import type { ClockState } from './matter.js';

/** Personal data as it stands in a record: a salted digest and what may be shown. */
export interface Sealed {
  readonly $sealed: string;
  readonly mask: string;
}

export const isSealed = (value: Json | undefined): value is Json & Sealed =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && '$sealed' in value;

/** What the words of a title or a document may name. */
export interface Merge {
  readonly line: Line;
  readonly data: JsonObject;
  readonly clocks: Readonly<Record<string, ClockState>>;
  /** Names of organizations, persons and matters by id. */
  readonly nameOf: (id: string) => string;
  /** `{organ}`, `{number}`, `{docNumber}`, `{today}` … */
  readonly words: Readonly<Record<string, string>>;
}

const PLACE = /\{([^{}]+)\}/g;

/** Fills the placeholders. A missing value prints as `　　　`, the blank of a paper form, never as an empty gap. */
export const fill = (template: string, merge: Merge): string =>
  template.replace(PLACE, (_, name: string) => textOf(name, merge) || '　　　');

/** Fills a title for screens: missing values vanish. */
export const fillTitle = (template: string, merge: Merge): string =>
  template.replace(PLACE, (_, name: string) => textOf(name, merge));

function textOf(name: string, merge: Merge): string {
  const word = merge.words[name];
  if (word !== undefined) return word;
  if (name.startsWith('due:')) {
    const clock = merge.clocks[name.slice(4)];
    return clock ? chineseDate(clock.legalDue) : '';
  }
  const value = valueAt(merge.data, name) ?? inList(merge.data, name);
  return printValue(specAt(merge.line.fields, name), value, merge.nameOf);
}

/** `applicants.name`: the values of one part over all items of a list. */
function inList(data: JsonObject, path: string): Json | undefined {
  const [head, ...rest] = path.split('.');
  const list = data[head!];
  if (!Array.isArray(list) || rest.length === 0) return undefined;
  return list.map((item) => valueAt(item as JsonObject, rest.join('.')) ?? '').filter((value) => value !== '');
}

/** The field at `act.docNumber`; undefined when there is none. */
export function specAt(fields: Fields, path: string): FieldSpec | undefined {
  const [head, ...rest] = path.split('.').filter((part) => !/^\d+$/.test(part));
  const spec = fields[head!];
  if (!spec || rest.length === 0) return spec;
  return spec.kind === 'group' || spec.kind === 'list' ? specAt(spec.of, rest.join('.')) : undefined;
}

/** A value as people read it: choices by their words, dates as 2024年10月9日, amounts in yuan, lists joined with 、. */
export function printValue(
  spec: FieldSpec | undefined,
  value: Json | undefined,
  nameOf: (id: string) => string,
): string {
  if (isBlank(value)) return '';
  if (isSealed(value)) return value.mask;
  if (!spec) return Array.isArray(value) ? value.map(String).join('、') : String(value);
  switch (spec.kind) {
    case 'date':
      return chineseDate(value as PlainDate);
    case 'money':
      return yuan(value as number);
    case 'bool':
      return value === true ? '是' : '否';
    case 'choice':
      return spec.options[String(value)] ?? String(value);
    case 'choices':
      return (value as string[]).map((one) => spec.options[one] ?? one).join('、');
    case 'organization':
    case 'matter':
      return nameOf(String(value));
    case 'persons':
    case 'files':
      return (value as string[]).map(nameOf).join('、');
    case 'list':
      return (value as JsonObject[]).map((item) => printItem(spec.of, item, nameOf)).join('、');
    case 'group':
      return printItem(spec.of, value as JsonObject, nameOf);
    default:
      return Array.isArray(value) ? value.map(String).join('、') : String(value);
  }
}

/** An item of a list goes by its name, else by its first text. */
function printItem(of: Fields, item: JsonObject, nameOf: (id: string) => string): string {
  const key = 'name' in of ? 'name' : Object.keys(of).find((one) => !isBlank(item[one]));
  return key === undefined ? '' : printValue(of[key], item[key], nameOf);
}

/** 50,000.00 from fen, without going through floating point. */
export function yuan(fen: number): string {
  const whole = Math.floor(fen / 100);
  const part = fen % 100;
  return `${String(whole).replace(/\B(?=(\d{3})+(?!\d))/g, ',')}${part === 0 ? '' : `.${String(part).padStart(2, '0')}`}元`;
}

/** A block of a document after merging. */
export type MergedBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 1; readonly text: string }
  | { readonly kind: 'table'; readonly head: string[]; readonly rows: string[][] };

/** The body of a document with everything filled in; paragraphs whose condition does not hold are left out. */
export function mergeDocument(template: DocumentTemplate, merge: Merge): MergedBlock[] {
  return template.paragraphs.flatMap((paragraph): MergedBlock[] => {
    if (typeof paragraph === 'string') return [{ kind: 'paragraph', text: fill(paragraph, merge) }];
    if ('when' in paragraph)
      return holds(paragraph.when, merge.data) ? [{ kind: 'paragraph', text: fill(paragraph.text, merge) }] : [];
    if ('heading' in paragraph) return [{ kind: 'heading', level: 1, text: fill(paragraph.heading, merge) }];
    const spec = specAt(merge.line.fields, paragraph.table);
    const rows = merge.data[paragraph.table];
    if (spec?.kind !== 'list' || !Array.isArray(rows) || rows.length === 0) return [];
    return [
      {
        kind: 'table',
        head: ['序号', ...paragraph.columns.map((key) => spec.of[key]?.label ?? key)],
        rows: rows.map((row, index) => [
          String(index + 1),
          ...paragraph.columns.map((key) => printValue(spec.of[key], (row as JsonObject)[key], merge.nameOf)),
        ]),
      },
    ];
  });
}

/** Names of all placeholders, for the check of definitions. */
export const placesOf = (template: string): string[] => [...template.matchAll(PLACE)].map((match) => match[1]!);
