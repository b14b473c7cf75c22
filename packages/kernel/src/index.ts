export * from './brand.js';
export * from './chinese-numeral.js';
export * from './identifiers.js';
export * from './json.js';
export * from './legal-basis.js';
export * from './plain-date.js';
export * from './refusal.js';
export * from './result.js';
