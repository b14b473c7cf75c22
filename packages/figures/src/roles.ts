import { basisOf } from './basis.js';
import type { Context } from './context.js';
import { readListed, readPrevious, readYears } from './previous.js';
import type { Polarity, Role } from './types.js';
import { unitClass } from './units.js';

/**
 * level, change, previous, share, rank, duration, target, with polarity and basis of a change.
 * Assumptions: a change verb stands directly before its number (增长82%; not 增加编制20名); 由A…至B marks A as previous;
 * a percentage without a rate name is a share. Known failures: a rate named only in an earlier sentence is read as share.
 */
const UP =
  '增长|上升|提高|提升|增加|增幅|涨幅|上涨|增多|净增|攀升|跃升|扩大|延长|增速|高于|高出|多于|优于|快于|超出|上浮|前进|提速|上调|增长率|升幅|递增|前移|上移|新增|增';
const DOWN =
  '负增长|下降|降低|减少|缩短|压缩|压减|回落|减幅|降幅|低于|少于|精简|下滑|缩减|下调|后退|后移|下浮|缩|递减|减轻|压降|下跌|压缩比例|压减比例|精简比例|压缩率|压减率|下降率|降|减';
const TAIL = new RegExp(
  `(${UP}|${DOWN}|多|少|升|涨)(了|幅度|幅|率|比例)?(均|都|分别|高|又|再)?(达到|达|为|约|近|超|超过)?$`,
);
/** 分别下降34%、28%: a later number of the list. */
const LISTED = new RegExp(`(${UP}|${DOWN})(幅|率)?(分别)?(了|为|达|约|近|超)?([0-9.]+[%％][、和及])+$`);
const WEAK_TAIL = /^(新增|多|少|升|涨|增|减|降|缩|高于|低于|多于|少于|优于|快于)$/;
const COMPARED =
  /同比|环比|(较|(?<!占)比(?![例重])|与|同)[^，。]{0,12}(上年|去年|前年|同期|20\d\d年|年初|以前|之前|原来|往年|上季|上月|相比|平均|均值|全省|全国|改革前|上期)/;
const BETWEEN = new RegExp(`(${UP}|${DOWN}|多|少)[^，。、]{1,14}$`);
const RATE_NAME =
  /(率|比例|比重|占比|满意度|覆盖面|知晓度|认可度|完成度|指数|参与度|好评度|信任度|度|权重|系数|分值|安全感|公信力|获得感|贡献|水平|完成|份额|面(?=达|为|均|$))/;
const TARGET =
  /力争|[需须]达到|争取(在|到|使|实现|达|于|今年|明年|年底|年内|完成|建成)|(计划|拟|预计)(在|于|到|新|完成|开展|建|培训|培育|再|对|组织|出台|制定|修订|实现|增|下降)|将(于明年|力争|实现|达到|新建|新增|建成|培训|开展|完成|举办)|确保[到在]20\d\d年|目标(是|为|：|:)/;

/** 力争到2025年，…: the aim governs the sentence. */
const AIM =
  /^\s*(?:[^，,。]{0,6})(?:力争|争取)(?:到|在|于|用)[^，,。]{0,12}[，,]|^\s*(?:20\d\d年[，,]?)?(?:我们)?将?力争|20\d\d年(?:工作|主要|的)?目标(?:是|为)?[：:]/;

export interface RoleReading {
  readonly role: Role;
  readonly polarity: Polarity | null;
  readonly basis: string | null;
  /** Value and unit after conversion of 倍: null leaves the figure out. */
  readonly value?: number;
  readonly unit?: string | null;
  readonly drop?: boolean;
  /** A target that is a change (力争下降5%). */
  readonly moves?: boolean;
  readonly reason: string;
}

const level = (reason: string): RoleReading => ({ role: 'level', polarity: null, basis: null, reason });

