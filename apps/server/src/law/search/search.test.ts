import type { PlainDate } from '@fadu/kernel';
import type pg from 'pg';
import { describe, expect, it } from 'vitest';
import { LawIndex } from './law-index.js';
import { rehearse } from './rehearsal.js';
import { namedInSearch, type SearchFilter, searchLaws, suggestLaws } from './search.js';
import { packWords } from './words.js';

interface Sample {
  readonly title: string;
  readonly kind: string;
  readonly rank: number;
  readonly region?: string;
  readonly on: string;
  readonly end?: readonly [on: string, kind: 'superseded' | 'repealed'];
  readonly clauses: readonly string[];
  /** Path of the division of each clause. */
  readonly outline?: readonly string[];
  readonly divisions?: readonly { readonly path: string; readonly heading: string }[];
}

// Invented texts: no such laws exist.
const LAW = '中华人民共和国样例复议法';
const FEEDING = '中华人民共和国样例饲养法';
const SAMPLES: readonly Sample[] = [
  {
    title: LAW,
    kind: 'L',
    rank: 2,
    on: '2010-01-01',
    end: ['2020-01-01', 'superseded'],
    clauses: ['为了样例复议，制定本法。', '样例复议的期限为九十日，旧法写有陈旧二字。'],
  },
  {
    title: LAW,
    kind: 'L',
    rank: 2,
    on: '2020-01-01',
    clauses: [
      '为了规范样例复议，制定本法。',
      '申请样例复议的，应当自知道之日起六十日内提出；期限因不可抗拒耽误的，自障碍消除之日起继续计算。',
      '不可抗拒是不能预见、不能避免的情况。',
      '样例机关应当自收到申请之日起五日内答复，并公开结果。',
    ],
  },
  {
    title: '样例复议法实施条例',
    kind: 'A',
    rank: 3,
    on: '2021-01-01',
    clauses: [
      '根据《中华人民共和国样例复议法》，制定本条例。',
      '样例复议法规定的期限，期限届满的最后一日是节假日的，期限顺延。',
      '收到样例的机关自即日起登记申请。',
    ],
  },
  {
    title: '某省样例条例',
    kind: 'D',
    rank: 4,
    on: '2022-01-01',
    clauses: [
      '因不可抗拒迟延的，不承担责任；不可抗拒消失后，应当报告不可抗拒的情况。',
      '集中充电场所的样例许可，由乡镇人民政府办理。',
      '样例复议的期限，从其规定。',
    ],
  },
  {
    title: '某市样例办法',
    kind: 'G',
    rank: 5,
    on: '2015-01-01',
    end: ['2022-06-01', 'repealed'],
    clauses: ['样例复议申请的期限，适用本办法。'],
  },
  {
    title: '中华人民共和国样例饲养法',
    kind: 'L',
    rank: 2,
    on: '2020-01-01',
    clauses: [
      '饲养人应当登记，登记满三年的，应当更换。',
      '登记由样例机关办理。',
      '违反登记规定饲养的，由样例机关责令登记；拒不登记的，罚款。',
    ],
    outline: ['C01', 'C02', 'C03'],
    divisions: [
      { path: 'C01', heading: '第一章　总则' },
      { path: 'C02', heading: '第二章　登记' },
      { path: 'C03', heading: '第三章　法律责任' },
    ],
  },
  {
    title: '青城市样例饲养条例',
    kind: 'D',
    rank: 4,
    region: '999900',
    on: '2020-01-01',
    clauses: ['饲养应当登记，饲养人登记以后领取样例牌。', '违反规定饮酒后驾驶机动车载运的，不予登记。'],
  },
  { title: '某市飞行样例规定', kind: 'G', rank: 5, on: '2026-01-01', clauses: ['飞行样例的许可，自明年起办理。'] },
];

