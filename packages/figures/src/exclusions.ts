import { classOf, DIGIT, isDigit, isHan, isLatin } from './chars.js';

/**
 * What looks like a figure and is none. Each rule is a word list with an example; the order does not matter.
 * Known failures: a real count quoted in “…” is left out; a slogan nobody listed here and written without quotes is kept.
 */

/** The word before the number makes it an ordinal or a number of something: 第二批, 编号3. */
const BEFORE: readonly string[] = [
  '第',
  '届',
  '届人大',
  '届政协',
  '届人大常委会',
  '届全国人大',
  '届省委',
  '届市委',
  '届县委',
  '届区委',
  '编号',
  '文号',
  '证号',
  '网备',
  'ICP',
  'ICP备',
  '公网安备',
  '版本',
  '序号',
  '附件',
  '附表',
  '星期',
  '编码',
  '标识码',
  '为期',
  '期限为',
  '每隔',
  '农历',
  '共印',
  '印数：',
  '份数：',
  '份数:',
  '访问量 ',
  '浏览量 ',
  '阅读量 ',
  '点击量 ',
  '被浏览 ',
  '被阅读 ',
  '被浏览',
  '印数:',
  '浏览次数：',
  '浏览次数:',
  '浏览次数',
  '阅读次数',
  '点击次数',
  '点击数',
  '阅读数',
  '访问次数',
  '浏览：',
  '阅读：',
  '点击：',
  '浏览次数： ',
  '点击 ',
  '浏览 ',
  '阅读 ',
  '访问 ',
  '点击&nbsp;',
  '阅读次数：',
  '访问量：',
  '浏览量：',
  '阅读量：',
  '点击量：',
  '点击数：',
  '点击次数：',
];

/** The same, but only of a number without a unit: 电话0431, while 接听电话7.6万个 is a count. */
const BEFORE_BARE: readonly string[] = [
  '热线',
  '电话',
  '邮编',
  '邮政编码',
  '传真',
  '邮箱',
  '图',
  '页',
  '表',
  '字号',
  'QQ',
  '统计号',
];

/** The word after the number (before its unit): 3号, 5层, 二等奖, 十周年. */
const AFTER: readonly string[] = [
  '号',
  '等奖',
  '等功',
  '周年',
  '星级',
  '星',
  '级',
  '届',
  '楼',
  '室',
  '页',
  '路',
  '楼',
  '时许',
  '点半',
  '月',
  '世纪',
  '年级',
  '中全会',
  '线',
  '维',
  '字头',
  '码',
  '频道',
  '版',
  '度',
  '期工程',
  '五规划',
  '五时期',
  '大以来',
  '大精神',
  '全会',
  '章',
  '节课',
  '讲',
  '是',
  '来',
  '体',
  '时',
  '道',
  '刻',
  '号文',
];

