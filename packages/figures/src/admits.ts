import { approxBefore } from './approximations.js';
import { isHan, isLatin, isSpace } from './chars.js';
import { excludedAfter, excludedBare, excludedBefore, vagueBefore } from './exclusions.js';
import type { Numeral } from './numerals.js';

/** What is known of a numeral before it is admitted. */
export interface Marks {
  readonly arabic: boolean;
  readonly marked: boolean;
  readonly lone: boolean;
  readonly inside: boolean;
  readonly prefix: boolean;
  readonly suffix: boolean;
}

const COUNTED =
  /^(个|项|类|种|条|家|名|部|件|宗|卷|张|次|场|期|起|人|位|支|所|批|轮|套|天|份|户|元|大|倍|处|门|座|篇|本|堂|册|例|块|人次|场次|件次|工作日|个月|小时|分钟|个百分点|%|通|单|笔|学时|课时|款|枚|辆|台|亩|公里|吨|平方米|户次|家次|条次|票|栋)/;

/** 七个必须, 四个到位: what follows is an act or a quality, no thing. */
const SLOGAN =
  /^(必须|坚持|明确|意识|自信|确立|维护|结合|到位|转变|聚焦|突出|强化|着力|一律|不准|严禁|优先|带头|做到|紧盯|先行|表率|务必|有之|服从|绝对|决不|不得|不放松|不动摇|毫不)/;

/**
 * 败诉一件，制定规章二部、修改三件: a small number that closes its item. Not 每村一个, nor 发现一起、查处一起, which is a
 * manner of working.
 */
function closesItem(text: string, at: number, unit: string, stop: number, previous: string): boolean {
  const points = unit === '个百分点' || unit === '百分点';
  if (!points && !/^(件|个|部|起|项|家|名|人|场|次|期|份|处|所|支|批|例|宗|座|卷)$/.test(unit)) return false;
  if (!/^(?:$|[，、；。）)（(\n]|左右|以上|以内)/.test(text.slice(stop, stop + 2))) return false;
  if (!isHan(text.charCodeAt(at - 1)) || '每各第某这那任哪唯逐一之初再同另其周星'.includes(previous)) return false;
  if (points)
    return /(?:增长|上升|提高|提升|增加|下降|降低|减少|回落|高|低|多|少)了?$/.test(text.slice(Math.max(0, at - 4), at));
  if (/[不没无][漏落少差丢留缺][^，。；]{0,2}$/.test(text.slice(Math.max(0, at - 4), at))) return false;
  if (/(?:一|每)[^，。；]{0,3}$/.test(text.slice(Math.max(0, at - 4), at))) return false;
  // 最多跑一次, 办一件
  if (/跑$|(?:^|[，、；。\n])\p{Script=Han}$/u.test(text.slice(Math.max(0, at - 2), at))) return false;
  // 发现一起、查处一起: bare acts side by side
  const again = `${text.charAt(at)}${unit}`;
  const left = text.slice(Math.max(0, at - 12), at);
  const bare = /(?:^|[，、；。\n])\p{Script=Han}{1,3}$/u.test(left);
  const behind = new RegExp(`(?:^|[，、；。])\\p{Script=Han}{1,3}${again}[，、；]`, 'u').test(left);
  const ahead = new RegExp(`^[，、；]?\\p{Script=Han}{1,3}${again}`, 'u').test(text.slice(stop, stop + 8));
  return !(bare && (behind || ahead));
}

const SUMS = /^(合计|相加|之和|总计|共计)/;

