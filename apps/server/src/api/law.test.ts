import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAkn } from '../law/akn/read.js';
import { importLaws } from '../law/index.js';
import { type ApiStage, raiseApi } from '../testing/api-stage.js';

// Invented texts: no such laws exist.
const text = (lines: readonly string[], made: string, title = '样例公开规定') =>
  `# ${title}\n${made}样例部公布\n\n<!-- INFO END -->\n${lines.join('\n')}`;

let api: ApiStage;
let folder: string;
let code: string;
beforeAll(async () => {
  api = await raiseApi();
  folder = mkdtempSync(join(tmpdir(), 'fadu-law-api-'));
  writeFileSync(join(folder, '样例公开规定(2010-03-01).md'), text(['第一条 样例应当公开。'], '2010年3月1日'));
  writeFileSync(
    join(folder, '样例公开规定(2020-03-01).md'),
    text(
      ['第一条 样例应当及时公开。', '第二条 有下列情形的除外：', '（一）涉密的；', '（二）无关的。'],
      '2020年3月1日',
    ),
  );
  await importLaws(api.stage.owner, folder);
  code = (await api.stage.owner.query('select code from law')).rows[0].code;
});
afterAll(async () => {
  expect(api.faults).toEqual([]);
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Without signing in: laws are public. */
const get = (url: string) => api.as(null, 'GET', url);

describe('the law base for other programs', () => {
  it('gives a clause by code or title, by any form of its address, on a day', async () => {
    const texts = async (name: string, at: string, on = '') =>
      (
        await get(`/api/public/law/works/${encodeURIComponent(name)}/clause?at=${encodeURIComponent(at)}&on=${on}`)
      ).json().text;
    expect(await texts(code, 'T0001.00')).toBe('样例应当及时公开。');
    expect(await texts('样例公开规定', '第一条', '2015-01-01')).toBe('样例应当公开。');
    expect([
      await texts(code, 'T0002.00/K01/I02'),
      await texts(code, '2.1(2)'),
      await texts(code, '第二条第（二）项'),
    ]).toEqual(Array(3).fill('（二）无关的。'));
  });

  it('gives what stands outside the articles too: paragraphs before them, annexes', async () => {
    writeFileSync(
      join(folder, '样例附件规定.md'),
      text(['为了样例，制定本规定。', '第一条 样例。', '附件', '样例附表'], '2021年3月1日', '样例附件规定'),
    );
    await importLaws(api.stage.owner, folder);
    const { code: other } = (await api.stage.owner.query("select code from law where title = '样例附件规定'")).rows[0];
    const at = async (where: string) => {
      const { text: words, title } = (
        await get(`/api/public/law/works/${other}/clause?at=${encodeURIComponent(where)}`)
      ).json();
      return words ?? title;
    };
    expect([await at('P01'), await at('第一自然段')]).toEqual(Array(2).fill('为了样例，制定本规定。'));
    expect([await at('X01'), await at('附件一'), await at('附件')]).toEqual(
      Array(3).fill(expect.stringContaining('样例附表')),
    );
    expect(await at('序言第七自然段')).toContain('没有第七自然段，条文前只有1段。');
    expect(await at('附件3')).toContain('没有附件三，只有1个附件。');
  });

  it('says what is wrong with a question, in words and with a code', async () => {
    const answers = await Promise.all(
      [
        '/api/public/law/works/没有的规定',
        `/api/public/law/works/${code}/clause?at=第九条`,
        `/api/public/law/works/${code}/clause?at=第二条第三项`,
        `/api/public/law/works/${code}/clause?at=第一条&on=2009-01-01`,
        `/api/public/law/works/${code}?on=2024-02-30`,
        `/api/public/law/works/${code}/akn?on=x`,
      ].map((url) => get(encodeURI(url))),
    );
    expect(answers.map((one) => [one.statusCode, one.json().type, one.json().title])).toEqual([
      [404, 'urn:fadu:law.unknown', expect.stringContaining('库中没有')],
      [404, 'urn:fadu:law.address', expect.stringContaining('最后一条是第二条')],
      [404, 'urn:fadu:law.address', '第二条只有二项，没有第（三）项。'],
      [404, 'urn:fadu:law.not_yet', expect.stringContaining('尚未施行')],
      [400, 'urn:fadu:law.day', expect.stringContaining('2024-02-30')],
      [400, 'urn:fadu:law.day', expect.any(String)],
    ]);
  });

  it('compares two days, and gives the text as Akoma Ntoso, alone and all together', async () => {
    const { rows, older, newer } = (
      await get(`/api/public/law/works/${code}/compare?on=2024-01-01&vs=2015-01-01`)
    ).json();
    expect([older.effectiveOn, newer.effectiveOn]).toEqual(['2010-03-01', '2020-03-01']);
    expect(rows.map(({ change }: { change: string }) => change)).toEqual(['modified', 'new']);
    const xml = await get(`/api/public/law/works/${code}/akn?on=2015-01-01`);
    expect(xml.headers['content-type']).toContain('application/xml');
    expect(readAkn(xml.body)).toMatchObject({ ok: true, value: { code, effectiveOn: '2010-03-01' } });
    const tar = await get('/api/public/law/export.akn.tar');
    expect(tar.headers['content-type']).toBe('application/x-tar');
    expect(tar.rawPayload.length % 512).toBe(0);
    expect(tar.body).toContain(`${code}@2010-03-01.xml`);
    const lines = (await get('/api/public/law/export.jsonl')).body.trim().split('\n');
    const own = lines.map((line) => JSON.parse(line)).filter((line) => line.code === code);
    expect(own.map(({ locator }) => locator)).toEqual(['T0001.00', 'T0001.00', 'T0002.00']);
  });

  it('searches with every filter, and refuses one that is none', async () => {
    const find = async (more: string) => {
      const answer = await get(`/api/public/law/search?q=${encodeURIComponent('公开')}${more}`);
      return answer.statusCode === 200
        ? answer.json().clauses.map(({ effectiveOn }: { effectiveOn: string }) => effectiveOn)
        : answer.statusCode;
    };
    expect(await find('')).toEqual(['2020-03-01']);
    expect(await find('&on=2015-01-01')).toEqual(['2010-03-01']);
    expect(await find('&state=superseded')).toEqual(['2010-03-01']);
    expect(await find(`&maker=${encodeURIComponent('没有的机关')}`)).toEqual([]);
    const byCode = (await get(`/api/public/law/search?q=${code}`)).json();
    expect(byCode.laws.map(({ title }: { title: string }) => title)).toEqual(['样例公开规定']);
    expect(await find('&state=bad')).toBe(400);
    expect(await find('&on=2015-02-30')).toBe(400);
    expect((await get('/api/public/law/search?q=')).statusCode).toBe(400);
  });

  it('is a list too: by state, day, maker and words of the title, a page at a time', async () => {
    const list = async (more: string) => {
      const answer = await get(`/api/public/law/works?${more}`);
      return answer.statusCode === 200
        ? answer
            .json()
            .rows.map((row: { title: string; effectiveOn: string; validity: string }) => [
              row.title,
              row.effectiveOn,
              row.validity,
            ])
        : answer.statusCode;
    };
    expect(await list('')).toEqual([
      ['样例公开规定', '2020-03-01', 'inForce'],
      ['样例附件规定', '2021-03-01', 'inForce'],
    ]);
    expect(await list('order=latest&limit=1')).toEqual([['样例附件规定', '2021-03-01', 'inForce']]);
    expect((await get('/api/public/law/works?limit=1&from=1')).json()).toMatchObject({
      total: 2,
      rows: [{ title: '样例附件规定', regionName: '全国' }],
    });
    expect(await list('on=2015-01-01')).toEqual([['样例公开规定', '2010-03-01', 'inForce']]);
    expect(await list('state=superseded')).toEqual([['样例公开规定', '2010-03-01', 'superseded']]);
    expect(await list('on=2015-01-01&state=notYetEffective&order=latest')).toEqual([
      ['样例公开规定', '2020-03-01', 'notYetEffective'],
      ['样例附件规定', '2021-03-01', 'notYetEffective'],
    ]);
    expect(await list(`title=${encodeURIComponent('附件')}`)).toEqual([['样例附件规定', '2021-03-01', 'inForce']]);
    expect(await list(`maker=${encodeURIComponent('没有的机关')}`)).toEqual([]);
    expect([await list('kind=没有'), await list('on=2015-02-30'), await list('order=x')]).toEqual([400, 400, 400]);
  });

  it('keeps what is not public for those who are signed in', async () => {
    for (const url of ['/api/law/alerts', '/api/law/dependents', '/api/law/desk', `/api/law/impact/${code}`])
      expect([url, (await get(url)).statusCode]).toEqual([url, 401]);
    expect((await api.as('east-handler', 'GET', '/api/law/desk')).statusCode).toBe(403);
  });
});
