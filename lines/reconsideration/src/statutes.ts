import { statute } from '@fadu/kernel';

/** 行政复议法, revised 2023-09-01, in force from 2024-01-01. */
export const FY = statute('中华人民共和国行政复议法');
/** The same law as amended in 2017, for matters received before 2024-01-01. */
export const FY17 = (article: number, paragraph?: number, item?: number) => ({
  ...statute('中华人民共和国行政复议法')(article, paragraph, item),
  note: '2017年修正文本',
});
/** 行政复议法实施条例 of 2007, until 2026-06-30. */
export const FT07 = statute('中华人民共和国行政复议法实施条例');
/** 行政复议法实施条例 of 2026 (State Council Decree 836), from 2026-07-01. */
export const FT26 = (article: number, paragraph?: number, item?: number) => ({
  ...statute('中华人民共和国行政复议法实施条例')(article, paragraph, item),
  note: '2026年国务院令第836号',
});
export const XS = statute('中华人民共和国行政诉讼法');
export const MS = statute('中华人民共和国民事诉讼法');
export const GWY = statute('中华人民共和国公务员法');
