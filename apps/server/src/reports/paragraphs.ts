import type { ReportSentence } from './model.js';

/** A paragraph of figures is not broken before it has so many. */
const FEWEST = 4;

const domainOf = (code: string): string => code.slice(0, code.indexOf('.'));

/** The statements of a chapter in paragraphs: reconsideration, suits and mediation each by themselves, where they are many. */
export function figureParagraphs<T extends Pick<ReportSentence, 'code'>>(sentences: readonly T[]): T[][] {
  const paragraphs: T[][] = [];
  for (const sentence of sentences) {
    const last = paragraphs.at(-1);
    const goesOn = last && (last.length < FEWEST || domainOf(last.at(-1)!.code) === domainOf(sentence.code));
    if (goesOn) last.push(sentence);
    else paragraphs.push([sentence]);
  }
  return paragraphs;
}
