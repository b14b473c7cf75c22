import { plainDate } from '@fadu/kernel';
import JSZip from 'jszip';
import { expect, it } from 'vitest';
import { type OfficialDocument, renderDocx, renderHtml } from './index.js';

const sample: OfficialDocument = {
  organ: '样例市人民政府',
  number: '样政复受〔2024〕57号',
  title: '行政复议受理通知书',
  to: '样例<script>商贸有限公司',
  blocks: [
    { kind: 'paragraph', text: '你单位不服样例市市场监督管理局作出的行政处罚决定，本机关已收到申请。' },
    { kind: 'heading', level: 1, text: '一、受理' },
    { kind: 'table', head: ['序号', '名称'], rows: [['1', '现场照片']] },
  ],
  sender: '样例市人民政府',
  date: plainDate('2024-10-09'),
  verification: { code: 'FD-4T8W-63HC', url: 'http://127.0.0.1/portal/verify/FD-4T8W-63HC' },
};
const part = async (bytes: Buffer, name: string) => (await JSZip.loadAsync(bytes)).file(name)!.async('string');

it('gives the same bytes for the same document, so that its digest can be told again', async () => {
  expect((await renderDocx(sample)).equals(await renderDocx(sample))).toBe(true);
});

it('has the page of GB/T 9704: A4, 37/35/28/26 mm, 22 lines', async () => {
  const xml = await part(await renderDocx(sample), 'word/document.xml');
  expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
  expect(xml).toMatch(/w:top="2097"/);
  expect(xml).toMatch(/w:left="1587"/);
  expect(xml).toMatch(/w:linePitch="580"/);
  expect(xml).toContain('仿宋_GB2312');
  expect(xml).toContain('方正小标宋简体');
});

it('writes names with marks of code as text', async () => {
  expect(await part(await renderDocx(sample), 'word/document.xml')).toContain('样例&lt;script&gt;商贸');
  expect(await renderHtml(sample)).not.toContain('<script>');
});

it('drops characters that a file cannot hold, and keeps rare ones', async () => {
  const odd = { ...sample, to: `王\u0000\u{20BB7}\ud800` };
  const xml = await part(await renderDocx(odd), 'word/document.xml');
  expect(xml).toContain('王\u{20BB7}');
  expect(xml).not.toContain('\u0000');
});

it('numbers pages right on odd and left on even ones', async () => {
  const zip = await JSZip.loadAsync(await renderDocx(sample));
  const footers = await Promise.all(
    Object.keys(zip.files)
      .filter((name) => /footer\d\.xml$/.test(name))
      .map((name) => zip.file(name)!.async('string')),
  );
  expect(footers.filter((xml) => xml.includes('w:jc w:val="right"') && xml.includes('PAGE'))).toHaveLength(1);
  expect(footers.filter((xml) => xml.includes('w:jc w:val="left"') && xml.includes('PAGE'))).toHaveLength(1);
});

it('says the same on screen as in the file, and marks a draft', async () => {
  const html = await renderHtml(sample);
  for (const text of [sample.number!, sample.title, '现场照片', 'FD-4T8W-63HC', '2024年10月9日'])
    expect(html).toContain(text);
  expect(await renderHtml({ ...sample, draft: true })).toContain('草稿，未签发');
});
