import { isDigit } from './chars.js';
import { type Context, previousClause } from './context.js';
import type { Compiled, IndicatorRules } from './indicator-rules.js';
import {
  ABOUT,
  DECIDES,
  fitsMeasure,
  HOLDS,
  LEARNS,
  LIST_SIGN,
  MONEY_BEFORE,
  MOST,
  NOMINAL,
  OTHER_VERBS,
  REACH,
  SHARED,
  SUMMED,
  THRESHOLD,
} from './indicator-signs.js';
import type { Role } from './types.js';
import { unitClass } from './units.js';
import { between, bracketed, ELSEWHERE, type Hit, ownsNoun, zoneName, zoneOf } from './zones.js';

export interface Choice {
  readonly code: string;
  readonly score: number;
  readonly margin: number;
  readonly head: string;
  readonly headStart: number;
  /** How close the head stands (zones.ts). */
  readonly place: number;
  readonly reasons: readonly string[];
}

/**
 * Chooses a code by evidence around the number: a head noun beside it, the verb of its clause (or one carried over),
 * a topic earlier in the paragraph, the class of its unit. The best rule above a threshold wins; explain() tells why.
 * Holds what one reading has seen so far: two readings that take turns have one each.
 */
export class IndicatorChooser {
  private hits: Hit[] = [];
  private verbHits: Hit[] = [];
  /** Last offset (end) at which a term was seen in the current paragraph, and its number. */
  private readonly seenAt: Float64Array;
  /** Where a term first ends in the current sentence; offsets before the sentence are of older ones. */
  private readonly firstEnd: Float64Array;
  /** Terms and verbs within reach of the number in question; a clause without end stays cheap. */
  private near: readonly Hit[] = [];
  private nearVerbs: readonly Hit[] = [];
  private paragraphStart = 0;
  /** Up to here the text has been looked through. */
  private scanned = 0;

  constructor(private readonly rules: IndicatorRules) {
    this.seenAt = new Float64Array(rules.isVerb.length).fill(-1);
    this.firstEnd = new Float64Array(rules.isVerb.length).fill(-1);
  }

  /** Reads one sentence; `paragraphStart` tells which earlier sentences still lend their topic. */
  enter(text: string, start: number, end: number, paragraphStart: number): void {
    this.paragraphStart = paragraphStart;
    this.hits = [];
    const { terms } = this.rules.automaton;
    // sentences without a number, and the heading, lend their topics too
    const from = Math.max(paragraphStart, this.scanned);
    if (from < start)
      this.rules.automaton.scan(text, from, start, (term, stop) => {
        this.seenAt[term] = stop;
      });
    this.scanned = end;
    this.rules.automaton.scan(text, start, end, (term, stop) => {
      const hit: Hit = {
        term,
        start: stop - terms[term]!.length,
        end: stop,
        inner: false,
        silent: false,
        titled: false,
      };
      // a term inside a longer one that goes on is no head noun: 人民调解 in 人民调解委员会
      for (let index = this.hits.length - 1; index >= 0; index -= 1) {
        const earlier = this.hits[index]!;
        if (earlier.end <= hit.start) break;
        if (earlier.end < stop && earlier.start >= hit.start) {
          earlier.inner = true;
          if (earlier.start > hit.start || NOMINAL.test(terms[term]!.slice(earlier.end - hit.start)))
            earlier.silent = true;
        }
      }
      this.hits.push(hit);
      if (this.firstEnd[term]! <= start) this.firstEnd[term] = stop;
    });
    this.closeTitles(text, start, end);
    this.verbHits = this.hits.filter((hit) => !hit.silent && this.rules.isVerb[hit.term] === 1);
  }

  /** 《行政执法公示办法》和3个配套办法: a word of a title is no noun of a number outside, unless it is the title's own (《应急预案》3个). */
  private closeTitles(text: string, start: number, end: number): void {
    const sentence = text.slice(start, end);
    for (let open = sentence.indexOf('《'); open >= 0; ) {
      const close = sentence.indexOf('》', open);
      if (close < 0) return;
      for (const hit of this.hits)
        if (hit.start > start + open && hit.end < start + close) {
          hit.inner = true;
          hit.silent = true;
          hit.titled = true;
        }
      open = sentence.indexOf('《', close);
    }
  }

  /** Call after the figures of a sentence are done: its terms become topics of the paragraph. */
  leave(): void {
    for (const hit of this.hits) this.seenAt[hit.term] = hit.end;
  }

