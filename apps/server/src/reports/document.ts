import { chineseNumeral, dayOf } from '@fadu/kernel';
import { blocksOf } from '@fadu/procedure';
import type { Block, OfficialDocument } from '../documents/index.js';
import type { BuiltReport, ReportChapter } from './model.js';
import { figureParagraphs } from './paragraphs.js';

/** The figures of a chapter as paragraphs: clauses with semicolons, a full stop at the end. */
const figureTexts = ({ sentences }: ReportChapter): string[] =>
  figureParagraphs(sentences).map((one) => `${one.map(({ text }) => text).join('；')}。`);

const UNWRITTEN = '（待撰写）';

/** Titles with their numbers, and the text below: what is settled and later printed. */
export const chapterTexts = (report: BuiltReport): { readonly title: string; readonly text: string }[] =>
  report.chapters.map((chapter, index) => {
    const texts = [...chapter.texts, ...figureTexts(chapter)];
    return {
      title: `${chineseNumeral(index + 1)}、${chapter.title}`,
      text: texts.length === 0 ? UNWRITTEN : texts.join('\n'),
    };
  });

const reportBlocks = (report: BuiltReport): Block[] =>
  chapterTexts(report).flatMap(({ title, text }): Block[] => [
    { kind: 'heading', level: 1, text: title },
    ...blocksOf(text),
  ]);

/** The report as a paper in the official layout: a draft. The published one is the document that the engine issued. */
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
