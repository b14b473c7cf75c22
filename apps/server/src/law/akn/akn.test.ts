import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parseLaw } from '@fadu/lawtext';
import { describe, expect, it } from 'vitest';
import { clausesOf, divisionsOf } from '../clauses.js';
import { instrumentOf } from '../instrument.js';
import { checkAkn } from './check.js';
import { NAMESPACE } from './names.js';
import { readAkn } from './read.js';
import type { AknText } from './text.js';
import { writeAkn } from './write.js';
import { elements, first, parseXml } from './xml.js';

/** A text as the base holds it. */
function textOf(source: string, fileName: string): AknText {
  const law = parseLaw(source, { fileName });
  const instrument = instrumentOf(law, () => '220800');
  return {
    code: `${law.kind}000000-00001`,
    title: law.title,
    kind: law.kind,
    maker: instrument?.maker ?? null,
    publishedOn: instrument?.publishedOn ?? null,
    effectiveOn: instrument?.effectiveOn ?? '2000-01-01',
    endOn: null,
    endType: null,
    history: law.history.map(({ date, event, span }) => ({
      date,
      event,
      text: law.source.slice(span.start, span.end),
    })),
    divisions: divisionsOf(law),
    clauses: clausesOf(law).map(({ locator, label, outline, body, inner }) => ({
      locator,
      label,
      outline,
      body,
      inner,
    })),
  };
}

function roundTrip(text: AknText): string {
  const xml = writeAkn(text);
  const parsed = parseXml(xml, NAMESPACE);
  expect(parsed.ok && checkAkn(parsed.value, true)).toEqual([]);
  expect(readAkn(xml)).toEqual({ ok: true, value: text });
  return xml;
}

// Invented texts.
const RICH = `# 中华人民共和国样例管理法
2010年3月1日第一届样例大会通过
2020年5月6日第二届样例大会修订

<!-- INFO END -->
序言
样例源远流长。
样例属于人民。
第一编 总则
第一章 一般规定
第一条 为了规范样例管理，制定本法。
第二条 有下列情形之一的，处警告：
（一）伪造样例的；
（二）毁损样例的，包括：
1.拆除；
2.涂改 & <改写>"引用"。
情节严重的，处罚款。
第二条之一 前条第一款的警告由样例机关作出。
第二编 分则
第一章 特别规定
第一节 展示
第三条 展示样例应当遵守公共秩序。

第二节 收藏
第四条 收藏样例的，
应当登记。
附则
第五条 本法自2020年9月1日起施行。
附件1：
样例目录
一、甲
二、乙`;
const POINTS = `# 样例大会关于样例的决定
2021年3月1日第三届样例大会通过

<!-- INFO END -->
样例大会决定：
一、样例应当真实。
二、有下列情形的，不得展示：
（一）伪造的；
（二）毁损的。
本决定自公布之日起施行。`;

