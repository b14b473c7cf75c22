export { parseLaw, type ParseOptions } from './parse/parse.js';
export * from './tree/node.js';
export * from './tree/document.js';
export * from './tree/diagnostic.js';
export { structureJson, type PrintedNode } from './print/structure.js';
export { citeLaw, type CiteOptions } from './cite/cite.js';
export type { Citation, CitationKind, CitationTarget } from './cite/citation.js';
export { repealOf, TitleIndex } from './cite/titles.js';
export { citationsJson } from './print/citations.js';
