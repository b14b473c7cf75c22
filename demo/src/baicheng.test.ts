import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { extractText } from '@fadu/figures';
import type { Value } from '@fadu/indicator';
import {
  act,
  type Booted,
  type BuiltReport,
  boot,
  buildReport,
  EVERYTHING,
  findMatter,
  type IndicatorFigure,
  indicatorFigure,
  issuedReport,
  readBack,
  renderDocx,
  reportData,
  reportDocument,
  reportPage,
  reportText,
  temporaryData,
} from '@fadu/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Cast } from './cast.js';
import { CITY, seedDirectory } from './index.js';
import { Player } from './play.js';
import { publish2023, report2023 } from './report-2023.js';
import { openReport, registerPublications, writeOpenReport } from './report-open.js';
import { JUSTICE, PROVINCE_JUSTICE, year2023Return } from './returns.js';
import { stageFor } from './stage.js';
import { year2023 } from './year-2023.js';

const ROOT = join(import.meta.dirname, '../..');
const GOLD = join(ROOT, '../shared/reports/gold/baicheng-justice-2023.jsonl');
const NOW = new Date('2026-11-25T10:30:00+08:00');

interface GoldFigure {
  readonly text: string;
  readonly value: number;
  readonly approx: string;
  readonly role: string;
  readonly indicator: string | null;
}

/** Codes in the table of docs/baicheng.md, with what is published and what is computed. */
const listed = (): Map<string, readonly [published: number, computed: number]> =>
  new Map(
    [
      ...readFileSync(join(ROOT, 'docs/baicheng.md'), 'utf8').matchAll(/^\| `([\w.]+)` \| ([\d.]+) \| ([\d.]+) \|/gm),
    ].map(([, code, published, computed]) => [code!, [Number(published), Number(computed)]]),
  );

const numberOf = (value: Value, unit: string): number | undefined => {
  if (value.is === 'count') return value.count;
  if (value.is === 'money') return value.fen / 100;
  if (value.is === 'ratio') return (value.numerator / value.denominator) * (unit === '%' ? 100 : 1);
  return undefined;
};

