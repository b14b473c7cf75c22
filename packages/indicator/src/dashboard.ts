import type { CatalogueEntry } from '@fadu/catalogue';
import { type FieldSpec, type Line, specAt } from '@fadu/procedure';
import { type Formulas, selectionsOf } from './formula.js';

/**
 * A board for those who lead, as data: key figures, and panels below them. It names codes of the catalogue and fields of
 * lines and holds no words of its own beside its title: names, units, bases and findings come with the figures.
 */
export interface Dashboard {
  /** Stands in the address. */
  readonly key: string;
  readonly name: string;
  /** The question it answers, in one sentence. */
  readonly purpose: string;
  readonly figures: readonly string[];
  readonly panels: readonly Panel[];
}

export type Panel =
  /** Over time, beside what it is compared with. */
  | { readonly kind: 'trend'; readonly code: string }
  /** Over the places directly below, in order. */
  | { readonly kind: 'places'; readonly code: string }
  /** The records behind it by a field of their line: `act.kind`, `respondent`. */
  | { readonly kind: 'field'; readonly code: string; readonly by: string };

/** Kinds of fields by which records can be told apart: what is chosen from a list that is known. */
export const dividesBy = (spec: FieldSpec | undefined): boolean =>
  spec?.kind === 'choice' || spec?.kind === 'choices' || spec?.kind === 'organization' || spec?.kind === 'bool';

/** Formulas that know by which fields boards divide their figures: sums are kept for each value of them. */
export const dividedByBoards = (formulas: Formulas, boards: readonly Dashboard[]): Formulas =>
  Object.fromEntries(
    Object.entries(formulas).map(([code, versions]) => {
      const panels = boards.flatMap((board) => board.panels);
      const fields = panels.flatMap((panel) => (panel.kind === 'field' && panel.code === code ? [panel.by] : []));
      return [code, versions.map((version) => ({ ...version, dividedBy: [...new Set(fields)] }))];
    }),
  );

/** What boards name and the catalogue, the formulas or the lines do not have. Run when the platform starts. */
export function checkDashboards(
  boards: readonly Dashboard[],
  catalogue: readonly CatalogueEntry[],
  formulas: Formulas,
  lines: readonly Line[],
): string[] {
  const codes = new Set(catalogue.map(({ code }) => code));
  const faults: string[] = [];
  boards.forEach((board, index) => {
    const fault = (what: string) => faults.push(`${board.key}: ${what}`);
    if (boards.findIndex(({ key }) => key === board.key) !== index) fault('stands twice');
    if (lines.some(({ code }) => code === board.key)) fault('is the address of a line');
    for (const code of [...board.figures, ...board.panels.map((panel) => panel.code)])
      if (!codes.has(code)) fault(`no indicator ${code}`);
    for (const panel of board.panels) {
      if (panel.kind !== 'field') continue;
      const versions = Object.hasOwn(formulas, panel.code) ? formulas[panel.code]! : [];
      if (versions.length === 0) fault(`no records behind ${panel.code}`);
      for (const { formula } of versions) {
        if (formula.kind === 'days') fault(`${panel.code} has a median, which is not divided`);
        const line = lines.find(({ code }) => code === selectionsOf(formula)[0]!.line);
        if (!dividesBy(line && specAt(line.fields, panel.by))) fault(`${panel.code} is not divided by ${panel.by}`);
      }
    }
  });
  return faults;
}
