export { reconsideration } from './line.js';
