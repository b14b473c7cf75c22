import { describe, expect, it } from 'vitest';
import { citeLaw } from '../cite/cite.js';
import { renderLaw, renderSource } from '../render/render.js';
import { walk } from '../tree/node.js';
import { parseLaw } from './parse.js';

const HEAD = ['# 某市园林条例', '2020年1月2日 某市人民代表大会通过', '<!-- INFO END -->'];
const law = (...lines: string[]) => parseLaw([...HEAD, ...lines].join('\n\n'));
const decision = (...lines: string[]) =>
  parseLaw(['# 关于修改《某市园林条例》的决定', '<!-- INFO END -->', ...lines].join('\n\n'));
const codes = (read: ReturnType<typeof law>): string[] => read.diagnostics.map(({ code }) => code);

describe('well-made texts', () => {
  it('reads a list as one 款 and the paragraph after it as the next', () => {
    expect(law('第一条 有下列情形之一的：', '（一）甲；', '（二）乙。', '前款规定的，从其规定。').units).toEqual([
      ['1', 2, 2, 0],
    ]);
  });
  it('keeps a paragraph and a deeper list inside the item they stand in', () => {
    expect(law('第一条 用语含义：', '（一）甲。', '下列视为甲：', '1．乙。', '2．丙。', '（二）丁。').units).toEqual([
      ['1', 1, 2, 2],
    ]);
  });
  it('takes （一） over articles for a division when 一、 is one', () => {
    const read = law('## 一、通则', '（一）树木', '第一条 甲。', '（二）草地', '第二条 乙。');
    expect([read.units, read.counts.items]).toEqual([
      [
        ['1', 1, 0, 0],
        ['2', 1, 0, 0],
      ],
      0,
    ]);
  });
  it('lets a list 1. 2. run on over the points of a text', () => {
    expect(law('一、树木', '1.甲。', '2.乙。', '二、草地', '3.丙。', '4.丁。').units).toEqual([
      ['1', 1, 2, 0],
      ['2', 1, 2, 0],
    ]);
  });
  it.each(['一、二级树木归市管理。', '（一）至（二）项从其规定。'])('takes %s for words, not for a mark', (line) => {
    expect(law('第一条 甲。', line).units).toEqual([['1', 2, 0, 0]]);
  });
  it('reads a formula with the sentence that announces it', () => {
    expect(law('第一条 费用计算公式：', '费用＝面积×单价', '面积由市核定。').units).toEqual([['1', 2, 0, 0]]);
  });
});

