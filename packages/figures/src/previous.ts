import type { Context } from './context.js';
import type { RoleReading } from './roles.js';

/** What makes a number the earlier value: 由A至B, 上年A, 2022年A，2023年B. Each reader returns null where it sees none. */
const MOVE_TO =
  /(下降|降低|降|上升|提高|提升|增加|增长|增|减少|减|缩短|压缩|压减|扩大|优化|整合|合并|归并|拓展|扩展|递减|递增|延长|精简|跃升|回落|攀升|提速|加快|升|缩|扩|变|改|调整|拓|发展|上调|下调|压降)[^，。；]{0,4}?(至|到|为|成)/;
const DIRECT_TO = /^(至|到|变为|改为|提至|降至|增至|升至|减至|缩至|扩至|压至)/;
/** ，缩短到, ，压缩至: a movement that opens its clause. */
const DIRECT_MOVE =
  /^[，,](?:已|现)?(?:压缩|缩短|下降|降低|减少|提高|提升|增加|精简|压减|调整|提速|升|降)[^，。；、0-9]{0,4}?(?:至|到|为)/;

export function readPrevious(before: string, after: string, clauseBefore: string, next: string): RoleReading | null {
  const reading: RoleReading = { role: 'previous', polarity: null, basis: null, reason: '由A至B中的A' };
  // 把62项指标精简为13项
  if (
    /(把|将)[^，。；0-9]{0,10}$/.test(before) &&
    /^[^，。；]{1,12}(精简|压缩|压减|整合|缩减|归并)[^，。；]{0,4}(为|至|到)$/.test(after)
  )
    return reading;
  // 在2022年98%的基础上达到100%
  if (/^的?基础上/.test(after) && /在[^，。；]{0,24}$/.test(before)) return reading;
  const from = /(由|从|自)([^，。；]{0,16})$/.exec(before);
  const head = after.slice(0, 18);
  // 由原来审批240多天，缩短到92天: the movement goes on in the next clause
  if (after === '' && /(由|从)(原来|原先|原)[^，。；]{0,16}$/.test(before) && DIRECT_MOVE.test(next)) return reading;
  if (
    from !== null &&
    !/(自由|理由|经由|缘由)$/.test(before.slice(0, from.index + 1)) &&
    (MOVE_TO.test(head) || DIRECT_TO.test(after))
  )
    return reading;
  if (
    /^(逐年|进一步|大幅|稳步|逐步|再|动态)?(压缩|缩短|下降|降低|减少|提高|提升|增加|增长|上升|扩大|压减|精简|调整|整合|优化|提速|降|升|增|缩)(至|到|为)$/.test(
      after,
    )
  )
    return reading;
  if (
    /^[^，。；]{0,8}(压缩|缩短|下降|降低|减少|提高|提升|增加|扩大|压减|精简)(至|到|为)(了)?$/.test(after) &&
    from !== null
  )
    return reading;
  if (
    /(较|比)(上年|去年|前年|20\d\d年|年初)(度|同期|底|末)?的?$/.test(before) &&
    /^(增|上升|提高|提升|下降|降|减|多|少|翻)/.test(after)
  )
    return { ...reading, reason: '比较的底数' };
  if (
    !/结转(上年|去年|前年)$/.test(before) &&
    /[（(]?(上年|去年|前年|上年同期|去年同期|原来|此前|改革前|往年)(同期)?(的|为|是|仅为|仅|只有)?$/.test(before) &&
    !/(较|比|同|与|是|占|超|于|到|自)(上年|去年|前年|上年同期|去年同期|原来|往年)(同期)?(的)?$/.test(clauseBefore)
  )
    return { ...reading, reason: '上年值' };
  // 37件，同比增长76.19%（2023年21件）
  if (/^[（(]20\d\d年度?$/.test(before) && /^[）)]/.test(after) && /%[（(]20\d\d年度?$/.test(clauseBefore))
    return { ...reading, reason: '括号里的上年值' };
  // 受理120件（2022年为90件）。
  if (
    /[0-9余多][\p{Script=Han}]{1,3}[（(]20\d\d年度?(?:同期)?(?:仅?为|是)$/u.test(clauseBefore) &&
    /^[）)]/.test(after)
  )
    return { ...reading, reason: '括号里的上年值' };
  // 3326件（2023年为867件），同比增长283.6%
  if (/[（(]20\d\d年度?(同期)?(为|是)?$/.test(before) && /^[）)][，,](同比|较上年|比上年|增长|上升|下降)/.test(next))
    return { ...reading, reason: '括号里的上年值' };
  return null;
}

/** 由2021年、2022年的312件、405件增加到618件: every number of the list before the move. */
export function readListed(text: string, context: Context, clauseBefore: string): RoleReading | null {
  const { mention, before, after, clauseEnd } = context;
  if (!/^[、和及]$/.test(after) && !/^[、和及]$/.test(before)) return null;
  if (!/(由|从)(?![^，。；]*(?:至|到))[^，。；]{0,40}$/.test(clauseBefore)) return null;
  const rest = text.slice(mention.end, Math.min(clauseEnd, mention.end + 40));
  const move = MOVE_TO.exec(rest);
  if (move === null || /(至|到|为)/.test(rest.slice(0, move.index))) return null;
  return { role: 'previous', polarity: null, basis: null, reason: '由A、B至C中的A、B' };
}

/** 2021年、2022年分别受理100件、120件; 2022年受理90件，2023年受理120件: all but the latest year are previous. */
export function readYears(text: string, context: Context, clauseBefore: string): RoleReading | null {
  const { mention, sentence } = context;
  const reading: RoleReading = { role: 'previous', polarity: null, basis: null, reason: '较早的年份' };
  const list = /((?:(?:20\d\d年度?|上年|去年|今年|本年)[、和及]){1,4}(?:20\d\d年度?|今年|本年))[^，。]{0,14}分别/.exec(
    clauseBefore,
  );
  if (list !== null) {
    const years = list[1]!.split(/[、和及]/).length;
    const place =
      clauseBefore.slice(list.index + list[0].length).split('、').length +
      (/和[^、]*$/.test(clauseBefore.slice(list.index + list[0].length)) ? 1 : 0);
    return place < years ? reading : null;
  }
  // 2021年至2023年分别受理80件、90件、120件
  const span = /(20\d\d)年?(?:至|到|—|－|-|–)(20\d\d)年度?[^，。]{0,14}分别/.exec(clauseBefore);
  if (span !== null) {
    const behind = clauseBefore.slice(span.index + span[0].length);
    const place = behind.split('、').length + (/[和及][^、]*$/.test(behind) ? 1 : 0);
    return place < Number(span[2]) - Number(span[1]) + 1 ? reading : null;
  }
  const lead = text.slice(Math.max(sentence.start, context.clauseStart - 40), context.clauseStart).trimEnd();
  // 2022年办理1.9万件，挽回损失20.4亿元；2023年…: the year opens the clause or an earlier one of the sentence
  const own =
    /^(?:其中)?(上一?年|去年|前年|20\d\d年)/.exec(clauseBefore) ??
    [...lead.matchAll(/(?:^|[，,；;])\s*(20\d\d年|今年|本年)(?!以来|起|至|到|[底末初前\d])/g)].at(-1);
  if (own === null || own === undefined) return null;
  const rest = /^[^。\n]*/.exec(text.slice(mention.end, mention.end + 60))![0];
  const later =
    /[，,]\s*(今年|本年|20\d\d年)(?![底末初前])/.exec(rest.slice(0, 40)) ??
    /[；;]\s*(今年|本年|20\d\d年)(?![底末初前])/.exec(rest) ??
    // 2023年办理120件，2022年办理90件
    /(?:^|[，,；;])\s*(今年|本年|20\d\d年)[^，,；。]{0,30}[，,；]$/.exec(lead);
  if (later === null) return null;
  const year = (word: string): number => (/^20/.test(word) ? Number(word.slice(0, 4)) : /今|本/.test(word) ? 9999 : 0);
  return year(own[1]!) < year(later[1]!) ? reading : null;
}
