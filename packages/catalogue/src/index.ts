export { CATALOGUE } from './entries.generated.js';
export type { CatalogueEntry } from './entry.js';
