export { buildReport, originOf, settledFigures } from './build.js';
export { reportDocument, reportText } from './document.js';
export type { BuiltReport, ReportChapter, ReportGap, ReportSentence } from './model.js';
export { type Misread, readBack } from './verify.js';
