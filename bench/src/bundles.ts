import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure, Measured } from './figure.js';

/** First-load JavaScript: what the page itself names, and what those files import before anything shows. */
function firstLoad(dist: string): { bytes: number; files: number } {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const queue = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, path]) =>
    path!.replace(/^\/(portal\/)?/, ''),
  );
  const seen = new Set<string>();
  let bytes = 0;
  while (queue.length > 0) {
    const path = queue.pop()!;
    if (seen.has(path)) continue;
    seen.add(path);
    const code = readFileSync(join(dist, path));
    bytes += gzipSync(code).length;
    for (const [, named] of code
      .toString('utf8')
      .matchAll(/(?:^|[;}\n])import(?:[^"'();]*from)?\s*["']\.\/([^"']+)["']/g))
      queue.push(join('assets', named!));
  }
  return { bytes, files: seen.size };
}

/** Gzip sizes of what a browser loads before the first screen, against the budgets of the design. */
export function measureBundles(root: string): Measured {
  const figures: Figure[] = [];
  for (const [name, part, budget] of [
    ['workbench', 'apps/web', 350],
    ['portal', 'apps/portal', 150],
  ] as const) {
    const dist = join(root, part, 'dist');
    if (!existsSync(join(dist, 'index.html'))) continue;
    const { bytes, files } = firstLoad(dist);
    figures.push({
      name: `${name}: first-load JavaScript`,
      value: `${(bytes / 1000).toFixed(0)} kB gzip in ${files} files`,
      budget: `< ${budget} kB`,
      kept: bytes < budget * 1000,
    });
  }
  return {
    title: 'What a browser loads',
    note: 'Entry, preloads and static imports; pages loaded later not counted.',
    figures,
  };
}
