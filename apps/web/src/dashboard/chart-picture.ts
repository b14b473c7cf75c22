import { saveAs } from '@fadu/client';
import { colors } from '../theme.js';

/** What stands around a chart when it leaves the page: alone it would be lines without a meaning. */
export interface Frame {
  readonly title: string;
  readonly caption: readonly string[];
}

const PAD = 16;
const TITLE_LINE = 24;
const CAPTION_LINE = 18;
/** A picture is put into a page of 150 mm: twice the dots of the screen print well. */
const DOTS = 2;

/** The chart with its finding above and its source below, as SVG that stands by itself. */
export function framedSvg(chart: string, { title, caption }: Frame, font: string): string {
  const [width, height] = sizeOf(chart);
  const titles = wrapped(title, Math.floor(width / 17));
  const captions = caption.flatMap((line) => wrapped(line, Math.floor(width / 12.5)));
  const top = PAD + titles.length * TITLE_LINE;
  const bottom = top + height + 8;
  const whole = bottom + captions.length * CAPTION_LINE + PAD;
  const lines = (texts: readonly string[], size: number, line: number, from: number, color: string, weight: number) =>
    texts
      .map(
        (text, index) =>
          `<text x="${PAD}" y="${from + index * line + size}" font-size="${size}" font-weight="${weight}" fill="${color}">${escaped(text)}</text>`,
      )
      .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width + 2 * PAD}" height="${whole}" viewBox="0 0 ${width + 2 * PAD} ${whole}" font-family="${escaped(font)}"><rect width="100%" height="100%" fill="#fff"/>${lines(titles, 16, TITLE_LINE, PAD, colors.text, 600)}<g transform="translate(${PAD} ${top})">${chart}</g>${lines(captions, 12, CAPTION_LINE, bottom, colors.text2, 400)}</svg>`;
}

const sizeOf = (svg: string): readonly [width: number, height: number] => [
  Number(/<svg[^>]*? width="([\d.]+)"/.exec(svg)?.[1] ?? 600),
  Number(/<svg[^>]*? height="([\d.]+)"/.exec(svg)?.[1] ?? 300),
];

/** Lines of at most so many wide signs; no line begins with a mark that ends a phrase. */
export function wrapped(text: string, signs: number): string[] {
  const lines: string[] = [];
  let line = '';
  let length = 0;
  for (const sign of text) {
    const width = /[\u0000-\u00ff]/.test(sign) ? 0.55 : 1;
    if (length + width > signs && !'，。、；：）》”％%'.includes(sign)) {
      lines.push(line);
      line = '';
      length = 0;
    }
    line += sign;
    length += width;
  }
  return line === '' ? lines : [...lines, line];
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Gives a picture to the person as a file. */
export async function savePicture(svg: string, name: string, as: 'svg' | 'png'): Promise<void> {
  const drawing = new Blob([svg], { type: 'image/svg+xml' });
  const file = as === 'svg' ? drawing : await pngOf(drawing);
  saveAs(file, `${name.replaceAll(/[\\/:*?"<>|]/g, '')}.${as}`);
}

async function pngOf(drawing: Blob): Promise<Blob> {
  const address = URL.createObjectURL(drawing);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width * DOTS;
    canvas.height = image.height * DOTS;
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