/** A base of samples, answering what the index asks. */
function baseOf(samples: () => readonly Sample[]): pg.Pool {
  const titles = () => [...new Set(samples().map(({ title }) => title))];
  const queries: Record<string, (values: readonly number[]) => unknown[]> = {
    law_search_stamp: () => [{ stamp: String(samples().length) }],
    law_search_titles: () =>
      titles().map((title, id) => {
        const { kind, rank, region = '000000' } = samples().find((one) => one.title === title)!;
        return { id, code: `${kind}${id}`, title, kind, region, rank, maker: null };
      }),
    law_search_versions: () =>
      samples().map(({ title, on, end }, id) => ({
        id,
        law: titles().indexOf(title),
        effectiveOn: on,
        endOn: end?.[0] ?? null,
        endKind: end?.[1] ?? null,
      })),
    // Of every second version no words were kept: they are made from the texts.
    law_search_words: (ids) =>
      ids.filter((id) => id % 2 === 0).map((id) => ({ version: id, ...packWords(samples()[id]!.clauses) })),
    law_search_texts: (ids) =>
      ids.flatMap((id) =>
        samples()[id]!.clauses.map((body, at) => [
          id,
          samples()[id]!.outline?.[at] ?? '',
          `T${String(at + 1).padStart(4, '0')}.00`,
          `第${at + 1}条`,
          body,
        ]),
      ),
    law_search_headings: (ids) => ids.map((id) => ({ id, divisions: samples()[id]!.divisions ?? [] })),
  };
  const query = async ({ name, values }: { name: string; values?: readonly [readonly number[]] }) => ({
    rows: queries[name]!(values?.[0] ?? []),
  });
  return { query } as unknown as pg.Pool;
}

const indexOf = (samples: () => readonly Sample[]) =>
  new LawIndex(baseOf(samples), () => new Date('2025-03-01T04:00:00Z'));

