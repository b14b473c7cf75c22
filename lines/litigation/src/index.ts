export * from './appearances.js';
export { indicators } from './indicators.js';
export { litigation } from './line.js';
export { isOutcomeCode, lostCodes, type OutcomeCode, outcomeCodes, outcomes } from './outcomes.js';
export { own } from './own-indicators.js';
