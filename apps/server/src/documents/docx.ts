import { chineseDate } from '@fadu/kernel';
import { COLOPHON_NAMES, type ColophonLine, colophonRun } from './colophon.js';
import {
  CHAR_SPACE,
  FOOTER,
  HEADER,
  LETTER,
  LINE,
  MARGIN,
  MARK_DROP,
  PAPER,
  RULE_SPACE,
  TYPE_AREA,
  widthOf,
} from './measures.js';
import {
  attachmentLines,
  type Block,
  dateLine,
  escapeText,
  hasSeal,
  type OfficialDocument,
  titleLines,
} from './official-document.js';
import { EMPTY_HEADER, footerXml, headerXml, LETTER_FOOTER } from './page-furniture.js';
import { blankLine, FONT_TABLE, type ParagraphOptions, paragraph, run, STYLES } from './paragraphs.js';
import { qrPng } from './qr.js';
import { type Entry, entryOf, storedZip } from './stored-zip.js';
import { sheetXml, tableXml } from './tables.js';

const body = (text: string, options: ParagraphOptions = {}): string[] =>
  text.split('\n').map((line) => paragraph(run(line), { style: 'Body', ...options }));

/** Keeps a table off the text above and below it. */
const gap = paragraph('', { height: 140, keepNext: true });

/** Paragraphs longer than this many lines may break before the signature: the first page must bear text (7.3.3). */
const KEPT = 10;

/** `last`: whatever ends the body stays with the signature, so that no page bears a seal alone (7.3.5.1). */
function blockXml(block: Block, last: boolean): string[] {
  const keep = last ? { keepNext: true } : {};
  switch (block.kind) {
    case 'paragraph':
      return body(block.text, widthOf(block.text) <= KEPT * 28 ? keep : {});
    case 'heading':
      return [paragraph(run(block.text), { style: `Heading${block.level}` })];
    case 'list':
      return block.items.flatMap((item, index) => body(`${index + 1}. ${item}`, keep));
    case 'table':
      return [gap, tableXml(block), gap];
    case 'sheet':
      return [gap, sheetXml(block), gap];
  }
}

/** 7.2.4–7.2.7: mark 35 mm below the top of the type area, two lines, number, red rule 4 mm below, two lines. */
function redHead(document: OfficialDocument): string[] {
  const points = Math.min(50, Math.floor(TYPE_AREA / 20 / Math.max(7, widthOf(document.organ))));
  return [
    paragraph('', { height: MARK_DROP }),
    paragraph(run(document.organ, { face: 'song', size: points * 2, color: 'C00000' }), {
      align: 'center',
      height: points * 20,
    }),
    blankLine(),
    blankLine(),
    paragraph(run(document.number ?? ''), { style: 'PaperNumber', ruleBelow: RULE_SPACE }),
    blankLine(),
    blankLine(),
  ];
}

function head(document: OfficialDocument): string[] {
  const title = titleLines(document).map((text) => paragraph(run(text), { style: 'PaperTitle' }));
  if (document.form === 'official') return [...redHead(document), ...title, blankLine()];
  if (document.form === 'letter') {
    // 10.1: the number right, 7/8 of a character below the rule; the title two lines below.
    const number = paragraph(run(document.number ?? ''), { align: 'right', before: 140 });
    return [number, blankLine(), blankLine(), ...title, blankLine()];
  }
  const number = document.number ? [blankLine(), paragraph(run(document.number), { style: 'PaperNumber' })] : [];
  return [...title, ...number, blankLine()];
}

/**
 * 7.3.5.1: the date ends four characters from the right, the name stands centred above it; two lines above leave room
 * for the seal, which is pressed on both and reaches to within a line of the text. A name too long for that is moved
 * in, and the date stays centred below it. The bookmark `seal` tells a signing system where to press.
 */
function signature(document: OfficialDocument): string[] {
  const date = dateLine(document);
  const lead = (widthOf(document.sender) - widthOf(date)) / 2;
  const nameRight = Math.max(0, 4 - lead);
  const keep = { align: 'right', keepNext: true } as const;
  const lines = colophon(document);
  return [
    blankLine(true),
    blankLine(true),
    paragraph(`<w:bookmarkStart w:id="1" w:name="seal"/>${run(document.sender)}<w:bookmarkEnd w:id="1"/>`, {
      ...keep,
      right: nameRight,
    }),
    paragraph(run(date) + (lines.length > 0 ? colophonRun(lines, document.form === 'official') : ''), {
      align: 'right',
      right: nameRight + lead,
    }),
  ];
}

const signatories = (document: OfficialDocument): string[] =>
  (document.signatories ?? []).flatMap((who, index) => [
    ...(index === 0 ? [blankLine(true)] : []),
    paragraph(run(`${who}（签名）：\t年　　月　　日`), {
      style: 'Body',
      tab: 24,
      keepNext: index < document.signatories!.length - 1 || hasSeal(document),
    }),
  ]);