export function readRole(text: string, context: Context, plan: boolean): RoleReading {
  const { mention } = context;
  if (mention.shape === 'rank') return { role: 'rank', polarity: null, basis: null, reason: '名次' };
  const clauseBefore = text.slice(context.clauseStart, mention.start).replace(/\s+/g, '');
  if (mention.unit === '年' || (unitClass(mention.unit) === 'time' && /连续$/.test(context.before))) {
    return { role: 'duration', polarity: null, basis: null, reason: '连续时间' };
  }
  const lead = text.slice(context.sentence.start, context.clauseStart);
  const target = plan || (TARGET.test(clauseBefore) && isFuture(clauseBefore)) || AIM.test(lead);
  const base = readPlain(text, context, clauseBefore);
  if (target && (base.role === 'level' || base.role === 'change' || base.role === 'share')) {
    return {
      ...base,
      role: 'target',
      polarity: null,
      basis: null,
      moves: base.role === 'change',
      reason: `${base.reason}；计划`,
    };
  }
  return base;
}

const isFuture = (clause: string): boolean =>
  !/(立法计划|年度计划|工作计划|[培轮]训计划完成|落实[^，]{0,24}计划|计划生育|计划内|争取资金|将其|将[^，]{1,20}(纳入|下放|作为|列入|移交))/.test(
    clause,
  );

