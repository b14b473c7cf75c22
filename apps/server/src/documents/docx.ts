import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  DocumentGridType,
  Footer,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import JSZip from 'jszip';
import QRCode from 'qrcode';
import { type Block, dateLine, type OfficialDocument, printable } from './official-document.js';

// Measures of GB/T 9704—2012. Half points for sizes, twips (1/20 pt) for distances.
const SONG = '方正小标宋简体';
const FANG = '仿宋_GB2312';
const HEI = '黑体';
const KAI = '楷体_GB2312';
/** 3号, 16 pt (5.2.2). */
const SIZE_3 = 32;
/** 2号, 22 pt (7.3.1). */
const SIZE_2 = 44;
/** 4号, 14 pt (7.4, 7.5). */
const SIZE_4 = 28;
/** 22 lines in 225 mm (5.2.3). */
const LINE = 580;
/** One character of size 3. */
const CHAR = 320;

const font = (name: string) => ({ ascii: name === FANG ? FANG : name, eastAsia: name, hAnsi: name, cs: name });
const run = (text: string, name = FANG, size = SIZE_3, more: { color?: string; bold?: boolean } = {}) =>
  new TextRun({ text: printable(text), font: font(name), size, ...more });

interface LineOptions {
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly firstLine?: number;
  readonly left?: number;
  readonly right?: number;
  readonly before?: number;
  readonly keepNext?: boolean;
  readonly tall?: boolean;
}

const line = (
  children: ParagraphChild[],
  { align, firstLine, left, right, before, keepNext, tall }: LineOptions = {},
) =>
  new Paragraph({
    children,
    alignment: align ?? AlignmentType.JUSTIFIED,
    spacing: { line: LINE, lineRule: tall ? LineRuleType.AT_LEAST : LineRuleType.EXACT, before: before ?? 0, after: 0 },
    indent: { firstLine: firstLine ?? 0, left: left ?? 0, right: right ?? 0 },
    ...(keepNext && { keepNext: true }),
    widowControl: false,
  });

const blank = () => line([run('')]);

function blockParagraphs(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'paragraph':
      return block.text.split('\n').map((text) => line([run(text)], { firstLine: 2 * CHAR }));
    case 'heading':
      return [
        line([run(block.text, block.level === 1 ? HEI : block.level === 2 ? KAI : FANG)], {
          firstLine: 2 * CHAR,
          keepNext: true,
        }),
      ];
    case 'list':
      return block.items.map((item, index) => line([run(`${index + 1}. ${item}`)], { firstLine: 2 * CHAR }));
    case 'table':
      return [tableOf(block)];
  }
}

const edge = { style: BorderStyle.SINGLE, size: 4, color: '000000' };

function tableOf(block: Extract<Block, { kind: 'table' }>): Table {
  const cell = (text: string, name: string) =>
    new TableCell({
      children: [
        new Paragraph({ children: [run(text, name, 24)], spacing: { line: 360, lineRule: LineRuleType.AT_LEAST } }),
      ],
      margins: { left: 80, right: 80, top: 40, bottom: 40 },
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: edge, bottom: edge, left: edge, right: edge, insideHorizontal: edge, insideVertical: edge },
    rows: [
      new TableRow({ tableHeader: true, children: block.head.map((text) => cell(text, HEI)) }),
      ...block.rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text) => cell(text, FANG)) })),
    ],
  });
}

/** 7.5: 4号半角宋体, one dash at each side; odd pages right, even pages left, one character in. */
const pageFooter = (align: typeof AlignmentType.RIGHT | typeof AlignmentType.LEFT) =>
  new Footer({
    children: [
      new Paragraph({
        alignment: align,
        indent: align === AlignmentType.RIGHT ? { right: CHAR } : { left: CHAR },
        children: [
          new TextRun({
            children: ['— ', PageNumber.CURRENT, ' —'],
            font: { ascii: '宋体', eastAsia: '宋体', hAnsi: '宋体' },
            size: SIZE_4,
          }),
        ],
      }),
    ],
  });

/** 有红头: organ's mark in red, number below, a red line 4 mm under it (7.2.4–7.2.7). */
function head(document: OfficialDocument): Paragraph[] {
  const mark = line(
    [
      run(
        document.organ,
        SONG,
        Math.min(72, Math.floor(8600 / Math.max(10, [...document.organ].length)) * 0.2 * 10 || SIZE_2),
        { color: 'C00000' },
      ),
    ],
    {
      align: AlignmentType.CENTER,
      before: 600,
      tall: true,
    },
  );
  return [
    mark,
    blank(),
    new Paragraph({
      children: [run(document.number ?? '')],
      alignment: AlignmentType.CENTER,
      spacing: { line: LINE, lineRule: LineRuleType.EXACT, after: convertMillimetersToTwip(4) },
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: 'C00000', space: 11 } },
    }),
    blank(),
  ];
}

