/** How the parts of a figure that was read are called on screen. */

export const ROLE_WORDS = {
  level: '数量',
  change: '变化',
  previous: '上期',
  share: '占比',
  rank: '位次',
  duration: '年限',
  target: '目标',
} as const;

export const APPROX_WORDS = { exact: '确数', about: '约', over: '余、以上', under: '近、不足' } as const;

export const POLARITY_WORDS = { up: '上升', down: '下降' } as const;

export const LEVEL_WORDS = { nation: '全国', province: '省级', city: '市级', county: '县级' } as const;

/** What was done about a finding. */
export const FINDING_WORDS = {
  explained: '已说明',
  toCorrect: '待更正',
  sentBack: '已退回',
  reopened: '重新打开',
} as const;

export const FINDING_KINDS = {
  arithmetic: '算不出',
  change_arithmetic: '变化不符',
  impossible_rate: '比率不可能',
  part_larger_than_whole: '部分大于整体',
  parts_exceed_whole: '部分之和大于整体',
  same_fact_twice: '同一事实',
  measure_differs: '口径不同',
  previous_differs: '与上年报告不符',
  large_jump: '与上年相差很大',
  typed_differs: '文字与数据不符',
} as const;
