import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corpusFiles, corpusPresent, readCorpus } from '../score/corpus.js';
import {
  addressCode,
  addresses,
  addressText,
  alignLaws,
  citationsJson,
  citeLaw,
  diffWords,
  locate,
  parseAddress,
  parseLaw,
  renderLaw,
  renderSource,
  walk,
} from '../src/index.js';

const NUMERALS = '一二三四五六七八九十';
const words = fc.stringMatching(/^[园林树木水土保护管理]{3,12}$/);
/** An article: lead, items, a closing paragraph. */
const article = fc.record({ lead: words, items: fc.array(words, { maxLength: 6 }), tail: fc.option(words) });
/** A small law in the form of the corpus, well made, with an astral character now and then. */
const lawText = fc
  .array(article, { minLength: 1, maxLength: 9 })
  .map((articles) =>
    [
      '# 某市园林条例',
      '2020年1月2日 某市人民代表大会通过',
      '<!-- INFO END -->',
      '## 第一章 总则',
      ...articles.flatMap(({ lead, items, tail }, index) => [
        `第${NUMERALS[index]}条 𬬭${lead}${items.length > 1 ? '：' : '。'}`,
        ...(items.length > 1
          ? items.map((item, place) => `（${NUMERALS[place]}）${item}${place + 1 < items.length ? '；' : '。'}`)
          : []),
        ...(tail ? [`依照前款和本条例第一条${tail}。`] : []),
      ]),
    ].join('\n\n'),
  );

describe('for every well-made text', () => {
  it('render gives the source back and the corrected text reads the same', () => {
    fc.assert(
      fc.property(lawText, (text) => {
        const law = parseLaw(text);
        expect(renderSource(law)).toBe(text);
        expect(law.diagnostics).toEqual([]);
        const again = parseLaw(renderLaw(law));
        expect([again.units, again.counts]).toEqual([law.units, law.counts]);
      }),
    );
  });
  it('every node reaches over its label, its text and what lies below it, and no further than the next', () => {
    fc.assert(
      fc.property(lawText, (text) => {
        const law = parseLaw(text);
        for (const node of walk(law.tree)) {
          expect(node.end).toBeGreaterThanOrEqual(Math.max(node.start, ...node.children.map(({ end }) => end)));
          node.children.slice(1).forEach((next, index) => {
            expect(node.children[index]!.end).toBeLessThanOrEqual(next.start);
          });
        }
      }),
    );
  });
  it('addresses go round and their codes sort as the text does', () => {
    fc.assert(
      fc.property(lawText, (text) => {
        const law = parseLaw(text);
        const all = [...addresses(law)];
        for (const [node, address] of all) {
          expect(parseAddress(addressCode(address))).toEqual({ ok: true, value: address });
          expect(parseAddress(addressText(address))).toEqual({ ok: true, value: address });
          expect(locate(law, address)).toEqual({ ok: true, value: node });
        }
        const codes = all.map(([, address]) => addressCode(address));
        expect([...codes].sort()).toEqual(codes);
      }),
    );
  });
  it('aligned with itself is all same', () => {
    fc.assert(
      fc.property(lawText, (text) => {
        const law = parseLaw(text);
        expect(alignLaws(law, law).every(({ change, old, new: now }) => change === 'same' && now[0] === old)).toBe(
          true,
        );
      }),
    );
  });
  it('printed offsets count characters', () => {
    fc.assert(
      fc.property(lawText, (text) => {
        const characters = [...text];
        for (const { start, end, text: cited } of citationsJson(text, citeLaw(text)))
          expect(characters.slice(start, end).join('')).toBe(cited);
      }),
    );
  });
});

it('any text at all is read without loss', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          '第一条',
          '第三条 ',
          '（一）',
          '（二）',
          '一、',
          '## ',
          '\n',
          '“',
          '”',
          '《',
          '》',
          '：',
          '；',
          '。',
          '前款',
          '附件',
          '水',
          ' ',
          '1.',
        ),
        { maxLength: 40 },
      ),
      (parts) => {
        const text = parts.join('');
        expect(renderSource(parseLaw(text))).toBe(text);
        citeLaw(text);
      },
    ),
    { numRuns: 500 },
  );
});

it('a difference holds both texts', () => {
  fc.assert(
    fc.property(words, words, words, (a, b, c) => {
      const [old, now] = [a + b, a + c + b];
      const runs = diffWords(old, now);
      expect(
        runs
          .filter(({ kind }) => kind !== 'added')
          .map(({ text }) => text)
          .join(''),
      ).toBe(old);
      expect(
        runs
          .filter(({ kind }) => kind !== 'removed')
          .map(({ text }) => text)
          .join(''),
      ).toBe(now);
    }),
  );
});

describe.skipIf(!corpusPresent())('over the corpus', () => {
  it('no character is lost, no text crashes, and a text printed as it should be read reads the same', () => {
    for (const file of corpusFiles()) {
      const law = parseLaw(readCorpus(file), { fileName: file });
      if (renderSource(law) !== law.source) throw new Error(`${file}: characters lost`);
      citeLaw(law);
      const printed = renderLaw(law);
      const again = parseLaw(printed, { fileName: file });
      expect([file, again.units, again.counts]).toEqual([file, law.units, law.counts]);
      expect(renderLaw(again) === printed).toBe(true);
    }
  });
  it('damaged texts are read without loss and cited without a crash', () => {
    const files = corpusFiles().filter((_, at) => at % 60 === 7);
    const damage = fc.record({
      file: fc.constantFrom(...files),
      places: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 }),
      put: fc.constantFrom(
        '',
        '\u200b',
        '　',
        '“',
        '（',
        '）',
        '（一）',
        '第三条',
        '第一条 ',
        '：',
        '\n',
        '附件',
        '𬬭',
        '## ',
        '**',
        '<!--',
        '-->',
      ),
      cut: fc.nat(12),
    });
    fc.assert(
      fc.property(damage, ({ file, places, put, cut }) => {
        let text = readCorpus(file);
        for (const place of places) {
          const at = Math.floor(place * text.length);
          text = text.slice(0, at) + put + text.slice(at + cut);
        }
        const law = parseLaw(text, { fileName: file });
        expect(renderSource(law)).toBe(text);
        citeLaw(law);
        parseLaw(renderLaw(law), { fileName: file });
      }),
      { numRuns: 400 },
    );
  });
  it('every article, paragraph and item has one address that leads back to it, codes in the order of the text', () => {
    const files = corpusFiles().filter((_, at) => at % 40 === 0);
    for (const file of files) {
      const law = parseLaw(readCorpus(file), { fileName: file });
      const all = [...addresses(law)];
      const codes = all.map(([, address]) => addressCode(address));
      expect([file, [...codes].sort()]).toEqual([file, codes]);
      for (const [node, address] of all) {
        expect(parseAddress(addressCode(address))).toEqual({ ok: true, value: address });
        expect(locate(law, address)).toEqual({ ok: true, value: node });
      }
    }
  });
  it('every text aligned with itself is all same', () => {
    for (const file of corpusFiles().filter((_, at) => at % 80 === 0)) {
      const law = parseLaw(readCorpus(file), { fileName: file });
      const rows = alignLaws(law, law);
      expect([file, rows.filter(({ change, old, new: now }) => change !== 'same' || now[0] !== old)]).toEqual([
        file,
        [],
      ]);
    }
  });
});
