import { addDays, addMonths, chineseDate, chineseWeekday, daysBetween, fail, type LegalBasis, ok, type PlainDate, type Refusal, type Result, refusal, statute, yearOf } from '@fadu/kernel';
import { type Limit, limitText, type Unit } from './limit.js';
import { nextWorkday, previousWorkday, type WorkCalendar } from './work-calendar.js';

const MF = statute('中华人民共和国民法典');

/** A stretch that does not count: from the day of suspension to the day of resumption; without `to` it still runs. */
export interface Suspension {
  readonly from: PlainDate;
  readonly to?: PlainDate;
  readonly reason?: string;
  readonly basis?: LegalBasis;
}

export interface DeadlineInput {
  /** The day of the event; it does not count itself. For a backward limit the day that lies ahead. */
  readonly from: PlainDate;
  readonly limit: Limit;
  readonly calendar: WorkCalendar;
  readonly suspensions?: readonly Suspension[];
  /** Whole units of the limit, added to the nominal end. */
  readonly extension?: number;
  readonly basis?: LegalBasis;
  /** An open suspension counts as lasting until this day. */
  readonly asOf?: PlainDate;
}

export interface ExplanationStep {
  readonly text: string;
  readonly basis?: LegalBasis;
  /** Named where the laws are silent and the method is a setting. */
  readonly note?: string;
}

export interface Deadline {
  readonly from: PlainDate;
  /** By counting alone. */
  readonly nominalDue: PlainDate;
  /** After moving off rest days; lateness is judged on this. */
  readonly legalDue: PlainDate;
  /** Last working day on or before the nominal end; internal, for warnings. */
  readonly targetDue: PlainDate;
  /** Some day counted lies in a year without a published arrangement. */
  readonly provisional: boolean;
  /** With a two-stage limit: the first day on which one may act. */
  readonly opensOn?: PlainDate;
  /** Every day that was counted, in order. */
  readonly counted: readonly PlainDate[];
  readonly explanation: readonly ExplanationStep[];
}

/** More than any statute allows; beyond it the input is a mistake. */
const MOST: Readonly<Record<Unit, number>> = { workday: 2000, day: 8000, month: 600, year: 50, hour: 8760 };

/**
 * Counts a statutory time limit: the day of the event does not count, months end on the same-numbered day, suspensions
 * are merged and excluded, an extension is added to the nominal end, and the end moves off rest days once, at the very
 * last (民法典第二百零一条至第二百零四条; 民事诉讼法第八十五条).
 */
export function deadline(input: DeadlineInput): Result<Deadline, Refusal> {
  const fault = checkInput(input);
  if (fault) return fail(fault);
  try {
    return input.limit.direction === 'backward' ? ok(countBackward(input)) : ok(countForward(input));
  } catch (error) {
    if (error instanceof RangeError) return fail(refusal('calendar.out_of_range', '算出的日期超出1900年至2199年，请核对起算日和期限。'));
    throw error;
  }
}

function checkInput({ from, limit, suspensions = [], extension = 0 }: DeadlineInput): Refusal | undefined {
  for (let stage: Limit | undefined = limit; stage; stage = stage.then) {
    if (!Number.isInteger(stage.amount) || stage.amount < 1 || stage.amount > MOST[stage.unit]) {
      return refusal('calendar.bad_amount', `期限应当是1至${MOST[stage.unit]}之间的整数。`, [], { facts: { amount: stage.amount } });
    }
  }
  if (!Number.isInteger(extension) || extension < 0 || extension > MOST[limit.unit]) {
    return refusal('calendar.bad_extension', '延长的期间应当是不小于0的整数。');
  }
  if (limit.direction === 'backward' && (suspensions.length > 0 || extension > 0)) {
    return refusal('calendar.backward_only', '倒推的期限不能中止，也不能延长。');
  }
  for (const one of suspensions) {
    if (one.to !== undefined && one.to < one.from) return refusal('calendar.bad_suspension', `恢复日${one.to}早于中止日${one.from}，请核对。`);
    if (one.from < from) return refusal('calendar.bad_suspension', `中止日${one.from}早于起算日${from}，请核对。`);
  }
  return undefined;
}

