import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { extractText, readFiguresInSteps } from '@fadu/figures';
import { ok, type Refusal, type Result } from '@fadu/kernel';
import { reporting } from '@fadu/lines';
import type { StudioSource } from '@fadu/wire';
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { EVERYTHING } from '../../access/scope.js';
import type { Platform } from '../../matters/execute.js';
import { isUuid } from '../../matters/uuid.js';
import { scoped, snapshot } from '../../storage/scoped.js';
import { type Desk, NOT_WRITER, refuse } from './desk.js';
import { personOf } from './texts.js';

type Role = StudioSource['role'];

/** A report that this one is held against, with its words. */
export interface Source extends StudioSource {
  readonly text: string;
  /** Whose report it is, of one the platform has published. */
  readonly unit?: string;
  readonly year?: number;
}

/** Characters of a report that are kept; the longest known have some hundred thousand. */
const MOST_TEXT = 1_000_000;

interface SourceRow {
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  readonly body: string;
  readonly digest: string;
}

const filesOf = async (client: pg.PoolClient, matter: string): Promise<Source[]> =>
  (
    await client.query<SourceRow>(
      'select id, role, name, body, digest from report_source where matter = $1 and not dropped order by at',
      [matter],
    )
  ).rows.map(({ body, ...row }) => ({ ...row, text: body, file: true }));

/** Last year's report of the unit and that of its superior, as the platform published them, or as files brought here. */
export async function sourcesOf(platform: Platform, desk: Desk): Promise<Source[]> {
  const { id, data } = desk.matter;
  const [unit, year] = [String(data[reporting.unit]), Number(data[reporting.year])];
  const files = await scoped(platform.pool, desk.viewer.scope, (client) => filesOf(client, id));
  // Published reports are for everybody.
  const published = await snapshot(platform.pool, EVERYTHING, async (client) => {
    const found: Source[] = [];
    const last = await publishedText(platform, client, unit, year - 1);
    if (last) found.push({ role: 'before', ...last });
    for (const superior of superiorsOf(platform, unit)) {
      const text = await publishedText(platform, client, superior, year);
      if (text) found.push({ role: 'superior', ...text });
    }
    return found;
  });
  return [...published, ...files];
}

/** The bodies above, nearest first: the same office of the government above, and the governments a unit belongs to. */
function superiorsOf(platform: Platform, unit: string): string[] {
  const { directory } = platform;
  const own = directory.findOrg(unit);
  if (!own || own.parent === null) return [];
  const government = directory.findOrg(own.parent);
  const above = government?.parent ?? null;
  const office = [...directory.allOrgs()]
    .filter((org) => org.parent === above && org.kind === own.kind && org.id !== own.parent)
    .map((org) => ({ id: org.id, alike: alike(org.name, own.name) }))
    .filter((one) => one.alike >= 2)
    .toSorted((a, b) => b.alike - a.alike)[0];
  return [...(above !== null && office ? [office.id] : []), own.parent];
}

/** Characters two names end with in common, before the last one, which goes by rank: 司法厅, 司法局. */
function alike(one: string, two: string): number {
  let count = 0;
  while (count + 2 <= Math.min(one.length, two.length) && one.at(-2 - count) === two.at(-2 - count)) count += 1;
  return count;
}

/** The words of a report as it was published; undefined when the platform has not published it. */
export async function publishedText(
  platform: Platform,
  client: pg.PoolClient,
  unit: string,
  year: number,
): Promise<Omit<Source, 'role'> | undefined> {
  const { rows } = await client.query<{ id: string; data: Record<string, unknown> }>(
    'select id, data from matter where line = $1 and refs @> $2::text[] and state = $3 limit 1',
    [reporting.line, [`${reporting.unit}=${unit}`, `${reporting.year}=${year}`], reporting.published],
  );
  const [row] = rows;
  if (!row) return undefined;
  const chapters = (row.data[reporting.chapters] ?? []) as readonly { title: string; text: string }[];
  const name = `${platform.directory.nameOf(unit)}${year}年度法治政府建设工作报告`;
  return {
    id: row.id,
    name,
    digest: String(row.data[reporting.digest]),
    file: false,
    unit,
    year,
    text: [name, ...chapters.flatMap(({ title, text }) => [title, text])].join('\n'),
  };
}

/** Takes a report that the platform does not have from a file; only what it says is kept. */
export async function bringSource(
  platform: Platform,
  desk: Desk,
  role: Role,
  file: { readonly name: string; readonly content: Buffer },
): Promise<Result<void, Refusal>> {
  if (!desk.writer) return NOT_WRITER;
  const read = await extractText(new Uint8Array(file.content), file.name, () => setImmediate());
  if (!read.ok) return read;
  const text = read.value.text.slice(0, MOST_TEXT);
  if ((await readFiguresInSteps(text, {}, setImmediate)).length === 0)
    return refuse('source_empty', `“${file.name}”里没有读出一个数，不能用来核对。请核对是不是年度报告。`);
  const { id, region } = desk.matter;
  await scoped(platform.pool, desk.viewer.scope, (client) =>
    client.query(
      `insert into report_source (region, matter, id, role, name, body, digest, person, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        region,
        id,
        uuidv7(),
        role,
        file.name,
        text.replaceAll('\u0000', ''),
        createHash('sm3').update(file.content).digest('hex'),
        personOf(desk),
        platform.now().toISOString(),
      ],
    ),
  );
  return ok(undefined);
}

/** Compares with a report no longer, or again: what was read from it stays. */
export async function dropSource(
  platform: Platform,
  desk: Desk,
  source: string,
  dropped: boolean,
): Promise<Result<void, Refusal>> {
  if (!desk.writer) return NOT_WRITER;
  if (!isUuid(source)) return refuse('source', '没有找到这份报告。请刷新后再办理。');
  await scoped(platform.pool, desk.viewer.scope, (client) =>
    client.query('update report_source set dropped = $3 where matter = $1 and id = $2', [
      desk.matter.id,
      source,
      dropped,
    ]),
  );
  return ok(undefined);
}
