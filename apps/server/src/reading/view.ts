import { CONFIDENT } from '@fadu/figures';
import type { FigureCounts, ReadReport } from '@fadu/wire';
import type pg from 'pg';
import type { Official } from '../api/session.js';
import type { Platform } from '../matters/execute.js';
import { scoped } from '../storage/scoped.js';
import { readingPost } from './access.js';

const COLUMNS = `f.id, f.name, f.size, f.digest, f.state, f.pages_done, f.pages_all, f.refusal, f.notes, f.format, f.title,
  f.publisher, f.publisher_org, f.place, f.level, f.within, f.year, f.url, f.published_on::text as published_on, f.revision, f.org,
  f.uploaded_by, f.uploaded_at`;

const COUNTS = `select file, count(*)::int as "all", count(*) filter (where state = 'open')::int as open,
  count(*) filter (where state = 'open' and coalesce(confidence, 0) < ${CONFIDENT})::int as uncertain,
  count(*) filter (where state = 'confirmed')::int as confirmed, count(*) filter (where state = 'rejected')::int as rejected
  from reading_figure group by file`;

const NONE: FigureCounts = { all: 0, open: 0, uncertain: 0, confirmed: 0, rejected: 0 };

type FileRow = Omit<ReadReport, 'counts' | 'progress' | 'mayEdit' | 'uploadedBy' | 'uploadedAt' | 'size'> & {
  readonly size: string;
  readonly pages_done: number | null;
  readonly pages_all: number | null;
  readonly publisher_org: string | null;
  readonly published_on: string | null;
  readonly uploaded_by: string;
  readonly uploaded_at: Date;
  readonly counts: FigureCounts | null;
};

const MOST = 500;

/** Reports in scope, newest first; searched by name, title, publisher and place. */
export async function listReports(
  platform: Platform,
  viewer: Official,
  { q, year }: { readonly q?: string | undefined; readonly year?: number | undefined },
): Promise<ReadReport[]> {
  return scoped(platform.pool, viewer.scope, async (client) => {
    const { rows } = await client.query<FileRow>(
      `select ${COLUMNS}, to_jsonb(c) - 'file' as counts from reading_file f left join (${COUNTS}) c on c.file = f.id
       where ($1 = '' or position($1 in concat_ws(' ', f.name, f.title, f.publisher, f.place)) > 0) and ($2::int is null or f.year = $2)
       order by f.uploaded_at desc, f.id desc limit ${MOST}`,
      [q?.trim() ?? '', year ?? null],
    );
    return rows.map((row) => viewReport(platform, viewer, row));
  });
}

/** One report without its text; undefined when it does not exist or is not in scope. */
export async function findReport(
  platform: Platform,
  viewer: Official,
  client: pg.ClientBase,
  id: string,
): Promise<ReadReport | undefined> {
  const { rows } = await client.query<FileRow>(
    `select ${COLUMNS}, (select to_jsonb(c) - 'file' from (${COUNTS}) c where c.file = f.id) as counts from reading_file f where f.id = $1`,
    [id],
  );
  return rows[0] && viewReport(platform, viewer, rows[0]);
}

function viewReport({ directory }: Platform, viewer: Official, row: FileRow): ReadReport {
  const { pages_done, pages_all, publisher_org, published_on, uploaded_by, uploaded_at, ...own } = row;
  return {
    ...own,
    size: Number(own.size),
    progress: pages_done === null || pages_all === null ? null : { done: pages_done, total: pages_all },
    publisherOrg: publisher_org,
    publishedOn: published_on,
    uploadedBy: directory.nameOf(uploaded_by),
    uploadedAt: uploaded_at.toISOString(),
    counts: own.counts ?? NONE,
    mayEdit: readingPost(viewer.actor.posts) !== undefined,
  };
}
