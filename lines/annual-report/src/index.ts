export { DISCLOSURE, mustPublish } from './disclosure.js';
export { annualReport, reporting } from './line.js';
export {
  CHAPTERS,
  type Chapter,
  codesOf,
  ON_ACCEPTED_CASES,
  phraseOf,
  REQUIRED_CHAPTERS,
  speaksForGovernment,
} from './outline.js';
export { own } from './own-indicators.js';
