import { dayOf, EARLIEST_YEAR, LATEST_YEAR, type PlainDate, parsePlainDate, type Refusal, refusal } from '@fadu/kernel';
import type { DeadlineInput } from './deadline.js';
import { type Limit, lastStage, type Unit } from './limit.js';

/** No count longer than the span of years the platform records. */
const SPAN_YEARS = LATEST_YEAR - EARLIEST_YEAR + 1;
const LONGEST: Readonly<Record<Unit, number>> = {
  workday: SPAN_YEARS * 366,
  day: SPAN_YEARS * 366,
  month: SPAN_YEARS * 12,
  year: SPAN_YEARS,
  hour: SPAN_YEARS * 366 * 24,
};

const badAmount = (message: string): Refusal => refusal('calendar.bad_amount', message);
const badExtension = (message: string): Refusal =>
  refusal('calendar.bad_extension', message, [], { field: 'extension' });
const backwardOnly = (message: string): Refusal => refusal('calendar.backward_only', message);
const badSuspension = (message: string): Refusal =>
  refusal('calendar.bad_suspension', message, [], { field: 'suspensions' });

export const outOfRange = (what: string): Refusal =>
  refusal(
    'calendar.out_of_range',
    `不能计算期限：${what}不在${EARLIEST_YEAR}年至${LATEST_YEAR}年之间。请核对年份和期限。`,
  );

/** What makes a count impossible, or undefined. */
export function checkInput(input: DeadlineInput): Refusal | undefined {
  if (!isDate(input.from)) return outOfRange('起算日');
  if (input.asOf !== undefined && !isDate(input.asOf)) return outOfRange('计算日');
  return checkLimit(input.limit) ?? checkExtension(input) ?? checkSuspensions(input) ?? checkInstant(input);
}

const isDate = (date: PlainDate): boolean => parsePlainDate(date) !== undefined;

function checkLimit(limit: Limit): Refusal | undefined {
  if (!Number.isSafeInteger(limit.amount) || limit.amount < 1) {
    return badAmount(`不能计算期限：期间“${limit.amount}”应为大于0的整数。请改正期限的数额。`);
  }
  if (limit.amount > LONGEST[limit.unit]) return outOfRange('届满日');
  return limit.then && checkLimit(limit.then);
}

function checkExtension({ extension, limit }: DeadlineInput): Refusal | undefined {
  if (extension === undefined || extension === 0) return undefined;
  const last = lastStage(limit);
  const extra: Limit = typeof extension === 'number' ? { amount: extension, unit: last.unit } : extension;
  if (last.direction === 'backward') return backwardOnly('不能延长：倒推的期限没有延长。请改动听证或者开庭的日期。');
  if (extra.direction === 'backward' || extra.then)
    return badExtension('不能延长：延长的期间应为一段向后计算的期间。请改正延长的数额。');
  if ((extra.unit === 'hour') !== (last.unit === 'hour'))
    return badExtension('不能延长：小时只能与小时相加。请改正延长的单位。');
  if (!Number.isSafeInteger(extra.amount) || extra.amount < 1)
    return badExtension('不能延长：延长的期间应为大于0的整数。请改正延长的数额。');
  return checkLimit(extra);
}

function checkSuspensions({ suspensions = [], limit, from }: DeadlineInput): Refusal | undefined {
  for (const one of suspensions) {
    if (!isDate(one.from) || (one.to !== undefined && !isDate(one.to))) return outOfRange('中止或者恢复的日期');
    if (one.to !== undefined && one.to < one.from) {
      return badSuspension(`不能计算中止：恢复日${one.to}早于中止日${one.from}。请核对两个日期。`);
    }
    if (one.from < from) return badSuspension(`不能计算中止：中止日${one.from}早于起算日${from}。请核对两个日期。`);
  }
  if (suspensions.length === 0) return undefined;
  const last = lastStage(limit);
  if (last.direction === 'backward')
    return backwardOnly('不能计算中止：倒推的期限不会中止。请改动听证或者开庭的日期。');
  if (last.unit === 'hour')
    return badSuspension('不能计算中止：以小时计的期限连续计算，不因任何事由停止。请删去中止。');
  return undefined;
}

function checkInstant({ fromInstant, from }: DeadlineInput): Refusal | undefined {
  if (fromInstant === undefined) return undefined;
  if (Number.isNaN(Date.parse(fromInstant)) || dayOf(fromInstant) !== from) {
    return refusal('calendar.bad_instant', '不能计算期限：起算的时刻不在起算日当天。请核对时刻和日期。', [], {
      field: 'fromInstant',
    });
  }
  return undefined;
}
