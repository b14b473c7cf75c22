export * from './arrangement.js';
export * from './deadline.js';
export * from './limit.js';
export { type CountingMethods, DEFAULT_METHODS } from './methods.js';
export * from './national-calendar.js';
export * from './standing.js';
export * from './suspension.js';
export * from './work-calendar.js';
