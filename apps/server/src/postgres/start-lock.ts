import { linkSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, startOf } from './process-table.js';

const WAIT_MS = 120_000;

/** Lets one process at a time start or stop the database of a data folder. A lock whose holder is gone is taken over. */
export async function withStartLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const mine = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  writeFileSync(mine, JSON.stringify({ pid: process.pid, started: startOf(process.pid) }));
  const until = Date.now() + WAIT_MS;
  try {
    while (true) {
      try {
        // A link appears whole or not at all, so a reader never sees an empty lock.
        linkSync(mine, path);
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      if (!holderLives(path)) rmSync(path, { force: true });
      else if (Date.now() > until) throw new Error(`不能启动数据库：另一个进程一直占着 ${path}。`);
      else await sleep(30);
    }
  } finally {
    unlinkSync(mine);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function holderLives(path: string): boolean {
  try {
    const { pid, started } = JSON.parse(readFileSync(path, 'utf8')) as { pid: number; started: string };
    return isAlive(pid) && startOf(pid) === started;
  } catch {
    return false;
  }
}
