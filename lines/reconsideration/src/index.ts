export { indicators } from './indicators.js';
export { reconsideration } from './line.js';
export { own } from './own-indicators.js';
