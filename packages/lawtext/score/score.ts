import { scoreStructure } from './structure.js';

const structure = scoreStructure();
for (const fault of structure.faults) console.log(fault);
console.log(`structure: ${structure.filesRight}/${structure.files} files, ${structure.unitsRight}/${structure.units} units, ${structure.fieldsRight}/${structure.fields} fields`);
