import { lines } from '@fadu/lines';
import type { Clock } from '@fadu/procedure';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { deadline } from './deadline.js';
import { CommandError } from './io.js';

/** Runs the command; what it wrote on stdout, or the code and message with which it ended. */
async function run(command: string): Promise<{ code: number; out: string; message: string }> {
  let out = '';
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  try {
    return { code: await deadline(command.split(' ')), out, message: '' };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return { code: error.code, out, message: error.message };
  } finally {
    write.mockRestore();
  }
}
async function json(command: string): Promise<Record<string, unknown>> {
  const { out, message } = await run(`${command} --json`);
  expect(message).toBe('');
  return JSON.parse(out) as Record<string, unknown>;
}

// An independent count: the arrangements typed from the State Council's notices, days of the calendar one by one.
const OFF: readonly (readonly [string, string])[] = [
  ['2022-12-31', '2023-01-02'],
  ['2023-01-21', '2023-01-27'],
  ['2023-04-05', '2023-04-05'],
  ['2023-04-29', '2023-05-03'],
  ['2023-06-22', '2023-06-24'],
  ['2023-09-29', '2023-10-06'],
  ['2024-01-01', '2024-01-01'],
  ['2024-02-10', '2024-02-17'],
  ['2024-04-04', '2024-04-06'],
  ['2024-05-01', '2024-05-05'],
  ['2024-06-10', '2024-06-10'],
  ['2024-09-15', '2024-09-17'],
  ['2024-10-01', '2024-10-07'],
  ['2025-01-01', '2025-01-01'],
  ['2025-01-28', '2025-02-04'],
  ['2025-04-04', '2025-04-06'],
  ['2025-05-01', '2025-05-05'],
  ['2025-05-31', '2025-06-02'],
  ['2025-10-01', '2025-10-08'],
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
];
const ON = new Set(
  `2023-01-28 2023-01-29 2023-04-23 2023-05-06 2023-06-25 2023-10-07 2023-10-08
  2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12
  2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11
  2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10`.split(/\s+/),
);
const DAY = 86_400_000;
const shift = (day: string, by: number): string => new Date(Date.parse(day) + by * DAY).toISOString().slice(0, 10);
function works(day: string): boolean {
  if (ON.has(day)) return true;
  if (OFF.some(([first, last]) => first <= day && day <= last)) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}
const roll = (day: string, by: 1 | -1): string => {
  let one = day;
  while (!works(one)) one = shift(one, by);
  return one;
};
type Pause = readonly [from: string, to: string];
const paused = (day: string, pauses: readonly Pause[]): boolean => pauses.some(([a, b]) => a <= day && day < b);

function countDays(from: string, amount: number, unit: 'C' | 'W', pauses: readonly Pause[] = []) {
  let day = from;
  const counted: string[] = [];
  while (counted.length < amount) {
    day = shift(day, 1);
    if (!paused(day, pauses) && (unit === 'C' || works(day))) counted.push(day);
  }
  return { nominalDue: day, legalDue: roll(day, 1), targetDue: roll(day, -1), counted };
}
function countMonths(from: string, months: number) {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const due = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(day, last.getUTCDate())));
  const nominalDue = due.toISOString().slice(0, 10);
  return { nominalDue, legalDue: roll(nominalDue, 1), targetDue: roll(nominalDue, -1) };
}
function countBack(event: string, amount: number, unit: 'C' | 'W') {
  const counted: string[] = [];
  let day = shift(event, -1);
  for (; counted.length < amount; day = shift(day, -1)) if (unit === 'C' || works(day)) counted.unshift(day);
  if (unit === 'W') day = roll(day, -1);
  return { nominalDue: day, legalDue: day, targetDue: roll(day, -1), counted };
}

