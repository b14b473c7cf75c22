import { randomUUID } from 'node:crypto';
import {
  compile,
  type Formula,
  type Period,
  parsePeriod,
  quantile,
  type Selection,
  type Within,
} from '@fadu/indicator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVERYTHING, type Scope } from '../access/scope.js';
import { snapshot } from '../storage/scoped.js';
import { populate, raise, type Stage } from '../testing/stage.js';
import { type IndicatorFigure, indicatorFigure } from './figure.js';

interface Data {
  readonly [key: string]: unknown;
  readonly receivedOn?: string;
  readonly acceptedOn?: string;
  readonly concludedOn?: string;
  readonly outcome?: string;
  readonly amount?: number;
  readonly items?: readonly { readonly on: string; readonly key: string; readonly held: boolean }[];
}
interface Sample {
  readonly id: string;
  readonly organ: string;
  readonly data: Data;
}

/** A sequence that is the same in every run. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

const ORGANS = { east: ['990101', 'r.city.east'], west: ['990102', 'r.city.west'] } as const;
const next = random(20231126);
const dayIn = (year: number): string =>
  `${year}-${String(1 + next(12)).padStart(2, '0')}-${String(1 + next(28)).padStart(2, '0')}`;
const later = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

const samples: Sample[] = Array.from({ length: 120 }, (_, index) => {
  const receivedOn = dayIn(2022 + next(3));
  const acceptedOn = next(5) === 0 ? undefined : later(receivedOn, next(9));
  const concludedOn = acceptedOn !== undefined && next(4) > 0 ? later(acceptedOn, next(120)) : undefined;
  const items = Array.from({ length: next(4) }, () => ({
    on: dayIn(2023),
    key: `号${next(2)}`,
    held: next(3) > 0,
  }));
  return {
    id: randomUUID(),
    organ: index % 3 === 0 ? 'west' : 'east',
    data: {
      receivedOn,
      ...(acceptedOn && { acceptedOn }),
      ...(concludedOn && { concludedOn, outcome: ['A', 'B', 'C'][next(3)]! }),
      ...(next(3) > 0 && { amount: next(1_000_000) }),
      ...(items.length > 0 && { items }),
    },
  };
});

/** What the SQL must find, over the samples in memory. */
function matching(
  selection: Selection,
  period: Period,
  organs: readonly string[],
): { id: string; item: string; data: Data }[] {
  const within = (day: unknown): boolean => typeof day === 'string' && day >= period.from && day <= period.to;
  return samples
    .filter((one) => organs.includes(one.organ))
    .flatMap(({ id, data }) => {
      const { day, where = [] } = selection;
      const fits = (of: Readonly<Record<string, unknown>>): boolean =>
        where.every((one) =>
          'anyOf' in one
            ? one.anyOf.includes(of[one.field] as string)
            : 'given' in one
              ? (of[one.field] !== undefined) === one.given
              : false,
        );
      if ('field' in day) return within(data[day.field]) && fits(data) ? [{ id, item: '', data }] : [];
      if ('during' in day) {
        const [from, until] = [data[day.during] as string | undefined, data[day.until] as string | undefined];
        const there = from !== undefined && from <= period.to && (until === undefined || until >= period.from);
        return there && fits(data) ? [{ id, item: '', data }] : [];
      }
      if (!('list' in day)) return [];
      const keys = [...new Set((data.items ?? []).map((item) => item.key))];
      return keys.flatMap((item) => {
        const own = data.items!.filter((one) => one.key === item);
        const last = own
          .map((one) => one.on)
          .sort()
          .at(-1);
        return within(last) && own.every((one) => fits(one)) ? [{ id, item, data }] : [];
      });
    });
}

const of = (field: string, where: Selection['where'] = []): Selection => ({
  line: 'reconsideration',
  day: { field },
  where,
});
const concluded = of('concludedOn', [{ field: 'acceptedOn', given: true }]);
const items = (held?: true): Selection => ({
  line: 'reconsideration',
  day: { list: 'items', on: 'on', key: ['key'] },
  ...(held && { where: [{ field: 'held', anyOf: [true] }] }),
});

