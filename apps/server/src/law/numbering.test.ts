import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PlainDate } from '@fadu/kernel';
import type { LawAlertList, LawClause, LawImpact, LawRead } from '@fadu/wire';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ApiStage, raiseApi } from '../testing/api-stage.js';
import { SAMPLE_LAW, SAMPLE_LAW_LATEST, SAMPLE_LAW_REVISED, sampleLocal } from '../testing/sample-laws.js';
import { checkCitations } from './check-citations.js';
import { knownTitles, namedLaws } from './citing.js';
import { importLaws, raiseAlerts } from './index.js';

// 第二条 of 2010 is 第三条 of 2020: a text cites the numbers of its own day (sheet 4f-6).
let api: ApiStage;
let folder: string;
let code: string;
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fadu-numbering-'));
  api = await raiseApi({}, [['editor', 'lawEditor', 'city']]);
  put('法律/样例管理法(2010-03-01).md', SAMPLE_LAW);
  put('法律/样例管理法(2020-05-06).md', SAMPLE_LAW_REVISED);
  put('地方性法规/吉林/甲市样例条例.md', sampleLocal(2012, '第二条', '甲市样例条例'));
  put('地方性法规/吉林/乙市样例条例.md', sampleLocal(2021, '第三条', '乙市样例条例'));
  put('地方性法规/吉林/丙市样例条例.md', sampleLocal(2022, '第二条', '丙市样例条例'));
  await importLaws(api.stage.owner, folder);
  code = (await api.stage.owner.query("select code from law where title like '%样例管理法'")).rows[0].code;
});
afterAll(async () => {
  expect(api.faults).toEqual([]);
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

const clause = async (at: string, on: string) =>
  (await api.as(null, 'GET', `/api/public/law/works/${code}/clause?at=${at}&on=${on}`)).json<LawClause>();
const citing = async (at: string, on: string) => {
  const { citedBy, citedByCount } = await clause(at, on);
  expect(citedByCount).toBe(citedBy.length);
  return citedBy.filter((one) => one.code !== code).map(({ title }) => title);
};

it('leads from a text to the article that it names in the numbers of its day', async () => {
  const local = async (title: string, on: string) =>
    Object.values(
      (await api.as(null, 'GET', `/api/public/law/works/${encodeURIComponent(title)}?on=${on}`)).json<LawRead>()
        .citations,
    )[0]![0]!.writtenFor;
  expect(await local('甲市样例条例', '2024-01-01')).toEqual({ on: '2010-07-01' });
  expect(await local('甲市样例条例', '2015-01-01')).toBeNull();
  expect(await local('乙市样例条例', '2024-01-01')).toBeNull();
});

it('counts as citing an article what names it, under whatever number', async () => {
  expect(await citing('3', '2024-01-01')).toEqual(['乙市样例条例', '甲市样例条例']);
  expect(await citing('2', '2024-01-01')).toEqual(['丙市样例条例']);
  expect(await citing('2', '2015-01-01')).toEqual(['甲市样例条例']);
});

it('finds under an article what hangs on it, in the numbers of the day', async () => {
  const impact = async (at: string) =>
    (await api.as('editor', 'GET', `/api/law/impact/${code}?at=${at}&on=2024-01-01`))
      .json<LawImpact>()
      .affected.filter(({ kind, id }) => kind === 'law' && id !== code)
      .map(({ name, relation }) => [name, relation]);
  expect(await impact('T0003.00')).toEqual([
    ['乙市样例条例', 'directChanged'],
    ['甲市样例条例', 'directChanged'],
  ]);
  expect(await impact('T0002.00')).toEqual([['丙市样例条例', 'directChanged']]);
});

it('follows a registered text from the numbers of the day on which it was registered', async () => {
  const body = {
    kind: 'power',
    name: '样例许可',
    number: '样-1',
    org: 'east',
    post: 'sectionHead',
    text: '《样例管理法》第三条',
  };
  expect((await api.as('east-handler', 'POST', '/api/law/dependents', body)).statusCode).toBe(201);
  await api.stage.owner.query("update law_dependent set created_at = '2021-01-01', body = body");
  const powers = async (at: string) =>
    (await api.as('editor', 'GET', `/api/law/impact/${code}?at=${at}&on=2024-01-01`))
      .json<LawImpact>()
      .affected.filter(({ kind }) => kind === 'power').length;
  expect([await powers('T0003.00'), await powers('T0002.00')]).toEqual([1, 0]);
  // Had it been registered while the old text was in force, its third article would be the fourth of today.
  await api.stage.owner.query("update law_dependent set created_at = '2015-01-01'");
  expect([await powers('T0003.00'), await powers('T0004.00')]).toEqual([0, 1]);
  await api.stage.owner.query("update law_dependent set ended_at = now(), ended_by = created_by, end_reason = '样例'");
});

it('tells of a change whoever names the article, and nobody who names another that had its number', async () => {
  put('法律/样例管理法(2024-05-06).md', SAMPLE_LAW_LATEST);
  await importLaws(api.stage.owner, folder);
  await raiseAlerts(api.stage);
  const { rows } = (await api.as('editor', 'GET', '/api/law/alerts')).json<LawAlertList>();
  // Only article 3 of 2020 was changed.
  expect(rows.map(({ affectedName, locator }) => [affectedName, locator]).sort()).toEqual([
    ['乙市样例条例 第一条', 'T0003.00'],
    ['甲市样例条例 第一条', 'T0003.00'],
  ]);
});

it('does not guess where the base holds no text so old', async () => {
  // Told of by its history since 2010; held from 2010-07-01 on. A law known from 1990 of which only the text of 2020 is held:
  const old = SAMPLE_LAW_REVISED.replaceAll('样例管理法', '样例旧法').replace(
    '2010年3月1日第一届样例大会通过',
    '1990年3月1日第一届样例大会通过',
  );
  put('法律/样例旧法(2020-05-06).md', old);
  put(
    '地方性法规/吉林/丁市样例条例.md',
    sampleLocal(2005, '第二条', '丁市样例条例').replaceAll('样例管理法', '样例旧法'),
  );
  await importLaws(api.stage.owner, folder);
  const read = (
    await api.as(null, 'GET', `/api/public/law/works/${encodeURIComponent('丁市样例条例')}`)
  ).json<LawRead>();
  expect(read.citations['T0001.00']![0]).toMatchObject({ writtenFor: { on: null } });
  // Nor is it called a fault of the citing text.
  const titles = await knownTitles(api.stage.owner);
  const check = async (title: string, on: string) =>
    (await checkCitations(api.stage.owner, namedLaws(`《${title}》第九条`, titles), on as PlainDate)).map(
      ({ verdict }) => verdict,
    );
  expect(await check('中华人民共和国样例旧法', '2005-05-01')).toEqual(['unknown']);
  expect(await check('中华人民共和国样例旧法', '1985-05-01')).toEqual(['E-LW-06']);
  expect(await check('中华人民共和国样例旧法', '2021-05-01')).toEqual(['E-LW-05']);
  const { citedBy } = (
    await api.as(null, 'GET', `/api/public/law/works/${encodeURIComponent('样例旧法')}/clause?at=2`)
  ).json<LawClause>();
  expect(citedBy.map(({ title, uncertain }) => [title, uncertain])).toEqual([['丁市样例条例', true]]);
});
