import { CATALOGUE } from '@fadu/catalogue';
import { type CheckedReport, type CheckStep, countable, type Finding, statement } from './finding.js';
import { liesIn, type Place } from './place.js';
import { amountOf, isDistinct, measureOf, paced, type ReportIndex } from './report-index.js';
import type { Figure } from './types.js';

const STOCKS: ReadonlySet<string> = new Set(CATALOGUE.filter(({ kind }) => kind === 'stock').map(({ code }) => code));

const sameFact = (one: Figure, two: Figure): boolean =>
  one.indicator !== null &&
  one.indicator === two.indicator &&
  one.role === 'level' &&
  two.role === 'level' &&
  one.unit === two.unit &&
  one.subject !== null &&
  one.subject === two.subject &&
  // how many there are is one fact, whatever is done with them
  (one.verb === two.verb || STOCKS.has(one.indicator));

/** Does the rounded statement cover the other? 6500余 covers 6560. */
export function agree(one: Figure, two: Figure): boolean {
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

/** One fact told twice: in one report (`one` and `two` the same) with two numbers, or by two reports. */
export function* repeated(one: ReportIndex, two: ReportIndex): Generator<CheckStep, void> {
  for (const step of paced(one.report.figures)) {
    if (step === null) {
      yield null;
      continue;
    }
    const [figure, index] = step;
    const { indicator } = figure;
    if (one !== two && indicator !== null && (figure.role === 'change' || figure.role === 'previous')) {
      const other = two.coded.get(indicator)?.find((at) => sameMove(figure, two.report.figures[at]!));
      if (other !== undefined) yield told(one.report, index, two.report, other);
    }
    if (indicator === null || figure.role !== 'level' || !one.levels.has(indicator)) continue;
    for (const other of two.levels.get(indicator) ?? []) {
      if (one === two && other <= index) continue;
      const alone = one.only.get(indicator) === index && two.only.get(indicator) === other;
      const finding = twice(one.report, index, two.report, other, alone);
      if (finding) yield finding;
    }
  }
}

/** 同比增长82.37% in both, 由21.56%下降 in both. */
const sameMove = (one: Figure, two: Figure): boolean =>
  one.role === two.role &&
  one.value === two.value &&
  one.unit === two.unit &&
  one.polarity === two.polarity &&
  one.basis === two.basis;

const LIMITED = /[“”]|期间|专项|活动|行动|其中|[上下]半年|季度|首月|当[月日天]|[一二三四五六七八九十\d]月|[宣传法]周/;

/** What the sentence says before a figure. */
const said = ({ text, figures }: CheckedReport, at: number): string =>
  /[^。；\n]*$/.exec(text.slice(Math.max(0, figures[at]!.start - 60), figures[at]!.start))![0];

/** `alone`: neither report has another figure of the code. */
function twice(
  one: CheckedReport,
  index: number,
  two: CheckedReport,
  other: number,
  alone: boolean,
): Finding | undefined {
  const [figure, twin] = [one.figures[index]!, two.figures[other]!];
  if (figure.unit !== twin.unit) return undefined;
  const same = sameFact(figure, twin);
  if (agree(figure, twin)) {
    // a small number may be the same by chance
    return one !== two && (same || alone || figure.value >= 10) ? told(one, index, two, other) : undefined;
  }
  if (!same || figure.scope !== twin.scope) return undefined;
  // a sentence counts two things, and one of two sentences may be of a campaign or of a part of the year
  if (one === two && !/[。；\n]/.test(one.text.slice(figure.end, twin.start))) return undefined;
  if (one === two && [index, other].some((at) => LIMITED.test(said(one, at)))) return undefined;
  return {
    kind: 'same_fact_twice',
    severity: 'warning',
    message: `同一事实两个数：${figure.text}与${twin.text}。`,
    statements: [statement(one, index), statement(two, other)],
  };
}

/**
 * Two reports of one place and year tell the same facts; of a part and its whole, a part is never larger; of other places
 * or years nothing is compared, since nothing follows.
 */
export function* between(one: ReportIndex, two: ReportIndex): Generator<CheckStep, void> {
  if (one.year !== null && two.year !== null && one.year !== two.year) return;
  if (one.report.partOf === two.report.name) return yield* larger(one, two);
  if (two.report.partOf === one.report.name) return yield* larger(two, one);
  const [here, there] = [one.place, two.place];
  if (here !== null && there !== null && here.name !== there.name) {
    if (inside(one.report, here, there)) yield* larger(one, two);
    else if (inside(two.report, there, here)) yield* larger(two, one);
    return;
  }
  yield* repeated(one, two);
  yield* otherMeasure(one, two);
}

/** By what a person said of the place; else by the text of the report. */
const inside = (part: CheckedReport, own: Place, whole: Place): boolean =>
  part.place?.within === undefined ? liesIn(own, whole, part.text) : part.place.within === whole.name;

/** 办理4034件 and 收到4034件: a number told twice under two names of one field. */
function* otherMeasure(one: ReportIndex, two: ReportIndex): Generator<CheckStep, void> {
  const told = (own: Figure): string => `${own.verb ?? ''}${own.subject ?? ''}${own.text}`;
  for (const step of paced(one.report.figures)) {
    if (step === null) {
      yield null;
      continue;
    }
    const [figure, index] = step;
    if (!isDistinct(figure)) continue;
    const twin = two.distinct
      .get(amountOf(figure))
      ?.find((at) => two.report.figures[at]!.indicator !== figure.indicator);
    if (twin === undefined) continue;
    if (two.coded.get(figure.indicator!)?.some((at) => agree(two.report.figures[at]!, figure))) continue;
    yield {
      kind: 'measure_differs',
      severity: 'warning',
      message: `数相同而口径不同：${told(figure)}与${told(two.report.figures[twin]!)}。`,
      statements: [statement(one.report, index), statement(two.report, twin)],
    };
  }
}

/** A count of the part above the largest of the whole for the same code and unit. */
function* larger(part: ReportIndex, whole: ReportIndex): Generator<CheckStep, void> {
  for (const step of paced(part.report.figures)) {
    if (step === null) {
      yield null;
      continue;
    }
    const [figure, index] = step;
    if (figure.indicator === null || !countable(figure)) continue;
    const at = whole.most.get(measureOf(figure));
    if (at === undefined) continue;
    const most = whole.report.figures[at]!;
    if (figure.value <= most.value || most.approx === 'over') continue;
    yield {
      kind: 'part_larger_than_whole',
      severity: 'error',
      message: `${part.report.name}的${figure.text}大于${whole.report.name}的${most.text}。`,
      statements: [statement(whole.report, at), statement(part.report, index)],
    };
  }
}

/** One fact in two reports: to be counted once, by the finer of the two numbers. */
function told(one: CheckedReport, index: number, two: CheckedReport, other: number): Finding {
  const [first, second] = [one.figures[index]!, two.figures[other]!];
  const finer = first.approx === 'exact' ? first : second;
  return {
    kind: 'same_fact_twice',
    severity: 'agree',
    message:
      first.value === second.value
        ? `同一事实，两份报告相符：${first.text}，汇总时只计一次。`
        : `同一事实，取整后相符：${first.text}与${second.text}，用${finer.text}，汇总时只计一次。`,
    statements: [statement(one, index), statement(two, other)],
  };
}
