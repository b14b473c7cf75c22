import {
  type CheckedReport,
  type CheckStep,
  countable,
  type Finding,
  isRate,
  statement,
  tolerance,
} from './finding.js';
import { sameMeasure } from './links.js';
import { paced, type ReportIndex } from './report-index.js';
import type { Figure } from './types.js';
import { unitClass } from './units.js';

/** What a report says against itself. */
export function* within(index: ReportIndex): Generator<CheckStep, void> {
  for (const step of paced(index.report.figures)) {
    if (step === null) yield null;
    else yield* ofFigure(index, ...step);
  }
  yield* ordered(index);
  yield* complements(index);
  yield* sums(index);
  yield* outcomes(index);
}

function ofFigure(own: ReportIndex, figure: Figure, index: number): Finding[] {
  const { report } = own;
  const { figures } = report;
  const findings: Finding[] = [];
  const add = (kind: Finding['kind'], severity: Finding['severity'], message: string, ...indexes: number[]): void => {
    findings.push({ kind, severity, message, statements: indexes.map((index) => statement(report, index)) });
  };
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
  findings.push(...movement(own, figure, index));
  if (figure.role === 'change' && figure.refers_to !== null && figure.unit === '%') {
    const now = figures[figure.refers_to]!;
    const before = own.previous.get(figure.refers_to);
    const was = before === undefined ? undefined : figures[before];
    if (before !== undefined && was !== undefined && was.value !== 0 && now.unit === was.unit && now.unit !== '%') {
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
  if (figure.role === 'change' && figure.refers_to !== null && figure.unit === '%') {
    // 800件，增加200件，增长50%
    const amount = figures[index - 1];
    const now = figures[figure.refers_to]!;
    const before =
      amount === undefined ? 0 : amount.polarity === 'down' ? now.value + amount.value : now.value - amount.value;
    if (
      amount?.role === 'change' &&
      amount.refers_to === figure.refers_to &&
      amount.polarity === figure.polarity &&
      amount.unit === now.unit &&
      unitClass(now.unit) !== 'rate' &&
      (figure.basis ?? amount.basis) === (amount.basis ?? figure.basis) &&
      [amount, now, figure].every(({ approx }) => approx === 'exact') &&
      before > 0 &&
      Math.abs((amount.value / before) * 100 - figure.value) > tolerance(figure)
    )
      add(
        'change_arithmetic',
        'warning',
        `${now.text}比此前${amount.polarity === 'down' ? '少' : '多'}${amount.text}，变化是${((amount.value / before) * 100).toFixed(2)}%，文中写${figure.text}。`,
        figure.refers_to,
        index,
      );
  }
  if (figure.role === 'change' && figure.refers_to !== null && unitClass(figure.unit) !== 'rate') {
    const now = figures[figure.refers_to]!;
    const before = own.previous.get(figure.refers_to);
    const was = before === undefined ? undefined : figures[before]!;
    if (
      before !== undefined &&
      was !== undefined &&
      [now, was, figure].every(({ approx }) => approx === 'exact') &&
      now.unit === was.unit &&
      figure.unit === now.unit &&
      Math.abs(Math.abs(now.value - was.value) - figure.value) > 1e-6
    )
      add(
        'change_arithmetic',
        'warning',
        `由${was.text}到${now.text}相差${Number(Math.abs(now.value - was.value).toPrecision(12))}${now.unit ?? ''}，文中写${figure.text}。`,
        before,
        index,
      );
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
      add('impossible_rate', 'error', `${now.text}下降${figure.text}，则此前的比率大于100%。`, figure.refers_to, index);
  }
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
  const part = report.figures[index - 1];
  const slack = tolerance(figure);
  if (part?.of === of && countable(part) && part.approx === 'exact' && unitClass(part.unit) === unitClass(base.unit)) {
    const rate = (part.value / base.value) * 100;
    if (Math.abs(rate - figure.value) <= slack) return [];
    return [
      {
        kind: 'arithmetic',
        severity: 'warning',
        message: `${part.text}÷${base.text}＝${rate.toFixed(2)}%，文中写${figure.text}。`,
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

/** 由A升至B，上升C个百分点: C must be the difference. */
function movement({ report, previous }: ReportIndex, figure: Figure, index: number): Finding[] {
  if (figure.role !== 'change' || figure.refers_to === null || !/百分点$/.test(figure.unit ?? '')) return [];
  const now = report.figures[figure.refers_to]!;
  const at = previous.get(figure.refers_to);
  if (at === undefined) return [];
  const was = report.figures[at]!;
  if (was.unit !== '%' || now.unit !== '%' || /均值|平均/.test(figure.basis ?? '')) return [];
  const difference = Math.abs(now.value - was.value);
  if (Math.abs(difference - figure.value) <= tolerance(figure) + tolerance(now) + tolerance(was)) return [];
  return [
    {
      kind: 'change_arithmetic',
      severity: 'warning',
      message: `由${was.text}到${now.text}相差${difference.toFixed(2)}个百分点，文中写${figure.text}。`,
      statements: [statement(report, at), statement(report, index)],
    },
  ];
}

/** Counts of which the first can never be larger than the second, in one place and year. */
const ORDERED: readonly (readonly [small: string, large: string])[] = [
  ['reconsideration.accepted', 'reconsideration.received'],
  ['reconsideration.corrected', 'reconsideration.concluded'],
  ['reconsideration.settled', 'reconsideration.concluded'],
  ['litigation.losses', 'litigation.cases'],
  ['litigation.head_appearances', 'litigation.cases'],
  ['litigation.pre_litigation_resolved', 'litigation.pre_litigation_disputes'],
  ['mediation.succeeded', 'mediation.cases'],
  ['normative_document.retained', 'normative_document.cleaned'],
  ['normative_document.amended_repealed', 'normative_document.cleaned'],
  ['normative_document.corrected', 'normative_document.filed_reviewed'],
  ['rulemaking.rules_amended_repealed', 'rulemaking.rules_cleaned'],
  ['governance.five_star_judicial_stations', 'governance.star_judicial_stations'],
  ['governance.star_judicial_stations', 'governance.judicial_stations'],
];

function ordered({ report, onlyCount }: ReportIndex): Finding[] {
  const findings: Finding[] = [];
  for (const [small, large] of ORDERED) {
    // several figures of one code are parts or campaigns: nothing to compare
    const [less, more] = [onlyCount.get(small), onlyCount.get(large)];
    if (less === undefined || more === undefined) continue;
    const [part, whole] = [report.figures[less]!, report.figures[more]!];
    if (part.value <= whole.value || part.of === more || whole.approx === 'over') continue;
    if (!sameMeasure(part.unit, whole.unit)) continue;
    findings.push({
      kind: 'part_larger_than_whole',
      severity: 'error',
      message: `${part.text}（${part.subject ?? part.verb ?? ''}）大于${whole.text}（${whole.subject ?? whole.verb ?? ''}）。`,
      statements: [statement(report, more), statement(report, less)],
    });
  }
  return findings;
}

/** Rates of one whole that cannot both be high; counted on different bases they still want a word. */
const COMPLEMENTS: readonly (readonly [string, string])[] = [['litigation.win_rate', 'litigation.loss_rate']];

function complements({ report, coded }: ReportIndex): Finding[] {
  return COMPLEMENTS.flatMap(([one, other]): Finding[] => {
    const [first, second] = [one, other].map((code) => {
      const places = (coded.get(code) ?? []).filter((at) => {
        const figure = report.figures[at]!;
        return isRate(figure) && figure.role === 'level';
      });
      return places.length === 1 ? places[0] : undefined;
    });
    if (first === undefined || second === undefined) return [];
    const [high, low] = [report.figures[first]!, report.figures[second]!];
    const sum = high.value + low.value;
    if (sum <= 100 + tolerance(high) + tolerance(low)) return [];
    return [
      {
        kind: 'arithmetic',
        severity: 'warning',
        message: `${high.subject ?? ''}${high.text}与${low.subject ?? ''}${low.text}合计${sum.toFixed(2)}%，超过100%；分母不同的，请写明。`,
        statements: [statement(report, first), statement(report, second)],
      },
    ];
  });
}

/** What becomes of what was counted: together no more than all of it. */
const OUTCOMES: readonly (readonly [whole: string, ...outcomes: string[]])[] = [
  ['normative_document.cleaned', 'normative_document.retained', 'normative_document.amended_repealed'],
];

/** 清理100件，保留70件、修改20件、废止15件: the outcomes beside their whole exceed it. */
function outcomes({ report }: ReportIndex): Finding[] {
  const { figures } = report;
  return OUTCOMES.flatMap(([code, ...parts]): Finding[] =>
    figures.flatMap((whole, at): Finding[] => {
      if (whole.indicator !== code || !countable(whole) || whole.approx !== 'exact') return [];
      let sum = 0;
      let next = at + 1;
      for (; next < figures.length; next += 1) {
        const part = figures[next]!;
        if (!parts.includes(part.indicator ?? '') || !countable(part) || !sameMeasure(part.unit, whole.unit)) break;
        if (/[。；\n]/.test(report.text.slice(figures[next - 1]!.end, part.start))) break;
        sum += part.value;
      }
      // parts that name their whole are told by `sums`
      const named = figures.slice(at + 1, next).every(({ of }) => of === at);
      if (next - at < 3 || sum <= whole.value || named) return [];
      const words = figures.slice(at + 1, next).map(({ text }) => text);
      return [
        {
          kind: 'parts_exceed_whole',
          severity: 'warning',
          message: `${words.join('、')}合计${sum}，大于整体${whole.text}。`,
          statements: [statement(report, at), statement(report, next - 1)],
        },
      ];
    }),
  );
}

/** 其中A件、B件、C件: parts side by side that together exceed the whole. They may overlap, so this is a doubt only. */
function sums({ report, parts: partsOf }: ReportIndex): Finding[] {
  const findings: Finding[] = [];
  for (const [of, all] of [...partsOf].toSorted(([one], [two]) => one - two)) {
    const whole = report.figures[of];
    if (whole === undefined) continue;
    if (!countable(whole) || whole.approx !== 'exact') continue;
    const parts = all.filter((at) => {
      const figure = report.figures[at]!;
      return countable(figure) && figure.unit === whole.unit && figure.approx !== 'under';
    });
    const listed = parts.filter((at, index) => index === 0 || at === parts[index - 1]! + 1);
    const sum = listed.reduce((total, at) => total + report.figures[at]!.value, 0);
    if (listed.length < 2 || listed.length !== parts.length || sum <= whole.value) continue;
    if (listed.some((at) => report.figures[at]!.value > whole.value)) continue;
    findings.push({
      kind: 'parts_exceed_whole',
      severity: 'warning',
      message: `${listed.map((at) => report.figures[at]!.text).join('、')}合计${sum}，大于整体${whole.text}。`,
      statements: [statement(report, of), statement(report, listed.at(-1)!)],
    });
  }
  return findings;
}
