import { COLLECTED_APPROX, COLLECTED_KINDS, COLLECTED_ORIGINS, DOMAIN_NAMES } from '@fadu/indicator';
import {
  choice,
  choices,
  day,
  type Fields,
  integer,
  is,
  list,
  organization,
  pastDay,
  persons,
  text,
} from '@fadu/procedure';

/** A line of the table: an indicator, or a named part of one. */
const ROW = {
  code: text('指标编码', 60, { hint: '以全国目录为准' }),
  part: text('其中', 60, { optional: true, hint: '是组成部分的写名称，是总数的不填' }),
  kind: choice('有无', COLLECTED_KINDS),
  value: text('数值', 60, { optional: true, when: is('kind', 'value'), hint: '按目录的计量单位，金额以元计' }),
  numerator: integer('分子', { optional: true, min: 0, when: is('kind', 'value') }),
  denominator: integer('分母', { optional: true, min: 0, when: is('kind', 'value') }),
  approx: choice('确数或者约数', COLLECTED_APPROX, { optional: true, when: is('kind', 'value') }),
  origin: choice('来源', COLLECTED_ORIGINS, { optional: true }),
  reason: text('说明', 500, { optional: true, multiline: true }),
} as const satisfies Fields;

export const fields = {
  unit: organization('填报单位', { search: true }),
  to: organization('接收单位', { hint: '审定本表的上级主管部门' }),
  period: text('期间', 20, { search: true, hint: '2023、2023H1、2023Q2或者2023-03' }),
  before: text('对比期间', 20, { optional: true, hint: '通常为上年同期，用来核对变动' }),
  openedOn: pastDay('开始填报日'),
  dueOn: day('报送期限'),
  sections: choices('填报范围', DOMAIN_NAMES, { optional: true, hint: '目录的哪几部分；不选的，填报全部目录' }),
  reminder: text('催报的话', 500, { optional: true, multiline: true }),
  remindedOn: pastDay('最近催报日'),
  remindedBy: choice('谁催报', { superior: '接收单位', platform: '平台按期限' }, { optional: true }),
  remindedTo: persons('提醒的人', 'returnReporter', { min: 1, max: 50 }),

  figures: list('数据', '一行数据', ROW, { min: 1, max: 500 }),
  note: text('填报说明', 2000, { optional: true, multiline: true }),
  submittedOn: pastDay('报送日'),
  returnReason: text('退回的理由', 1000, { multiline: true }),
  approvedOn: pastDay('审定日'),
  correction: text('更正的理由', 1000, { multiline: true, hint: '错在哪里，怎样发现的；上级和以后查账的人看得到' }),
  /** While an approved return is being put right: what was approved, which counts until the correction is. */
  inForce: list('更正前审定的数据', '一行数据', ROW, { optional: true, max: 500 }),
  amendment: choice(
    '更正',
    { own: '填报单位更正', asked: '接收单位要求更正', approved: '更正已审定' },
    { optional: true },
  ),
  amendedOn: pastDay('更正审定日', { optional: true }),
  keptReason: text('维持原数的理由', 1000, { multiline: true }),
  belowNote: text('不计入的理由', 1000, { multiline: true, hint: '下级更正了，本表的数为什么不变' }),
} as const satisfies Fields;
