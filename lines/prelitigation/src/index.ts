export { prelitigation } from './line.js';
