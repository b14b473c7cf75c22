export * from './indicators.js';
export * from './law.js';
export * from './list-view.js';
export * from './matter-view.js';
export * from './public-view.js';
export * from './reports.js';
export * from './routes.js';
