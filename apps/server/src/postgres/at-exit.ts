import { isPostmasterOf } from './process-table.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Sends the fast shutdown when this process ends, however it ends, short of being killed. */
export function stopAtExit(pid: number, cluster: string): () => void {
  const shutDown = (): void => {
    try {
      if (isPostmasterOf(pid, cluster)) process.kill(pid, 'SIGINT');
    } catch {
      // It ended by itself.
    }
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    // Whoever else listens decides how the process ends; the exit handler then shuts the database down.
    if (process.listeners(signal).some((listener) => !ours.has(listener))) return;
    shutDown();
    release();
    process.kill(process.pid, signal);
  };
  ours.add(onSignal);
  const release = (): void => {
    process.off('exit', shutDown);
    for (const signal of SIGNALS) process.off(signal, onSignal);
    ours.delete(onSignal);
  };
  process.on('exit', shutDown);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return release;
}

// biome-ignore lint/complexity/noBannedTypes: process.listeners is typed so
const ours = new Set<Function>();