  choose(text: string, context: Context, role: Role, explain: boolean, anyUnit = false): Choice | null {
    const { byHead } = this.rules;
    const { mention } = context;
    // 讨薪8.2亿: money without its unit
    const kind =
      mention.unit === null && MONEY_BEFORE.test(context.before)
        ? ('money' as const)
        : mention.shape === 'times'
          ? ('rate' as const)
          : unitClass(mention.unit);
    // 考核得分95.37 counts nothing
    if (kind === 'none' && !anyUnit && !Number.isInteger(mention.value)) return null;
    const points = mention.unit === '个百分点' || mention.unit === '百分点';
    // 30个省直部门61名负责同志述法: the bodies whose people are counted
    if (kind === 'thing' && context.nounAfter && isDigit(text.charCodeAt(context.to)) && context.to < context.clauseEnd)
      if (HOLDS.test(text.slice(mention.end, context.to + 24))) return null;
    let best: { score: number; rule: Compiled; hit: Hit; place: number } | null = null;
    let second = 0;
    const clauseBefore = previousClause(text, context);
    this.near = between(
      this.hits,
      Math.max(Math.min(clauseBefore, context.clauseStart - 26), mention.start - REACH),
      Math.max(Math.min(context.clauseEnd + 24, mention.end + REACH / 2), context.item?.end ?? 0),
    );
    // 审结977件中直接纠错236件: what follows 中 is of the next number
    const among = text.charAt(mention.end) === '中' && !context.nounAfter;
    this.nearVerbs = between(this.verbHits, mention.start - 2 * REACH, among ? mention.start : mention.end + REACH / 2);
    const ownVerb = this.nearVerbs.some((hit) => hit.start >= context.from && hit.end <= context.to);
    const otherVerb = ownVerb || OTHER_VERBS.test(context.before);
    let owned: boolean | undefined;
    for (const hit of this.near) {
      if (hit.inner || hit.start < clauseBefore) continue;
      if (hit.start >= context.to && !(context.item !== null && hit.start >= context.item.start)) continue;
      if (among && hit.start >= mention.end) continue;
      if (hit.end <= mention.start && bracketed(text, hit.end, mention.start)) continue;
      // 《行政处罚裁量办法》等7项制度: a word of a title
      if (hit.end <= mention.start && text.slice(hit.end, mention.start).includes('》等')) continue;
      // 达到一审行政案件的2.5倍: what it is compared with
      if (mention.shape === 'times' && /^(数|数量|总数)?的$/.test(text.slice(hit.end, mention.start))) continue;
      if (hit.end <= context.from && hit.start >= context.clauseStart && mention.start - hit.end > SHARED) continue;
      // 13个市州新收申请4377件: the noun at the next number is that number's
      if (hit.end === context.to && hit.end < context.clauseEnd && context.nounAfter && hit.start > mention.end + 1)
        continue;
      const rules = byHead.get(hit.term);
      if (rules === undefined) continue;
      let place = zoneOf(text, hit, context, clauseBefore);
      if (place <= 0) continue;
      // 调解组织共排查纠纷: the agent stands before the verb
      if (
        place > 44 &&
        !context.nounAfter &&
        this.nearVerbs.some((verb) => verb.start >= hit.end && verb.end <= mention.start)
      )
        place -= 8;
      const length = hit.end - hit.start;
      // …系统先进单位，2个项目: a short word of the clause before names no number that has a noun of its own
      if (place <= 18 && length < 3 && context.nounAfter) continue;
      for (const rule of rules) {
        if (best !== null && rule.code === best.rule.code && place + 6 * length + 30 < best.score) continue;
        if (place + 6 * Math.min(length, 9) + MOST <= second) continue;
        // a number with a noun of its own takes an earlier one only for the act they share
        if (place === ELSEWHERE && context.nounAfter && rule.verbs.size === 0) continue;
        // 优秀法治人物，…等10个案例: nor does it take the noun of an earlier number
        if (place <= 18 && hit.end <= context.from && !rule.acting.has(hit.term)) {
          owned ??= ownsNoun(text, context);
          if (owned) continue;
        }
        if (!this.unitFits(rule, kind, role, anyUnit, points)) continue;
        if (kind !== 'rate' && !fitsMeasure(rule.measure, mention.unit)) continue;
        if (
          (rule.not.size > 0 || rule.early.size > 0) &&
          this.inWindow(rule, context, hit, clauseBefore, ownVerb, role)
        )
          continue;
        if (rule.unless.size > 0 && this.saidBefore(rule.unless, context)) continue;
        if (rule.on.size > 0 && !this.isOn(text, rule.on, context)) continue;
        let score = place + 6 * Math.min(length, 9);
        if (rule.verbs.size > 0) {
          const verb = Math.max(
            this.verbScore(text, rule.verbs, context, hit, otherVerb),
            rule.acting.has(hit.term) ? 16 : 0,
          );
          if (verb === 0) continue;
          score += verb;
        }
        if (rule.topics.size > 0) {
          const topic = this.topicScore(text, rule.topics, context);
          if (topic === 0) continue;
          score += topic;
        }
        if (best === null || score > best.score) {
          if (best !== null && best.rule.code !== rule.code) second = Math.max(second, best.score);
          best = { score, rule, hit, place };
        } else if (rule.code !== best.rule.code) second = Math.max(second, score);
      }
    }
    if (best === null || best.score < THRESHOLD || this.sumOfUnlike(text, context, best)) return null;
    const { terms } = this.rules.automaton;
    const reasons = explain
      ? [
          `指标 ${best.rule.code}：名词“${terms[best.hit.term]}”在${zoneName(best.place)}，得分 ${Math.round(best.score)}，次优 ${Math.round(second)}`,
        ]
      : [];
    return {
      code: best.rule.code,
      score: best.score,
      margin: best.score - second,
      head: terms[best.hit.term]!,
      headStart: best.hit.start,
      place: best.place,
      reasons,
    };
  }

