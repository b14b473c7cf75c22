import { NUMERAL_CLASS, numeralValue } from '../text/numeral.js';
import type { LawDocument } from '../tree/document.js';
import { fullText, type LawNode, ownText, walk } from '../tree/node.js';

/** One article prepared for comparison. */
export interface ArticleText {
  readonly number: string;
  /** Words without punctuation, blanks and item marks, as the comparison sees them. */
  readonly words: string;
  /** Keys of its trigrams by position; `words.length - 2` of them. */
  readonly grams: readonly string[];
  /** Trigram sets of its sentences and items (cut at 。 and ；), those of six words and more. */
  readonly sentences: readonly ReadonlySet<string>[];
  /** Articles of the same text whose breach it punishes (违反本法第三十条), in order. */
  readonly breached: readonly string[];
}

const IGNORED = /[\s\u200b，。；：、！？“”‘’「」《》〈〉（）()〔〕[\],.;:!?"'—…·-]/g;

/** Articles, or points of a text without articles, in order. */
export function articleTexts(law: LawDocument): ArticleText[] {
  const list: ArticleText[] = [];
  for (const node of walk(law.tree)) {
    if (node.kind !== 'article' && node.kind !== 'point') continue;
    const words = comparable(law.source, node);
    const sentences = sentenceTexts(law.source, node).map((text) => new Set(gramsOf(text)));
    list.push({ number: node.number!, words, grams: gramsOf(words), sentences, breached: breachedBy(words) });
  }
  return list;
}

const BREACH = new RegExp(`违反本(?:法|条例|办法|规定|细则)第([${NUMERAL_CLASS}]+)条`, 'g');

const breachedBy = (words: string): string[] =>
  [...words.matchAll(BREACH)].map(([, numeral]) => String(numeralValue(numeral!) ?? ''));

function gramsOf(words: string): string[] {
  const grams: string[] = [];
  for (let at = 0; at + 3 <= words.length; at++) grams.push(words.slice(at, at + 3));
  return grams;
}

function sentenceTexts(source: string, node: LawNode): string[] {
  const list: string[] = [];
  for (const inner of walk([node])) {
    for (const part of ownText(source, inner).split(/[。；]/)) {
      const words = part.replace(IGNORED, '');
      if (words.length >= 8) list.push(words);
    }
  }
  return list;
}

export const comparable = (source: string, node: LawNode): string => fullText(source, node).replace(IGNORED, '');

/**
 * How telling a trigram is: log of the number of articles over the number it occurs in, in both versions together.
 * Phrases of every second article (县级以上人民政府) weigh next to nothing.
 */
export function gramWeights(old: readonly ArticleText[], now: readonly ArticleText[]): Map<string, number> {
  const frequency = new Map<string, number>();
  for (const { grams } of [...old, ...now])
    for (const gram of new Set(grams)) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  const all = old.length + now.length;
  for (const [gram, count] of frequency) frequency.set(gram, Math.log((all + 2) / count));
  return frequency;
}
