/** The pages of an application, fetched together. */
export { ApplyStart, ApplyStep } from './Apply.js';
export { ApplyOrgan } from './ApplyOrgan.js';
export { ReceiptPage } from './ReceiptPage.js';
export { Review } from './Review.js';
