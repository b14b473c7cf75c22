export { collection, returns } from './line.js';
