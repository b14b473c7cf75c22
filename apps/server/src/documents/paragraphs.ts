import { CHAR, FACES, type Face, LINE, SIZE, TIGHT } from './measures.js';
import { escapeText } from './official-document.js';

type Style =
  | 'Normal'
  | 'Body'
  | 'PaperTitle'
  | 'PaperNumber'
  | 'Heading1'
  | 'Heading2'
  | 'Heading3'
  | 'Heading4'
  | 'Cell';

export interface ParagraphOptions {
  readonly style?: Style;
  readonly align?: 'left' | 'center' | 'right';
  /** Indents in characters. */
  readonly left?: number;
  readonly right?: number;
  readonly hanging?: number;
  /** A right tab, in characters. */
  readonly tab?: number;
  /** In twips. */
  readonly before?: number;
  /** Exact height in twips, where it is not a line of the grid. */
  readonly height?: number;
  readonly keepNext?: boolean;
  /** A red rule below, at this distance in points (7.2.7). */
  readonly ruleBelow?: number;
}

const indent = ({ left, right, hanging }: ParagraphOptions): string => {
  const parts: string[] = [];
  const add = (name: string, chars: number | undefined) => {
    if (chars !== undefined)
      parts.push(`w:${name}Chars="${Math.round(chars * 100)}" w:${name}="${Math.round(chars * CHAR)}"`);
  };
  add('left', left);
  add('right', right);
  add('hanging', hanging);
  return parts.length > 0 ? `<w:ind ${parts.join(' ')}/>` : '';
};

/** A paragraph of runs; property elements stand in the order the schema wants. */
export function paragraph(runs: string, options: ParagraphOptions = {}): string {
  const { style = 'Normal', align, before, height, keepNext, ruleBelow, tab } = options;
  const spacing =
    before !== undefined || height !== undefined
      ? `<w:spacing w:before="${before ?? 0}" w:after="0" w:line="${height ?? LINE}" w:lineRule="exact"/>`
      : '';
  return `<w:p><w:pPr>${style === 'Normal' ? '' : `<w:pStyle w:val="${style}"/>`}${keepNext ? '<w:keepNext/>' : ''}${
    ruleBelow === undefined
      ? ''
      : `<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="${ruleBelow}" w:color="C00000"/></w:pBdr>`
  }${tab === undefined ? '' : `<w:tabs><w:tab w:val="right" w:pos="${Math.round(tab * CHAR)}"/></w:tabs>`}${spacing}${indent(options)}${align ? `<w:jc w:val="${align}"/>` : ''}</w:pPr>${runs}</w:p>`;
}

const fonts = (face: Face): string => {
  const { name } = FACES[face];
  return `<w:rFonts w:ascii="${name}" w:eastAsia="${name}" w:hAnsi="${name}" w:cs="${name}"/>`;
};

/** Words in the paragraph's own type, or in another face, size and colour. */
export function run(text: string, more: { face?: Face; size?: number; color?: string } = {}): string {
  const { face, size, color } = more;
  const properties = `${face ? fonts(face) : ''}${color ? `<w:color w:val="${color}"/>` : ''}${size ? `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>` : ''}`;
  const parts = text.split('\t').map((part) => `<w:t xml:space="preserve">${escapeText(part)}</w:t>`);
  return `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}${parts.join('<w:tab/>')}</w:r>`;
}

export const blankLine = (keepNext = false): string => paragraph('', { keepNext });

const style = (id: Style, name: string, paragraphs: string, face: Face, size: number): string =>
  `<w:style w:type="paragraph" ${id === 'Normal' ? 'w:default="1" ' : ''}w:styleId="${id}"><w:name w:val="${name}"/>${
    id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'
  }<w:qFormat/><w:pPr>${paragraphs}</w:pPr><w:rPr>${fonts(face)}<w:spacing w:val="${size === SIZE.body ? TIGHT : 0}"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`;

const twoIn = '<w:overflowPunct w:val="0"/><w:ind w:firstLineChars="200" w:firstLine="640"/>';
const heading = (level: 1 | 2 | 3 | 4, face: Face): string =>
  style(
    `Heading${level}`,
    `heading ${level}`,
    `<w:keepNext/>${twoIn}<w:outlineLvl w:val="${level - 1}"/>`,
    face,
    SIZE.body,
  );

/** The styles of the file: whoever opens it finds the standard's types under their names. */
export const STYLES = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>${fonts('fang')}<w:color w:val="000000"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl w:val="0"/></w:pPr></w:pPrDefault></w:docDefaults>${[
  style(
    'Normal',
    'Normal',
    `<w:widowControl w:val="0"/><w:overflowPunct w:val="0"/><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="${LINE}" w:lineRule="exact"/><w:jc w:val="both"/>`,
    'fang',
    SIZE.body,
  ),
  style('Body', 'Body Text', twoIn, 'fang', SIZE.body),
  style('PaperTitle', 'Title', '<w:keepNext/><w:jc w:val="center"/>', 'song', SIZE.title),
  style('PaperNumber', 'Document Number', '<w:jc w:val="center"/>', 'fang', SIZE.body),
  heading(1, 'hei'),
  heading(2, 'kai'),
  heading(3, 'fang'),
  heading(4, 'fang'),
  style(
    'Cell',
    'Table Text',
    '<w:spacing w:before="40" w:after="40" w:line="340" w:lineRule="atLeast"/><w:jc w:val="left"/>',
    'fang',
    SIZE.table,
  ),
].join('')}</w:styles>`;

/** Faces by name with those that stand in for them (`altName`), so that an office without 方正 fonts still reads well. */
export const FONT_TABLE = `<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Object.values(
  FACES,
)
  .map(
    ({ name, instead }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  )
  .join('')}</w:fonts>`;
