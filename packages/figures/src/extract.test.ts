import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { extractText } from './extract.js';
import { joinPages } from './pdf-pages.js';
import { readFigures } from './read.js';
import { pdfOfPages } from './testing.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const SENTENCE = '2023年，全市司法行政机关受理行政复议案件60件，同比增长25%。';

/** A one-page PDF with the given content stream. */
function pdf(content: string, encrypt = false): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ...(encrypt
      ? [`<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`]
      : []),
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  body += `trailer << /Size ${objects.length + 1} /Root 1 0 R ${encrypt ? '/Encrypt 5 0 R /ID [<00><00>]' : ''} >>\nstartxref\n${xref}\n%%EOF`;
  return new TextEncoder().encode(body);
}

describe('extractText', () => {
  test('txt keeps offsets, UTF-8 and GB18030', async () => {
    for (const bytes of [utf8(SENTENCE), new Uint8Array(iconv.encode(SENTENCE, 'gb18030'))]) {
      const result = await extractText(bytes, 'a.txt');
      expect(result.ok && result.value.text).toBe(SENTENCE);
    }
  });

  test('html without furniture, with tables', async () => {
    const result = await extractText(
      utf8(
        `<html><head><style>p{font-size:12px}</style></head><body><script>var a=12;</script><p>受理行政<span>复议案件</span>60&nbsp;件</p><table><tr><th>指标</th><th>2022年</th><th>2023年</th></tr><tr><td><p>受理行政复议案件（件）</p></td><td>50</td><td>60</td></tr></table></body></html>`,
      ),
      'a.html',
    );
    expect(result.ok).toBe(true);
    if (result.ok)
      expect(readFigures(result.value.text).map(({ value, role }) => [value, role])).toEqual([
        [60, 'level'],
        [50, 'previous'],
        [60, 'level'],
      ]);
  });

  test('docx', async () => {
    const document = new Document({
      sections: [
        {
          children: [
            new Paragraph(SENTENCE),
            new Table({
              rows: [
                ['指标', '2023年'],
                ['公证案件（件）', '12'],
              ].map(
                (cells) =>
                  new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) }),
              ),
            }),
          ],
        },
      ],
    });
    const result = await extractText(new Uint8Array(await Packer.toBuffer(document)), 'a.docx');
    expect(result.ok).toBe(true);
    if (result.ok) expect(readFigures(result.value.text).map(({ value }) => value)).toEqual([60, 25, 12]);
  });

  test.each([
    ['scanned pdf', pdf('0 0 m 100 100 l S'), 'a.pdf', 'figures.scanned'],
    ['password pdf', pdf('0 0 m', true), 'a.pdf', 'figures.password'],
    ['broken docx', utf8('not a zip'), 'a.docx', 'figures.broken'],
    ['broken zip', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), 'a.docx', 'figures.broken'],
    ['binary', new Uint8Array(2000).map((_, index) => (index * 37) % 256), 'a.txt', 'figures.binary'],
    ['empty', new Uint8Array(), 'a.txt', 'figures.empty'],
  ])('%s is refused in words', async (_name, bytes, file, code) => {
    const result = await extractText(bytes, file);
    expect(result.ok ? 'read' : result.error.code).toBe(code);
    if (!result.ok) expect(result.error.message).toMatch(/^不能读取：.+。可以.+。$/);
  });

  test('pages that are all alike are read, and not taken for a scan', async () => {
    const pages = Array.from({ length: 12 }, (_, at) => `受理行政复议案件${at + 10}件，办结${at + 5}件。`);
    const read = await extractText(new Uint8Array(pdfOfPages(pages)), 'a.pdf');
    expect(read.ok && read.value.text.split('\n')).toEqual(pages);
  });

  test('a .docx that would unpack to gigabytes is refused before it is unpacked', async () => {
    const document = new Document({ sections: [{ children: [new Paragraph('全年办结行政复议案件120件。')] }] });
    const bytes = new Uint8Array(await Packer.toBuffer(document));
    expect((await extractText(bytes, 'a.docx')).ok).toBe(true);
    // The size of the first entry as the directory declares it.
    const at = Buffer.from(bytes).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(at + 24, 3_000_000_000, true);
    const result = await extractText(bytes, 'a.docx');
    expect(result.ok ? 'read' : result.error.code).toBe('figures.too_large');
  });

  test('lines of two encodings in one file are read line by line, and it is said', async () => {
    const first = utf8('全市受理法治政府建设行政复议案件60件。\n');
    const second = new Uint8Array(iconv.encode('办理司法行政法律援助案件120件。\n', 'gb18030'));
    const result = await extractText(new Uint8Array([...first, ...second]), 'a.txt');
    expect(result.ok && readFigures(result.value.text).map(({ value }) => value)).toEqual([60, 120]);
    expect(result.ok && result.value.notes).toEqual(['文件混用两种编码，已逐行辨认，请对照原文']);
  });

  test('radicals that a browser writes into a PDF are the characters they stand for', () => {
    const text = '⾏政复议机关受理案件1203件，法律援助⼈员⻓期服务⼆⼗三个乡镇。';
    const figures = readFigures(text);
    expect(figures.map(({ text: own, value }) => [own, value])).toEqual([
      ['1203件', 1203],
      ['⼆⼗三个', 23],
    ]);
    expect(text.slice(figures[1]!.start, figures[1]!.end)).toBe('⼆⼗三个');
  });

  test('running titles and page numbers leave the pages of a PDF', () => {
    const bodies = ['受理案件1\n00件。', '审结96件，', '化解纠纷35件。', '共召开会议\n4次。'];
    const pages = bodies.map((body, page) => `样例市法治政府建设年度报告\n${body}\n第 ${page + 1} 页 共 4 页`);
    expect(joinPages(pages)).toBe(bodies.join('\n'));
  });

  test('two pages under one running title, and a justified line', () => {
    expect(
      joinPages([
        '示范市2024年报告\n— 1 —\n全 年 查 处 案 件 1,037 件 ， 罚 款 2.4 万 元 ， 受\n',
        '示范市2024年报告\n— 2 —\n援3,340人次。',
      ]),
    ).toBe('全年查处案件1,037件，罚款2.4万元，受\n援3,340人次。');
  });

  test('cells without their heading are left out', () => {
    expect(readFigures('（件）\n6,120 5,488 -10.3%\n不予处罚\n212 467 120.3%\n')).toEqual([]);
  });

  test('a PDF of several pages says where each begins, and how far it has got', async () => {
    const told: string[] = [];
    const result = await extractText(
      pdfOfPages(['受理法治政府建设案件60件。', '办结案件58件。']),
      'a.pdf',
      (done, total) => {
        told.push(`${done}/${total}`);
      },
    );
    expect(told).toEqual(['1/2', '2/2']);
    expect(result.ok && result.value.pages?.map((at) => result.value.text.slice(at, at + 2))).toEqual(['受理', '办结']);
  });

  test('not a report, and a number of forty digits, are said', async () => {
    const result = await extractText(
      utf8(`今天天气很好，我们一起去公园散步，看见了许多花和树木，编号${'1'.repeat(40)}。`),
      'a.txt',
    );
    expect(result.ok && result.value.notes).toHaveLength(2);
  });
});

