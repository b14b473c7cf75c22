import { addDays, chineseDate, dayOf, type Instant, type PlainDate, toInstant } from '@fadu/kernel';
import { type Advance, advance, countedDays, goBack } from './advance.js';
import type { Deadline, DeadlineInput } from './deadline.js';
import { CLAUSES, dayText, type ExplanationStep, openStep, reasonText, runsText, step } from './explanation.js';
import { amountText, type Limit, type Unit } from './limit.js';
import { type CountingMethods, DEFAULT_METHODS, suspensionDaysText } from './methods.js';
import type { Stretch } from './suspension.js';
import { nextWorkday, previousWorkday, unpublishedYear, type WorkCalendar } from './work-calendar.js';

type Stage = Omit<Deadline, 'from' | 'opensOn' | 'pausedSince'>;
type DateUnit = Exclude<Unit, 'hour'>;

const HOUR_MS = 3_600_000;

const methodsOf = ({ methods }: DeadlineInput): CountingMethods => ({ ...DEFAULT_METHODS, ...methods });

/** One stage of a limit, without its `then`. Input has been checked. */
export function countStage(input: DeadlineInput, stretches: readonly Stretch[]): Stage {
  const { limit } = input;
  if (limit.unit === 'hour') return countHours(input);
  return limit.direction === 'backward' ? countBackward(input, limit.unit) : countForward(input, limit.unit, stretches);
}

function countForward(input: DeadlineInput, unit: DateUnit, stretches: readonly Stretch[]): Stage {
  const { from, limit, calendar } = input;
  const explanation: ExplanationStep[] = [startStep(input), limitStep(input)];

  const base = advance(from, limit.amount, unit, calendar, stretches);
  const methods = methodsOf(input);
  explanation.push(...countSteps(base, unit, limit.amount, calendar, methods));
  let nominalDue = base.end;
  let counted = base.counted;
  let countsWorkdays = unit === 'workday';

  const extra = extensionOf(input);
  if (extra && extra.unit !== 'hour') {
    const rolled = methods.extendFrom === 'legal' && limit.roll !== 'none';
    const start = rolled ? nextWorkday(nominalDue, calendar) : nominalDue;
    const longer = advance(start, extra.amount, extra.unit, calendar, stretches);
    explanation.push(
      openStep(
        rolled
          ? `延长${amountText(extra.amount, extra.unit)}，从顺延后的届满日${chineseDate(start)}起接着计算`
          : `延长${amountText(extra.amount, extra.unit)}，从名义届满日${chineseDate(start)}起接着计算，不从顺延后的日期计算`,
        'extendFrom',
      ),
      ...countSteps(longer, extra.unit, extra.amount, calendar, methods),
    );
    nominalDue = longer.end;
    counted = [...counted, ...longer.counted];
    countsWorkdays ||= extra.unit === 'workday';
  }

  const rolls = limit.roll !== 'none';
  if (rolls) {
    const moved = suspendedOnRolledDay(nominalDue, stretches, calendar);
    if (moved !== undefined) {
      explanation.push(
        openStep(`顺延后的最后一日在中止期间，恢复之日${chineseDate(moved)}为最后一日`, 'suspensionDays'),
      );
      nominalDue = moved;
    }
  }
  const legalDue = rolls ? nextWorkday(nominalDue, calendar) : nominalDue;
  const targetDue = previousWorkday(nominalDue, calendar);
  explanation.push(rollStep(nominalDue, legalDue, limit, calendar), targetStep(targetDue));

  const firstDependent = countsWorkdays ? addDays(from, 1) : nominalDue;
  const unknown = countsWorkdays || rolls ? unpublishedYear(firstDependent, legalDue, calendar) : undefined;
  if (unknown !== undefined) explanation.push(provisionalStep(unknown, legalDue));
  return { nominalDue, legalDue, targetDue, provisional: unknown !== undefined, counted, explanation };
}

