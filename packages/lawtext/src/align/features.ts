import { NUMERAL_CLASS, numeralValue } from '../text/numeral.js';
import type { LawDocument } from '../tree/document.js';
import { type LawNode, ownText, walk } from '../tree/node.js';
import { COMMON, COMMON_CHARACTERS, TELLING, TELLING_CHARACTER } from './common-words.js';
import { comparable, IGNORED } from './comparable.js';

/** A stretch of an article that is compared on its own: its grams, and their weight together. */
export interface Piece {
  readonly grams: readonly number[];
  readonly set: ReadonlySet<number>;
  readonly weight: number;
}

/** One article prepared for comparison. Grams are numbers of two and three words in sequence, each once. */
export interface ArticleText {
  readonly number: string;
  /** Words without punctuation, blanks and item marks, as the comparison sees them. */
  readonly words: string;
  readonly whole: Piece;
  /** Single characters: 捐助 and 捐赠, 津贴 and 补贴 have one in common where they have no word. */
  readonly characters: Piece;
  /** Cut at 。 and ； and at items. */
  readonly sentences: readonly Piece[];
  /** Cut at every ， too. */
  readonly clauses: readonly Piece[];
  /** Articles of the same text whose breach it punishes (违反本法第三十条), in order. */
  readonly breached: readonly string[];
  readonly role: Role;
  /** Names of the divisions it stands in. */
  readonly heading: Piece;
}

/** What an article is there for, where its words give it away however short it is. */
export type Role = 'purpose' | 'effect' | 'crime' | 'other';

/** Both versions prepared together, with the weights of their grams. */
export interface Prepared {
  readonly old: readonly ArticleText[];
  readonly now: readonly ArticleText[];
  /** By gram: log of the number of articles over the number it occurs in, less where it is common in any law. */
  readonly weights: Float64Array;
}

const SELF = '本(?:法|条例|办法|规定|细则|规则|解释|决定)';
const PURPOSE = /^.*制定本.{0,4}(?:法|条例|办法|规定|细则|规则|解释|决定)$/;
/** 本法自…起施行: the clause of effect is the same provision in every version, however short. */
const EFFECT = new RegExp(`^${SELF}自.{2,16}施行`);
/** What follows from any breach of the text: 违反本法规定，…构成犯罪的，依法追究刑事责任. */
const CRIME = new RegExp(
  `^违反${SELF}规定(?:.{0,50}构成犯罪的依法追究刑事责任$|(?:有下列行为之一)?构成犯罪的依法追究刑事责任)`,
);
const BREACH = new RegExp(`违反${SELF}第([${NUMERAL_CLASS}]+)条`, 'g');

/**
 * Phrases that stand in texts of every kind. What two articles have in common in them says little, although in one short
 * text they may be rare; so their grams count less.
 */
const FORMULA = new RegExp(
  [
    '由?(?:县级以上|地方|各级|市|区|县)*(?:地方)?(?:各级)?人民政府(?:有关|主管|行政)*部门',
    '(?:予以|给予)?(?:通报批评|警告)?(?:并?可以?)?(?:并处|处以?)[^的]{1,12}(?:以上|以下|百分之.{1,3}|倍).{0,12}罚款',
    '责令(?:其?限期|停止|立即)*(?:改正|停业整顿)|逾期(?:不|未|仍不)改正的?|拒不改正的?|情节(?:较|特别)?(?:严重|轻微)的?',
    '没收违法所得|有违法所得的|没有违法所得|吊销.{0,6}(?:许可证|执照|证书)',
    '对?(?:直接负责|负有责任|负有直接责任|负责)的(?:主管|领导)人员和(?:其他)?直接责任人员',
    '(?:依法|由其?所在单位|上级主管部门|有关机关)*给予(?:行政|政务|纪律)?处分',
    '构成(?:犯罪|违反治安管理行为)的?|依法(?:追究刑事责任|给予治安管理处罚|承担民事责任)|违反治安管理(?:规定|行为)的?',
    '有下列(?:情形|行为|情况)之一的?|违反本(?:法|条例|办法|规定)(?:第.{1,6}条)?(?:第.款)?(?:的?规定)?的?',
    '(?:按照|依照|根据)(?:国家|本市|有关|法律|法规|行政|规章|的|和|、)*规定|法律(?:行政)?法规(?:另有规定的?|规定的其他.{2,4})?(?:除外|从其规定)?',
    '具体(?:实施|管理)?办法由.{2,24}(?:制定|规定)|应当自收到.{2,16}之日起.{1,5}日内|任何(?:单位|组织)(?:和|或者)个人',
  ].join('|'),
  'g',
);
/** What grams of formulas count. */
const FORMULA_WEIGHT = 0.3;

