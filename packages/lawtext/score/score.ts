import { scoreCitations } from './citations.js';
import { scoreStructure } from './structure.js';

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

const structure = scoreStructure();
for (const fault of structure.faults) console.log(fault);
const citations = scoreCitations();
for (const fault of citations.faults) console.log(fault);
console.log(`structure: ${structure.filesRight}/${structure.files} files, ${structure.unitsRight}/${structure.units} units, ${structure.fieldsRight}/${structure.fields} fields`);
console.log(`citations: ${citations.gold} gold, ${citations.found} found, precision ${percent(citations.precision)}, recall ${percent(citations.recall)}, F1 ${percent(citations.f1)}, resolved ${percent(citations.resolvedShare)} of hits`);
