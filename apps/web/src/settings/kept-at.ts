import { momentWords } from '../words.js';

/** 09:12, for data that could not be renewed. */
export const queryKeptAt = (updatedAt: number): string => momentWords(new Date(updatedAt).toISOString()).slice(11);
