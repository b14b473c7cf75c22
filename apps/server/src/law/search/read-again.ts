import type { Ranked } from './best.js';
import type { Wording } from './question.js';

/** What stands together in the question and in the clause. */
const TOGETHER = 1.4;
/** The clause begins with the matter: what it is about, not what it also mentions. */
const BEGINS = 1.2;
const BEGINNING = 16;
/** Its words stand near each other. */
const NEAR = 1.25;
/** It lists what is asked: 有下列职责：（一）……. */
const LISTS = 1.6;
/** It gives the measure that is asked for, close behind one of the words: 年休假5天. */
const MEASURED = 1.4;
const CLOSE_BEHIND = 12;
/** What is first in a text is the rule; what comes later are its cases. */
const FIRST = 0.2;
const NEAR_BY = 40;

/** With its text. */
export interface Read extends Ranked {
  readonly body: string;
}

/** The best by their words, weighed again by their texts. */
export function readAgain(
  ranked: readonly Ranked[],
  { words, phrases, weight, sought }: Wording,
  titleOf: (one: Ranked) => string,
): readonly Read[] {
  // Most texts have no letters to be made small, and to look for them takes as long as all else.
  const letters = phrases.some((phrase) => /[a-z]/.test(phrase));
  const longer = words.filter(({ length }) => length > 1);
  return ranked
    .map((one) => {
      const { segment, clause, score, whole } = one;
      const body = segment.text(clause);
      const text = letters ? body.toLowerCase() : body;
      const { first, clauses } = segment.versions[segment.versionOf[clause]!]!;
      const early = 1 + FIRST * (1 - (clause - first) / clauses);
      const measured = sought && longer.some((word) => isMeasured(text, word, sought)) ? MEASURED : 1;
      const factor = weight * early * measured * readFor(text, titleOf(one), longer, phrases, whole);
      return { segment, clause, whole, body, score: score * factor };
    })
    .sort((a, b) => b.score - a.score);
}

function isMeasured(text: string, word: string, sought: RegExp): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    if (sought.test(text.slice(at + word.length, at + word.length + CLOSE_BEHIND))) return true;
  return false;
}

function readFor(
  text: string,
  title: string,
  words: readonly string[],
  phrases: readonly string[],
  whole: boolean,
): number {
  let factor = 1;
  for (const phrase of phrases)
    if (phrase.length > 2 && (text.includes(phrase) || title.includes(phrase))) factor *= TOGETHER;
  let [first, last] = [text.length, 0];
  let held = 0;
  for (const word of words) {
    const at = text.indexOf(word);
    if (at < 0) continue;
    held += 1;
    if (at < first) first = at;
    if (at > last) last = at;
  }
  if (first < BEGINNING) factor *= BEGINS;
  // What it does not say itself stands over it.
  if ((held > 1 || (whole && words.length > 1)) && last - first < NEAR_BY) factor *= NEAR;
  if (held > 0 && held === words.length && last < text.search(/[：:]\n/)) factor *= LISTS;
  return factor;
}
