import { isClauseEnd, isDigit, isHan, isSpace } from './chars.js';
import type { Sentence } from './sentences.js';
import type { Mention } from './types.js';
import { unitClass } from './units.js';

/** The surroundings of one mention inside its sentence; all offsets in the text. */
export interface Context {
  readonly index: number;
  readonly mention: Mention;
  readonly sentence: Sentence;
  readonly clauseStart: number;
  readonly clauseEnd: number;
  /** End of the mention before in the same clause, else the clause start. */
  readonly from: number;
  /** Start of the next mention in the same clause, else the clause end. */
  readonly to: number;
  /** Start of the mention before when nothing stands between (培训班16期2900人), else null. */
  readonly beside: number | null;
  /** From `from` to the mention, without spaces and line ends. */
  readonly before: string;
  /** From the mention to `to`. */
  readonly after: string;
  /** The noun stands after the number (召开5次会议), not before it (受理案件60件). */
  readonly nounAfter: boolean;
  /** The noun after the mention before belongs to that one. */
  readonly claimed: boolean;
  /** How far words after the number may still speak of it, when its noun stands before. */
  readonly afterEnd: number;
  /** Of A、B分别为1件、2件: the item of the list that is this number's own. */
  readonly item: Item | null;
}

/** A stretch of the text. */
interface Item {
  readonly start: number;
  readonly end: number;
}

const NO_NOUN =
  /^(受众|受益|受教育|惠及|吸引|覆盖(?!面|率)|因(?!素|公)|中(?![心小介央国型标学层期队职医药华外])|由于|同比|环比|逐年|逐步|递减|递增|压缩|压减|缩短|扩大|较|比|和|与|及|以及|占|达|被|均|受理(?![点窗机站中条人])|审结|化解(?!中心|机制)|调处(?!中心|机制)|排查(?!组|队)|办复|办结(?!量)|回复|[\u4e00-\u9fff]{2,5}率|已|全部|增|减|上升|下降|提高|提升|增长|降|升|为|是|由|至|到|涉|并|，|左右|，|其中|进行|实现|高于|低于|分别|得到|通过|参加|参与|接受|荣获|受到|取得|作出|予以|纳入|推荐|完成|落实|上|以|等$|、|的$|的(?:较|极)?[低高]?(?:水平|位)$)/;

