import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type PlainDate, statute } from '@fadu/kernel';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Booted, boot } from '../boot.js';
import { temporaryData } from '../postgres/temporary.js';
import { SAMPLE_LAW, SAMPLE_LAW_REVISED, SAMPLE_MEASURES, sampleLocal } from '../testing/sample-laws.js';
import { readAkn } from './akn/read.js';
import { aknText, akomaNtoso } from './akoma-ntoso.js';
import { exportAkn, exportLaws } from './export.js';
import {
  clauseHistory,
  clauseOn,
  findLaw,
  impactOf,
  importLaws,
  LawIndex,
  lawIndexOf,
  lawInForce,
  namedInSearch,
  readVersion,
  searchLaws,
  unresolvedBases,
  wordDifference,
} from './index.js';
import { tarHeader } from './tar.js';

const day = (text: string) => text as PlainDate;
let booted: Booted;
let folder: string;
let dataDir: string;
const put = (path: string, text: string | Buffer) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

beforeAll(async () => {
  dataDir = temporaryData('fadu-law-');
  folder = mkdtempSync(join(tmpdir(), 'fadu-texts-'));
  booted = await boot({ dataDir, publicUrl: 'http://127.0.0.1/portal', durable: false, lines: [] });
  put('法律/样例管理法(2010-03-01).md', SAMPLE_LAW);
  put('部门规章/样例登记办法(2012-01-01).md', SAMPLE_MEASURES);
});
afterAll(async () => {
  await booted.close();
  for (const dir of [folder, dataDir]) rmSync(dir, { recursive: true, force: true });
});