describe('tables of pages', () => {
  const read = async (table: string) => {
    const result = await extractText(utf8(`<html><body><p>法治政府建设情况见表。</p>${table}</body></html>`), 'a.html');
    return result.ok
      ? readFigures(result.value.text).map(({ value, role, indicator, refers_to }) => [
          value,
          role,
          indicator,
          refers_to,
        ])
      : [];
  };

  test('a year over two columns stands over both', async () => {
    expect(
      await read(
        '<table><tr><th rowspan="2">单位</th><th colspan="2">2023年</th><th colspan="2">2024年</th></tr><tr><th>受理行政复议案件（件）</th><th>审结行政复议案件（件）</th><th>受理行政复议案件（件）</th><th>审结行政复议案件（件）</th></tr><tr><td>样例县</td><td>110</td><td>102</td><td>130</td><td>121</td></tr></table>',
      ),
    ).toEqual([
      [110, 'previous', 'reconsideration.accepted', 2],
      [102, 'previous', 'reconsideration.concluded', 3],
      [130, 'level', 'reconsideration.accepted', null],
      [121, 'level', 'reconsideration.concluded', null],
    ]);
  });

  test('a field before several rows leaves them their own names, and a merged number is counted once', async () => {
    expect(
      await read(
        '<table><tr><td>领域</td><td>指标</td><td>2023年</td><td>2024年</td></tr><tr><td rowspan="2">法律服务</td><td>办理公证事项（件）</td><td>4120</td><td>4688</td></tr><tr><td>受理法律援助案件（件）</td><td>1210</td><td rowspan="2">1330</td></tr></table>',
      ),
    ).toEqual([
      [4120, 'previous', 'notary.cases', 1],
      [4688, 'level', 'notary.cases', null],
      [1210, 'previous', 'legal_aid.accepted', 3],
      [1330, 'level', 'legal_aid.accepted', null],
    ]);
  });

  test('a row of numbers under headings that all count', async () => {
    expect(
      await read(
        '<table><tr><td>收到行政复议申请（件）</td><td>受理行政复议案件（件）</td><td>审结行政复议案件（件）</td></tr><tr><td>120</td><td>101</td><td>96</td></tr></table>',
      ),
    ).toEqual([
      [120, 'level', 'reconsideration.received', null],
      [101, 'level', 'reconsideration.accepted', null],
      [96, 'level', 'reconsideration.concluded', null],
    ]);
  });
});
