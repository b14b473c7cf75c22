import { expect, test } from 'vitest';
import { betweenReports, checkFigures, withinReport } from './check.js';
import type { CheckedReport } from './finding.js';
import { readFigures } from './read.js';
import { indexReport } from './report-index.js';
import type { Figure } from './types.js';

const YEAR = 2023;
const place = { name: '样例甲市', level: 'city' } as const;

const figure = (at: number, part: Partial<Figure>): Figure => ({
  start: at * 10,
  end: at * 10 + 4,
  text: `${part.value}${part.unit ?? '件'}`,
  value: 0,
  unit: '件',
  approx: 'exact',
  role: 'level',
  polarity: null,
  basis: null,
  subject: '案件',
  verb: '受理',
  scope: null,
  indicator: null,
  refers_to: null,
  of: null,
  ...part,
});

/** A report as thick as a book: wholes with a part, its rate and an earlier value; every code as often as codes are compared. */
function thick(name: string, size: number, planted: readonly Partial<Figure>[] = []): CheckedReport {
  const figures: Figure[] = [];
  const codes = Math.ceil(size / 4 / 30);
  for (let block = 0; figures.length < size; block += 1) {
    const of = figures.length;
    const indicator = `field${block % 7}.code${block % codes}`;
    figures.push(figure(of, { value: 1000 + block, indicator }));
    figures.push(figure(of + 1, { value: 500, of, indicator: `${indicator}_part` }));
    figures.push(figure(of + 2, { value: 50_000 / (1000 + block), unit: '%', role: 'share', of, text: '约' }));
    figures.push(figure(of + 3, { value: 900 + block, role: 'previous', refers_to: of, indicator }));
  }
  for (const one of planted) figures.push(figure(figures.length, one));
  return { name, text: '全市受理行政复议案件六十件。'.repeat(size), figures, place, year: YEAR };
}

/** How often the checks look at a figure. */
function counted(report: CheckedReport): { readonly report: CheckedReport; readonly looks: () => number } {
  let looks = 0;
  const figures = new Proxy(report.figures, {
    get: (target, key, self) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) looks += 1;
      return Reflect.get(target, key, self);
    },
  });
  return { report: { ...report, figures }, looks: () => looks };
}

test('the work grows with the length of the reports, not with its square', () => {
  const work = (size: number): number => {
    const [one, two] = [counted(thick('甲', size)), counted(thick('乙', size))];
    checkFigures([one.report, two.report]);
    return one.looks() + two.looks();
  };
  const [short, long] = [work(8000), work(32_000)];
  expect(long / short).toBeLessThan(5);
  // Some looks for each figure in each check, and at most thirty counterparts.
  expect(long).toBeLessThan(64_000 * 80);
});

test('what is planted in a long report is found, within it and against another', () => {
  const planted = [
    { value: 8, indicator: 'litigation.cases', subject: '应诉' },
    { value: 9, indicator: 'litigation.losses', subject: '败诉' },
    { value: 4711, indicator: 'x.accepted', subject: '样例' },
  ];
  const one = thick('甲', 8000, planted);
  const two = thick('乙', 8000, [{ value: 4712, indicator: 'x.accepted', subject: '样例' }]);
  const found = checkFigures([one, two]).filter(({ statements }) => statements[0]!.index >= 8000);
  expect(found.map(({ kind, message }) => [kind, message])).toEqual([
    ['part_larger_than_whole', '9件（败诉）大于8件（应诉）。'],
    ['same_fact_twice', '同一事实两个数：4711件与4712件。'],
  ]);
});

test('whoever waits is let in between, in a report and between two', () => {
  const [one, two] = [indexReport(thick('甲', 8000)), indexReport(thick('乙', 8000))];
  const pauses = (steps: Iterable<unknown>): number => [...steps].filter((step) => step === null).length;
  expect(pauses(withinReport(one))).toBeGreaterThan(50);
  expect(pauses(betweenReports(one, two))).toBeGreaterThan(50);
});

test('another year is held against what is said of it; another place is not', () => {
  const report = (text: string, at: number, name: string) =>
    indexReport({ name: String(at), text, figures: readFigures(text), year: at, place: { name, level: 'city' } });
  const now = report('行政诉讼败诉率由13.2%下降至10.1%。', 2023, '样例甲市');
  const found = (name: string) =>
    [...betweenReports(report('行政诉讼败诉率12.5%。', 2022, name), now)].map((one) => one?.kind);
  expect(found('样例甲市')).toEqual(['previous_differs']);
  expect(found('样例乙市')).toEqual([]);
});
