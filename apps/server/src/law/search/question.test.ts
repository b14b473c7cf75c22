import { describe, expect, it } from 'vitest';
import { definedIn, headingWords } from './marks.js';
import { asked, splitClause } from './question.js';
import { knownKeys, type Title, Titles } from './titles.js';

const titlesOf = (...names: readonly (readonly [title: string, rank: number])[]) =>
  new Titles(
    names.map(
      ([title, rank], at): Title => ({
        at,
        id: at,
        code: `L${at}`,
        title,
        kind: 'L',
        region: '000000',
        rank,
        maker: null,
        since: '2020-01-01',
        keys: knownKeys(title),
      }),
    ),
  );

const titles = titlesOf(
  ['中华人民共和国行政样例复议法', 2],
  ['中华人民共和国样例登记管理法', 2],
  ['某省样例登记管理条例', 4],
  ['样例人登记条例', 3],
);

describe('a question', () => {
  it.each([
    ['样例法33', '样例法', 'T0033.00'],
    ['样例法 33', '样例法', 'T0033.00'],
    ['样例法§33', '样例法', 'T0033.00'],
    ['样例法33条', '样例法', 'T0033.00'],
    ['样例法第33条', '样例法', 'T0033.00'],
    ['样例法第三十三条', '样例法', 'T0033.00'],
    ['样例法三十三条', '样例法', 'T0033.00'],
    ['样例法第三十三', '样例法', 'T0033.00'],
    ['样例法的第三十三条', '样例法', 'T0033.00'],
    ['《样例法》第三十三条第一款', '样例法', 'T0033.00'],
    ['第三十三条 样例法', '样例法', 'T0033.00'],
    ['第三十三条样例法', '样例法', 'T0033.00'],
    ['第33条 样例法', '样例法', 'T0033.00'],
    ['第 33 条样例法', '样例法', 'T0033.00'],
    ['三十三条样例法', '样例法', 'T0033.00'],
    ['33条 《样例法》', '样例法', 'T0033.00'],
    ['33条 ylf', 'ylf', 'T0033.00'],
    ['一百三十三条之一第二款 样例条例', '样例条例', 'T0133.01'],
    ['样例法133条之一', '样例法', 'T0133.01'],
    ['样例法第一百三十三条之一', '样例法', 'T0133.01'],
    ['样例法133-1', '样例法', 'T0133.01'],
    ['ylf33', 'ylf', 'T0033.00'],
  ])('names a clause as %s', (question, title, locator) => {
    expect(splitClause(question)).toMatchObject({ title, locator });
  });

  it('names none where a number only counts', () => {
    for (const question of ['六十日内', '样例满三年', '违法所得1万元', '三条红线', '八条禁令'])
      expect(splitClause(question)).toBeUndefined();
  });

  it('is asked in the words of the law first, and as it was said', () => {
    const { wordings } = asked('酒驾', titles);
    expect(wordings.map(({ phrases, weight }) => [phrases, weight])).toEqual([
      [['饮酒后驾驶机动车'], 1],
      [['酒驾'], 0.5],
    ]);
    // What is statutory already stays.
    expect(asked('饮酒后驾驶机动车', titles).wordings).toHaveLength(1);
    expect(asked('住房公积金', titles).wordings).toHaveLength(1);
  });

  it('is what is left without the words that ask', () => {
    expect(asked('样例登记需要多久？', titles).wordings[0]!.phrases).toEqual(['样例登记需要']);
    expect(asked('十天怎么办', titles).wordings[0]!.phrases).toEqual(['十日']);
    expect(asked('怎么办', titles).wordings).toEqual([]);
  });

  it.each([
    ['行政样例复议法 期限', '中华人民共和国行政样例复议法'],
    ['样例复议法期限', '中华人民共和国行政样例复议法'],
    ['期限 行政样例复议法', '中华人民共和国行政样例复议法'],
    ['行样法 期限', '中华人民共和国行政样例复议法'],
    ['人登记条例 期限', '样例人登记条例'],
  ])('names a law: %s', (question, title) => {
    const { inLaw } = asked(question, titles);
    expect(inLaw?.laws.map((law) => law.title)).toEqual([title]);
    expect(inLaw?.wordings[0]?.words).toEqual(['期限']);
  });

  it.each([
    ['样例登计管理法', '样例登记管理法'],
    ['中华人民共和国样例登计管理法', '样例登记管理法'],
    // By its sound.
    ['行政样例腹胰法', '行政样例复议法'],
    ['样例登记管理发', '样例登记管理法'],
    ['样例人登记条利', '样例人登记条例'],
    ['样例登记颁发', undefined],
    // Another word that names have, a name itself.
    ['样例登记复议法', undefined],
    ['样例人登记条例', undefined],
  ])('means by %s a name: %s', (typed, name) => {
    expect(titles.meantBy(typed)).toBe(name);
  });

  it('names no law by what many end with', () => {
    expect(asked('管理条例 期限', titles).inLaw).toBeNull();
    expect(asked('样例 期限', titles).inLaw).toBeNull();
  });
});

describe('a clause', () => {
  it.each([
    ['本法所称样例机关，是指办理样例的机关。', ['样例机关']],
    ['样例力是不能预见的情况。', ['样例力']],
    ['为样例，制定本法。\n样例力是不能避免的情况。', ['样例力']],
    ['本法下列用语的含义：\n（一）样例品，指供人样例的物品。', ['样例品']],
    ['“样例”是指示例。', ['样例']],
    ['国家指定机构办理，这是必要的。', []],
  ])('says what a thing is: %s', (body, terms) => {
    expect(definedIn(body)).toEqual(terms);
  });

  it('stands under the words of its headings, each by how much of its heading it is', () => {
    const words = headingWords(['第四章　审理', '第三节　期限计算']);
    expect(Object.fromEntries(words.map(({ word, share }) => [word, share]))).toMatchObject({ 审理: 100, 期限: 50 });
  });
});
