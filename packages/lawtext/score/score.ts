import { scoreAlignment } from './alignment.js';
import { benchLawtext } from './bench.js';
import { scoreCitations } from './citations.js';
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

for (const { name, value } of benchLawtext().figures) console.log(`${name}: ${value}`);