function readPlain(text: string, context: Context, clauseBefore: string): RoleReading {
  const { mention, before, after } = context;
  if (mention.shape === 'flat')
    return { role: 'change', polarity: null, basis: basisOf(text, context, clauseBefore), reason: '持平' };
  if (mention.shape === 'doubling')
    return { role: 'change', polarity: 'up', basis: basisOf(text, context, clauseBefore), reason: '翻番' };
  if (mention.shape === 'times') return readTimes(text, context, clauseBefore);
  const previous =
    readPrevious(before, after, clauseBefore, text.slice(mention.end, mention.end + 14)) ??
    readListed(text, context, clauseBefore) ??
    readYears(text, context, clauseBefore);
  if (previous !== null) return previous;
  const kind = unitClass(mention.unit);
  // 增长-3.5%, 同比+5.6%: the sign says where it went
  const sign = '+＋−－-'.includes(before.at(-1) ?? '。') ? /^(.*)(.)$/.exec(before) : null;
  if (
    sign !== null &&
    (TAIL.test(sign[1]!) || /(同比|环比|[较比](?:上年|去年|20\d\d年)(?:同期)?)(为|：|:)?$/.test(sign[1]!))
  ) {
    const fell = '−－-'.includes(sign[2]!) || /(降|减|少)[^，]{0,3}$/.test(sign[1]!);
    return {
      role: 'change',
      polarity: fell ? 'down' : 'up',
      basis: basisOf(text, context, clauseBefore),
      reason: `“${sign[2]}”在数字前`,
    };
  }
  const tail = TAIL.exec(before);
  if (tail !== null && !moved(before, tail.index)) {
    const word = tail[1]!;
    const weak = WEAK_TAIL.test(word);
    if (!weak || COMPARED.test(clauseBefore) || kind === 'rate') {
      return {
        role: 'change',
        polarity: polarityOf(word),
        basis: basisOf(text, context, clauseBefore),
        reason: `“${tail[0]}”紧接数字`,
      };
    }
  }
  const against = AGAINST.exec(before);
  if (against !== null)
    return {
      role: 'change',
      polarity: polarityOf(against[2]!),
      basis: basisOf(text, context, clauseBefore) ?? against[1]!,
      reason: `比“${against[1]}”${against[2]}`,
    };
  // 压缩时限89%: the thing made less stands between the verb and the number
  if (
    kind === 'rate' &&
    /(压缩|压减|缩短|精简|减少|减)(了)?(审批|办理|承诺|办结|平均|申请|申报|检查|跑动)*(时限|时间|材料|环节|要件|流程|频次|次数)(比例)?$/.test(
      before,
    )
  )
    return {
      role: 'change',
      polarity: 'down',
      basis: basisOf(text, context, clauseBefore),
      reason: '压减的幅度',
    };
  const above =
    /(高于|低于|高出|超出|优于|快于|多于|少于|超过|(?<![提新])高(?![中校等级质效标考新速度院层龄发危])|(?<!降)低(?![保收碳空效价])|领先|落后)([^，。]{1,22})$/.exec(
      before,
    );
  if (
    above !== null &&
    (kind === 'rate' || /年|平均|均值|同期|水平/.test(above[2]!)) &&
    /(平均|均值|水平|同期|年|目标|指标|全国|全省|全市|上级|标准)/.test(above[2]!) &&
    !/[率度]$|^[到至]/.test(above[2]!) &&
    // 低于全国2‰的平均水平 tells the mean itself
    !/^的[^，。；]{0,4}(水平|均值|标准)/.test(after)
  ) {
    return {
      role: 'change',
      polarity: /低|少|落后/.test(above[1]!) ? 'down' : 'up',
      basis: above[2]!,
      reason: `与“${above[2]}”相差`,
    };
  }
  // 节约审查时限10天以上
  if (
    kind === 'time' &&
    /(节约|节省|缩短|压缩|减少)(?![至到为])[^，。；、]{1,8}(时限|时间|用时|时长)(达|近|超|约)?$/.test(before)
  )
    return { role: 'change', polarity: 'down', basis: basisOf(text, context, clauseBefore), reason: '节约时间' };
  if (COMPARED.test(clauseBefore)) {
    const between = BETWEEN.exec(before);
    if (between !== null && !/(至|到|为)[^，]*$|率[^，]{0,3}$/.test(between[0])) {
      return {
        role: 'change',
        polarity: polarityOf(between[1]!),
        basis: basisOf(text, context, clauseBefore),
        reason: `“${between[0]}”`,
      };
    }
  }
  if (/(压缩|压减|精简|下降|降低|减少)比例?(高)?(达到|达|为|约)?$/.test(before)) {
    return { role: 'change', polarity: 'down', basis: basisOf(text, context, clauseBefore), reason: '压缩比例' };
  }
  if (mention.unit === '个百分点' || mention.unit === '百分点') {
    const word = new RegExp(`(${UP}|${DOWN})`).exec(clauseBefore);
    const listed = /[、，和]$/.test(before) || before === '' || before === '和';
    return {
      role: 'change',
      polarity: word === null ? 'up' : polarityOf(word[1]!),
      basis: basisOf(text, context, clauseBefore),
      reason: listed ? '并列百分点' : '百分点',
    };
  }
  if (kind === 'rate' && /^[、和及]$/.test(before) && LISTED.test(clauseBefore)) {
    const word = LISTED.exec(clauseBefore)!;
    return {
      role: 'change',
      polarity: polarityOf(word[1]!),
      basis: basisOf(text, context, clauseBefore),
      reason: '并列的增减',
    };
  }
  const listChange =
    /(同比|环比|较上年|比上年|较去年|比去年)?分别(增长|上升|提高|提升|增加|下降|降低|减少|缩短|压缩|压减|回落)(了|约)?([0-9.]+[^，。]{0,6}[、和])+$/.exec(
      clauseBefore,
    );
  if (listChange !== null) {
    return {
      role: 'change',
      polarity: polarityOf(listChange[2]!),
      basis: basisOf(text, context, clauseBefore),
      reason: '分别增减',
    };
  }
  if (kind === 'rate') return readRate(text, context);
  return level('数量');
}

const moved = (before: string, at: number): boolean =>
  /(至|到|为)$/.test(before.slice(at)) && !/(幅|率|比例)/.test(before.slice(at));

