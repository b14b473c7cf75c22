import type { CatalogueEntry } from '@fadu/catalogue';
import type { Formulas, FormulaVersion } from './formula.js';

/** How figures of an indicator come about: computed from records, or collected by returns until a line feeds them. */
export type Source =
  | { readonly from: 'records'; readonly versions: readonly FormulaVersion[] }
  | { readonly from: 'returns' };

export interface IndicatorDefinition extends CatalogueEntry {
  readonly source: Source;
}

/** Every indicator of the catalogue with its source. @throws Error when formulas name a code the catalogue lacks. */
export function definitions(catalogue: readonly CatalogueEntry[], formulas: Formulas): readonly IndicatorDefinition[] {
  const known = new Set(catalogue.map((entry) => entry.code));
  for (const code of Object.keys(formulas)) if (!known.has(code)) throw new Error(`no indicator ${code}`);
  return catalogue.map((entry) => {
    const versions = Object.hasOwn(formulas, entry.code) ? formulas[entry.code]! : [];
    return { ...entry, source: versions.length === 0 ? { from: 'returns' } : { from: 'records', versions } };
  });
}

/** The version for a period that begins on `day`: the latest that had begun. Undefined before the first. */
export function versionFor(versions: readonly FormulaVersion[], day: string): FormulaVersion | undefined {
  return versions.filter((one) => one.from <= day).sort((one, two) => two.version - one.version)[0];
}

/** Formulas of several lines in one. @throws Error when two lines claim one code. */
export function mergeFormulas(all: readonly Formulas[]): Formulas {
  const merged: Record<string, readonly FormulaVersion[]> = {};
  for (const formulas of all)
    for (const [code, versions] of Object.entries(formulas)) {
      if (Object.hasOwn(merged, code)) throw new Error(`two lines claim ${code}`);
      merged[code] = versions;
    }
  return merged;
}
