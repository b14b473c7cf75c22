import { chineseDate } from '@fadu/kernel';
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
    ...(form === 'letter' || form === 'official' ? redHead(document) : []),
    `<h1>${titleLines(document).map(escapeText).join('<br>')}</h1>`,
    form !== 'letter' && form !== 'official' && document.number ? line(document.number, 'no') : '',
    to && form !== 'statement' ? line(`${to}：`, 'to') : '',
    ...document.blocks.map(blockHtml),
    to && form === 'statement' ? `<p>此致</p>${line(to, 'to')}` : '',
    ...attachmentLines(document.attachments ?? []).map(
      ({ lead, text }, index) =>
        `<p class="att${index === 0 ? ' first' : ''}">${lead}<span>${escapeText(text)}</span></p>`,
    ),
    ...(document.signatories ?? []).map(
      (who, index) =>
        `<p class="by${index === 0 ? ' first' : ''}"><span>${escapeText(who)}（签名）：</span><span>年　　月　　日</span></p>`,
    ),
    hasSeal(document)
      ? `<p class="sign"><span><i class="seal" aria-hidden="true"></i>${escapeText(document.sender)}<br>${dateLine(document)}</span></p>`
      : '',
    document.note ? line(`（${document.note}）`) : '',
    colophon(document),
    '</article>',
  ];
  return parts.join('');
}

function redHead({ form, organ, number }: OfficialDocument): string[] {
  const points = Math.min(form === 'letter' ? 36 : 50, Math.floor(442 / Math.max(7, widthOf(organ))));
  const mark = `<p class="organ ${form}" style="--size:${points}">${escapeText(organ)}</p>`;
  return [mark, line(number ?? '', form === 'letter' ? 'no right' : 'no ruled')];
}

const verification = async (document: OfficialDocument): Promise<string> =>
  `<div class="verify"><span>核验码 ${escapeText(document.verification.code)}<br>扫码核对文书真伪</span>${await QRCode.toString(document.verification.url, { type: 'svg', margin: 0 })}</div>`;

function colophon({ form, copyTo, sender, date }: OfficialDocument): string {
  const copies = copyTo?.length ? line(`抄送：${copyTo.join('，')}。`, 'copy') : '';
  const printed =
    form === 'official' ? `<p><span>${escapeText(sender)}</span><span>${chineseDate(date)}印发</span></p>` : '';
  if ((form !== 'letter' && form !== 'official') || copies + printed === '') return '';
  return `<footer class="colophon ${form}">${copies}${printed}</footer>`;
}

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
