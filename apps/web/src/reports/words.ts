import type { ReportFigureView, StudioChapter } from '@fadu/wire';

export const STAGE_WORDS: Readonly<Record<StudioChapter['stage'], string>> = {
  idle: '',
  unwritten: '未写',
  writing: '撰写中',
  submitted: '已交稿',
  confirmed: '已确认',
  returned: '已退回',
};

/** Tones of the five states (styles/base.css). */
export const STAGE_TONES: Readonly<Record<StudioChapter['stage'], string>> = {
  idle: 'ended',
  unwritten: 'idle',
  writing: 'active',
  submitted: 'waiting',
  confirmed: 'ended',
  returned: 'alarm',
};

/** Said after the figure, so that it can be told without colour and by ear. */
export const FIGURE_MARKS: Readonly<Record<ReportFigureView['state'], string>> = {
  live: '实时',
  stale: '待更新',
  overridden: '手改',
};

/** 十二: numbers of the chapters that are written into the report. */
const DIGITS = '零一二三四五六七八九';
export const chapterNumeral = (count: number): string =>
  count < 10
    ? DIGITS.charAt(count)
    : `${count < 20 ? '' : DIGITS.charAt(Math.floor(count / 10))}十${count % 10 === 0 ? '' : DIGITS.charAt(count % 10)}`;
