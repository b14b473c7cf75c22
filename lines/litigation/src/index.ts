export * from './appearances.js';
export { litigation } from './line.js';
export { isOutcomeCode, lostCodes, type OutcomeCode, outcomeCodes, outcomes } from './outcomes.js';
