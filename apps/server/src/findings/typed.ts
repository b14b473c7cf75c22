import type { Figure } from '@fadu/figures';
import type { BuiltReport } from '../reports/model.js';
import { inUnit } from '../reports/sentence.js';
import type { Own } from './own-subject.js';
import type { Found } from './view.js';

/** Numbers typed into the words of a chapter although the data give them, and give others. */
export function typedDiffers(report: BuiltReport, own: Own): Found[] {
  const sentences = new Map(
    report.chapters.flatMap((chapter) => chapter.sentences.map((one) => [one.code, one] as const)),
  );
  const { text, figures } = own.index.report;
  const written = new Map<string, number>();
  figures.forEach(({ indicator, start }, index) => {
    if (indicator !== null && !own.typedAt(start) && !written.has(indicator)) written.set(indicator, index);
  });
  return figures.flatMap((figure, index): Found[] => {
    const { indicator, role, approx, unit, value } = figure;
    if (indicator === null || role !== 'level' || approx !== 'exact' || !own.typedAt(figure.start)) return [];
    const sentence = sentences.get(indicator);
    const said = sentence && inUnit(sentence.said, unit ?? '');
    if (!sentence || said === undefined || Math.abs(said - value) < 0.01 + 1e-9) return [];
    // Parts of a whole go under its code: 其中涉企12件.
    if (figure.of !== null || figure.scope !== null) return [];
    const at = written.get(indicator);
    return [
      {
        kind: 'typed_differs',
        severity: 'warning',
        message: `文字里写的是${figure.text}，数据是“${sentence.text}”。数据已有的数不用手写；口径不同的，请写明。`,
        statements: [
          { report: own.source, index, sentence: sentenceAt(text, figure) },
          ...(at === undefined ? [] : [{ report: own.source, index: at, sentence: sentenceAt(text, figures[at]!) }]),
        ],
      },
    ];
  });
}

/** The sentence in which a figure stands. */
export function sentenceAt(text: string, { start, end }: Figure): string {
  const before = Math.max(...['。', '；', '\n'].map((mark) => text.lastIndexOf(mark, start - 1)));
  const ends = ['。', '；', '\n'].map((mark) => text.indexOf(mark, end)).filter((at) => at >= 0);
  return text.slice(before + 1, ends.length === 0 ? undefined : Math.min(...ends)).trim();
}
