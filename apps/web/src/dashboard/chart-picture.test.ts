import { expect, it } from 'vitest';
import { framedSvg, wrapped } from './chart-picture.js';

it('breaks lines where Chinese may be broken', () => {
  expect(wrapped('八月受理最多，十二件', 6)).toEqual(['八月受理最多，', '十二件']);
  expect(wrapped('占25%的', 4)).toEqual(['占25%的']);
  expect(wrapped('', 4)).toEqual([]);
});

it('puts the finding above the chart and its source below, with signs that end no element', () => {
  const svg = framedSvg(
    '<svg width="300" height="100"><path/></svg>',
    { title: '甲<乙', caption: ['来源：“样例”'] },
    'serif',
  );
  expect(svg).toContain('width="332"');
  expect(svg).toContain('甲&lt;乙');
  expect(svg.indexOf('甲&lt;乙')).toBeLessThan(svg.indexOf('<path/>'));
  expect(svg.indexOf('<path/>')).toBeLessThan(svg.indexOf('来源'));
});