/** Every code of the sheets with its amount; forward, of days, one stage. */
const SIMPLE: readonly (readonly [code: string, amount: number, unit: 'C' | 'W', options?: string])[] = [
  ['reconsideration/apply', 60, 'C'],
  ['reconsideration/review', 5, 'W'],
  ['reconsideration/correction-notice', 5, 'W'],
  ['reconsideration/correction', 10, 'W'],
  ['reconsideration/agency-forward', 5, 'W'],
  ['reconsideration/send-copy', 7, 'W'],
  ['reconsideration/send-copy', 3, 'W', ' --procedure simplified'],
  ['reconsideration/reply', 10, 'W'],
  ['reconsideration/reply', 5, 'W', ' --procedure simplified'],
  ['reconsideration/decide', 60, 'C'],
  ['reconsideration/decide', 30, 'C', ' --procedure simplified'],
  ['reconsideration/decide', 90, 'C', ' --extend 30'],
  ['reconsideration/decide', 75, 'C', ' --extend 15'],
  ['reconsideration/extend', 30, 'C'],
  ['reconsideration/suspension-max', 60, 'C'],
  ['reconsideration/norm-notify', 3, 'W'],
  ['reconsideration/norm-reply', 10, 'W'],
  ['reconsideration/norm-handle', 30, 'C'],
  ['reconsideration/norm-transfer', 7, 'W'],
  ['reconsideration/norm-return', 60, 'C'],
  ['reconsideration/opinion-report', 60, 'C'],
  ['reconsideration/redo', 60, 'C'],
  ['reconsideration/sue', 15, 'C'],
  ['reconsideration/inaction', 60, 'C', ' --case legal-period'],
  ['reconsideration/inaction', 60, 'C', ' --urgent'],
  ['litigation/respond', 15, 'C'],
  ['litigation/evidence-extension', 15, 'C'],
  ['litigation/jurisdiction', 15, 'C'],
  ['litigation/appeal-judgment', 15, 'C'],
  ['litigation/appeal-ruling', 10, 'C'],
  ['litigation/answer-appeal', 15, 'C'],
  ['litigation/simplified', 45, 'C'],
  ['litigation/sue-after-reconsideration', 15, 'C'],
  ['advice/norm', 60, 'C'],
  ['advice/public-interest', 15, 'C', ' --urgent'],
];
const MONTHS: readonly (readonly [code: string, months: number])[] = [
  ['reconsideration/apply-not-told', 12],
  ['litigation/retrial', 6],
  ['litigation/first-instance', 6],
  ['litigation/second-instance', 3],
  ['litigation/sue-direct', 6],
  ['litigation/sue-not-told', 12],
  ['advice/governance', 2],
  ['advice/public-interest', 2],
  ['compensation/decide', 2],
  ['compensation/sue', 3],
];

/** Days around Spring Festival, National Day, make-up days, month ends and the leap day. */
const TRICKY =
  `2024-01-31 2024-02-04 2024-02-07 2024-02-09 2024-02-10 2024-02-18 2024-02-28 2024-02-29 2024-04-03 2024-04-07
  2024-04-28 2024-04-30 2024-05-11 2024-06-07 2024-08-31 2024-09-13 2024-09-14 2024-09-27 2024-09-29 2024-09-30 2024-10-07
  2024-10-12 2024-12-31 2025-01-24 2025-01-26 2025-01-27 2025-02-08 2025-04-27 2025-05-30 2025-09-28 2025-09-30 2025-10-11
  2025-10-31 2025-12-31 2026-01-04 2026-02-14 2026-02-28 2026-03-31 2026-04-30 2026-05-09`.split(/\s+/);
const anyDay = fc.oneof(
  fc.constantFrom(...TRICKY),
  fc.integer({ min: 0, max: 850 }).map((offset) => shift('2024-01-01', offset)),
);

