import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

it.each(['ARCHITECTURE.md', 'CONTRIBUTING.md', 'README.md', 'README.zh-CN.md'])(
  'every path that %s names exists',
  (file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const paths = [
      ...text.matchAll(/`((?:packages|lines|apps|demo|bench|e2e|docs|scripts)\/[\w./*-]*)`|\]\((?!https?:)([^)#]+)\)/g),
    ]
      .map((match) => match[1] ?? match[2]!)
      .filter((path) => !path.includes('*') && !path.includes('<'));
    for (const path of paths) expect(existsSync(join(root, path)), path).toBe(true);
  },
);
