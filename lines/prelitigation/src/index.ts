export { indicators } from './indicators.js';
export { prelitigation } from './line.js';