describe('fadu deadline', () => {
  it('knows every clock of the sheets under exactly its code', async () => {
    const listed = JSON.parse((await run('--list --json')).out) as { code: string }[];
    const codes = new Set(listed.map((one) => one.code));
    const wanted = [...SIMPLE, ...MONTHS].map(([code]) => code);
    for (const code of [...wanted, 'reconsideration/hearing-notice', 'reconsideration/inaction', 'litigation/duty'])
      expect(codes).toContain(code);
    for (const code of ['litigation/hearing-notice', 'compensation/pay']) expect(codes).toContain(code);
  });

  it('prints exactly the promised keys', async () => {
    const value = await json('reconsideration/decide --from 2024-09-25');
    expect(Object.keys(value)).toEqual([
      'code',
      'from',
      'nominalDue',
      'legalDue',
      'targetDue',
      'provisional',
      'counted',
      'explanation',
    ]);
    expect(value).toMatchObject({
      code: 'reconsideration/decide',
      from: '2024-09-25',
      nominalDue: '2024-11-24',
      legalDue: '2024-11-25',
      targetDue: '2024-11-22',
      provisional: false,
    });
    expect(await json('litigation/duty --from 2024-07-17')).toMatchObject({ legalDue: '2025-03-18' });
    expect(await json('litigation duty --from 2024-07-17')).toMatchObject({ code: 'litigation/duty' });
  });

  it.each(SIMPLE.map(([code, amount, unit, options = '']) => [code, amount, unit, options] as const))(
    '%s of %i %s%s as counted by hand',
    async (code, amount, unit, options) => {
      await fc.assert(
        fc.asyncProperty(anyDay, async (from) => {
          expect(await json(`${code} --from ${from}${options}`)).toMatchObject(countDays(from, amount, unit));
        }),
        { numRuns: 40 },
      );
    },
  );

  it.each(MONTHS)('%s of %i months as counted by hand', async (code, months) => {
    await fc.assert(
      fc.asyncProperty(anyDay, async (from) => {
        const due = countMonths(from, months);
        fc.pre(due.legalDue < '2027');
        expect(await json(`${code} --from ${from}`)).toMatchObject(due);
      }),
      { numRuns: 40 },
    );
  });

  it('backward: full working days, full days between', async () => {
    await fc.assert(
      fc.asyncProperty(anyDay, async (event) => {
        expect(await json(`reconsideration/hearing-notice --from ${event}`)).toMatchObject(countBack(event, 5, 'W'));
        expect(await json(`litigation/hearing-notice --from ${event}`)).toMatchObject(countBack(event, 3, 'C'));
      }),
      { numRuns: 60 },
    );
  });

  it('two stages: the second from the legal end of the first', async () => {
    await fc.assert(
      fc.asyncProperty(anyDay, async (from) => {
        const days = countDays(countDays(from, 60, 'C').legalDue, 60, 'C');
        expect(await json(`reconsideration/inaction --from ${from}`)).toMatchObject({ legalDue: days.legalDue });
        const months = countMonths(countMonths(from, 2).legalDue, 6);
        if (months.legalDue < '2027')
          expect(await json(`litigation/duty --from ${from}`)).toMatchObject({ legalDue: months.legalDue });
        const paid = countDays(countDays(from, 7, 'C').legalDue, 15, 'C');
        expect(await json(`compensation/pay --from ${from}`)).toMatchObject({ legalDue: paid.legalDue });
      }),
      { numRuns: 40 },
    );
  });

  it('suspensions are merged, not added; an extension is added to the nominal end', async () => {
    const pause = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 40 }));
    await fc.assert(
      fc.asyncProperty(
        anyDay,
        fc.array(pause, { minLength: 1, maxLength: 3 }),
        fc.nat({ max: 30 }),
        async (...args) => {
          const [from, gaps, extra] = args;
          const pauses = gaps.map(([start, length]): Pause => [shift(from, start), shift(from, start + length)]);
          const due = countDays(from, 60 + extra, 'C', pauses);
          // A last day that has moved into a suspension is left for the day of resumption: counted elsewhere.
          fc.pre(!pauses.some(([a]) => due.nominalDue < a && a <= due.legalDue) && due.legalDue < '2027');
          // An extension begins where the nominal period ends, inside a suspension or not.
          fc.pre(extra === 0 || !pauses.some(([a, b]) => a <= shift(due.nominalDue, 1) && b > due.nominalDue));
          const options = pauses.map(([a, b]) => ` --suspend ${a}..${b}`).join('');
          expect(
            await json(`reconsideration/decide --from ${from}${options}${extra > 0 ? ` --extend ${extra}` : ''}`),
          ).toMatchObject(due);
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each([
    ['2023-09-22', 'reconsideration/reply', '2023-10-07', ' (calendar days by the law of 2017)'],
    ['2023-01-19', 'reconsideration/review', '2023-01-31', ''],
    ['2023-04-27', 'reconsideration/send-copy', '2023-05-10', ''],
    ['2023-06-20', 'litigation/respond', '2023-07-05', ''],
    ['2023-09-25', 'reconsideration/correction', '2023-10-13', ''],
    ['2023-08-31', 'advice/governance', '2023-10-31', ''],
    ['2023-12-31', 'advice/governance', '2024-02-29', ''],
    ['2023-08-31', 'litigation/retrial', '2024-02-29', ''],
  ])('of 2023: from %s %s ends %s%s', async (from, code, legalDue) => {
    expect(await json(`${code} --from ${from}`)).toMatchObject({ legalDue });
  });

  it('2027 is provisional, and so is what reaches into it', async () => {
    expect(await json('reconsideration/decide --from 2027-03-01')).toMatchObject({ provisional: true });
    expect(await json('reconsideration/decide --from 2026-11-20')).toMatchObject({ provisional: true });
    expect(await json('reconsideration/decide --from 2026-10-20')).toMatchObject({ provisional: false });
    expect(await json('reconsideration/review --from 2026-12-30')).toMatchObject({ provisional: true });
  });

  it.each([
    ['reconsideration/nothing --from 2024-01-01', '没有期限'],
    ['nothing/decide --from 2024-01-01', '没有期限'],
    ['reconsideration --from 2024-01-01', '没有期限'],
    ['reconsideration/decide/x --from 2024-01-01', '没有期限'],
    ['reconsideration/toString --from 2024-01-01', '没有期限'],
    ['reconsideration/decide', '--from'],
    ['reconsideration/decide --from 2023-02-29', '不是有效的日期'],
    ['reconsideration/decide --from 2024-13-01', '不是有效的日期'],
    ['reconsideration/decide --from 9999-01-01', '不是有效的日期'],
    ['reconsideration/decide --from 20240101', '不是有效的日期'],
    ['reconsideration/decide --from 2024-01-01 --procedure simple', '没有“simple”'],
    ['reconsideration/review --from 2024-01-01 --urgent', '没有“urgent”'],
    ['reconsideration/decide --from 2024-01-01 --procedure simplified --extend 1', '不能延长'],
    ['reconsideration/decide --from 2024-01-01 --extend 31', '最多延长30'],
    ['reconsideration/decide --from 2024-01-01 --extend -1', '值不对'],
    ['reconsideration/decide --from 2024-01-01 --extend=-1', '整数'],
    ['reconsideration/decide --from 2024-01-01 --extend 1.5', '整数'],
    ['reconsideration/reply --from 2024-01-08 --extend 5', '不能延长'],
    ['reconsideration/review --from 2024-01-08 --suspend 2024-01-09..2024-01-10', '没有中止'],
    ['reconsideration/hearing-notice --from 2024-01-08 --suspend 2024-01-02..2024-01-03', '没有中止'],
    ['reconsideration/decide --from 2024-01-08 --suspend 2024-02-10..2024-02-01', '恢复日早于中止日'],
    ['reconsideration/decide --from 2024-01-08 --suspend 2024-01-01..2024-02-01', '早于起算日'],
    ['reconsideration/decide --from 2024-01-08 --suspend 2024-02-10', '须写成'],
    ['reconsideration/decide --from 2024-01-08 --suspend 2024-02-30..2024-03-01', '不是有效的日期'],
    ['reconsideration/decide --from 2023-12-20 --procedure simplified', '没有“simplified”'],
    ['reconsideration/decide --from 2024-01-08 --rules fy1999', '没有规则'],
    ['reconsideration/raise-transfer --from 2024-07-02', '没有“移送案卷”这一期限'],
    ['reconsideration/agency-self-correct --from 2026-06-30', '没有“机关自行纠正”这一期限'],
    ['reconsideration/norm-notify --from 2023-12-20', '没有“通知制定机关”这一期限'],
    ['litigation/first-instance --from 2024-09-25 --procedure simplified', '没有“一审审理”这一期限'],
    ['reconsideration/inaction --from 2024-01-08 --urgent --case legal-period', '只能给出一种'],
    ['reconsideration/decide --from 2024-01-08 --nothing', '没有选项'],
    ['--list nothing', '没有业务'],
  ])('%s is wrong usage: %s', async (command, words) => {
    expect(await run(command)).toMatchObject({ code: 2, out: '', message: expect.stringContaining(words) });
  });

  it('names each case once, and every named case of every clock can be counted', async () => {
    for (const line of lines)
      for (const [key, clock] of Object.entries(line.clocks as Record<string, Clock>))
        for (const one of clock.cases ?? [])
          if (one.code !== undefined)
            expect((await run(`${line.code}/${key} --from 2024-09-25 --case ${one.code}`)).code).toBe(0);
  });
});