/** 比全市平均水平长6天, 较上一轮多评1.3万卷, 比上年少受理30件. */
const AGAINST =
  /(?:比|较)((?!例|重|为)[^，。；0-9]{0,12}?(?:水平|均值|平均|一轮|一年|一期|上年|去年|年初|同期|原来|以前|改革前|时限|先进[^，。；0-9]{0,6}|(?:全|兄弟|同类|其他)[^，。；0-9]{1,6}))(多|少|长|短|高|低)(?:出|了)?(?:评|收|办|受理|审结|办结|调解|化解|查处|培训|检查|审查|开展|举办|用|花|跑)?(?:了|近|约|超)?$/;

const polarityOf = (word: string): Polarity =>
  /负|降|减|缩|低|少|短|回落|后退|精简|下滑|落后|下跌/.test(word) ? 'down' : 'up';

function readTimes(text: string, context: Context, clauseBefore: string): RoleReading {
  const { mention, before } = context;
  const basis = basisOf(text, context, clauseBefore);
  const percent = (value: number): number => Number((value * 100).toFixed(4));
  if (TAIL.test(before) && !/(至|到|为)$/.test(before)) {
    return {
      role: 'change',
      polarity: polarityOf(before.slice(-4)),
      basis,
      value: percent(mention.value),
      unit: '%',
      reason: '增长N倍',
    };
  }
  const of =
    /(?:是|为|至|到|达|相当于|约为|达到|比)?((?:上|去|前)年同期|(?:上|去|前)年度?|原来|以前|此前|改革前|同期|20\d\d年(?:同期)?|往年|全[国省市]平均水平|[^，。是为至到达]{1,8})的$/.exec(
      before,
    );
  if (of !== null && /是|为|至|到|达|相当/.test(before)) {
    const change = percent(mention.value - 1);
    return {
      role: 'change',
      polarity: change < 0 ? 'down' : 'up',
      basis: of[1]!,
      value: Math.abs(change),
      unit: '%',
      reason: `是${of[1]}的N倍`,
    };
  }
  return { ...level('倍数没有比较对象'), drop: true };
}

/** 2023年已达到, 这一数字为: the clause names nothing of its own. */
const NOTHING_ELSE =
  /^(?:(?:20\d\d|今|本|去|上)年度?(?:底|末)?|全[省市县区州国]|目前|这一?(?:数字|数据|指标|比例)|该(?:指标|比例|数据|项指标)|则|已|均|仅|只有|稳定|保持|更是)*(?:达到|达|为|是|在|升至|降至|提高到|提升至|提升到|上升到|下降到|只有|仅)?$/;
/** 出庭应诉率，是一把尺子。 */
const NAMED_BEFORE = /[率度](?:[，,]|是|作为|反映|直接|体现)[^。；0-9]{0,40}[。；]\s*$/;

