import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LawClause } from '@fadu/wire';
import { CITING_A_PAGE } from '@fadu/wire/law-reading';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ApiStage, raiseApi } from '../testing/api-stage.js';
import { importLaws } from './index.js';

const CITING = CITING_A_PAGE + 30;
let api: ApiStage;
let folder: string;

const text = (title: string, lines: readonly string[]) =>
  `# ${title}\n2021年3月1日样例部公布\n\n<!-- INFO END -->\n${lines.join('\n')}\n第九百条 本办法自2021年5月1日起施行。`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fadu-cited-by-'));
  api = await raiseApi();
  writeFileSync(join(folder, '样例总则办法.md'), text('样例总则办法', ['第一条 样例应当留存。']));
  for (let n = 1; n <= CITING; n += 1)
    writeFileSync(
      join(folder, `样例第${n}号办法.md`),
      text(`样例第${n}号办法`, ['第一条 依照《样例总则办法》第一条办理。']),
    );
  await importLaws(api.stage.owner, folder);
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

const page = async (from: string) =>
  api.as(null, 'GET', `/api/public/law/works/${encodeURIComponent('样例总则办法')}/clause?at=1${from}`);

it('who cites an article is told to the last row, page by page', async () => {
  const [first, second, beyond] = [
    (await page('')).json<LawClause>(),
    (await page(`&from=${CITING_A_PAGE}`)).json<LawClause>(),
    (await page('&from=9999')).json<LawClause>(),
  ];
  expect([first, second, beyond].map(({ citedBy }) => citedBy.length)).toEqual([CITING_A_PAGE, 30, 0]);
  expect([first, second, beyond].map(({ citedByCount }) => citedByCount)).toEqual([CITING, CITING, CITING]);
  expect(new Set([...first.citedBy, ...second.citedBy].map(({ title }) => title)).size).toBe(CITING);
  expect((await page('&from=-1')).statusCode).toBe(400);
});
