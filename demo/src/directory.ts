import type { Booted } from '@fadu/server';
import { type DemoOrg, demoOrganizations } from './organizations.js';
import { type DemoPerson, demoPeople } from './people.js';
import { demoQualifications } from './qualifications.js';
import { jilinRegions } from './regions.js';

/** The password of every account of the demonstration: 演示. */
export const DEMO_PASSWORD = 'yanshi-2023';
/** All posts began before the first invented matter. */
const POSTS_FROM = '2022-01-01';

export interface SeededDirectory {
  readonly orgs: readonly DemoOrg[];
  readonly people: readonly DemoPerson[];
}

/** The organizations and people as they are always made, without touching the database. */
export function demoDirectory(): SeededDirectory & { readonly regions: ReturnType<typeof jilinRegions> } {
  const regions = jilinRegions();
  const orgs = demoOrganizations(regions);
  return { regions, orgs, people: demoPeople(orgs) };
}

/**
 * Writes regions, organizations, people, posts and accounts; what is there already stays. For the demonstration and for
 * tests that need somebody to act.
 */
export async function seedDirectory(booted: Booted): Promise<SeededDirectory> {
  const { regions, orgs, people } = demoDirectory();
  const client = await booted.owner.connect();
  try {
    await client.query('begin');
    await client.query(
      `insert into region (code, name, parent) select * from jsonb_to_recordset($1) as r(code text, name text, parent text) on conflict do nothing`,
      [JSON.stringify(regions)],
    );
    await client.query(
      `insert into org (id, region, name, short, kind, parent, path, phone)
       select id, region, name, short, kind, parent, path::ltree, phone
       from jsonb_to_recordset($1) as o(id text, region text, name text, short text, kind text, parent text, path text, phone text) on conflict do nothing`,
      [JSON.stringify(orgs)],
    );
    await client.query(
      `insert into person (id, name) select id, name from jsonb_to_recordset($1) as p(id text, name text) on conflict do nothing`,
      [JSON.stringify(people)],
    );
    await client.query(
      `insert into post (id, person, post, org, covers, valid_from)
       select id, person, post, org, covers, $2 from jsonb_to_recordset($1) as p(id text, person text, post text, org text, covers text) on conflict do nothing`,
      [
        JSON.stringify(
          people.flatMap((person) =>
            person.posts.map((post) => ({ ...post, id: `${person.id}_${post.post}`, person: person.id })),
          ),
        ),
        POSTS_FROM,
      ],
    );
    await client.query(
      `insert into qualification (person, line, kind, id, certificate, obtained_on, recorded_by, post, org)
       select person, line, kind, gen_random_uuid(), certificate, "obtainedOn"::date, "by", post, org
       from jsonb_to_recordset($1) as q(person text, line text, kind text, certificate text, "obtainedOn" text, "by" text, post text, org text)
       where not exists (select 1 from qualification o where o.person = q.person and o.line = q.line)`,
      [JSON.stringify(demoQualifications(people))],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
  await seedAccounts(booted, people);
  await booted.platform.directory.refresh(true);
  return { orgs, people };
}

/** Makes the accounts that are missing and links each to its person. */
async function seedAccounts(booted: Booted, people: readonly DemoPerson[]): Promise<void> {
  const linked = await booted.owner.query('select id from person where user_id is not null');
  const done = new Set(linked.rows.map((row) => row.id));
  const missing = people.filter((person) => person.account && !done.has(person.id));
  await Promise.all(
    missing.map(async (person) => {
      const { username } = person.account!;
      const existing = await booted.owner.query('select id from "user" where username = $1', [username]);
      const user: string =
        existing.rows[0]?.id ??
        (await booted.accounts.api.signUpEmail({ body: accountOf(person.name, username) })).user.id;
      await booted.owner.query('update person set user_id = $2 where id = $1', [person.id, user]);
    }),
  );
}

/** What signing up asks; the library's types do not know the user name that its plug-in reads. */
const accountOf = (name: string, username: string) => {
  const body = { name, email: `${username}@demo.invalid`, password: DEMO_PASSWORD, username };
  return body;
};
