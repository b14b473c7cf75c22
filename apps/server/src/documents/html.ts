import QRCode from 'qrcode';
import { type Block, dateLine, type OfficialDocument, printable } from './official-document.js';

const esc = (text: string): string =>
  printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const STYLE = `.od{box-sizing:border-box;width:210mm;min-height:297mm;margin:0 auto;padding:37mm 26mm 35mm 28mm;background:#fff;color:#000;font:16pt/29pt "FangSong_GB2312","仿宋_GB2312","FangSong","STFangsong","FZFangSong-Z02","方正仿宋_GBK","Noto Serif CJK SC",serif;line-break:strict;overflow-wrap:anywhere}
.od p{margin:0;text-align:justify;text-indent:2em}.od .organ{text-align:center;text-indent:0;color:#c00000;line-height:1.3;font-family:"FZXiaoBiaoSong-B05S","方正小标宋简体","STZhongsong","Noto Serif CJK SC",serif}
.od .no{text-align:center;text-indent:0;border-bottom:1.5pt solid #c00000;padding-bottom:4mm;margin:29pt 0 29pt}.od h1{margin:0 0 29pt;text-align:center;font:22pt/1.4 "FZXiaoBiaoSong-B05S","方正小标宋简体","STZhongsong","Noto Serif CJK SC",serif}
.od h2{margin:0;text-indent:2em;font:16pt/29pt "黑体","SimHei","Noto Sans CJK SC",sans-serif}.od .to{text-indent:0}.od table{width:100%;border-collapse:collapse;font-size:12pt;line-height:18pt}.od td,.od th{border:.5pt solid #000;padding:1mm 2mm;text-align:left;font-weight:400}
.od .sign{margin:58pt 4em 0 0;text-align:right;text-indent:0}.od .sign span{display:inline-block;text-align:center}.od .seal{color:#767676;font-size:12pt}.od .verify{display:flex;gap:4mm;align-items:center;margin-top:12mm;font-size:9pt;line-height:13pt;text-indent:0}.od .verify svg{width:22mm;height:22mm}
.od .draft{margin-top:12mm;color:#767676;font-size:10.5pt;text-indent:0}@media screen and (max-width:794px){.od{width:auto;min-height:0;padding:6vw;font-size:4vw;line-height:1.8}.od h1{font-size:5.4vw}.od h2{font-size:4vw}}@page{size:A4;margin:0}`;

/** The A4 page for the screen: the same words in the same order as the file. */
export async function renderHtml(document: OfficialDocument): Promise<string> {
  const organSize = Math.min(36, Math.floor(430 / Math.max(10, [...document.organ].length)));
  const parts = [
    `<style>${STYLE}</style><article class="od" lang="zh-CN">`,
    `<p class="organ" style="font-size:${organSize}pt">${esc(document.organ)}</p>`,
    `<p class="no">${esc(document.number ?? '')}</p>`,
    `<h1>${esc(document.title)}</h1>`,
    document.to ? `<p class="to">${esc(document.to)}：</p>` : '',
    ...document.blocks.map(blockHtml),
    ...(document.attachments ?? []).map(
      (name, index) => `<p>${index === 0 ? '附件：' : '　　　'}${index + 1}. ${esc(name)}</p>`,
    ),
    ...(document.signatories ?? []).map((who) => `<p class="to">${esc(who)}（签名）：</p>`),
    document.signatories
      ? ''
      : `<p class="sign"><span><span class="seal">（印章）</span><br>${esc(document.sender)}<br>${dateLine(document)}</span></p>`,
    document.draft
      ? '<p class="draft">草稿，未签发</p>'
      : `<div class="verify">${await QRCode.toString(document.verification.url, { type: 'svg', margin: 0 })}<span>核验码 ${esc(document.verification.code)}<br>扫码或者在公众端“验文书”中核对真伪</span></div>`,
    '</article>',
  ];
  return parts.join('');
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text
        .split('\n')
        .map((text) => `<p>${esc(text)}</p>`)
        .join('');
    case 'heading':
      return `<h2>${esc(block.text)}</h2>`;
    case 'list':
      return block.items.map((item, index) => `<p>${index + 1}. ${esc(item)}</p>`).join('');
    case 'table': {
      const row = (cells: readonly string[], tag: string) =>
        `<tr>${cells.map((cell) => `<${tag}>${esc(cell)}</${tag}>`).join('')}</tr>`;
      return `<table><thead>${row(block.head, 'th')}</thead><tbody>${block.rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
    }
  }
}