function readRate(text: string, context: Context): RoleReading {
  const { before, after, mention } = context;
  if (
    /占(比|总数|全部|全市|全省|全国|总量|总|年度|同期|到)?[^，。、比重]{0,18}(的|近|超|约)?$/.test(before) &&
    !/(占比|比重)[^，。]{0,6}$/.test(before)
  )
    return { role: 'share', polarity: null, basis: null, reason: '占…' };
  // 分别占总数的95.6%、97.3%
  if (
    /^[、和及]$/.test(before) &&
    /占(?!比)[^，。]*[0-9.]+[%％][、和及]$/.test(text.slice(context.clauseStart, mention.start))
  )
    return { role: 'share', polarity: null, basis: null, reason: '并列的占比' };
  if (RATE_NAME.test(before)) return level('有率名');
  // 出庭应诉率连续三年保持100%
  if (
    /(率|度|比例)[^，]{0,8}连续[^，]{1,6}(年|季度|个月|月)[^，]{0,8}$/.test(
      text.slice(context.clauseStart, mention.start),
    )
  )
    return level('率名在“连续”前');
  if (/^的?[^，。]{0,10}(率|满意度|比例)/.test(after)) return level('率名在后');
  if (mention.shape === 'zero') return level('为零');
  let at = context.clauseStart - 1;
  let steps = 0;
  while (at > context.sentence.start && !/[，,。；]/.test(text.charAt(at - 1)) && steps < 30) {
    at -= 1;
    steps += 1;
  }
  const previous = text.slice(at, Math.max(at, context.clauseStart - 1));
  // 占受理案件数比例最高，达92.7%
  if (/占[^，。；]*(最高|最多|最大|首位)$/.test(previous.replace(/[，,]$/, '')) && /^(约|高)?(达到|达|为)/.test(before))
    return { role: 'share', polarity: null, basis: null, reason: '占…最高' };
  // 压减涉企检查频次41%: what is cut stands between the verb and its number
  const cut =
    /(?:^|[，、再]|力争|进一步|继续|将)(压减|压缩|减少|降低|精简|缩短|提高|提升|增加)[^，。、]{1,14}(?:频次|次数|数量|时限|时间|成本|环节|材料|费用|负担|总量)(?:达|近|超|约)?$/.exec(
      before,
    );
  if (cut !== null)
    return {
      role: 'change',
      polarity: polarityOf(cut[1]!),
      basis: basisOf(text, context, text.slice(context.clauseStart, mention.start).replace(/\s+/g, '')),
      reason: `“${cut[1]}”在前`,
    };
  if (/^的[^，。；]{0,4}(水平|均值)/.test(after)) return level('平均水平');
  // 超85%的行政争议…: a share of what follows, whatever rate the clause before names
  if (before === '' && /^的(?!目标|要求|标准|水平|比例|成绩|好成绩|高位|任务)\p{Script=Han}{2}/u.test(after))
    return { role: 'share', polarity: null, basis: null, reason: '百分之几的…' };
  // 比例约为1:420，三分之二以上在县乡一线: what the part does, whatever the clause before names
  if (before === '' && /^(?:在(?!\d)|来自|集中|属于|以|为|是|得到|被|未|已|能够|由)\p{Script=Han}/u.test(after))
    return { role: 'share', polarity: null, basis: null, reason: '百分之几在…' };
  const bare =
    /^(均|都|分别|已|全部|保持|稳定|连续)?(达到|达|为|是|至|保持在|稳定在|超过|超|提高到|上升到|提升至|提高至|下降至|降至|高达|，|、|和|为：|：|:)*$/.test(
      before,
    );
  if (
    bare &&
    (/(率|度|比例|比重)[^，]{0,12}$/.test(previous) ||
      /[、和]$/.test(before) ||
      (before === '' && steps > 0 && /[率度比]/.test(previous)))
  )
    return level('率名在前一分句');
  if (
    bare &&
    /(率|度|比例|比重)[^。；]{0,30}[，,]/.test(
      text.slice(Math.max(context.sentence.start, context.clauseStart - 36), context.clauseStart),
    )
  )
    return level('率名在前');
  const list = text.slice(context.clauseStart, mention.start);
  if (/(率|度|比例|比重|占比)[^，]{0,6}(由|从|较|比)/.test(list) && /(至|到|为)(20\d\d年|今年|本年)?的?$/.test(before))
    return level('由A至B中的B');
  if (/(率|度|比例)[^，]*[0-9.]+[%％]的?基础上[^，]{0,8}$/.test(list)) return level('在A的基础上达到B');
  if (bare && /(率|度|比例|占比)[^，]*(分别|均)/.test(list)) return level('并列的率');
  if (/(由|从)[^，]*[0-9.]+[%％][^，]{0,16}(至|到|为)(20\d\d年|今年|本年)?的?$/.test(list)) return level('由A至B中的B');
  if (
    NOTHING_ELSE.test(list) &&
    NAMED_BEFORE.test(text.slice(Math.max(0, context.sentence.start - 60), context.sentence.start))
  )
    return level('率名在前一句');
  return { role: 'share', polarity: null, basis: null, reason: '没有率名的百分比' };
}
