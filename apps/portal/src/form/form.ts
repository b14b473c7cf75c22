import type { Json, JsonObject } from '@fadu/kernel';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** What every field of one form shares. */
export interface FormState {
  /** Name of the draft the form belongs to. */
  readonly draft: string;
  readonly values: JsonObject;
  readonly names: Readonly<Record<string, string>>;
  /** Path → message, after 继续 was pressed. */
  readonly faults: ReadonlyMap<string, string>;
  set(path: readonly string[], value: Json): void;
  name(id: string, text: string): void;
}

export const FormContext = createContext<FormState | undefined>(undefined);

/** @throws Error outside a form. */
export function useForm(): FormState {
  const form = useContext(FormContext);
  if (!form) throw new Error('a field stands in a form');
  return form;
}

/** Ids of elements come from the path, so that a summary of faults can lead to its field. */
export const fieldId = (path: readonly string[] | string): string =>
  `f-${(typeof path === 'string' ? path : path.join('.')).replaceAll('.', '-')}`;
