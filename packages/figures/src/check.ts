import type { Figure } from './types.js';
import { unitClass } from './units.js';

/** A contradiction between two statements, with both sentences; `severity` error is impossible, warning needs a look. */
export interface Finding {
  readonly kind: 'arithmetic' | 'part_larger_than_whole' | 'impossible_rate' | 'same_fact_twice' | 'change_arithmetic';
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly statements: readonly Statement[];
}

export interface Statement {
  readonly report: string;
  readonly index: number;
  readonly sentence: string;
}

export interface CheckedReport {
  readonly name: string;
  readonly text: string;
  readonly figures: readonly Figure[];
  /** A report of a part of the area of another (白城 in 吉林): larger figures than the whole are findings. */
  readonly partOf?: string;
}

/** Half a unit in the last written digit. */
function tolerance(figure: Figure): number {
  const decimals = /\.(\d+)/.exec(figure.text)?.[1]?.length ?? 0;
  return 0.5 * 10 ** -decimals + 1e-9;
}

const isRate = (figure: Figure): boolean => figure.unit === '%';
const countable = (figure: Figure): boolean =>
  unitClass(figure.unit) !== 'rate' && figure.role === 'level' && figure.value_to === undefined;

export function sentenceOf(text: string, figure: Figure): string {
  let start = figure.start;
  while (start > 0 && !'。；\n'.includes(text.charAt(start - 1)) && figure.start - start < 200) start -= 1;
  let end = figure.end;
  while (end < text.length && !'。；\n'.includes(text.charAt(end)) && end - figure.end < 200) end += 1;
  return text.slice(start, end).trim();
}

/** Findings within each report and between all pairs of them. */
export function checkFigures(reports: readonly CheckedReport[]): Finding[] {
  const findings = reports.flatMap((report) => within(report));
  reports.forEach((first, index) => {
    for (const second of reports.slice(index + 1)) findings.push(...between(first, second));
  });
  return findings;
}

const statement = (report: CheckedReport, index: number): Statement => ({
  report: report.name,
  index,
  sentence: sentenceOf(report.text, report.figures[index]!),
});

function within(report: CheckedReport): Finding[] {
  const { figures } = report;
  const findings: Finding[] = [];
  const add = (kind: Finding['kind'], severity: Finding['severity'], message: string, ...indexes: number[]): void => {
    findings.push({ kind, severity, message, statements: indexes.map((index) => statement(report, index)) });
  };
  figures.forEach((figure, index) => {
    const base = figure.of === null ? undefined : figures[figure.of];
    if (
      isRate(figure) &&
      figure.role !== 'change' &&
      figure.value > 100 &&
      /率|比例|比重|占/.test((figure.subject ?? '') + report.text.slice(figure.start - 8, figure.start))
    ) {
      add('impossible_rate', 'error', `比率${figure.text}大于100%。`, index);
    }
    if (
      base !== undefined &&
      figure.of !== null &&
      countable(figure) &&
      countable(base) &&
      figure.unit !== null &&
      unitClass(figure.unit) === unitClass(base.unit) &&
      figure.value > base.value &&
      base.approx !== 'over'
    ) {
      add('part_larger_than_whole', 'error', `部分${figure.text}大于整体${base.text}。`, figure.of, index);
    }
    if (
      isRate(figure) &&
      base !== undefined &&
      figure.of !== null &&
      figure.role !== 'change' &&
      countable(base) &&
      base.approx === 'exact' &&
      figure.approx === 'exact'
    ) {
      findings.push(...rateFindings(report, figure, index, figure.of));
    }
    if (figure.role === 'change' && figure.refers_to !== null && figure.unit === '%') {
      const now = figures[figure.refers_to]!;
      const before = figures.findIndex((other) => other.role === 'previous' && other.refers_to === figure.refers_to);
      const was = figures[before];
      if (was !== undefined && was.value !== 0 && now.unit === was.unit && now.unit !== '%') {
        const rate = Math.abs(((now.value - was.value) / was.value) * 100);
        if (Math.abs(rate - figure.value) > tolerance(figure) && now.approx === 'exact' && was.approx === 'exact') {
          add(
            'change_arithmetic',
            'warning',
            `由${was.text}到${now.text}的变化是${rate.toFixed(2)}%，文中写${figure.text}。`,
            before,
            index,
          );
        }
      }
    }
    if ((figure.unit === '个百分点' || figure.unit === '百分点') && figure.refers_to !== null) {
      const now = figures[figure.refers_to]!;
      if (now.unit === '%' && figure.polarity === 'up' && figure.value > now.value + tolerance(now))
        add('impossible_rate', 'error', `${now.text}上升${figure.text}，则此前的比率小于零。`, figure.refers_to, index);
      if (
        now.unit === '%' &&
        figure.polarity === 'down' &&
        now.value + figure.value > 100 + tolerance(now) &&
        now.value <= 100
      )
        add(
          'impossible_rate',
          'error',
          `${now.text}下降${figure.text}，则此前的比率大于100%。`,
          figure.refers_to,
          index,
        );
    }
  });
  findings.push(...repeated(report, report));
  return findings;
}

