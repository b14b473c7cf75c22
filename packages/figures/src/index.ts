export { CATALOGUE } from './catalogue.generated.js';
export { type CheckedReport, checkFigures, type Finding, type Statement } from './check.js';
export { type Extracted, extractText } from './extract.js';
export { figuresJson } from './json.js';
export { CONFIDENT, type ReadOptions, readFigures } from './read.js';
export type { Approx, CatalogueEntry, Figure, Polarity, Role } from './types.js';
export { type WriteStyle, writeChange, writeFigure, writeMovement } from './write.js';
