import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { askServing, noteServing } from './serving.js';

const dir = mkdtempSync(join(tmpdir(), 'fadu-serving-'));
const server = createServer((request, answer) => {
  answer.statusCode = request.url === '/wrong' ? 500 : 200;
  answer.end(JSON.stringify({ asked: request.url }));
});
const listening = new Promise<string>((resolve) =>
  server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)),
);
afterAll(() => {
  server.close();
  rmSync(dir, { recursive: true });
});

describe('the server of a data folder', () => {
  it('is asked while it runs, and no longer', async () => {
    expect(await askServing(dir, '/a')).toBeUndefined();
    const takeBack = noteServing(dir, await listening);
    expect(await askServing(dir, '/a?q=1')).toEqual({ asked: '/a?q=1' });
    expect(await askServing(dir, '/wrong')).toBeUndefined();
    takeBack();
    expect(existsSync(join(dir, 'serving.json'))).toBe(false);
    expect(await askServing(dir, '/a')).toBeUndefined();
  });

  it('is not asked when it was killed and left its note behind', async () => {
    // No process has a number as large as this.
    writeFileSync(join(dir, 'serving.json'), JSON.stringify({ url: await listening, pid: 2 ** 30 }));
    expect(await askServing(dir, '/a')).toBeUndefined();
  });
});
