import { setImmediate as turn } from 'node:timers/promises';
import { EVERYDAY } from './everyday.js';
import type { LawIndex } from './law-index.js';
import { searchLaws } from './search.js';

/** From so many on a question takes what it takes all day; it is a second or two in all. */
const QUESTIONS = 1500;
const MARKS = /[\s，。；：、（）《》“”]+/;

/**
 * Asks a base what its own titles and texts say, before people ask. In a process that has just begun the search is not yet
 * compiled, and a question takes twice as long as later; so nobody waits for that. Others have their turn after each question.
 * @param stopped asked before each question; when true the rest is left out
 */
export async function rehearse(index: LawIndex, stopped: () => boolean = () => false): Promise<void> {
  for (let round = 0; round < QUESTIONS && !stopped(); round += 1) {
    const question = questionOf(index, round);
    if (question !== undefined) await searchLaws(index, question, round % 10 === 9 ? { all: true } : {});
    await turn();
  }
}

/** A law and what it is asked for, words of texts, a saying, a name alone, an article; undefined of an empty base. */
function questionOf({ titles, segments }: LawIndex, round: number): string | undefined {
  const segment = segments[round % segments.length];
  const law = titles.rows[(round * 97) % titles.rows.length];
  if (!segment || segment.size === 0 || !law) return undefined;
  const name = law.title.replace('中华人民共和国', '');
  const wordOf = (clause: number): string => {
    const parts = segment
      .text(clause % segment.size)
      .split(MARKS)
      .filter(({ length }) => length > 1);
    return (parts[round % parts.length] ?? name).slice(0, 2 + (round % 4));
  };
  const [one, other] = [wordOf(round * 7919), wordOf(round * 104_729)];
  const [said] = EVERYDAY[round % EVERYDAY.length]!;
  const kinds = [
    `${name} ${one}`,
    `${one} ${other}`,
    `${name.slice(0, 6)} ${one}、${other}`,
    `${one} ${other} ${name.slice(0, 2)}`,
    `${said[0]} ${one}`,
    name,
    `${name}第${1 + (round % 30)}条`,
  ];
  return kinds[round % kinds.length];
}
