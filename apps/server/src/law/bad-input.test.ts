import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PlainDate } from '@fadu/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Booted, boot } from '../boot.js';
import { temporaryData } from '../postgres/temporary.js';
import { clauseHistory, clauseOn, impactOf, importLaws, lawInForce, raiseAlerts, readVersion } from './index.js';
import { packWords, unpackWords } from './search/words.js';

// Invented texts: no such laws exist.
const text = (title: string, lines: readonly string[], made = '2021年3月1日') =>
  `# ${title}\n${made}样例部公布\n\n<!-- INFO END -->\n${lines.join('\n')}`;
// The same kind of text in other encodings.
const BIG5 = Buffer.from(
  'IyC8y6jSs1epdwoyMDIxpn4zpOsxpOm8y6jSs6GkvaWsCgo8IS0tIElORk8gRU5EIC0tPgqyxKRAsfggvMuo0sCzt+2vdbnqqrqkQLDqs1epd6FD',
  'base64',
);
const GB18030 = Buffer.from(
  'IyDR+cD9ufqx6rnmtqgKMjAyMcTqM9TCMcjV0fnA/bK/uauyvAoKPCEtLSBJTkZPIEVORCAtLT4KtdrSu8z1INOmtbGwtNXVsb655raosOzA7bXEo6y008bkuea2qKGj',
  'base64',
);
const TODAY = '2024-01-01' as PlainDate;

let booted: Booted;
let root: string;
let folders = 0;
beforeAll(async () => {
  root = temporaryData('fadu-bad-');
  booted = await boot({ dataDir: join(root, 'data'), publicUrl: 'http://127.0.0.1/portal', durable: false, lines: [] });
});
afterAll(async () => {
  await booted.close();
  rmSync(root, { recursive: true, force: true });
});

/** Imports files of a folder of their own. */
async function take(files: Readonly<Record<string, string | Buffer>>) {
  const folder = join(root, `texts-${++folders}`);
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, `${folders}`, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return importLaws(booted.owner, folder);
}
const counts = async () =>
  (
    await booted.owner.query(
      'select (select count(*)::int from law) as laws, (select count(*)::int from law_version) as versions, (select count(*)::int from law_clause) as clauses',
    )
  ).rows[0];

describe('files that cannot be taken', () => {
  const GOOD = text('样例好规定', ['第一条 样例应当真实。']);
  it.each([
    ['an empty file', '空.md', '', '文件是空的'],
    ['blanks only', '空白.md', ' \n\t\n', '文件里没有文字'],
    ['a picture', '图.md', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3]), '不是文本文件'],
    ['a PDF', '件.txt', Buffer.from('%PDF-1.7 样例'), 'PDF'],
    [
      'UTF-16',
      '样例(2021-03-01).txt',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(GOOD, 'utf16le')]),
      'UTF-16',
    ],
    ['Big5', '样例(2021-03-01).txt', BIG5, 'Big5'],
    ['no date at all', '样例.md', '# 样例规定\n\n第一条 样例应当真实。', '没有读出公布日期和施行日期'],
    ['a broken document of Word', '样例.docx', Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]), '不是完整的'],
  ])('are named with the reason, and the others go in: %s', async (_, name, content, words) => {
    const title = `样例好规定${folders}`;
    const report = await take({ [name]: content, [`好/${title}(2021-03-01).md`]: GOOD.replace('样例好规定', title) });
    expect(report).toMatchObject({ stored: 1, refused: [{ path: expect.stringContaining(name) }] });
    expect(report.refused[0]!.why).toContain(words);
  });

  it('names a file of 100 MB in one line without reading it, and takes one of some megabytes', async () => {
    const report = await take({
      '大(2021-03-01).md': Buffer.alloc(100 * 1024 * 1024, '样'),
      '长规定(2021-03-01).md': text('样例长规定', [`第一条 ${'样例应当真实，'.repeat(200_000)}`]),
    });
    expect(report).toMatchObject({ stored: 1, refused: [{ path: expect.stringContaining('大(') }] });
    expect(report.refused[0]!.why).toMatch(/文件有100MB，超过16MB.*请核对/);
    const clause = await clauseOn(booted.owner, '样例长规定', '第一条', TODAY);
    expect(clause.ok && clause.value.text.length).toBe(7 * 200_000);
  });

  it('keeps every word of an article that has more of them than any law', () => {
    let text = '';
    for (let code = 0x4e00; code < 0x9000; code += 1) text += `${String.fromCodePoint(code)} `;
    const { words, places } = packWords([text.repeat(300), '', '鼁']);
    const held: [clause: number, word: number, times: number][] = [];
    let clause = -1;
    unpackWords(
      places,
      (at) => {
        clause = at;
      },
      (word, times) => held.push([clause, word, times]),
    );
    const list = words.split('\n');
    expect(list.length).toBeGreaterThan(16_000);
    expect(held.filter(([at]) => at === 0).map(([, word]) => list[word])).toEqual(list.slice(0, -1));
    expect(held[0]).toEqual([0, 0, 255]);
    expect(held.filter(([at]) => at > 0).map(([at, word, times]) => [at, list[word], times])).toEqual([[2, '鼁', 1]]);
  });
});

