import { randomUUID } from 'node:crypto';
import { clockField, type Formulas, parsePeriod, type Selection, type Within } from '@fadu/indicator';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVERYTHING } from '../access/scope.js';
import { scoped, snapshot } from '../storage/scoped.js';
import { populate, raise, type Stage } from '../testing/stage.js';
import { type Counted, type Counting, type FoundRecord, FROM_RECORDS, fromRollUp } from './counting.js';
import { rebuildRollUp, rollUp } from './roll-up.js';
import { rollUpPlan } from './roll-up-plan.js';

/** A sequence that is the same in every run. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

const of = (field: string, where: Selection['where'] = []): Selection => ({ line: 'sample', day: { field }, where });
const inHand: Selection = { line: 'sample', day: { during: 'acceptedOn', until: 'concludedOn' } };
const items: Selection = {
  line: 'sample',
  day: { list: 'items', on: 'on', key: ['key'] },
  where: [{ field: 'held', anyOf: [true] }],
};
const one = (formula: Formulas[string][number]['formula'], also?: typeof formula): Formulas[string] => [
  { version: 1, from: '2017-01-01', formula, counted: '样例', ...(also && { also: { name: '另', formula: also } }) },
];
const by = (dividedBy: string[], formula: Formulas[string][number]['formula']): Formulas[string] => [
  { version: 1, from: '2017-01-01', formula, counted: '样例', dividedBy },
];
/** Every kind of formula over every kind of day. */
const formulas: Formulas = {
  'a.received': one({ kind: 'count', of: of('receivedOn') }),
  'a.inHand': one({ kind: 'count', of: inHand }),
  'a.rate': one(
    { kind: 'ratio', part: of('concludedOn', [{ field: 'acceptedOn', given: true }]), whole: inHand },
    {
      kind: 'cohort',
      whole: of('acceptedOn'),
      where: [{ field: 'outcome', anyOf: ['A'] }],
    },
  ),
  'a.items': one({ kind: 'ratio', part: items, whole: { ...items, where: [] } }),
  'a.amount': one({ kind: 'sum', of: of('receivedOn'), amount: 'amount' }),
  'a.open': one({ kind: 'stock', of: of('acceptedOn'), until: 'concludedOn' }),
  'a.days': one({ kind: 'days', of: of('concludedOn'), from: 'receivedOn', to: 'concludedOn', at: 'median' }),
  'a.days90': one({ kind: 'days', of: of('concludedOn'), from: 'receivedOn', to: 'concludedOn', at: 90 }),
  'a.hearings': one({ kind: 'count', of: { line: 'sample', day: { actions: ['hear'] } } }),
  'a.heard': one(
    {
      kind: 'ratio',
      part: { line: 'sample', day: { actions: ['hear'] }, where: [{ field: 'outcome', anyOf: ['A'] }] },
      whole: { line: 'sample', day: { actions: ['hear', 'other'] } },
    },
    // Neither is part of the other, and both are of one day.
    {
      kind: 'ratio',
      part: of('concludedOn', [{ field: 'outcome', anyOf: ['A'] }]),
      whole: of('concludedOn', [{ field: 'acceptedOn', given: true }]),
    },
  ),
  'a.itemsOfAll': one({ kind: 'cohort', whole: items, where: [{ any: [{ field: 'nested.0.code', anyOf: ['x'] }] }] }),
  'a.openItems': one({ kind: 'stock', of: { ...items, where: [] }, until: 'concludedOn' }),
  // What became of a period, by the day it was to be kept: of one that all matters have, and of one of two.
  'c.onTime': one({
    kind: 'cohort',
    whole: of('concludedOn'),
    where: [{ field: clockField(['decide'], 'outcome'), anyOf: ['met'] }],
  }),
  'c.due': one(
    {
      kind: 'cohort',
      whole: of(clockField(['post', 'visit'], 'legalDue')),
      where: [{ field: clockField(['post', 'visit'], 'stoppedOn'), given: true }],
    },
    { kind: 'days', of: of('concludedOn'), from: 'receivedOn', to: clockField(['decide'], 'legalDue'), at: 75 },
  ),
  // Sums told apart by a choice, by a list, and by what stands within another field.
  'b.count': by(['outcome', 'kinds'], { kind: 'count', of: of('acceptedOn') }),
  'b.amount': by(['kinds'], { kind: 'sum', of: of('receivedOn'), amount: 'amount' }),
  'b.cohort': by(['nested.0.code'], {
    kind: 'cohort',
    whole: of('acceptedOn'),
    where: [{ field: 'outcome', anyOf: ['A'] }],
  }),
  'b.rate': by(['kinds'], {
    kind: 'ratio',
    part: of('concludedOn', [{ field: 'outcome', anyOf: ['A'] }]),
    whole: of('acceptedOn'),
  }),
};

