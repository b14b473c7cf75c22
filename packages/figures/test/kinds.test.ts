import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Document, Footer, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { extractText } from '../src/extract.js';
import { readFigures } from '../src/read.js';

const text = readFileSync(fileURLToPath(new URL('reports/sample-transport-bureau.txt', import.meta.url)), 'utf8');

type Block = string | string[][];

/** Paragraphs, and the rows between bars as tables. */
const blocks: Block[] = [];
for (const line of text.split('\n').map((one) => one.trim())) {
  if (line === '' || /^\|[\s|-]+$/.test(line)) continue;
  const last = blocks.at(-1);
  if (!line.startsWith('|')) blocks.push(line);
  else {
    const cells = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim());
    if (Array.isArray(last)) last.push(cells);
    else blocks.push([cells]);
  }
}

const BODY = blocks
  .map((block) =>
    typeof block === 'string'
      ? `<p>${block.replace(/(\d+)/, '<span lang="EN-US">$1</span>')}</p>`
      : `<table>${block.map((row) => `<tr>${row.map((cell) => `<td><p>${cell}</p></td>`).join('')}</tr>`).join('')}</table>`,
  )
  .join('\n');

const PAGE = `<!DOCTYPE html><html><head><title>报告</title><style>p{text-indent:2em;line-height:28px}</style></head><body>
<div><ul><li><a>首页</a></li><li><a>政务公开</a></li></ul><div>今天是2025年3月28日 星期五 气温3~12℃ 网站支持IPv6</div></div>
<table><tr><td>索 引 号</td><td>112200001/2025-00123</td><td>成文日期</td><td>2025年03月28日</td></tr></table>
<div>来源：办公室 时间：2025-03-28 09:15 浏览次数：<span>3516</span> 字体：[大 中 小]</div>
<div>${BODY}</div><div>分享到： 微信 微博 0</div>
<div><p>地址：示范市样例大街100号 邮编：100000</p><p>网站标识码：1100000001 电话：010-12345678</p><p>您是第 1234567 位访问者</p></div>
</body></html>`;

async function figuresOf(bytes: Uint8Array, name: string): Promise<readonly unknown[]> {
  const result = await extractText(bytes, name);
  if (!result.ok) throw new Error(result.error.message);
  return readFigures(result.value.text).map(({ value, unit, approx, role, indicator }) => [
    value,
    unit,
    approx,
    role,
    indicator,
  ]);
}

/** One report, whatever it comes in: the same figures. */
describe('kinds of file', () => {
  const wanted = readFigures(text).map(({ value, unit, approx, role, indicator }) => [
    value,
    unit,
    approx,
    role,
    indicator,
  ]);

  test.each([
    ['page of a site, UTF-8', new TextEncoder().encode(PAGE), 'a.html'],
    ['page of a site, GB18030', new Uint8Array(iconv.encode(PAGE, 'gb18030')), 'a.html'],
    [
      'text whose lines are of two encodings',
      new Uint8Array(
        Buffer.concat(
          text
            .split('\n')
            .map((line, index) =>
              Buffer.concat([index % 2 === 0 ? Buffer.from(line) : iconv.encode(line, 'gb18030'), Buffer.from('\n')]),
            ),
        ),
      ),
      'a.txt',
    ],
  ])('%s', async (_name, bytes, name) => {
    expect(await figuresOf(bytes, name)).toEqual(wanted);
  });

  test('.docx with tables, a running title and page numbers', async () => {
    const document = new Document({
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('示范市2024年报告')] }) },
          footers: { default: new Footer({ children: [new Paragraph('— 3 —')] }) },
          children: blocks.map((block) =>
            typeof block === 'string'
              ? new Paragraph({ children: block.split(/(?=\d)/).map((piece) => new TextRun(piece)) })
              : new Table({
                  rows: block.map(
                    (row) =>
                      new TableRow({
                        children: row.map((cell) => new TableCell({ children: [new Paragraph(cell)] })),
                      }),
                  ),
                }),
          ),
        },
      ],
    });
    expect(await figuresOf(new Uint8Array(await Packer.toBuffer(document)), 'a.docx')).toEqual(wanted);
  });
});
