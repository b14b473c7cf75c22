import { getLine, reporting, speaksForGovernment } from '@fadu/lines';
import type { Org } from '../access/directory.js';
import type { Platform } from '../matters/execute.js';
import type { Viewer } from '../matters/view.js';

const POSTS = new Set(Object.keys(getLine(reporting.line).posts));

/** What a person may see and do in the register of publications. */
export interface Authority {
  /** The highest organization whose register is theirs to see; undefined: none. */
  readonly top: Org | undefined;
  sees(org: Org): boolean;
  /** Coordinates the reports of the organizations below, and so reminds them. */
  coordinates(org: Org): boolean;
  /** Registers where the report of an organization was published: its own writer, or who coordinates it. */
  enters(org: Org): boolean;
}

const within = (org: Org, path: string): boolean => org.path === path || org.path.startsWith(`${path}.`);

/** An office that speaks for its government coordinates everything below that government. */
export function authorityOf(platform: Platform, { actor, scope }: Viewer): Authority {
  const posts = actor.kind === 'official' ? actor.posts.filter(({ post }) => POSTS.has(post)) : [];
  const units = posts.map(({ org, post }) => ({ org: platform.directory.getOrg(org), post }));
  const coordinated = units.flatMap(({ org }) =>
    org.parent !== null && speaksForGovernment(org.name) ? [platform.directory.getOrg(org.parent)] : [],
  );
  const sees = (org: Org): boolean =>
    coordinated.some(({ path }) => within(org, path)) ||
    units.some(({ org: { path } }) => within(org, path)) ||
    scope.paths.some((path) => within(org, path));
  const tops = [
    ...coordinated,
    ...scope.paths.flatMap((path) => {
      const found = [...platform.directory.allOrgs()].find((org) => org.path === path);
      return found ? [found] : [];
    }),
    ...units.map(({ org }) => org),
  ];
  return {
    top: tops.toSorted((a, b) => a.path.split('.').length - b.path.split('.').length)[0],
    sees,
    coordinates: (org) => coordinated.some(({ path }) => within(org, path)),
    enters: (org) =>
      units.some(({ org: own, post }) => own.id === org.id && post === reporting.writer) ||
      coordinated.some(({ path }) => within(org, path)),
  };
}