function content(document: OfficialDocument): string {
  const { blocks, to } = document;
  const addressed = to ? [paragraph(run(`${to}：`))] : [];
  const attachments = attachmentLines(document.attachments ?? []).map(({ lead, text }) =>
    paragraph(run(`${lead}${text}`), { left: 5, hanging: 3, keepNext: true }),
  );
  return [
    ...head(document),
    ...(document.form === 'statement' ? [] : addressed),
    ...blocks.flatMap((block, index) => blockXml(block, index === blocks.length - 1)),
    ...(document.form === 'statement' && to
      ? [paragraph(run('此致'), { style: 'Body', keepNext: true }), paragraph(run(to), { keepNext: true })]
      : []),
    ...(attachments.length > 0 ? [blankLine(true), ...attachments] : []),
    ...signatories(document),
    ...(hasSeal(document) ? signature(document) : []),
    ...(document.note ? body(`（${document.note}）`) : []),
    section(document.form === 'letter' ? LETTER.foot : FOOTER),
  ].join('');
}

/** 版记: of an official paper always; of a letter only 抄送, without rules and 印发 (10.1). */
function colophon({ form, copyTo, sender, date }: OfficialDocument): ColophonLine[] {
  const copies = copyTo?.length ? [{ left: `抄送：${copyTo.join('，')}。` }] : [];
  if (form === 'letter') return copies;
  return form === 'official' ? [...copies, { left: sender, right: `${chineseDate(date)}印发` }] : [];
}

const section = (foot: number): string =>
  `<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:headerReference w:type="even" r:id="rId5"/><w:headerReference w:type="first" r:id="rId6"/><w:footerReference w:type="default" r:id="rId7"/><w:footerReference w:type="even" r:id="rId8"/><w:footerReference w:type="first" r:id="rId9"/><w:pgSz w:w="${PAPER.width}" w:h="${PAPER.height}"/><w:pgMar w:top="${MARGIN.top}" w:right="${MARGIN.cut}" w:bottom="${MARGIN.bottom}" w:left="${MARGIN.binding}" w:header="${HEADER}" w:footer="${foot}" w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/><w:docGrid w:type="linesAndChars" w:linePitch="${LINE}" w:charSpace="${CHAR_SPACE}"/></w:sectPr>`;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const HEADERS = ['header1', 'header2', 'header3'] as const;
const FOOTERS = ['footer1', 'footer2', 'footer3'] as const;
const PARTS = ['styles', 'fontTable', 'settings', ...HEADERS, ...FOOTERS] as const;

const TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/>${PARTS.map(
  (part) => `<Override PartName="/word/${part}.xml" ContentType="${WORD}.${part.replace(/\d$/, '')}+xml"/>`,
).join(
  '',
)}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;

const relations = (entries: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** Duplex printing: the binding side changes from page to page, so margins are mirrored (6, 7.5). */
const SETTINGS =
  '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:mirrorMargins/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:useFELayout/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="zh-CN" w:eastAsia="zh-CN"/></w:settings>';

const part = (name: string, xml: string): Entry => entryOf(name, Buffer.from(XML + xml, 'utf8'));

/** Parts that are the same in every document. */
const FIXED = {
  types: part('[Content_Types].xml', TYPES),
  package: part(
    '_rels/.rels',
    relations([
      ['rId1', `${OFFICE}/officeDocument`, 'word/document.xml'],
      [
        'rId2',
        'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        'docProps/core.xml',
      ],
    ]),
  ),
  inside: [
    part(
      'word/_rels/document.xml.rels',
      relations(PARTS.map((one, index) => [`rId${index + 1}`, `${OFFICE}/${one.replace(/\d$/, '')}`, `${one}.xml`])),
    ),
    part('word/styles.xml', STYLES),
    part('word/fontTable.xml', FONT_TABLE),
    part('word/settings.xml', SETTINGS),
    part('word/header1.xml', EMPTY_HEADER),
    part('word/header2.xml', EMPTY_HEADER),
  ],
  picture: part('word/_rels/header3.xml.rels', relations([['rId1', `${OFFICE}/image`, 'media/qr.png']])),
};

const footers = (above: number, first: string): Entry[] => [
  part('word/footer1.xml', footerXml('right', above)),
  part('word/footer2.xml', footerXml('left', above)),
  part('word/footer3.xml', first),
];
const LETTER_FOOTERS = footers(FOOTER - LETTER.foot, LETTER_FOOTER);
const PAPER_FOOTERS = footers(0, footerXml('right'));

/**
 * The .docx. The same document always gives the same bytes, on every machine: nothing in it is dated, counted or
 * compressed. Written part by part rather than through a library, because its digest must hold for ever.
 */
export function renderDocx(document: OfficialDocument): Buffer {
  return storedZip([
    FIXED.types,
    FIXED.package,
    part(
      'docProps/core.xml',
      `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeText(document.title)}</dc:title><dc:creator>${escapeText(document.sender)}</dc:creator><dc:language>zh-CN</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${document.date}T00:00:00Z</dcterms:created></cp:coreProperties>`,
    ),
    part(
      'word/document.xml',
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}" ${COLOPHON_NAMES}><w:body>${content(document)}</w:body></w:document>`,
    ),
    ...FIXED.inside,
    part('word/header3.xml', headerXml(document)),
    ...(document.form === 'letter' ? LETTER_FOOTERS : PAPER_FOOTERS),
    ...(document.draft ? [] : [FIXED.picture, entryOf('word/media/qr.png', qrPng(document.verification.url))]),
  ]);
}
