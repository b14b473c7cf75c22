import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeTexts } from './merge.js';

const BASE = '第一段。\n第二段。\n第三段。\n第四段。';

it('keeps what both wrote when they wrote in different paragraphs', () => {
  const mine = BASE.replace('第一段', '第一段，我改的');
  const theirs = BASE.replace('第四段。', '第四段，他改的。\n第五段。');
  expect(mergeTexts(BASE, mine, theirs)).toBe('第一段，我改的。\n第二段。\n第三段。\n第四段，他改的。\n第五段。');
});

it('puts changes of neighbouring paragraphs together', () => {
  expect(mergeTexts('一。\n二。', '一，我改。\n二。', '一。\n二，他改。')).toBe('一，我改。\n二，他改。');
});

it('does not guess when both changed one paragraph, or wrote at the same place', () => {
  expect(mergeTexts(BASE, BASE.replace('二', '2'), BASE.replace('二', '贰'))).toBeUndefined();
  expect(mergeTexts('', '我写的。', '他写的。')).toBeUndefined();
  expect(mergeTexts(BASE, BASE.replace('二', '2'), BASE.replace('第二段。\n', ''))).toBeUndefined();
  expect(mergeTexts(BASE, `${BASE}\n我。`, `${BASE}\n他。`)).toBeUndefined();
});

it('takes the same change once', () => {
  const both = BASE.replace('二', '2');
  expect(mergeTexts(BASE, both, both)).toBe(both);
});

const text = fc.array(fc.constantFrom('甲', '乙', '丙', '丁', '戊'), { maxLength: 7 }).map((lines) => lines.join('\n'));

it('with a text that was not changed, gives the other one; and says the same whoever comes first', () => {
  fc.assert(
    fc.property(text, text, text, (base, one, two) => {
      expect(mergeTexts(base, one, base)).toBe(one);
      expect(mergeTexts(base, base, two)).toBe(two);
      expect(mergeTexts(base, one, two)).toBe(mergeTexts(base, two, one));
    }),
  );
});

it('loses no line that one of them added', () => {
  fc.assert(
    fc.property(text, fc.nat(6), fc.nat(6), (base, at, then) => {
      const add = (line: string, place: number): string => base.split('\n').toSpliced(place, 0, line).join('\n');
      const merged = mergeTexts(base, add('我', at), add('他', then));
      if (merged === undefined) return;
      expect(merged.split('\n')).toContain('我');
      expect(merged.split('\n')).toContain('他');
    }),
  );
});
