import { functions } from './0001-base-functions.js';
import { security } from './0001-base-security.js';
import { tables } from './0001-base-tables.js';

/** 0001: the record of matters. */
export const base = tables + security + functions;
