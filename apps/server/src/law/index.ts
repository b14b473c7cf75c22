export { openAlerts, raiseAlerts, settleAlert } from './alerts.js';
export { type Clause, type ClauseMissing, clauseOn } from './clause.js';
export { basesInLine, unresolvedBases } from './definitions.js';
export { impactOf } from './impact.js';
export { type ImportProgress, type ImportReport, importLaws } from './import.js';
export { findLaw, lawInForce, VALIDITY_NAMES } from './in-force.js';
export { KIND_NAMES } from './instrument.js';
export { clauseHistory, readVersion, wordDifference } from './read.js';
export { LawTitles, type SearchAnswer, searchLaws } from './search.js';
