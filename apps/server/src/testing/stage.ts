import { chmodSync, rmSync } from 'node:fs';
import type { JsonObject } from '@fadu/kernel';
import type { Actor, Line } from '@fadu/procedure';
import pg from 'pg';
import { EVERYTHING, type Scope, scopeOfPosts } from '../access/scope.js';
import { type Booted, boot } from '../boot.js';
import { act, findMatter, open, type Request, type Written } from '../matters/execute.js';
import type { MatterRecord } from '../matters/projection.js';
import { temporaryData } from '../postgres/temporary.js';
import { followup, request } from './sample-lines.js';

/** A platform on a PostgreSQL of its own, for tests; nothing of it outlives them. */
export interface Stage extends Booted {
  readonly dataDir: string;
  /** Today and now, as the platform is told. */
  at(instant: string): void;
  /** As a superuser: what only somebody who breaks the rules can do. */
  asSuperuser<T extends pg.QueryResultRow = pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<T[]>;
}

export const NOW = '2024-10-09T02:00:00.000Z';

export interface StageOptions {
  readonly lines?: readonly Line[];
  readonly durable?: boolean;
  readonly dataDir?: string;
  readonly connections?: number;
}

export async function raise(options: StageOptions = {}): Promise<Stage> {
  const base = options.dataDir ?? temporaryData('fadu-stage-');
  chmodSync(base, 0o755);
  let now = new Date(NOW);
  const booted = await boot({
    dataDir: base,
    publicUrl: 'http://127.0.0.1/portal',
    lines: options.lines ?? [request, followup],
    now: () => now,
    connections: options.connections ?? 12,
    durable: options.durable ?? false,
  });
  const superuser = new URL(booted.database.server!.superuserUrl);
  superuser.pathname = new URL(booted.database.appUrl).pathname;
  const above = new pg.Pool({ connectionString: superuser.toString(), max: 2 });
  above.on('error', () => undefined);
  return {
    ...booted,
    dataDir: base,
    at: (instant) => {
      now = new Date(instant);
    },
    asSuperuser: async (sql, values) => (await above.query(sql, values)).rows as never,
    close: async () => {
      await above.end();
      await booted.close();
      rmSync(base, { recursive: true, force: true });
    },
  };
}

/** Two counties of one city, each with a government and a bureau; people with the posts of the sample lines. */
export async function populate(stage: Pick<Booted, 'owner' | 'platform'>): Promise<void> {
  const org = (id: string, region: string, parent: string | null, path: string) =>
    stage.owner.query(
      "insert into org (id, region, name, short, kind, parent, path) values ($1, $2, $3, $4, 'government', $5, $6)",
      [id, region, `${id}机关`, id, parent, path],
    );
  await org('city', '990100', null, 'r.city');
  for (const [county, region] of [
    ['east', '990101'],
    ['west', '990102'],
  ] as const) {
    await org(county, region, 'city', `r.city.${county}`);
    await org(`${county}bureau`, region, county, `r.city.${county}.bureau`);
    await hire(stage, `${county}-handler`, 'handler', county);
    await hire(stage, `${county}-colleague`, 'handler', county);
    await hire(stage, `${county}-head`, 'sectionHead', county);
    await hire(stage, `${county}-responder`, 'responder', `${county}bureau`);
  }
  await hire(stage, 'city-leader', 'leader', 'city', 'subtree');
  await stage.platform.directory.refresh(true);
}

export async function hire(
  stage: Pick<Booted, 'owner'>,
  person: string,
  post: string,
  org: string,
  covers: 'own' | 'subtree' = 'own',
): Promise<void> {
  await stage.owner.query('insert into person (id, name) values ($1, $2) on conflict do nothing', [
    person,
    `样例${person}`,
  ]);
  await stage.owner.query(
    "insert into post (id, person, post, org, covers, valid_from) values ($1, $2, $3, $4, $5, '2020-01-01')",
    [`${person}/${post}/${org}`, person, post, org, covers],
  );
}

/** An official with the posts held today. */
export function official(
  { platform }: Pick<Booted, 'platform'>,
  person: string,
): { actor: Extract<Actor, { kind: 'official' }>; scope: Scope } {
  const posts = platform.directory.postsOf(person, '2024-10-09');
  return {
    actor: {
      kind: 'official',
      person,
      name: platform.directory.nameOf(person),
      posts: posts.map(({ post, org }) => ({ post, org })),
    },
    scope: scopeOfPosts(posts.map((post) => ({ ...post, path: platform.directory.getOrg(post.org).path }))),
  };
}

let keys = 0;
export const freshKey = (): string => `test-key-${process.pid}-${++keys}`;

export const sampleInput = (more: JsonObject = {}): JsonObject => ({
  receivedOn: '2024-10-08',
  applicants: [{ name: '王样例', idNumber: '110101199003070070', phone: '13800000000' }],
  subject: '示例事由',
  agency: 'eastbureau',
  ...more,
});

/** A person's command on a matter, or for a new one; what is declined is an error of the test. */
export async function take(
  stage: Pick<Booted, 'platform'>,
  person: string,
  matter: string | { readonly line: string; readonly organ: string },
  action: string,
  input: JsonObject = {},
  key = freshKey(),
): Promise<Written> {
  const asked: Request = { ...official(stage, person), key, command: { action, input } };
  const written =
    typeof matter === 'string'
      ? await act(stage.platform, matter, null, asked)
      : await open(stage.platform, stage.platform.lineOf(matter.line)!, matter.organ, asked);
  if (!written.ok) throw new Error(`${action}: ${JSON.stringify(written.error)}`);
  return written.value;
}

/** A sample request, registered in the county of the east. */
export const register = async (
  stage: Pick<Booted, 'platform'>,
  more: JsonObject = {},
  organ = 'east',
): Promise<MatterRecord> =>
  (await take(stage, `${organ}-handler`, { line: 'request', organ }, 'register', sampleInput(more))).matter;

export const reload = async (stage: Pick<Booted, 'platform'>, id: string): Promise<MatterRecord> =>
  (await findMatter(stage.platform, EVERYTHING, id))!.record;
