import type { Context } from './context.js';

/** What a change is measured against, in the words of the text. */
export function basisOf(text: string, context: Context, clauseBefore: string): string | null {
  const own = basisIn(clauseBefore);
  if (own !== null) return own;
  const start = Math.max(context.sentence.start, context.clauseStart - 40);
  const earlier = text.slice(start, context.clauseStart).replace(/\s+/g, '');
  const compared = /(?:与|同|和|较|比)([^，。；]{2,12}?)相比[，,]$/.exec(earlier);
  if (compared !== null) return compared[1]!;
  // 同去年同期相比，案件数减少一成，罚没款减少三成: said once for the whole sentence
  const lead = /^\s*(?:与|同|和|较|比)([^，。；]{2,12}?)相比[，,]/.exec(
    text.slice(context.sentence.start, Math.min(context.clauseStart, context.sentence.start + 24)),
  );
  if (lead !== null) return lead[1]!;
  const since = /自(20\d\d年)[^。；]{0,60}以来/.exec(
    text.slice(Math.max(context.sentence.start, context.clauseStart - 90), context.mention.start),
  );
  if (since !== null) return since[1]!;
  return null;
}

function basisIn(clause: string): string | null {
  const list = clause.lastIndexOf('、');
  // 环比下降2%、较2020年增长20%: an item with a basis of its own
  const own = list >= 0 && /同比|环比|较|比(?!例|重)/.test(clause.slice(list)) ? clause.slice(list + 1) : clause;
  const tail = own.slice(-40);
  const ratio = [...tail.matchAll(/同比|环比/g)].at(-1);
  if (ratio !== undefined) return ratio[0];
  const against =
    /(?:较|比|与|同|和)((?:上|去|前)年度?(?:同期|同时期|底|末|全国均值|全国平均水平)?|20\d\d年(?:度|同期|底|末)?|同期|(?:上|前)(?:一年度?|一季度|季度|月|期|半年|轮|届)|年初(?:目标|计划|指标)?|改革前|原来|以前|之前|往年|全[国省市区](?:平均(?:水平|值)?|均值)|[^，。；、0-9]{2,10}?(?=相比|实现$|增|上升|提高|提升|下降|减|缩|压缩|压减|降|持平|基本|大体|翻|高|低|多|少))/.exec(
      tail,
    );
  if (against !== null) return against[1]!.replace(/相$/, '');
  const ground = /在([^，。；、0-9]{2,10}?)(?:的)?基础上/.exec(tail);
  if (ground !== null) return ground[1]!;
  const flat = /(上年|去年|前年|往年|20\d\d年)(同期|度)?(的)?(?:基本|大体)?$/.exec(tail);
  if (flat !== null) return flat[1]! + (flat[2] ?? '');
  return null;
}
