import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { backUp, checkRecords, restore as restoreInto, verifyLedger } from '@fadu/server';
import { CommandError, DONE, files, options, print, printJson, REFUSED, warn } from './io.js';
import { dataDir, withPlatform } from './platform.js';

const version = (): string =>
  (
    JSON.parse(readFileSync(join(process.env.FADU_ROOT ?? process.cwd(), 'package.json'), 'utf8')) as {
      version: string;
    }
  ).version;

/** Everything but the keys into one file. */
export async function backup(args: readonly string[]): Promise<number> {
  const { values, positionals } = options(args, { json: { type: 'boolean' } });
  const [file] = files(positionals, ['FILE']);
  return withPlatform(async (booted) => {
    const done = await backUp(booted, resolve(file!), version(), warn);
    if (!done.ok) throw new CommandError(REFUSED, done.error.message, done.error.code);
    const { bytes, tables, rows, files: attachments } = done.value;
    if (values.json) printJson(done.value);
    else {
      print(`已备份到 ${file}：${tables}张表，${rows}行，附件${attachments}个，${(bytes / 1e6).toFixed(1)} MB。`);
      print(`不含密钥。${join(dataDir(), 'keys.json')} 要另外保管，恢复时须有它。`);
    }
    return DONE;
  });
}

/** A back-up into an empty data folder; then all records and the ledger are computed anew. */
export async function restore(args: readonly string[]): Promise<number> {
  const { values, positionals } = options(args, { json: { type: 'boolean' }, keys: { type: 'string' } });
  const [file] = files(positionals, ['FILE']);
  const done = await restoreInto(
    {
      dataDir: dataDir(),
      say: warn,
      ...(process.env.DATABASE_URL && { databaseUrl: process.env.DATABASE_URL }),
      ...(process.env.DATABASE_APP_URL && { databaseAppUrl: process.env.DATABASE_APP_URL }),
    },
    resolve(file!),
    values.keys === undefined ? undefined : resolve(values.keys),
  );
  if (!done.ok) throw new CommandError(REFUSED, done.error.message, done.error.code);
  warn('正在重算全部事项和存证…');
  return withPlatform(async ({ platform }) => {
    const records = await checkRecords(platform);
    const logs = await verifyLedger(platform.pool, platform.publicKeys);
    const badLogs = logs.filter(({ report, stray }) => report.fault !== null || stray > 0);
    const holds = records.faults.length === 0 && badLogs.length === 0;
    if (values.json) printJson({ ...done.value, ok: holds, faults: records.faults, logs: badLogs });
    else {
      const { at, tables, rows, files: attachments } = done.value;
      print(`已恢复 ${at} 的备份：${tables}张表，${rows}行，附件${attachments}个。`);
      for (const fault of records.faults.slice(0, 100)) print(`▲ ${fault.matter}：${fault.message}`);
      for (const { log, report } of badLogs) print(`▲ ${log}：${report.fault?.message ?? '有没有存证的记录'}`);
      print(
        `${records.matters}件，${records.events}条记录，存证${logs.length}处，${holds ? '全部相符。' : '有不符，见上。'}`,
      );
    }
    return holds ? DONE : REFUSED;
  });
}