/** Is it a count of something at all? See exclusions.ts for the lists. */
export function admits(
  text: string,
  at: number,
  numeral: Numeral,
  unit: string | null,
  gap: number,
  stop: number,
  marks: Marks,
): boolean {
  const context = marks.prefix ? at - (approxBefore(text, at, true)?.length ?? 0) : at;
  if (marks.lone && !(marks.inside || marks.prefix || marks.suffix)) return false;
  // 阅读量突破百万，
  if (
    marks.lone &&
    unit === null &&
    !(marks.prefix && /[量数额]$/.test(text.slice(context - 1, context)) && !isHan(text.charCodeAt(stop)))
  )
    return false;
  if (!marks.arabic && vagueBefore(text, at)) return false;
  if (unit === null && excludedBare(text, context)) return false;
  if (excludedBefore(text, context) && unit !== '%') return false;
  // 每10万人: the base of a rate
  if (text.charAt(context - 1) === '每' && numeral.magnitude > 1) return false;
  if (isSpace(text.charCodeAt(context - 1)) && text.charAt(context - 2) === '第') return false;
  if (unit === null || unit === '日' || unit === '年') {
    if (excludedAfter(text, numeral.end)) return false;
  }
  if (unit !== null && excludedAfter(text, gap) && unit !== '天' && !text.startsWith(unit, gap)) return false;
  if (unit === '年') return /(连续|连年)[^，,。；;0-9]{0,8}$/.test(text.slice(Math.max(0, context - 10), context));
  if ((unit === '个月' || unit === '个季度') && /[前近]$/.test(text.slice(Math.max(0, at - 1), at))) return false;
  if (/[:="'>]/.test(text.charAt(at - 1)) && isLatin(text.charCodeAt(at - 2))) return false;
  if (
    unit !== null &&
    /^(分钟|小时|米|公里|千米)$/.test(unit) &&
    /^[^，。；、]{0,12}圈/.test(text.slice(stop, stop + 14))
  )
    return false;
  // 吉0802行初12号: the number of a court in a case number; 9时30分: a time of day
  if (unit === '行' && /^[初终再申审赔]/.test(text.slice(stop, stop + 1))) return false;
  // 1条记录 1/1页: the foot of a web page
  if (unit === '条' && /^\s*记录\s*\d+\/\d+/.test(text.slice(stop, stop + 12))) return false;
  // 方案7.0版, 清单2023版
  if (unit === '版' && (text.slice(at, numeral.end).includes('.') || numeral.value > 1900)) return false;
  if (unit === '点' && /[午晚晨]$/.test(text.slice(Math.max(0, at - 1), at))) return false;
  if (unit === '分' && /[时点:：]$/.test(text.slice(Math.max(0, at - 1), at))) return false;
  // 两个“百日攻坚”: the name of a campaign
  if (unit === '个' && !marks.arabic && text.charAt(stop) === '“') return false;
  if (unit === '个' && !marks.arabic && SLOGAN.test(text.slice(stop, stop + 4))) return false;
  if (unit === '岁' || unit === '级' || unit === '字' || unit === '国') return false;
  // 记者20日从省司法厅获悉
  if (unit === '日' && /^(从|在|上午|下午|晚|召开|举行|讯|电)/.test(text.slice(stop, stop + 2))) return false;
  if (unit === '日')
    return (
      /[于在至到为过内]$/.test(text.slice(Math.max(0, context - 1), context)) ||
      text.charAt(stop) === '内' ||
      marks.prefix ||
      marks.suffix ||
      (isHan(text.charCodeAt(context - 1)) && text.charAt(context - 1) !== '月')
    );
  if (
    unit === '条' &&
    /(全文|条例|办法|规定|规章|草案|章|法(?!规))[^，。；]{0,4}$/.test(text.slice(Math.max(0, context - 8), context)) &&
    /(?<!法律法规)(共|第)$/.test(text.slice(Math.max(0, context - 5), context))
  )
    return false;
  // 七章六十八条, while 规章273条 counts
  if (unit === '条' && /[\d０-９一二三四五六七八九十]章$/.test(text.slice(Math.max(0, context - 2), context)))
    return false;
  // 三类合计占66%, 两项相加: what was counted before
  if (numeral.value < 10 && SUMS.test(text.slice(stop, stop + 2))) return false;
  // 本报告包括四个部分
  if (unit === '个' && numeral.value < 13 && /^(部分|章节|篇章|附件|附表|附录)/.test(text.slice(stop, stop + 2)))
    return false;
  if (!marks.arabic && !marks.lone) {
    if (unit === null)
      return marks.marked && (marks.inside || numeral.magnitude > 1) && (marks.prefix || isHan(text.charCodeAt(stop)));
    if (!COUNTED.test(unit) && unit !== '年') return false;
    const previous = text.charAt(context - 1);
    // 周三 is a day, 每周三次 a count
    const weekly = previous === '周' && text.charAt(context - 2) === '每';
    if ('之周某这那每该哪初第'.includes(previous) && previous !== '' && !weekly) return false;
    // 统一, 唯一, 其一; but 系统三名干部, 其四个小组
    if (
      '同统唯专单另其逐'.includes(previous) &&
      previous !== '' &&
      '一二'.includes(text.charAt(at)) &&
      numeral.digits < 2
    )
      return false;
    if (unit === '倍') return true;
    if (numeral.value <= 2 && closesItem(text, at, unit, stop, previous)) return true;
    if (numeral.value === 1 && !marks.inside)
      return (
        /(至少|不少于|仅有|仅|只有)[^，。；]{0,6}$/.test(text.slice(Math.max(0, at - 9), at)) &&
        text.charAt(stop) !== '一'
      );
    if (numeral.value === 2 && text.charAt(at) === '二' && !marks.prefix) return false;
    // 委员会三次会议, 七届四次全会: ordinals without 第
    if (
      unit === '次' &&
      /[会届]$/.test(text.slice(context - 1, context)) &&
      /^(全体)?(会议|全会)/.test(text.slice(stop, stop + 4))
    )
      return false;
    if (unit === '大' && /^(代表|精神|报告|以来|召开|胜利|会)/.test(text.slice(stop, stop + 3))) return false;
    if (unit === '大' && (numeral.value >= 10 || text.charAt(context - 1) === '十')) return false;
    if (text.charAt(stop) === '一' && unit === '个') return false;
  }
  return true;
}
