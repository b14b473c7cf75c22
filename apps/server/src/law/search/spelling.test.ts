import { describe, expect, it } from 'vitest';
import { isLikeName, isOfPlace, Spelling, stepsBetween } from './spelling.js';

describe('the steps between two names', () => {
  it.each([
    ['样例处罚法', '样例处罚法', 0],
    ['样例外罚法', '样例处罚法', 1],
    ['样例罚法', '样例处罚法', 1],
    ['样例处处罚法', '样例处罚法', 1],
    ['样例罚处法', '样例处罚法', 1],
    ['例样罚处法', '样例处罚法', 2],
    ['别的什么法', '样例处罚法', 3],
  ])('from %s to %s', (one, other, steps) => {
    expect(stepsBetween(one, other, 2)).toBe(steps);
    expect(stepsBetween(other, one, 2)).toBe(steps);
  });
});

describe('a misspelt name', () => {
  const spelling = new Spelling([
    { name: '样例处罚法', rank: 2, local: false },
    { name: '样例登记管理条例', rank: 3, local: false },
    { name: '样例公共场所卫生登记条例', rank: 3, local: false },
    { name: '甲省样例保护条例', rank: 4, local: true },
    { name: '示例一法', rank: 2, local: false },
    { name: '示例二法', rank: 2, local: false },
    { name: '示范三法', rank: 2, local: false },
    { name: '示范五法', rank: 3, local: false },
  ]);

  it.each([
    ['样例外罚法', '样例处罚法'],
    ['样例登己管理条例', '样例登记管理条例'],
    ['样例公共场合卫升登记条例', '样例公共场所卫生登记条例'],
    ['甲省样列保护条例', '甲省样例保护条例'],
    ['示范四法', '示范三法'],
  ])('%s is %s', (typed, name) => {
    expect(spelling.nearest(typed, () => true)).toBe(name);
  });

  it.each([
    ['two characters of a short name', '样列外罚法'],
    ['another kind of text', '样例登己管理办法'],
    ['another place', '乙省样例保护条例'],
    ['what may be either of two', '示例三法'],
    ['what is near to none', '别的什么法'],
  ])('is not guessed from %s', (_, typed) => {
    expect(spelling.nearest(typed, () => true)).toBeUndefined();
  });

  it('names the place of a local text, which is not guessed', () => {
    const local = { name: '甲省样例保护条例', rank: 4, local: true };
    expect(isOfPlace('甲省样列保护条例', local)).toBe(true);
    expect(isOfPlace('贾省样例保护条例', local)).toBe(false);
    expect(isOfPlace('样例处罚法', { name: '样例外罚法', rank: 2, local: false })).toBe(true);
  });

  it('is none that does not fit', () => {
    expect(spelling.nearest('样例外罚法', (name) => !name.includes('处罚'))).toBeUndefined();
  });

  it('is looked for only in what ends as a name', () => {
    expect(['样例外罚法', '样例登己条例', '样例登己（暂行）办法'].every(isLikeName)).toBe(true);
    expect(['外罚法', '劳动合法', '样例执法', '样例登记', '样例 法'].some(isLikeName)).toBe(false);
  });
});