describe('Baicheng 2023', () => {
  const dataDir = temporaryData('fadu-baicheng-');
  let booted: Booted;
  let report: BuiltReport;
  let cast: Cast;

  beforeAll(async () => {
    booted = await boot({ dataDir, publicUrl: 'http://127.0.0.1/portal', durable: false, now: () => NOW });
    const { orgs, people } = await seedDirectory(booted);
    cast = new Cast(orgs, people);
    const stage = stageFor(cast, booted.platform.calendar(), NOW);
    const player = new Player(booted, cast);
    await player.play(
      [...year2023(stage), year2023Return(stage), report2023(stage), openReport(stage)],
      () => undefined,
    );
    expect(player.broken).toEqual([]);
    expect(await publish2023(booted, cast, booted.platform.pool)).toEqual([]);
    const built = await buildReport(booted.platform, EVERYTHING, { org: '白城市司法局', year: 2023 });
    if (!built.ok) throw new Error(built.error.message);
    report = built.value;
  }, 400_000);
  afterAll(async () => {
    await booted.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const figure = async (code: string): Promise<IndicatorFigure> => {
    const ask = async (org: string) => {
      const result = await indicatorFigure(booted.platform, EVERYTHING, { code, org, period: '2023' });
      if (!result.ok) throw new Error(result.error.message);
      return result.value;
    };
    const own = await ask(JUSTICE);
    return own.value.is === 'missing' ? ask(CITY) : own;
  };

  /** What the platform says of a code: the value, the same on its other basis, its parts. */
  async function saidOf(code: string) {
    const { value, unit, also, collected, source } = await figure(code);
    const approx = source === 'returns' ? (collected?.approx ?? 'exact') : 'exact';
    return [
      { value: numberOf(value, unit), approx },
      ...(also ? [{ value: numberOf(also.value, unit), approx: 'exact' }] : []),
      ...(collected?.parts ?? []).map((part) => ({ value: numberOf(part.value, unit), approx: part.approx })),
    ];
  }

  const gold = existsSync(GOLD);
  if (!gold && process.env.CI) throw new Error(`reference figures are missing: ${GOLD}`);
  it.skipIf(!gold)('computes every published level figure that has an indicator, or says why not', async () => {
    const figures = readFileSync(GOLD, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as GoldFigure)
      .filter(({ role, indicator }) => role === 'level' && indicator !== null);
    expect(figures.length).toBeGreaterThan(50);
    const known = listed();
    const different: string[] = [];
    for (const { indicator, value, approx, text } of figures) {
      const said = await saidOf(indicator!);
      const places = String(value).split('.')[1]?.length ?? 0;
      const equal = said.some(
        (one) => one.value !== undefined && Number(one.value.toFixed(places)) === value && one.approx === approx,
      );
      const exception = known.get(indicator!);
      if (exception) {
        expect([value, Number(said[0]?.value?.toFixed(2))], `${indicator} in docs/baicheng.md`).toEqual(exception);
        expect(equal, `${indicator} no longer differs`).toBe(false);
      } else if (!equal) different.push(`${indicator} ${text}: ${JSON.stringify(said)}`);
    }
    expect(different).toEqual([]);
  });

  it('writes the report, and what it wrote is read back from the file as it was written', async () => {
    expect(report.unit.id).toBe(JUSTICE);
    const sentences = report.chapters.flatMap((chapter) => chapter.sentences);
    expect(sentences.length).toBeGreaterThan(55);
    expect(sentences.every(({ state }) => state === 'live')).toBe(true);
    expect(readBack(report, reportText(report))).toEqual([]);
    const file = renderDocx(reportDocument(report));
    const issued = await issuedReport(booted.platform, EVERYTHING, report);
    for (const one of [file, issued!]) {
      const extracted = await extractText(new Uint8Array(one), 'report.docx');
      if (!extracted.ok) throw new Error(extracted.error.message);
      expect(readBack(report, extracted.value.text)).toEqual([]);
      expect(extracted.value.text).toContain('2023年度法治政府建设工作报告');
      expect(extracted.value.text).toContain('受理行政复议案件60件');
    }
  });

  it('says of each figure where it comes from, and of none more than is known', () => {
    const by = new Map(report.chapters.flatMap(({ sentences }) => sentences).map((one) => [one.code, one]));
    expect(by.get('reconsideration.accepted')?.figure).toMatchObject({ source: 'records', org: { id: CITY } });
    expect(by.get('reconsideration.settled')?.text).toBe('调解和解结案行政复议案件15件');
    expect(by.get('mediation.cases')?.figure).toMatchObject({ source: 'returns', org: { id: JUSTICE } });
    expect(by.get('mediation.cases')?.figure.collected?.from).toHaveLength(1);
    expect(by.get('enforcement.case_files_reviewed')?.text).toBe('评查行政执法案卷680余件');
    const gaps = new Map(report.gaps.map((gap) => [gap.code, gap.why]));
    expect(gaps.get('notary.cases')).toBe('没有记录');
    expect(gaps.get('lawyer.count')).toBe('尚未报送');
    expect(gaps.size + by.size).toBe(201 - 1);
  });

  it('is settled and published with sources and digest in its record, and says what has changed since', async () => {
    expect(report.published).toBe(true);
    const record = (await findMatter(booted.platform, EVERYTHING, report.matter!))!.record;
    expect(record).toMatchObject({ state: 'published', data: { digest: report.digest } });
    const sentences = report.chapters.flatMap((chapter) => chapter.sentences);
    expect(record.data.figures).toHaveLength(sentences.length);
    expect(record.data.figures).toContainEqual(
      expect.objectContaining({ code: 'legal_aid.accepted', written: '受理法律援助案件1798件', source: 'returns' }),
    );
    expect(record.data.figures).toContainEqual(
      expect.objectContaining({ code: 'reconsideration.settlement_rate', value: '25', numerator: 15, denominator: 60 }),
    );
    // As the sentence tells it: of the cases received in the year.
    expect(record.data.figures).toContainEqual(
      expect.objectContaining({
        code: 'reconsideration.settled',
        written: '调解和解结案行政复议案件15件',
        value: '15',
      }),
    );
    const { rows } = await booted.owner.query(
      `select body::text like '%' || $2 || '%' as holds from event where matter = $1 and action = 'freeze'`,
      [report.matter, report.digest],
    );
    expect(rows).toEqual([{ holds: true }]);

    // The return is put right after publication: the report keeps its words and says so.
    const from = sentences.find(({ code }) => code === 'legal_aid.accepted')!.figure.collected!.from[0]!;
    const told = (await findMatter(booted.platform, EVERYTHING, from.matter))!.record.data.figures as object[];
    const figures = told.map((row) =>
      'code' in row && row.code === 'legal_aid.accepted' ? { ...row, value: '1799' } : row,
    );
    const take = async (post: string, org: string, action: string, input: object) => {
      const written = await act(booted.platform, from.matter, null, {
        actor: cast.actor(cast.one(post, org)),
        scope: EVERYTHING,
        key: `correct-${action}`,
        command: { action, input: input as never },
      });
      expect(written.ok, JSON.stringify(written)).toBe(true);
    };
    await take('returnReviewer', PROVINCE_JUSTICE, 'reopen', { correction: '漏报一件。', dueOn: '2026-12-01' });
    await take('returnReporter', JUSTICE, 'submit', { figures });
    await take('returnReviewer', PROVINCE_JUSTICE, 'approveFigures', {});
    const again = await buildReport(booted.platform, EVERYTHING, { org: JUSTICE, year: 2023 });
    if (!again.ok) throw new Error(again.error.message);
    const changed = again.value.chapters
      .flatMap((chapter) => chapter.sentences)
      .filter(({ state }) => state !== 'live');
    expect(changed).toMatchObject([
      {
        code: 'legal_aid.accepted',
        state: 'stale',
        text: '受理法律援助案件1798件',
        why: '定稿后有变动，现在是：受理法律援助案件1799件',
      },
    ]);
    // Files made now tell what was settled, under the digest in the ledger, and what it is today beside it.
    expect(again.value).toMatchObject({ digest: report.digest, settledOn: '2024-02-21' });
    const then = sentences.find(({ code }) => code === 'legal_aid.accepted')!.settled;
    const aid = reportData(again.value)
      .chapters.flatMap(({ figures: all }) => all)
      .find(({ code }) => code === 'legal_aid.accepted')!;
    expect(aid).toMatchObject({
      state: 'stale',
      value: { is: 'count', count: 1798 },
      origin: then.origin,
      now: { value: { is: 'count', count: 1799 }, text: '受理法律援助案件1799件' },
    });
    expect(aid.now!.origin).not.toBe(then.origin);
    expect(reportPage(again.value, 'http://127.0.0.1/portal')).toContain(then.origin);
  });

  it('has a report in the making, and knows who published elsewhere; loaded twice it is the same', async () => {
    for (let round = 0; round < 2; round += 1) {
      expect(await writeOpenReport(booted, cast, booted.platform.pool)).toEqual([]);
      expect(await registerPublications(booted, cast, booted.platform.pool)).toEqual([]);
    }
    const { rows } = await booted.owner.query(
      `select (select count(*)::int from report_text t join matter m on m.id = t.matter where m.data ->> 'year' = '2026') as texts,
         (select count(*)::int from report_comment) as comments, (select count(*)::int from report_disclosure) as entered`,
    );
    expect(rows).toEqual([{ texts: 4, comments: 1, entered: 6 }]);
  });

  it('a year or a unit without data is empty, not zero', async () => {
    const empty = await buildReport(booted.platform, EVERYTHING, { org: JUSTICE, year: 2019 });
    if (!empty.ok) throw new Error(empty.error.message);
    expect(empty.value.chapters.flatMap((chapter) => chapter.sentences)).toEqual([]);
    const none = await buildReport(booted.platform, EVERYTHING, { org: '无此机构', year: 2023 });
    expect(none.ok ? 'built' : none.error.code).toBe('report.org');
  });
});
