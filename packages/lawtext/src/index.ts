export { parseLaw, type ParseOptions } from './parse/parse.js';
export * from './tree/node.js';
export * from './tree/document.js';
export * from './tree/diagnostic.js';
export { structureJson, type PrintedNode } from './print/structure.js';
