export * from './ending.js';
export * from './intake.js';
export * from './trial.js';