const TELLS = new Map(COMMON.flatMap(([tells, pairs]) => (pairs.match(/../gsu) ?? []).map((pair) => [pair, tells])));
const SINGLE_TELLS = new Map(COMMON_CHARACTERS.flatMap(([tells, list]) => [...list].map((one) => [one, tells])));

/**
 * How much two or three words tell by themselves, 0–1: 应当 stands in half of all articles, and where it happens to be rare in
 * one text that says nothing. Three words tell what the rarer pair in them tells. Of single characters only the rare ones
 * tell anything, therefore squared.
 */
function tells(gram: string): number {
  if (gram.length === 1) return (SINGLE_TELLS.get(gram) ?? TELLING_CHARACTER) ** 2;
  const [first, last] = [gram.slice(0, 2), gram.slice(-2)];
  return Math.max(TELLS.get(first) ?? TELLING, TELLS.get(last) ?? TELLING);
}

/** Lengths of grams. */
const GRAM = [2, 3];

/** Least number of words of a clause that is looked at on its own. */
const CLAUSE = 5;

/** Articles, or points of a text without articles, of both versions. */
export function prepare(before: LawDocument, after: LawDocument): Prepared {
  const ids = new Map<string, number>();
  const raw = [before, after].map((law) =>
    articlesOf(law).map(({ node, heading }) => readArticle(law.source, node, heading, ids)),
  );
  const counts = new Float64Array(ids.size);
  const formulas = new Float64Array(ids.size);
  for (const list of raw)
    for (const { grams, characters, formula } of list) {
      for (const gram of grams) counts[gram]!++;
      for (const gram of characters) counts[gram]!++;
      for (const gram of formula) formulas[gram]!++;
    }
  const all = raw[0]!.length + raw[1]!.length;
  const weights = counts.map(
    (count, gram) => Math.log((all + 2) / Math.max(1, count)) * (formulas[gram]! * 2 > count ? FORMULA_WEIGHT : 1),
  );
  for (const [gram, id] of ids) weights[id]! *= tells(gram);
  const piece = (grams: readonly number[]): Piece => {
    let weight = 0;
    for (const gram of grams) weight += weights[gram]!;
    return { grams, set: new Set(grams), weight };
  };
  const [old, now] = raw.map((list) =>
    list.map(
      ({ number, words, grams, characters, sentences, clauses, heading }): ArticleText => ({
        number,
        words,
        whole: piece(grams),
        characters: piece(characters),
        heading: piece(heading),
        sentences: sentences.map(piece),
        clauses: clauses.map(piece),
        breached: [...words.matchAll(BREACH)].map(([, numeral]) => String(numeralValue(numeral!) ?? '')),
        role: PURPOSE.test(words) ? 'purpose' : EFFECT.test(words) ? 'effect' : CRIME.test(words) ? 'crime' : 'other',
      }),
    ),
  );
  return { old: old!, now: now!, weights };
}

function articlesOf(law: LawDocument): { node: LawNode; heading: string }[] {
  const found: { node: LawNode; heading: string }[] = [];
  const visit = (nodes: readonly LawNode[], heading: string): void => {
    for (const node of nodes) {
      if (node.kind === 'article' || node.kind === 'point') found.push({ node, heading });
      else visit(node.children, heading + ownText(law.source, node).replace(IGNORED, ''));
    }
  };
  visit(law.tree, '');
  return found;
}

function readArticle(source: string, node: LawNode, heading: string, ids: Map<string, number>) {
  const words = comparable(source, node);
  const sentences: number[][] = [];
  const clauses: number[][] = [];
  for (const inner of walk([node])) {
    for (const sentence of ownText(source, inner).split(/[。；]/)) {
      const whole = sentence.replace(IGNORED, '');
      if (whole.length < CLAUSE) continue;
      sentences.push(gramsOf(whole, ids, ...GRAM));
      for (const part of sentence.split(/[，：,:]/)) {
        const own = part.replace(IGNORED, '');
        if (own.length >= CLAUSE) clauses.push(gramsOf(own, ids, ...GRAM));
      }
    }
  }
  const formula = [...new Set([...words.matchAll(FORMULA)].flatMap(([phrase]) => gramsOf(phrase, ids, ...GRAM)))];
  return {
    number: node.number!,
    formula,
    heading: gramsOf(heading, ids, ...GRAM),
    words,
    grams: gramsOf(words, ids, ...GRAM),
    characters: gramsOf(words, ids, 1),
    sentences,
    clauses,
  };
}

function gramsOf(words: string, ids: Map<string, number>, ...sizes: readonly number[]): number[] {
  const grams = new Set<number>();
  for (let at = 0; at < words.length; at++) {
    for (const size of sizes) {
      if (at + size > words.length) break;
      const gram = words.slice(at, at + size);
      let id = ids.get(gram);
      if (id === undefined) {
        id = ids.size;
        ids.set(gram, id);
      }
      grams.add(id);
    }
  }
  return [...grams];
}
