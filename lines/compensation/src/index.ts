export { compensation } from './line.js';
export { own } from './own-indicators.js';
