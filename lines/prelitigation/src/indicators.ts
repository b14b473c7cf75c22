import type { Formulas, Selection } from '@fadu/indicator';

const FIRST = '2021-01-01';
const registered: Selection = { line: 'prelit', day: { field: 'registeredOn' } };
const resolved: Selection = {
  line: 'prelit',
  day: { field: 'closedOn' },
  where: [{ field: 'result', anyOf: ['resolved'] }],
};

/** 诉前化解: what came in and what was resolved before a suit. */
export const indicators: Formulas = {
  'litigation.pre_litigation_disputes': [
    {
      version: 1,
      from: FIRST,
      formula: { kind: 'count', of: registered },
      counted: '登记的诉前行政争议，按登记日归属',
    },
  ],
  'litigation.pre_litigation_resolved': [
    {
      version: 1,
      from: FIRST,
      formula: { kind: 'count', of: resolved },
      counted: '化解成功的诉前行政争议，按办结日归属',
    },
  ],
  'litigation.pre_litigation_resolution_rate': [
    {
      version: 1,
      from: FIRST,
      formula: { kind: 'ratio', part: resolved, whole: registered },
      counted: '期内化解成功的',
      base: '期内登记的诉前行政争议',
      also: {
        name: '按同批争议',
        formula: { kind: 'cohort', whole: registered, where: [{ field: 'result', anyOf: ['resolved'] }] },
      },
    },
  ],
};
