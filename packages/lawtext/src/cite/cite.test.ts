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
    ['依照刑法分则第三章第二节处罚。', '刑法分则第三章第二节', '中华人民共和国刑法', '编2章3节2'],
    // 合同法 is no 同法
    ['当事人违反合同法第五条的。', '合同法第五条', '中华人民共和国合同法', '5._._'],
    ['依照民法通则第五条办理。', '民法通则第五条', '中华人民共和国民法通则', '5._._'],
    // the first units of another one
    ['有刑法第九条前两款行为的。', '刑法第九条前两款', '中华人民共和国刑法', '9.1._ 9.2._'],
    ['有刑法第九条第三款前两项情形的。', '刑法第九条第三款前两项', '中华人民共和国刑法', '9.3.1 9.3.2'],
    // a 条, a 第 or both brackets left out
    ['违反刑法第二十第三款的。', '刑法第二十第三款', '中华人民共和国刑法', '20.3._'],
    ['违反本条例第十条和十一条第二款的。', '本条例第十条和十一条第二款', 'self', '10._._ 11.2._'],
    ['违反本条例十一条的。', '本条例十一条', 'self', '11._._'],
    [
      '违反刑法第九条第一款（一）、（三）项的。',
      '刑法第九条第一款（一）、（三）项',
      '中华人民共和国刑法',
      '9.1.1 9.1.3',
    ],
    ['违反本《条例》第九条的。', '本《条例》第九条', 'self', '9._._'],
    // a comma or a blank inside a list
    ['违反本条例第三条第一款,第四条规定的。', '本条例第三条第一款,第四条', 'self', '3.1._ 4._._'],
    ['违反本条例第三条第一款，第二款第一项规定的。', '本条例第三条第一款，第二款第一项', 'self', '3.1._ 3.2.1'],
    ['有本条例第三条第（一）、 （三）项行为的。', '本条例第三条第（一）、 （三）项', 'self', '3._.1 3._.3'],
    ['本补充规定第三条另行施行。', '本补充规定第三条', 'self', '3._._'],
    // named without 《》 and without a unit
    ['森林法施行前的登记有效。', '森林法', '中华人民共和国森林法', ''],
    ['根据森林法制定。', '森林法', '中华人民共和国森林法', ''],
    ['依照电信条例的规定执行。', '电信条例', '中华人民共和国电信条例', ''],
    ['期间适用民法通则关于期间的规定。', '民法通则', '中华人民共和国民法通则', ''],
    // the maker is the front of the title
    ['依照最高人民法院《关于甲的规定》第三条。', '《关于甲的规定》第三条', '最高人民法院关于甲的规定', '3._._'],
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
  it('uses several aliases declared at once', () => {
    expect(
      cites(
        '第一条 根据《甲条例》、《乙办法》（以下分别简称《条例》、《办法》）制定。',
        '第二条 违反《办法》第九条的。',
      ).at(-1),
    ).toEqual(['《办法》第九条', '乙办法', '9._._']);
  });
  it('counts bare units of the article that was breached, not of the own one', () => {
    const last = (...lines: string[]) =>
      cites('第一条 甲。', '乙。', '第二条 有下列行为的：', '（一）甲；', '（二）乙。', ...lines).at(-1);
    expect(last('第三条 违反第一条第一款的，罚款；违反第二款的，警告。', '丙。')).toEqual(['第二款', 'self', '1.2._']);
    expect(last('第三条 有第二条第一项行为的，罚款；有第二项行为的，警告。')).toEqual(['第二项', 'self', '2.1.2']);
    expect(last('第三条 有企业所得税法第九条第一项支出的，减税；第二项支出不减。')).toEqual([
      '第二项',
      '中华人民共和国企业所得税法',
      '9._.2',
    ]);
  });
  it('reads 本章程序 as the procedure of the chapter and knows the 目 of an item', () => {
    expect(cites('## 第二章 养护', '第一条 依照本章程序办理。')).toEqual([['本章', 'self', '章2']]);
    const [found] = citeLaw('# 某条例\n<!-- INFO END -->\n第一条 分为：\n（一）依照本项第2目办理：\n1.甲；\n2.乙。');
    expect(found).toMatchObject({ text: '本项第2目', targets: [{ article: '1', paragraph: 1, item: 1, subitem: 2 }] });
  });
  it('takes a part of the civil code that is a text of its own for 本编', () => {
    const found = citeLaw(
      '# 中华人民共和国民法典\n# 物权编\n<!-- INFO END -->\n## 第一分编 通则\n第一条 适用本编的规定。',
    );
    expect(found[0]).toMatchObject({ text: '本编', targets: [{ division: '编2' }] });
  });
  it('takes a unit outside every article for one of the article named before it', () => {
    const found = citeLaw('# 某决定\n<!-- INFO END -->\n删除森林法第九条第一款，第二款改为第一款。');
    expect(found[1]).toMatchObject({ text: '第二款', targets: [{ article: '9', paragraph: 2 }] });
  });
  it.each([
    '宪法和法律委员会审议。',
    '参加宪法宣誓。',
    '以临海第一条道路为界。',
    '加强森林法制宣传。',
    '国家宪法日宣誓。',
    '采用降排水法施工。',
    '对前三项污染物征收。',
  ])('finds nothing in %s', (text) => {
    expect(cites(`第一条 ${text}`)).toEqual([]);
  });
  it('keeps vague forms and certificates out', () => {
    expect(cites('第一条 依照国家有关规定，凭《园林施工许可证》办理；成本款项和本条例的项目前条件从其规定。')).toEqual(
      [],
    );
  });
  it('finds the list of quoted wording in an earlier 款 of it', () => {
    const found = citeLaw(
      '# 中华人民共和国刑法修正案（九十）\n<!-- INFO END -->\n一、将刑法第九条修改为：“有下列情形的：\n“（一）甲；\n“（二）乙。\n“有第二项情形的，从重处罚。”',
    );
    expect(found.at(-1)).toMatchObject({
      text: '第二项',
      targets: [{ article: '9', paragraph: 1, item: 2 }],
      quoted: true,
    });
  });
  it('says when there is no such place instead of guessing', () => {
    expect(citeLaw('# 某条例\n<!-- INFO END -->\n第一条 依照前款办理。')[0]).toMatchObject({
      text: '前款',
      unresolved: expect.any(String),
    });
  });
  it('knows an instruction to change another text in an instrument that is no changing act by its title', () => {
    const law = [
      '# 某市关于公园开放时间的补充规定',
      '<!-- INFO END -->',
      '根据《某市公园管理规定》（以下简称《规定》），作出如下补充规定：',
      '一、本补充规定适用于收费公园。',
      '二、将《规定》第三条第二款修改为：“免费公园的开放时间由管理单位公布。”',
      '三、在《规定》第六条中增加一款作为第二款：“冬季可以推迟开放。”第七条修改为：“前条规定不适用于儿童公园。”',
      '四、第二条自公布之日起施行。',
    ].join('\n\n');
    const found = citeLaw(law).map(({ text, target_title, targets, quoted }) => [
      text,
      target_title,
      targets.map(({ article, paragraph }) => `${article}.${paragraph ?? ''}`).join(),
      quoted ?? false,
    ]);
    expect(found.slice(1)).toEqual([
      ['《规定》第三条第二款', '某市公园管理规定', '3.2', false],
      ['《规定》第六条', '某市公园管理规定', '6.', false],
      ['第二款', '某市公园管理规定', '6.2', false],
      ['第七条', '某市公园管理规定', '7.', false],
      ['前条', '某市公园管理规定', '6.', true],
      ['第二条', 'self', '2.', false],
    ]);
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
