import { createHash } from 'node:crypto';
import { plainDate } from '@fadu/kernel';
import JSZip from 'jszip';
import { expect, it } from 'vitest';
import { type OfficialDocument, renderDocx, renderHtml } from './index.js';

const sample: OfficialDocument = {
  layout: 1,
  form: 'writ',
  organ: '样例市人民政府',
  number: '样政复受〔2024〕57号',
  title: '行政复议受理通知书',
  to: '样例<script>商贸有限公司',
  blocks: [
    { kind: 'paragraph', text: '你单位不服样例市市场监督管理局作出的行政处罚决定，本机关已收到申请。' },
    { kind: 'heading', level: 1, text: '一、受理' },
    { kind: 'heading', level: 2, text: '（一）程序' },
    { kind: 'table', head: ['序号', '名称'], rows: [['1', '现场照片']] },
    {
      kind: 'sheet',
      rows: [
        [['受送达人', '样例商贸有限公司']],
        [
          ['送达方式', '直接送达'],
          ['送达日期', '2024年10月9日'],
        ],
      ],
    },
  ],
  sender: '样例市人民政府',
  date: plainDate('2024-10-09'),
  verification: { code: 'FD-4T8W-63HC', url: 'http://127.0.0.1/portal/verify/FD-4T8W-63HC' },
};
const official: OfficialDocument = {
  ...sample,
  form: 'official',
  title: '关于移送案件的函',
  copyTo: ['样例市司法局'],
  attachments: ['案卷目录', '材料清单'],
  note: '联系人：赵样例',
};
const part = async (document: OfficialDocument, name: string) =>
  (await JSZip.loadAsync(renderDocx(document))).file(`word/${name}.xml`)!.async('string');
/** The paragraph that holds the words, as it stands in the file. */
const around = (xml: string, words: string): string =>
  xml.match(/<w:p>.*?<\/w:p>/gs)!.find((paragraph) => paragraph.includes(words))!;
const mm = (twips: string | undefined): number => (Number(twips) * 25.4) / 1440;

it('gives the same bytes for the same document, so that its digest can be told again', async () => {
  expect(renderDocx(sample).equals(await renderDocx(sample))).toBe(true);
  const stored = JSON.parse(JSON.stringify(official)) as OfficialDocument;
  expect(renderDocx(stored).equals(await renderDocx(official))).toBe(true);
});

it('keeps layout 1 for ever: a change of a byte needs a new layout, or issued documents no longer verify', async () => {
  const digest = createHash('sm3').update(renderDocx(official)).digest('hex');
  expect(digest).toMatchInlineSnapshot(`"0f9dd7131d31533ad2d2d38ac4d1fa14ba5fd53dd6c36e33c91aae207f53e5ff"`);
});

it('has the page of GB/T 9704 5.2: A4, 37/35/28/26 mm, 22 lines of 28 characters', async () => {
  const xml = await part(sample, 'document');
  expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
  const margin = /<w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/.exec(xml)!;
  const [top, right, bottom, left] = margin.slice(1).map((twips) => Number(mm(twips).toFixed(1)));
  expect([top, right, bottom, left]).toEqual([37, 26, 35, 28]);
  expect(210 - left! - right!).toBe(156);
  expect(297 - top! - bottom!).toBe(225);
  const grid = /<w:docGrid w:type="linesAndChars" w:linePitch="(\d+)" w:charSpace="(-\d+)"\/>/.exec(xml)!;
  expect(Math.floor(225 / mm(grid[1]))).toBe(22);
  const character = 16 + Number(grid[2]) / 4096;
  expect(Math.floor((156 / 25.4) * 72 * (1 / character))).toBe(28);
});

it('has 仿宋 16 pt for the text, 小标宋 22 pt for the title, 黑体 and 楷体 for the first two levels, with stand-ins', async () => {
  const styles = await part(sample, 'styles');
  const styleOf = (id: string) => new RegExp(`w:styleId="${id}">.*?</w:style>`, 's').exec(styles)![0];
  for (const [id, face, size] of [
    ['Normal', '仿宋_GB2312', 32],
    ['PaperTitle', '方正小标宋简体', 44],
    ['Heading1', '黑体', 32],
    ['Heading2', '楷体_GB2312', 32],
    ['Heading3', '仿宋_GB2312', 32],
  ]) {
    expect(styleOf(String(id))).toContain(`w:eastAsia="${face}"`);
    expect(styleOf(String(id))).toContain(`<w:sz w:val="${size}"/>`);
  }
  expect(styleOf('Body')).toContain('w:firstLineChars="200"');
  expect(await part(sample, 'fontTable')).toMatch(/w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong/);
});

it('a writ bears the organ above its title and no red; the number stands below, centred', async () => {
  const xml = await part(sample, 'document');
  expect(xml).not.toContain('C00000');
  expect(xml.indexOf('样例市人民政府')).toBeLessThan(xml.indexOf('行政复议受理通知书'));
  expect(xml.indexOf('行政复议受理通知书')).toBeLessThan(xml.indexOf('样政复受〔2024〕57号'));
  expect(around(xml, '样政复受〔2024〕57号')).toContain('PaperNumber');
});

