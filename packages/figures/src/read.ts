import { CATALOGUE } from '@fadu/catalogue';
import { isDigit } from './chars.js';
import { confidence } from './confidence.js';
import { type Context, contexts } from './context.js';
import { fold } from './fold.js';
import { foreign } from './gap.js';
import { IndicatorRules } from './indicator-rules.js';
import { IndicatorChooser } from './indicators.js';
import { inherit, inheritBefore, inheritRank } from './inherit.js';
import { inheritKinds, inheritLevels, SPLITS } from './kinds-of.js';
import { link, type Placed } from './links.js';
import { findMentions } from './mentions.js';
import { phrases } from './phrases.js';
import { readRole } from './roles.js';
import { inSections, planSections, reportYear } from './sections.js';
import { type Sentence, sentenceAround } from './sentences.js';
import { readRow } from './table-figures.js';
import { keepBare, rowAt, tableRows } from './tables.js';
import { untag } from './tags.js';
import { inheritListed, inheritTotals } from './totals.js';
import type { Figure, Mention, ReaderEntry } from './types.js';
import { unitClass } from './units.js';

/** From here on the reading desk shows a figure as read; below it asks a person first. */
export const CONFIDENT = 0.7;

export interface ReadOptions {
  readonly catalogue?: readonly ReaderEntry[];
  readonly explain?: boolean;
  /** Adds `confidence` (0–1). */
  readonly confidence?: boolean;
}

let standard: IndicatorRules | null = null;

/** The rules of the national catalogue are built once. */
function rulesFor(catalogue: readonly ReaderEntry[] | undefined): IndicatorRules {
  if (catalogue !== undefined) return new IndicatorRules(catalogue);
  standard ??= new IndicatorRules(CATALOGUE);
  return standard;
}

