import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the server of a data folder answers, as long as it runs. */
const fileIn = (dataDir: string): string => join(dataDir, 'serving.json');
const PATIENCE_MS = 3000;

/** Tells other commands where this server answers. @returns takes it back */
export function noteServing(dataDir: string, url: string): () => void {
  writeFileSync(fileIn(dataDir), JSON.stringify({ url, pid: process.pid }));
  return () => rmSync(fileIn(dataDir), { force: true });
}

/**
 * What the server of a data folder answers to a question that anyone may ask; undefined when none runs, or when it does not
 * answer in some seconds. It has the base in memory, which a command of its own would first have to read.
 */
export async function askServing(dataDir: string, path: string): Promise<unknown> {
  try {
    const { url, pid } = JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as { url: string; pid: number };
    // A server that was killed leaves its note behind, and another program may have its port by now.
    process.kill(pid, 0);
    const answer = await fetch(`${url}${path}`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}