/** A rate of a base n must be k ÷ n for a whole k; with the part stated, it must be that part. */
function rateFindings(report: CheckedReport, figure: Figure, index: number, of: number): Finding[] {
  const base = report.figures[of]!;
  if (base.value <= 0) {
    return [
      {
        kind: 'arithmetic',
        severity: 'error',
        message: `分母为零，${figure.text}无从计算。`,
        statements: [statement(report, of), statement(report, index)],
      },
    ];
  }
  const parts = report.figures
    .map((other, at) => ({ other, at }))
    .filter(
      ({ other, at }) =>
        other.of === of &&
        at < index &&
        countable(other) &&
        other.approx === 'exact' &&
        unitClass(other.unit) === unitClass(base.unit),
    );
  const part = parts.at(-1);
  const slack = tolerance(figure);
  if (part !== undefined && part.at === index - 1) {
    const rate = (part.other.value / base.value) * 100;
    if (Math.abs(rate - figure.value) <= slack) return [];
    return [
      {
        kind: 'arithmetic',
        severity: 'warning',
        message: `${part.other.text}÷${base.text}＝${rate.toFixed(2)}%，文中写${figure.text}。`,
        statements: [statement(report, of), statement(report, index)],
      },
    ];
  }
  if (base.value > 2000) return [];
  const nearest = Math.round((figure.value / 100) * base.value);
  const best = (nearest / base.value) * 100;
  if (Math.abs(best - figure.value) <= slack) return [];
  return [
    {
      kind: 'arithmetic',
      severity: 'warning',
      message: `${base.text}中任何整数都得不到${figure.text}，最接近的是${nearest}÷${base.value}＝${best.toFixed(2)}%。`,
      statements: [statement(report, of), statement(report, index)],
    },
  ];
}

const sameFact = (one: Figure, two: Figure): boolean =>
  one.indicator !== null &&
  one.indicator === two.indicator &&
  one.role === 'level' &&
  two.role === 'level' &&
  one.unit === two.unit &&
  one.subject !== null &&
  one.subject === two.subject &&
  one.verb === two.verb;

/** Does the rounded statement cover the other? 6500余 covers 6560. */
function agree(one: Figure, two: Figure): boolean {
  if (one.value === two.value) return true;
  const covers = (rough: Figure, fine: Figure): boolean => {
    const digits = String(rough.value).replace(/0+$/, '').length;
    const step = 10 ** Math.max(0, String(Math.round(rough.value)).length - digits);
    if (rough.approx === 'over') return fine.value >= rough.value && fine.value < rough.value + step;
    if (rough.approx === 'under') return fine.value <= rough.value && fine.value > rough.value - step;
    if (rough.approx === 'about') return Math.abs(fine.value - rough.value) <= step;
    return false;
  };
  return covers(one, two) || covers(two, one);
}

function repeated(one: CheckedReport, two: CheckedReport): Finding[] {
  const findings: Finding[] = [];
  const byCode = new Map<string, number[]>();
  two.figures.forEach((figure, index) => {
    if (figure.indicator !== null && figure.role === 'level')
      byCode.set(figure.indicator, [...(byCode.get(figure.indicator) ?? []), index]);
  });
  one.figures.forEach((figure, index) => {
    for (const other of byCode.get(figure.indicator ?? '') ?? []) {
      if (one === two && other <= index) continue;
      const twin = two.figures[other]!;
      if (!sameFact(figure, twin) || figure.scope !== twin.scope || agree(figure, twin)) continue;
      findings.push({
        kind: 'same_fact_twice',
        severity: 'warning',
        message: `同一事实两个数：${figure.text}与${twin.text}。`,
        statements: [statement(one, index), statement(two, other)],
      });
    }
  });
  return findings;
}

function between(one: CheckedReport, two: CheckedReport): Finding[] {
  if (one.partOf === two.name) return larger(one, two);
  if (two.partOf === one.name) return larger(two, one);
  return repeated(one, two);
}

/** A count of the part above the sum of the whole for the same code and subject. */
function larger(part: CheckedReport, whole: CheckedReport): Finding[] {
  const findings: Finding[] = [];
  part.figures.forEach((figure, index) => {
    if (figure.indicator === null || !countable(figure)) return;
    const same = whole.figures
      .map((other, at) => ({ other, at }))
      .filter(({ other }) => other.indicator === figure.indicator && countable(other) && other.unit === figure.unit);
    const most = same.toSorted((a, b) => b.other.value - a.other.value)[0];
    if (most !== undefined && figure.value > most.other.value && most.other.approx !== 'over') {
      findings.push({
        kind: 'part_larger_than_whole',
        severity: 'error',
        message: `${part.name}的${figure.text}大于${whole.name}的${most.other.text}。`,
        statements: [statement(whole, most.at), statement(part, index)],
      });
    }
  });
  return findings;
}
