import { agree } from './check-between.js';
import { type CheckedReport, countable, type Finding, isRate, statement, tolerance } from './finding.js';
import type { ReportIndex } from './report-index.js';
import type { Figure } from './types.js';

/** Growth or shrinkage beyond this factor is looked at again; small numbers jump by themselves. */
const JUMP = 3;
const SMALL = 20;

/**
 * What the report of a year says of the year before, held against the report of that year: earlier values, changes, and
 * numbers so different that one of them may be counted otherwise. Reports of other years, and figures of which there are
 * several in either report (parts, campaigns), are not compared, since nothing would follow.
 */
export function betweenYears(one: ReportIndex, two: ReportIndex): Finding[] {
  if (one.year === null || two.year === null || two.year !== one.year - 1) return [];
  const [now, before] = [one.report, two.report];
  const findings: Finding[] = [];
  now.figures.forEach((figure, index) => {
    const at = figure.indicator === null ? undefined : two.only.get(figure.indicator);
    if (at === undefined) return;
    const was = before.figures[at]!;
    const add = (kind: Finding['kind'], message: string): void => {
      findings.push({
        kind,
        severity: 'warning',
        message,
        statements: [statement(before, at), statement(now, index)],
      });
    };
    if (figure.role === 'previous' && figure.unit === was.unit) {
      const slack = tolerance(figure) + tolerance(was);
      if (!agree(figure, was) && !(isRate(figure) && Math.abs(figure.value - was.value) <= slack))
        add('previous_differs', `本年报告说上年是${figure.text}，上年报告写的是${was.text}。`);
    }
    if (figure.role === 'change' && sinceLastYear(figure) && was.approx === 'exact') {
      const implied = impliedChange(now, figure, was);
      if (implied !== undefined && Math.abs(implied.change - signed(figure)) > implied.slack + tolerance(figure))
        add(
          'change_arithmetic',
          `按上年报告的${was.text}计算，应为${implied.change < 0 ? '下降' : '上升'}${Math.abs(implied.change).toFixed(2)}${figure.unit}，文中写${figure.polarity === 'down' ? '下降' : '上升'}${figure.text}。`,
        );
    }
    if (
      figure.role === 'level' &&
      countable(figure) &&
      figure.unit === was.unit &&
      one.only.get(figure.indicator!) === index
    ) {
      const [less, more] = [figure.value, was.value].toSorted((a, b) => a - b) as [number, number];
      if (more >= SMALL && more > less * JUMP && !one.explained.has(index))
        add('large_jump', `与上年报告相差很大：上年${was.text}，本年${figure.text}。请核对口径，或者写明原因。`);
    }
  });
  return findings;
}

const sinceLastYear = ({ basis }: Figure): boolean =>
  basis !== null && /同比|上年|去年/.test(basis) && !/均值|平均/.test(basis);

const signed = ({ value, polarity }: Figure): number => (polarity === 'down' ? -value : value);

/** The change from last year's number to this year's, in the unit in which it is stated, and how exact it can be. */
function impliedChange(
  report: CheckedReport,
  change: Figure,
  was: Figure,
): { readonly change: number; readonly slack: number } | undefined {
  const of = change.refers_to === null ? undefined : report.figures[change.refers_to];
  if (of === undefined || of.unit !== was.unit || of.approx !== 'exact') return undefined;
  if (/百分点$/.test(change.unit ?? '') && isRate(of))
    return { change: of.value - was.value, slack: tolerance(of) + tolerance(was) };
  if (change.unit !== '%' || isRate(of) || was.value === 0) return undefined;
  return { change: ((of.value - was.value) / was.value) * 100, slack: 0 };
}
