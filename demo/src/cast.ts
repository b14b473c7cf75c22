import type { Actor } from '@fadu/procedure';
import type { DemoOrg } from './organizations.js';
import type { DemoPerson } from './people.js';

/** Who plays: people by post and organization, in the order of the seats. */
export class Cast {
  private readonly byPost = new Map<string, string[]>();
  private readonly byId = new Map<string, DemoPerson>();
  private readonly orgs: ReadonlyMap<string, DemoOrg>;

  constructor(orgs: readonly DemoOrg[], people: readonly DemoPerson[]) {
    this.orgs = new Map(orgs.map((org) => [org.id, org]));
    for (const person of people) {
      this.byId.set(person.id, person);
      for (const { post, org } of person.posts) {
        const key = `${post}@${org}`;
        this.byPost.set(key, [...(this.byPost.get(key) ?? []), person.id]);
      }
    }
  }

  /** All who hold the post there. @throws Error when nobody does */
  all(post: string, org: string): readonly string[] {
    const ids = this.byPost.get(`${post}@${org}`);
    if (!ids) throw new Error(`nobody is ${post} at ${org}`);
    return ids;
  }

  /** One who holds the post there; with a turn, the next in the row. */
  one = (post: string, org: string, turn = 0): string => {
    const ids = this.all(post, org);
    return ids[turn % ids.length]!;
  };

  person(id: string): DemoPerson {
    const person = this.byId.get(id);
    if (!person) throw new Error(`no person ${id}`);
    return person;
  }

  name = (id: string): string => this.person(id).name;

  org(id: string): DemoOrg {
    const org = this.orgs.get(id);
    if (!org) throw new Error(`no organization ${id}`);
    return org;
  }

  actor(id: string): Actor {
    const person = this.person(id);
    return {
      kind: 'official',
      person: id,
      name: person.name,
      posts: person.posts.map(({ post, org }) => ({ post, org })),
    };
  }
}
