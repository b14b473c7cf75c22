import { checkRecords } from '@fadu/server';
import { DONE, options, print, printJson, REFUSED } from './io.js';
import { withPlatform } from './platform.js';

/** Replays all events and compares with the projections; looks for double numbers and unexplained gaps. */
export async function check(args: readonly string[]): Promise<number> {
  const { values } = options(args, { json: { type: 'boolean' } });
  return withPlatform(async ({ platform }) => {
    const { matters, events, faults, notices } = await checkRecords(platform);
    if (values.json) printJson({ ok: faults.length === 0, matters, events, faults, notices });
    else {
      for (const fault of faults.slice(0, 100)) print(`▲ ${fault.matter}：${fault.message}`);
      for (const notice of notices.slice(0, 100)) print(`※ ${notice.matter}：${notice.message}`);
      print(`${matters}件，${events}条记录，${faults.length === 0 ? '全部相符。' : `${faults.length}处不符。`}`);
    }
    return faults.length === 0 ? DONE : REFUSED;
  });
}