/**
 * The period had ended by count, but its last day had moved to a day that fell into a suspension: one day is left, the
 * day of resumption.
 */
function suspendedOnRolledDay(
  end: PlainDate,
  stretches: readonly Stretch[],
  calendar: WorkCalendar,
): PlainDate | undefined {
  let moved: PlainDate | undefined;
  for (const { from, to } of stretches) {
    const current = moved ?? end;
    if (from > current && from <= nextWorkday(current, calendar)) moved = to;
  }
  return moved;
}

function countBackward(input: DeadlineInput, unit: DateUnit): Stage {
  const { from, limit, calendar } = input;
  const method = methodsOf(input).clearDays;
  const { end, counted, skipped } = goBack(from, limit.amount, unit, calendar, method);
  const targetDue = previousWorkday(end, calendar);
  const explanation = [
    step(`从${input.startEvent ?? '事件发生'}之日${chineseDate(from)}向前计算，当日不计入`, CLAUSES.startDay),
    limitStep(input),
    openStep(
      method === 'between'
        ? `送达之日与该日之间应当有完整的${amountText(limit.amount, unit)}`
        : `向前第${amountText(limit.amount, unit)}即为最迟日，送达之日计算在内`,
      'clearDays',
    ),
    ...listSteps(unit, counted, skipped, calendar),
    step(`最迟日为${dayText(end)}${unit === 'workday' ? '' : '，不因休息日提前'}`),
    targetStep(targetDue),
  ];
  const unknown = unit === 'workday' ? unpublishedYear(end, addDays(from, -1), calendar) : undefined;
  if (unknown !== undefined) explanation.push(provisionalStep(unknown, end));
  return { nominalDue: end, legalDue: end, targetDue, provisional: unknown !== undefined, counted, explanation };
}

/**
 * Hours run through nights and holidays. Without the minute of the event the day found is the earliest on which they
 * can lapse: 24 hours from some time on Monday lapse on Tuesday, 12 hours may lapse on Monday.
 */
function countHours(input: DeadlineInput): Stage {
  const { from, fromInstant, limit, calendar } = input;
  const extra = extensionOf(input)?.amount ?? 0;
  const total = (limit.amount + extra) * (limit.direction === 'backward' ? -1 : 1);
  const lapsesAt = fromInstant && toInstant(new Date(Date.parse(fromInstant) + total * HOUR_MS));
  const due = lapsesAt ? dayOf(lapsesAt) : addDays(from, Math.floor(total / 24));
  const targetDue = previousWorkday(due, calendar);
  const explanation = [
    step(
      `自${input.startEvent ?? '起算'}之时（${chineseDate(from)}${fromInstant ? clockText(fromInstant) : ''}）起连续计算，夜间和节假日不停`,
      CLAUSES.hours,
    ),
    limitStep(input),
    ...(extra > 0 ? [step(`延长${amountText(extra, 'hour')}`)] : []),
    step(`届满日为${dayText(due)}${lapsesAt ? clockText(lapsesAt) : ''}，不顺延`),
    ...(lapsesAt ? [] : [step('没有填写起算的时刻，按最早可能届满的一日计算')]),
    targetStep(targetDue),
  ];
  return {
    nominalDue: due,
    legalDue: due,
    targetDue,
    provisional: false,
    counted: countedDays(from, due, []),
    explanation,
    ...(lapsesAt && { lapsesAt }),
  };
}

function extensionOf({ extension, limit }: DeadlineInput): Limit | undefined {
  if (extension === undefined || extension === 0) return undefined;
  return typeof extension === 'number' ? { amount: extension, unit: limit.unit } : extension;
}

/** 09:12 in Beijing */
const clockText = (instant: Instant): string => new Date(Date.parse(instant) + 8 * HOUR_MS).toISOString().slice(11, 16);

const startStep = ({ from, startEvent = '起算' }: DeadlineInput): ExplanationStep =>
  step(`${startEvent}之日${chineseDate(from)}不计入，次日起算`, CLAUSES.startDay, '《民事诉讼法》第八十五条第二款同');

