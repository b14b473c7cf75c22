import { describe, expect, it } from 'vitest';
import { rankClauses } from './ranking.js';
import { Segment, type VersionWords } from './segment.js';
import { packWords } from './words.js';

const WORDS = '样例 登记 期限 机关 申请 处罚 许可 公开 监督 备案 检查 程序 听证 罚款 复议 送达'.split(' ');
const VERSIONS = 40;
const CLAUSES = 60;

/** The same numbers each time (a linear congruence). */
function numbers(): () => number {
  let state = 7;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

async function invented(): Promise<Segment> {
  const next = numbers();
  // The first words are common, the last rare.
  const word = () => WORDS[Math.floor(next() ** 2 * WORDS.length)]!;
  const page = Array.from({ length: VERSIONS }, (_, version): VersionWords => {
    const clauses = Array.from({ length: CLAUSES }, (_, at): [string, string, string] => [
      `T${at}`,
      `第${at}条`,
      Array.from({ length: 3 + Math.floor(next() * 20) }, word).join('、'),
    ]);
    const headings = clauses.map((_, at) => [`第${Math.floor(at / 10)}章　${WORDS[at % 16]!}`]);
    return { version, headings, clauses, ...packWords(clauses.map(([, , body]) => body)) };
  });
  return Segment.of(
    (async function* () {
      yield page;
    })(),
  );
}

describe('the ranking', () => {
  it('leaves out nothing that belongs to the best, however few are wanted', async () => {
    const segment = await invented();
    const factors = Float32Array.from({ length: VERSIONS }, (_, at) => [2.5, 1.6, 1.4, 1, 0.8, 0][at % 6]!);
    const inName = new Uint8Array(VERSIONS);
    const leading = (word: string) => segment.term(word).clauses.clauses;
    const ask = (words: readonly string[], most: number) =>
      rankClauses(
        [segment],
        { words, phrases: [] },
        () => ({ factors, left: factors.slice(), inName, likely: [0, 1], leading }),
        most,
      ).map(({ clause, score }) => [clause, score]);
    for (const words of [
      ['样例'],
      ['送达'],
      ['登记', '期限'],
      ['处罚', '听证', '复议'],
      ['机关', '罚款'],
      ['送达', '复议', '罚款', '听证'],
    ]) {
      const all = ask(words, VERSIONS * CLAUSES);
      expect(all.length).toBeGreaterThan(20);
      expect(new Set(all.map(([clause]) => clause)).size, 'each once').toBe(all.length);
      const scores = (rows: typeof all) => rows.map(([, score]) => score);
      expect(scores(ask(words, 25))).toEqual(scores(all).slice(0, 25));
    }
  });

  it('holds back what leaves out a word', async () => {
    const segment = await invented();
    const factors = new Float32Array(VERSIONS).fill(1);
    const [first] = rankClauses(
      [segment],
      { words: ['送达', '复议'], phrases: [] },
      () => ({
        factors,
        left: factors.slice(),
        inName: new Uint8Array(VERSIONS),
        likely: [],
        leading: (word) => segment.term(word).clauses.clauses,
      }),
      10,
    );
    expect(segment.text(first!.clause)).toMatch(/送达.*复议|复议.*送达/);
    expect(first!.whole).toBe(true);
  });
});
