import { describe, expect, test } from 'vitest';
import { readFigures } from '../../src/read.js';
import { BROKEN } from './broken.js';
import type { GenreCase } from './case.js';
import { DEPARTMENTS } from './departments.js';
import { DISPUTES_AND_SERVICES } from './disputes-and-services.js';
import { GOVERNMENT } from './government.js';
import { HARD_FORMS } from './hard-forms.js';
import { JUSTICE } from './justice.js';
import { LABELS_AND_LISTS } from './labels-and-lists.js';
import { LISTS_AND_AIMS } from './lists-and-aims.js';
import { PARTS_AND_RANKS } from './parts-and-ranks.js';
import { STATISTICS } from './statistics.js';

const show = (sentence: string): string[] =>
  readFigures(sentence).map((figure) => {
    const value = figure.value_to === undefined ? figure.value : `${figure.value}~${figure.value_to}`;
    const change = figure.role === 'change' ? [figure.polarity ?? '-', figure.basis ?? '-'] : [];
    return [
      figure.text.replace(/\s+/g, '␣'),
      value,
      figure.unit ?? '-',
      figure.approx,
      figure.role,
      ...change,
      figure.indicator ?? '-',
    ].join(' ');
  });

const TABLES: Readonly<Record<string, readonly GenreCase[]>> = {
  DISPUTES_AND_SERVICES,
  PARTS_AND_RANKS,
  LABELS_AND_LISTS,
  GOVERNMENT,
  DEPARTMENTS,
  JUSTICE,
  HARD_FORMS,
  BROKEN,
  LISTS_AND_AIMS,
  STATISTICS,
};

describe.each(Object.entries(TABLES))('%s', (_name, table) => {
  test.each(table.map(([sentence, ...figures]) => [sentence, figures] as const))('%s', (sentence, figures) => {
    expect(show(sentence)).toEqual(figures);
  });
});
