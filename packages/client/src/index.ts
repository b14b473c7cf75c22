export { ApiError, type Client, type ClientWords, openClient } from './client.js';
export { copyText } from './copy.js';
export { newKey } from './key.js';
export { saveAs } from './save-as.js';
