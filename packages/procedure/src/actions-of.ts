import type { Fields } from './field.js';
import type { Action } from './line.js';

/** Keeps the keys of one part typed against the others: an unknown state, clock, field or document does not compile. */
export type ActionsOf<
  L extends { fields: Fields; states: object; clocks: object; documents: object; numbers: object },
> = Readonly<
  Record<
    string,
    Omit<Action, 'from' | 'form' | 'clocks' | 'documents' | 'number' | 'due' | 'record' | 'on'> & {
      readonly from?: readonly (keyof L['states'] & string)[];
      readonly form?: readonly (keyof L['fields'] & string)[];
      readonly record?: keyof L['fields'] & string;
      readonly on?: (keyof L['fields'] & string) | `${keyof L['fields'] & string}.${string}`;
      readonly clocks?: Omit<
        NonNullable<Action['clocks']>,
        'start' | 'stop' | 'drop' | 'waive' | 'recount' | 'exclude' | 'extend'
      > & {
        readonly start?: readonly (keyof L['clocks'] & string)[];
        readonly stop?: readonly (keyof L['clocks'] & string)[];
        readonly drop?: readonly (keyof L['clocks'] & string)[];
        readonly waive?: readonly (keyof L['clocks'] & string)[];
        readonly recount?: readonly (keyof L['clocks'] & string)[];
        readonly exclude?: {
          readonly clocks: readonly (keyof L['clocks'] & string)[];
          readonly from: string;
          readonly to: string;
        };
        readonly extend?: keyof L['clocks'] & string;
      };
      readonly documents?: readonly (keyof L['documents'] & string)[];
      readonly number?: keyof L['numbers'] & string;
      readonly due?: keyof L['clocks'] & string;
    }
  >
>;
