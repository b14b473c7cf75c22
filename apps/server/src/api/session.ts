import { dayOf } from '@fadu/kernel';
import type { Actor, HeldPost } from '@fadu/procedure';
import type { FastifyRequest } from 'fastify';
import type { Accounts } from '../access/accounts.js';
import { scopeOfPosts } from '../access/scope.js';
import type { Platform } from '../matters/execute.js';
import type { Viewer } from '../matters/view.js';
import { signedOut } from './problem.js';

export interface Official extends Viewer {
  readonly actor: Extract<Actor, { kind: 'official' }>;
  /** All posts held today; the actor has only the one in use, when one was chosen. */
  readonly held: readonly HeldPost[];
  readonly acting: string | null;
}

/** The post chosen in the top bar, kept in a cookie so that downloads go by it too. It can only narrow what is held. */
const actingPost = (cookie: string | undefined): string | undefined => {
  const match = /(?:^|;\s*)fadu-post=([^;]+)/.exec(cookie ?? '');
  try {
    return match ? decodeURIComponent(match[1]!) : undefined;
  } catch {
    return undefined;
  }
};

export const headersOf = (request: FastifyRequest): Headers => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.append(name, String(value));
  return headers;
};

/** Who is signed in, with the posts held today; posts are read anew for every request. @throws HttpProblem 401 */
export async function officialOf(platform: Platform, accounts: Accounts, request: FastifyRequest): Promise<Official> {
  const session = await accounts.api.getSession({ headers: headersOf(request) });
  if (!session) throw signedOut();
  await platform.directory.refresh();
  const person = platform.directory.personOfUser(session.user.id);
  if (!person) throw signedOut();
  const today = dayOf(platform.now());
  const held = platform.directory.postsOf(person.id, today);
  const chosen = actingPost(request.headers.cookie);
  const one = held.filter((post) => `${post.post}:${post.org}` === chosen);
  const posts = one.length > 0 ? one : held;
  return {
    held: held.map(({ post, org }) => ({ post, org })),
    acting: one.length > 0 && held.length > 1 ? chosen! : null,
    actor: {
      kind: 'official',
      person: person.id,
      name: person.name,
      posts: posts.map(({ post, org }) => ({ post, org })),
    },
    scope: scopeOfPosts(posts.map((post) => ({ ...post, path: platform.directory.getOrg(post.org).path }))),
  };
}
