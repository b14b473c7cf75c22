import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PlainDate } from '@fadu/kernel';
import type { LawAlertList } from '@fadu/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiStage, raiseApi } from '../testing/api-stage.js';
import { importLaws, LawIndex, lawInForce, raiseAlerts, searchLaws } from './index.js';

// Invented texts.
const text = (title: string, made: string, last: string) =>
  `# ${title}\n${made}样例部公布\n\n<!-- INFO END -->\n第一条 样例办法应当真实。\n第二条 ${last}`;
const day = (on: string) => on as PlainDate;

let api: ApiStage;
let folder: string;
const put = (path: string, content: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
};
const standing = async (title: string, on: string) => {
  const found = (await lawInForce(api.stage.owner, title, day(on)))!;
  return [found.validity, found.version.endOn, found.version.endKind];
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fadu-lapse-'));
  api = await raiseApi({}, [['editor', 'lawEditor', 'city']]);
  put('部门规章/样例五年办法.md', text('样例五年办法', '2020年4月1日', '本办法自2020年5月1日起施行，有效期五年。'));
  put(
    '部门规章/样例到期办法.md',
    text('样例到期办法', '2020年4月1日', '本办法自2020年5月1日起施行，有效期至2020年12月31日。'),
  );
  put('部门规章/样例闰日办法.md', text('样例闰日办法', '2020年2月1日', '本办法自2020年2月29日起施行，有效期两年。'));
  put(
    '部门规章/样例引用规定.md',
    text('样例引用规定', '2021年4月1日', '依照《样例五年办法》第一条办理。本规定自2021年5月1日起施行。'),
  );
  await importLaws(api.stage.owner, folder);
});
afterAll(async () => {
  expect(api.faults).toEqual([]);
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a text that ends by its own words', () => {
  it('holds through its last day, and has lapsed on the next', async () => {
    expect(await standing('样例五年办法', '2025-04-30')).toEqual(['inForce', '2025-05-01', 'lapsed']);
    expect(await standing('样例五年办法', '2025-05-01')).toEqual(['lapsed', '2025-05-01', 'lapsed']);
    expect(await standing('样例到期办法', '2020-12-31')).toEqual(['inForce', '2021-01-01', 'lapsed']);
    expect(await standing('样例闰日办法', '2022-02-28')).toEqual(['inForce', '2022-03-01', 'lapsed']);
  });

  it('is found by its state, and not among what is in force', async () => {
    const found = async (on: string, state?: 'lapsed') => {
      const index = new LawIndex(api.stage.owner, () => new Date(`${on}T04:00:00Z`));
      const { clauses } = await searchLaws(index, '真实', state ? { standing: { on: day(on), state } } : {});
      return clauses.map(({ title }) => title).sort();
    };
    expect(await found('2025-04-30')).toEqual(['样例五年办法', '样例引用规定']);
    expect(await found('2025-05-01')).toEqual(['样例引用规定']);
    expect(await found('2025-05-01', 'lapsed')).toEqual(['样例五年办法', '样例到期办法', '样例闰日办法']);
  });

  it('is told on that day to whoever rests on it, once; not when it had ended before it came', async () => {
    const told = async (): Promise<LawAlertList['rows']> =>
      (await api.as('editor', 'GET', '/api/law/alerts?mine=1')).json().rows;
    // The real day of the import is after the ends: it is as if the base had held the text before.
    await api.stage.owner.query("update law_version set lapse_told = false where title = '样例五年办法'");
    api.stage.at('2025-04-30T04:00:00Z');
    expect(await raiseAlerts(api.stage)).toBe(0);
    api.stage.at('2025-05-01T04:00:00Z');
    expect(await raiseAlerts(api.stage)).toBe(1);
    expect(await raiseAlerts(api.stage)).toBe(0);
    expect(await told()).toMatchObject([
      { change: 'lapsed', changedOn: '2025-05-01', relation: 'targetDeleted', affectedName: '样例引用规定 第二条' },
    ]);
  });

  it('ends earlier by a later version, and keeps its own end when that comes first', async () => {
    put(
      '部门规章/样例五年办法(2023).md',
      text('样例五年办法', '2023年1月5日', '本办法自2023年2月1日起施行，有效期五年。'),
    );
    put('部门规章/样例到期办法(2023).md', text('样例到期办法', '2023年1月5日', '本办法自2023年2月1日起施行。'));
    await importLaws(api.stage.owner, folder);
    expect(await standing('样例五年办法', '2022-01-01')).toEqual(['inForce', '2023-02-01', 'superseded']);
    expect(await standing('样例五年办法', '2026-01-01')).toEqual(['inForce', '2028-02-01', 'lapsed']);
    expect(await standing('样例到期办法', '2022-01-01')).toEqual(['lapsed', '2021-01-01', 'lapsed']);
    expect(await standing('样例到期办法', '2023-02-01')).toEqual(['inForce', null, null]);
  });
});
