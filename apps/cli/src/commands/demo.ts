import { loadDemo } from '@fadu/demo';
import { CommandError, DONE, options, print, WRONG_USAGE, warn } from './io.js';
import { withPlatform } from './platform.js';

/** Loads the invented demonstration into an empty platform. */
export async function demo(args: readonly string[]): Promise<number> {
  const [action, ...rest] = args;
  if (action !== 'load')
    throw new CommandError(WRONG_USAGE, action === undefined ? '须说明做什么：load。' : `没有 demo ${action}。`);
  const { values } = options(rest, { scale: { type: 'string' } });
  const scale = values.scale ?? 'city';
  if (scale !== 'city') throw new CommandError(WRONG_USAGE, `没有规模“${scale}”，现有：city。`);
  return withPlatform(async (booted) => {
    const loaded = await loadDemo(booted, warn);
    print(loaded ? `已载入演示数据：${loaded.matters}件。` : '已有数据，没有改动。');
    return DONE;
  });
}
