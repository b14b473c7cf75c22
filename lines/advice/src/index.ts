export { indicators } from './indicators.js';
export { advice } from './line.js';
export { own } from './own-indicators.js';
