import { chineseNumeral, dayOf } from '@fadu/kernel';
import type { Block, OfficialDocument } from '../documents/index.js';
import type { BuiltReport, ReportChapter } from './model.js';

/** The figures of a chapter as a paragraph: clauses with semicolons, a full stop at the end. */
export const figuresParagraph = ({ sentences }: ReportChapter): string =>
  sentences.length === 0 ? '' : `${sentences.map(({ text }) => text).join('；')}。`;

const UNWRITTEN = '（待撰写）';

export function reportBlocks(report: BuiltReport): Block[] {
  return report.chapters.flatMap((chapter, index): Block[] => {
    const figures = figuresParagraph(chapter);
    const texts = chapter.texts.length === 0 && figures === '' ? [UNWRITTEN] : chapter.texts;
    return [
      { kind: 'heading', level: 1, text: `${chineseNumeral(index + 1)}、${chapter.title}` },
      ...texts.map((text): Block => ({ kind: 'paragraph', text })),
      ...(figures === '' ? [] : [{ kind: 'paragraph', text: figures } as const]),
    ];
  });
}

/** The report as a paper in the official layout; a draft until it is published. */
export const reportDocument = (report: BuiltReport): OfficialDocument => ({
  layout: 1,
  form: 'writ',
  organ: report.unit.name,
  title: report.title,
  blocks: reportBlocks(report),
  sender: report.unit.name,
  date: dayOf(new Date(report.asOf)),
  verification: { code: '', url: '' },
  draft: true,
});

/** Running text, for reading back and for checks. */
export const reportText = (report: BuiltReport): string =>
  [
    `${report.unit.name}${report.title}`,
    ...reportBlocks(report).map((block) => ('text' in block ? block.text : '')),
  ].join('\n');
