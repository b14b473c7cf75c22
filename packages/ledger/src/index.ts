export * from './checkpoint.js';
export * from './hash.js';
export * from './merkle.js';
export * from './proof-bundle.js';
export * from './verify.js';
