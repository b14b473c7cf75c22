import QRCode from 'qrcode';
import { STYLE } from './html-style.js';
import { widthOf } from './measures.js';
import {
  attachmentLines,
  type Block,
  dateLine,
  escapeText,
  hasSeal,
  type OfficialDocument,
  titleLines,
} from './official-document.js';
import { columnShares } from './tables.js';

const line = (text: string, className = ''): string =>
  `<p${className === '' ? '' : ` class="${className}"`}>${escapeText(text)}</p>`;

/** The A4 page for the screen: the same words in the same order as the file. */
export async function renderHtml(document: OfficialDocument): Promise<string> {
  const { form, to } = document;
  const parts = [
    `<style>${STYLE}</style><article class="od" lang="zh-CN">`,
    document.draft ? '<p class="draft">草稿，未签发</p>' : await verification(document),
    ...(form === 'letter' ? redHead(document) : []),
    `<h1>${titleLines(document).map(escapeText).join('<br>')}</h1>`,
    form !== 'letter' && document.number ? line(document.number, 'no') : '',
    to && form !== 'statement' ? line(`${to}：`, 'to') : '',
    ...document.blocks.map(blockHtml),
    to && form === 'statement' ? `<p>此致</p>${line(to, 'to')}` : '',
    ...attachmentLines(document.attachments ?? []).map(
      ({ lead, text }, index) =>
        `<p class="att${index === 0 ? ' first' : ''}">${lead}<span>${escapeText(text)}</span></p>`,
    ),
    ...(document.signatories ?? []).map((who) => `${line(`${who}（签名）：`, 'by')}<p class="on">年　　月　　日</p>`),
    hasSeal(document)
      ? `<p class="sign"><span><i class="seal" aria-hidden="true"></i>${escapeText(document.sender)}<br>${dateLine(document)}</span></p>`
      : '',
    document.note ? line(`（${document.note}）`) : '',
    form === 'letter' ? colophon(document) : '',
    '</article>',
  ];
  return parts.join('');
}

const redHead = (document: OfficialDocument): string[] => {
  const points = Math.min(50, Math.floor(442 / Math.max(7, widthOf(document.organ))));
  return [
    `<p class="organ" style="--size:${points}">${escapeText(document.organ)}</p>`,
    line(document.number ?? '', 'no ruled'),
  ];
};

const verification = async (document: OfficialDocument): Promise<string> =>
  `<div class="verify"><span>核验码 ${escapeText(document.verification.code)}<br>扫码核对文书真伪</span>${await QRCode.toString(document.verification.url, { type: 'svg', margin: 0 })}</div>`;

const colophon = (document: OfficialDocument): string =>
  `<footer class="colophon">${document.copyTo?.length ? line(`抄送：${document.copyTo.join('，')}。`, 'copy') : ''}<p><span>${escapeText(document.sender)}</span><span>${dateLine(document)}印发</span></p></footer>`;

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text
        .split('\n')
        .map((text) => line(text))
        .join('');
    case 'heading':
      return `<h${block.level + 1}>${escapeText(block.text)}</h${block.level + 1}>`;
    case 'list':
      return block.items.map((item, index) => line(`${index + 1}. ${item}`)).join('');
    case 'table': {
      const columns = columnShares(block.head, block.rows)
        .map((share) => `<col style="width:${(share * 100).toFixed(1)}%">`)
        .join('');
      const row = (cells: readonly string[], tag: string) =>
        `<tr>${cells.map((text) => `<${tag}>${escapeText(text)}</${tag}>`).join('')}</tr>`;
      return `<table><colgroup>${columns}</colgroup><thead>${row(block.head, 'th')}</thead><tbody>${block.rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
    }
    case 'sheet':
      return `<table class="sheet"><colgroup><col style="width:19%"><col style="width:31%"><col style="width:19%"><col style="width:31%"></colgroup><tbody>${block.rows
        .map(
          (pairs) =>
            `<tr>${pairs.map(([label, value]) => `<th scope="row">${escapeText(label)}</th><td${pairs.length === 1 ? ' colspan="3"' : ''}>${escapeText(value)}</td>`).join('')}</tr>`,
        )
        .join('')}</tbody></table>`;
  }
}
