export {
  type Amended,
  amendmentsIn,
  type Change,
  carriedUp,
  changesBetween,
  figuresInForce,
  knownSince,
  standingOf,
} from './amendments.js';
export { collection, returns } from './line.js';
