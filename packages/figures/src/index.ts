export { CATALOGUE } from './catalogue.generated.js';
export { checkFigures } from './check.js';
export { type Extracted, extractText } from './extract.js';
export type { CheckedReport, Finding, FindingKind, Statement } from './finding.js';
export { figuresJson } from './json.js';
export { type Place, reportPlace } from './place.js';
export { CONFIDENT, type ReadOptions, readFigures } from './read.js';
export type { Approx, CatalogueEntry, Figure, Polarity, Role } from './types.js';
export { type WriteStyle, writeChange, writeFigure, writeMovement } from './write.js';