describe('damaged texts are put right and reported', () => {
  it('gives an item its mark back', () => {
    const read = law('第一条 有下列情形之一的：', '（一）甲；', '乙；', '（三）丙。');
    expect(read.units).toEqual([['1', 1, 3, 0]]);
    expect(codes(read)).toEqual(['item.lost']);
  });
  it('adds no item where the next printed number leaves no room', () => {
    expect(law('第一条 有下列情形之一的：', '（一）甲；', '乙；', '（二）丙。').units).toEqual([['1', 1, 2, 0]]);
  });
  it('gives an item its mark back by the numbers alone', () => {
    expect(law('第一条 用语含义：', '（一）甲。', '乙。', '（三）丙。').units).toEqual([['1', 1, 3, 0]]);
  });
  it('reads full sentences under 下列职责： as items, definitions and 前款 as paragraphs', () => {
    expect(law('第一条 市园林局履行下列职责：', '管理树木。', '管理草地。', '有前款情形的，罚款。').units).toEqual([
      ['1', 2, 2, 0],
    ]);
    expect(law('第一条 本条例下列用语的含义：', '树木，是指甲。', '草地，是指乙。').units).toEqual([['1', 3, 0, 0]]);
  });
  it('gives a list inside an item its marks back', () => {
    expect(law('第一条 按下列规定：', '（一）甲包括：', '乙；', '丙。', '（二）丁。').units).toEqual([['1', 1, 2, 2]]);
  });
  it('joins a line broken inside a sentence', () => {
    expect(law('第一条 园林由市', '人民政府管理。').units).toEqual([['1', 1, 0, 0]]);
  });
  it.each(['笫二条 乙。', '第 二条 乙。', '第二条乙。'])('reads the label of %s', (line) => {
    const read = law('第一条 甲。', line, '第三条 丙。');
    expect(read.units.map(([number]) => number)).toEqual(['1', '2', '3']);
    expect(codes(read)).toContain('label.damaged');
  });
  it('reads a dash in a numeral as 一', () => {
    const labels = ['十', '十－', '十二'];
    expect(labels.map((label) => law(`第${label}条 甲。`).units[0]?.[0])).toEqual(['10', '11', '12']);
  });
  it('finds a heading at the end of a line', () => {
    expect(
      law('## 第一章 总则', '第一条 为了保护园林，制定本条例。第二章养护和维护', '第二条 乙。').counts,
    ).toMatchObject({
      chapters: 2,
      paragraphs: 2,
    });
  });
  it('finds an article and a chapter run together with the text before them', () => {
    expect(law('第一条 甲应当保护园林。第二条本条例由市解释。', '第三条 乙。').counts.articles).toBe(3);
    expect(law('第一条 甲应当保护园林。第二章附则第二条本条例由市解释。').counts).toMatchObject({
      chapters: 1,
      articles: 2,
    });
  });
  it('ends a list where 前款 speaks of it although the line break is lost', () => {
    expect(law('第一条 禁止：', '（一）甲；', '（二）乙。有前款行为的，罚款。').units).toEqual([['1', 2, 2, 0]]);
    expect(law('第一条 禁止：', '（一）甲；', '（二）乙；', '对他人有前款行为的，罚款。').units).toEqual([
      ['1', 2, 2, 0],
    ]);
  });
  it('ends a list whose first mark is lost where a printed member ends in 。', () => {
    const list = ['第一条 部门负责下列工作：', '园林部门负责养护行道树以及', '公园绿地；', '（二）水务部门负责湖面。'];
    expect(law(...list, '消防机构加强监督。', '法律另有规定的，从其规定。').units).toEqual([['1', 3, 2, 0]]);
  });
  it('tells the last item without mark from a 款 behind a list that ends in ；', () => {
    const list = ['第一条 禁止：', '（一）攀折树木的；', '（二）踩踏草坪的；'];
    expect(law(...list, '其他毁坏园林的行为。').units).toEqual([['1', 1, 3, 0]]);
    expect(law(...list, '私自挖掘花卉的。').units).toEqual([['1', 1, 3, 0]]);
    expect(law(...list, '公园管理单位应当设置提示标志。').units).toEqual([['1', 2, 2, 0]]);
    expect(law(...list, '违反规定的，由园林部门处五十元罚款。').units).toEqual([['1', 2, 2, 0]]);
  });
  it('reads a pasted 一、 before the first article as a division', () => {
    expect(
      law('为审理案件，制定本解释。', '一、一般规定', '第一条 甲。', '二、附则', '第二条 乙。').extra,
    ).toMatchObject({
      divisions: 2,
    });
  });
  it('takes 甲、乙、 for marks of items, but not where they name parties', () => {
    expect(law('第一条 分为：', '甲、园林；', '乙、绿地。', '第二条 甲、乙双方应当订约。').units).toEqual([
      ['1', 1, 2, 0],
      ['2', 1, 0, 0],
    ]);
  });
  it('leaves a list of receivers behind the last article outside it', () => {
    const read = law('第一条 甲。', '第二条 本条例自2020年1月1日起施行。', '抄送：某市人民政府', '市级各部门，各区');
    expect(read.units).toEqual([
      ['1', 1, 0, 0],
      ['2', 1, 0, 0],
    ]);
  });
  it('takes a bare name for a chapter although the title holds it', () => {
    expect(law('## 第一章 总则', '第一条 甲。', '园林', '第二条 乙。', '## 第三章 附则').counts.chapters).toBe(3);
  });
  it('leaves a table of contents out, also behind a repeated title and on one line', () => {
    const body = ['## 第一章 总则', '第一条 甲。', '## 第二章 附则', '第二条 乙。', '## 第三章 罚则'];
    const list = ['## 第一章 总则', '## 第二章 附则', '## 第三章 罚则'];
    expect(law('某市', '园林条例', ...list, ...body).counts.chapters).toBe(3);
    expect(law('## 第一章 总则 第二章 附则 第三章 罚则', ...body).counts.chapters).toBe(3);
  });
  it('reads the end of the last note behind the end of the head', () => {
    const read = parseLaw('# 某条例\n2020年1月2日 某市第十届\n<!-- INFO END -->\n会议通过）\n第一条 甲。');
    expect([read.history.map(({ event }) => event), read.counts.unnumbered_paragraphs]).toEqual([['通过'], 0]);
  });
  it('leaves the histories of other texts out', () => {
    const notes = [
      '2001年1月2日 通过',
      '2019年5月6日 《关于修改某规定的决定》修正',
      '1999年3月4日 通过',
      '2019年5月6日 修正',
    ];
    expect(parseLaw(['# 某条例', ...notes, '<!-- INFO END -->', '第一条 甲。'].join('\n')).history).toHaveLength(2);
  });
  it('gives the first of several points its number back', () => {
    expect(law('现规定如下：', '甲。', '二、乙。', '三、丙。').units.map(([number]) => number)).toEqual([
      '1',
      '2',
      '3',
    ]);
  });
  it('passes over a list of annexes before the annexes themselves', () => {
    expect(law('第一条 甲。', '附件：1.名录', '2.图样', '附件1', '名录', '附件2', '图样').counts.annexes).toBe(2);
  });
  it('reads a whole text on one line, headings and title too, and 款 behind blanks of either width', () => {
    const list = '第一章 总则 第二章 管护 第一节 树木 第二节 草地';
    const body =
      '第一章 总则 第一条 为了绿化城市，保护园林，制定本条例。 第二章 管护 第一节 树木 第二条 养护单位应当：（一）浇水；（二）修剪。 单位不得砍树。 第二节 草地 第三条 草地不得践踏，依照第二章第二节处理。';
    for (const text of [body, body.replaceAll(' ', '\u3000')]) {
      const read = parseLaw(`某市园林条例 （2020年1月2日某市人民代表大会通过） 目录 ${list} ${text}`);
      expect(read.title).toBe('某市园林条例');
      expect([read.counts.chapters, read.counts.sections]).toEqual([2, 2]);
      expect(read.units).toEqual([
        ['1', 1, 0, 0],
        ['2', 2, 2, 0],
        ['3', 1, 0, 0],
      ]);
      expect(codes(read)).toContain('heading.inline');
      expect(parseLaw(renderLaw(read)).units).toEqual(read.units);
    }
  });
  it('keeps what counts as no unit where it stands, inside a list that goes on behind it', () => {
    const read = law(
      '第一条 分为：',
      '| 名称 | 面积 |',
      '（一）甲；',
      '* 见附图',
      '（二）乙。',
      '# 园林条例',
      '第二条 丙。',
    );
    expect(read.units).toEqual([
      ['1', 1, 2, 0],
      ['2', 1, 0, 0],
    ]);
    const starts = [...walk(read.tree)].map(({ start }) => start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });
  it('reads a file of which all lines ran together', () => {
    const lines = [
      '## 第一章 总则',
      '第一条 甲。',
      '乙。',
      '## 第二章 管护',
      '### 第一节 树木',
      '第二条 丙：',
      '（一）丁；',
      '（二）戊。',
    ];
    const apart = law(...lines);
    const together = parseLaw([...HEAD, ...lines].join(' '));
    expect(together.units).toEqual(apart.units);
    expect([together.title, together.history.map(({ date }) => date)]).toEqual(['某市园林条例', ['2020-01-02']]);
    expect([together.counts.chapters, together.counts.sections]).toEqual([2, 1]);
    expect(parseLaw(renderLaw(together)).units).toEqual(apart.units);
  });
});

describe('changing acts', () => {
  it('does not take quoted articles of another text for its own', () => {
    expect(law('一、将第三条修改为：', '“第三条 园林归全民所有。”').counts).toMatchObject({
      articles: 0,
      points: 1,
      paragraphs: 2,
    });
  });
  it('finds the next point behind a quotation that was never closed', () => {
    expect(decision('一、将第三条修改为：“甲。', '二、删去第四条。').counts.points).toBe(2);
  });
  it('keeps quoted wording under the item that brings it', () => {
    const read = decision(
      '一、修改《某办法》',
      '1.将第三条修改为：',
      '“有下列情形的：',
      '1.甲；',
      '2.乙。”',
      '2.删去第四条。',
    );
    expect(read.units).toEqual([['1', 1, 2, 2]]);
  });
  it('reads “（一） as an item of the quoted wording', () => {
    const read = decision(
      '一、将第三条修改为：“有下列情形的：',
      '“（一）甲；',
      '“（二）乙。',
      '“有第一项情形的，罚款。”',
    );
    expect(read.units).toEqual([['1', 2, 2, 0]]);
  });
  it('takes a quoted heading for none of its own', () => {
    expect(decision('第一条 增加一章，内容如下：', '第七章 罚则', '第四十条 甲。').counts).toMatchObject({
      chapters: 0,
      articles: 1,
      paragraphs: 2,
    });
  });
});

describe('the day of effect', () => {
  it('is the one of the clause, else that of the head', () => {
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

  it('reads a law out of a pasted page', () => {
    const read = parseLaw(
      [
        '首页 | 新闻 | 法规',
        '当前位置：首页 > 法规库 > 地方性法规',
        '某市公园条例',
        '来源：某市人大 字号：大 中 小 打印',
        '（2020年1月2日某市人民代表大会常务委员会第一次',
        '会议通过）',
        '第一章　总则',
        '　　第一条　为了建设公园，制定本条例。',
        '　　第二条　本条例自2020年3月1日起施行。',
        '责任编辑：某某',
        '上一篇：某市湿地条例',
        '版权所有 某市人大 某ICP备00000000号',
      ].join('\n'),
    );
    expect(read).toMatchObject({
      title: '某市公园条例',
      promulgation_date: '2020-01-02',
      effective_date: '2020-03-01',
      counts: { chapters: 1, articles: 2, paragraphs: 2, unnumbered_paragraphs: 0 },
    });
    expect(read.diagnostics.map(({ code }) => code)).toEqual(['page.skipped']);
    expect(renderSource(read)).toBe(read.source);
    expect(parseLaw(renderLaw(read)).counts).toEqual(read.counts);
  });

  it('reads words with characters of no width in them, and labels in bold', () => {
    const read = law(
      '第\u200b一条 依照本条\u200b例第二\u2060条办理：',
      '（\u200b一）甲；',
      '（二\u200b）乙。',
      '**第二条** 丙。',
    );
    expect(read.units).toEqual([
      ['1', 1, 2, 0],
      ['2', 1, 0, 0],
    ]);
    expect(citeLaw(read).map(({ targets }) => targets[0]!.article)).toEqual(['2']);
    expect(renderSource(read)).toBe(read.source);
  });

  it('gives a lost article behind a heading its items', () => {
    const read = law('第一条 甲。', '## 第二章 管理', '禁止下列行为：', '（一）乙；', '（二）丙。', '第三条 丁。');
    expect(read.units).toEqual([
      ['1', 1, 0, 0],
      ['2', 1, 2, 0],
      ['3', 1, 0, 0],
    ]);
    expect(renderSource(read)).toBe(read.source);
  });

  it('restores as many lost marks as the printed numbers leave room for', () => {
    expect(law('第一条 条件如下：', '（一）甲。', '乙。', '丙。', '（四）丁。').units).toEqual([['1', 1, 4, 0]]);
  });

  it('takes no mark that goes on in the next line, and reads on behind a comment', () => {
    const read = law('第一条 甲：', '（一\n）乙；', '<!-- 表 -->第二条 丙。');
    expect(renderSource(read)).toBe(read.source);
    expect(read.counts.articles).toBe(2);
  });

  it('counts annexes numbered with wide digits', () => {
    expect(law('第一条 甲。', '附件１', '名录', '附件２', '图样').counts.annexes).toBe(2);
  });
});
