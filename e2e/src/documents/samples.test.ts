import { lines } from '@fadu/lines';
import { renderDocx, renderHtml } from '@fadu/server';
import { describe, expect, it } from 'vitest';
import { sampleDocuments, sampleMatter, withoutOptional } from './samples.js';

/** Words of the page as somebody reads them, a paragraph or cell on each line. */
const wordsOf = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<svg.*?<\/svg>/gs, '')
    .replaceAll(/<\/(p|h\d|td|th)>/g, '\n')
    .replaceAll(/<[^>]+>/g, '');

const linesWithPapers = lines.filter((line) => Object.keys(line.documents).length > 0);

describe.each(linesWithPapers.map((line) => [line.name, line] as const))('papers of %s', (_, line) => {
  const full = sampleMatter(line).data;
  for (const [kind, data] of [
    ['with every field filled in', full],
    ['with only what is required', withoutOptional(line.fields, full)],
  ] as const) {
    it.each([...sampleDocuments(line, data)])(`%s reads well ${kind}`, async (template, document) => {
      const words = wordsOf(await renderHtml(document));
      expect(words).not.toMatch(/undefined|null|NaN|\[object|[{}[\]]|[0-9a-f]{8}-[0-9a-f]{4}/);
      // No label without its value, no blank but where somebody signs or an attachment is set in, no mark left over from a value that is missing.
      const body = words.split('\n').filter((one) => !/签名|^　　　\d/.test(one));
      for (const one of body) {
        expect(one).not.toMatch(/　　　|（）|《》|、，|，，|。。|：[。；，]|，。/);
        if (one.endsWith('：')) expect(body.indexOf(one)).toBeLessThan(body.length - 1);
      }
      if (line.documents[template]!.number) expect(document.number).toMatch(/^[一-龥]+〔2024〕[1-9]\d*号$/);
      expect(renderDocx(document).length).toBeGreaterThan(5000);
    });
  }
});
