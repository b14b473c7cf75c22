import { rmSync } from 'node:fs';
import {
  type Booted,
  boot,
  checkRecords,
  EVERYTHING,
  indicatorFigure,
  scoped,
  sequence,
  temporaryData,
  verifyLedger,
} from '@fadu/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Cast } from './cast.js';
import { CITY, demoDirectory, loadDemo } from './index.js';
import { demoStories } from './load.js';
import { stageFor } from './stage.js';

const NOW = new Date('2026-11-25T10:30:00+08:00');
let now = NOW;

describe('loadDemo', () => {
  const dataDir = temporaryData('fadu-demo-load-');
  let booted: Booted;
  let result: Awaited<ReturnType<typeof loadDemo>>;
  const said: string[] = [];
  const rows = async <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
    (await booted.owner.query(sql, values)).rows;
  const one = async (sql: string, values: unknown[] = []) => Object.values((await rows<object>(sql, values))[0]!)[0];

  beforeAll(async () => {
    booted = await boot({ dataDir, publicUrl: 'http://127.0.0.1/portal', durable: false, now: () => now });
    // Cut short in the middle, as by a power failure; the next start goes on.
    const cut = loadDemo(booted, (line) => {
      if (line.includes('已载入3成')) throw new Error('cut');
    });
    await expect(cut).rejects.toThrow('cut');
    expect(await one('select count(*)::int from bulk_load where done_at is null')).toBe(1);
    result = await loadDemo(booted, (line) => said.push(line));
    await sequence(booted.platform.pool, booted.keys.signing, booted.platform.now);
  }, 300_000);
  afterAll(async () => {
    await booted.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('goes on where it was cut short, and nothing is refused or done twice', async () => {
    expect(said[0]).toContain('接着载入');
    expect(result?.broken).toEqual([]);
    const { orgs, people } = demoDirectory();
    const stories = demoStories(stageFor(new Cast(orgs, people), booted.platform.calendar(), NOW));
    // A suit that has only been announced has a matter, but no story of its own.
    const announced = await one(`select count(*)::int from matter where line = 'litigation' and state = 'expected'`);
    expect(await one('select count(*)::int from matter')).toBe(stories.length + Number(announced));
    const steps = stories.reduce((sum, story) => sum + story.steps.length, 0);
    expect(await one(`select count(*)::int from command where key like '%demo:%'`)).toBe(steps);
    expect(await one('select count(*)::int from outbox where done_at is null or failure is not null')).toBe(0);
  });

  it('shows the year that Baicheng published: 60 accepted, 15 mediated or withdrawn, 18 suits', async () => {
    const accepted = `select count(*)::int from matter where line = 'reconsideration' and data ->> 'acceptedOn' between '2023-01-01' and '2023-12-31'`;
    expect(await one(accepted)).toBe(60);
    expect(
      await one(`${accepted} and data ->> 'outcome' in ('MEDIATION', 'TERMINATE_SETTLED', 'TERMINATE_WITHDRAWN')`),
    ).toBe(15);
    expect(await one(`${accepted} and state <> 'archived'`)).toBe(0);
    const received = await one(
      `select count(*)::int from matter where line = 'reconsideration' and opened_on between '2023-01-01' and '2023-12-31'`,
    );
    expect(received).toBeGreaterThan(60);
    const suits = `select count(*)::int from matter where line = 'litigation' and data ->> 'filedOn' between '2023-01-01' and '2023-12-31' and data ? 'reconsideration'`;
    expect(await one(suits)).toBe(18);
    // The head appeared at every hearing there was.
    const heard = await rows<{ appearances: { appeared: boolean }[] }>(
      `select data -> 'appearances' as appearances from matter where line = 'litigation' and data ->> 'filedOn' < '2024-01-01' and data ? 'appearances'`,
    );
    expect(heard.length).toBeGreaterThanOrEqual(15);
    expect(heard.flatMap((suit) => suit.appearances).every((one) => one.appeared)).toBe(true);
    expect(await one(`${suits} and (data ->> 'lost')::boolean`)).toBe(1);
  });

  it('gives the published figures of that year from its records, each open to the records behind it', async () => {
    const figure = async (code: string) => {
      const result = await indicatorFigure(booted.platform, EVERYTHING, {
        code,
        org: CITY,
        period: '2023',
        rows: true,
      });
      if (!result.ok) throw new Error(result.error.message);
      const { text, also, rows = [] } = result.value;
      return [text, also?.text ?? null, rows.filter((row) => row.counted).length];
    };
    expect(await figure('reconsideration.accepted')).toEqual(['60件', null, 60]);
    expect(await figure('reconsideration.settled')).toEqual([expect.any(String), '15件', expect.any(Number)]);
    expect((await figure('reconsideration.settlement_rate'))[0]).toBe('25.00%');
    expect(await figure('litigation.post_reconsideration_cases')).toEqual(['18件', null, 18]);
    expect((await figure('litigation.head_appearance_rate'))[0]).toBe('100%');
  });

  it('counts besides the catalogue as one would by hand, from the matters themselves', async () => {
    interface Kept {
      readonly data: Readonly<Record<string, never>>;
      readonly clocks: Readonly<Record<string, { legalDue: string; outcome: string | null }>>;
    }
    const kept = (line: string): Promise<Kept[]> =>
      rows<Kept>('select data, clocks from matter where line = $1 and path <@ (select path from org where id = $2)', [
        line,
        CITY,
      ]);
    const figure = async (code: string, period: string) => {
      const result = await indicatorFigure(booted.platform, EVERYTHING, { code, org: CITY, period });
      if (!result.ok) throw new Error(result.error.message);
      const { value, also } = result.value;
      return { value, also: also?.value ?? null };
    };
    const ratio = (numerator: number, denominator: number) => ({ is: 'ratio', numerator, denominator });
    const text = (value: unknown): string => (typeof value === 'string' ? value : '');
    const within = (value: unknown, year: string): boolean => text(value).startsWith(year);
    const YEAR = '2026';
    const TODAY = '2026-11-25';

    const cases = await kept('reconsideration');
    const pendingAt = (day: string) =>
      cases.filter(({ data }) => {
        const [from, to] = [text(data.acceptedOn), text(data.concludedOn)];
        return from !== '' && from <= day && (to === '' || to > day);
      }).length;
    expect(pendingAt('2023-06-30')).toBeGreaterThan(0);
    expect((await figure('reconsideration.pending', '2023H1')).value).toEqual({
      is: 'count',
      count: pendingAt('2023-06-30'),
    });
    expect((await figure('reconsideration.pending', '2026-10')).value).toEqual({
      is: 'count',
      count: pendingAt('2026-10-31'),
    });

    const concluded = cases.filter(({ data }) => data.acceptedOn && within(data.concludedOn, '2023'));
    const days = concluded
      .map(({ data }) => (Date.parse(data.concludedOn!) - Date.parse(data.acceptedOn!)) / 86_400_000)
      .toSorted((a, b) => a - b);
    const [low, high] = [days[Math.ceil(days.length / 2) - 1]!, days[Math.floor(days.length / 2)]!];
    expect(days.length).toBe(56);
    expect(await figure('reconsideration.conclusion_days', '2023')).toEqual({
      value: ratio(low + high, 2),
      also: ratio(days[Math.ceil(0.9 * days.length) - 1]!, 1),
    });
    const judged = concluded.filter(({ clocks }) => ['met', 'late'].includes(clocks.decide?.outcome ?? ''));
    expect((await figure('reconsideration.on_time_rate', '2023')).value).toEqual(
      ratio(judged.filter(({ clocks }) => clocks.decide!.outcome === 'met').length, judged.length),
    );

    const suits = await kept('litigation');
    // What is to be done by a day to come is neither done in time nor too late.
    const due = suits.filter(
      ({ clocks }) =>
        within(clocks.respond?.legalDue, YEAR) &&
        clocks.respond!.legalDue < TODAY &&
        !['void', 'waived'].includes(clocks.respond!.outcome ?? ''),
    );
    expect(suits.some(({ clocks }) => (clocks.respond?.legalDue ?? '') >= TODAY)).toBe(true);
    expect((await figure('litigation.respond_on_time', YEAR)).value).toEqual(
      ratio(due.filter(({ clocks }) => clocks.respond!.outcome === 'met').length, due.length),
    );
    const appearances = suits.flatMap(
      ({ data }) =>
        (data.appearances ?? []) as {
          due: boolean;
          hearingOn: string;
          rank?: string;
          appeared: boolean;
          noticed: boolean;
        }[],
    );
    const heard = appearances.filter((one) => one.due && within(one.hearingOn, '2023'));
    const chief = await figure('litigation.chief_appearance_rate', '2023');
    expect(chief.value).toEqual(ratio(heard.filter(({ rank }) => rank === 'chief').length, heard.length));

    const letters = await kept('advice');
    const dueOf = ({ clocks }: Kept) =>
      ['governance', 'norm', 'public-interest', 'other'].flatMap((code) => clocks[code]?.legalDue ?? [])[0] ?? '';
    const toReply = letters.filter((one) => within(dueOf(one), YEAR) && dueOf(one) < TODAY);
    expect(toReply.length).toBeGreaterThan(0);
    expect((await figure('advice.reply_rate', YEAR)).value).toEqual(
      ratio(toReply.filter(({ data }) => data.repliedOn).length, toReply.length),
    );

    const paid = (await kept('compensation')).filter(({ data }) => within(data.paidOn, YEAR));
    const sum = await figure('compensation.paid', YEAR);
    expect(sum.value).toEqual({ is: 'money', fen: paid.reduce((all, { data }) => all + Number(data.amount), 0) });
  });

  it('numbers cases in the order of acceptance, without a gap', async () => {
    const numbered = await rows<{ number: string }>(
      `select e.body ->> 'number' as number from event e join matter m on m.region = e.region and m.id = e.matter
       where m.line = 'reconsideration' and m.organ = $1 and e.body ->> 'number' like '%〔2023〕%' order by e.at`,
      [CITY],
    );
    expect(numbered.map((row) => row.number)).toEqual(
      Array.from({ length: 60 }, (_, index) => `白政复〔2023〕${index + 1}号`),
    );
  });

  it('has something of every distance to the last day', async () => {
    const open = `select count(*)::int from matter where line = 'reconsideration' and closed_on is null`;
    expect(await one(`${open} and not paused and due_on < '2026-11-25' and due_clock <> 'sue'`)).toBeGreaterThanOrEqual(
      2,
    );
    expect(await one(`${open} and not paused and due_on = '2026-11-25'`)).toBeGreaterThanOrEqual(2);
    expect(await one(`${open} and not paused and due_on between '2026-11-26' and '2026-11-30'`)).toBeGreaterThanOrEqual(
      4,
    );
    expect(await one(`${open} and not paused and due_on > '2026-11-30'`)).toBeGreaterThanOrEqual(10);
    expect(await one(`${open} and paused`)).toBeGreaterThanOrEqual(3);
    expect(await one(`${open} and pending is not null`)).toBeGreaterThanOrEqual(4);
    expect(await one(`${open} and data ->> 'acceptanceMode' = 'deemed'`)).toBeGreaterThanOrEqual(1);
  });

  it('keeps another county and another city apart', async () => {
    const seen = (org: string) =>
      scoped(
        booted.platform.pool,
        { orgs: [org], paths: [], matter: null },
        async (client) => (await client.query('select distinct organ from matter')).rows,
      );
    expect(await seen('g220821')).toEqual([{ organ: 'g220821' }]);
    expect(await seen('g220700')).toEqual([{ organ: 'g220700' }]);
  });

  it('leaves a record that can be replayed and a log that verifies', async () => {
    expect(await checkRecords(booted.platform)).toMatchObject({ faults: [], notices: [] });
    const logs = await verifyLedger(booted.platform.pool, [booted.platform.publicKey]);
    expect(logs.length).toBeGreaterThan(0);
    for (const { report, stray } of logs) expect({ fault: report.fault, stray }).toEqual({ fault: null, stray: 0 });
  });

  it('changes nothing the second time', async () => {
    const events = await one('select count(*)::int from event');
    expect(await loadDemo(booted, () => undefined)).toBeUndefined();
    expect(await one('select count(*)::int from event')).toBe(events);
  });

  it('cut short at the very end, and gone on with hours later, changes nothing either', async () => {
    const held = async () => ({
      events: await one('select count(*)::int from event'),
      texts: await one('select count(*)::int from report_text'),
      comments: await one('select count(*)::int from report_comment'),
    });
    const before = await held();
    await booted.owner.query("update bulk_load set done_at = null where name = 'demo'");
    now = new Date('2026-11-25T14:30:00+08:00');
    expect((await loadDemo(booted, () => undefined))?.broken).toEqual([]);
    expect(await held()).toEqual(before);
  }, 120_000);
});