it('an official paper bears the red mark 35 mm down, the number, a red rule, and 版记 at the foot', async () => {
  const xml = await part(official, 'document');
  expect(mm(/<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="(\d+)"/.exec(xml)![1])).toBeCloseTo(35, 1);
  expect(around(xml, '样例市人民政府')).toContain('<w:color w:val="C00000"/>');
  expect(around(xml, '样政复受〔2024〕57号')).toMatch(/<w:pBdr><w:bottom w:val="single".*?C00000/);
  expect(xml).toContain('抄送：样例市司法局。');
  expect(xml).toContain('2024年10月9日印发');
  expect(xml).toMatch(/<wp:positionV relativeFrom="margin"><wp:align>bottom/);
  expect(xml).toContain('（联系人：赵样例）');
});

it('a letter has its mark and double rules of 170 mm in the margins, the number right, no number on page 1', async () => {
  const letter: OfficialDocument = { ...official, form: 'letter' };
  const header = await part(letter, 'header3');
  expect(around(header, '样例市人民政府')).toMatch(/thickThinSmallGap.*w:left="-397" w:right="-397"/);
  const footer = await part(letter, 'footer3');
  expect(footer).toContain('thinThickSmallGap');
  expect(footer).not.toContain('PAGE');
  const xml = await part(letter, 'document');
  expect(mm(/w:footer="(\d+)"/.exec(xml)![1])).toBeCloseTo(20, 1);
  expect(around(xml, '样政复受〔2024〕57号')).toContain('<w:jc w:val="right"/>');
  expect(xml).not.toContain('印发');
});

it('signs with the date four characters from the right, the name centred above it, and room for the seal', async () => {
  const xml = await part(sample, 'document');
  const date = xml.match(/<w:p>.*?<\/w:p>/gs)!.findLast((one) => one.includes('2024年10月9日'))!;
  expect(date).toMatch(/w:rightChars="400"/);
  const name = around(xml, 'w:name="seal"');
  // 样例市人民政府 takes 7 characters, the date 7.75: the name ends 0.375 further in.
  expect(name).toMatch(/w:rightChars="438"/);
  expect(name).toContain('<w:keepNext/>');
  const wide = await part({ ...sample, sender: '样例省样例自治州样例自治县人民政府行政复议办公室' }, 'document');
  expect(around(wide, 'w:name="seal"')).toMatch(/w:rightChars="0"/);
});

it('numbers attachments only when there are several, and ends them without a mark', async () => {
  const xml = await part(official, 'document');
  expect(xml).toContain('附件：1. 案卷目录</w:t>');
  expect(xml).toContain('2. 材料清单</w:t>');
  expect(await part({ ...official, attachments: ['案卷目录'] }, 'document')).toContain('附件：案卷目录</w:t>');
});

it('numbers pages in size 4 宋体 between dashes, odd right and even left, below the type area', async () => {
  const [odd, even] = [await part(sample, 'footer1'), await part(sample, 'footer2')];
  for (const [xml, side] of [
    [odd, 'right'],
    [even, 'left'],
  ] as const) {
    expect(xml).toContain(`<w:jc w:val="${side}"/>`);
    expect(xml).toMatch(/宋体.*<w:sz w:val="28"\/>.*— .* PAGE .* —/s);
  }
  expect(await part(sample, 'settings')).toContain('<w:evenAndOddHeaders/>');
  // Type area ends 35 mm above the edge; a line of 400 twips whose foot is 24.8 mm above the edge has its middle 7 mm below.
  const foot = mm(/w:footer="(\d+)"/.exec(await part(sample, 'document'))![1]);
  expect(35 - foot - mm('400') / 2).toBeCloseTo(6.7, 1);
});

it('repeats the head of a table on every page and keeps ordinary rows whole', async () => {
  const rows = Array.from({ length: 80 }, (_, index) => [String(index + 1), '样例证据']);
  const xml = await part({ ...sample, blocks: [{ kind: 'table', head: ['序号', '名称'], rows }] }, 'document');
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(81);
});

it('writes names with marks of code as text', async () => {
  expect(await part(sample, 'document')).toContain('样例&lt;script&gt;商贸');
  const html = await renderHtml({ ...sample, sender: '"><img src=x onerror=alert(1)>', note: '<b>' });
  expect(html).not.toMatch(/<script|<img|<b>/);
});

it('drops characters that a file cannot hold, and keeps rare ones', async () => {
  const odd = { ...sample, to: `王\u0000\u{20BB7}\u{30EDE}\ud800` };
  const xml = await part(odd, 'document');
  expect(xml).toContain('王\u{20BB7}\u{30EDE}\ufffd');
  expect(xml).not.toContain('\u0000');
  expect(await renderHtml(odd)).toContain('\u{20BB7}\u{30EDE}');
});

it('bears code and QR above the first page, a draft neither', async () => {
  const zip = await JSZip.loadAsync(renderDocx(sample));
  expect(await zip.file('word/header3.xml')!.async('string')).toContain('核验码 FD-4T8W-63HC');
  const png = await zip.file('word/media/qr.png')!.async('nodebuffer');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  const draft = await JSZip.loadAsync(renderDocx({ ...sample, draft: true }));
  expect(draft.file('word/media/qr.png')).toBeNull();
  expect(await draft.file('word/header3.xml')!.async('string')).toContain('草稿，未签发');
});

it('says the same on screen as in the file, and marks a draft', async () => {
  const html = await renderHtml(official);
  for (const words of [
    official.number!,
    official.title,
    '现场照片',
    'FD-4T8W-63HC',
    '2024年10月9日',
    '受送达人',
    '案卷目录',
    '抄送：样例市司法局。',
  ])
    expect(html).toContain(words);
  const draft = await renderHtml({ ...official, draft: true });
  expect(draft).toContain('草稿，未签发');
  expect(draft).not.toContain('FD-4T8W-63HC');
});