/** Suspensions without overlap, in order; the day of suspension does not count, the day of resumption counts. */
function merged(suspensions: readonly Suspension[], until: PlainDate | undefined): { from: PlainDate; to: PlainDate }[] {
  const closed = suspensions
    .flatMap((one) => (one.to === undefined ? (until === undefined ? [] : [{ from: one.from, to: until }]) : [{ from: one.from, to: one.to }]))
    .filter((one) => one.to > one.from)
    .sort((a, b) => a.from.localeCompare(b.from));
  const union: { from: PlainDate; to: PlainDate }[] = [];
  for (const one of closed) {
    const last = union.at(-1);
    if (last && one.from <= last.to) {
      if (one.to > last.to) last.to = one.to;
    } else union.push({ ...one });
  }
  return union;
}

function countForward(input: DeadlineInput): Deadline {
  const { from, limit, calendar, extension = 0 } = input;
  const stops = merged(input.suspensions ?? [], input.asOf);
  const steps: ExplanationStep[] = [
    {
      text: `期限${limitText(limit)}。${chineseDate(from)}（${chineseWeekday(from)}）当日不计入，自次日起算。`,
      basis: input.basis ?? MF(201),
    },
  ];
  if (input.basis) steps.push({ text: '期间开始的日不计入。', basis: MF(201) });
  const total: Limit = { ...limit, amount: limit.amount + extension };
  const { end, counted } = run(from, total, calendar, stops);
  for (const stop of stops) {
    steps.push({
      text: `${chineseDate(stop.from)}中止，${chineseDate(stop.to)}恢复，扣除${daysBetween(stop.from, stop.to)}日。`,
      note: '中止当日不计入、恢复当日计入，法律没有规定，按平台设置计算',
    });
  }
  if (extension > 0) steps.push({ text: `延长${limitText({ ...limit, amount: extension })}，自原期限的名义届满日接续计算。`, note: '延长自名义届满日计算，法律没有规定，按平台设置计算' });
  if (limit.unit === 'workday') skipped(from, end, calendar, steps);
  if (limit.unit === 'month' || limit.unit === 'year') {
    steps.push({ text: `到期月的对应日为${chineseDate(end)}${Number(end.slice(8)) === Number(from.slice(8)) ? '' : '（没有对应日的，为月末日；有扣除的，相应后移）'}。`, basis: MF(202) });
  }
  steps.push({ text: `名义届满日${chineseDate(end)}（${chineseWeekday(end)}）。` });
  const legalDue = rolled(end, limit, calendar, steps);
  const targetDue = previousWorkday(end, calendar);
  if (limit.then) {
    const second = countForward({ from: legalDue, limit: limit.then, calendar });
    steps.push({ text: `前一期限届满后，自${chineseDate(addDays(legalDue, 1))}起可以办理，再计${limitText(limit.then)}。` });
    return {
      ...second,
      from,
      opensOn: addDays(legalDue, 1),
      provisional: second.provisional || uncertain(from, legalDue, calendar),
      counted: [...counted, ...second.counted],
      explanation: [...steps, ...second.explanation.slice(1)],
    };
  }
  const provisional = uncertain(from, legalDue, calendar);
  if (provisional) {
    const unknown = [yearOf(from), yearOf(legalDue), yearOf(addDays(legalDue, 1))].find((year) => !calendar.isPublished(year));
    steps.push({ text: `${unknown}年放假安排没有公布，届满日暂定，公布后自动重算。` });
  }
  return { from, nominalDue: end, legalDue, targetDue, provisional, counted, explanation: steps };
}

