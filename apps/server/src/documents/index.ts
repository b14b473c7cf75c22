export { renderDocx } from './docx.js';
export { renderHtml } from './html.js';
export type { Block, OfficialDocument } from './official-document.js';