describe('figures of records', () => {
  let stage: Stage;
  const scope: Scope = EVERYTHING;
  const put = async ({ id, organ, data }: Sample): Promise<void> => {
    const [region, path] = ORGANS[organ as 'east' | 'west'];
    await stage.owner.query(
      `insert into matter (region, id, line, line_version, rule_set, organ, path, orgs, receipt, state, revision, data, clocks,
         assignees, flags, title, words, opened_on, waits_for, people)
       values ($1, $2, 'reconsideration', '1', 'r1', $3, $4, array[$3], $5, 'received', 1, $6, '{}', '{}', '{}', '样例', '', $7, '{}', '{}')`,
      [region, id, organ, path, id, JSON.stringify(data), data.receivedOn],
    );
  };
  beforeAll(async () => {
    stage = await raise();
    await populate(stage);
    for (const sample of samples) await put(sample);
  }, 120_000);
  afterAll(() => stage?.close());

  const ask = async (formula: Formula, period: Period, within: Within) =>
    snapshot(stage.platform.pool, scope, async (client) => {
      const { value, rows } = compile(formula, period, within);
      const [figure] = (await client.query(value.text, [...value.values])).rows;
      return {
        numerator: Number(figure.numerator),
        denominator: figure.denominator === null ? null : Number(figure.denominator),
        rows: (await client.query(rows.text, [...rows.values])).rows as {
          counted: boolean;
          base: boolean;
          amount: string | null;
        }[],
      };
    });

  const places: readonly (readonly [Within, readonly string[]])[] = [
    [{ path: 'r.city' }, ['east', 'west']],
    [{ organ: 'west' }, ['west']],
  ];
  const periods = ['2023', '2023H1', '2023Q3', '2022..2024', '2023-05', '2019'].map((text) => parsePeriod(text)!);
  const everywhere = async (check: (period: Period, within: Within, organs: readonly string[]) => Promise<void>) => {
    for (const period of periods) for (const [within, organs] of places) await check(period, within, organs);
  };

  it('counts what is dated in the period, and lists exactly that', () =>
    everywhere(async (period, within, organs) => {
      for (const selection of [
        of('receivedOn'),
        of('acceptedOn'),
        concluded,
        of('concludedOn', [{ field: 'outcome', anyOf: ['A', 'B'] }]),
      ]) {
        const got = await ask({ kind: 'count', of: selection }, period, within);
        expect(got.numerator).toBe(matching(selection, period, organs).length);
        expect(got.rows).toHaveLength(got.numerator);
      }
    }));

  it('what is in hand in the period: carried over and new', () =>
    everywhere(async (period, within, organs) => {
      const selection: Selection = { line: 'reconsideration', day: { during: 'acceptedOn', until: 'concludedOn' } };
      expect((await ask({ kind: 'count', of: selection }, period, within)).numerator).toBe(
        matching(selection, period, organs).length,
      );
    }));

  it('keeps numerator and denominator apart, by period and by cohort', () =>
    everywhere(async (period, within, organs) => {
      const part = of('concludedOn', [{ field: 'outcome', anyOf: ['A'] }]);
      const ratio = await ask({ kind: 'ratio', part, whole: of('acceptedOn') }, period, within);
      expect([ratio.numerator, ratio.denominator]).toEqual([
        matching(part, period, organs).length,
        matching(of('acceptedOn'), period, organs).length,
      ]);
      expect(ratio.rows.filter((row) => row.counted)).toHaveLength(ratio.numerator);
      expect(ratio.rows.filter((row) => row.base)).toHaveLength(ratio.denominator!);
      const cohort = await ask(
        { kind: 'cohort', whole: of('acceptedOn'), where: [{ field: 'outcome', anyOf: ['A'] }] },
        period,
        within,
      );
      const base = matching(of('acceptedOn'), period, organs);
      expect([cohort.numerator, cohort.denominator]).toEqual([
        base.filter((one) => one.data.outcome === 'A').length,
        base.length,
      ]);
    }));

  it('items of one key are one, and hold only when all hold', () =>
    everywhere(async (period, within, organs) => {
      const got = await ask({ kind: 'ratio', part: items(true), whole: items() }, period, within);
      expect([got.numerator, got.denominator]).toEqual([
        matching(items(true), period, organs).length,
        matching(items(), period, organs).length,
      ]);
    }));

  it('sums amounts, takes stock on the last day, and the median and percentile of days', () =>
    everywhere(async (period, within, organs) => {
      const sum = await ask({ kind: 'sum', of: of('receivedOn'), amount: 'amount' }, period, within);
      expect(sum.numerator).toBe(
        matching(of('receivedOn'), period, organs).reduce((all, one) => all + (one.data.amount ?? 0), 0),
      );
      const stock = await ask({ kind: 'stock', of: of('acceptedOn'), until: 'concludedOn' }, period, within);
      expect(stock.numerator).toBe(
        samples.filter(
          ({ organ, data }) =>
            organs.includes(organ) &&
            data.acceptedOn !== undefined &&
            data.acceptedOn <= period.to &&
            (data.concludedOn === undefined || data.concludedOn > period.to),
        ).length,
      );
      const days = matching(concluded, period, organs).map(({ data }) =>
        Math.round((Date.parse(data.concludedOn!) - Date.parse(data.acceptedOn!)) / 86_400_000),
      );
      for (const at of ['median', 90, 50, 1, 100] as const) {
        const got = await ask(
          { kind: 'days', of: concluded, from: 'acceptedOn', to: 'concludedOn', at },
          period,
          within,
        );
        const wanted = quantile(days, at);
        expect([got.numerator, got.denominator]).toEqual(
          wanted.is === 'ratio' ? [wanted.numerator, wanted.denominator] : [0, 0],
        );
      }
    }));

  const figure = async (
    code: string,
    org: string,
    period: string,
    as: Scope = EVERYTHING,
  ): Promise<IndicatorFigure> => {
    const result = await indicatorFigure(stage.platform, as, { code, org, period, rows: true });
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  };

  it('tells zero from what is not known', async () => {
    const received = 'reconsideration.received';
    const quiet = ['2023-01', '2023-02', '2023-03', '2023-04', '2023-05', '2023-06', '2023-07'].map((month) =>
      figure(received, 'west', month),
    );
    for (const one of await Promise.all(quiet)) expect(one.value.is).toBe('count');
    expect((await figure(received, 'city', '2019')).value).toEqual({ is: 'missing', why: 'notRecorded' });
    expect((await figure(received, 'city', '2016')).value).toEqual({ is: 'missing', why: 'notRecorded' });
    expect((await figure(received, 'city', '2031')).value).toEqual({ is: 'missing', why: 'notYetReported' });
    expect((await figure('mediation.cases', 'city', '2023')).value).toEqual({ is: 'missing', why: 'notYetReported' });
    // A day on which nothing came in, among days that are recorded.
    const days = samples.map(({ data }) => data.receivedOn!);
    const free = Array.from({ length: 360 }, (_, index) => later('2024-01-02', index)).find(
      (day) => !days.includes(day),
    )!;
    expect((await figure(received, 'city', free)).value).toEqual({ is: 'count', count: 0 });
    await stage.owner.query(`update org set valid_to = '2022-12-31' where id = 'west'`);
    // Of one that is no more what it left behind is told; where there is none, nothing is, also in years to come.
    expect(await figure(received, 'west', '2023')).toMatchObject({
      value: { is: 'count' },
      notes: [expect.stringContaining('这里只有它留下、此后办理的旧案')],
    });
    for (const period of [free, '2031'])
      expect((await figure(received, 'west', period)).value, period).toEqual({ is: 'missing', why: 'notApplicable' });
    expect((await figure('mediation.cases', 'west', '2023')).value).toEqual({ is: 'missing', why: 'notApplicable' });
    await stage.owner.query('update org set valid_to = null');
    expect((await figure(received, 'west', '2023')).value.is).toBe('count');
  });

  it('compares with the same days of the year before, of a year that still runs with those that have passed', async () => {
    const until = (day: string) =>
      samples.filter(({ data }) => data.receivedOn! >= `${day.slice(0, 4)}-01-01` && data.receivedOn! <= day).length;
    const { value, before } = await figure('reconsideration.received', 'city', '2024');
    expect(before.value).toEqual({ is: 'count', count: until('2023-10-09') });
    const now = value.is === 'count' ? value.count : Number.NaN;
    const rate = ((now - until('2023-10-09')) / until('2023-10-09')) * 100;
    expect(before.change).toBe(
      rate === 0 ? '与上年持平' : `同比${rate > 0 ? '增长' : '下降'}${Math.abs(rate).toFixed(2)}%`,
    );
    expect((await figure('reconsideration.received', 'city', '2022')).before).toMatchObject({
      value: { is: 'missing', why: 'notRecorded' },
      change: '没有可比的数',
    });
    expect((await figure('reconsideration.settlement_rate', 'city', '2024')).before.change).toMatch(
      /^(同比(上升|下降)\d+\.\d\d个百分点|与上年持平)$/,
    );
  });

  it('row security holds for figures as for matters', async () => {
    const east = await figure('reconsideration.received', 'city', '2023', { orgs: ['east'], paths: [], matter: null });
    expect(east.value).toEqual({
      is: 'count',
      count: samples.filter(({ organ, data }) => organ === 'east' && data.receivedOn!.startsWith('2023')).length,
    });
    expect(east.rows).toHaveLength((east.value as { count: number }).count);
  });

  it.each([
    ['no.such', 'city', '2023', 'indicator.unknown'],
    ['reconsideration.received', '无此机构', '2023', 'indicator.org'],
    ['reconsideration.received', 'city', '去年', 'indicator.period'],
  ])('%s, %s, %s is refused: %s', async (code, org, period, refused) => {
    const result = await indicatorFigure(stage.platform, EVERYTHING, { code, org, period });
    expect(result.ok ? 'computed' : result.error.code).toBe(refused);
  });
});
