import type { HeldPost } from '@fadu/procedure';

/**
 * What a connection may see, enforced by row security (migration 0001): matters of these organizations, of the subtrees
 * under these paths, or this one matter.
 */
export interface Scope {
  readonly orgs: readonly string[];
  readonly paths: readonly string[];
  readonly matter: string | null;
}

export const NOTHING: Scope = { orgs: [], paths: [], matter: null };
/** For jobs of the server itself. The root of the organization tree has this path. */
export const EVERYTHING: Scope = { orgs: [], paths: ['r'], matter: null };

export const scopeOfPosts = (
  posts: readonly (HeldPost & { readonly path: string; readonly covers: 'own' | 'subtree' })[],
): Scope => ({
  orgs: [...new Set(posts.map((post) => post.org))],
  paths: [...new Set(posts.filter((post) => post.covers === 'subtree').map((post) => post.path))],
  matter: null,
});

/**
 * The two settings: what is seen as a PostgreSQL array literal, organizations by id and subtrees as `^path`; and the one
 * matter. Ids and paths hold only word characters, points and hyphens.
 */
export function scopeArgs(scope: Scope): [seen: string, own: string] {
  for (const value of [...scope.orgs, ...scope.paths])
    if (!/^[\w.-]+$/.test(value)) throw new Error(`no identifier: ${value}`);
  return [`{${[...scope.orgs, ...scope.paths.map((path) => `^${path}`)].join(',')}}`, scope.matter ?? ''];
}
