import type { PlainDate } from '@fadu/kernel';
import type pg from 'pg';
import { describe, expect, it } from 'vitest';
import { LawIndex } from './law-index.js';
import { type SearchFilter, searchLaws } from './search.js';
import { packWords } from './words.js';

interface Sample {
  readonly title: string;
  readonly kind: string;
  readonly rank: number;
  readonly on: string;
  readonly end?: readonly [on: string, kind: 'superseded' | 'repealed'];
  readonly clauses: readonly string[];
}

// Invented texts: no such laws exist.
const LAW = '中华人民共和国样例复议法';
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
  { title: '某市飞行样例规定', kind: 'G', rank: 5, on: '2026-01-01', clauses: ['飞行样例的许可，自明年起办理。'] },
];

/** A base of samples, answering what the index asks. */
function baseOf(samples: () => readonly Sample[]): pg.Pool {
  const titles = () => [...new Set(samples().map(({ title }) => title))];
  const queries: Record<string, (values: readonly number[]) => unknown[]> = {
    law_search_stamp: () => [{ stamp: String(samples().length) }],
    law_search_titles: () =>
      titles().map((title, id) => {
        const { kind, rank } = samples().find((one) => one.title === title)!;
        return { id, code: `${kind}${id}`, title, kind, region: '000000', rank, maker: null };
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
        samples()[id]!.clauses.map((body, at) => [id, `T${String(at + 1).padStart(4, '0')}.00`, `第${at + 1}条`, body]),
      ),
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
    ['the rarest word first, when no clause holds all', '充电 样例 飞碟', '某省样例条例', '第2条'],
  ])('finds %s', async (_, question, title, label) => {
    expect(await first(question)).toEqual([title, label]);
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

  it('lists the law that a question begins with', async () => {
    expect((await searchLaws(index, '样例复议法 期限')).laws.map(({ title }) => title)).toEqual([LAW]);
  });

  it('marks the words in the excerpt', async () => {
    const { clauses } = await searchLaws(index, '充电');
    expect(clauses[0]!.excerpt).toBe('集中\u0002充电\u0003场所的样例许可，由乡镇人民政府办理。');
    // Not the name of the law that was asked, and no single characters of it.
    const inLaw = (await searchLaws(index, '样例复议法 不能')).clauses[0]!;
    expect(inLaw.excerpt).toBe('不可抗拒是\u0002不能\u0003预见、\u0002不能\u0003避免的情况。');
  });

  it('answers alike whether the base was read at once or grew', async () => {
    let known = 1;
    const growing = indexOf(() => SAMPLES.slice(0, known));
    for (; known <= SAMPLES.length; known += 1) {
      // What is fresh is not looked at again.
      Reflect.set(growing, 'askedAt', 0);
      await growing.refresh();
    }
    expect(growing.segments.reduce((sum, { versions }) => sum + versions.length, 0)).toBe(SAMPLES.length);
    expect(growing.segments.length).toBeGreaterThan(1);
    for (const question of ['期限', '样例复议 申请', '充电 期限 答复', '不可抗拒']) {
      const titles = async (one: LawIndex) =>
        (await searchLaws(one, question)).clauses.map(({ title, label }) => title + label);
      expect(await titles(growing), question).toEqual(await titles(index));
    }
  });
});
