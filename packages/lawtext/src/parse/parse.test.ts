import { describe, expect, it } from 'vitest';
import { parseLaw } from './parse.js';

const law = (...lines: string[]) =>
  parseLaw(['# 某市园林条例', '2020年1月2日 某市人民代表大会通过', '<!-- INFO END -->', ...lines].join('\n\n'));

describe('damaged texts are put right and reported', () => {
  it('reads a list as one 款 and the paragraph after it as the next', () => {
    expect(law('第一条 有下列情形之一的：', '（一）甲；', '（二）乙。', '前款规定的，从其规定。').units).toEqual([
      ['1', 2, 2, 0],
    ]);
  });
  it('gives an item its mark back', () => {
    const read = law('第一条 有下列情形之一的：', '（一）甲；', '乙；', '（三）丙。');
    expect(read.units).toEqual([['1', 1, 3, 0]]);
    expect(read.diagnostics.map(({ code }) => code)).toEqual(['item.lost']);
  });
  it('joins a line broken inside a sentence', () => {
    expect(law('第一条 园林由市', '人民政府管理。').units).toEqual([['1', 1, 0, 0]]);
  });
  it('reads 笫三条 and a label with a blank inside', () => {
    expect(law('第一条 甲。', '第 二条 乙。', '笫三条 丙。').units.map(([number]) => number)).toEqual(['1', '2', '3']);
  });
  it('does not take quoted articles of another text for its own', () => {
    expect(law('一、将第三条修改为：', '“第三条 园林归全民所有。”').counts).toMatchObject({
      articles: 0,
      points: 1,
      paragraphs: 2,
    });
  });
  it('takes the clause before the header for the day of effect', () => {
    expect(law('第一条 甲。', '第二条 本条例自二○二○年三月一日起施行。')).toMatchObject({
      effective_date: '2020-03-01',
      effective_source: 'article:2',
    });
    expect(law('第一条 本条例自公布之日起施行。')).toMatchObject({
      effective_date: '2020-01-02',
      effective_basis: 'on_promulgation',
    });
  });
  it('reads an empty text', () => {
    expect(parseLaw('').diagnostics[0]?.code).toBe('text.empty');
  });
});
