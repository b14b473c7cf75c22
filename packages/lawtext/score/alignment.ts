import { alignLaws, parseLaw } from '../src/index.js';
import type { GoldRow } from './aligned.js';
import { goldLines, readCorpus } from './corpus.js';

export interface AlignmentScore {
  rows: number;
  /** Same set of `new` and same change. */
  right: number;
  /** First target and change right. */
  mainRight: number;
  faults: string[];
}

export function scoreAlignment(): AlignmentScore {
  const score: AlignmentScore = { rows: 0, right: 0, mainRight: 0, faults: [] };
  const gold = goldLines<GoldRow>('alignment-open.jsonl');
  for (const file of new Set(gold.map(({ new_file }) => new_file))) {
    const rows = gold.filter(({ new_file }) => new_file === file);
    const read = (path: string) => parseLaw(readCorpus(path), { fileName: path });
    const ours = alignLaws(read(rows[0]!.old_file), read(file));
    for (const row of rows) {
      score.rows++;
      const own = ours.find((entry) =>
        row.old === null ? entry.old === null && entry.new[0] === row.new[0] : entry.old === row.old,
      );
      const sorted = (list: readonly string[]): string => [...list].sort().join();
      if (own && own.change === row.change && sorted(own.new) === sorted(row.new)) score.right++;
      else
        score.faults.push(
          `${file.split('/').at(-1)!.slice(0, 6)} ${row.old} → gold ${row.new} also ${row.also} ${row.change}; ours ${own?.new} also ${own?.also} ${own?.change} ${own?.similarity.toFixed(2)}`,
        );
      if (own && own.change === row.change && (own.new[0] === row.new[0] || row.new.includes(own.new[0] ?? '')))
        score.mainRight++;
    }
  }
  return score;
}
