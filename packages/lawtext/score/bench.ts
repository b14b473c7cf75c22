import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { alignLaws, citeLaw, parseLaw } from '../src/index.js';
import { corpusFiles, corpusPresent, LAWS, readCorpus } from './corpus.js';

/** What `npm run bench` prints for this package. */
export interface Measured {
  readonly title: string;
  readonly note: string;
  readonly figures: readonly {
    readonly name: string;
    readonly value: string;
    readonly budget?: string;
    readonly kept?: boolean;
  }[];
}

const BUDGET = 40;
const RUNS = 5;
/** What people would search the files with. */
const PATTERN = '第[一二三四五六七八九十百千零〇]+条';

/** Seconds of processor time of this process and of the clock that a piece of work takes. */
function time(work: () => void): { cpu: number; wall: number } {
  const cpu = process.cpuUsage();
  const start = performance.now();
  work();
  const used = process.cpuUsage(cpu);
  return { cpu: (used.user + used.system) / 1e6, wall: (performance.now() - start) / 1000 };
}

/**
 * Speed of reading the reference texts on one core, texts already in memory. Besides, in the same run: the same texts
 * scanned for one pattern only, in JavaScript and with rg. Speeds are by processor time, because the clock also counts
 * what else the machine is doing.
 */
export function benchLawtext(): Measured {
  const title = 'Legal texts';
  if (!corpusPresent()) return { title, note: 'No reference texts beside the project: nothing measured.', figures: [] };
  const files = corpusFiles();
  const texts = files.map(readCorpus);
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  const speed = (seconds: number): string => `${Math.round(megabytes / seconds)} MB/s`;
  const read = (): void => {
    texts.forEach((text, at) => {
      citeLaw(parseLaw(text, { fileName: files[at]! }));
    });
  };
  const runs = Array.from({ length: RUNS }, () => time(read));
  const warm = Math.min(...runs.slice(1).map(({ cpu }) => cpu));
  const parse = time(() => {
    texts.forEach((text, at) => {
      parseLaw(text, { fileName: files[at]! });
    });
  });
  let found = 0;
  const scan = time(() => {
    for (const text of texts) found += text.match(new RegExp(PATTERN, 'g'))?.length ?? 0;
  });
  const rg = spawnSync('rg', ['-j1', '-c', '--no-filename', PATTERN, join(LAWS, 'corpus')]);
  const rgTime = rg.error ? undefined : time(() => spawnSync('rg', ['-j1', '-c', PATTERN, join(LAWS, 'corpus')]));
  const [old, now] = largestPair(files, texts);
  const align = time(() => {
    alignLaws(old, now);
  });
  return {
    title,
    note: `${files.length} texts, ${megabytes.toFixed(0)} MB in memory, one core, processor time; best of ${RUNS - 1} runs after the first.`,
    figures: [
      {
        name: 'parse + cite',
        value: speed(warm),
        budget: `≥ ${BUDGET} MB/s`,
        kept: megabytes / warm >= BUDGET,
      },
      { name: 'parse + cite, first run of a process', value: speed(runs[0]!.cpu) },
      { name: 'parse alone', value: speed(parse.cpu) },
      { name: `one pattern only, in JavaScript (${found} places)`, value: speed(scan.cpu) },
      {
        name: 'one pattern only, rg with one thread, by the clock',
        value: rgTime ? speed(rgTime.wall) : 'rg is not installed',
      },
      { name: 'align two versions of the longest text with two versions', value: `${Math.round(align.cpu * 1000)} ms` },
    ],
  };
}

/** The two versions of the text that is longest among those present twice under one name. */
function largestPair(files: readonly string[], texts: readonly string[]) {
  const byName = new Map<string, number[]>();
  files.forEach((file, at) => {
    const name = file.replace(/\(\d{4}-\d\d-\d\d\)\.md$/, '');
    byName.set(name, [...(byName.get(name) ?? []), at]);
  });
  const length = (places: readonly number[]): number => places.reduce((sum, at) => sum + texts[at]!.length, 0);
  const [longest] = [...byName.values()].filter(({ length: count }) => count > 1).sort((a, b) => length(b) - length(a));
  const law = (at: number) => parseLaw(texts[at]!, { fileName: files[at]! });
  return [law(longest![0]!), law(longest![1]!)] as const;
}
