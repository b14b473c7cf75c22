import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFigures } from './read.js';
import { writeChange, writeFigure, writeMovement } from './write.js';

const units = fc.constantFrom('件', '部', '项', '个', '家', '人', '名', '人次', '场', '份', '条', '元', '件次', '户');
const counts = fc.oneof(
  fc.integer({ min: 0, max: 99999 }),
  fc.integer({ min: 0, max: 2_000_000_000_000 }),
  fc.integer({ min: 1, max: 99999 }).map((count) => count * 10000),
);

describe('writeFigure', () => {
  test('writes as officials do', () => {
    expect(writeFigure(4034, '件')).toBe('4034件');
    expect(writeFigure(619000, '户')).toBe('61.9万户');
    expect(writeFigure(22345, '件', { numerals: 'rounded' })).toBe('2.2万余件');
    expect(writeFigure(22345, '件')).toBe('22345件');
    expect(writeFigure(120000000, '元', { approx: 'under' })).toBe('近1.2亿元');
    expect(writeFigure(2500000, '元', { approx: 'over' })).toBe('250余万元');
    expect(writeFigure(30000, '人', { approx: 'over' })).toBe('3万余人');
    expect(writeFigure(680, '份', { approx: 'over' })).toBe('680余份');
    expect(writeFigure(86.53, '%')).toBe('86.53%');
    expect(writeChange(4034, 2212, '件')).toBe('同比增长82.37%');
    expect(writeChange(12.03, 23.66, '%')).toBe('同比下降11.63个百分点');
    expect(writeChange(5, 0, '件')).toBe('同比增加5件');
    expect(writeMovement(108, 15, '项')).toBe('由108项下降至15项');
  });

  test('write and read agree', () => {
    fc.assert(
      fc.property(
        counts,
        units,
        fc.constantFrom('exact', 'magnitude'),
        fc.constantFrom('exact', 'about', 'under', 'over'),
        (value, unit, numerals, approx) => {
          const written = writeFigure(value, unit, { numerals: numerals as 'exact', approx: approx as 'exact' });
          const [figure, ...rest] = readFigures(`全年共办理${written}。`);
          expect(rest).toEqual([]);
          expect(figure).toMatchObject({ value, unit, approx, text: written, role: 'level' });
        },
      ),
      { numRuns: 500 },
    );
  });

  test('rates, changes and movements are read back', () => {
    const rate = fc.integer({ min: 0, max: 10000 }).map((value) => value / 100);
    fc.assert(
      fc.property(rate, rate, (now, before) => {
        const figures = readFigures(
          `全市群众满意率${writeMovement(before, now, '%')}，${writeChange(now, before, '%')}。`,
        );
        expect(figures.map(({ value, role }) => [value, role])).toEqual([
          [before, 'previous'],
          [now, 'level'],
          [Number(Math.abs(now - before).toFixed(2)), 'change'],
        ]);
        expect(figures[0]?.refers_to).toBe(1);
        expect(figures[2]?.refers_to).toBe(1);
      }),
      { numRuns: 300 },
    );
  });
});
