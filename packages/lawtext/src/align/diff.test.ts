import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffWords } from './diff.js';

const shown = (before: string, after: string) =>
  diffWords(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `[+${text}+]`))
    .join('');

describe('the difference of two clauses', () => {
  it('shows a changed word, and what stayed around it', () => {
    expect(shown('应当自收到申请之日起十日内答复。', '应当自收到申请之日起七日内答复。')).toBe(
      '应当自收到申请之日起[-十日-][+七日+]内答复。',
    );
  });

  it('shows a passage written anew as one, also where a word of it happens to stand in both', () => {
    expect(
      shown('样例机关受理行政复议申请、作出行政复议决定，适用本法。', '样例机关办理行政复议案件，适用本法。'),
    ).not.toContain('复[-');
    expect(shown('甲乙丙丁某某戊己庚辛。', '子丑寅卯某某辰巳午未。')).toBe(
      '[-甲乙丙丁某某戊己庚辛-][+子丑寅卯某某辰巳午未+]。',
    );
  });

  it('keeps a paragraph break that stayed', () => {
    expect(shown('甲乙丙丁。\n戊己庚辛。', '子丑寅卯。\n辰巳午未。')).toContain('。\n');
  });

  it('loses no character of either text', () => {
    const words = fc
      .array(fc.constantFrom('样例', '机关', '应当', '。', '\n', '十日', '的', '答复'))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const runs = diffWords(before, after);
        const join = (left: string) =>
          runs
            .filter(({ kind }) => kind !== left)
            .map(({ text }) => text)
            .join('');
        expect(join('added')).toBe(before);
        expect(join('removed')).toBe(after);
        expect(runs.every(({ text }) => text !== '')).toBe(true);
      }),
    );
  });
});
