import { RULE, SIZE, TYPE_AREA, widthOf } from './measures.js';
import { run } from './paragraphs.js';
import { side } from './tables.js';

/** Height of a line of size 4 in the 版记, in twips. */
const HEIGHT = 440;
/** One character of size 4. */
const INSET = SIZE.small * 10;

export interface ColophonLine {
  readonly left: string;
  /** At the right end; absent: `left` wraps under its fourth character (抄送：). */
  readonly right?: string;
}

/**
 * 版记 (7.4): rules as wide as the type area, 0.35 mm outside and 0.25 mm between, the last one on its bottom edge; size
 * 4, one character in on both sides. A run for the paragraph of the date: a box at the foot of that page.
 */
export function colophonRun(lines: readonly ColophonLine[], ruled: boolean): string {
  const rows = lines.map(({ left, right }, index) => {
    const borders = !ruled
      ? ''
      : `<w:tcBorders>${side('top', index === 0 ? RULE.outer : RULE.inner)}${side('bottom', index === lines.length - 1 ? RULE.outer : RULE.inner)}</w:tcBorders>`;
    const words = run(right === undefined ? left : `${left}\t${right}`, { size: SIZE.small });
    const place =
      right === undefined
        ? `<w:ind w:left="${INSET * 4}" w:right="${INSET}" w:hanging="${INSET * 3}"/>`
        : `<w:ind w:left="${INSET}" w:right="${INSET}"/>`;
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="${TYPE_AREA}" w:type="dxa"/>${borders}</w:tcPr><w:p><w:pPr><w:tabs><w:tab w:val="right" w:pos="${TYPE_AREA - INSET}"/></w:tabs><w:spacing w:before="0" w:after="0" w:line="${HEIGHT}" w:lineRule="exact"/>${place}<w:jc w:val="left"/></w:pPr>${words}</w:p></w:tc></w:tr>`;
  });
  const perLine = (TYPE_AREA - INSET * 5) / INSET;
  const count = lines.reduce(
    (sum, { left, right }) => sum + (right === undefined ? Math.ceil((widthOf(left) - 3) / perLine) : 1),
    0,
  );
  // 635 EMU a twip; the rules and the closing paragraph take a little more than the lines.
  const [cx, cy] = [TYPE_AREA * 635, (count * HEIGHT + 70) * 635];
  const table = `<w:tbl><w:tblPr><w:tblW w:w="${TYPE_AREA}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="${TYPE_AREA}"/></w:tblGrid>${rows.join('')}</w:tbl><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>`;
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>left</wp:align></wp:positionH><wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV><wp:extent cx="${cx}" cy="${cy}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/><wp:docPr id="2" name="版记"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>${table}</w:txbxContent></wps:txbx><wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"><a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>`;
}

/** Namespaces that the run needs at the root of the part. */
export const COLOPHON_NAMES =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';
