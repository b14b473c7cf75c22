import { decide } from '../src/align/align.js';
import { equalTexts } from '../src/align/equal.js';
import { collectEvidence, type Evidence, judge, type Model, type Weights } from '../src/align/evidence.js';
import { prepare } from '../src/align/features.js';
import { findPairs } from '../src/align/pairs.js';
import { parseLaw } from '../src/index.js';
import { type AlignedPair, alignedPairs, type PairScore, scorePair } from './aligned.js';
import { type Choice, fitChoice } from './choice.js';
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
  return { aligned, prepared, equal, candidates, ...samplesOf(aligned, prepared, equal, candidates, evidence) };
});

/** What there is to learn from the articles that were decided by hand. */
function samplesOf(
  { wanted }: AlignedPair,
  { old, now }: ReturnType<typeof prepare>,
  equal: ReadonlyMap<number, number>,
  candidates: ReturnType<typeof findPairs>,
  evidence: readonly (readonly Evidence[])[],
): { samples: Sample[]; choices: Choice[] } {
  const samples: Sample[] = [];
  const choices: Choice[] = [];
  for (const [at, list] of candidates.entries()) {
    const { number, role } = old[at]!;
    const right = wanted.get(number);
    if (!right || equal.has(at) || role === 'purpose' || role === 'effect') continue;
    const values = evidence[at]!.map((one) => Object.values(one));
    const targets = list.map((pair) => now[pair.now]!.number);
    const isRight = targets.map((target) => right.targets.includes(target));
    // what is no candidate cannot be chosen: nothing to learn from
    if (right.targets.length === 0 || isRight.includes(true)) choices.push({ candidates: values, right: isRight });
    // a trifling share is neither right nor wrong
    for (const [place, target] of targets.entries())
      if (!right.also.includes(target)) samples.push({ values: values[place]!, right: isRight[place]! });
  }
  return { samples, choices };
}

const names = Object.keys(
  collectEvidence(pairs[0]!.prepared, pairs[0]!.candidates, pairs[0]!.equal).find((list) => list.length > 0)![0]!,
) as (keyof Evidence)[];

function modelOf(from: typeof pairs): Model {
  const named = ({ weights, bias }: { weights: number[]; bias: number }): Weights => ({
    weights: Object.fromEntries(names.map((name, at) => [name, weights[at]!])) as Weights['weights'],
    bias,
  });
  return {
    main: named(fitChoice(from.flatMap(({ choices }) => choices))),
    part: named(fitLogistic(from.flatMap(({ samples }) => samples))),
  };
}

const totals = new Map<string, PairScore>();
for (const { aligned, prepared, equal, candidates } of pairs) {
  const model = modelOf(pairs.filter((other) => other.aligned !== aligned));
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
const { main, part } = modelOf(pairs);
for (const name of names)
  console.log(`  ${name}: [${main.weights[name].toFixed(2)}, ${part.weights[name].toFixed(2)}],`);
console.log(`bias ${main.bias.toFixed(2)}, ${part.bias.toFixed(2)}`);
