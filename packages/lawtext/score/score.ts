import { citeLaw, parseLaw } from '../src/index.js';
import { scoreAlignment } from './alignment.js';
import { scoreCitations } from './citations.js';
import { corpusFiles, readCorpus } from './corpus.js';
import { scoreStructure } from './structure.js';

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

const structure = scoreStructure();
const citations = scoreCitations();
const alignment = scoreAlignment();
for (const fault of [...structure.faults, ...citations.faults, ...alignment.faults]) console.log(fault);
console.log(
  `structure: ${structure.filesRight}/${structure.files} files with all counts right, ${structure.unitsRight}/${structure.units} units (${percent(structure.unitsRight / structure.units)}), ${structure.fieldsRight}/${structure.fields} fields`,
);
console.log(
  `citations: ${citations.gold} gold, ${citations.found} found, F1 ${percent(citations.f1)}, fully resolved ${percent(citations.resolvedShare)} of hits`,
);
console.log(
  `alignment: ${percent(alignment.mainRight / alignment.rows)} of ${alignment.rows} rows with right main target and change, ${percent(alignment.right / alignment.rows)} with the exact set`,
);

// speed over the corpus in memory, on one core: the first run, cold, and the second
const files = corpusFiles();
const texts = files.map(readCorpus);
const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
for (const run of ['cold', 'warm']) {
  const start = performance.now();
  let found = 0;
  texts.forEach((text, index) => {
    found += citeLaw(parseLaw(text, { fileName: files[index]! })).length;
  });
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `parse + cite ${run}: ${(megabytes / seconds).toFixed(0)} MB/s (${seconds.toFixed(2)} s, ${found} citations)`,
  );
}
