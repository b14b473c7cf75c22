// node scripts/sample-documents.mjs OUT [LINE]: every document of every line, filled with an invented matter, as .docx and
// .html. Where LibreOffice and poppler are installed, also as pictures: layout is judged by looking.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './ensure-install.mjs';

const [out, only] = process.argv.slice(2);
if (!out) {
  process.stderr.write('node scripts/sample-documents.mjs OUT [LINE]\n');
  process.exit(2);
}
const dir = resolve(out);
mkdirSync(dir, { recursive: true });

// Of the server only what makes papers: no database and no accounts are needed to look at them.
const papers = `export { composeDocument } from './apps/server/src/matters/documents.ts';
export { renderDocx, renderHtml } from './apps/server/src/documents/index.ts';`;
const virtual = {
  name: 'papers',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^@fadu\/server$/ }, () => ({ path: 'server', namespace: 'papers' }));
    onLoad({ filter: /.*/, namespace: 'papers' }, () => ({ contents: papers, resolveDir: root, loader: 'ts' }));
  },
};
const bundle = join(tmpdir(), `fadu-samples-${process.pid}.mjs`);
await build({
  stdin: {
    contents: `export { sampleDocuments } from './e2e/src/documents/samples.ts';
export { renderDocx, renderHtml } from '@fadu/server';
export { lines } from '@fadu/lines';`,
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: bundle,
  plugins: [virtual],
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  logLevel: 'error',
});
const { lines, sampleDocuments, renderDocx, renderHtml } = await import(pathToFileURL(bundle).href);
rmSync(bundle);

const written = [];
for (const line of lines) {
  if (only && line.code !== only) continue;
  for (const [template, document] of sampleDocuments(line)) {
    const name = `${line.code}-${template}`;
    writeFileSync(join(dir, `${name}.docx`), renderDocx(document));
    writeFileSync(
      join(dir, `${name}.html`),
      `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${name}</title><body style="margin:0;background:#F4F6F8">${await renderHtml(document)}</body></html>`,
    );
    written.push(`${name}.docx`);
  }
}
process.stdout.write(`${written.length} documents in ${dir}\n`);

const run = (command, args) => spawnSync(command, args, { cwd: dir, stdio: 'ignore' });
if (run('soffice', ['--version']).status === 0) {
  const profile = `-env:UserInstallation=${pathToFileURL(join(tmpdir(), `fadu-office-${process.pid}`)).href}`;
  run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', dir, ...written]);
  rmSync(join(tmpdir(), `fadu-office-${process.pid}`), { recursive: true, force: true });
  for (const name of readdirSync(dir).filter((one) => one.endsWith('.pdf')))
    run('pdftoppm', ['-r', '60', '-png', name, name.replace('.pdf', '')]);
  process.stdout.write('pictures beside them\n');
} else process.stdout.write('LibreOffice is not installed: no pictures\n');
