// Imports point one way: apps → lines → packages → kernel (ARCHITECTURE.md). Fails on any other import.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './ensure-install.mjs';

/** Which workspace packages the files of a folder may import. */
const allowed = {
  'packages/kernel': [],
  'packages/catalogue': [],
  'packages/calendar': ['kernel'],
  'packages/lawtext': ['kernel'],
  'packages/figures': ['kernel', 'catalogue'],
  'packages/ledger': ['kernel'],
  'packages/procedure': ['kernel', 'calendar'],
  'packages/indicator': ['kernel', 'catalogue', 'procedure'],
  'packages/wire': ['kernel', 'procedure', 'indicator'],
  'packages/client': ['wire'],
  lines: ['kernel', 'calendar', 'procedure', 'indicator', 'line-*'],
  'apps/web': ['kernel', 'calendar', 'procedure', 'indicator', 'wire', 'client'],
  'apps/portal': ['kernel', 'calendar', 'procedure', 'wire', 'client', 'ledger'],
  'apps/server': ['kernel', 'calendar', 'lawtext', 'figures', 'ledger', 'procedure', 'indicator', 'wire', 'lines'],
  'apps/cli': ['*'],
  demo: ['*'],
  bench: ['*'],
  e2e: ['*'],
};
/** A line may import no other line; only the registry names them all. */
const lineMayName = (file) => file.startsWith('lines/registry/');
/** Pure packages and lines touch no clock, network, database or file system of their own. */
const impure = /^(node:(fs|net|http|https|child_process|dgram|tls)|pg|fastify|kysely)\b/;

function* sources(dir) {
  for (const name of readdirSync(dir)) {
    // score: measures a package against reference data on disk; no part of the package.
    if (name === 'node_modules' || name === 'dist' || name === 'data' || name === 'score') continue;
    const path = join(dir, name);
    if (statSync(path).isDirectory()) yield* sources(path);
    else if (/\.tsx?$/.test(name)) yield path;
  }
}

const wrong = [];
for (const top of ['packages', 'lines', 'apps', 'demo', 'bench', 'e2e']) {
  for (const path of sources(join(root, top))) {
    const file = relative(root, path);
    const key = Object.keys(allowed).find((prefix) => file.startsWith(`${prefix}/`));
    if (!key) continue;
    const isTest = /\.test\.tsx?$/.test(file);
    for (const [, spec] of readFileSync(path, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)) {
      if (spec.startsWith('@fadu/')) {
        const name = spec.slice(6).split('/')[0];
        const rules = allowed[key];
        const fine =
          rules.includes('*') ||
          rules.includes(name) ||
          (rules.includes('line-*') && name.startsWith('line-') && lineMayName(file));
        const own = file.includes(`/${name.replace(/^line-/, '')}/`);
        if (!fine && !own) wrong.push(`${file}: ${spec}`);
      } else if ((key.startsWith('packages/') || key === 'lines') && !isTest && impure.test(spec)) {
        wrong.push(`${file}: ${spec} (pure)`);
      }
    }
  }
}
if (wrong.length > 0) {
  console.error(`imports that point the wrong way:\n  ${wrong.join('\n  ')}`);
  process.exit(1);
}
console.log('imports point one way');