describe('texts that are odd', () => {
  it('reads GB18030', async () => {
    const name = '样例国标规定(2021-03-01).txt';
    const report = await take({
      [name]: GB18030,
    });
    expect(report).toMatchObject({ stored: 1, refused: [] });
    const clause = await clauseOn(booted.owner, '样例国标规定', '1', TODAY);
    expect(clause.ok && clause.value.text).toBe('应当按照本规定办理的，从其规定。');
  });

  it('loses no character of items nested deeper than any law has them', async () => {
    const marks = ['（一）', '1.', '（1）', '①', 'a.', '（a）', 'i.', '（i）'];
    const lines = Array.from({ length: 400 }, (_, index) => `${marks[index % marks.length]}第${index}层的内容：`);
    await take({ '样例层层规定(2021-03-01).md': text('样例层层规定', ['第一条 有下列情形的：', ...lines]) });
    const found = (await lawInForce(booted.owner, '样例层层规定', TODAY))!;
    const { clauses } = await readVersion(booted.owner, found.version, TODAY);
    const words = clauses.map(({ body }) => body).join('\n');
    for (const line of lines) expect(words).toContain(line.slice(line.indexOf('第')));
  });

  it('ends with laws that cite themselves and one another in a ring, and repeal one another', async () => {
    const report = await take({
      '样例甲规定(2021-03-01).md': text('样例甲规定', [
        '第一条 依照本规定第二条办理。',
        '第二条 依照本规定第一条和《样例乙规定》第一条办理。',
        '第三条 《样例乙规定》同时废止。',
      ]),
      '样例乙规定(2022-03-01).md': text(
        '样例乙规定',
        ['第一条 依照《样例甲规定》第二条办理。', '第二条 《样例甲规定》《样例乙规定》同时废止。'],
        '2022年3月1日',
      ),
    });
    expect(report).toMatchObject({ stored: 2, refused: [] });
    await raiseAlerts(booted);
    // Only what came before can be ended; a law does not end itself.
    expect(await lawInForce(booted.owner, '样例甲规定', TODAY)).toMatchObject({ validity: 'repealed' });
    expect(await lawInForce(booted.owner, '样例乙规定', TODAY)).toMatchObject({ validity: 'inForce' });
    const day = '2021-06-01' as PlainDate;
    const second = await clauseOn(booted.owner, '样例甲规定', '2', day);
    if (!second.ok) throw new Error('it is there');
    expect((await clauseHistory(booted.owner, second.value, day)).citedBy.map(({ label }) => label)).toEqual([
      '第一条',
    ]);
    const impact = await impactOf(booted.owner, [], '样例甲规定', 'T0002.00', day);
    expect(impact!.affected.map(({ name, place }) => [name, place])).toEqual([['样例甲规定', '第一条']]);
  });

  it('takes one of two texts of one day, names the other, whichever order they come in, and never both', async () => {
    const one = text('样例两份规定', ['第一条 样例应当真实。']);
    const other = text('样例两份规定', ['第一条 样例应当准确。']);
    const together = await take({ '甲/样例两份规定(2021-03-01).md': one, '乙/样例两份规定(2021-03-01).md': other });
    expect(together).toMatchObject({ stored: 1, refused: [{ why: expect.stringContaining('E-LW-01') }] });
    const before = await counts();
    const later = await take({ '样例两份规定(2021-03-01).md': text('样例两份规定', ['第一条 样例应当公开。']) });
    expect(later).toMatchObject({ stored: 0, refused: [{ why: expect.stringContaining('E-LW-01') }] });
    expect(await counts()).toEqual(before);
  });

  it('takes the same text once, under whatever name and with whatever blanks', async () => {
    const same = text('样例重复规定', ['第一条 样例应当真实。']);
    expect(await take({ '甲.md': same, '乙.md': same, '丙.md': same.replaceAll('\n', '\r\n') })).toMatchObject({
      stored: 1,
      same: 2,
      refused: [],
    });
    const before = await counts();
    expect(await take({ '丁.md': same })).toMatchObject({ stored: 0, same: 1 });
    expect(await counts()).toEqual(before);
  });

  it('stores whole works or nothing: one that fails in the middle leaves no half law', async () => {
    const before = await counts();
    await booted.owner.query(
      "create function broken() returns trigger language plpgsql as $$ begin if new.body like '%不可%' then raise exception 'broken'; end if; return new; end $$; create trigger broken before insert on law_clause for each row execute function broken()",
    );
    const files = {
      '样例半途规定(2021-03-01).md': text('样例半途规定', ['第一条 样例应当真实。', '第二条 样例不可伪造。']),
    };
    await expect(take(files)).rejects.toThrow('broken');
    expect(await counts()).toMatchObject({ versions: before.versions, clauses: before.clauses });
    await booted.owner.query('drop trigger broken on law_clause; drop function broken');
    expect(await take(files)).toMatchObject({ stored: 1 });
    expect(await counts()).toMatchObject({ versions: before.versions + 1, clauses: before.clauses + 2 });
  });
});
