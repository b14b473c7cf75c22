export * from './appearance.js';
export * from './judgment.js';
export * from './late.js';
export * from './notice.js';
export * from './order.js';