describe('Akoma Ntoso', () => {
  it('comes back as it was: divisions, inserted articles, items, lines between, annexes', () => {
    const xml = roundTrip(textOf(RICH, '法律/样例管理法(2020-05-06).md'));
    expect(xml).toContain('eId="book_2__chp_1__sec_1"');
    expect(xml).toContain('<article eId="art_2-1"><num>第二条之一</num>');
    expect(xml).toContain('eId="art_2__para_1__point_2__indent_2"><num>2.</num>');
    expect(xml).toContain('涂改 &amp; &lt;改写&gt;"引用"。');
    expect(xml).toContain('<docDate date="2020-05-06" refersTo="#event_2">');
  });

  it('keeps the chapters of a text whose preamble has a heading', () => {
    const text = textOf(
      '# 样例宪章\n2021年3月1日样例大会通过\n\n<!-- INFO END -->\n序言\n样例源远流长。\n第一章 总则\n第一条 样例属于人民。\n第二章 附则\n第二条 本宪章自公布之日起施行。',
      '宪法/样例宪章(2021-03-01).md',
    );
    expect(text.divisions.map(({ path }) => path)).toEqual(['C01', 'C02']);
    roundTrip(text);
  });

  it('comes back of a text without articles', () => {
    const xml = roundTrip(textOf(POINTS, '决定/样例的决定(2021-03-01).md'));
    expect(xml).toContain('<clause eId="cl_1"><num>一、</num>');
  });

  it('keeps what is odd: empty lines, blanks at the ends, two articles of one number, empty divisions, no dates', () => {
    const clause = (locator: string, body: string, inner: AknText['clauses'][number]['inner'] = []) => ({
      locator,
      label: locator.startsWith('T') ? '第一条' : '',
      outline: 'C02',
      body,
      inner,
    });
    roundTrip({
      code: 'D220800-00001',
      title: '样例 条例',
      kind: 'D',
      maker: null,
      publishedOn: null,
      effectiveOn: '2021-05-01',
      endOn: '2024-01-01',
      endType: 'repeal',
      history: [{ date: null, event: '', text: '未载明日期' }],
      divisions: [
        { path: 'C01', heading: '第一章　空的' },
        { path: 'C02', heading: '第二章' },
        { path: 'C02', heading: '第二章　重复　的' },
      ],
      clauses: [
        clause('T0001.00', ' 甲\n\n乙 ', [['K01', 0, 6]]),
        clause('T0001.00~1', '甲\n（一）乙\n表 一\t二\n（二）丙\n尾', [
          ['K01', 0, 19],
          ['K01/I01', 2, 6],
          ['K01/I02', 13, 17],
        ]),
        clause('P01', ''),
        clause('X01', '附件'),
      ],
    });
  });

  it('has the levels of FRBR and its lifecycle', () => {
    const parsed = parseXml(
      writeAkn({ ...textOf(RICH, '法律/样例管理法(2020-05-06).md'), endOn: '2024-01-01', endType: 'repeal' }),
      NAMESPACE,
    );
    const meta = parsed.ok ? first(first(parsed.value, 'act')!, 'meta')! : undefined;
    const work = first(first(meta!, 'identification')!, 'FRBRWork')!;
    expect(first(work, 'FRBRuri')!.attributes.value).toBe('/akn/cn/act/2020-05-06/L000000-00001');
    expect(elements(first(meta!, 'lifecycle')!).map(({ attributes }) => [attributes.type, attributes.date])).toEqual([
      ['generation', '2020-05-06'],
      ['repeal', '2024-01-01'],
    ]);
  });

  it('says of a text of which only the heading is known that its body is missing', () => {
    const xml = roundTrip(
      textOf('# 样例条例\n2021年3月1日样例大会通过\n\n<!-- INFO END -->\n', '样例条例(2021-03-01).md'),
    );
    expect(xml).toContain('<hcontainer name="missing" eId="hcontainer_missing" status="incomplete">');
  });

  it('tells a later version from the end of a law', () => {
    const text = { ...textOf(POINTS, '决定/样例的决定(2021-03-01).md'), endOn: '2024-01-01' };
    for (const endType of ['amendment', 'repeal'] as const)
      expect(roundTrip({ ...text, endType })).toContain(`date="2024-01-01" type="${endType}"`);
  });

  const good = writeAkn(textOf(POINTS, '决定/样例的决定(2021-03-01).md'));
  it.each([
    ['nothing', '', 'law.akn_xml'],
    ['no XML', '第一条 样例', 'law.akn_xml'],
    ['cut off', good.slice(0, 2000), 'law.akn_xml'],
    ['another language', '<html xmlns="http://www.w3.org/1999/xhtml"/>', 'law.akn_xml'],
    [
      'an entity of its own',
      good
        .replace('<?xml version="1.0" encoding="UTF-8"?>', '<!DOCTYPE a [<!ENTITY x "y">]>')
        .replace('样例应当真实。', '&x;'),
      'law.akn_xml',
    ],
    ['nested without end', `<akomaNtoso xmlns="${NAMESPACE}">${'<act>'.repeat(5000)}`, 'law.akn_xml'],
    [
      'an unknown element',
      good.replaceAll('<clause ', '<klause ').replaceAll('</clause>', '</klause>'),
      'law.akn_model',
    ],
    ['an article outside the body', good.replace('<body>', '<body/><article eId="a_1"/><body>'), 'law.akn_model'],
    ['an id twice', good.replace('eId="cl_2"', 'eId="cl_1"'), 'law.akn_model'],
    ['a clause without an id', good.replace(' eId="cl_2"', ''), 'law.akn_model'],
    ['words beside the paragraphs', good.replace(/<content[^>]*>/, '$&散'), 'law.akn_model'],
    ['no such source', good.replace('source="#fadu"', 'source="#nobody"'), 'law.akn_model'],
    ['no such day', good.replaceAll('date="2021-03-01"', 'date="2021-02-30"'), 'law.akn_identity'],
    ['an id without a number', good.replace('eId="cl_2"', 'eId="cl_two"'), 'law.akn_place'],
  ])('refuses %s', (_, xml, code) => {
    const read = readAkn(xml);
    expect(read).toMatchObject({ ok: false, error: { code } });
    expect(!read.ok && read.error.message).toMatch(/^不能读取：.+。请核对文件/);
  });

  it('names every element that the naming convention asks for, and reads files that do not', () => {
    const bare = good.replaceAll(/ eId="[^"]*__(?:content|intro|wrapup|heading)"/g, '');
    expect(bare).not.toBe(good);
    expect(readAkn(bare)).toEqual(readAkn(good));
    const parsed = parseXml(bare, NAMESPACE);
    expect(parsed.ok && checkAkn(parsed.value, true)[0]).toMatch(/缺少eId$/);
    expect(parsed.ok && checkAkn(parsed.value)).toEqual([]);
  });
});

const CORPUS = join(import.meta.dirname, '../../../../../../shared/laws/corpus');
const EVERY = 20;
describe.skipIf(!existsSync(CORPUS))('over the corpus', () => {
  it('every twentieth text, and all with a preamble, come back as they were', () => {
    const paths = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.md'))
      .sort()
      .filter((path, index) => index % EVERY === 0 || /^宪法/.test(path));
    expect(paths.length).toBeGreaterThan(100);
    const wrong: string[] = [];
    for (const path of paths) {
      const text = textOf(readFileSync(join(CORPUS, path), 'utf8'), path);
      if (text.clauses.length === 0) continue;
      const xml = writeAkn(text);
      const parsed = parseXml(xml, NAMESPACE);
      const read = readAkn(xml);
      if (!parsed.ok || checkAkn(parsed.value, true).length > 0 || !read.ok || !isDeepStrictEqual(read.value, text))
        wrong.push(path);
    }
    expect(wrong).toEqual([]);
  });
});
