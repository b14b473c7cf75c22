import { type Address, addressCode, parseAddress } from '@fadu/lawtext';
import { EVERYDAY } from './everyday.js';
import { saysSomething } from './grounds.js';
import { Pairs } from './pairs.js';
import { type Title, type Titles, typedTitle } from './titles.js';
import { questionWords } from './words.js';

/** A clause that a question names. */
export interface NamedClause {
  readonly title: string;
  readonly article: Address['article'];
  readonly locator: string;
  /** The 款, 项 or 目 that is named in it. */
  readonly unit: Address | null;
}

const NUMERAL = '[一二三四五六七八九十百零〇千\\d]+';
const NAME = '《?([一-龥a-zA-Z（）〈〉]{2,40}?)》?';
const ARTICLE = new RegExp(
  `^(?!第)${NAME}\\s*的?((?:第\\s*)?${NUMERAL}\\s*条.*|第${NUMERAL}|§?\\s*\\d{1,4}(?:[-.(（].*)?)$`,
);
/** 第三十三条第一款 行政处罚法 */
const UNITS = `(?:之${NUMERAL})?(?:第${NUMERAL}款)?(?:第[（(]?${NUMERAL}[）)]?项)?`;
const ARTICLE_FIRST = new RegExp(`^(第\\s*${NUMERAL}\\s*条${UNITS})\\s*的?${NAME}$`);
/** 三十三条处罚法, 33条 xzcff: without 第 only before what ends as a name, or letters; 三条红线 counts. */
const NUMBER_FIRST = new RegExp(
  `^(${NUMERAL}\\s*条${UNITS})\\s*(《?[一-龥（）〈〉]{1,39}(?:法|法典|条例|规定|办法|细则|解释|规则|决定)》?|[a-zA-Z]{2,40})$`,
);

/** 处罚法33 · 行政复议法第四十八条第一款 · xzfyf48 · 《刑法》§219-1 · 刑法133条之一 */
export function splitClause(question: string): NamedClause | undefined {
  const text = question.trim();
  const before = ARTICLE_FIRST.exec(text) ?? NUMBER_FIRST.exec(text);
  const behind = before ? null : ARTICLE.exec(text);
  const [title, written] = before ? [before[2]?.replaceAll(/[《》]/g, ''), before[1]] : [behind?.[1], behind?.[2]];
  if (title === undefined || written === undefined) return undefined;
  const address = parseAddress(addressAsPrinted(written));
  if (!address.ok) return undefined;
  const { article, paragraph, item } = address.value;
  const pinned = paragraph !== undefined || item !== undefined;
  return { title, article, locator: addressCode({ article }), unit: pinned ? address.value : null };
}

/** A question in which the name of a law was misspelt, with that name put right. */
export interface Corrected {
  readonly question: string;
  readonly name: string;
}

/**
 * 行政外罚法33, 听证 行政外罚法; undefined when every name is right, or none is.
 * @param named what `splitClause` reads in the question
 */
export function corrected(question: string, named: NamedClause | undefined, titles: Titles): Corrected | undefined {
  for (const part of named ? [named.title] : phrasesOf(question)) {
    const name = titles.meantBy(typedTitle(part));
    if (name !== undefined) return { question: question.replace(part, name), name };
  }
  return undefined;
}

/** With 第 and 条 where only one of them was written. */
function addressAsPrinted(written: string): string {
  const text = written.replaceAll('（', '(').replaceAll('）', ')').replaceAll(/\s/g, '');
  if (/^第?\d+条?$/.test(text)) return text.replaceAll(/[第条]/g, '');
  if (/^[^第§]+条/.test(text)) return `第${text}`;
  return /^第[^条]+$/.test(text) ? `${text}条` : text;
}

/** One way to ask. */
export interface Wording {
  readonly text: string;
  readonly words: readonly string[];
  /** What stands together in it, at least two characters each: 违法所得, 应当自收到申请之日起. */
  readonly phrases: readonly string[];
  /** How much an answer to it counts. */
  readonly weight: number;
  /** The measure that is asked for: 几天, 几岁, 多少钱. */
  readonly sought: RegExp | null;
}

/** What a question asks of the texts. */
export interface Asked {
  readonly wordings: readonly Wording[];
  /** The law it names and what it asks of that law: 行政复议法 期限, 行政复议法期限. */
  readonly inLaw: { readonly laws: readonly Title[]; readonly wordings: readonly Wording[] } | null;
}

export function asked(question: string, titles: Titles): Asked {
  const text = withoutAsking(question);
  const sought = MEASURES.find(([asking]) => asking.test(question))?.[1] ?? null;
  return { wordings: wordingsOf(text, sought), inLaw: lawIn(phrasesOf(text), titles, sought) };
}

