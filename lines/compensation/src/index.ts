export { compensation } from './line.js';
