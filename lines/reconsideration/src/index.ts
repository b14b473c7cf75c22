export { indicators } from './indicators.js';
export { reconsideration } from './line.js';