const limitStep = ({ limit, basis }: DeadlineInput): ExplanationStep =>
  step(`期间为${amountText(limit.amount, limit.unit)}`, basis);

function countSteps(
  count: Advance,
  unit: DateUnit,
  amount: number,
  calendar: WorkCalendar,
  { suspensionDays }: CountingMethods,
): ExplanationStep[] {
  const steps = listSteps(unit, count.counted, count.skipped, calendar);
  for (const { stretch, days } of count.excluded) {
    const reasons = stretch.reasons.length > 0 ? `（${stretch.reasons.join('、')}）` : '';
    const effect = unit === 'workday' ? '其间的工作日不计入' : `扣除${days}日`;
    const text = `${suspensionText(stretch, suspensionDays, reasons)}，${effect}`;
    steps.push(openStep(text, 'suspensionDays', `${suspensionDaysText[suspensionDays]}，`, stretch.basis));
  }
  const last =
    unit === 'workday' || unit === 'day'
      ? `第${amountText(amount, unit)}为${dayText(count.end)}，名义届满`
      : `满${amountText(amount, unit)}的对应日${count.excluded.length > 0 ? '加扣除的日数' : ''}为${dayText(count.end)}，名义届满；没有对应日的，为当月最后一日`;
  steps.push(step(last, unit === 'month' || unit === 'year' ? CLAUSES.sameNumberedDay : undefined));
  return steps;
}

/** The two days as they happened: the stretch holds them as the method shifted them. */
function suspensionText({ from, to }: Stretch, method: CountingMethods['suspensionDays'], reasons: string): string {
  const began = method === 'to' || method === 'neither' ? addDays(from, -1) : from;
  const ended = method === 'to' || method === 'both' ? addDays(to, -1) : to;
  return `${chineseDate(began)}中止${reasons}，${chineseDate(ended)}恢复`;
}

/** The days of a count of working days; other units are checked on their end. */
function listSteps(
  unit: DateUnit,
  counted: readonly PlainDate[],
  skipped: readonly PlainDate[],
  calendar: WorkCalendar,
): ExplanationStep[] {
  if (unit !== 'workday') return [];
  const withReason = (dates: readonly PlainDate[]) =>
    dates.map((date) => ({ date, reason: reasonText(date, calendar) }));
  const steps = [step(`计入：${runsText(withReason(counted))}`)];
  if (skipped.length > 0) steps.push(step(`不计入：${runsText(withReason(skipped))}`, CLAUSES.arrangement));
  return steps;
}

function rollStep(
  nominalDue: PlainDate,
  legalDue: PlainDate,
  { roll, unit }: Limit,
  calendar: WorkCalendar,
): ExplanationStep {
  if (roll === 'none') return step(`届满日为${dayText(nominalDue)}，不因休息日顺延`);
  if (legalDue !== nominalDue) {
    return step(
      `${dayText(nominalDue)}是${reasonText(nominalDue, calendar)}，顺延到${dayText(legalDue)}`,
      CLAUSES.roll,
      '《民事诉讼法》第八十五条第三款同',
    );
  }
  if (calendar.describe(nominalDue).kind === 'makeup') {
    return step(`${dayText(nominalDue)}调休上班，是工作日，不顺延`, CLAUSES.arrangement);
  }
  return step(unit === 'workday' ? `届满日为${dayText(legalDue)}` : `${dayText(legalDue)}是工作日，不顺延`);
}

const targetStep = (targetDue: PlainDate): ExplanationStep =>
  step(`内控日为${dayText(targetDue)}：名义届满日当日或者之前最后一个工作日`);

const provisionalStep = (year: number, due: PlainDate): ExplanationStep =>
  step(
    `${year}年放假安排没有公布，按周末和已知的法定节假日计算，届满日暂定${chineseDate(due)}；公布后自动重算`,
    CLAUSES.arrangement,
  );
