import type { CatalogueEntry } from '@fadu/catalogue';
import type { Formulas, FormulaVersion } from './formula.js';

/** An indicator that a line counts besides the national catalogue (平台增列), by its code. */
export type OwnIndicators = Readonly<
  Record<
    string,
    Omit<CatalogueEntry, 'code' | 'own' | 'counted' | 'synonyms'> & { readonly versions: readonly FormulaVersion[] }
  >
>;

/** Entries like those of the catalogue, and the formulas behind them. */
export function ownIndicators(own: OwnIndicators): {
  readonly entries: readonly CatalogueEntry[];
  readonly formulas: Formulas;
} {
  return {
    entries: Object.entries(own).map(([code, { versions, ...entry }]) => ({
      code,
      ...entry,
      counted: versions.at(-1)!.counted,
      synonyms: [],
      own: true,
    })),
    formulas: Object.fromEntries(Object.entries(own).map(([code, { versions }]) => [code, versions])),
  };
}
