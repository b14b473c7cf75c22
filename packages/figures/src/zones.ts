import type { Context } from './context.js';
import { foreign } from './gap.js';
import { unitClass } from './units.js';

/** An occurrence of a term of the rules in the text. */
export interface Hit {
  readonly term: number;
  readonly start: number;
  readonly end: number;
  inner: boolean;
  /** Inside a noun (培训 in 培训班), so no verb. */
  silent: boolean;
  /** Inside 《…》, and not the last word of it. */
  titled: boolean;
}

/** Score of a head in the clause but before another number. */
export const ELSEWHERE = 14;

/** As the explanation says it. */
export const zoneName = (place: number): string => (place > 44 ? '数字旁' : place > 24 ? '同一分句' : '前一分句');

/**
 * How close a head noun is: beside the number 50–70, elsewhere in the clause about 30, the clause before 18, else 0.
 * A noun with another one between it and the number is not its head (gap.ts).
 */
export function zoneOf(text: string, hit: Hit, context: Context, previousClause: number): number {
  const { mention, from, to, nounAfter, clauseStart, item } = context;
  if (hit.end - hit.start === 1 && hit.start !== mention.end && hit.end !== mention.start) return 0;
  const own = item !== null && hit.start >= item.start && hit.end <= item.end;
  if (item !== null && (own || hit.start >= clauseStart)) {
    if (own) return foreign(text, hit.end, item.end) > 2 ? 0 : 56;
    if (hit.end <= mention.start || hit.start >= item.start) return 0;
  }
  if (hit.end <= mention.start && hit.start >= from) {
    const distance = mention.start - hit.end;
    // 116个法律援助机构、53个司法鉴定机构: the noun of the number before
    if (context.claimed && hit.start - from <= 2)
      return nounAfter || foreign(text, hit.end, mention.start) > 2 ? 0 : 26;
    // “四平警事”普法短视频等4个项目: an example of them
    if (nounAfter && context.before.endsWith('等')) return 8;
    if (nounAfter)
      return 28 - Math.min(distance, 12) - (foreign(text, mention.end, nounEnd(text, mention.end, to)) > 1 ? 10 : 0);
    const other = foreign(text, hit.end, mention.start);
    if (other > 2 && !inList(text, hit.end, mention.start)) return 0;
    return 60 - Math.min(distance, 16) - 10 * Math.min(other, 2);
  }
  if (hit.start >= mention.end && hit.end <= to) {
    const stop = nounEnd(text, mention.end, to);
    // 规章13件（修改4件）: a bracket speaks of its own numbers
    if (!nounAfter)
      return hit.start - mention.end < 14 &&
        hit.end <= listEnd(text, mention.end, to) &&
        !/[（(]/.test(text.slice(mention.end, hit.start))
        ? 26
        : 0;
    if (hit.start >= stop) {
      // 局党组7次专题研究法治建设: what was done so often
      if (mention.unit === '次' && /^(专题|专门|集中)?$/.test(text.slice(mention.end, hit.start))) return 50;
      // 90%的案件未再进入诉讼: what became of the share
      if (unitClass(mention.unit) === 'rate' && (hit.start === stop || BECAME.test(text.slice(stop, hit.start))))
        return 30;
      // 73个乡镇均建立综合执法机构: one for each
      if (
        hit.start >= listEnd(text, mention.end, to) ||
        !(HAS.test(text.slice(stop, hit.start)) || (context.before.endsWith('对') && hit.start - stop < 3))
      )
        return 0;
      return foreign(text, hit.end, bracketStart(text, hit.end, listEnd(text, hit.end, to))) > 1 ? 0 : 30;
    }
    const after = foreign(text, hit.end, stop);
    if (after > 2) return 0;
    return (
      60 - Math.min(Math.max(0, stop - hit.end) * 1.5, 24) - Math.min(hit.start - mention.end, 16) / 4 - 10 * after
    );
  }
  // 举办培训班2轮410人次: what stands beside the first number stands beside the second
  if (context.beside !== null && hit.start >= clauseStart && hit.end <= context.beside && !nounAfter) {
    const other = foreign(text, hit.end, context.beside);
    if (other === 0) return 46 - Math.min(context.beside - hit.end, 16);
  }
  if (hit.start >= clauseStart && hit.end <= from) {
    // 成功率连续六年超过99%
    if (LASTING.test(text.slice(hit.end, mention.start))) return 50;
    // 时限由15天压缩至7天: the noun of the whole movement
    if (MOVED.test(context.before) && foreign(text, from, mention.start) < 2) return 40;
    const other = nounAfter ? 0 : foreign(text, from, mention.start);
    const part = /^(其中|[，,]?其中|[（(])/.test(context.before);
    return other < (part ? 3 : 2) || alike(text, hit, context) ? ELSEWHERE : 0;
  }
  if (hit.start >= previousClause && hit.end <= clauseStart) {
    if (/^(其中|[（(])/.test(context.before)) return 18;
    return foreign(text, clauseStart, mention.start) > 1 ||
      // 全省2.08万个村（社区）实现…: places are counted, not what was done before
      (nounAfter && (PLACES.test(context.after) || foreign(text, mention.end, nounEnd(text, mention.end, to)) > 1))
      ? 0
      : 18;
  }
  return 0;
}

/** 报备率、规范率均为100%: the number is of every item of the list, unless 等 sums them up in another noun. */
function inList(text: string, from: number, to: number): boolean {
  if (!/^[”]?[、和及与]/.test(text.slice(from, from + 2))) return false;
  const sum = text.slice(from, to + 1).lastIndexOf('等');
  return sum < 0 || foreign(text, from + sum, to) < 2;
}

/** 通知书36份、意见书12份: an item of a list that ends as the head does. */
const alike = (text: string, hit: Hit, { mention, before }: Context): boolean =>
  /^[、和及]/.test(before) &&
  KINDS.includes(text.charAt(hit.end - 1)) &&
  text.charAt(hit.end - 1) === text.charAt(mention.start - 1);

/** What a list may go on with in other words: 通知书, 意见书; but not 咨询, 查询. */
const KINDS = '书函单会班站室所中心点员人案件卷队组村社庭区县市项场';

const PLACES = /^(行政)?(村|社区|乡镇|街道|乡|镇|县|市|区)(?!级)/;
const LASTING = /^(?:已|均)?连续[^，。；]{1,6}[年月度](?:保持|稳定|均|都|达到?|为|在|超过|高于|低于)*$/;
const MOVED = /^[^，。；、]{1,8}(至|到|为)(20\d\d年|今年|本年)?(度)?的?$/;

/** What each of the counted bodies has or was made. */
const HAS =
  /(建立|设立|组建|成立|建成|配备|设置|挂牌|获评|评为|命名为|荣获|获(?=“)|实现|接受|得到|获得|参加|参与|旁听|为(?=[省国全市首单]|$))(省级|国家级|全国|全省|全市|市级|首批|单项|(?<=参加|参与|旁听)[^，。；、]{0,12}|[^，。；、]{0,4})“?$/;

/** 九成行政争议在复议环节案结事了. */
const BECAME = /^(?:在|通过|经|均|已|达到)[^，。；、]{0,8}$/;

/** Where the list item ends. */
function listEnd(text: string, from: number, to: number): number {
  const stop = hideBrackets(text.slice(from, to)).indexOf('、');
  return stop < 0 ? to : from + stop;
}

/** 53名干部参加资格考试（通过49名）: what stands in the bracket is said of the next number. */
function bracketStart(text: string, from: number, to: number): number {
  const open = text.slice(from, to).search(/[（(]/);
  return open < 0 ? to : from + open;
}

/** The piece with what stands in short brackets made blank; offsets stay. */
const hideBrackets = (piece: string): string =>
  piece.includes('、')
    ? piece.replace(/[（(][^（）()，。；]{1,10}[)）]/g, (bracket) => ' '.repeat(bracket.length))
    : piece;

const AFTER_NOUN =
  /、|和(?![解谐])|(?<![普涉触])及(?!时)|(?<!参)与(?!会)|参与|了解|常态化|录入|信息(?=录入|采集)|深入(?!推进)|让|推动(?!力)|落实(?!情况)|因(?!素|公)|研究(?!基地|中心|会|院|所|成果|课题|报告|生|员|室|机构)|专题听取|下放|设立|成立|建成|下沉|赋予|发出|制发|出具|顺利|通过|诉前(?!行政|案件|调解)|(?<!公)共(?!享|同)|累计|基础上|所辖|移交|划转|委托|征求|征集|收集|举办|受理|提供|获|(?<![正存现])在(?![册线校职编岗建押矫])|(?<![针绝相应核])对(?![接象策口标比外])|向(?!型)|入选|申报|列席|担任|发放|走访|采取|完成|利用|开展|进行|实施|建立|纳入|列入|实行|推行|(?<!主持|组织)召开|接受|部署|参加|组建|实现|被|受到|全部|均|获评|评为|分别|达到|未|已|配备|组成|制定(?!修订)|提出|每月|每季度|认真|常年|持证率|活跃|扎根|坚守|奔波|追索|追讨|追回|讨回|挽回|解答|(?<![行作成认因])为|(?<=组织|机构|委员会|公证处|律所|律师事务所|律师|调解员|监督员|工作者|人员|单位|部门|中心|司法所|企业|干警|志愿者)(?:共|已|全年|累计|年内|今年)?(?:年度)?(?:目标)?(?:绩效)?(?:排查|调解|化解|调处|办理|参与|审查|接待|服务|完成|联合|法治建设|述法|考核|(?<![其集空居手当])中(?![心小介央国型标学层期队职医药华外])|考评)/g;

/** Where the noun group after a number ends: at a list sign or a verb, not inside brackets: 市（县、区）公共法律服务中心. */
function nounEnd(text: string, from: number, to: number): number {
  // the first character is of the noun, and tells 公共 from 共
  AFTER_NOUN.lastIndex = 1;
  const piece = hideBrackets(text.slice(from, Math.min(to, from + 60)));
  for (let stop = AFTER_NOUN.exec(piece); stop !== null; stop = AFTER_NOUN.exec(piece))
    // 统一制发的执法证: what was done to it goes before the noun
    if (stop[0].length < 2 || piece.charAt(stop.index + stop[0].length) !== '的') return from + stop.index;
  return to;
}

/** The number has a noun of its own after it, which no filler is: 10个案例. */
export const ownsNoun = (text: string, { nounAfter, mention, to, after }: Context): boolean =>
  nounAfter && !ACT.test(after) && foreign(text, mention.end, nounEnd(text, mention.end, to)) > 1;

/** 常务会议5次专题研究…: what follows is what was done so often. */
const ACT = /^(专题|听取|研究|部署|主持|召开|讨论|审议|学习|督导|调度|开展|实施|组织|参加|深入|赴|到|在|对|向|集中)/;

/** The hits that begin in [low, high); they are in order of their ends. */
export function between(hits: readonly Hit[], low: number, high: number): readonly Hit[] {
  let from = 0;
  let to = hits.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (hits[middle]!.end <= low) from = middle + 1;
    else to = middle;
  }
  let end = from;
  while (end < hits.length && hits[end]!.start < high) end += 1;
  return hits.slice(from, end);
}

/** The term stands in a bracket that closes before the number: 案件（含应诉18件）合计80件. */
export function bracketed(text: string, from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) {
    const char = text.charAt(index);
    if (char === '（' || char === '(') return false;
    if (char === '）' || char === ')') return true;
  }
  return false;
}
