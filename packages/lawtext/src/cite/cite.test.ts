import { describe, expect, it } from 'vitest';
import { citeLaw } from './cite.js';

/** [text, title, targets as article.paragraph.item] of every citation in the last article of an invented text. */
const cites = (...lines: string[]) =>
  citeLaw(['# 某市园林条例', '<!-- INFO END -->', ...lines].join('\n\n')).map(({ text, target_title, targets }) => [
    text,
    target_title,
    targets.map((t) => t.division ?? [t.article, t.paragraph, t.item].map((level) => level ?? '_').join('.')).join(' '),
  ]);

describe('citations', () => {
  it.each([
    // full title, short title, bare title
    ['依照《中华人民共和国森林法》第三条办理。', '《中华人民共和国森林法》第三条', '中华人民共和国森林法', '3._._'],
    ['依照《森林法》第三条第二款办理。', '《森林法》第三条第二款', '中华人民共和国森林法', '3.2._'],
    ['依照森林法第三条第（二）项办理。', '森林法第三条第（二）项', '中华人民共和国森林法', '3._.2'],
    // lists inherit the levels above, ranges are written out
    ['违反本条例第三条第一款、第三款和第五条的。', '本条例第三条第一款、第三款和第五条', 'self', '3.1._ 3.3._ 5._._'],
    ['违反本条例第三条至第五条的。', '本条例第三条至第五条', 'self', '3._._ 4._._ 5._._'],
    ['有本条例第三条第一项至第三项情形的。', '本条例第三条第一项至第三项', 'self', '3._.1 3._.2 3._.3'],
    ['适用刑法第一百三十三条之一的规定。', '刑法第一百三十三条之一', '中华人民共和国刑法', '133-1._._'],
    ['依照本条例第二章的规定。', '本条例第二章', 'self', '章2'],
  ])('%s', (sentence, text, title, targets) => {
    expect(cites(`第一条 ${sentence}`)).toEqual([[text, title, targets]]);
  });

  it('resolves 前款, 前两款 and 前条 to their place', () => {
    expect(cites('第一条 甲。', '第二条 乙。', '丙。', '依照前两款办理。', '依照前款和前条第一款办理。')).toEqual([
      ['前两款', 'self', '2.1._ 2.2._'],
      ['前款', 'self', '2.3._'],
      ['前条第一款', 'self', '1.1._'],
    ]);
  });
  it('uses an alias from its declaration on', () => {
    expect(cites('第一条 根据《城市园林管理条例》（以下简称条例）制定。', '第二条 违反条例第九条的。').at(-1)).toEqual([
      '条例第九条',
      '城市园林管理条例',
      '9._._',
    ]);
  });
  it('keeps vague forms and certificates out', () => {
    expect(cites('第一条 依照国家有关规定，凭《园林施工许可证》办理；成本款项和本条例的项目前条件从其规定。')).toEqual(
      [],
    );
  });
  it('says when there is no such place instead of guessing', () => {
    expect(citeLaw('# 某条例\n<!-- INFO END -->\n第一条 依照前款办理。')[0]).toMatchObject({
      text: '前款',
      unresolved: expect.any(String),
    });
  });
  it('reads quoted new wording as text of the amended law', () => {
    const found = citeLaw(
      '# 中华人民共和国刑法修正案（九十）\n<!-- INFO END -->\n一、在刑法第九条后增加一条，作为第九条之一：“犯甲罪的，处罚金。\n“犯前款罪，依照本法第八条处罚。”',
    );
    expect(
      found
        .slice(1)
        .map(({ text, target_title, targets, quoted }) => [
          text,
          target_title,
          targets[0]!.article,
          targets[0]!.paragraph,
          quoted ?? false,
        ]),
    ).toEqual([
      ['第九条之一', '中华人民共和国刑法', '9-1', null, false],
      ['前款', '中华人民共和国刑法', '9-1', 1, true],
      ['本法第八条', '中华人民共和国刑法', '8', null, true],
    ]);
  });
});
