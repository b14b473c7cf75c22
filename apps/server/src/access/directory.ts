import type { HeldPost } from '@fadu/procedure';
import type pg from 'pg';

export interface Org {
  readonly id: string;
  readonly region: string;
  readonly name: string;
  readonly short: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly path: string;
  readonly phone: string | null;
}

export interface Post extends HeldPost {
  readonly person: string;
  readonly covers: 'own' | 'subtree';
  readonly from: string;
  readonly to: string | null;
}

/** A qualification as recorded; of one kind the record made last counts. */
export interface Qualification {
  readonly person: string;
  readonly line: string;
  readonly kind: string;
  readonly certificate: string | null;
  readonly obtainedOn: string;
  readonly revokedOn: string | null;
  readonly by: string;
  readonly at: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
}

/**
 * Organizations, people and posts in memory: reference data, small and read at every step. Read again every half
 * minute, so that a post that ends takes effect without a restart.
 */
export class Directory {
  private orgs = new Map<string, Org>();
  private persons = new Map<string, Person>();
  private users = new Map<string, string>();
  private posts: Post[] = [];
  private qualifications = new Map<string, Qualification[]>();
  private readAt = 0;

  constructor(private readonly pool: pg.Pool) {}

  async refresh(force = false): Promise<void> {
    if (!force && Date.now() - this.readAt < 30_000) return;
    this.readAt = Date.now();
    const [orgs, persons, posts, qualifications] = await Promise.all([
      this.pool.query('select id, region, name, short, kind, parent, path::text as path, phone from org'),
      this.pool.query('select id, name, user_id from person'),
      this.pool.query('select person, post, org, covers, valid_from::text as "from", valid_to::text as "to" from post'),
      this.pool.query<Qualification>(
        `select person, line, kind, certificate, obtained_on::text as "obtainedOn", revoked_on::text as "revokedOn", recorded_by as by,
           to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
         from qualification order by at, id`,
      ),
    ]);
    this.orgs = new Map(orgs.rows.map((row: Org) => [row.id, row]));
    this.persons = new Map(persons.rows.map((row: Person) => [row.id, row]));
    this.users = new Map(persons.rows.filter((row) => row.user_id !== null).map((row) => [row.user_id, row.id]));
    this.posts = posts.rows;
    this.qualifications = new Map();
    for (const row of qualifications.rows)
      this.qualifications.set(row.person, [...(this.qualifications.get(row.person) ?? []), row]);
  }

  findOrg = (id: string): Org | undefined => this.orgs.get(id);
  getOrg(id: string): Org {
    const org = this.orgs.get(id);
    if (!org) throw new Error(`no organization ${id}`);
    return org;
  }
  allOrgs = (): Iterable<Org> => this.orgs.values();
  findPerson = (id: string): Person | undefined => this.persons.get(id);
  personOfUser = (user: string): Person | undefined => this.persons.get(this.users.get(user) ?? '');

  /** Posts held on a day, both ends inclusive. */
  postsOf = (person: string, on: string): Post[] =>
    this.posts.filter((post) => post.person === person && post.from <= on && (post.to === null || on <= post.to));
  holdersOf = (post: string, org: string, on: string): Post[] =>
    this.posts.filter(
      (one) => one.post === post && one.org === org && one.from <= on && (one.to === null || on <= one.to),
    );

  /** Organizations in which somebody holds a post on a day. */
  orgsWith(post: string, on: string): Set<Org> {
    const held = this.posts.filter((one) => one.post === post && one.from <= on && (one.to === null || on <= one.to));
    return new Set(held.map(({ org }) => this.getOrg(org)));
  }

  /** Posts that somebody holds in an organization on a day, each once. */
  postsIn = (org: string, on: string): string[] => [
    ...new Set(
      this.posts
        .filter((one) => one.org === org && one.from <= on && (one.to === null || on <= one.to))
        .map(({ post }) => post),
    ),
  ];

  /** Everything recorded about a person's qualifications, oldest first. */
  qualificationsOf = (person: string): readonly Qualification[] => this.qualifications.get(person) ?? [];
  /** Kinds of qualification for a line that hold on a day. */
  qualifiedFor = (person: string, line: string, on: string): string[] => {
    const latest = new Map(
      this.qualificationsOf(person)
        .filter((one) => one.line === line)
        .map((one) => [one.kind, one]),
    );
    return [...latest.values()]
      .filter((one) => one.obtainedOn <= on && (one.revokedOn === null || on < one.revokedOn))
      .map((one) => one.kind);
  };

  /** Name of an organization or person by id; the id itself when unknown. */
  nameOf = (id: string): string => this.orgs.get(id)?.name ?? this.persons.get(id)?.name ?? id;
}
