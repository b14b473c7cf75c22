import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const fadu = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'bin', 'fadu.mjs');
const dir = mkdtempSync(join(tmpdir(), 'fadu-cli-test-'));

function run(...args: string[]) {
  const done = spawnSync(process.execPath, [fadu, ...args], { cwd: dir, encoding: 'utf8' });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

describe('the command line', () => {
  // The first run bundles.
  beforeAll(() => void run());
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it('answers no command and an unknown one with its usage on stderr and code 2', () => {
    expect(run()).toMatchObject({ code: 2, out: '' });
    const unknown = run('toString');
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.err).toContain('没有命令 toString');
    expect(unknown.err).toContain('fadu report read');
  });

  it('gives its usage on stdout when asked', () => {
    expect(run('--help')).toMatchObject({ code: 0, err: '' });
    expect(run('report', '--help').out).toContain('fadu report read');
  });

  it('prints exactly one JSON value', () => {
    writeFileSync(join(dir, 'report.txt'), '全年办结行政复议案件120件。');
    const read = run('report', 'read', 'report.txt', '--json');
    expect(read.code).toBe(0);
    expect(JSON.parse(read.out)).toMatchObject([{ value: 120, unit: '件' }]);
  });

  it('checks reports: one JSON value, code 1 for what cannot be read', () => {
    writeFileSync(join(dir, 'fine.txt'), '法治政府建设情况。全年办结行政复议案件120件。');
    expect(run('report', 'check', 'fine.txt', '--json')).toMatchObject({ code: 0, out: '[]\n' });
    expect(run('report', 'check').code).toBe(2);
    writeFileSync(join(dir, 'broken.pdf'), 'not a PDF');
    const broken = run('report', 'check', 'broken.pdf', '--json');
    expect(broken.code).toBe(1);
    expect(JSON.parse(broken.out).error).toEqual({
      code: expect.stringMatching(/^figures\./),
      message: broken.err.trim(),
    });
  });

  it('tells wrong usage from a refusal', () => {
    expect(run('report', 'read', '--json').code).toBe(2);
    expect(run('report', 'read', 'report.txt', '--nothing').err).toContain('没有选项 --nothing');
    expect(run('report').code).toBe(2);
    const missing = run('report', 'read', 'missing.txt', '--json');
    expect(missing.code).toBe(1);
    expect(JSON.parse(missing.out).error.code).toBe('file.unreadable');
    expect(run('report', 'read', 'missing.txt')).toMatchObject({ code: 1, out: '' });
    expect(missing.err).toContain('文件不存在');
  });

  it('gives the text of a report, and finds what cannot be', () => {
    writeFileSync(join(dir, 'wrong.txt'), '法治政府建设情况。受理行政复议案件60件，其中涉企80件。');
    expect(run('report', 'read', 'wrong.txt', '--text').out).toBe(
      '法治政府建设情况。受理行政复议案件60件，其中涉企80件。',
    );
    const found = run('report', 'check', 'wrong.txt', '--json');
    expect(found.code).toBe(1);
    expect(JSON.parse(found.out)).toMatchObject([{ kind: 'part_larger_than_whole', severity: 'error' }]);
    const read = run('report', 'read', 'wrong.txt', '--json', '--explain');
    expect(JSON.parse(read.out)[0]).toMatchObject({ confidence: expect.any(Number), reasons: expect.any(Array) });
  });

  it('asks for code, organization and period of an indicator before it opens anything', () => {
    expect(run('indicator').code).toBe(2);
    expect(run('indicator', 'value', 'reconsideration.accepted').err).toContain('须给出指标编码、机构和期间');
  });
});