  /** 律师事务所、公证处、人民调解组织总数达3200个: a sum of unlike things has the code of none of them. */
  private sumOfUnlike(text: string, context: Context, best: { rule: Compiled; hit: Hit }): boolean {
    const { mention, from, before } = context;
    // 规范性文件、重大决策 is itself the name of a sum
    if (this.rules.automaton.terms[best.hit.term]!.includes('、')) return false;
    if (context.nounAfter || best.hit.start < from || best.hit.end > mention.start || !SUMMED.test(before))
      return false;
    return this.near.some((hit) => {
      if (hit.inner || hit.start < from || hit.end > mention.start) return false;
      if (hit.start < best.hit.end && hit.end > best.hit.start) return false;
      const rules = this.rules.byHead.get(hit.term);
      if (rules === undefined || rules.some((rule) => rule.code === best.rule.code)) return false;
      if (!rules.some(({ measure }) => fitsMeasure(measure, mention.unit))) return false;
      const [first, second] = hit.end <= best.hit.start ? [hit, best.hit] : [best.hit, hit];
      return LIST_SIGN.test(text.slice(first.end, second.start));
    });
  }

  private unitFits(rule: Compiled, kind: string, role: Role, anyUnit: boolean, points: boolean): boolean {
    if (role === 'change' || anyUnit) {
      // 检查次数下降31个百分点: points are of a rate
      if (points) return rule.units.has('rate');
      if (kind === 'rate') return true;
      return rule.units.has(kind) || kind === 'none';
    }
    if (rule.units.has(kind)) return true;
    return false;
  }

  private inWindow(
    { not, early: before, topics }: Compiled,
    context: Context,
    head: Hit,
    clauseBefore: number,
    ownVerb: boolean,
    role: Role,
  ): boolean {
    const from =
      head.start < context.clauseStart ? Math.min(clauseBefore, head.start) : Math.min(context.from, head.start);
    const to = context.nounAfter ? context.to : context.afterEnd;
    const { start, end, unit } = context.mention;
    const { item } = context;
    // A、B实现“双下降”，分别下降5%、6%: an item of a clause before speaks for itself
    if (item !== null && item.end <= context.clauseStart && head.start >= item.start && head.end <= item.end)
      return this.near.some(
        (hit) => not.has(hit.term) && !hit.silent && hit.start >= item.start && hit.end <= item.end,
      );
    // what a rate is a rate of often stands one clause before: 抽查案卷560宗，合格率97.5%
    const early =
      unitClass(unit) === 'rate' && role !== 'change' && head.start - context.clauseStart <= 2
        ? Math.max(context.sentence.start, context.clauseStart - 26)
        : from;
    const near = Math.max(context.sentence.start, context.clauseStart - 26);
    // 执法培训班60人，选派30人参加司法所长培训班: a clause that names its own event does not ask the one before
    const own =
      before.size > 0 &&
      this.near.some(
        ({ term, start: begin, end: stop }) =>
          topics.has(term) && stop - begin > 2 && begin >= context.clauseStart && stop <= context.clauseEnd,
      );
    const reach = own ? context.clauseStart : near;
    for (const hit of this.near) {
      if (before.has(hit.term) && hit.start >= reach && hit.end <= context.to) return true;
      if (!not.has(hit.term) || hit.silent) continue;
      // 3126个 + 人民: 个人 across the unit is no word
      if (hit.start < end && hit.end > start) continue;
      // 提案98件办复率100%: the word at the next number is that number's
      if (!context.nounAfter && hit.start >= end && hit.end === context.to && hit.end < context.clauseEnd) continue;
      if (hit.start >= early && hit.end <= from) return true;
      if (hit.start >= from && hit.end <= to) return true;
      // the verb a list shares stands before its first item
      if (
        !ownVerb &&
        this.rules.isVerb[hit.term] === 1 &&
        !hit.silent &&
        ((hit.start >= context.clauseStart && hit.end <= context.from) ||
          (hit.start >= context.to && hit.end <= context.clauseEnd))
      )
        return true;
    }
    return false;
  }

