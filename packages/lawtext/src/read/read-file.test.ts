import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { parseLaw } from '../parse/parse.js';
import { readLawFile } from './read-file.js';

const TEXT = '某市园林条例\n第一条 本条例应当由市人民政府和有关行政单位执行。\n第二条 本条例自2020年1月1日起施行。';

describe('reading a file', () => {
  it.each(['utf8', 'gb18030'])('reads %s', async (encoding) => {
    expect(await readLawFile(iconv.encode(TEXT, encoding), 'a.txt')).toMatchObject({ ok: true, value: { text: TEXT } });
  });
  it.each([
    ['UTF-16LE', iconv.encode(TEXT, 'utf-16le')],
    ['Shift_JIS', iconv.encode('第一条 日本国の象徴であつて、この地位は日本国民の総意に基く。', 'shift_jis')],
    ['EUC-KR', iconv.encode('제1조 모든 권력은 국민으로부터 나온다.', 'euc-kr')],
    ['windows-1251', iconv.encode('Статья 1. Настоящий закон вступает в силу.', 'windows-1251')],
    ['ISO-8859-1', iconv.encode('Article premier. La forêt est protégée.', 'latin1')],
    ['Big5', iconv.encode('某市園林條例\n第一條 本條例應當由市人民政府執行，關於國家規定的一切。', 'big5')],
  ])('refuses %s by name', async (name, bytes) => {
    const read = await readLawFile(bytes, 'a.txt');
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.error.message).toContain(name);
  });
  it('refuses a page of elements that never close, which would keep the reader busy for ever', async () => {
    const page = new TextEncoder().encode(`<html><body>${'<div>'.repeat(100_000)}${TEXT}`);
    expect(await readLawFile(page, 'a.html')).toMatchObject({ ok: false, error: { code: 'lawtext.nested' } });
  });
  it.each([
    ['empty', new Uint8Array()],
    ['binary', Uint8Array.from([0, 0, 0, 0, 1, 2, 3, 0, 9, 0, 0])],
  ])('refuses a file that is %s', async (code, bytes) => {
    expect(await readLawFile(bytes, 'a.txt')).toMatchObject({ ok: false, error: { code: `lawtext.${code}` } });
  });
  it.each([
    ['PDF', '%PDF-1.4\n1 0 obj'],
    ['RTF', '{\\rtf1\\ansi}'],
    ['旧版 Word', '\xd0\xcf\x11\xe0\xa1\xb1'],
  ])('refuses a %s file and says what can be done', async (name, start) => {
    const read = await readLawFile(Buffer.from(start, 'latin1'), 'a.txt');
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.error.message).toMatch(new RegExp(`${name}.*可以`));
  });
  it.each([
    ['a byte order mark', `\ufeff${TEXT}`],
    ['CR LF', TEXT.replaceAll('\n', '\r\n')],
  ])('reads a text with %s as it is', async (_, text) => {
    const read = await readLawFile(Buffer.from(text), 'a.txt');
    expect(read.ok && [read.value.text, parseLaw(read.value.text).counts.articles]).toEqual([text, 2]);
  });
  it('reads a row of a table as one line that belongs to no paragraph', async () => {
    const html =
      '<html><body><p>第一条 税率如下表。</p><table><tr><td><p>甲</p></td><td>乙</td></tr></table></body></html>';
    const read = await readLawFile(Buffer.from(html), 'a.html');
    expect(read.ok && [read.value.text, parseLaw(read.value.text).units]).toEqual([
      '第一条 税率如下表。\n| 甲 | 乙 |',
      [['1', 1, 0, 0]],
    ]);
  });
  it('reads a page by its blocks', async () => {
    const html =
      '<html><head><title>x</title></head><body><nav>首页</nav><h1>某市园林条例</h1><div>（2020年1月2日某市人民代表大会通过）</div><p>第一条 甲：<br>（一）乙；</p><p>（二）丙。</p></body></html>';
    const read = await readLawFile(Buffer.from(html), 'a.html');
    expect(read.ok && parseLaw(read.value.text)).toMatchObject({
      title: '某市园林条例',
      units: [['1', 1, 2, 0]],
      promulgation_date: '2020-01-02',
    });
  });
});
