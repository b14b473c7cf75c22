import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { plainDate } from '@fadu/kernel';
import { type OfficialDocument, renderDocx } from '@fadu/server';
import { afterAll, expect, it } from 'vitest';

const dir = mkdtempSync(join(tmpdir(), 'fadu-pages-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const run = (command: string, args: string[]) => spawnSync(command, args, { cwd: dir, encoding: 'utf8' });
/** An office program and Chinese type: there on a desk, not in continuous integration. */
const canLay =
  run('soffice', ['--version']).status === 0 &&
  run('pdftotext', ['-v']).status !== null &&
  (run('fc-list', [':lang=zh']).stdout ?? '') !== '';

const document: OfficialDocument = {
  layout: 1,
  form: 'writ',
  organ: '样例市人民政府',
  number: '样政复决〔2024〕57号',
  title: '行政复议决定书',
  blocks: [{ kind: 'paragraph', text: '法'.repeat(2000) }],
  sender: '样例市人民政府',
  date: plainDate('2024-10-09'),
  verification: { code: 'FD-4T8W-63HC', url: 'http://127.0.0.1/portal/verify/FD-4T8W-63HC' },
};

/** Lines of a page: their text and the middle of each in millimetres from the upper edge. */
function pagesOf(file: string): { text: string; y: number }[][] {
  const bbox = run('pdftotext', ['-bbox', file, '-']).stdout;
  return bbox
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(/yMin="([\d.]+)".*?yMax="([\d.]+)">(.*?)<\/word>/g)].map(([, top, foot, text]) => ({
        text: text!,
        y: ((Number(top) + Number(foot)) / 2) * (25.4 / 72),
      })),
    );
}

it.runIf(canLay)('laid out by an office program: 22 lines of 28 characters inside the type area', () => {
  writeFileSync(join(dir, 'sample.docx'), renderDocx(document));
  const profile = `-env:UserInstallation=${pathToFileURL(join(dir, 'profile')).href}`;
  run('soffice', [profile, '--headless', '--convert-to', 'pdf', 'sample.docx']);
  const pages = pagesOf('sample.pdf');
  const body = pages[1]!.filter(({ text }) => text.startsWith('法'));
  expect(body).toHaveLength(22);
  for (const { text, y } of body) {
    expect([...text]).toHaveLength(28);
    expect(y).toBeGreaterThan(37);
    expect(y).toBeLessThan(262);
  }
  // The number of the page, 7 mm below the type area.
  expect(pages[1]!.at(-1)!.y).toBeCloseTo(269, 0);
  // The last page has text above the seal.
  const last = pages.at(-1)!.map(({ text }) => text);
  expect(last[0]).toMatch(/^法/);
  expect(last).toContain('样例市人民政府');
});