const ORGANS = [
  ['990100', 'city', 'r.city'],
  ['990101', 'east', 'r.city.east'],
  ['990101', 'eastbureau', 'r.city.east.bureau'],
  ['990102', 'west', 'r.city.west'],
  // Below a place between it and its county.
  ['990101', 'eaststation', 'r.city.east.town.eaststation'],
] as const;
const PLACES: readonly Within[] = [
  { path: 'r' },
  { path: 'r.city' },
  { path: 'r.city.east' },
  { path: 'r.city.west' },
  { organ: 'east' },
  { organ: 'west' },
  { path: 'r.city.eas' },
  { path: 'r.city.east.town' },
];
const PERIODS = [
  '2023',
  '2023-01-15..2023-11-20',
  '2023H2',
  '2024Q1',
  '2023-07',
  '2024-02-29',
  '2022..2024',
  '2019',
].map((text) => parsePeriod(text)!);

describe('the roll-up', () => {
  let stage: Stage;
  const next = random(20240229);
  const seqs = new Map<string, number>();
  const matters: { id: string; organ: number; seq: number; data: Record<string, unknown> }[] = [];
  let merged = false;

  beforeAll(async () => {
    stage = await raise();
    await populate(stage);
    await stage.owner.query(
      `insert into org (id, region, name, short, kind, parent, path) values ('eaststation', '990101', '样例所', '样例所', 'department', 'east', 'r.city.east.town.eaststation')`,
    );
  }, 180_000);
  afterAll(() => stage?.close());

  const day = (): string =>
    `${2022 + next(3)}-${String(1 + next(12)).padStart(2, '0')}-${String(1 + next(28)).padStart(2, '0')}`;
  const data = (): Record<string, unknown> => ({
    receivedOn: day(),
    ...(next(4) > 0 && { acceptedOn: day() }),
    // A day before the beginning too: what people type is not always in order.
    ...(next(3) > 0 && { concludedOn: day() }),
    ...(next(3) > 0 && { outcome: ['A', 'B'][next(2)] }),
    ...(next(3) > 0 && { amount: next(1_000_000) }),
    ...(next(4) > 0 && { kinds: ['p', 'q', 's'].filter(() => next(2) > 0) }),
    ...(next(2) > 0 && { nested: [{ code: ['x', 'y'][next(2)] }] }),
    items: Array.from({ length: next(4) }, () => ({ on: day(), key: `号${next(2)}`, held: next(3) > 0 })),
  });

  const clock = (): Record<string, unknown> => ({
    legalDue: day(),
    ...(next(3) > 0
      ? { stoppedOn: day(), outcome: ['met', 'late', 'void'][next(3)] }
      : { stoppedOn: null, outcome: null }),
  });
  const clocks = (): Record<string, unknown> => ({
    ...(next(4) > 0 && { decide: clock() }),
    ...(next(3) > 0 && { [['post', 'visit'][next(2)]!]: clock() }),
  });

  /** What an event changes of a matter; `silent`: its record does not say. */
  interface Step {
    readonly set?: Record<string, unknown>;
    readonly item?: Record<string, unknown>;
    readonly clocks?: Record<string, unknown>;
    readonly silent?: true;
  }

  const step = (before: Record<string, unknown>): Step => {
    const { items, ...fields } = data();
    const [name, value] = Object.entries(fields)[next(Object.keys(fields).length)]!;
    return [
      (): Step => ({
        set: { ...Object.fromEntries(Object.keys(before).map((field) => [field, null])), ...fields, items },
      }),
      (): Step => ({ set: { ...fields, items }, silent: true }),
      (): Step => ({ set: { [name]: value } }),
      (): Step => ({ item: { on: day(), key: `号${next(2)}`, held: next(3) > 0 } }),
      (): Step => ({ clocks: clocks() }),
      // No formula looks at it.
      (): Step => ({ set: { remark: day() }, clocks: {} }),
    ][next(6)]!();
  };

  /** As the engine writes it, of what matters here. */
  const bodyOf = ({ set = {}, item, clocks = {}, silent }: Step): object =>
    silent
      ? {}
      : {
          set,
          append: item ? { field: 'items', item } : null,
          clocks: Object.entries(clocks).map(([code]) => ({ code })),
        };

  /** A matter opened, changed, or corrected into another year, with its event and the event's place in the ledger. */
  async function happen(
    to?: (typeof matters)[number],
    what?: Step,
    action = ['hear', 'other', 'note'][next(3)]!,
  ): Promise<void> {
    const fresh = to === undefined && (matters.length < 5 || next(3) === 0);
    const matter =
      to ??
      (fresh ? { id: randomUUID(), organ: next(ORGANS.length), seq: 0, data: {} } : matters[next(matters.length)]!);
    const [region, organ, before] = ORGANS[matter.organ]!;
    // An organization put under another in mid-year: matters before stay where they were opened.
    const path = merged && organ === 'west' ? 'r.city.east.west' : before;
    const event: Step = what ?? (fresh ? { set: data(), clocks: clocks() } : step(matter.data));
    const list = matter.data.items as readonly unknown[] | undefined;
    const after = { ...matter.data, ...event.set, ...(event.item && { items: [...(list ?? []), event.item] }) };
    matter.data = after;
    if (fresh) {
      matters.push(matter);
      await stage.owner.query(
        `insert into matter (region, id, line, line_version, rule_set, organ, path, orgs, receipt, state, revision, data, clocks,
           assignees, flags, title, words, opened_on, waits_for, people)
         values ($1, $2, 'sample', '1', 'r1', $3, $4, array[$3], $5, 'received', 1, $6, $7, '{}', '{}', '样例', '', '2022-01-01', '{}', '{}')`,
        [region, matter.id, organ, path, matter.id, JSON.stringify(after), JSON.stringify(event.clocks)],
      );
    } else {
      await stage.owner.query('update matter set data = $2, clocks = clocks || $3 where id = $1', [
        matter.id,
        JSON.stringify(after),
        JSON.stringify(event.clocks ?? {}),
      ]);
    }
    matter.seq += 1;
    const leaf = seqs.get(region) ?? 0;
    seqs.set(region, leaf + 1);
    const id = randomUUID();
    await stage.owner.query(
      `insert into event (region, matter, seq, id, at, on_day, kind, action, body, salt) values ($1, $2, $3, $4, now(), $5, 'acted', $6, $7, '')`,
      [region, matter.id, matter.seq, id, day(), action, JSON.stringify(bodyOf(event))],
    );
    await stage.owner.query(
      `insert into leaf (region, seq, matter, event_seq, event_id, body_digest, hash) values ($1, $2, $3, $4, $5, '', '')`,
      [region, leaf, matter.id, matter.seq, id],
    );
  }

  const content = async () =>
    scoped(stage.platform.pool, EVERYTHING, async (client) => ({
      months: (
        await client.query(
          'select p.organ, p.path, m.region, moment, month, bucket, counts, n, amount from indicator_month m join indicator_place p on p.id = m.place order by 1, 2, 3, 4, 5, 6, 7',
        )
      ).rows,
      records: (await client.query('select * from indicator_record order by region, matter, moment, item')).rows,
    }));

  /** Value and records of the roll-up are those of the matters themselves, for every formula, place and period; whole and by the page. */
  async function agrees(): Promise<void> {
    const rolled = fromRollUp(rollUpPlan(formulas), null);
    await snapshot(stage.platform.pool, EVERYTHING, async (client) => {
      for (const [code, [version]] of Object.entries(formulas))
        for (const variant of version!.also ? (['main', 'also'] as const) : (['main'] as const))
          for (const within of PLACES)
            for (const period of PERIODS) {
              // A third of all questions each time, others the next time.
              if (next(3) > 0) continue;
              const asked: Counted = { code, version: version!, variant, period, within };
              const told = `${code} ${variant} ${JSON.stringify(within)} ${period.text}`;
              expect(await rolled.value(client, asked), told).toEqual(await FROM_RECORDS.value(client, asked));
              const wanted = await FROM_RECORDS.records(client, asked);
              expect(await rolled.records(client, asked), told).toEqual(wanted);
              expect(await rolled.count(client, asked), told).toBe(wanted.length);
              for (const field of version!.dividedBy ?? []) await dividesAlike(client, rolled, asked, field, wanted);
              const [from, count] = [next(wanted.length + 2), 1 + next(20)];
              expect(await rolled.records(client, asked, { from, count }), `${told} from ${from}, ${count}`).toEqual(
                wanted.slice(from, from + count),
              );
            }
    });
  }

  /** The value of each key, and its records, are those of the records with that key in their matter. */
  async function dividesAlike(
    client: pg.PoolClient,
    rolled: Counting,
    asked: Counted,
    field: string,
    wanted: readonly FoundRecord[],
  ): Promise<void> {
    const { rows } = await client.query<{ id: string; value: unknown }>(
      'select id, data #> $2::text[] as value from matter where id = any($1::uuid[])',
      [wanted.map(({ matter }) => matter), field.split('.')],
    );
    const values = new Map(rows.map(({ id, value }) => [id, value]));
    const keysOf = ({ matter }: FoundRecord): string[] => {
      const value = values.get(matter) ?? [];
      const list = (Array.isArray(value) ? value : [value]) as string[];
      return list.length === 0 ? [''] : list;
    };
    const keys = [...new Set(wanted.flatMap(keysOf))].toSorted();
    const { kind } = asked.version.formula;
    const expected = keys.map((key) => {
      const own = wanted.filter((record) => keysOf(record).includes(key));
      const of = (side: 'counted' | 'base'): string => String(own.filter((record) => record[side]).length);
      if (kind === 'ratio' || kind === 'cohort') return { key, numerator: of('counted'), denominator: of('base') };
      const sum = own.reduce((all, { amount }) => all + Number(amount ?? 0), 0);
      return { key, numerator: String(kind === 'sum' ? sum : own.length), denominator: null };
    });
    const told = `${asked.code} by ${field} ${JSON.stringify(asked.within)} ${asked.period.text}`;
    const found = await rolled.byField(client, asked, field, ['A', 'B', 'p', 'q', 's', 'x', 'y']);
    expect(
      found?.toSorted((one, two) => (one.key < two.key ? -1 : 1)),
      told,
    ).toEqual(expected);
    for (const key of keys) {
      const [from, count] = [next(5), 1 + next(20)];
      expect(await rolled.recordsOf(client, asked, { field, key }, { from, count }), `${told} ${key}`).toEqual(
        wanted.filter((record) => keysOf(record).includes(key)).slice(from, from + count),
      );
    }
  }

  it('follows events and restates what they correct, as if computed anew', async () => {
    for (let round = 0; round < 4; round += 1) {
      merged = round > 1;
      for (let step = 0; step < 60; step += 1) await happen();
      const done = await rollUp(stage.platform.pool, formulas);
      expect(done).toMatchObject(round === 0 ? { events: 0, rebuilt: 3 } : { events: 60, rebuilt: 0 });
      const incremental = await content();
      await agrees();
      await rebuildRollUp(stage.platform.pool, formulas);
      expect(await content()).toEqual(incremental);
    }
    expect(await rollUp(stage.platform.pool, formulas)).toEqual({ events: 0, matters: 0, rebuilt: 0, records: 0 });
  }, 300_000);

  it('looks only at matters of which an event set something that is counted', async () => {
    await happen(matters[0], { set: { remark: '样例' } }, 'note');
    await happen(matters[1], { item: { on: day(), key: '号', held: true } }, 'note');
    await happen(matters[2], { set: { remark: '样例' } }, 'hear');
    expect(await rollUp(stage.platform.pool, formulas)).toMatchObject({ events: 3, matters: 2 });
    await agrees();
  }, 120_000);

  it('is computed anew when a formula is written otherwise', async () => {
    const changed: Formulas = { ...formulas, 'a.received': one({ kind: 'count', of: of('concludedOn') }) };
    expect((await rollUp(stage.platform.pool, changed)).rebuilt).toBe(3);
    expect((await rollUp(stage.platform.pool, formulas)).rebuilt).toBe(3);
    await agrees();
  }, 120_000);

  it('knows no sums of what is not among the values of a field', async () => {
    const rolled = fromRollUp(rollUpPlan(formulas), null);
    const asked = (code: string): Counted => ({
      code,
      version: formulas[code]![0]!,
      variant: 'main',
      period: parsePeriod('2022..2024')!,
      within: { path: 'r' },
    });
    await rollUp(stage.platform.pool, formulas);
    await snapshot(stage.platform.pool, EVERYTHING, async (client) => {
      expect(await rolled.byField(client, asked('b.count'), 'outcome', ['A'])).toBeUndefined();
      expect(await rolled.byField(client, asked('b.count'), 'amount', ['A'])).toBeUndefined();
      expect(await rolled.byField(client, asked('a.days'), 'outcome', ['A', 'B'])).toBeUndefined();
    });
  });

  it('lets nobody see records of matters out of scope', async () => {
    const count = (orgs: string[], paths: string[], from: string) =>
      scoped(stage.platform.pool, { orgs, paths, matter: null }, async (client) =>
        Number((await client.query(`select count(distinct matter) as n from ${from}`)).rows[0].n),
      );
    const recorded = '(select id as matter from matter where id in (select matter from indicator_record)) as m';
    expect(await count(['west'], [], 'indicator_record')).toBe(
      matters.filter(({ organ }) => ORGANS[organ]![1] === 'west').length,
    );
    for (const [orgs, paths] of [
      [['west'], []],
      [['city'], ['r.city.east']],
      [[], ['r.city']],
    ] as const)
      expect(await count([...orgs], [...paths], 'indicator_record')).toBe(await count([...orgs], [...paths], recorded));
    expect(await count([], [], 'indicator_record')).toBe(0);
    // What the roll-up reads past row security is empty for everybody else.
    for (const view of ['(select id as matter from matter_counted) as v', 'event_counted']) {
      expect(await count(['west', 'city'], ['r.city'], view)).toBe(0);
      expect(await count([], ['r'], view)).toBe(matters.length);
    }
  });
});