export function contexts(
  text: string,
  mentions: readonly Mention[],
  first: number,
  last: number,
  sentence: Sentence,
): Context[] {
  const result: Context[] = [];
  for (let index = first; index < last; index += 1) {
    const mention = mentions[index]!;
    let clauseStart = mention.start;
    while (clauseStart > sentence.start && !clauseBreak(text, clauseStart - 1)) clauseStart -= 1;
    let clauseEnd = mention.end;
    while (clauseEnd < sentence.end && !clauseBreak(text, clauseEnd)) clauseEnd += 1;
    const previous = index > first ? mentions[index - 1]! : null;
    const following = index + 1 < last ? mentions[index + 1]! : null;
    const from = previous !== null && previous.end > clauseStart ? previous.end : clauseStart;
    let to = following !== null && following.start < clauseEnd ? following.start : clauseEnd;
    // 公布2件政府规章并废止4件: the second act is of the next number
    const near = Math.max(mention.end + 2, to - 5);
    const joint = to < clauseEnd && near < to ? near + text.slice(near, to - 1).lastIndexOf('并') : -1;
    if (joint >= near && ACT_ONLY.test(text.slice(joint + 1, to))) to = joint;
    else if (text.charAt(mention.end) === '并') to = mention.end;
    const before = clean(text.slice(from, mention.start)).replace(/：$/, '');
    const after = clean(text.slice(mention.end, to));
    const claimed =
      previous !== null &&
      previous.end > clauseStart &&
      result.at(-1)?.mention === previous &&
      result.at(-1)!.nounAfter;
    const list = text
      .slice(mention.end, Math.min(to, mention.end + 8))
      .search(/^[和及与]|[、（(—：:]|受众|受益|惠及|吸引|覆盖/);
    const afterEnd = list < 0 ? Math.min(to, mention.end + 8) : mention.end + list;
    result.push({
      index,
      mention,
      sentence,
      clauseStart,
      clauseEnd,
      from,
      to,
      beside:
        previous !== null && previous.start > clauseStart && joined(text, previous, mention) ? previous.start : null,
      before,
      after,
      nounAfter: nounFollows(after),
      claimed,
      afterEnd,
      item: ownItem(text, mentions, index, first, last, clauseStart, clauseEnd),
    });
  }
  return result;
}

/** Where the clause before begins, unless it has a number of its own. */
export function previousClause(text: string, { clauseStart, sentence }: Context): number {
  if (clauseStart <= sentence.start) return clauseStart;
  let at = clauseStart - 1;
  while (at > sentence.start && !/[，,；;：:]/.test(text.charAt(at - 1))) at -= 1;
  for (let index = at; index < clauseStart; index += 1)
    if (/[0-9０-９]/.test(text.charAt(index)) && text.charAt(index + 4) !== '年') return clauseStart;
  return at;
}

/** 培训班2轮410人次, 轮训4批次、1120人次: how often, and how many came. */
const joined = (text: string, first: Mention, second: Mention): boolean =>
  first.end === second.start ||
  (second.start - first.end === 1 &&
    text.charAt(first.end) === '、' &&
    unitClass(first.unit) === 'thing' &&
    unitClass(second.unit) === 'person');

/** What may stand between 分别 and the numbers of the items before it. */
const NAMES_ITEMS = /^(同比|环比|较|比|占|达|为|是|提升|增长|下降|上升|提高|增加|减少|降低|缩短|压缩)/;

/** Nobody pairs more nouns and numbers than these. */
const MOST_ITEMS = 40;

/**
 * The k-th noun for the k-th number, when there are as many of each: A、B分别为1件、2件, or 1个乡镇、6个集体分别被评为A、B.
 */
function ownItem(
  text: string,
  mentions: readonly Mention[],
  index: number,
  first: number,
  last: number,
  clauseStart: number,
  clauseEnd: number,
): Item | null {
  // Within the clause only: to look through all the text before each number would take the square of its length.
  const at = clauseStart + text.slice(clauseStart, mentions[index]!.start).lastIndexOf('分别');
  if (at < clauseStart)
    return (
      movedItem(text, mentions, index, first, last, clauseStart) ??
      namedItem(text, mentions, index, first, last, clauseStart, clauseEnd) ??
      sharedItem(text, mentions, index, first, last, clauseStart, clauseEnd)
    );
  let low = index;
  while (low > first && index - low < MOST_ITEMS && mentions[low - 1]!.start > at) low -= 1;
  let high = index + 1;
  while (high < last && high - low <= MOST_ITEMS && mentions[high]!.start < clauseEnd) high += 1;
  if (high - low < 2 || high - low > MOST_ITEMS) return null;
  // 市、县分别排查矛盾纠纷12件、30件: the list says who, what is counted stands behind 分别
  if (
    /\p{Script=Han}{4}/u.test(text.slice(at + 2, mentions[low]!.start)) &&
    !NAMES_ITEMS.test(text.slice(at + 2, mentions[low]!.start))
  )
    return null;
  const own = listOf(text, low > first ? Math.max(clauseStart, mentions[low - 1]!.end) : clauseStart, at);
  // 发案量、败诉率实现“双下降”，分别下降6.8%、2.3个百分点: the list stands in the clause before
  const items = own.length === 0 && at === clauseStart ? listBefore(text, clauseStart) : own;
  return items.length === high - low ? items[index - low]! : null;
}

/** First and last of the numbers in a row around one; `joins`: whether a number goes on with the next. */
function runAround(index: number, joins: (one: number) => boolean): { readonly low: number; readonly high: number } {
  let low = index;
  while (index - low < MOST_ITEMS && joins(low - 1)) low -= 1;
  let high = index;
  while (high - low < MOST_ITEMS && joins(high)) high += 1;
  return { low, high };
}

/** 司法鉴定、仲裁案件同比增长5%、26%: as many changes in a row as things before the verb of change. */
function movedItem(
  text: string,
  mentions: readonly Mention[],
  index: number,
  first: number,
  last: number,
  clauseStart: number,
): Item | null {
  if (mentions[index]!.shape !== 'percent') return null;
  const joins = (one: number): boolean =>
    one >= first &&
    one + 1 < last &&
    mentions[one + 1]!.shape === 'percent' &&
    /^[、和]$/.test(text.slice(mentions[one]!.end, mentions[one + 1]!.start));
  const { low, high } = runAround(index, joins);
  if (high === low) return null;
  const lead = text.slice(clauseStart, mentions[low]!.start);
  const verb = /(同比|环比|较上年|比上年|较去年|比去年)?(增长|上升|提高|增加|下降|减少|降低)(了|约)?$/.exec(lead);
  if (verb === null) return null;
  const items = listOf(text, clauseStart, clauseStart + verb.index);
  return items.length === high - low + 1 ? items[index - low]! : null;
}

/** 开展培训、宣传、调解12场、30次和450件: as many numbers, one after the other, as words before them. */
function sharedItem(
  text: string,
  mentions: readonly Mention[],
  index: number,
  first: number,
  last: number,
  clauseStart: number,
  clauseEnd: number,
): Item | null {
  const joins = (one: number): boolean =>
    one >= first &&
    one + 1 < last &&
    mentions[one + 1]!.start < clauseEnd &&
    mentions[one]!.start >= clauseStart &&
    /^[、和及]$/.test(text.slice(mentions[one]!.end, mentions[one + 1]!.start));
  const { low, high } = runAround(index, joins);
  const run = high - low + 1;
  // 修订规章3部、5件规范性文件: the noun of the last number stands behind it
  if (run < 2 || nounFollows(clean(text.slice(mentions[high]!.end, clauseEnd)))) return null;
  const from = low > first ? Math.max(clauseStart, mentions[low - 1]!.end) : clauseStart;
  // 一般登记、抵押登记时限缩短至4天、3天: the noun before the movement is of both
  if (/[至到]$/.test(text.slice(from, mentions[low]!.start))) return null;
  const items = listOf(text, from, mentions[low]!.start);
  return items.length === run ? items[index - low]! : null;
}

const NAMED = /^[^，。；]{0,8}[，,]?分别(?:被)?(?:评为|获评|荣获|评选为|命名为|授予|入选)/;

function namedItem(
  text: string,
  mentions: readonly Mention[],
  index: number,
  first: number,
  last: number,
  clauseStart: number,
  clauseEnd: number,
): Item | null {
  let low = index;
  while (low > first && index - low < MOST_ITEMS && mentions[low - 1]!.start >= clauseStart) low -= 1;
  let high = index + 1;
  while (high < last && high - low <= MOST_ITEMS && mentions[high]!.start < clauseEnd) high += 1;
  if (high - low < 2 || high - low > MOST_ITEMS) return null;
  const rest = text.slice(mentions[high - 1]!.end, mentions[high - 1]!.end + 120);
  const named = NAMED.exec(rest);
  if (named === null) return null;
  const from = mentions[high - 1]!.end + named[0].length;
  const stop = text.slice(from, from + 100).search(/[，,。；\n]/);
  const items = listOf(text, from, stop < 0 ? from : from + stop);
  return items.length === high - low ? items[index - low]! : null;
}

/** The list that opens the clause before, up to what is said of it. */
function listBefore(text: string, clauseStart: number): Item[] {
  let from = clauseStart - 1;
  while (from > 0 && clauseStart - from < 60 && !/[，,。；;：:\n0-9]/.test(text.charAt(from - 1))) from -= 1;
  const said = text.slice(from, clauseStart - 1).search(/实现|均|都|双|同比|持续|连续|保持|呈/);
  return said < 3 ? [] : listOf(text, from, from + said);
}

/** The items of a list parted by 、 和 及. */
function listOf(text: string, from: number, to: number): Item[] {
  const items: Item[] = [];
  let start = from;
  for (let place = from; place <= to; place += 1) {
    const sign = text.charAt(place);
    const joint =
      sign === '、' || ((sign === '和' || sign === '及') && !/^(和解|及时)/.test(text.slice(place, place + 2)));
    if (place < to && !joint) continue;
    if (place > start) items.push({ start, end: place });
    start = place + 1;
  }
  return items;
}

const clean = (piece: string): string => (/[\s&]/.test(piece) ? piece.replace(/&nbsp;|\s+/g, '') : piece);

function clauseBreak(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (!isClauseEnd(code)) return false;
  if (code === 10 || code === 13) return false;
  // 罚没金额：516万元
  if (
    code === 0xff1a &&
    LABEL.test(text.slice(Math.max(0, at - 3), at)) &&
    NUMBER_NEXT.test(text.slice(at + 1, at + 4))
  )
    return false;
  if (code === 0x3a || code === 0x2c || code === 0xff0c)
    return !(
      isDigit(text.charCodeAt(at - 1)) &&
      isDigit(text.charCodeAt(at + 1)) &&
      isDigit(text.charCodeAt(at + 3)) &&
      !isSpace(text.charCodeAt(at + 1))
    );
  if (code === 0x3b) return !text.startsWith('&nbsp', at - 5);
  return true;
}

const LABEL = /[\p{Script=Han}）)]{2}$/u;
const NUMBER_NEXT = /^\s?(?:[近约逾超]|超过)?[0-9]/;

/** Nothing but an act: 废止 before the next number. */
const ACT_ONLY = /^[\u4e00-\u9fff]+$/;

/** 24部涉及卫生健康领域的法规: what they touch stands before the noun. */
const TOUCHING = /^涉及[^，。；、]{1,14}的[\u4e00-\u9fff]/;

function nounFollows(text: string): boolean {
  // 举办3期2025年度培训班
  const after = text.replace(/^20\d\d年度?/, '');
  if (after === '') return false;
  const code = after.charCodeAt(0);
  if (!isHan(code) && code !== 0x201c && code !== 0x300a) return false;
  return !NO_NOUN.test(after) || TOUCHING.test(after);
}