  /** A verb near the number counts most; one carried over from an earlier clause least; 0 is none. */
  private verbScore(text: string, verbs: ReadonlySet<number>, context: Context, head: Hit, ownVerb: boolean): number {
    let best = 0;
    for (const hit of this.nearVerbs) {
      if (!verbs.has(hit.term)) continue;
      if (hit.start < context.mention.end && hit.end > context.mention.start) continue;
      // 市政府规章13件（修改4件，废止4件），公开文件42件: the acts of a bracket stay in it
      if (hit.end <= context.clauseStart && bracketed(text, hit.end, context.clauseStart)) continue;
      // 清理312件（保留245件，修改18件）
      if (hit.start >= context.mention.end && /[（(][^）)]*$/.test(text.slice(context.mention.end, hit.start)))
        continue;
      const size = 2 * (hit.end - hit.start);
      let score = 0;
      if (hit.start >= context.from && hit.end <= context.to) score = 26 + size;
      else if (hit.start >= context.clauseStart && hit.end <= context.clauseEnd)
        // 保留文件13件、废止文件4件: an item with a verb of its own shares none
        score = hit.start < context.from ? (ownVerb ? 8 : 16) + size : 8 + size;
      else if (hit.end <= context.clauseStart)
        score = ownVerb
          ? Math.max(0, 4 - (context.clauseStart - hit.end) / 6)
          : Math.max(2, 12 - (context.clauseStart - hit.end) / 12);
      else if (
        hit.start >= context.clauseEnd &&
        hit.start < context.clauseEnd + 14 &&
        /^[，,]?(分别|均|被|获|全部|集中|统一|进行)/.test(text.slice(context.clauseEnd, context.clauseEnd + 4))
      )
        score = 4;
      if (hit.start === head.start && hit.end === head.end) score = Math.min(score, 20);
      if (score > best) best = score;
    }
    return best;
  }

  /** Does one of the words stand anywhere before the number in its sentence? */
  private saidBefore(words: ReadonlySet<number>, { sentence, mention }: Context): boolean {
    for (const word of words)
      if (this.firstEnd[word]! > sentence.start && this.firstEnd[word]! <= mention.start) return true;
    return false;
  }

  /** Does one of the words stand in the clause of the number or close to it? */
  private isOn(text: string, words: ReadonlySet<number>, { clauseStart, clauseEnd, sentence }: Context): boolean {
    const learns = LEARNS.test(text.slice(clauseEnd, clauseEnd + 10));
    const later = /^[^0-9]*/.exec(text.slice(clauseEnd, Math.min(sentence.end, clauseEnd + REACH)))![0];
    if (DECIDES.test(later)) return true;
    return this.hits.some(
      (hit) =>
        words.has(hit.term) &&
        !hit.titled &&
        hit.start >= (learns ? clauseStart : clauseStart - ABOUT) &&
        hit.end <= clauseEnd + ABOUT &&
        // 党组会议6次，专题学习…: to learn is not to decide
        (hit.start < clauseEnd || !text.slice(clauseEnd, hit.start).includes('学习')),
    );
  }

  private topicScore(text: string, topics: ReadonlySet<number>, context: Context): number {
    let best = 0;
    for (const hit of this.near) {
      if (!topics.has(hit.term)) continue;
      if (hit.start >= context.clauseStart && hit.end <= context.clauseEnd) return 10;
      // 制定12条措施,…优化营商环境: what it was for may follow
      // …，并报备: a second act is no purpose
      if (
        hit.start >= context.mention.start &&
        hit.start < context.clauseEnd + 24 &&
        text.charAt(context.clauseEnd + 1) !== '并'
      )
        best = 3;
    }
    for (const topic of topics)
      if (this.firstEnd[topic]! >= context.sentence.start && this.firstEnd[topic]! <= context.mention.start) return 8;
    if (best > 0) return best;
    for (const topic of topics) if (this.seenAt[topic]! > this.paragraphStart) return 4;
    return 0;
  }
}
