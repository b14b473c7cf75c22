import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type LawDocument, parseLaw, readLawFile } from '@fadu/lawtext';
import type pg from 'pg';
import { readAkn } from './akn/read.js';
import { instrumentOfAkn, plainText } from './akn/to-text.js';
import { type Instrument, instrumentOf, textDigest } from './instrument.js';
import { placeOfTitle } from './places.js';

/** A file that is to be stored. */
export interface Entry {
  readonly path: string;
  readonly digest: string;
  readonly instrument: Instrument;
  /** First and last article, to tell the parts of one code from two versions of one text; null without articles. */
  readonly range: readonly [number, number] | null;
}

export interface Refused {
  readonly path: string;
  readonly why: string;
}

const TEXTS = /\.(md|txt|html?|docx|xml)$/i;

/** Paths of the texts below a folder, relative to it, in order. */
export async function filesBelow(folder: string): Promise<string[]> {
  const found: string[] = [];
  const visit = async (dir: string): Promise<void> => {
    const rows: Dirent[] = await readdir(dir, { withFileTypes: true });
    for (const row of rows) {
      const path = join(dir, row.name);
      if (row.isDirectory()) await visit(path);
      else if (TEXTS.test(row.name)) found.push(relative(folder, path));
    }
  };
  await visit(folder);
  return found.sort();
}

/** The largest code is some hundred kilobytes; what is larger is no law, and is not read into memory to find out. */
export const LARGEST = 16 * 1024 * 1024;
export const tooLarge = (path: string, size: number): string =>
  `不能读入${path.split('/').at(-1)}：文件有${Math.ceil(size / 1024 / 1024)}MB，超过16MB，不像一部法规。请核对是不是选错了文件，或者拆开后逐件读入。`;

export interface ReadDocument {
  readonly ok: true;
  readonly law: LawDocument;
  /** Undefined when no date can be told. */
  readonly instrument: Instrument | undefined;
}

/** A file as a law with what identifies it: a text in any of the forms that lawtext reads, or Akoma Ntoso. */
export async function readDocument(
  folder: string,
  path: string,
): Promise<ReadDocument | { readonly ok: false; readonly why: string }> {
  const { size } = await stat(join(folder, path));
  if (size > LARGEST) return { ok: false, why: tooLarge(path, size) };
  const bytes = await readFile(join(folder, path));
  if (/\.xml$/i.test(path)) return readXml(bytes);
  const read = await readLawFile(bytes, path.split('/').at(-1)!);
  if (!read.ok) return { ok: false, why: read.error.message };
  const law = parseLaw(read.value.text, { fileName: path });
  return { ok: true, law, instrument: instrumentOf(law, placeOfTitle) };
}

function readXml(bytes: Buffer): ReadDocument | { readonly ok: false; readonly why: string } {
  const read = readAkn(bytes.toString('utf8'));
  if (!read.ok) return { ok: false, why: read.error.message };
  const instrument = instrumentOfAkn(read.value);
  return { ok: true, law: parseLaw(plainText(read.value), { fileName: `${instrument.title}.md` }), instrument };
}

/** First pass: what each file is. Only names and dates are kept, so that the size of a folder does not matter. */
export async function readEntries(
  client: pg.PoolClient,
  folder: string,
  paths: readonly string[],
  say: (done: number) => void,
): Promise<{ entries: Entry[]; same: number; refused: Refused[] }> {
  const seen = new Map<string, { digest: string; outcome: string; note: string | null }>(
    (await client.query('select path, digest, outcome, note from law_source')).rows.map((row) => [row.path, row]),
  );
  const held = new Set<string>(
    (await client.query("select digest from law_source where outcome = 'stored'")).rows.map((row) => row.digest),
  );
  const entries: Entry[] = [];
  const refused: Refused[] = [];
  const outcomes: { path: string; digest: string; outcome: string; note: string | null }[] = [];
  let same = 0;
  for (const [index, path] of paths.entries()) {
    if (index % 200 === 0) say(index);
    const read = await readDocument(folder, path);
    const digest = read.ok ? textDigest(read.law.source) : '';
    const before = seen.get(path);
    if (before?.digest === digest) {
      // What was refused stays refused, and is said again.
      if (before.outcome === 'refused') refused.push({ path, why: before.note! });
      else same += 1;
      continue;
    }
    if (!read.ok || !read.instrument) {
      const why = read.ok ? '没有读出公布日期和施行日期，不能入库。请在文件名或者题注中补上日期。' : read.why;
      refused.push({ path, why });
      outcomes.push({ path, digest, outcome: 'refused', note: why });
    } else if (held.has(digest)) {
      same += 1;
      outcomes.push({ path, digest, outcome: 'same_text', note: null });
    } else {
      held.add(digest);
      entries.push({ path, digest, instrument: read.instrument, range: rangeOf(read.law) });
    }
  }
  await client.query(
    `insert into law_source (path, digest, outcome, note)
     select path, digest, outcome, note from jsonb_to_recordset($1::jsonb) as u (path text, digest text, outcome text, note text)
     on conflict (path) do update set digest = excluded.digest, outcome = excluded.outcome, note = excluded.note, at = now()`,
    [JSON.stringify(outcomes)],
  );
  return { entries, same, refused };
}

function rangeOf(law: LawDocument): readonly [number, number] | null {
  if (law.unit !== 'article') return null;
  const numbers = law.units.map(([number]) => Number.parseInt(number, 10)).filter((number) => !Number.isNaN(number));
  return numbers.length === 0 ? null : [Math.min(...numbers), Math.max(...numbers)];
}
