import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { type Extracted, extractText, type Figure, readFiguresInSteps } from '@fadu/figures';
import { EVERYTHING } from '../access/scope.js';
import type { Platform } from '../matters/execute.js';
import { scoped } from '../storage/scoped.js';
import { describeReport, regionNames } from './describe.js';
import { originalPath } from './receive.js';

/** A file nobody has told of for so long was being read by a server that stopped. */
const SILENT_SECONDS = 120;
/** A file that ended the reading so often is given up. */
const TRIES = 3;
/** Told this often, so that the screen moves and the database is left alone. */
const TELL_EVERY_MS = 500;

interface Waiting {
  readonly region: string;
  readonly id: string;
  readonly name: string;
  readonly digest: string;
  readonly tries: number;
}

/**
 * Reads the files that wait, one after the other; two servers never read the same. @returns how many were read or
 * refused.
 */
export async function readWaiting(platform: Platform, filesDir: string): Promise<number> {
  let done = 0;
  for (;;) {
    const file = await take(platform);
    if (!file) return done;
    await readOne(platform, filesDir, file);
    done += 1;
  }
}

const take = (platform: Platform): Promise<Waiting | undefined> =>
  scoped(platform.pool, EVERYTHING, async (client) => {
    const { rows } = await client.query<Waiting>(
      `update reading_file f set state = 'reading', tries = tries + 1, alive_at = now(), pages_done = null, pages_all = null
       where (f.region, f.id) = (
         select region, id from reading_file
         where state = 'waiting' or (state = 'reading' and alive_at < now() - make_interval(secs => $1))
         order by uploaded_at, id limit 1 for update skip locked)
       returning f.region, f.id, f.name, f.digest, f.tries`,
      [SILENT_SECONDS],
    );
    return rows[0];
  });

async function readOne(platform: Platform, filesDir: string, file: Waiting): Promise<void> {
  if (file.tries > TRIES)
    return refuse(platform, file, '不能读取：这个文件几次都没有读完。可以另存为docx或者txt再上传。');
  let told = 0;
  const extracted = await extractText(
    await readFile(originalPath(filesDir, file.digest)),
    file.name,
    async (done, total) => {
      // A page takes some milliseconds of the one thread; whoever waits is let in between.
      await setImmediate();
      if (Date.now() - told < TELL_EVERY_MS && done < total) return;
      told = Date.now();
      await tell(platform, file, done, total);
    },
  );
  if (!extracted.ok) return refuse(platform, file, extracted.error.message);
  const text = keepable(extracted.value.text);
  const figures = await readFiguresInSteps(text, { explain: true, confidence: true }, setImmediate);
  await store(platform, file, { ...extracted.value, text }, figures);
}

/** PostgreSQL keeps no zero byte, and no half of a pair; each is one character for one, so that places stay. */
const keepable = (text: string): string =>
  text.replaceAll(/[\0]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, ' ');

const tell = ({ pool }: Platform, { region, id }: Waiting, done: number, total: number) =>
  scoped(pool, EVERYTHING, (client) =>
    client.query(
      'update reading_file set pages_done = $3, pages_all = $4, alive_at = now() where region = $1 and id = $2',
      [region, id, done, total],
    ),
  );

const refuse = ({ pool }: Platform, { region, id }: Waiting, why: string): Promise<void> =>
  scoped(pool, EVERYTHING, async (client) => {
    await client.query(
      "update reading_file set state = 'refused', refusal = $3 where region = $1 and id = $2 and state = 'reading'",
      [region, id, why],
    );
  });

async function store(
  platform: Platform,
  { region, id }: Waiting,
  { text, format, notes, pages }: Extracted,
  figures: readonly Figure[],
): Promise<void> {
  const said = describeReport(text, platform.directory, await regionNames(platform));
  const rows = figures.map((figure, n) => ({
    n,
    start: figure.start,
    stop: figure.end,
    page: pageAt(pages ?? [], figure.start),
    indicator: figure.indicator,
    role: figure.role,
    confidence: figure.confidence,
    body: bodyOf(figure),
    reasons: figure.reasons ?? [],
  }));
  await scoped(platform.pool, EVERYTHING, async (client) => {
    // Who was given up in the meantime does not write over it.
    const { rowCount } = await client.query(
      `update reading_file set state = 'read', body = $3, format = $4, notes = $5, pages = $6, read_at = $7,
         title = coalesce(title, $8), publisher = coalesce(publisher, $9), publisher_org = coalesce(publisher_org, $10),
         place = coalesce(place, $11), level = coalesce(level, $12), within = coalesce(within, $13), year = coalesce(year, $14)
       where region = $1 and id = $2 and state = 'reading'`,
      [
        region,
        id,
        text,
        format,
        figures.length === 0 ? [...notes, '没有读出数'] : notes,
        pages ?? null,
        platform.now(),
        said.title,
        said.publisher,
        said.publisherOrg,
        said.place,
        said.level,
        said.within,
        said.year,
      ],
    );
    if (rowCount !== 1) return;
    await client.query(
      `insert into reading_figure (region, file, n, start, stop, page, indicator, role, confidence, body, reasons)
       select $1, $2, n, start, stop, page, indicator, role, confidence, body, array(select jsonb_array_elements_text(reasons))
       from jsonb_to_recordset($3) as f(n int, start int, stop int, page int, indicator text, role text, confidence real, body jsonb, reasons jsonb)`,
      [region, id, JSON.stringify(rows)],
    );
  });
}

/** What is kept of a figure beside its place, role and code. */
const bodyOf = (figure: Figure) => ({
  value: figure.value,
  valueTo: figure.value_to ?? null,
  unit: figure.unit,
  approx: figure.approx,
  polarity: figure.polarity,
  basis: figure.basis,
  subject: figure.subject,
  verb: figure.verb,
  scope: figure.scope,
  refersTo: figure.refers_to,
  of: figure.of,
});

/** The page, from 1, on which an offset stands; null without pages. */
export function pageAt(pages: readonly number[], at: number): number | null {
  const after = pages.findIndex((start) => start > at);
  return pages.length === 0 ? null : after < 0 ? pages.length : after;
}
