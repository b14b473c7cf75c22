export { CATALOGUE } from './catalogue.generated.js';
export { figuresJson } from './json.js';
export { readFigures, type ReadOptions } from './read.js';
export type { Approx, CatalogueEntry, Figure, Polarity, Role } from './types.js';
