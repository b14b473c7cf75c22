import { dayOf } from '@fadu/kernel';
import type { Actor } from '@fadu/procedure';
import type { FastifyRequest } from 'fastify';
import type { Accounts } from '../access/accounts.js';
import { scopeOfPosts } from '../access/scope.js';
import type { Platform } from '../matters/execute.js';
import type { Viewer } from '../matters/view.js';
import { signedOut } from './problem.js';

export interface Official extends Viewer {
  readonly actor: Extract<Actor, { kind: 'official' }>;
}

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
  const posts = platform.directory.postsOf(person.id, today);
  return {
    actor: {
      kind: 'official',
      person: person.id,
      name: person.name,
      posts: posts.map(({ post, org }) => ({ post, org })),
    },
    scope: scopeOfPosts(posts.map((post) => ({ ...post, path: platform.directory.getOrg(post.org).path }))),
  };
}
