import { join } from 'node:path';
import { type Booted, boot } from '@fadu/server';
import { CommandError, REFUSED, warn } from './io.js';

export const dataDir = (): string => process.env.FADU_DATA ?? join(process.env.FADU_ROOT ?? process.cwd(), 'data');
const publicUrl = (): string => process.env.FADU_PUBLIC_URL ?? `http://127.0.0.1:${process.env.PORT ?? '8080'}/portal`;

/** Opens the platform for one command, with the running server's database when there is one. */
export async function withPlatform(work: (booted: Booted) => Promise<number>): Promise<number> {
  let booted: Booted;
  try {
    booted = await boot({
      dataDir: dataDir(),
      publicUrl: publicUrl(),
      say: warn,
      connections: 4,
      ...(process.env.DATABASE_URL && { databaseUrl: process.env.DATABASE_URL }),
      ...(process.env.DATABASE_APP_URL && { databaseAppUrl: process.env.DATABASE_APP_URL }),
    });
  } catch (error) {
    throw new CommandError(REFUSED, `平台没有打开：${(error as Error).message}`);
  }
  try {
    return await work(booted);
  } finally {
    await booted.close();
  }
}
