import { randomUUID } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { formulas, getLine } from '@fadu/lines';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVERYTHING, type Scope } from '../access/scope.js';
import { populate, raise, type Stage } from '../testing/stage.js';
import { breakdownOf } from './breakdown.js';
import { writeFigureExcel } from './excel.js';
import { type Asked, asked, figureOf, type Question, rowsOf } from './figure.js';
import { versionOf } from './figure-value.js';
import { openData, openDataCsv, openDataMetadata } from './open-data.js';
import { rollUp } from './roll-up.js';
import { whyOf } from './why.js';

const [RATE, RECEIVED] = ['reconsideration.direct_correction_rate', 'reconsideration.received'];

describe('a figure explained', () => {
  let stage: Stage;
  const put = async (organ: 'east' | 'west', data: Record<string, unknown>): Promise<void> => {
    const [id, event, region] = [randomUUID(), randomUUID(), organ === 'east' ? '990101' : '990102'];
    await stage.owner.query(
      `insert into matter (region, id, line, line_version, rule_set, organ, path, orgs, receipt, state, revision, data, clocks,
         assignees, flags, title, words, opened_on, waits_for, people)
       values ($1, $2, 'reconsideration', '1', 'r1', $3, $4, array[$3], $5, 'received', 1, $6, '{}', '{}', '{}', '样例', '', $7, '{}', '{}')`,
      [region, id, organ, `r.city.${organ}`, id, JSON.stringify(data), data.receivedOn],
    );
    await stage.owner.query(
      `insert into event (region, matter, seq, id, at, on_day, kind, action, body, salt) values ($1, $2, 1, $3, now(), $4, 'acted', 'x', '{}', '')`,
      [region, id, event, data.receivedOn],
    );
    await stage.owner.query(
      `insert into leaf (region, seq, matter, event_seq, event_id, body_digest, hash)
       select $1, coalesce(max(seq), -1) + 1, $2, 1, $3, '', '' from leaf where region = $1`,
      [region, id, event],
    );
  };
  beforeAll(async () => {
    stage = await raise({ lines: [getLine('reconsideration')] });
    await populate(stage);
    for (let index = 0; index < 12; index += 1)
      await put('east', {
        receivedOn: `2023-0${1 + (index % 6)}-10`,
        ...(index < 11 && { acceptedOn: '2023-06-15' }),
        concludedOn: '2023-07-20',
        correction: index < 3,
      });
    await put('west', {
      receivedOn: '2023-02-01',
      acceptedOn: '2023-02-03',
      concludedOn: '2023-03-01',
      correction: true,
    });
    await put('west', { receivedOn: '2023-08-01' });
    await rollUp(stage.platform.pool, formulas);
  }, 180_000);
  afterAll(() => stage?.close());

  const ask = async <T>(
    question: Omit<Question, 'upTo'>,
    work: (one: Asked) => Promise<T>,
    scope: Scope = EVERYTHING,
  ) => {
    const result = await asked(stage.platform, scope, { ...question, upTo: 'watermark' }, work);
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  };
  const city = { org: 'city', period: '2023' };

  it('pages of records add up to the figure', async () => {
    await ask({ code: RATE, ...city }, async (one) => {
      expect(one.counting.rolled).toBe(true);
      const figure = await figureOf(one);
      expect(figure.value).toEqual({ is: 'ratio', numerator: 4, denominator: 12 });
      const version = versionOf(one.definition, one.period)!;
      const pages = [];
      for (let from = 0; from < 15; from += 5) pages.push(await rowsOf(one, version, { from, count: 5 }));
      expect(pages.map((page) => page.length)).toEqual([5, 5, 2]);
      expect(pages.flat().filter((row) => row.counted)).toHaveLength(4);
      expect(new Set(pages.flat().map((row) => row.matter)).size).toBe(12);
    });
  });

  it('says what was looked at and left out, and why', async () => {
    const why = await ask({ code: RATE, ...city }, (one) => whyOf(one));
    expect(why.formula.map(({ label, text }) => `${label} ${text.split('：')[0]}`)).toEqual(['分子 4', '分母 12']);
    expect(why.excluded).toEqual([
      { why: '没有受理日', count: 1 },
      { why: '没有“结案日”，归不到任何期间', count: 1 },
    ]);
    expect([why.attribution, why.scope]).toEqual(['结案日', 'city机关及下级立案的事项']);
    const attributionOf = async (code: string) => (await ask({ code, ...city }, (one) => whyOf(one))).attribution;
    expect(await attributionOf('reconsideration.handled')).toBe('期内在办（受理日至结案日）');
    expect(await attributionOf('reconsideration.pending')).toBe('期末（受理日以后、结案日以前）');
    expect(await attributionOf('reconsideration.litigated_after_rate')).toBe('结案日；分子按起诉日');
    expect(await attributionOf('reconsideration.head_hearing_rate')).toBe('听证的日期');
    expect(await attributionOf('reconsideration.opinion_letters')).toContain('之日');
    expect(await attributionOf('mediation.cases')).toBe('填报的期间');
    expect(why.sampled).toBeNull();
    // Where all would take too long, some are counted and scaled up, and it is said.
    const some = await ask({ code: RATE, ...city }, (one) => whyOf(one, 0));
    expect(some.sampled).toBe(50);
    for (const { count } of some.excluded) expect(count % 2).toBe(0);
    expect(some.formula).toEqual(why.formula);
    const received = await ask({ code: RECEIVED, ...city }, (one) => whyOf(one));
    expect(received.basis).toEqual(['《行政复议法》第三十条']);
    const collected = await ask({ code: 'mediation.cases', ...city }, (one) => whyOf(one));
    expect(collected.formula[0]?.label).toBe('没有数');
    expect(collected.notes[0]).toContain('填报');
  });

  it('says of several years since when there are records, and sets them against as many before', async () => {
    const plan = await ask({ code: RECEIVED, org: 'city', period: '2021..2025' }, (one) => figureOf(one));
    expect(plan.text).toBe('14件');
    expect(plan.notes).toEqual(['平台的记录自2023年起，此前各年没有记录，不在这个数里。']);
    expect(plan.before).toMatchObject({ name: '上一时期', text: '没有记录' });
    const year = await ask({ code: RECEIVED, ...city }, (one) => figureOf(one));
    expect([year.notes, year.before.name]).toEqual([[], '上年同期']);
  });

  it('goes over months that add up, and over organizations with a warning of small numbers', async () => {
    const received = await ask({ code: RECEIVED, ...city }, breakdownOf);
    const counts = received.series.map(({ value }) => (value.is === 'count' ? value.count : value.is));
    expect(counts.slice(0, 8)).toEqual([2, 3, 2, 2, 2, 2, 0, 1]);
    expect(received.orgs.map(({ label, text, rank }) => [label, text, rank])).toEqual([
      ['east机关', '12件', 1],
      ['west机关', '2件', 2],
      ['city机关本级', '没有记录', null],
    ]);
    const rates = await ask({ code: RATE, ...city }, breakdownOf);
    expect(rates.orgs.map(({ label, parts, rank, unranked }) => [label, parts, rank, unranked])).toEqual([
      ['east机关', '3/11', 1, null],
      ['west机关', '1/1', null, '基数不足10，不排名'],
      ['city机关本级', null, null, ''],
    ]);
    expect(rates.orgNote).toContain('1个单位基数不足10');
    expect(
      (await ask({ code: RECEIVED, org: 'city', period: '2022..2024' }, breakdownOf)).series.map((one) => one.text),
    ).toEqual(['没有记录', '14件', '0件']);
    expect((await ask({ code: RECEIVED, org: 'city', period: '2023-02' }, breakdownOf)).series).toEqual([]);
  });

  it('an organization merged in the year keeps its matters, and its superior has all of them', async () => {
    await stage.owner.query("update org set valid_to = '2023-06-30' where id = 'west'");
    try {
      const west = await ask({ code: RECEIVED, org: 'west', period: '2023' }, (one) => figureOf(one));
      expect(west.value).toEqual({ is: 'count', count: 2 });
      expect(west.notes[0]).toContain('2023年6月30日撤销或者合并');
      // What it left open is in no other place's number, so that parts and whole agree on both sides of the day.
      const after = { code: RECEIVED, org: 'west', period: '2023H2' };
      expect(await ask(after, (one) => figureOf(one))).toMatchObject({
        value: { is: 'count', count: 1 },
        notes: [expect.stringContaining('这里只有它留下、此后办理的旧案')],
      });
      expect(await ask({ ...after, org: 'city' }, breakdownOf)).toMatchObject({
        orgs: expect.arrayContaining([expect.objectContaining({ key: 'west', text: '1件' })]),
        orgNote: expect.stringContaining('2023年6月30日撤销或者合并，只有它留下、此后办理的旧案'),
      });
      const later = { code: RECEIVED, org: 'west', period: '2024' };
      expect((await ask(later, (one) => figureOf(one))).value).toEqual({ is: 'missing', why: 'notApplicable' });
      expect((await ask(later, whyOf)).formula).toEqual([{ label: '没有数', text: '这一期间没有这个机构。' }]);
      expect((await ask({ ...later, org: 'city' }, breakdownOf)).orgs.map(({ key }) => key)).not.toContain('west');
      expect((await ask({ code: RECEIVED, ...city }, breakdownOf)).orgNote).toContain(
        '2023年6月30日撤销或者合并，此后的新案不在它的数里',
      );
      expect((await ask({ code: RECEIVED, ...city }, (one) => figureOf(one))).value).toEqual({
        is: 'count',
        count: 14,
      });
    } finally {
      await stage.owner.query("update org set valid_to = null where id = 'west'");
    }
  });

  it('a rate of nothing is not a number', async () => {
    const none = await ask({ code: RATE, org: 'city', period: '2024' }, (one) => figureOf(one));
    expect(none.value).toEqual({ is: 'missing', why: 'notApplicable' });
    expect(none.before.value).toEqual({ is: 'ratio', numerator: 4, denominator: 12 });
    expect((await ask({ code: RATE, org: 'city', period: '2019' }, (one) => figureOf(one))).value).toEqual({
      is: 'missing',
      why: 'notRecorded',
    });
  });

  it('tells a post of one organization what it sees, and that this is not all', async () => {
    const scope: Scope = { orgs: ['east'], paths: [], matter: null };
    await ask(
      { code: RECEIVED, ...city },
      async (one) => {
        expect(one.counting.rolled).toBe(false);
        const figure = await figureOf(one, true);
        expect(figure.value).toEqual({ is: 'count', count: 12 });
        expect(figure.rows).toHaveLength(12);
        expect(figure.notes).toEqual(['只统计本岗位可以查看的案件，不是全部。']);
      },
      scope,
    );
    await ask(
      { code: RECEIVED, org: 'east', period: '2023', own: true },
      async (one) => expect(one.counting.rolled).toBe(true),
      scope,
    );
  });

  it('is told as far as the ledger was followed, or from the records when all must be in', async () => {
    await put('east', { receivedOn: '2023-12-01' });
    const [behind, all] = await Promise.all(
      (['watermark', 'now'] as const).map((upTo) =>
        asked(stage.platform, EVERYTHING, { code: RECEIVED, ...city, upTo }, (one) => figureOf(one)),
      ),
    );
    expect([behind, all].map((one) => one?.ok && one.value.text)).toEqual(['14件', '15件']);
    await rollUp(stage.platform.pool, formulas);
    expect((await ask({ code: RECEIVED, ...city }, (one) => figureOf(one))).text).toBe('15件');
  });

  it('is open to everybody after its year, with definitions and dictionary, small numbers withheld', async () => {
    const found = await openData(stage.platform, '2023');
    if (!found.ok) throw new Error(found.error.message);
    const of = (code: string) =>
      found.value.figures
        .filter((one) => one.code === code)
        .map(({ org, status, numerator, denominator }) => [org, status, numerator, denominator]);
    expect(of(RECEIVED)).toEqual([
      ['city机关', 'published', 15, null],
      // With thirteen the two of the other county could be counted back.
      ['east机关', 'withheld', null, null],
      ['west机关', 'withheld', null, null],
    ]);
    expect(of(RATE)).toEqual([
      ['city机关', 'withheld', null, null],
      ['east机关', 'withheld', null, null],
      ['west机关', 'withheld', null, null],
    ]);
    expect(found.value.indicators.find((one) => one.code === RATE)?.base).toBe('期内审结的案件');
    const [head, first] = openDataCsv(found.value).replace('\uFEFF', '').split('\r\n');
    expect(head).toBe(found.value.fields.map(({ name }) => name).join(','));
    const { name, unit } = found.value.figures[0]!;
    expect(first).toBe(`${RECEIVED},${name},${unit},990100,city机关,2023,published,15,`);
    const odd = { ...found.value, figures: [{ ...found.value.figures[0]!, org: '=1+1,"x"' }] };
    expect(openDataCsv(odd)).toContain(`,"'=1+1,""x""",`);
    // Every column of the table is in the dictionary for programs, in the order of the table.
    const { tableSchema, url } = openDataMetadata(found.value) as unknown as {
      url: string;
      tableSchema: { columns: { name: string; 'dc:description': string }[] };
    };
    expect([url, tableSchema.columns.map((one) => one.name).join(',')]).toEqual(['csv', head]);
    expect(tableSchema.columns.every((one) => one['dc:description'] !== '')).toBe(true);
    for (const year of ['2024', '去年', '2023H1']) expect((await openData(stage.platform, year)).ok, year).toBe(false);
  });

  it('goes into a workbook whole', async () => {
    const out = new PassThrough();
    const read = new exceljs.Workbook().xlsx.read(out);
    await ask({ code: RATE, ...city }, async (one) =>
      writeFigureExcel(await figureOf(one, true), await whyOf(one), await breakdownOf(one), out),
    );
    const book = await read;
    expect(book.worksheets.map(({ name, rowCount }) => [name, rowCount > 1])).toEqual([
      ['指标', true],
      ['分期', true],
      ['分机构', true],
      ['明细', true],
    ]);
    expect(book.getWorksheet('明细')!.rowCount).toBe(1 + 12);
  });
});
