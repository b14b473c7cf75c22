import { getLine, reporting } from '@fadu/lines';
import { EVERYTHING, type Scope } from '../access/scope.js';
import type { Platform } from '../matters/execute.js';
import type { Viewer } from '../matters/view.js';
import { isAskedFor } from './studio/desk.js';

const POSTS = Object.keys(getLine(reporting.line).posts);

/**
 * A report holds sums, not cases: who writes or checks it sees the whole of the unit, though the cases behind may not
 * be theirs to read. Others see what lies in their scope; undefined for a unit outside of it.
 */
export function sumsFor(platform: Platform, { actor, scope }: Viewer, org: string): Scope | undefined {
  const unit = platform.directory.findOrg(org);
  if (!unit || actor.kind !== 'official') return undefined;
  if (actor.posts.some((post) => post.org === unit.id && POSTS.includes(post.post))) return EVERYTHING;
  return scope.paths.some((path) => unit.path === path || unit.path.startsWith(`${path}.`)) ? scope : undefined;
}

/** As `sumsFor`; who was asked for a chapter sees the sums of the unit too. */
export const reportScope = async (
  platform: Platform,
  viewer: Viewer,
  org: string,
  year: number,
): Promise<Scope | undefined> =>
  sumsFor(platform, viewer, org) ?? ((await isAskedFor(platform, viewer, org, year)) ? EVERYTHING : undefined);
