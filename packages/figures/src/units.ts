import { isHan } from './chars.js';

/**
 * Measure words of official prose, longest first by first character. `as` is the unit as the gold writes it (件(次) is 件次).
 * `weak` units are also ordinary words or place names: they count only after Arabic numerals or an approximation.
 */
export interface Unit {
  readonly text: string;
  readonly as: string;
  readonly weak: boolean;
}

const STRONG =
  '个百分点 百分点 个工作日 工作日 自然日 个小时 小时 分钟 个月 个季度 个 名 人次 人 件次 件 部次 部 项次 项 家次 家 户次 户 次 场次 场 期 份 条次 条 元 万元 美元 欧元 港元 起 宗 卷 册 本 篇 幅 张 块 处 所 座 支 批次 批 轮次 轮 类 种 门 节 堂 天 秒 岁 公里 千米 米 平方米 ㎡ 平方公里 亩 公顷 吨 公斤 千克 辆次 辆 台次 台 套 架 艘 通 位 笔 单 款 例 桩 封 集 档 枚 盏 间 栋 幢 班次 分 倍 成 周 剂 头 株 盘 版 人天 课时 学时 车次 班 则 段 遍 群次 页次 对 棵 颗 面 题 道 艘次 副 把 票 ' +
  '宗次 起次 家(次) 户(次) 对次 间次 处次 个次 GB TB PB 幅次 人日 趟 部门 微克/立方米 毫克/立方米 毫克/升';
const WEAK =
  '县(市) 县（市） 县(市、区) 县（市、区） 县(区) 县（区） 市(州) 市（州） 市 县 区 村 镇 乡 省 州 旗 盟 街道 社区 级 日 年 大类 大 组 队 站 点 字 国 校 企 院 厅 局 行 点位 盒 队次 讲 方面 篇次';

const BRACKETS: readonly (readonly [string, string])[] = [
  ['件', '次'],
  ['人', '次'],
  ['户', '次'],
  ['家', '次'],
  ['场', '次'],
  ['条', '次'],
  ['期', '次'],
  ['项', '次'],
  ['个', '次'],
  ['份', '次'],
  ['批', '次'],
  ['部', '件'],
  ['个', '家'],
  ['项', '个'],
  ['件', '份'],
  ['起', '件'],
  ['台', '套'],
  ['份', '件'],
  ['名', '人'],
  ['家', '个'],
];

const byFirst = new Map<number, Unit[]>();
const add = (text: string, as: string, weak: boolean): void => {
  const key = text.charCodeAt(0);
  const list = byFirst.get(key) ?? [];
  list.push({ text, as, weak });
  byFirst.set(key, list);
};
for (const text of STRONG.split(/\s+/)) if (text !== '') add(text, text.replace(/[()]/g, ''), false);
for (const text of WEAK.split(' ')) add(text, text.replace(/[()（）、]/g, ''), true);
for (const [first, second] of BRACKETS) {
  for (const [open, close] of [
    ['(', ')'],
    ['（', '）'],
    ['/', ''],
    ['·', ''],
  ] as const)
    add(`${first}${open}${second}${close}`, first + second, false);
}
for (const [text, as] of [
  ['%', '%'],
  ['％', '%'],
  ['﹪', '%'],
  ['‰', '‰'],
] as const)
  add(text, as, false);
for (const list of byFirst.values()) list.sort((a, b) => b.text.length - a.text.length);

/** Words that begin with a measure word but are nouns: 3项目 is not 3项, 部门, 条例, 家庭, 次数, 人员, 人民, 件数. */
const NOT_UNIT = new Set(
  '部委 部级 项目 人员 人民 人大 人均 人社 人才 次数 次日 日常 日均 日起 日前 年度 年内 年来 年均 年检 年报 年级 位居 位列 位于 类型 类别 种类 级别 本级 本地 本省 本市 本县 节点 节省 分别 分类 分局 分级 分支 分析 分层 分项 分管 分工 分局 成立 成为 成员 成果 成功 成本 成效 成就 成长 成都 成绩 成熟 成型 成交 成品 成套 成分 成年 成不 成单 单位 单项 单一 通过 通报 通知 通办 通达 市场 市级 市民 市直 市委 市政 市司 县级 县域 县委 县直 区域 区级 区委 村级 村居 村民 村委 镇街 镇级 省级 省直 省委 省政 省司 大会 大力 大厅 大队 大型 组织 组成 组建 队伍 站点 站式 点击 点对 字号 国家 企业 院校 行业 行政 行动 口径 网络 网格 网站 面积 面向 面对 对于 对标 对照 对接 对象 对外 对全 周年 周岁 周边 周期 支持 支撑 门类 集中 集成 集群 版本 版权 班子 段时 题目 题材 题库 道路 道德 道理 道口 副省 副市 副县 副厅 副局 副主 副组 副书 把握 把关 把好 把脉'.split(
    ' ',
  ),
);

/** The unit at `at`, or null. `arabic`: the numeral was Arabic or approximate, which admits weak units. */
export function unitAt(text: string, at: number, arabic: boolean): Unit | null {
  const list = byFirst.get(text.charCodeAt(at));
  if (list === undefined) return null;
  for (const unit of list) {
    if (unit.weak && !arabic) continue;
    if (!text.startsWith(unit.text, at)) continue;
    if (unit.text.length === 1) {
      const word = text.slice(at, at + 2);
      // 35项目标任务, 12项目录 count targets and catalogues
      if (NOT_UNIT.has(word) && !/^项目[标录]/.test(text.slice(at, at + 3))) continue;
    }
    return unit;
  }
  return null;
}

/** 100余卷(册): two measure words, the second in brackets. */
export function withBracket(text: string, at: number, unit: Unit | null): Unit | null {
  if (unit === null || unit.text.length > 2) return unit;
  const match = /^[（(]([件次人户家场条期项个份批部起名卷册宗本])[)）]/.exec(
    text.slice(at + unit.text.length, at + unit.text.length + 3),
  );
  return match === null ? unit : { text: unit.text + match[0], as: unit.as + match[1]!, weak: unit.weak };
}

/** 三大, 6大: counted kinds of things, unless the word goes on (大力, 大会). */
export const bigUnit = (text: string, at: number): Unit | null =>
  isHan(text.charCodeAt(at + 1)) ? unitAt(text, at, true) : null;

const PERSON = new Set(['人', '名', '位', '人次', '名人']);
const TIME = new Set([
  '天',
  '日',
  '工作日',
  '个工作日',
  '小时',
  '个小时',
  '分钟',
  '秒',
  '个月',
  '个季度',
  '年',
  '周',
  '自然日',
]);
const SIZE = new Set([
  '平方米',
  '平方公里',
  '亩',
  '公顷',
  '公里',
  '千米',
  '米',
  '吨',
  '公斤',
  '千克',
  'GB',
  'TB',
  'PB',
]);
export type UnitClass = 'rate' | 'money' | 'person' | 'time' | 'size' | 'thing' | 'none';

export function unitClass(unit: string | null): UnitClass {
  if (unit === null) return 'none';
  if (unit === '%' || unit === '‰' || unit === '个百分点' || unit === '百分点') return 'rate';
  if (unit.endsWith('元')) return 'money';
  if (PERSON.has(unit)) return 'person';
  if (TIME.has(unit)) return 'time';
  if (SIZE.has(unit)) return 'size';
  return 'thing';
}
