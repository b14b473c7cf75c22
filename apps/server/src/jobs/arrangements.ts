import { addDays, fail, ok, type PlainDate, parsePlainDate, type Refusal, type Result, refusal } from '@fadu/kernel';
import type { Booted } from '../boot.js';
import { recountProvisional } from './clocks.js';

/** The holiday arrangement of one year (放假安排), as the General Office of the State Council publishes it. */
export interface YearArrangement {
  readonly year: number;
  readonly off: readonly PlainDate[];
  /** Weekend days that work. */
  readonly on: readonly PlainDate[];
}

const LINE = /^(休|班)\s+(\S+?)(?:\.\.(\S+))?(?:\s+.*)?$/;
const LONGEST = 15;

/**
 * Reads an arrangement: `休 2027-02-05..2027-02-11 春节` for days off, `班 2027-02-14` for weekend days that work, `#` for
 * remarks. Days may reach into the year before or after.
 */
export function readArrangement(year: number, text: string): Result<YearArrangement, Refusal> {
  const off = new Set<PlainDate>();
  const on = new Set<PlainDate>();
  const wrong = (line: number, why: string) =>
    fail(refusal('calendar.arrangement', `不能录入${year}年放假安排：第${line}行${why}`));
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const match = LINE.exec(line);
    if (!match) return wrong(index + 1, '看不懂。应当形如：休 2027-02-05..2027-02-11 春节，或者：班 2027-02-14。');
    const [, kind, first, last = first] = match as unknown as [string, string, string, string?];
    const [from, to] = [parsePlainDate(first), parsePlainDate(last!)];
    if (!from || !to) return wrong(index + 1, '的日期不对。');
    if (to < from || to > addDays(from, LONGEST)) return wrong(index + 1, '的起止日期不对。');
    for (let day = from; day <= to; day = addDays(day, 1)) {
      if (Math.abs(Number(day.slice(0, 4)) - year) > 1) return wrong(index + 1, `的日期不在${year}年前后。`);
      if (off.has(day) || on.has(day)) return wrong(index + 1, `的${day}前面已经写过。`);
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      if (kind === '班' && weekday !== 0 && weekday !== 6)
        return wrong(index + 1, `的${day}不是周六或者周日，本来就上班。`);
      (kind === '休' ? off : on).add(day);
    }
  }
  const missing = ['01-01', '05-01', '10-01'].find((day) => !off.has(`${year}-${day}` as PlainDate));
  if (missing)
    return fail(
      refusal(
        'calendar.arrangement',
        `不能录入${year}年放假安排：${year}-${missing}应当放假而没有写。请核对是否完整。`,
      ),
    );
  return ok({ year, off: [...off].sort(), on: [...on].sort() });
}

/**
 * Enters an arrangement, or puts right one entered before, and counts provisional clocks again. A server that runs
 * counts by it from the next minute on.
 * @returns how many matters got other days.
 */
export async function enterArrangement(
  booted: Pick<Booted, 'owner' | 'platform' | 'reloadCalendar'>,
  { year, off, on }: YearArrangement,
  source: string,
): Promise<number> {
  await booted.owner.query(
    `insert into arrangement (region, year, off_days, on_days, source) values ('000000', $1, $2, $3, $4)
     on conflict (region, year) do update set off_days = excluded.off_days, on_days = excluded.on_days, source = excluded.source`,
    [year, off, on, source],
  );
  await booted.reloadCalendar();
  return recountProvisional(booted.platform);
}
