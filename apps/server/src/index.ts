export { accounts } from './access/accounts.js';
export { EVERYTHING, type Scope } from './access/scope.js';
export { buildApp } from './api/app.js';
export { type BackupSummary, backUp } from './backup/backup.js';
export { restore } from './backup/restore.js';
export { type Booted, type BootOptions, boot } from './boot.js';
export { enterPublication } from './disclosure/register.js';
export { type OfficialDocument, renderDocx, renderHtml } from './documents/index.js';
export {
  type IndicatorFigure,
  type IndicatorRow,
  indicatorFigure,
  indicatorRows,
  periodWords,
} from './indicators/figure.js';
export { type RolledUp, rebuildRollUp, rollUp } from './indicators/roll-up.js';
export { enterArrangement, readArrangement } from './jobs/arrangements.js';
export { expireClocks, recountProvisional } from './jobs/clocks.js';
export { deliverOutbox, undelivered } from './jobs/outbox.js';
export { changeSigningKey } from './keys.js';
export * from './law/index.js';
export { exportCheckpoints, proofOf } from './ledger/proofs.js';
export { sequence } from './ledger/sequencer.js';
export { type LedgerReport, verifyLedger } from './ledger/verify-ledger.js';
export { checkRecords } from './matters/check.js';
export { voidSerial } from './matters/check-serials.js';
export { composeDocument } from './matters/documents.js';
export { act, findMatter, open, type Platform, type Request } from './matters/execute.js';
export { wordsOf } from './matters/words.js';
export { createDatabase, dropDatabase, type PostgresServer, startPostgres } from './postgres/index.js';
export { temporaryData } from './postgres/temporary.js';
export { readWaiting } from './reading/read-waiting.js';
export { receiveReport } from './reading/receive.js';
export { confirmSure, describeAs } from './reading/steps.js';
export * from './reports/index.js';
export { freePort, logPath, serve } from './serve.js';
export { openPool } from './storage/pool.js';
export { scoped } from './storage/scoped.js';