describe('search', () => {
  const index = indexOf(() => SAMPLES);
  const first = async (question: string, filter?: SearchFilter) => {
    const { exact, clauses } = await searchLaws(index, question, filter);
    const hit = exact ?? clauses[0];
    return hit && [hit.title, hit.label];
  };

  it.each([
    ['the law itself by its first article', '样例复议法', LAW, '第1条'],
    ['its article', '复议法4', LAW, '第4条'],
    ['where a thing is said to be what it is, not where it is said most', '不可抗拒', LAW, '第3条'],
    ['what the law named says, not what names the law', '样例复议法 期限', LAW, '第2条'],
    ['the same without a blank', '样例复议法期限', LAW, '第2条'],
    ['by initials', 'ylfyf 期限', LAW, '第2条'],
    ['words that stand together before those that stand apart', '收到申请之日起', LAW, '第4条'],
    ['the rule that says it when no law does', '充电 许可', '某省样例条例', '第2条'],
    ['a law in force before one that is to come', '样例 许可', '某省样例条例', '第2条'],
    ['what is only to come, when nothing else says it', '飞行', '某市飞行样例规定', '第1条'],
    ['the clause under a heading that is asked, not one that mentions it', '饲养 登记', FEEDING, '第2条'],
    ['what follows when a rule is broken, when that is asked', '饲养 登记 罚款', FEEDING, '第3条'],
    ['the text of the place that is named', '青城 饲养 登记', '青城市样例饲养条例', '第1条'],
    ['what everyday words mean', '酒驾', '青城市样例饲养条例', '第2条'],
    ['an answer to a whole question', '怎么申请样例复议？', LAW, '第2条'],
    ['the law named by characters of it', '样复法 期限', LAW, '第2条'],
    ['the rarest word first, when no clause holds all', '充电 样例 飞碟', '某省样例条例', '第2条'],
  ])('finds %s', async (_, question, title, label) => {
    expect(await first(question)).toEqual([title, label]);
  });

  it('takes empty words for no question, and common ones alone for no ground', async () => {
    const vague: Sample = {
      title: '某省样例报送规定',
      kind: 'G',
      rank: 5,
      on: '2020-01-01',
      clauses: [
        '没有这样的东西的，说明原因。',
        '报送飞艇的，说明原因。',
        ...Array.from({ length: 1100 }, (_, at) => `报送材料之${at}。`),
      ],
    };
    const wordy = indexOf(() => [...SAMPLES, vague]);
    for (const question of ['没有这样的东西', '没有 这样 飞碟', '报送飞碟'])
      expect(await searchLaws(wordy, question), question).toMatchObject({ exact: null, clauses: [], loose: false });
    // Beside a word that says something they count, and a common word is a question of its own.
    expect((await searchLaws(wordy, '没有 原因')).clauses[0]).toMatchObject({ title: vague.title, label: '第1条' });
    expect((await searchLaws(wordy, '飞艇 飞碟')).clauses).toMatchObject([{ label: '第2条' }]);
    expect((await searchLaws(wordy, '报送')).clauses).toHaveLength(20);
  });

  it('says that no clause holds all words, not when one does', async () => {
    expect(await searchLaws(index, '充电 飞碟')).toMatchObject({ loose: true });
    expect(await searchLaws(index, '充电 许可')).toMatchObject({ loose: false });
    expect(await searchLaws(index, '飞碟')).toMatchObject({ loose: false, clauses: [] });
  });

  it('shows texts of the past only when asked for them', async () => {
    expect(await first('陈旧')).toBeUndefined();
    expect(await first('陈旧', { all: true })).toEqual([LAW, '第2条']);
    const on = '2015-06-01' as PlainDate;
    expect(await first('期限', { standing: { on, state: 'inForce' } })).toEqual([LAW, '第2条']);
    const repealed = await searchLaws(index, '期限', {
      standing: { on: '2024-01-01' as PlainDate, state: 'repealed' },
    });
    expect(repealed.clauses.map(({ title }) => title)).toEqual(['某市样例办法']);
  });

  it('narrows by kind', async () => {
    const { clauses } = await searchLaws(index, '期限', { kind: 'D' });
    expect(clauses.map(({ title }) => title)).toEqual(['某省样例条例']);
  });

  it('tells in which words it looked', async () => {
    expect(await searchLaws(index, '酒驾 登记')).toMatchObject({ meant: ['饮酒后驾驶机动车 登记'] });
    expect(await searchLaws(index, '饮酒后驾驶机动车')).toMatchObject({ meant: [] });
    expect(await searchLaws(index, '复议法4')).toMatchObject({ meant: [] });
  });

  it('says where a law stops that has no such article, and gives no loose hits', async () => {
    const missing = '《中华人民共和国样例复议法》（2020-01-01施行）没有第九十九条，最后一条是第4条。';
    for (const question of ['样例复议法99', '复议法第九十九条', '九十九条 样例复议法'])
      expect(await searchLaws(index, question)).toMatchObject({ exact: null, clauses: [], missing });
    expect((await searchLaws(index, '样例复议法99')).laws[0]).toMatchObject({ title: LAW });
    // Another law that has the article is not the one that was named.
    expect((await searchLaws(index, '样例复议法实施条例4')).missing).toContain('样例复议法实施条例');
    expect(await searchLaws(index, '样例复议法4')).toMatchObject({ missing: null });
    // No law is called so.
    expect(await searchLaws(index, '登记99')).toMatchObject({ missing: null });
  });

  it('names a clause by its number first, also while one types', async () => {
    expect(await first('三条 样例复议法')).toEqual([LAW, '第3条']);
    expect((await suggestLaws(index, '3条样例复议法'))[0]).toMatchObject({ title: LAW, label: '第3条' });
  });

  it('looks for the law whose name was misspelt, and says by which name', async () => {
    expect(await searchLaws(index, '样例复仪法')).toMatchObject({
      corrected: '样例复议法',
      exact: { title: LAW, label: '第1条' },
    });
    expect(await searchLaws(index, '样例复仪法4')).toMatchObject({
      corrected: '样例复议法',
      exact: { title: LAW, label: '第4条' },
    });
    expect(await searchLaws(index, '期限 样列复议法')).toMatchObject({
      corrected: '样例复议法',
      laws: [{ title: LAW }],
    });
    expect((await suggestLaws(index, '样例议复法'))[0]).toMatchObject({ title: LAW });
    // What is a name, a part of one or short for one stands as it is.
    for (const question of ['样例复议法', '例复议法', '样复法', '复议法 期限', '期限'])
      expect(await searchLaws(index, question)).toMatchObject({ corrected: null });
  });

  it('finds laws whose names have the words apart, also while one types', async () => {
    const titles = (laws: readonly { readonly title: string }[]) => laws.map(({ title }) => title);
    expect(titles(await suggestLaws(index, '青城 饲养'))).toEqual(['青城市样例饲养条例']);
    expect(titles((await namedInSearch(index, '饲养 青城')).laws.rows)).toEqual(['青城市样例饲养条例']);
    expect(titles((await searchLaws(index, '青城 饲养')).laws)).toEqual(['青城市样例饲养条例']);
    // The higher rank first; a law that is named stands before names that have the words.
    expect(titles(await suggestLaws(index, '样例 饲养'))).toEqual([FEEDING, '青城市样例饲养条例']);
    expect(titles(await suggestLaws(index, '样例复议法 期限'))).toEqual([LAW]);
    expect(await suggestLaws(index, '青城 飞碟')).toEqual([]);
    expect(await suggestLaws(index, '飞碟')).toEqual([]);
  });

  it('gives what the court says of a law, the newest in force on the whole of it first', async () => {
    const court = (title: string, on: string, end?: Sample['end']): Sample => ({
      title: `样例法院关于${title}`,
      kind: 'I',
      rank: 3,
      on,
      ...(end && { end }),
      clauses: ['为了适用法律，制定本解释。', '期限按照日历计算。'],
    });
    const whole = court('适用《中华人民共和国样例复议法》的解释', '2021-01-01');
    const older = court('适用样例复议法若干问题的解释', '2015-01-01');
    const ended = court('适用样例复议法的规定', '2022-01-01', ['2023-01-01', 'repealed']);
    const partly = court('样例复议法证据问题的规定', '2024-01-01');
    const amending = court('修改样例复议法证据问题规定的决定', '2024-06-01');
    const others = court('审理样例纠纷案件的解释', '2024-01-01');
    const judged = indexOf(() => [...SAMPLES, older, ended, amending, partly, whole, others]);
    const titles = [whole, older, partly, amending, ended].map(({ title }) => title);
    for (const question of ['样例复议法司法解释', '样复法的司法解释', '样例复仪法司法解释']) {
      const { exact, laws, clauses } = await searchLaws(judged, question);
      expect(exact).toMatchObject({ title: whole.title, label: '第1条' });
      expect(laws.map(({ title }) => title)).toEqual(titles);
      expect(clauses).toEqual([]);
    }
    expect((await searchLaws(judged, '样例复议法司法解释2')).exact).toMatchObject({
      title: whole.title,
      label: '第2条',
    });
    expect((await searchLaws(judged, '样例复议法司法解释 期限')).clauses[0]).toMatchObject({
      kind: 'I',
      label: '第2条',
    });
    expect((await searchLaws(judged, '样例纠纷司法解释')).exact).toMatchObject({ title: others.title });
    expect((await suggestLaws(judged, '样例复议法司法解释'))[0]).toMatchObject({ title: whole.title });
    expect((await searchLaws(judged, '样例复议法')).exact).toMatchObject({ title: LAW });
  });

  it('lists the law that a question begins with', async () => {
    expect((await searchLaws(index, '样例复议法 期限')).laws.map(({ title }) => title)).toEqual([LAW]);
  });

  it('marks the words in the excerpt', async () => {
    const { clauses } = await searchLaws(index, '充电');
    expect(clauses[0]!.excerpt).toBe('集中\u0002充电\u0003场所的样例许可，由乡镇人民政府办理。');
    // Of everyday words what the law says for them.
    const driving = (await searchLaws(index, '酒驾')).clauses[0]!;
    expect(driving.excerpt).toContain('\u0002饮酒\u0003后\u0002驾驶\u0003\u0002机动车\u0003');
    // Not the name of the law that was asked, and no single characters of it.
    const inLaw = (await searchLaws(index, '样例复议法 不能')).clauses[0]!;
    expect(inLaw.excerpt).toBe('不可抗拒是\u0002不能\u0003预见、\u0002不能\u0003避免的情况。');
  });

  it('answers alike whether the base was read at once or grew', async () => {
    let [known, most] = [1, 0];
    const growing = indexOf(() => SAMPLES.slice(0, known));
    for (; known <= SAMPLES.length; known += 1) {
      // What is fresh is not looked at again.
      Reflect.set(growing, 'askedAt', 0);
      await growing.refresh();
      most = Math.max(most, growing.segments.length);
    }
    expect(growing.segments.reduce((sum, { versions }) => sum + versions.length, 0)).toBe(SAMPLES.length);
    expect(most).toBeGreaterThan(1);
    for (const question of ['期限', '样例复议 申请', '充电 期限 答复', '不可抗拒']) {
      const titles = async (one: LawIndex) =>
        (await searchLaws(one, question)).clauses.map(({ title, label }) => title + label);
      expect(await titles(growing), question).toEqual(await titles(index));
    }
  });

  it('is rehearsed without another answer to anything, as long as it is not stopped', async () => {
    const asked = ['期限', '样例复议法 申请', '饮酒驾驶', '样例复议法3'];
    const answers = (one: LawIndex) => Promise.all(asked.map((question) => searchLaws(one, question)));
    const fresh = indexOf(() => SAMPLES);
    await fresh.refresh();
    let left = 60;
    await rehearse(fresh, () => left-- === 0);
    expect(left).toBe(-1);
    expect(await answers(fresh)).toEqual(await answers(index));
  });
});