const NUMBER = '[一二三四五六七八九十百千万\\d]';
/** What is asked for, and how a text gives it. */
const MEASURES: readonly (readonly [asking: RegExp, given: RegExp])[] = [
  [/几[天日年月]|几个月|多久|多长时间|多少[天日年]/, new RegExp(`${NUMBER}(?:个工作日|个月|日|天|年)`)],
  [/几岁|多大|年龄/, new RegExp(`${NUMBER}周岁`)],
  [/多少[钱元]|罚多少/, new RegExp(`${NUMBER}(?:元|倍|%)|百分之`)],
];

/** What makes a sentence a question and says nothing of the matter. */
const ASKING =
  /怎么办|怎么样|怎么|怎样|如何|为什么|什么样|什么|多少钱|多少|多久|多长时间|几[天日年月岁]|几个月|多大|罚多少|哪些|哪个|哪里|谁|是不是|能不能|可不可以|可以吗|有没有|是否|能否|应该|请问|关于|我想|我要|我们|我(?!国)|会被|被|吗|呢|啊|[？?]/g;

function withoutAsking(question: string): string {
  const left = question
    .replaceAll(ASKING, ' ')
    .replaceAll(/(\d+|[一二三四五六七八九十]+)天/g, '$1日')
    .trim();
  return /[\p{L}\p{N}]/u.test(left) ? left : question;
}

/** What a saying itself counts beside its statutory words: a local text may use it. */
const AS_SAID = 0.5;
const MOST_WORDINGS = 4;

const SAYINGS = EVERYDAY.flatMap(([said, statutory]) => said.map((one) => ({ said: one, statutory }))).sort(
  (a, b) => b.said.length - a.said.length,
);

/** How sayings begin; all have two characters at least. */
const BEGINNINGS = new Pairs();
for (const { said } of SAYINGS) BEGINNINGS.add(said.slice(0, 2));

/** In the law's words first, when it was asked in everyday ones; else as it was asked. */
function wordingsOf(text: string, sought: RegExp | null): readonly Wording[] {
  // A crime is named by what is done: 盗窃罪 is 盗窃……，处……有期徒刑.
  let found: readonly string[] = [text.replaceAll(/([一-龥]{2,4})罪(?=$|[\s，。、])/g, '$1 有期徒刑')];
  for (const { said, statutory } of BEGINNINGS.mayHaveAny(text) ? SAYINGS : []) {
    if (!text.includes(said) || statutory.some((one) => text.includes(one))) continue;
    if (!found.some((one) => one.includes(said))) continue;
    found = found.flatMap((one) => statutory.map((words) => one.replaceAll(said, ` ${words} `)));
  }
  const statutory = found.filter((one) => one !== text).slice(0, MOST_WORDINGS);
  const asSaid = wordingOf(text, statutory.length > 0 ? AS_SAID : 1, sought);
  return [...statutory.map((one) => wordingOf(one, 1, sought)), asSaid].filter(({ words }) =>
    words.some(saysSomething),
  );
}

const wordingOf = (text: string, weight: number, sought: RegExp | null): Wording => ({
  text: text.trim().replaceAll(/\s+/g, ' '),
  words: questionWords(text),
  phrases: phrasesOf(text),
  weight,
  sought,
});

const phrasesOf = (question: string): string[] =>
  question
    .toLowerCase()
    .split(/[\s《》〈〉、，,。；;：:“”"]+/)
    .filter((part) => part.length > 1);

/** A name people write without a blank behind it ends with one of these. */
const ENDS_A_NAME = /[法例定则程典释]$/;
const SHORTEST_NAME = 3;

/** The law that the first phrase begins with, or that another phrase is. */
function lawIn(phrases: readonly string[], titles: Titles, sought: RegExp | null): Asked['inLaw'] {
  for (const [at, phrase] of phrases.entries()) {
    for (let end = phrase.length; end >= SHORTEST_NAME; end -= 1) {
      if (at > 0 && end < phrase.length) break;
      const name = phrase.slice(0, end);
      if ((at > 0 || end < phrase.length) && !ENDS_A_NAME.test(name)) continue;
      const laws = titles.called(typedTitle(name));
      if (laws.length === 0) continue;
      const rest = [phrase.slice(end), ...phrases.filter((_, other) => other !== at)].join(' ');
      const wordings = wordingsOf(rest, sought);
      return wordings.length === 0 ? null : { laws, wordings };
    }
  }
  return null;
}