/** Every quantitative statement of a report, in text order. See types.ts for the fields. */
export function readFigures(source: string, options: ReadOptions = {}): Figure[] {
  const steps = figureSteps(source, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same figures, read a few pages at a time: a long report takes seconds, and `pause` is awaited between the steps, so
 * that whoever else is on the thread gets a turn.
 */
export async function readFiguresInSteps(
  source: string,
  options: ReadOptions,
  pause: () => Promise<unknown>,
): Promise<Figure[]> {
  const steps = figureSteps(source, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
  }
}

function* figureSteps(source: string, options: ReadOptions): Generator<void, Figure[]> {
  const untagged = untag(source);
  const folded = fold(untagged.text);
  const figures = yield* readFolded(folded.text, options);
  if (folded.text === source) return figures;
  for (const figure of figures) {
    figure.start = untagged.at(folded.at(figure.start));
    figure.end = untagged.at(folded.at(figure.end - 1)) + 1;
    figure.text = source.slice(figure.start, figure.end);
  }
  return figures;
}

/** Numbers read between two steps: a few milliseconds. */
const STEP = 64;

function* readFolded(text: string, options: ReadOptions): Generator<void, Figure[]> {
  const chooser = new IndicatorChooser(rulesFor(options.catalogue));
  const plans = planSections(text, reportYear(text));
  const rows = tableRows(text);
  const found = yield* findMentions(text);
  const mentions = keepBare(text, found, rows).filter((mention) => !inHeading(text, mention));
  const figures: Figure[] = [];
  let at = 0;
  let stop = STEP;
  let floor = 0;
  let paragraph = { start: -1, end: -1 };
  while (at < mentions.length) {
    if (at >= stop) {
      yield;
      stop = at + STEP;
    }
    const first = mentions[at]!;
    const row = rows.length === 0 ? null : rowAt(rows, first.start);
    const sentence: Sentence = row ?? sentenceAround(text, first.start, floor);
    let last = at + 1;
    while (last < mentions.length && mentions[last]!.start < sentence.end) last += 1;
    if (first.start >= paragraph.end) paragraph = paragraphAround(text, first.start);
    if (row !== null) readRow(text, mentions.slice(at, last), row, chooser, options, figures);
    else
      yield* readSentence(
        text,
        mentions,
        at,
        last,
        sentence,
        paragraph.start,
        inSections(plans, first.start),
        chooser,
        options,
        figures,
      );
    floor = sentence.end;
    at = last;
  }
  return figures;
}

const HEADING =
  /^[\s\u3000]*([一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.．、]|第[一二三四五六七八九十]{1,3}[章部])[^。；]*$/;

function paragraphAround(text: string, at: number): Sentence {
  let start = text.lastIndexOf('\n', at - 1) + 1;
  // the lines of a list without full stops lend each other their topic
  for (let back = 0; back < 8 && start > 1; back += 1) {
    const line = text.lastIndexOf('\n', start - 2) + 1;
    const above = text.slice(line, start - 1).trimEnd();
    if (above.length < 2 || above.length > 60 || /[。；;！？\t|]$/.test(above) || HEADING.test(above)) break;
    start = line;
  }
  // a heading on a line of its own lends its topic
  if (start > 1) {
    let line = text.lastIndexOf('\n', start - 2) + 1;
    let stop = start - 1;
    while (stop - line < 2 && line > 0) {
      stop = line - 1;
      line = text.lastIndexOf('\n', stop - 1) + 1;
    }
    if (stop - line < 46 && HEADING.test(text.slice(line, stop))) start = line;
  }
  const end = text.indexOf('\n', at);
  return { start: Math.max(start, at - 2500), end: end < 0 ? text.length : end };
}

/** 一、六项措施推进法治建设: a heading counts nothing, when it does so in words. */
function inHeading(text: string, { start, numeralStart }: Mention): boolean {
  if (/[0-9０-９]/.test(text.charAt(numeralStart))) return false;
  const before = text.slice(Math.max(0, start - 46), start);
  const line = start - before.length + before.lastIndexOf('\n') + 1;
  if (line > 0 && text.charAt(line - 1) !== '\n') return false;
  const whole = /^[^\n]*/.exec(text.slice(line, line + 60))![0];
  return whole.length < 46 && HEADING.test(whole);
}

const PER =
  /每一?万[人名]|平均拥有|每十万人|万人拥有|万人律师|每千人|每百户|每百件|每百万人|人均|日均|月均|年均|户均|每村|每个村|每个行政村|每季度|每月|每周|平均每|村均|平均(?:承接|配备|拥有|办案|培育)|每个|每户|每件|每人/;

/** 执法人员平均不足7人: a mean of heads or things, while 平均3天 is how long it takes. */
const isMean = (clause: string, { unit }: Mention): boolean =>
  /平均(仅|只|只有)?$/.test(clause) && /^(person|thing)$/.test(unitClass(unit));

const isKinds = (text: string, { end, unit }: Mention): boolean =>
  /^(大类|类|方面)$/.test(unit ?? '') && isDigit(text.charCodeAt(end));

function* readSentence(
  text: string,
  mentions: readonly Mention[],
  first: number,
  last: number,
  sentence: Sentence,
  paragraph: number,
  plan: boolean,
  chooser: IndicatorChooser,
  options: ReadOptions,
  figures: Figure[],
): Generator<void, void> {
  const offset = figures.length;
  chooser.enter(text, sentence.start, sentence.end, paragraph);
  const placed: Placed[] = [];
  const explain = options.explain === true;
  const sure: number[] = [];
  const mayHaveParts = PARTS.test(text.slice(sentence.start, sentence.end));
  for (const context of contexts(text, mentions, first, last, sentence)) {
    // a sentence without end, as a broken export brings it
    if (context.index > first && (context.index - first) % STEP === 0) yield;
    const { mention } = context;
    const reading = readRole(text, context, plan);
    if (reading.drop === true) continue;
    const clause = text.slice(context.clauseStart, mention.start);
    const found = chooser.choose(text, context, reading.moves === true ? 'change' : reading.role, explain);
    // counts per head, village or day are other measures, unless the catalogue counts so
    const choice =
      found !== null &&
      (isCriterion(context, text.slice(mention.start, mention.end)) ||
        // 无一项未经审查
        (mention.shape === 'none' && /^(未|因(?!素|公)|被(?!复议|诉|行政))/.test(context.after)) ||
        mention.shape === 'ratio' ||
        // 清单7类53项: the kinds are not what is counted
        isKinds(text, mention) ||
        ((PER.test(clause) || isMean(clause, mention)) && !found.code.includes('_per_')))
        ? null
        : found;
    const from = figures.length > offset ? figures[figures.length - 1] : undefined;
    // 由A下降至B: B speaks of what A speaks of
    const moved =
      from !== undefined && from.role === 'previous' && from.start >= context.clauseStart && from.unit === mention.unit;
    const words = moved ? from : phrases(text, context, reading.role, choice?.head ?? null, lastNoun(figures, offset));
    let approx = mention.approx;
    if (approx === 'exact' && /(至少|不少于)[^0-9，。]{1,8}$/.test(clause)) approx = 'over';
    const figure: Figure = {
      start: mention.start,
      end: mention.end,
      text: text.slice(mention.start, mention.end),
      value: reading.value ?? mention.value,
      ...(mention.valueTo === undefined ? {} : { value_to: mention.valueTo }),
      unit: reading.unit === undefined ? mention.unit : reading.unit,
      approx,
      role: reading.role,
      polarity: reading.polarity,
      basis: reading.basis,
      subject: words.subject,
      verb: words.verb,
      scope: words.scope,
      indicator: choice?.code ?? null,
      refers_to: null,
      of: null,
    };
    if (mention.shape === 'zero' && !/率|比例|比重/.test(clause)) continue;
    if (explain) figure.reasons = [`角色：${reading.reason}`, ...(choice?.reasons ?? ['没有指标达到门槛'])];
    const last = figures[figures.length - 1];
    if (
      figure.role === 'change' &&
      figure.basis === null &&
      /(增|降|减|涨|升)幅(达到|达|为)?$/.test(context.before) &&
      last !== undefined &&
      last.role === 'change' &&
      figures.length > offset
    )
      figure.basis = last.basis;
    sure.push(confidence(figure, context, reading.reason, choice));
    figures.push(figure);
    const opener = placed.findLast(({ opens }) => opens);
    const listed = opener !== undefined && !/[，,]/.test(text.slice(opener.figure.end, mention.start));
    placed.push({
      figure,
      before: context.before,
      after: context.after,
      clauseBefore: clause,
      clauseStart: context.clauseStart,
      own: choice !== null && choice.place > 44,
      other: context.nounAfter && foreign(text, mention.end, mention.end + Math.min(6, context.after.length)) > 1,
      part: (mayHaveParts && isPart(text, sentence.start, mention.start)) || REST.test(context.before) || listed,
      inside: bracketOf(text, figures, offset, mention.start, figure),
      bracket: openBracket(text, sentence.start, mention.start),
      opens: OPENS.test(text.slice(mention.end, mention.end + 4)),
      listed,
    });
  }
  link(placed, offset);
  inheritRank(figures, placed, offset, explain);
  inherit(figures, placed, explain);
  inheritLevels(placed, explain);
  inheritKinds(figures, placed, offset, paragraph, explain, SPLITS.test(text.slice(sentence.start, sentence.end)));
  inheritTotals(figures, placed, offset, explain);
  inheritListed(figures, placed, offset, explain);
  if (/^\s*其中/.test(text.slice(sentence.start, sentence.start + 6)))
    inheritBefore(figures, placed, offset, paragraph, explain);
  if (options.confidence === true) {
    placed.forEach(({ figure }, index) => {
      figure.confidence = Number(sure[index]!.toFixed(2));
    });
  }
  chooser.leave();
}

/** 罚款50万元以上的3件: an amount that only says which are counted. */
const isCriterion = ({ mention, after }: Context, text: string): boolean =>
  unitClass(mention.unit) === 'money'
    ? mention.approx !== 'exact' && after === '的'
    : unitClass(mention.unit) !== 'rate' &&
      /^的(?=[\p{Script=Han}])/u.test(after) &&
      /超过?|以上|不足|以下|不满/.test(text);

/** The subject of the last figure of the sentence that is no change. */
function lastNoun(figures: readonly Figure[], offset: number): string | null {
  for (let index = figures.length - 1; index >= offset; index -= 1)
    if (figures[index]!.role !== 'change') return figures[index]!.subject;
  return null;
}

/** The figure right before the bracket that is open at `at`, when both count alike. */
function bracketOf(text: string, figures: readonly Figure[], offset: number, at: number, own: Figure): number | null {
  if (figures.length === offset) return null;
  const from = Math.max(figures[offset]!.end, at - 60);
  const piece = text.slice(from, at);
  const within = Math.max(piece.lastIndexOf('（'), piece.lastIndexOf('('));
  if (within < 0 || /[)）。]/.test(piece.slice(within))) return null;
  const open = from + within;
  for (let index = figures.length - 1; index >= offset; index -= 1) {
    const figure = figures[index]!;
    if (figure.end > open) continue;
    return open - figure.end <= 1 && figure !== own && unitClass(figure.unit) === unitClass(own.unit) ? index : null;
  }
  return null;
}

/** 案件166件：一审129件…, 6.35万件——刑事2.88万件…: the parts follow. */
const OPENS = /^(?:——|：|:)\s?\p{Script=Han}/u;
/** 人民调解员15万人，专职2万人; 25项，其余2项. */
const REST = /^[，,、]?(?:专职|兼职|其余|余下|剩余)(?:的)?$/;

/** Where the bracket opens that `at` stands in, or -1. */
function openBracket(text: string, start: number, at: number): number {
  const from = Math.max(start, at - 60);
  const piece = text.slice(from, at);
  const within = Math.max(piece.lastIndexOf('（'), piece.lastIndexOf('('));
  return within < 0 || /[)）]/.test(piece.slice(within)) ? -1 : from + within;
}

