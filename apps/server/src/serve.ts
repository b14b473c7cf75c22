import { appendFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { formulas } from '@fadu/lines';
import { buildApp } from './api/app.js';
import type { Booted } from './boot.js';
import { rollUp } from './indicators/roll-up.js';
import { expireClocks } from './jobs/clocks.js';
import { isLoading } from './jobs/hold.js';
import { deliverOutbox } from './jobs/outbox.js';
import { sweepUploads } from './jobs/uploads.js';
import { raiseAlerts } from './law/alerts.js';
import { lawIndexOf } from './law/search/law-index.js';
import { rehearse } from './law/search/rehearsal.js';
import { storeReleased } from './law/store-released.js';
import { watchDocuments } from './law/watch.js';
import { sequence } from './ledger/sequencer.js';
import { tellOfAmendments } from './notices/amendments.js';
import { remindOfDisclosure } from './notices/disclosure.js';
import { remindOfReturns } from './notices/returns.js';
import { readWaiting } from './reading/read-waiting.js';

export interface Serving {
  readonly url: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly booted: Booted;
  readonly port: number;
  readonly host: string;
  readonly webDir?: string;
  readonly portalDir?: string;
  readonly version: string;
  readonly logFile: string;
  readonly jobs?: boolean;
}

/** The port wanted, or the next one that is free. */
export async function freePort(wanted: number, host: string): Promise<number> {
  for (let port = wanted; port < wanted + 50; port += 1) {
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once('error', () => resolve(false));
      probe.listen(port, host, () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
  throw new Error(`no free port from ${wanted} on`);
}

/** Listens, and runs the jobs: the ledger's sequencer, messages between matters, clocks that act by themselves, sums of indicators. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { booted } = options;
  const log = (text: string) => appendFileSync(options.logFile, `${new Date().toISOString()} ${text}\n`);
  const app = await buildApp({
    platform: booted.platform,
    accounts: booted.accounts,
    filesDir: booted.filesDir,
    ...(options.webDir && { webDir: options.webDir }),
    ...(options.portalDir && { portalDir: options.portalDir }),
    version: options.version,
    onFault: (incident, error) => log(`${incident} ${error instanceof Error ? error.stack : String(error)}`),
  });
  await app.listen({ port: options.port, host: options.host });
  const stopJobs = options.jobs === false ? async () => undefined : startJobs(booted, log);
  return {
    url: `http://${options.host === '0.0.0.0' ? '127.0.0.1' : options.host}:${options.port}`,
    close: async () => {
      await stopJobs();
      await app.close();
    },
  };
}

/** Each job runs again a little after it has ended; a job that fails is written down and tried again. */
function startJobs(booted: Booted, log: (text: string) => void): () => Promise<void> {
  let stopping = false;
  let rehearsed = false;
  const running = new Set<Promise<void>>();
  const every = (name: string, seconds: number, job: () => Promise<unknown>) => {
    const timers: { current?: NodeJS.Timeout } = {};
    const round = async (): Promise<void> => {
      try {
        await job();
      } catch (error) {
        if (!stopping) log(`job ${name}: ${error instanceof Error ? error.stack : String(error)}`);
      }
      if (!stopping) timers.current = setTimeout(start, seconds * 1000);
    };
    const start = () => {
      const one = round().finally(() => running.delete(one));
      running.add(one);
    };
    start();
    return () => clearTimeout(timers.current);
  };
  const stops = [
    every('sequence', 1, () => sequence(booted.platform.pool, booted.keys.signing, booted.platform.now)),
    every('outbox', 1, async () => {
      if (!(await isLoading(booted.platform.pool))) await deliverOutbox(booted.platform);
    }),
    every('indicators', 2, async () => {
      if (!(await isLoading(booted.platform.pool))) await rollUp(booted.platform.pool, formulas);
    }),
    every('clocks', 60, async () => {
      if (await isLoading(booted.platform.pool)) return;
      const { failed } = await expireClocks(booted.platform);
      for (const one of failed) log(`clock ${one.clock} of ${one.matter} was not acted on: ${one.why}`);
    }),
    // An arrangement entered by another process counts from the next minute on.
    every('calendar', 60, () => booted.reloadCalendar()),
    every('reminders', 60, async () => {
      if (await isLoading(booted.platform.pool)) return;
      await remindOfReturns(booted.platform);
      await remindOfDisclosure(booted.platform);
    }),
    // A superior is told at once that a figure it holds is being put right.
    every('amendments', 5, async () => {
      if (!(await isLoading(booted.platform.pool))) await tellOfAmendments(booted.platform);
    }),
    every('uploads', 3600, () => sweepUploads(booted.platform, booted.filesDir)),
    every('law-desk', 5, () => storeReleased(booted)),
    // So that nobody waits while the texts are read into memory, nor for the first questions.
    every('law-search', 5, async () => {
      const index = lawIndexOf(booted.platform.pool, booted.platform.now);
      await index.refresh();
      if (rehearsed || index.segments.length === 0) return;
      rehearsed = true;
      await rehearse(index, () => stopping);
    }),
    every('reading', 1, () => readWaiting(booted.platform, booted.filesDir)),
    every('law-documents', 20, async () => {
      if (await isLoading(booted.platform.pool)) return;
      // Of an import by another process that was cut short after it had stored its texts.
      await raiseAlerts(booted);
      await watchDocuments(booted);
    }),
    every('directory', 30, () => booted.platform.directory.refresh()),
  ];
  return async () => {
    stopping = true;
    for (const stop of stops) stop();
    await Promise.allSettled(running);
  };
}

export const logPath = (dataDir: string): string => join(dataDir, 'server.log');
