import { expect, test } from 'vitest';
import { readFigures } from '../../src/read.js';

/**
 * One invented sentence and what must be read: `text value unit approx role [polarity [basis]]`, separated by `|`;
 * `-` is null. `~` before a value-to: `3~5`. An empty list means that nothing may be read.
 */
export type Case = readonly [sentence: string, ...figures: string[]];

const show = (sentence: string): string[] =>
  readFigures(sentence).map((figure) => {
    const value = figure.value_to === undefined ? String(figure.value) : `${figure.value}~${figure.value_to}`;
    const parts = [figure.text.replace(/\s+/g, '␣'), value, figure.unit ?? '-', figure.approx, figure.role];
    if (figure.role === 'change') parts.push(figure.polarity ?? '-', figure.basis ?? '-');
    return parts.join(' ');
  });

export const cases = (table: readonly Case[]): void => {
  test.each(table.map(([sentence, ...figures]) => [sentence, figures] as const))('%s', (sentence, figures) => {
    expect(show(sentence)).toEqual(figures);
  });
};
