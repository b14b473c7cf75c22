export { buildReport } from './build.js';
export { reportData } from './data.js';
export { reportDocument, reportText } from './document.js';
export { freezeReport } from './freeze.js';
export { issuedReport } from './issued.js';
export type { BuiltReport, ReportChapter, ReportGap, ReportSentence } from './model.js';
export { reportPage } from './page.js';
export { reportSheet } from './sheet.js';
export { type Misread, readBack } from './verify.js';