describe('the law base', () => {
  it('stores texts once, whatever is asked again', async () => {
    const first = await importLaws(booted.owner, folder);
    expect(first).toMatchObject({ files: 2, stored: 2, refused: [], changed: [] });
    expect(await importLaws(booted.owner, folder)).toMatchObject({ stored: 0, same: 2, refused: [] });
  });

  it('takes a later version as a change of the same law, and keeps identities over the versions', async () => {
    put('法律/样例管理法(2020-05-06).md', SAMPLE_LAW_REVISED);
    put('地方性法规/吉林/白城市样例条例(2021-03-01).md', sampleLocal(2021, '第三条'));
    const report = await importLaws(booted.owner, folder);
    expect(report).toMatchObject({ stored: 2, same: 2, refused: [] });
    expect(report.changed).toHaveLength(1);
    const before = await clauseOn(booted.owner, '样例管理法', '第二条', day('2015-01-01'));
    const after = await clauseOn(booted.owner, '样例管理法', '第三条', day('2024-01-01'));
    if (!before.ok || !after.ok) throw new Error('both articles are there');
    expect(before.value.text).toContain('十日内');
    expect(after.value.text).toContain('七日内');
    expect(after.value.identity).toBe(before.value.identity);
    const inserted = await clauseOn(booted.owner, '样例管理法', '第二条', day('2024-01-01'));
    expect(inserted.ok && inserted.value.identity).not.toBe(before.value.identity);
    const { history } = await clauseHistory(booted.owner, after.value, day('2024-01-01'));
    expect(history.map(({ effectiveOn, label }) => [effectiveOn, label])).toEqual([
      ['2010-07-01', '第二条'],
      ['2020-09-01', '第三条'],
    ]);
  });

  it('says which text is in force on a day, what is coming, and what has ended by whom', async () => {
    expect(await lawInForce(booted.owner, '样例管理法', day('2015-01-01'))).toMatchObject({
      version: { effectiveOn: '2010-07-01', endOn: '2020-09-01' },
      validity: 'inForce',
    });
    expect(await lawInForce(booted.owner, '样例管理法', day('2020-06-01'))).toMatchObject({
      version: { effectiveOn: '2010-07-01' },
      coming: { effectiveOn: '2020-09-01' },
    });
    expect(await lawInForce(booted.owner, '样例管理法', day('2009-01-01'))).toMatchObject({
      validity: 'notYetEffective',
    });
    expect(await lawInForce(booted.owner, '样例登记办法', day('2021-01-01'))).toMatchObject({
      validity: 'repealed',
      version: { endOn: '2020-09-01', endedBy: '中华人民共和国样例管理法' },
    });
  });

  it('finds items, and says what exists when an address leads too far', async () => {
    const item = await clauseOn(booted.owner, '样例管理法', '第四条第（二）项', day('2024-01-01'));
    expect(item.ok && [item.value.locator, item.value.text]).toEqual(['T0004.00/K01/I02', '（二）伪造样例的。']);
    expect(await clauseOn(booted.owner, '样例管理法', '第四条第（三）项', day('2024-01-01'))).toMatchObject({
      ok: false,
      error: { code: 'law.address', message: '第四条只有二项，没有第（三）项。' },
    });
    expect(await clauseOn(booted.owner, '样例管理法', '第九条', day('2024-01-01'))).toMatchObject({
      ok: false,
      error: { message: '《中华人民共和国样例管理法》（2020-09-01施行）没有第九条，最后一条是第五条。' },
    });
    expect(await clauseOn(booted.owner, '没有的法', '第一条', day('2024-01-01'))).toMatchObject({
      error: { code: 'law.unknown' },
    });
  });

  it('knows what cites an article and is in force, the changed one graver than the moved one', async () => {
    const found = await impactOf(booted.owner, [], '样例管理法', 'T0003.00', day('2024-01-01'));
    expect(found!.affected.map(({ name, place, relation }) => [name, place, relation])).toEqual(
      expect.arrayContaining([['白城市样例条例', '第一条', 'directChanged']]),
    );
    expect(found!.affected.some(({ name }) => name === '样例登记办法')).toBe(false);
    expect(await impactOf(booted.owner, [], '没有的法', null, day('2024-01-01'))).toBeUndefined();
  });

  it('reports bases of definitions that it cannot resolve', async () => {
    const YL = statute('中华人民共和国样例管理法');
    const line = {
      code: 'x',
      name: '样例',
      actions: {
        a: { name: '答复', basis: YL(3) },
        b: { name: '登记', basis: YL(99) },
        c: {
          name: '受理',
          basis: { byRuleSet: { old: YL(3), fresh: [YL(3), YL(98)] } },
          guards: [{ code: 'x.late', basis: { byRuleSet: { fresh: YL(97) } } }],
        },
      },
    };
    const unresolved = await unresolvedBases(booted.owner, [line as never], day('2024-01-01'));
    expect(unresolved.map(({ place, name }) => [place, name])).toEqual([
      ['actions.b', '操作“登记”'],
      ['actions.c', '操作“受理”'],
      ['actions.c guards', '操作“受理”的办理条件'],
    ]);
  });

  it('shows of a definition what rests on the text of the day, not on an earlier edition of it', async () => {
    const YL = statute('中华人民共和国样例管理法');
    const earlier = { ...YL(3), edition: { name: '2010年', until: '2020-08-31' } };
    const line = {
      code: 'x',
      name: '样例',
      documents: {},
      actions: { a: { name: '答复', basis: YL(3) }, b: { name: '旧答复', basis: earlier } },
    };
    const resting = async (on: string) =>
      (await impactOf(booted.owner, [line as never], '样例管理法', 'T0003.00', day(on)))!.affected
        .filter(({ kind }) => kind === 'definition')
        .map(({ place, raw }) => [place, raw]);
    expect(await resting('2024-01-01')).toEqual([['操作“答复”', '《样例管理法》第三条']]);
    expect(await resting('2020-01-01')).toContainEqual(['操作“旧答复”', '《样例管理法》（2010年）第三条']);
  });

  it('searches by name, pinyin, clause and words, the law itself before those that mention it', async () => {
    const index = new LawIndex(booted.owner);
    const find = (question: string) => searchLaws(index, question);
    expect((await find('样例管理法')).exact).toMatchObject({
      title: '中华人民共和国样例管理法',
      label: '第一条',
      current: true,
    });
    expect((await find('yangliguanlifa')).laws[0]).toMatchObject({ title: '中华人民共和国样例管理法' });
    expect((await find('ylglf3')).exact).toMatchObject({ label: '第三条', effectiveOn: '2020-09-01' });
    expect((await find('伪造样例')).clauses[0]).toMatchObject({
      label: '第四条',
      excerpt: expect.stringContaining('\u0002'),
    });
    // Words of a text that is no longer in force are not found unless asked for.
    expect((await find('十日内答复')).loose).toBe(true);
    expect((await find("'; drop table law; --")).clauses).toEqual([]);
  });

  it('remembers what is asked again until the base changes, whoever changes it', async () => {
    const index = new LawIndex(booted.owner);
    const find = () => searchLaws(index, '伪造样例');
    await find();
    const first = await find();
    expect(await find()).toBe(first);
    const { code, effectiveOn } = first.clauses[0]!;
    const ending = (on: string | null) =>
      booted.owner.query(
        'update law_version v set end_on = $3, end_kind = $4 from law l where l.id = v.law and l.code = $1 and v.effective_on = $2',
        [code, effectiveOn, on, on && 'repealed'],
      );
    await ending('2021-01-01');
    await vi.waitFor(async () => expect(await find()).toMatchObject({ loose: true }), { timeout: 5000 });
    await ending(null);
    await vi.waitFor(async () => expect((await find()).clauses).toEqual(first.clauses), { timeout: 5000 });
  });

  it('knows every title to those who ask first, all at once', async () => {
    const index = new LawIndex(booted.owner);
    const answers = await Promise.all([1, 2, 3].map(() => searchLaws(index, 'yangliguanlifa')));
    for (const { laws } of answers) expect(laws[0]).toMatchObject({ title: '中华人民共和国样例管理法' });
  });

  it('narrows a search by maker, by the day on which a text is in force, and by where it stands', async () => {
    const index = new LawIndex(booted.owner);
    const find = async (filter: Parameters<typeof searchLaws>[2]) =>
      (await searchLaws(index, '答复', filter)).clauses.map(({ label, effectiveOn }) => [label, effectiveOn]);
    const on = day('2024-01-01');
    expect(await find({})).toEqual([['第三条', '2020-09-01']]);
    expect(await find({ standing: { on: day('2015-01-01'), state: 'inForce' } })).toEqual([['第二条', '2010-07-01']]);
    expect(await find({ standing: { on, state: 'superseded' } })).toEqual([['第二条', '2010-07-01']]);
    expect(await find({ standing: { on, state: 'repealed' } })).toEqual([]);
    expect(await find({ standing: { on: day('2020-08-01'), state: 'notYetEffective' } })).toEqual([
      ['第三条', '2020-09-01'],
    ]);
    await booted.owner.query("update law set maker = '样例大会' where title like '%样例管理法'");
    const fresh = new LawIndex(booted.owner);
    const made = async (maker: string) => (await searchLaws(fresh, '样例', { maker })).laws.map(({ title }) => title);
    expect(await made('样例大会')).toEqual(['中华人民共和国样例管理法']);
    expect(await made('没有的机关')).toEqual([]);
    const gone = await searchLaws(fresh, '样例登记', { standing: { on, state: 'repealed' } });
    expect(gone.laws.map(({ title }) => title)).toEqual(['样例登记办法']);
  });

  it.each([
    ['样例管理法4', 'T0004.00', '第四条'],
    ['管理法第四条第一款第（二）项', 'T0004.00/K01/I02', '第四条第一款第（二）项'],
    ['《样例管理法》第四条第一款', 'T0004.00/K01', '第四条第一款'],
    ['ylglf4', 'T0004.00', '第四条'],
    ['管理法4.1(2)', 'T0004.00/K01/I02', '第四条第一款第（二）项'],
    // No such 款: the article is meant.
    ['管理法第四条第九款', 'T0004.00', '第四条'],
  ])('finds the clause named by %s in the search over everything', async (question, locator, label) => {
    const { clause, laws } = await namedInSearch(lawIndexOf(booted.owner), question);
    expect(clause).toMatchObject({ title: '中华人民共和国样例管理法', locator, label });
    expect(laws.rows[0]).toMatchObject({ title: '中华人民共和国样例管理法' });
  });

  it('points at the 款 or 项 that a search names, and says what there is when it is not there', async () => {
    const index = lawIndexOf(booted.owner);
    expect(await searchLaws(index, '样例管理法第四条第一款第（二）项')).toMatchObject({
      exact: { locator: 'T0004.00/K01/I02', label: '第四条第一款第（二）项' },
      missing: null,
    });
    expect(await searchLaws(index, '样例管理法第四条第一款第（三）项')).toMatchObject({
      exact: { locator: 'T0004.00', label: '第四条' },
      missing: '《中华人民共和国样例管理法》（2020-09-01施行）第四条第一款只有二项，没有第（三）项。',
    });
    expect(await searchLaws(index, '样例管理法9')).toMatchObject({
      exact: null,
      clauses: [],
      missing: '《中华人民共和国样例管理法》（2020-09-01施行）没有第九条，最后一条是第五条。',
    });
  });

  it('finds laws by name and initials with how many there are, and no clause where none is named', async () => {
    const found = (question: string) => namedInSearch(lawIndexOf(booted.owner), question);
    expect(await found('样例')).toMatchObject({ clause: null, laws: { total: 3 } });
    expect((await found('ylglf')).laws.rows.map(({ title }) => title)).toEqual(['中华人民共和国样例管理法']);
    expect(await found('样例管理法99')).toMatchObject({ clause: null, laws: { total: 1 } });
    expect(await found('赵样例')).toEqual({ clause: null, laws: { total: 0, rows: [] } });
    expect(await found("'; drop table law; --")).toMatchObject({ clause: null, laws: { total: 0 } });
  });

  it('compares versions word by word', async () => {
    const newer = (await lawInForce(booted.owner, '样例管理法', day('2024-01-01')))!;
    const { rows } = await wordDifference(booted.owner, newer.law, newer.versions[0]!, newer.version);
    expect(rows.map(({ change }) => change)).toEqual(['same', 'new', 'modified', 'modified', 'modified']);
    expect(rows[2]!.runs).toEqual(
      expect.arrayContaining([
        { kind: 'removed', text: expect.stringContaining('十') },
        { kind: 'added', text: expect.stringContaining('七') },
      ]),
    );
  });

  it('gives Akoma Ntoso of a version, which reads as what the base holds', async () => {
    const found = (await lawInForce(booted.owner, '样例管理法', day('2024-01-01')))!;
    const read = readAkn(await akomaNtoso(booted.owner, found));
    expect(read).toEqual({ ok: true, value: await aknText(booted.owner, found.law, found.version) });
  });

  it('takes Akoma Ntoso in another base as the same law of the same day', async () => {
    const found = (await lawInForce(booted.owner, '样例登记办法', day('2015-01-01')))!;
    const xml = (await akomaNtoso(booted.owner, found)).replaceAll('样例登记办法', '样例登记规则');
    put('别处/样例登记规则.xml', xml);
    put('别处/坏.xml', xml.slice(0, 500));
    const report = await importLaws(booted.owner, join(folder, '别处'));
    expect(report).toMatchObject({ stored: 1, refused: [{ path: '坏.xml' }] });
    const taken = (await lawInForce(booted.owner, '样例登记规则', day('2015-01-01')))!;
    expect(taken).toMatchObject({ law: { kind: 'B' }, version: { effectiveOn: found.version.effectiveOn } });
    const texts = await Promise.all(
      [found, taken].map(async ({ version }) =>
        (await readVersion(booted.owner, version, version.effectiveOn)).clauses.map(({ body }) => body),
      ),
    );
    expect(texts[1]).toEqual(texts[0]);
    rmSync(join(folder, '别处'), { recursive: true });
  });

  it('gives every version as Akoma Ntoso in one archive that tar reads, each reading as what the base holds', async () => {
    const archive = join(dataDir, 'laws.tar');
    await writeFile(archive, exportAkn(booted.owner));
    const into = mkdtempSync(join(tmpdir(), 'fadu-tar-'));
    execFileSync('tar', ['-xf', archive, '-C', into]);
    const files = readdirSync(into);
    const { rows } = await booted.owner.query('select count(*)::int as n from law_version');
    expect(files.length).toBe(rows[0].n);
    expect(files).toContain('L000000-00001@2020-09-01.xml');
    for (const file of files) {
      const read = readAkn(readFileSync(join(into, file), 'utf8'));
      const [code = '', on = ''] = file.replace('.xml', '').split('@');
      const { law, versions } = (await findLaw(booted.owner, code))!;
      const version = versions.find(({ effectiveOn }) => effectiveOn === on)!;
      expect(read).toEqual({ ok: true, value: await aknText(booted.owner, law, version) });
    }
    rmSync(into, { recursive: true });
  });

  it('gives every clause as JSON Lines', async () => {
    let lines = '';
    for await (const chunk of exportLaws(booted.owner)) lines += chunk;
    const rows = lines
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { title: string });
    expect(rows.length).toBe(4 + 5 + 2 + 3 + 2);
    expect(rows[0]).toMatchObject({
      kind: expect.any(String),
      region: expect.stringMatching(/^\d{6}$/),
      locator: 'T0001.00',
    });
  });

  it('packs texts older than the time that archives begin with', () => {
    const header = tarHeader('old.xml', 1, new Date('1948-07-30T00:00:00+08:00')).toString('latin1');
    expect(header.slice(136, 148)).toBe('00000000000\0');
    expect(tarHeader('new.xml', 1, new Date('2023-03-15T00:00:00+08:00')).toString('latin1').slice(136, 147)).toMatch(
      /^[0-7]{11}$/,
    );
  });

  it('refuses what it cannot take, by file and reason, and stores the rest', async () => {
    put('坏/空.md', '');
    put('坏/图.md', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3]));
    put('坏/样例管理法(2020-05-06).md', SAMPLE_LAW_REVISED.replace('展示样例应当', '陈列样例应当'));
    const report = await importLaws(booted.owner, folder);
    expect(report.stored).toBe(0);
    expect(report.refused.map(({ path, why }) => [path, why.length > 5])).toEqual(
      expect.arrayContaining([
        ['坏/图.md', true],
        ['坏/样例管理法(2020-05-06).md', true],
      ]),
    );
    expect(report.refused.find(({ path }) => path.includes('2020'))!.why).toContain('E-LW-01');
  });

  it('keeps the parts of a code apart that is stored in several files', async () => {
    const part = (chapter: string, from: string, to: string) =>
      `# 中华人民共和国样例典\n2021年2月1日第三届样例大会通过\n\n<!-- INFO END -->\n第一章 ${chapter}\n第${from}条 样例应当真实。\n第${to}条 违反前条规定的，依照本法第一条处理。本法自2021年7月1日起施行。`;
    put('法律/样例典/总则(2021-02-01).md', part('一般规定', '一', '二'));
    put('法律/样例典/物的编(2021-02-01).md', part('展品', '三', '四'));
    expect(await importLaws(booted.owner, join(folder, '法律'))).toMatchObject({ stored: 1 });
    const found = (await lawInForce(booted.owner, '样例典', day('2024-01-01')))!;
    const { header, clauses, citations } = await readVersion(booted.owner, found.version, day('2024-01-01'));
    expect(header.divisions.map(({ path }) => path)).toEqual(['B01', 'B01.C01', 'B02', 'B02.C01']);
    expect(clauses.map(({ locator, outline }) => `${outline} ${locator}`)).toEqual([
      'B01.C01 T0001.00',
      'B01.C01 T0002.00',
      'B02.C01 T0003.00',
      'B02.C01 T0004.00',
    ]);
    expect(citations['T0004.00']).toMatchObject([{ raw: '前条', code: found.law.code }, { articles: ['T0001.00'] }]);
  });
});
