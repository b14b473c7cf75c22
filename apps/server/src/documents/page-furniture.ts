import { LETTER, QR_MM, SIZE, TYPE_AREA, widthOf } from './measures.js';
import type { OfficialDocument } from './official-document.js';
import { paragraph, run } from './paragraphs.js';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const DRAWING =
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';

/**
 * 7.5: size 4, half-width 宋体, one dash at each side; odd pages right, even pages left, one character in.
 * @param above the edge of the paper, where the footer's own place is lower (letters).
 */
export function footerXml(side: 'right' | 'left', above = 0): string {
  const props = `<w:rPr><w:rFonts w:ascii="宋体" w:eastAsia="宋体" w:hAnsi="宋体" w:cs="宋体"/><w:sz w:val="${SIZE.small}"/><w:szCs w:val="${SIZE.small}"/></w:rPr>`;
  const one = (content: string) => `<w:r>${props}${content}</w:r>`;
  const field = [
    one('<w:t xml:space="preserve">— </w:t>'),
    one('<w:fldChar w:fldCharType="begin"/>'),
    one('<w:instrText xml:space="preserve"> PAGE </w:instrText>'),
    one('<w:fldChar w:fldCharType="separate"/>'),
    one('<w:t>1</w:t>'),
    one('<w:fldChar w:fldCharType="end"/>'),
    one('<w:t xml:space="preserve"> —</w:t>'),
  ].join('');
  return `<w:ftr ${W}><w:p><w:pPr><w:spacing w:before="0" w:after="${above}" w:line="400" w:lineRule="exact"/><w:ind w:${side}="${SIZE.small * 10}"/><w:jc w:val="${side}"/></w:pPr>${field}</w:p></w:ftr>`;
}

const rule = (side: 'top' | 'bottom', kind: string, space: number): string =>
  `<w:pBdr><w:${side} w:val="${kind}" w:sz="24" w:space="${space}" w:color="C00000"/></w:pBdr>`;
const OVER = `<w:ind w:left="-${LETTER.over}" w:right="-${LETTER.over}"/>`;

/** 10.1: mark of a letter, its upper edge 30 mm from the edge of the paper, and the double rule 4 mm below it. */
function letterMark(organ: string): string {
  const points = Math.min(36, Math.floor(TYPE_AREA / 20 / Math.max(7, widthOf(organ))));
  return `<w:p><w:pPr>${rule('bottom', 'thickThinSmallGap', 7)}<w:spacing w:before="${LETTER.before}" w:after="0" w:line="${points * 20}" w:lineRule="exact"/>${OVER}<w:jc w:val="center"/></w:pPr>${run(organ, { face: 'song', size: points * 2, color: 'C00000' })}</w:p>`;
}

/** 10.1: the first page of a letter ends with a double rule and bears no number. */
export const LETTER_FOOTER = `<w:ftr ${W}><w:p><w:pPr>${rule('bottom', 'thinThickSmallGap', 0)}<w:spacing w:before="0" w:after="0" w:line="60" w:lineRule="exact"/>${OVER}</w:pPr></w:p></w:ftr>`;

/**
 * Upper margin of the first page: the verification code and its QR at the right, or the mark of a draft. Nothing of the
 * standard stands there, so neither grid nor pages move.
 */
export function headerXml(document: OfficialDocument): string {
  const { draft, verification } = document;
  const emu = QR_MM * 36000;
  const picture = `<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${emu}" cy="${emu}"/><wp:docPr id="1" name="核验二维码" descr="核验二维码 ${verification.code}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="核验二维码"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${emu}" cy="${emu}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`;
  const wide = Math.round((QR_MM + 1) * 56.7);
  const right = (content: string) =>
    `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="right"/></w:pPr>${content}</w:p>`;
  const words = draft
    ? right(run('草稿，未签发', { face: 'hei', size: SIZE.table, color: '767676' }))
    : [`核验码 ${verification.code}`, '扫码核对文书真伪']
        .map((text) => right(run(text, { face: 'plain', size: SIZE.code })))
        .join('');
  const cell = (width: number, content: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="bottom"/></w:tcPr>${content}</w:tc>`;
  const row = `<w:tr><w:trPr><w:trHeight w:val="${Math.round(QR_MM * 56.7) + 10}" w:hRule="exact"/></w:trPr>${cell(TYPE_AREA - wide, words)}${cell(wide, right(draft ? '' : `<w:r>${picture}</w:r>`))}</w:tr>`;
  return `<w:hdr ${W} ${DRAWING}><w:tbl><w:tblPr><w:tblW w:w="${TYPE_AREA}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="${TYPE_AREA - wide}"/><w:gridCol w:w="${wide}"/></w:tblGrid>${row}</w:tbl>${document.form === 'letter' ? letterMark(document.organ) : paragraph('', { height: 20 })}</w:hdr>`;
}

export const EMPTY_HEADER = `<w:hdr ${W}>${paragraph('', { height: 20 })}</w:hdr>`;
