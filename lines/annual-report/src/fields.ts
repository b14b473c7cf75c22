import { bool, choice, day, type Fields, integer, list, organization, pastDay, persons, text } from '@fadu/procedure';
import { CHAPTERS } from './outline.js';

const chapters = Object.fromEntries(CHAPTERS.map(({ key, title }) => [key, title]));

export const fields = {
  unit: organization('编制单位', { search: true }),
  year: integer('年度', { min: 2000, max: 2100 }),
  openedOn: pastDay('开始编制日'),
  endedOn: day('年度终了日'),
  /** Before the first of April of the next year. */
  dueOn: day('公开期限'),

  texts: list(
    '文字',
    '一段文字',
    { chapter: choice('章', chapters), text: text('文字', 20_000, { multiline: true }) },
    { max: 40, optional: true },
  ),
  textVersion: integer('文字版次', { min: 0, max: 1_000_000 }),
  overrides: list(
    '改写的数',
    '改写',
    {
      code: text('指标编码', 60),
      value: text('报告所用的数', 60),
      reason: text('改写的理由', 500, { multiline: true }),
    },
    { max: 100, optional: true },
  ),

  figures: list(
    '定稿数据',
    '一个数',
    {
      code: text('指标编码', 60),
      name: text('指标', 60),
      written: text('报告所写', 200),
      value: text('数值', 60),
      source: choice('来源', { records: '记录', returns: '填报', override: '改写' }),
      unit: text('单位', 20, { optional: true }),
      counted: text('口径', 500),
      base: text('分母口径', 500, { optional: true }),
      origin: text('依据', 500),
      numerator: integer('分子', { min: 0, optional: true }),
      denominator: integer('分母', { min: 1, optional: true }),
      before: text('上年', 60, { optional: true }),
    },
    { min: 1, max: 500 },
  ),
  chapters: list(
    '定稿正文',
    '一章',
    { title: text('标题', 80), text: text('正文', 20_000, { multiline: true }) },
    { min: 1, max: 40 },
  ),
  digest: text('数据摘要', 64),
  frozenBy: persons('定稿人', 'reportWriter', { min: 1, max: 1 }),
  frozenOn: pastDay('定稿日'),

  lawful: bool('合法性审核通过'),
  secrecy: bool('保密审查通过'),
  checkNote: text('审查意见', 1000, { optional: true, multiline: true }),
  checkedOn: pastDay('审查日'),
  approvedOn: pastDay('审定日'),
  returnReason: text('退回的理由', 1000, { multiline: true }),
  sentTo: text('报送的机关', 500, { optional: true }),
  publishedOn: pastDay('公开日'),
  address: text('公开的网址', 300),
  errata: list(
    '更正',
    '更正',
    {
      on: pastDay('公布更正之日'),
      was: text('公开时所写', 500, { multiline: true, hint: '照公开的报告写，一字不差' }),
      now: text('更正为', 500, { multiline: true }),
      reason: text('更正的理由', 500, { multiline: true }),
      address: text('公布更正的网址', 300, { optional: true }),
    },
    { max: 100, optional: true },
  ),
} as const satisfies Fields;