/** Number and unit together are a name, a slogan or a habit of speech, whatever stands before. */
const NAMES: readonly string[] = [
  '24小时',
  '二十四小时',
  '365天',
  '365个日夜',
  '8小时工作制',
  '8小时外',
  '8小时以外',
  '八小时外',
  '八小时以外',
  '两个确立',
  '两个维护',
  '四个意识',
  '四个自信',
  '四个全面',
  '两个结合',
  '两个毫不动摇',
  '三个代表',
  '三个务必',
  '两个责任',
  '两个一百年',
  '三会一课',
  '四个伟大',
  '三项制度',
  '两个大局',
  '三个区分开来',
  '五个一',
  '一个中心',
  '四个一',
  '三个一',
  '两个先行',
  '六个一',
  '三个平台',
  '三大平台',
  '四大平台',
  '三大攻坚战',
  '五大发展理念',
  '四大班子',
  '三大体系',
  '三种人',
  '四种形态',
  '一张网',
  '三张清单',
  '四张清单',
  '五张清单',
  '两张清单',
  '六张清单',
  '三张网',
  '四大检察',
  '十大检察',
  '五大振兴',
  '两法衔接',
  '四套班子',
  '三个年',
  '四下基层',
  '三支队伍',
  '三个规定',
  '八项规定',
  '七个有之',
  '五个必由之路',
  '六个必须坚持',
  '十个明确',
  '十四个坚持',
  '十三个方面',
  '十一个坚持',
  '三项机制',
  '两个方面',
  '三个方面',
  '四个方面',
  '五个方面',
  '六个方面',
  '七个方面',
  '八个方面',
  '两个层面',
  '三个层面',
  '一个方面',
  '一个层面',
  '百日攻坚',
  '百日行动',
  '四个最严',
  '两个覆盖',
  '两项改革',
  '两个清单',
  '多个',
  '一个个',
  '一件件',
  '一次次',
  '一项项',
  '500米公共法律服务圈',
  '半小时公共法律服务圈',
  '半小时法律服务圈',
  '四个工程',
  '千家',
  '百家',
  '三个转变',
  '两个健全',
  '两个健康',
  '五个到位',
  '三个到位',
  '四个到位',
  '三个坚持',
  '五个坚持',
  '四个坚持',
  '三个强化',
  '四个强化',
  '五个强化',
  '三个突出',
  '四个突出',
  '三个聚焦',
  '四个聚焦',
  '三个着力',
  '四个着力',
  '三个抓',
  '四个抓',
  '两类人员',
  '三类人员',
  '五类人员',
  '四类人员',
  '两大抓手',
  '三项重点',
  '三大主线',
  '两条主线',
  '一条主线',
  '三条主线',
  '千件',
  '三个善于',
  '七项重点',
  '两手抓',
  '三位一体',
  '四位一体',
  '五位一体',
];

const before = new Map<number, string[]>();
for (const word of BEFORE) {
  const key = word.charCodeAt(word.length - 1);
  before.set(key, [...(before.get(key) ?? []), word]);
}
const after = new Map<number, string[]>();
for (const word of AFTER) after.set(word.charCodeAt(0), [...(after.get(word.charCodeAt(0)) ?? []), word]);
const names = new Map<string, string[]>();
for (const word of NAMES) names.set(word.slice(0, 2), [...(names.get(word.slice(0, 2)) ?? []), word]);

const bare = new Set(BEFORE_BARE.map((word) => word.slice(-1)));

/** 第一、二、三批: the later ordinals of a list. */
export const ordinalList = (text: string, at: number): boolean =>
  /[、和]/.test(text.charAt(at - 1)) &&
  /第[一二三四五六七八九十\d]{1,3}(?:[、和][一二三四五六七八九十\d]{1,3})*[、和]$/.test(
    text.slice(Math.max(0, at - 16), at),
  );

/** For a number without unit. */
export const excludedBare = (text: string, start: number): boolean =>
  bare.has(text.charAt(start - 1)) && BEFORE_BARE.some((word) => text.startsWith(word, start - word.length));

export const excludedBefore = (text: string, start: number): boolean =>
  before.get(text.charCodeAt(start - 1))?.some((word) => text.startsWith(word, start - word.length)) ?? false;

/** 数百, 几十, 成百上千: no value. Only before a Chinese numeral: 案件数12件 has one. */
export const vagueBefore = (text: string, start: number): boolean =>
  /([数几]|成[百千]上)$/.test(text.slice(Math.max(0, start - 3), start));

export const excludedAfter = (text: string, end: number): boolean =>
  after.get(text.charCodeAt(end))?.some((word) => text.startsWith(word, end)) ?? false;

export const isName = (text: string, start: number): boolean =>
  names.get(text.slice(start, start + 2))?.some((word) => text.startsWith(word, start)) ?? false;

const OPEN = '“《‘〔【「『';
const CLOSE = '”》’〕】」』';
const ENDS = '。；\n';

