export { ApiError, type Client, type ClientWords, openClient } from './client.js';
export { copyText } from './copy.js';
export { newKey } from './key.js';
export { BEFORE_RELOAD_MS, PartMissing, part, type WhyMissing, whyMissing } from './part.js';
export { saveAs } from './save-as.js';
