import type { Bases } from './bases.js';
import type { Condition } from './condition.js';

/** How a value that identifies a person is shown before it is revealed. */
export type Mask = 'name' | 'idNumber' | 'phone' | 'text';

interface FieldBase {
  readonly label: string;
  /** One sentence under the label. */
  readonly hint?: string;
  /** Fields are required unless said otherwise; a field whose `when` does not hold is neither asked nor kept. */
  readonly optional?: boolean;
  readonly when?: Condition;
  /** A guard of the step asks for it where it is needed and says why: though `optional`, it is not called 选填. */
  readonly judged?: true;
  /** Judged by officials: a citizen is neither asked nor may send it. */
  readonly official?: true;
  /** Personal data: encrypted at rest, masked on screen, a salted digest in the ledger. */
  readonly sensitive?: Mask;
  /** Counted among the words by which a matter is found. */
  readonly search?: boolean;
  readonly basis?: Bases;
}

export type FieldSpec = FieldBase &
  (
    | { readonly kind: 'text'; readonly max: number; readonly multiline?: boolean }
    | { readonly kind: 'choice' | 'choices'; readonly options: Readonly<Record<string, string>> }
    /** `past`: a thing done, never in the future. */
    | { readonly kind: 'date'; readonly past?: boolean }
    | { readonly kind: 'integer'; readonly min?: number; readonly max?: number; readonly unit?: string }
    /** Fen, a whole number ≥ 0. */
    | { readonly kind: 'money' }
    | { readonly kind: 'bool' }
    | { readonly kind: 'personName' | 'idNumber' | 'creditCode' | 'phone' | 'docNumber' | 'courtCaseNumber' }
    /** An organization of the tree, by id. */
    | { readonly kind: 'organization' }
    /** Persons who hold `post` at the matter's organ, by id. */
    | { readonly kind: 'persons'; readonly post: string; readonly min?: number; readonly max?: number }
    | { readonly kind: 'files'; readonly min?: number; readonly max?: number }
    /** Another matter of that line, by id. */
    | { readonly kind: 'matter'; readonly line: string }
    | { readonly kind: 'group'; readonly of: Fields }
    | {
        readonly kind: 'list';
        readonly of: Fields;
        readonly itemName: string;
        readonly min?: number;
        readonly max?: number;
      }
  );

/** Whether it may be left blank whatever else is entered: 选填. */
export const isFree = ({ optional, judged }: FieldSpec): boolean => optional === true && judged !== true;

export type Fields = { readonly [key: string]: FieldSpec };

/** What of a form a citizen is asked: everything but what officials judge, inside groups and lists too. */
export const publicFields = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, spec]) => !spec.official)
      .map(([key, spec]) => [
        key,
        spec.kind === 'group' || spec.kind === 'list' ? { ...spec, of: publicFields(spec.of) } : spec,
      ]),
  );

type Options = Omit<FieldBase, 'label'>;

export const text = (label: string, max: number, more: Options & { multiline?: boolean } = {}) =>
  ({ kind: 'text', label, max, ...more }) as const satisfies FieldSpec;
export const choice = <const O extends Record<string, string>>(label: string, options: O, more: Options = {}) =>
  ({ kind: 'choice', label, options, ...more }) as const satisfies FieldSpec;
export const choices = <const O extends Record<string, string>>(label: string, options: O, more: Options = {}) =>
  ({ kind: 'choices', label, options, ...more }) as const satisfies FieldSpec;
/** A day that may lie in the future: a hearing, a term. */
export const day = (label: string, more: Options = {}) =>
  ({ kind: 'date', label, ...more }) as const satisfies FieldSpec;
/** A day on which something was done. */
export const pastDay = (label: string, more: Options = {}) =>
  ({ kind: 'date', past: true, label, ...more }) as const satisfies FieldSpec;
export const integer = (label: string, more: Options & { min?: number; max?: number; unit?: string } = {}) =>
  ({ kind: 'integer', label, ...more }) as const satisfies FieldSpec;
export const money = (label: string, more: Options = {}) =>
  ({ kind: 'money', label, ...more }) as const satisfies FieldSpec;
export const bool = (label: string, more: Options = {}) =>
  ({ kind: 'bool', label, ...more }) as const satisfies FieldSpec;
export const personName = (label: string, more: Options = {}) =>
  ({ kind: 'personName', label, ...more }) as const satisfies FieldSpec;
export const idNumber = (label: string, more: Options = {}) =>
  ({ kind: 'idNumber', label, sensitive: 'idNumber', ...more }) as const satisfies FieldSpec;
export const creditCode = (label: string, more: Options = {}) =>
  ({ kind: 'creditCode', label, ...more }) as const satisfies FieldSpec;
export const phone = (label: string, more: Options = {}) =>
  ({ kind: 'phone', label, sensitive: 'phone', ...more }) as const satisfies FieldSpec;
export const docNumber = (label: string, more: Options = {}) =>
  ({ kind: 'docNumber', label, ...more }) as const satisfies FieldSpec;
export const courtCaseNumber = (label: string, more: Options = {}) =>
  ({ kind: 'courtCaseNumber', label, ...more }) as const satisfies FieldSpec;
export const organization = (label: string, more: Options = {}) =>
  ({ kind: 'organization', label, ...more }) as const satisfies FieldSpec;
export const persons = (label: string, post: string, more: Options & { min?: number; max?: number } = {}) =>
  ({ kind: 'persons', label, post, ...more }) as const satisfies FieldSpec;
export const files = (label: string, more: Options & { min?: number; max?: number } = {}) =>
  ({ kind: 'files', label, ...more }) as const satisfies FieldSpec;
export const matterOf = (label: string, line: string, more: Options = {}) =>
  ({ kind: 'matter', label, line, ...more }) as const satisfies FieldSpec;
export const group = <const F extends Fields>(label: string, of: F, more: Options = {}) =>
  ({ kind: 'group', label, of, ...more }) as const satisfies FieldSpec;
export const list = <const F extends Fields>(
  label: string,
  itemName: string,
  of: F,
  more: Options & { min?: number; max?: number } = {},
) => ({ kind: 'list', label, itemName, of, ...more }) as const satisfies FieldSpec;