/** Inside a title or a quoted slogan: 《…（2024—2027年）》, “1+1+N”. Looks back at most 60 characters. */
export function insideQuotes(text: string, at: number): boolean {
  let depth = 0;
  for (let index = at - 1; index >= 0 && index > at - 60; index -= 1) {
    const code = text.charCodeAt(index);
    if (code < 0x2018 || (code >= 0x4e00 && code <= 0x9fff)) {
      if (code === 10) return false;
      continue;
    }
    const char = text.charAt(index);
    if (ENDS.includes(char)) return false;
    // 《…“两个维护”十二项制度…》: a quotation within
    if (CLOSE.includes(char)) depth += 1;
    else if (OPEN.includes(char)) {
      if (depth === 0) return closesAfter(text, at) && !(char === '“' && isSpeech(text, index));
      depth -= 1;
    }
  }
  return false;
}

/** A quotation that does not close within so many characters is none: a missing mark must not make the reader look through the whole text. */
const LONGEST_SPEECH = 2000;

/** “从案件量看，年收案量增至1900余件。”某某说: what somebody says is no name. */
function isSpeech(text: string, open: number): boolean {
  const quoted = text.slice(open, open + LONGEST_SPEECH);
  const close = quoted.indexOf('”');
  if (close < 16) return false;
  const piece = quoted.slice(1, close);
  return /[，。；]/.test(piece) && (/[。，！？]$/.test(piece) || /^(?:$|[。；\n])/.test(text.charAt(open + close + 1)));
}

function closesAfter(text: string, at: number): boolean {
  const limit = Math.min(text.length, at + 60);
  let depth = 0;
  for (let index = at; index < limit; index += 1) {
    const char = text.charAt(index);
    if (OPEN.includes(char)) depth += 1;
    else if (CLOSE.includes(char)) {
      if (depth === 0) return true;
      depth -= 1;
    }
  }
  return false;
}

/** 30万+, 500+家: a plus that closes the number. */
export const openEnded = (text: string, at: number): boolean =>
  /^[+＋](?:$|[，,。；;、）)\s]|[人件场次家户条个份篇名项])/.test(text.slice(at, at + 2));

/** 2023-03-15, 10:30, 0431-88, 1+1+N, 3×4, 12·4, 192.168: joined to another number by a sign that makes a code. */
export function joined(text: string, start: number, end: number): boolean {
  const previous = text.charAt(start - 1);
  const next = text.charAt(end);
  const beforeSign = text.charCodeAt(start - 2);
  if (previous !== '' && '×xX*·\\_@#＃=&'.includes(previous)) return true;
  // 同比+5.6% is a change with its sign
  if (
    (previous === '+' || previous === '＋') &&
    /[同环]比.$|[增幅][长幅度].$|[较比](?:上年|去年|20\d\d年)(?:同期)?.$/.test(
      text.slice(Math.max(0, start - 9), start),
    )
  )
    return false;
  if (previous !== '' && '+＋/'.includes(previous) && (isDigit(beforeSign) || isLatin(beforeSign) || isHan(beforeSign)))
    return true;
  if (next !== '' && '×·\\_@#='.includes(next) && (next !== '·' || isDigit(text.charCodeAt(end + 1)))) return true;
  // 1+1+N, while 30万+ is an approximation
  if ((next === '+' || next === '＋') && !openEnded(text, end)) return true;
  if (next === '/' && isDigit(text.charCodeAt(end + 1))) return true;
  if ((previous === '.' || previous === ':') && isDigit(text.charCodeAt(start - 2))) return true;
  if ((previous === '-' || previous === '－') && classOf(text.charCodeAt(start - 2)) === DIGIT) return true;
  if (next === '.' && isDigit(text.charCodeAt(end + 1))) return true;
  return false;
}

/** 07版, 00321: a leading zero; 12348天津法网: the number of a public line and no days. */
export const isCode = (text: string, at: number, end: number): boolean =>
  (text.charAt(at) === '0' && isDigit(text.charCodeAt(at + 1))) ||
  (end - at === 5 && LINES.has(text.slice(at, end)) && text.charAt(end) === '天');
const LINES = new Set('12345 12348 12315 12333 12309 12388 12389 12337 12366 12368 12369 12328 12331'.split(' '));
