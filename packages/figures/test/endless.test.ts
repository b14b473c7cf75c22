import { readFigures } from '@fadu/figures';
import { expect, it } from 'vitest';

// One sentence without a full stop, as a broken export brings it: the work must grow with the length, not with its square.
it.each(['，', '、', '，其中'])(
  'reads every figure of an endless sentence joined by %s',
  (joint) => {
    const text = Array.from({ length: 10_000 }, (_, index) => `办结行政复议案件${index + 1}件`).join(joint);
    const figures = readFigures(text);
    expect(figures).toHaveLength(10_000);
    expect(figures.at(-1)).toMatchObject({ value: 10_000, unit: '件', end: text.length });
  },
  60_000,
);