const NEW_ACT =
  /^[，,\s]*(?:共|累计|全年|现场|截至[^，,]{1,8})?(?:制定|制发|出具|作出|批准|接待|指派|调处|开展|提供|组织|发放|建立|设立|成立|出动|培训|检查|培育|打造|新增|举办|编制|建成|走访|排查|挽回|解答)/;

/** 受理的151件中，: the parts of what was counted. */
const AMONG = /(?<=\d[余多]?[件起宗个名人份家项](?:\p{Script=Han}{2,8})?)中[，,]/gu;
const PARTS = /其中|\d[余多]?[件起宗个名人份家项](?:\p{Script=Han}{2,8})?中[，,]/u;

/** 其中 earlier in the sentence, at most 200 characters before. */
function isPart(text: string, start: number, at: number): boolean {
  const floor = Math.max(start, at - 200);
  const before = text.slice(floor, at);
  const named = before.lastIndexOf('其中');
  const from = floor + (named >= 0 ? named : [...before.matchAll(AMONG)].reduce((_, { index }) => index, -1));
  if (from < floor) return false;
  // …，其中现行有效216件，制定决议28件: a later clause that opens with an act is a statement of its own
  const clause = /[，,][^，,]*$/.exec(text.slice(from + 3, at));
  return clause === null || !NEW_ACT.test(clause[0]);
}
