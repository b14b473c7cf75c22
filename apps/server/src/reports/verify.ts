import { figuresOf, readFigures } from '@fadu/figures';
import type { BuiltReport } from './model.js';

/** A figure that the text does not give back as it was written. */
export interface Misread {
  readonly code: string;
  readonly text: string;
  readonly written: string;
  readonly read: string | null;
}

interface Said {
  readonly value: number;
  readonly unit: string | null;
  readonly approx: string;
  readonly role: string;
}

const words = ({ value, unit, approx, role }: Said): string => `${value}${unit ?? ''} ${approx} ${role}`;

/** Reads a text of the report and compares with the figures it was written from, in their order. */
export function readBack(report: BuiltReport, text: string): Misread[] {
  const read = readFigures(text);
  let at = 0;
  return report.chapters
    .flatMap(({ sentences }) => sentences)
    .flatMap(({ code, text: clause, statement, state }) =>
      state === 'stale' || statement === null
        ? []
        : figuresOf(statement).flatMap((figure) => {
            const wanted = words(figure);
            const next = read.findIndex((one, index) => index >= at && words(one) === wanted);
            if (next >= 0) {
              at = next + 1;
              return [];
            }
            return [{ code, text: clause, written: wanted, read: read[at] ? words(read[at]!) : null }];
          }),
    );
}
