import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AlignmentRow } from '../src/index.js';
import { goldLines } from './corpus.js';

/** Two versions whose articles were aligned by reading them. */
export interface AlignedPair {
  /** `gold`, or the round in which it was read: before a round its pairs had no part in fitting anything. */
  readonly round: string;
  readonly oldFile: string;
  readonly newFile: string;
  /** By old article. Missing are those that could not be decided. */
  readonly wanted: ReadonlyMap<string, Wanted>;
}

interface Wanted {
  readonly targets: readonly string[];
  readonly also: readonly string[];
  /** Only in the reference data; elsewhere it follows from the targets and the words. */
  readonly change?: string;
}

export interface GoldRow {
  readonly old_file: string;
  readonly new_file: string;
  readonly old: string | null;
  readonly new: readonly string[];
  readonly also: readonly string[];
  readonly change: string;
}

const CSV = join(dirname(fileURLToPath(import.meta.url)), 'aligned.csv');

const list = (text: string | undefined): string[] => (text && text !== '-' ? text.split(',') : []);

/** The pairs of the reference data and those of `aligned.csv` (`12:13,14|20`: old 12 became 13 and 14, a trifle went to 20). */
export function alignedPairs(): AlignedPair[] {
  const gold = goldLines<GoldRow>('alignment-open.jsonl');
  const reference = [...new Set(gold.map(({ new_file }) => new_file))].map((newFile): AlignedPair => {
    const rows = gold.filter(({ new_file }) => new_file === newFile);
    return {
      round: 'gold',
      oldFile: rows[0]!.old_file,
      newFile,
      wanted: new Map(
        rows
          .filter(({ old }) => old !== null)
          .map((row) => [row.old!, { targets: row.new, also: row.also, change: row.change }]),
      ),
    };
  });
  const read = readFileSync(CSV, 'utf8')
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line): AlignedPair => {
      const [, round, oldFile, newFile, rows] = /^(\d+),([^,]+),([^,]+),"(.*)"$/.exec(line)!;
      const entries = rows!.split(' ').map((row) => /^([^:]+):([^|]*)(?:\|(.*))?$/.exec(row)!);
      return {
        round: round!,
        oldFile: oldFile!,
        newFile: newFile!,
        wanted: new Map(
          entries
            .filter(([, , targets]) => targets !== '?')
            .map(([, old, targets, also]) => [old!, { targets: list(targets), also: list(also) }]),
        ),
      };
    });
  return [...reference, ...read];
}

export interface PairScore {
  rows: number;
  /** The first target is one of the right ones, or there is rightly none; a new article is rightly new; and the change is right. */
  mainRight: number;
  /** The same set of targets, and the same change. */
  right: number;
  faults: string[];
}

/** Rows of old articles and of new ones without a source. What only an undecided article claims is not counted. */
export function scorePair({ wanted }: AlignedPair, ours: readonly AlignmentRow[]): PairScore {
  const score: PairScore = { rows: 0, mainRight: 0, right: 0, faults: [] };
  const sourced = new Set([...wanted.values()].flatMap(({ targets, also }) => [...targets, ...also]));
  const claimedByUndecided = new Set(
    ours.filter(({ old }) => old !== null && !wanted.has(old)).flatMap((row) => row.new),
  );
  for (const row of ours) {
    if (row.old === null) continue;
    const right = wanted.get(row.old);
    if (!right) continue;
    score.rows++;
    const change = right.change === undefined || right.change === row.change;
    const main =
      change && (right.targets.length === 0 ? row.new.length === 0 : right.targets.includes(row.new[0] ?? ''));
    const all = change && [...right.targets].sort().join() === [...row.new].sort().join();
    if (main) score.mainRight++;
    if (all) score.right++;
    else
      score.faults.push(
        `${main ? ' ' : 'M'} ${row.old}: right ${right.targets.join()}|${right.also.join()}, ours ${row.new.join()}|${row.also.join()} (${row.similarity.toFixed(2)})`,
      );
  }
  const isNew = new Set(ours.filter(({ old }) => old === null).map((row) => row.new[0]!));
  for (const number of new Set(ours.flatMap((row) => row.new))) {
    if (sourced.has(number) || (!isNew.has(number) && claimedByUndecided.has(number))) continue;
    score.rows++;
    if (isNew.has(number)) {
      score.mainRight++;
      score.right++;
    } else score.faults.push(`M ${number}: right new`);
  }
  return score;
}
