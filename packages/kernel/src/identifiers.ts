export * from './identifiers-case-number.js';
export * from './identifiers-credit-code.js';
export * from './identifiers-id-number.js';
export * from './identifiers-mask.js';
export { checkPersonName, checkPhone } from './identifiers-person.js';
