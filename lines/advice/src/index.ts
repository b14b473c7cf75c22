export { indicators } from './indicators.js';
export { advice } from './line.js';
