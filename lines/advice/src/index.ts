export { advice } from './line.js';
