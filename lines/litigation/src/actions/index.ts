import { answering } from './answering.js';
import { judgment } from './judgment.js';
import { trial } from './trial.js';

export const actions = { ...answering, ...trial, ...judgment } as const;
