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

export const isSealed = (value: Json | undefined): value is Json & Sealed => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { $sealed, mask } = value as JsonObject;
  return typeof $sealed === 'string' && typeof mask === 'string';
};

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
/** `[…{field}…]`: words that vanish with what they name. */
const OPTIONAL = /\[([^[\]]*\{[^[\]]*)\]/g;

/** What a missing value leaves on paper: the blank of a form, to be filled in by hand. */
const BLANK = '　　　';

/**
 * Fills the placeholders. `[，法定代表人：{legalRep}]` is said only when all it names is there. A missing value takes its
 * brackets （） and its own sentence with it; within a sentence it prints as the blank of a paper form, so that it is
 * seen before the paper is signed. Nothing ever prints as an empty label.
 */
export const fill = (template: string, merge: Merge): string =>
  template
    .replace(OPTIONAL, (_, part: string) => (placesOf(part).every((name) => textOf(name, merge) !== '') ? part : ''))
    .replace(PLACE, (_, name: string) => textOf(name, merge) || '\u0000')
    .replace(/（\u0000）|(?<=^|[。；\n])\u0000(?:[。；]|$)?/g, '')
    .replaceAll('\u0000', BLANK);

/** True when the words name fields and none of them has a value: the paragraph would say nothing. */
const isHollow = (template: string, merge: Merge): boolean => {
  const places = placesOf(template);
  return places.length > 0 && places.every((name) => textOf(name, merge) === '');
};

/** Fills a title for screens: missing values vanish. */
export const fillTitle = (template: string, merge: Merge): string =>
  partsOf(template)
    .map((part, index) => (index % 2 === 0 ? part : textOf(part, merge)))
    .join('');

const cut = new Map<string, readonly string[]>();

/** A title cut at its places: words and names in turn. Every step writes one, and a line has few. */
function partsOf(template: string): readonly string[] {
  const parts = cut.get(template) ?? template.split(PLACE);
  cut.set(template, parts);
  return parts;
}

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
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'table'; readonly head: string[]; readonly rows: string[][] }
  | { readonly kind: 'sheet'; readonly rows: (readonly (readonly [string, string])[])[] };

/**
 * The body of a document with everything filled in. Left out: paragraphs whose condition does not hold or whose fields
 * are all missing, tables without rows, and headings with nothing below them.
 */
export function mergeDocument(template: DocumentTemplate, merge: Merge): MergedBlock[] {
  const blocks = template.paragraphs.flatMap((paragraph): MergedBlock[] => {
    if (typeof paragraph === 'string' || 'when' in paragraph) {
      const words = typeof paragraph === 'string' ? paragraph : paragraph.text;
      if (typeof paragraph !== 'string' && !holds(paragraph.when, merge.data)) return [];
      return isHollow(words, merge) ? [] : [{ kind: 'paragraph', text: fill(words, merge) }];
    }
    if ('each' in paragraph) {
      const spec = specAt(merge.line.fields, paragraph.each);
      const items = valueAt(merge.data, paragraph.each);
      if (spec?.kind !== 'list' || !Array.isArray(items)) return [];
      const line = { ...merge.line, fields: spec.of };
      return items.flatMap((item): MergedBlock[] => {
        const own = { ...merge, line, data: item as JsonObject };
        return [
          ...(paragraph.heading === undefined ? [] : [headingOf(fill(paragraph.heading, own))]),
          ...blocksOf(fill(paragraph.text, own)),
        ];
      });
    }
    if ('heading' in paragraph) return [headingOf(fill(paragraph.heading, merge))];
    if ('sheet' in paragraph) {
      // A pair without a value is left out; a place to sign is the word {sign}.
      const rows = paragraph.sheet
        .map((pairs) =>
          pairs
            .filter(([, words]) => !isHollow(words, merge))
            .map(([label, words]) => [label, fill(words, merge)] as const),
        )
        .filter((pairs) => pairs.length > 0);
      return [{ kind: 'sheet', rows }];
    }
    return tableOf(paragraph, merge);
  });
  return blocks.filter((block, index) => block.kind !== 'heading' || !endsAt(block.level, blocks[index + 1]));
}

/** Text that a person wrote, a line a paragraph; a line that is but a number and a few words, （一）强化统筹, heads the next. */
export function blocksOf(text: string): MergedBlock[] {
  const lines = text.split('\n');
  const isHeading = (at: number): boolean => SUBHEADING.test(lines[at] ?? '');
  return lines.map(
    (line, at): MergedBlock =>
      isHeading(at) && at + 1 < lines.length && !isHeading(at + 1)
        ? headingOf(line)
        : { kind: 'paragraph', text: line },
  );
}

const SUBHEADING = /^（[一二三四五六七八九十]+）[^。；，：]{1,28}$/;

/** A heading is empty when what follows is nothing, or a heading of its own rank or above. */
const endsAt = (level: number, next: MergedBlock | undefined): boolean =>
  next === undefined || (next.kind === 'heading' && next.level <= level);

const headingOf = (text: string): MergedBlock => ({ kind: 'heading', level: levelOf(text), text });

/** 一、 first, （一） second, 1. third, （1） fourth (GB/T 9704—2012 7.3.3); a heading without a number is first. */
const levelOf = (heading: string): 1 | 2 | 3 | 4 => {
  if (/^（[一二三四五六七八九十]+）/.test(heading)) return 2;
  if (/^\d+[.．]/.test(heading)) return 3;
  return /^（\d+）/.test(heading) ? 4 : 1;
};

/** Columns in which no row has a value are left out. */
function tableOf(
  paragraph: { readonly table: string; readonly columns: readonly string[] },
  merge: Merge,
): MergedBlock[] {
  const spec = specAt(merge.line.fields, paragraph.table);
  const rows = valueAt(merge.data, paragraph.table);
  if (spec?.kind !== 'list' || !Array.isArray(rows) || rows.length === 0) return [];
  const columns = paragraph.columns.filter((key) => rows.some((row) => !isBlank((row as JsonObject)[key])));
  return [
    {
      kind: 'table',
      head: ['序号', ...columns.map((key) => spec.of[key]?.label ?? key)],
      rows: rows.map((row, index) => [
        String(index + 1),
        ...columns.map((key) => printValue(spec.of[key], (row as JsonObject)[key], merge.nameOf)),
      ]),
    },
  ];
}

/** Names of all placeholders, for the check of definitions. */
export const placesOf = (template: string): string[] => [...template.matchAll(PLACE)].map((match) => match[1]!);

/** Everything in a template that may hold placeholders. */
export const wordsOf = (document: DocumentTemplate): string[] => [
  document.title,
  document.to ?? '',
  document.signer ?? '',
  ...(document.attachments ?? []),
  ...(document.copyTo ?? []),
  ...document.paragraphs.flatMap((part) => {
    if (typeof part === 'string') return [part];
    // The words of `each` name parts of an item.
    if ('each' in part) return placesOf(`${part.heading ?? ''}${part.text}`).map((name) => `{${part.each}.${name}}`);
    if ('text' in part) return [part.text];
    if ('heading' in part) return [part.heading];
    return 'sheet' in part ? part.sheet.flat().map(([, words]) => words) : [];
  }),
];