/** 7.3.5.1: the date four characters from the right, the name centred above it, room for the seal pressed on both. */
function signature(document: OfficialDocument): Paragraph[] {
  const date = dateLine(document);
  const width = (text: string) => [...text].reduce((sum, char) => sum + (/[\u0000-\u00ff]/.test(char) ? 0.5 : 1), 0);
  const lead = Math.max(0, (width(document.sender) - width(date)) / 2);
  const right = 4 * CHAR;
  return [
    blank(),
    blank(),
    line([run('（印章）', FANG, SIZE_4, { color: '999999' })], {
      align: AlignmentType.RIGHT,
      right: right + CHAR,
      keepNext: true,
    }),
    line([run(document.sender)], {
      align: AlignmentType.RIGHT,
      right: Math.max(0, right - lead * CHAR),
      keepNext: true,
    }),
    line([run(date)], { align: AlignmentType.RIGHT, right, keepNext: true }),
  ];
}

const FIXED = new Date(Date.UTC(2000, 0, 1));

/** The .docx. The same document always gives the same bytes, so that its digest can be told again. */
export async function renderDocx(document: OfficialDocument): Promise<Buffer> {
  const children: (Paragraph | Table)[] = [
    ...head(document),
    line([run(document.title, SONG, SIZE_2)], { align: AlignmentType.CENTER, before: 0, tall: true }),
    blank(),
    ...(document.to ? [line([run(`${document.to}：`)])] : []),
    ...document.blocks.flatMap(blockParagraphs),
    ...(document.attachments?.length
      ? [
          blank(),
          ...document.attachments.map((name, index) =>
            line([run(`${index === 0 ? '附件：' : '　　　'}${index + 1}. ${name}`)], { firstLine: 2 * CHAR }),
          ),
        ]
      : []),
    ...(document.signatories ?? []).map((who) =>
      line([run(`${who}（签名）：　　　　　　　　　　年　　月　　日`)], { before: 200 }),
    ),
    ...(document.signatories ? [] : signature(document)),
    ...(await verification(document)),
    ...(document.copyTo?.length
      ? [
          new Paragraph({
            children: [run(`抄送：${document.copyTo.join('，')}。`, FANG, SIZE_4)],
            border: { top: edge, bottom: edge },
            indent: { left: 280, right: 280 },
          }),
        ]
      : []),
  ];
  const file = new Document({
    creator: '法度',
    title: printable(document.title),
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: { run: { font: font(FANG), size: SIZE_3, language: { eastAsia: 'zh-CN', value: 'zh-CN' } } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: {
              top: convertMillimetersToTwip(37),
              bottom: convertMillimetersToTwip(35),
              left: convertMillimetersToTwip(28),
              right: convertMillimetersToTwip(26),
              footer: convertMillimetersToTwip(25),
            },
          },
          grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch: LINE, charSpace: -842 },
        },
        footers: { default: pageFooter(AlignmentType.RIGHT), even: pageFooter(AlignmentType.LEFT) },
        children,
      },
    ],
  });
  return fixed(await Packer.toBuffer(file));
}

async function verification(document: OfficialDocument): Promise<Paragraph[]> {
  if (document.draft) return [line([run('草稿，未签发', HEI, 21, { color: '999999' })], { before: 200 })];
  const png = await QRCode.toBuffer(document.verification.url, { margin: 0, width: 160, errorCorrectionLevel: 'M' });
  return [
    new Paragraph({
      spacing: { before: 300 },
      children: [
        new ImageRun({
          type: 'png',
          data: png,
          transformation: { width: 68, height: 68 },
          altText: { name: '核验二维码', description: '核验二维码', title: '核验' },
        }),
        run(`  核验码 ${document.verification.code}，扫码或者在公众端“验文书”中核对真伪。`, FANG, 18),
      ],
    }),
  ];
}

/** Writes the package again with one fixed time and order, and without the random names the library gives. */
async function fixed(bytes: Buffer): Promise<Buffer> {
  const from = await JSZip.loadAsync(bytes);
  const to = new JSZip();
  const names = Object.keys(from.files)
    .filter((name) => !from.files[name]!.dir)
    .sort();
  const media = new Map<string, string>();
  for (const name of names) {
    const match = /^word\/media\/(.+)\.(png|jpg)$/.exec(name);
    if (match) media.set(match[1]!, `image${media.size + 1}`);
  }
  for (const name of names) {
    if (name.startsWith('word/media/')) {
      to.file(rename(name, media), await from.file(name)!.async('nodebuffer'), { date: FIXED, createFolders: false });
      continue;
    }
    let text = rename(await from.file(name)!.async('string'), media);
    if (name === 'docProps/core.xml')
      text = text.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, '$12000-01-01T00:00:00Z');
    to.file(name, text, { date: FIXED, createFolders: false });
  }
  return to.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', platform: 'DOS' });
}

function rename(text: string, media: ReadonlyMap<string, string>): string {
  let renamed = text;
  for (const [random, plain] of media) renamed = renamed.replaceAll(random, plain);
  // The library counts drawings through the life of the process.
  let drawing = 0;
  return renamed.replaceAll(/(<wp:docPr id=")\d+/g, (_, start: string) => `${start}${++drawing}`);
}
