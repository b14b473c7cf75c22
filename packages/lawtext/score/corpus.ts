import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Folder with corpus and gold; beside the project, never inside it. */
export const LAWS = process.env.FADU_LAWS_REFERENCE ?? join(ROOT, '../shared/laws');

export const corpusPresent = (): boolean => existsSync(join(LAWS, 'gold'));

export const readCorpus = (path: string): string => readFileSync(join(LAWS, 'corpus', path), 'utf8');

export const goldLines = <T>(name: string): T[] =>
  readFileSync(join(LAWS, 'gold', name), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

/** Paths of all texts relative to `corpus/`, sorted. */
export function corpusFiles(folder = join(LAWS, 'corpus')): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
