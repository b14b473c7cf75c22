import { readFileSync, readlinkSync } from 'node:fs';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  // A killed child that nobody has waited for yet still has a number, but runs no more.
  const state = statFields(pid)?.[0];
  return state !== 'Z' && state !== 'X';
}

/** /proc/<pid>/stat after the command name; undefined where there is no /proc. */
function statFields(pid: number): readonly string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** When the process began, in the system's own units: tells a process from a later one with the same number. */
export const startOf = (pid: number): string => statFields(pid)?.[19] ?? '';

/** Whether the process is a postmaster on this cluster. Without /proc: unknown, taken as yes. */
export function isPostmasterOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  try {
    // The postmaster's working folder is its cluster.
    return readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return statFields(process.pid) === undefined || code === 'EACCES' || code === 'EPERM' ? isAlive(pid) : false;
  }
}
