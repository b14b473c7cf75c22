export * from './ending.js';
export * from './intake.js';
export * from './order.js';
export * from './time-limit.js';
export * from './trial.js';
