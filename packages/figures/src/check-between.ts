import { type CheckedReport, countable, type Finding, statement } from './finding.js';
import { liesIn, type Place, reportPlace } from './place.js';
import { reportYear } from './sections.js';
import type { Figure } from './types.js';

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

/** A code on more figures than this counts a series, by place or by month: none of them is the fact of another. */
const SERIES = 30;

/** The levels of a report by their code; a series is left out. */
function factsOf({ figures }: CheckedReport): ReadonlyMap<string, readonly number[]> {
  const byCode = new Map<string, number[]>();
  figures.forEach(({ indicator, role }, index) => {
    if (indicator === null || role !== 'level') return;
    const there = byCode.get(indicator);
    if (there) there.push(index);
    else byCode.set(indicator, [index]);
  });
  for (const [code, indexes] of byCode) if (indexes.length > SERIES) byCode.delete(code);
  return byCode;
}

export function repeated(one: CheckedReport, two: CheckedReport): Finding[] {
  const findings: Finding[] = [];
  const [own, byCode] = [factsOf(one), factsOf(two)];
  one.figures.forEach((figure, index) => {
    if (!own.has(figure.indicator ?? '')) return;
    for (const other of byCode.get(figure.indicator ?? '') ?? []) {
      if (one === two && other <= index) continue;
      const twin = two.figures[other]!;
      const same = sameFact(figure, twin);
      if (one !== two && agree(figure, twin) && twin.unit === figure.unit && figure.role === 'level') {
        // a small number may be the same by chance
        if (same || figure.value >= 10) findings.push(told(one, index, two, other));
        continue;
      }
      if (!same || agree(figure, twin)) continue;
      if (figure.scope !== twin.scope) continue;
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

/**
 * Two reports of one place and year tell the same facts; of a part and its whole, a part is never larger; of other places
 * or years nothing is compared, since nothing follows.
 */
export function between(one: CheckedReport, two: CheckedReport): Finding[] {
  const [year, other] = [yearOf(one), yearOf(two)];
  if (year !== null && other !== null && year !== other) return [];
  if (one.partOf === two.name) return larger(one, two);
  if (two.partOf === one.name) return larger(two, one);
  const [here, there] = [placeOf(one), placeOf(two)];
  if (here !== null && there !== null && here.name !== there.name) {
    if (inside(one, here, there)) return larger(one, two);
    if (inside(two, there, here)) return larger(two, one);
    return [];
  }
  return [...repeated(one, two), ...otherMeasure(one, two)];
}

const yearOf = ({ year, text }: CheckedReport): number | null => year ?? reportYear(text);
const placeOf = ({ place, text }: CheckedReport): Place | null => place ?? reportPlace(text);
/** By what a person said of the place; else by the text of the report. */
const inside = (part: CheckedReport, own: Place, whole: Place): boolean =>
  part.place?.within === undefined ? liesIn(own, whole, part.text) : part.place.within === whole.name;

/** 办理4034件 and 收到4034件: a number told twice under two names of one field. */
function otherMeasure(one: CheckedReport, two: CheckedReport): Finding[] {
  const findings: Finding[] = [];
  one.figures.forEach((figure, index) => {
    if (!distinct(figure)) return;
    const field = figure.indicator!.split('.')[0];
    const twin = two.figures.findIndex(
      (other) =>
        distinct(other) &&
        other.value === figure.value &&
        other.unit === figure.unit &&
        other.indicator !== figure.indicator &&
        other.indicator!.split('.')[0] === field,
    );
    if (twin < 0 || two.figures.some((other) => other.indicator === figure.indicator && agree(other, figure))) return;
    const told = (own: Figure): string => `${own.verb ?? ''}${own.subject ?? ''}${own.text}`;
    findings.push({
      kind: 'measure_differs',
      severity: 'warning',
      message: `数相同而口径不同：${told(figure)}与${told(two.figures[twin]!)}。`,
      statements: [statement(one, index), statement(two, twin)],
    });
  });
  return findings;
}

/** A number that two facts do not share by chance. */
const distinct = (figure: Figure): boolean =>
  figure.indicator !== null && countable(figure) && figure.approx === 'exact' && figure.value >= 500;

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
