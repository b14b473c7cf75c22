import { decide } from '../src/align/align.js';
import { equalTexts } from '../src/align/equal.js';
import { collectEvidence, type Evidence, judge, type Model } from '../src/align/evidence.js';
import { prepare } from '../src/align/features.js';
import { findPairs } from '../src/align/pairs.js';
import { parseLaw } from '../src/index.js';
import { type AlignedPair, alignedPairs, type PairScore, scorePair } from './aligned.js';
import { readCorpus } from './corpus.js';
import { fitLogistic, type Sample } from './logistic.js';

/**
 * Fits the weights of the alignment's evidence, and measures them fairly: every pair of versions is judged with weights
 * fitted on all the others. `-v` prints every fault.
 */
const pairs = alignedPairs().map((aligned) => {
  const read = (path: string) => parseLaw(readCorpus(path), { fileName: path });
  const prepared = prepare(read(aligned.oldFile), read(aligned.newFile));
  const equal = equalTexts(prepared.old, prepared.now);
  const candidates = findPairs(prepared, equal);
  const evidence = collectEvidence(prepared, candidates, equal);
  return { aligned, prepared, equal, candidates, samples: samplesOf(aligned, prepared, equal, candidates, evidence) };
});

/** One for every candidate of an article that was decided by hand; a trifling share is neither right nor wrong. */
function samplesOf(
  { wanted }: AlignedPair,
  { old, now }: ReturnType<typeof prepare>,
  equal: ReadonlyMap<number, number>,
  candidates: ReturnType<typeof findPairs>,
  evidence: readonly (readonly Evidence[])[],
): Sample[] {
  return candidates.flatMap((list, at) => {
    const { number, role } = old[at]!;
    const right = wanted.get(number);
    if (!right || equal.has(at) || role === 'purpose' || role === 'effect') return [];
    return list.flatMap((pair, place) => {
      const target = now[pair.now]!.number;
      if (right.also.includes(target)) return [];
      return [{ values: Object.values(evidence[at]![place]!), right: right.targets.includes(target) }];
    });
  });
}

const names = Object.keys(
  collectEvidence(pairs[0]!.prepared, pairs[0]!.candidates, pairs[0]!.equal).find((list) => list.length > 0)![0]!,
) as (keyof Evidence)[];

function modelOf(samples: readonly Sample[]): Model {
  const { weights, bias } = fitLogistic(samples);
  return { weights: Object.fromEntries(names.map((name, at) => [name, weights[at]!])) as Model['weights'], bias };
}

const totals = new Map<string, PairScore>();
for (const { aligned, prepared, equal, candidates } of pairs) {
  const model = modelOf(pairs.filter((other) => other.aligned !== aligned).flatMap((other) => other.samples));
  const score = scorePair(aligned, decide(prepared, equal, judge(prepared, candidates, equal, model)));
  const share = (right: number): string => `${((right / score.rows) * 100).toFixed(1)}%`;
  console.log(
    `${aligned.round} ${aligned.newFile}: ${score.rows} rows, ${share(score.mainRight)}, ${share(score.right)}`,
  );
  if (process.argv.includes('-v')) for (const fault of score.faults) console.log(`    ${fault}`);
  for (const key of [aligned.round, 'all']) {
    const total = totals.get(key) ?? { rows: 0, mainRight: 0, right: 0, faults: [] };
    total.rows += score.rows;
    total.mainRight += score.mainRight;
    total.right += score.right;
    totals.set(key, total);
  }
}
for (const [round, { rows, mainRight, right }] of totals)
  console.log(
    `${round}: ${rows} rows, main target right ${((mainRight / rows) * 100).toFixed(2)}%, same set ${((right / rows) * 100).toFixed(2)}%`,
  );
console.log(modelOf(pairs.flatMap(({ samples }) => samples)));