/** Walks the limit from the day after `from`, leaving out suspended days. */
function run(from: PlainDate, limit: Limit, calendar: WorkCalendar, stops: readonly { from: PlainDate; to: PlainDate }[]): { end: PlainDate; counted: PlainDate[] } {
  const inStop = (day: PlainDate) => stops.some((stop) => day >= stop.from && day < stop.to);
  if (limit.unit === 'hour') {
    // The minute is not known here: the day on which so many hours have certainly passed.
    const end = addDays(from, Math.ceil(limit.amount / 24));
    return { end, counted: stretch(from, end) };
  }
  if (limit.unit === 'month' || limit.unit === 'year') {
    let end = addMonths(from, limit.unit === 'month' ? limit.amount : limit.amount * 12);
    for (const stop of stops) if (stop.from <= end) end = addDays(end, daysBetween(stop.from, stop.to));
    return { end, counted: stretch(from, end).filter((day) => !inStop(day)) };
  }
  const counted: PlainDate[] = [];
  let day = from;
  while (counted.length < limit.amount) {
    day = addDays(day, 1);
    if (inStop(day)) continue;
    if (limit.unit === 'workday' && !calendar.isWorkday(day)) continue;
    counted.push(day);
  }
  return { end: day, counted };
}

function stretch(from: PlainDate, to: PlainDate): PlainDate[] {
  const list: PlainDate[] = [];
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) list.push(day);
  return list;
}

function rolled(end: PlainDate, limit: Limit, calendar: WorkCalendar, steps: ExplanationStep[]): PlainDate {
  if (limit.roll === 'none') {
    steps.push({ text: `届满日不因休息日顺延，${chineseDate(end)}届满。` });
    return end;
  }
  const legal = nextWorkday(end, calendar);
  if (legal !== end) {
    const { kind, name } = calendar.describe(end);
    const why = kind === 'weekend' ? '周末' : (name ?? '法定休假日');
    const makeup = calendar.describe(legal).kind === 'makeup' ? '（调休上班）' : '';
    steps.push({ text: `最后一日是${why}，顺延到${chineseDate(legal)}（${chineseWeekday(legal)}）${makeup}。`, basis: MF(203, 1) });
  }
  return legal;
}

function skipped(from: PlainDate, end: PlainDate, calendar: WorkCalendar, steps: ExplanationStep[]): void {
  const rest: string[] = [];
  const makeup: string[] = [];
  for (const day of stretch(from, end)) {
    const { kind, name } = calendar.describe(day);
    if (kind === 'holiday') rest.push(`${day.slice(5)}${name ?? ''}`);
    else if (kind === 'weekend') rest.push(`${day.slice(5)}周末`);
    else if (kind === 'makeup') makeup.push(day.slice(5));
  }
  if (rest.length > 0) steps.push({ text: `不计的休息日：${rest.join('、')}。` });
  if (makeup.length > 0) steps.push({ text: `调休上班日计入：${makeup.join('、')}。` });
}

/**
 * The latest day on which so many whole units still lie between it and the event. Calendar days: that day itself may be
 * a rest day, for it is the last on which the thing may be done; working days: the last working day before.
 */
function countBackward({ from, limit, calendar, basis }: DeadlineInput): Deadline {
  const counted: PlainDate[] = [];
  let day = from;
  while (counted.length < limit.amount) {
    day = addDays(day, -1);
    if (limit.unit === 'day' || calendar.isWorkday(day)) counted.unshift(day);
  }
  let last = addDays(day, -1);
  if (limit.unit === 'workday') last = previousWorkday(last, calendar);
  return {
    from,
    nominalDue: last,
    legalDue: last,
    targetDue: previousWorkday(last, calendar),
    provisional: uncertain(last, from, calendar),
    counted,
    explanation: [
      {
        text: `${chineseDate(from)}前须有完整的${limitText(limit)}：${counted.map((one) => one.slice(5)).join('、')}，最迟${chineseDate(last)}（${chineseWeekday(last)}）。`,
        ...(basis && { basis }),
        note: '“日前”按其间足额日数计算，法律没有规定方法，按平台设置计算',
      },
    ],
  };
}

/**
 * Whether an unpublished year could change the result. Calendar days inside the stretch never depend on it, only the
 * last day; but an arrangement also makes weekends work, so the whole stretch is held to be open when it reaches there.
 */
function uncertain(first: PlainDate, last: PlainDate, calendar: WorkCalendar): boolean {
  for (let year = yearOf(first); year <= yearOf(last); year += 1) if (!calendar.isPublished(year)) return true;
  return false;
}
